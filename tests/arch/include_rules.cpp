// SPDX-License-Identifier: Apache-2.0
#include "tests/arch/include_rules.h"

#include <algorithm>

#include <QMap>
#include <QRegularExpression>

namespace blastoscope::tests {
namespace {

/// What each folder may include, besides itself. A name without a slash is a folder of core. What folders of ui use of
/// core is a matter of their links (and never nn).
const QMap<QString, QString>& arrows()
{
    static const QMap<QString, QString> arrows = {
        {"core/base", ""},
        {"core/masks", "base"},
        {"core/evaluation", "base masks"},
        {"core/simulation", "base masks"},
        {"core/nn", "base masks"},
        {"core/imaging", "base"},
        {"core/annotation", "base masks"},
        {"core/formats", "base masks annotation evaluation imaging"},
        {"core/tracking", "base masks annotation"},
        {"core/measure", "base masks annotation tracking"},
        {"core/review", "base masks annotation measure"},
        {"core/project", "base masks annotation"},
        {"core/inference", "base masks nn imaging annotation"},
        {"core/benchmark", "base"},
        {"core/dataset", "base masks nn imaging annotation formats"},
        {"ui/theme", ""},
        {"ui/help", "ui/theme"},
        {"ui/settings", "ui/theme"},
        {"ui/canvas", "ui/theme"},
        {"ui/timeline", "ui/theme"},
        {"ui/plots", "ui/theme"},
        {"ui/models", ""},
        {"ui/jobs", ""},
        {"ui/tools", "ui/theme ui/canvas ui/jobs"},
        {"ui/session", "ui/theme ui/canvas ui/plots ui/models ui/jobs"},
        {"ui/project", "ui/jobs ui/session"},
        {"ui/training", "ui/theme ui/settings ui/canvas ui/plots ui/models ui/jobs ui/session"},
        {"ui/factory", "ui/theme ui/settings ui/canvas ui/plots ui/models ui/jobs ui/session ui/training"},
        {"ui/shell", "ui/theme ui/help ui/settings ui/canvas ui/timeline ui/plots ui/models ui/jobs ui/tools "
                     "ui/session ui/project ui/training ui/factory"},
        {"app/train", "base masks evaluation simulation nn"},
        {"app/common", "base masks annotation"},
        {"app/factory", "app/train base masks evaluation imaging dataset"},
        {"app/cli", "app/common app/factory app/train base masks evaluation simulation imaging annotation formats "
                    "tracking measure project inference dataset benchmark"},
        {"app/gui", "app/common app/factory ui/theme ui/settings ui/factory ui/shell base masks annotation dataset "
                    "inference"},
    };
    return arrows;
}

bool isTorch(const QString& target)
{
    return target == "core/nn/torch.h" || target.startsWith("torch/") || target.startsWith("ATen/") ||
           target.startsWith("c10/");
}

bool isOpenCv(const QString& target)
{
    return target.startsWith("opencv2/");
}

bool isQt(const QString& target)
{
    static const QRegularExpression qt("^(Q[A-Z]|Qt|qcustomplot)");
    return qt.match(target).hasMatch();
}

/// The folders that build from LibTorch and two header-only libraries (preset nn-only).
bool isInTrainingBuild(const QString& file)
{
    static const QStringList folders = {"core/base/",       "core/masks/", "core/evaluation/",
                                        "core/simulation/", "core/nn/",    "app/train/"};
    return std::any_of(folders.begin(), folders.end(), [&](const QString& folder) { return file.startsWith(folder); });
}

} // namespace

QString folderOf(const QString& path)
{
    const QString top = path.section('/', 0, 0);
    return top == "core" || top == "ui" || top == "app" ? path.section('/', 0, 1) : QString();
}

QStringList knownFolders()
{
    return arrows().keys();
}

bool arrowAllows(const QString& from, const QString& to)
{
    if (from == to)
        return true;
    const QStringList allowed = arrows().value(from).split(' ', Qt::SkipEmptyParts);
    if (to.startsWith("core/"))
        return (from.startsWith("ui/") && to != "core/nn") || allowed.contains(to.mid(5));
    return allowed.contains(to);
}

QStringList brokenRules(const QString& file, const QString& target)
{
    QStringList broken;
    const auto rule = [&](bool kept, const QString& text) {
        if (!kept)
            broken << text;
    };
    const QString from = folderOf(file), to = folderOf(target);
    const bool header = file.endsWith(".h");
    rule(arrows().contains(from), from + " is not in the list of arrows");
    if (!to.isEmpty())
        rule(arrowAllows(from, to), from + " may not use " + to);
    if (from.startsWith("core/"))
        rule(!isQt(target), "core is free of Qt");
    if (isTorch(target)) {
        const bool inside = from == "core/nn" || from == "app/train" || (from == "core/inference" && !header);
        rule(inside, "torch belongs to core/nn, app/train and the .cpp files of core/inference");
    }
    rule(!(header && (isOpenCv(target) || target.startsWith("tiff"))), "OpenCV and libtiff belong into .cpp files");
    if (isInTrainingBuild(file)) {
        static const QRegularExpression foreign("^(opencv2|tiff|pugixml|spdlog|CLI|SQLiteCpp|Q)");
        rule(!foreign.match(target).hasMatch(), "not available on a training machine");
    }
    if (from == "ui/shell" && to == "ui/factory")
        rule(target == "ui/factory/factory_desk.h" || target == "ui/factory/factory_services.h",
             "the shell knows no more of the factory than its desk and services");
    return broken;
}

} // namespace blastoscope::tests
