// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialog_texts.h"

#include <QDialog>
#include <QLabel>

#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

constexpr int kSummaryLines = 6; ///< that fit without a change of the dialog's size

} // namespace

DialogTexts addTexts(QDialog& dialog, const QString& intro)
{
    const DialogTexts texts{wrappedLabel(intro, &dialog), wrappedLabel({}, &dialog)};
    for (QLabel* label : {texts.intro, texts.summary})
        label->setMinimumWidth(gridUnit(&dialog) * 46);
    texts.summary->setObjectName(QStringLiteral("summary"));
    texts.summary->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    texts.summary->setMinimumHeight(kSummaryLines * dialog.fontMetrics().lineSpacing());
    return texts;
}

} // namespace blastoscope::ui
