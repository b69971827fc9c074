// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;
class QWidget;

namespace blastoscope::ui {

/// Makes a document that came from Markdown readable: room between paragraphs and around tables, headings of two
/// sizes, links in the accent colour. Sizes follow the font of `widget`.
void styleHelpDocument(QTextDocument& document, const QWidget& widget);

} // namespace blastoscope::ui
