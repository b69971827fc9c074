// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QImage>

#include "tests/ui/frames.h"
#include "tests/ui/picture_stack.h"
#include "ui/session/workspace.h"
#include "ui/training/training_services.h"

/// Files and services around training, without any model.
namespace training {

inline void write(const QString& path, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

/// A folder that looks like a training set: description, data, one picture of 40 x 40 pixels.
inline QString makeDataset(const QString& parent, const QString& name, int trainFrames = 8)
{
    const QString folder = parent + '/' + name;
    write(folder + QStringLiteral("/data.safetensors"), "data");
    write(
        folder + QStringLiteral("/dataset.json"),
        QStringLiteral(R"({"format":"blastoscope-dataset-1","counts":{"train":{"frames":%1,"embryos":3,"blastomere":20},
"validation":{"frames":2,"embryos":1,"blastomere":6}},"warnings":["Only 3 embryos to train on."]})")
            .arg(trainFrames)
            .toUtf8());
    QDir().mkpath(folder + QStringLiteral("/images"));
    frames::gray(40, 120).save(folder + QStringLiteral("/images/00001.png"));
    return folder;
}

/// A file that readCard() takes for a model: "NAME HASH [ANCESTOR]".
inline QString makeModel(const QString& path, const QByteArray& content)
{
    write(path, content);
    return path;
}

inline blastoscope::base::Result<blastoscope::inference::ModelCard> readCard(const std::filesystem::path& path)
{
    using namespace blastoscope;
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound, "There is no such file.");
    const QStringList words = QString::fromUtf8(file.readAll()).split(' ');
    if (words.size() < 2)
        return base::fail(base::ErrorCode::Incompatible, "This is no model.");
    inference::ModelCard card;
    card.file = path;
    card.name = words[0].toStdString();
    card.version = "1";
    card.sha256 = words[1].toStdString();
    card.ancestor = words.value(2).toStdString();
    card.ancestorName = card.ancestor.empty() ? "" : "somebody 1";
    card.metrics = inference::CardMetrics{100, 0.61, 0.85, 0.7, 0.4, 0.8};
    card.recipe = "{}";
    return card;
}

inline blastoscope::ui::TrainingServices services()
{
    using namespace blastoscope;
    ui::TrainingServices services;
    services.readModelCard = readCard;
    services.checkModel = [](const std::filesystem::path& file) -> base::Status {
        const auto card = readCard(file);
        return card ? base::Status() : tl::unexpected(card.error());
    };
    services.chooseDevice = [](inference::DeviceChoice choice) -> base::Result<inference::DeviceInfo> {
        if (choice == inference::DeviceChoice::Cuda)
            return base::fail(base::ErrorCode::Unsupported, "There is no GPU here.");
        return inference::DeviceInfo{"CPU", "it is a test", false, false};
    };
    return services;
}

/// An open stack with two accepted frames, a rejected one and one that waits; one object each.
inline blastoscope::ui::OpenStack* addReviewedStack(blastoscope::ui::Workspace& workspace, const std::string& embryo,
                                                    const std::string& ownName = {})
{
    using namespace blastoscope;
    using annotation::ReviewState;
    ui::OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(5));
    stack->setEmbryoId(embryo);
    const ReviewState states[] = {ReviewState::Accepted, ReviewState::Corrected, ReviewState::Rejected,
                                  ReviewState::ToDo};
    for (int time = 0; time < 4; ++time) {
        annotation::Instance cell = frames::cell(0, frames::disc(120, 60, 60, 30));
        cell.origin = annotation::Origin::Drawn;
        cell.ownName = ownName;
        (void)stack->document().addInstance(time, std::move(cell));
        (void)stack->document().setReview(time, states[time]);
    }
    return stack;
}

} // namespace training
