// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look_sign.h"

#include <algorithm>
#include <limits>

#include <QLocale>
#include <QToolTip>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

using inference::LookDifference;
using inference::LookRespect;

/// In a word, with what that often means.
QString kindOf(const LookDifference& difference)
{
    const bool more = difference.value > difference.high;
    switch (difference.respect) {
    case LookRespect::Brightness:
        return more ? LookSign::tr("It is brighter, like dark objects on a bright ground")
                    : LookSign::tr("It is darker, like bright objects on a dark ground");
    case LookRespect::Spread:
        return more ? LookSign::tr("Its bright and dark parts differ more")
                    : LookSign::tr("Its bright and dark parts differ less");
    case LookRespect::Skewness:
        return more ? LookSign::tr("It shows few bright objects on a dark ground")
                    : LookSign::tr("It shows few dark objects on a bright ground");
    case LookRespect::Detail: break;
    }
    return more ? LookSign::tr("It is more finely structured: small objects, or noise")
                : LookSign::tr("It is less finely structured: few large objects, or out of focus");
}

QString measured(const LookDifference& difference)
{
    const QLocale locale;
    const double least = difference.respect == LookRespect::Skewness ? std::numeric_limits<double>::lowest() : 0;
    const auto number = [&](double value) { return locale.toString(std::max(least, value), 'f', 2); };
    return LookSign::tr("%1 (%2; training pictures: %3 to %4).", "in what a frame differs; measured; from; to")
        .arg(kindOf(difference), number(difference.value), number(difference.low), number(difference.high));
}

} // namespace

LookSign::LookSign(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("lookSign"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(gridUnit(this), gridUnit(this)) * 2);
    setIcon(ui::icon(Icon::Warning));
    setText(tr("Unfamiliar frame"));
    // The reason is a tooltip: without a mouse that hovers it comes on a click or a key.
    connect(this, &QToolButton::clicked, this,
            [this] { QToolTip::showText(mapToGlobal(QPoint(0, -height())), toolTip(), this); });
    showDifferences({});
}

void LookSign::showDifferences(const std::vector<LookDifference>& differences)
{
    setVisible(!differences.empty());
    QString reasons;
    for (const LookDifference& difference : differences)
        reasons += QStringLiteral("<li>%1</li>").arg(measured(difference).toHtmlEscaped());
    const QString text =
        tr("<p>This frame looks unlike the pictures that the model was trained on, so what it finds may be wrong.</p>"
           "<ul>%1</ul>"
           "<p>What helps: look whether this is the right channel and focal plane, choose another model beside this "
           "sign, or accept some corrected frames like this one and fine-tune the model with them.</p>")
            .arg(reasons);
    setToolTip(differences.empty() ? QString() : text);
    setAccessibleName(this->text());
    setAccessibleDescription(toolTip());
}

} // namespace blastoscope::ui
