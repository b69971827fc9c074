// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace fixtures {

/// What a program that edits until it is killed called saved: its last whole line "ack EDITS HASH".
struct Acknowledged {
    int edits = 0;
    QByteArray hash; ///< of the content then; empty when it said nothing
};

inline Acknowledged lastAcknowledged(const QByteArray& output)
{
    Acknowledged last;
    for (const QByteArray& line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words[2].size() == 64)
            last = {words[1].toInt(), words[2]};
    }
    return last;
}

} // namespace fixtures
