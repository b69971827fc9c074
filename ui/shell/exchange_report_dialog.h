// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/formats/exchange.h"

namespace blastoscope::ui {

/// What the dialog shows.
struct ExchangeResult {
    QString title;
    QString headline; ///< what was done
    QString folder;   ///< with the written files; empty after an import
    formats::ExchangeReport report;
};

/// What an import or export did, and everything that it left out or changed, to read and to copy.
class ExchangeReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExchangeReportDialog(ExchangeResult result, QWidget* parent = nullptr);

    /// Headline and report, as "Copy" puts it on the clipboard.
    QString text() const;

private:
    QWidget* createLoss();
    QWidget* createList();

    ExchangeResult m_result;
};

/// Shows it without stopping anything else; it deletes itself when it is closed.
ExchangeReportDialog* showExchangeReport(ExchangeResult result, QWidget* parent);

} // namespace blastoscope::ui
