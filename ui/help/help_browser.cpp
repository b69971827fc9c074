// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_browser.h"

#include <QEvent>
#include <QFileInfo>

#include "ui/help/help_pages.h"
#include "ui/help/help_style.h"

namespace blastoscope::ui {

HelpBrowser::HelpBrowser(const HelpPages& pages, QWidget* parent) : QTextBrowser(parent), m_pages(pages)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(true);
    setOpenExternalLinks(false);
    connect(this, &QTextBrowser::sourceChanged, this, [this] { styleHelpDocument(*document(), *this); });
}

void HelpBrowser::showPage(const QString& id)
{
    setSource(QUrl(QStringLiteral("help:/%1.md").arg(id)), QTextDocument::MarkdownResource);
}

QString HelpBrowser::page() const
{
    return QFileInfo(source().path()).completeBaseName();
}

QVariant HelpBrowser::loadResource(int type, const QUrl& url)
{
    if (type != QTextDocument::MarkdownResource || url.scheme() != QLatin1String("help"))
        return {};
    return m_pages.markdown(QFileInfo(url.path()).completeBaseName());
}

void HelpBrowser::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looks && !page().isEmpty())
        reload(); // the styles are in the document
}

} // namespace blastoscope::ui
