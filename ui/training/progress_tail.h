// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace blastoscope::ui {

/// Follows a file to which another program appends JSON objects, one a line. A line counts only once its end is there;
/// a line that is no JSON is skipped, and so is the torn beginning of one that a killed program left in front of
/// another.
class ProgressTail {
public:
    explicit ProgressTail(QString file) : m_file(std::move(file)) {}

    struct Batch {
        QList<QJsonObject> lines;
        bool restarted = false; ///< the file is another one than before: forget what earlier lines said
        bool more = false;      ///< the limit was reached; read again soon
    };

    /// What came since the last call, at most about `limit` bytes, so that a long diary never holds up the window. A
    /// missing file is an empty one.
    Batch readNew(qint64 limit = 256 * 1024);

private:
    QString m_file;
    qint64 m_position = 0;
    QByteArray m_rest; ///< the beginning of a line whose end is not there yet
};

} // namespace blastoscope::ui
