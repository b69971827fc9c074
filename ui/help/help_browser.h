// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace blastoscope::ui {

class HelpPages;

/// Shows one page of the help; links lead from page to page, and nowhere else.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpBrowser(const HelpPages& pages, QWidget* parent = nullptr);

    void showPage(const QString& id);
    /// Id of the page; empty before the first one.
    QString page() const;

    QVariant loadResource(int type, const QUrl& url) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    const HelpPages& m_pages;
};

} // namespace blastoscope::ui
