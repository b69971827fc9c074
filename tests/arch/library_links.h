// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace blastoscope::tests {

/// The links between the targets of this tree, as the CMakeLists.txt of their folders name them.
class LibraryLinks {
public:
    /// Takes in the CMakeLists.txt of a folder ("core/masks").
    void add(const QString& folder, const QString& cmake);

    /// Other folders that targets of `folder` name in their links.
    QSet<QString> linkedBy(const QString& folder) const;
    /// The same with what comes along through public links.
    QSet<QString> reachableFrom(const QString& folder) const;

private:
    struct Target {
        QString folder;
        QStringList publicLinks;
        QStringList privateLinks;
    };

    void addTarget(const QString& folder, const QString& name, const QStringList& words);
    QSet<QString> foldersOf(const QString& folder, bool transitive) const;

    QMap<QString, Target> m_targets;
};

} // namespace blastoscope::tests
