// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_pages.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTextDocument>

// The macro must stand outside every namespace.
static void initHelpResources()
{
    Q_INIT_RESOURCE(help);
}

namespace blastoscope::ui {

namespace {

/// The order of the contents: that of the work.
constexpr const char* kPages[] = {"index",    "open",     "look",          "segment",   "correct",     "review",
                                  "measure",  "exchange", "training-sets", "fine-tune", "compare",     "factory",
                                  "projects", "files",    "keys",          "troubles",  "research-use"};
constexpr int kExcerptBefore = 40;
constexpr int kExcerptLength = 140;

const QRegularExpression& commandPattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([a-z]+\\.[A-Za-z]+)(\\?)?\\}"));
    return pattern;
}

QString titleOf(const QString& source)
{
    return source.section(u'\n', 0, 0).remove(QRegularExpression(QStringLiteral("^#\\s*"))).trimmed();
}

/// Keys such as [ and * mean something in Markdown.
QString escaped(const QString& keys)
{
    static const QRegularExpression special(QStringLiteral("([\\\\`*_\\[\\]|<>])"));
    return QString(keys).replace(special, QStringLiteral("\\\\1"));
}

QString plainText(const QString& markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    return document.toPlainText().simplified();
}

} // namespace

HelpPages::HelpPages(KeysOf keysOf) : m_keysOf(std::move(keysOf))
{
    initHelpResources();
    for (const char* id : kPages)
        m_pages.push_back({QString::fromLatin1(id), titleOf(source(QString::fromLatin1(id)))});
}

bool HelpPages::contains(const QString& id) const
{
    return std::any_of(m_pages.begin(), m_pages.end(), [&id](const HelpPage& page) { return page.id == id; });
}

QString HelpPages::source(const QString& id) const
{
    //: Folder of the help in this language, see resources/help. A page that is missing there is shown in English.
    const QString folder = QCoreApplication::translate("blastoscope::ui::HelpWindow", "en");
    for (const QString& path : {folder + u'/' + id, id})
        if (QFile file(QStringLiteral(":/blastoscope/help/%1.md").arg(path)); file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    return {};
}

QString HelpPages::markdown(const QString& id) const
{
    const QString text = source(id);
    QString out;
    qsizetype from = 0;
    for (auto it = commandPattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString keys = m_keysOf ? m_keysOf(match.captured(1)) : QString();
        const bool optional = !match.captured(2).isEmpty();
        const QString shown = QStringLiteral("**%1**").arg(escaped(keys));
        if (keys.isEmpty())
            out += optional ? QString() : QCoreApplication::translate("blastoscope::ui::HelpWindow", "(no key)");
        else
            out += optional ? QStringLiteral(" (%1)").arg(shown) : shown;
    }
    return out + text.mid(from);
}

std::vector<HelpHit> HelpPages::search(const QString& words) const
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<HelpHit> inTitle, inText;
    for (const HelpPage& page : m_pages) {
        const QString text = plainText(markdown(page.id));
        const auto isIn = [](const QString& whole) {
            return [&whole](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); };
        };
        if (wanted.isEmpty() || !std::all_of(wanted.begin(), wanted.end(), isIn(text)))
            continue;
        const qsizetype place = text.indexOf(wanted.first(), page.title.size(), Qt::CaseInsensitive);
        const qsizetype from = std::max<qsizetype>(page.title.size(), place - kExcerptBefore);
        HelpHit hit{page.id, page.title, text.mid(from, kExcerptLength).trimmed()};
        const bool titled = std::any_of(wanted.begin(), wanted.end(), isIn(page.title));
        (titled ? inTitle : inText).push_back(std::move(hit));
    }
    inTitle.insert(inTitle.end(), inText.begin(), inText.end());
    return inTitle;
}

QStringList HelpPages::namedCommands() const
{
    QStringList ids;
    for (const HelpPage& page : m_pages)
        for (auto it = commandPattern().globalMatch(source(page.id)); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (match.captured(2).isEmpty())
                ids << match.captured(1);
        }
    ids.removeDuplicates();
    return ids;
}

} // namespace blastoscope::ui
