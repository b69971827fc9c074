// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_style.h"

#include <utility>
#include <vector>

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QWidget>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr double kLineHeight = 125; ///< per cent
constexpr double kTitleSize = 1.6;  ///< of the text
constexpr double kHeadingSize = 1.2;

void styleBlock(const QTextBlock& block, int unit, double pointSize)
{
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int heading = format.headingLevel();
    format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
    if (cursor.currentTable()) {
        format.setTopMargin(0);
        format.setBottomMargin(0);
    } else {
        format.setTopMargin(heading > 1 ? unit * 2 : 0);
        format.setBottomMargin(heading == 1 || !block.textList() ? unit : unit / 2);
    }
    cursor.setBlockFormat(format);
    if (heading > 0) {
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat size = cursor.charFormat();
        size.clearProperty(QTextFormat::FontSizeAdjustment); // of the Markdown reader
        size.setFontPointSize(pointSize * (heading == 1 ? kTitleSize : kHeadingSize));
        cursor.setCharFormat(size);
    }
}

void styleLinks(const QTextBlock& block, const QColor& color)
{
    std::vector<std::pair<int, int>> links; // positions; the fragments change while they are styled
    for (auto it = block.begin(); !it.atEnd(); ++it)
        if (const QTextFragment fragment = it.fragment(); fragment.charFormat().isAnchor())
            links.emplace_back(fragment.position(), fragment.position() + fragment.length());
    QTextCharFormat format;
    format.setForeground(color);
    for (const auto& [from, to] : links) {
        QTextCursor cursor(block);
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

void styleTables(QTextFrame& frame, int unit, const QColor& line)
{
    for (QTextFrame* child : frame.childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(child)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(line);
            format.setCellPadding(unit * 3 / 4);
            format.setCellSpacing(0);
            format.setTopMargin(unit / 2);
            format.setBottomMargin(unit * 2);
            table->setFormat(format);
        }
        styleTables(*child, unit, line);
    }
}

} // namespace

void styleHelpDocument(QTextDocument& document, const QWidget& widget)
{
    const int unit = gridUnit(&widget);
    document.setDocumentMargin(unit * 3);
    const double pointSize = widget.font().pointSizeF();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        styleBlock(block, unit, pointSize);
        styleLinks(block, accentText(widget.palette()));
    }
    styleTables(*document.rootFrame(), unit, separatorColor(widget.palette()));
}

} // namespace blastoscope::ui
