// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/object_words.h"

#include <QCoreApplication>

namespace blastoscope::ui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ObjectWords)
};

} // namespace

QString objectWord(const std::string& ownName)
{
    if (ownName == "nucleus")
        return Texts::tr("nucleus");
    if (ownName == "worm")
        return Texts::tr("worm");
    return QString::fromStdString(ownName);
}

QString objectTitle(const std::string& ownName)
{
    const QString word = objectWord(ownName);
    return word.left(1).toUpper() + word.mid(1);
}

QString objectsTitle(const std::string& ownName)
{
    if (ownName == "nucleus")
        return Texts::tr("Nuclei");
    if (ownName == "worm")
        return Texts::tr("Worms");
    return Texts::tr("Objects (%1)").arg(objectWord(ownName));
}

QString countOfObjects(const std::string& ownName, int count)
{
    if (ownName == "nucleus")
        return Texts::tr("%n nucleus(nuclei)", nullptr, count);
    if (ownName == "worm")
        return Texts::tr("%n worm(s)", nullptr, count);
    return Texts::tr("%n object(s) (%1)", nullptr, count).arg(objectWord(ownName));
}

} // namespace blastoscope::ui
