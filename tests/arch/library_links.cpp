// SPDX-License-Identifier: Apache-2.0
#include "tests/arch/library_links.h"

#include <QRegularExpression>

namespace blastoscope::tests {

void LibraryLinks::add(const QString& folder, const QString& cmake)
{
    static const QRegularExpression comment("#[^\n]*");
    static const QRegularExpression call("\\b(blastoscope_library|target_link_libraries)\\(([^)]*)\\)");
    static const QRegularExpression space("\\s+");
    auto match = call.globalMatch(QString(cmake).remove(comment));
    while (match.hasNext()) {
        const auto found = match.next();
        const QStringList words = found.captured(2).split(space, Qt::SkipEmptyParts);
        const bool isLibrary = found.captured(1) == "blastoscope_library";
        addTarget(folder, isLibrary ? "blastoscope_" + words.value(0) : words.value(0), words.mid(1));
    }
}

void LibraryLinks::addTarget(const QString& folder, const QString& name, const QStringList& words)
{
    Target& target = m_targets[name];
    target.folder = folder;
    QString section;
    for (const QString& word : words) {
        if (word == "SOURCES" || word == "PUBLIC" || word == "PRIVATE")
            section = word;
        else if (section == "PUBLIC")
            target.publicLinks << word;
        else if (section == "PRIVATE")
            target.privateLinks << word;
    }
}

QSet<QString> LibraryLinks::linkedBy(const QString& folder) const
{
    return foldersOf(folder, false);
}

QSet<QString> LibraryLinks::reachableFrom(const QString& folder) const
{
    return foldersOf(folder, true);
}

QSet<QString> LibraryLinks::foldersOf(const QString& folder, bool transitive) const
{
    QStringList open;
    for (const Target& target : m_targets) {
        if (target.folder == folder)
            open << target.publicLinks << target.privateLinks;
    }
    QSet<QString> seen, folders;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        if (seen.contains(name) || !m_targets.contains(name))
            continue;
        seen << name;
        folders << m_targets[name].folder;
        if (transitive)
            open << m_targets[name].publicLinks;
    }
    folders.remove(folder);
    return folders;
}

} // namespace blastoscope::tests
