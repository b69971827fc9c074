// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QString>
#include <QStringList>

namespace blastoscope::ui {

/// One page of the help.
struct HelpPage {
    QString id;    ///< name of its file without ".md"; also in links
    QString title; ///< its first heading
};

/// A page that holds what was searched for.
struct HelpHit {
    QString id;
    QString title;
    QString excerpt; ///< plain text around the first place
};

/// The pages of the help, which are part of the program: Markdown, with the keys of commands filled in. They are in the
/// language of the window, and in English where a page is not translated.
class HelpPages {
public:
    /// Gives the keys of a command as people read them, e.g. "Ctrl+K"; empty when it has none or does not exist.
    using KeysOf = std::function<QString(const QString& actionId)>;

    explicit HelpPages(KeysOf keysOf);

    /// In the order of the contents.
    const std::vector<HelpPage>& pages() const { return m_pages; }
    bool contains(const QString& id) const;
    /// {view.fit} stands for the keys of that command, {tool.snap?} for " (keys)" or nothing. Empty for an unknown
    /// page.
    QString markdown(const QString& id) const;
    /// As it lies in the program.
    QString source(const QString& id) const;
    /// Pages that hold every word, those with a word in the title first; whatever the case.
    std::vector<HelpHit> search(const QString& words) const;

    /// The ids of commands that pages name, without those marked with "?".
    QStringList namedCommands() const;

private:
    std::vector<HelpPage> m_pages;
    KeysOf m_keysOf;
};

} // namespace blastoscope::ui
