// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_topic.h"

#include <QDockWidget>
#include <QHash>
#include <QVariant>
#include <QWidget>

namespace blastoscope::ui {

namespace {

/// By the names of the docks.
QString pageOfDock(const QString& dock)
{
    static const QHash<QString, QString> pages = {
        {QStringLiteral("stacks"), QStringLiteral("open")},
        {QStringLiteral("review"), QStringLiteral("review")},
        {QStringLiteral("picture"), QStringLiteral("look")},
        {QStringLiteral("timeline"), QStringLiteral("look")},
        {QStringLiteral("blastomeres"), QStringLiteral("correct")},
        {QStringLiteral("frame"), QStringLiteral("measure")},
        {QStringLiteral("cells"), QStringLiteral("measure")},
        {QStringLiteral("diameter"), QStringLiteral("measure")},
        {QStringLiteral("evenness"), QStringLiteral("measure")},
        {QStringLiteral("lineage"), QStringLiteral("measure")},
        {QStringLiteral("measurements"), QStringLiteral("measure")},
        {QStringLiteral("training"), QStringLiteral("fine-tune")},
        {QStringLiteral("models"), QStringLiteral("compare")},
        {QStringLiteral("log"), QStringLiteral("troubles")},
    };
    return pages.value(dock);
}

} // namespace

QString helpPageFor(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString page = widget->property("helpPage").toString(); !page.isEmpty())
            return page;
        if (qobject_cast<const QDockWidget*>(widget))
            if (const QString page = pageOfDock(widget->objectName()); !page.isEmpty())
                return page;
    }
    return QStringLiteral("index");
}

} // namespace blastoscope::ui
