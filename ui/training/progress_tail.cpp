// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/progress_tail.h"

#include <optional>

#include <QFile>
#include <QJsonDocument>

namespace blastoscope::ui {

namespace {

constexpr qsizetype kLongestLine = 1024 * 1024;

std::optional<QJsonObject> parse(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// The object of a line; that at its end when something torn stands before it.
std::optional<QJsonObject> objectIn(const QByteArray& line)
{
    if (auto whole = parse(line))
        return whole;
    for (qsizetype start = line.indexOf("{\"", 1); start > 0; start = line.indexOf("{\"", start + 1)) {
        auto object = parse(line.mid(start));
        if (object && object->contains(QLatin1String("event")))
            return object;
    }
    return std::nullopt;
}

} // namespace

ProgressTail::Batch ProgressTail::readNew(qint64 limit)
{
    Batch batch;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return batch;
    if (file.size() < m_position) {
        batch.restarted = true;
        m_position = 0;
        m_rest.clear();
    }
    file.seek(m_position);
    const QByteArray bytes = file.read(limit);
    m_position += bytes.size();
    batch.more = !bytes.isEmpty() && m_position < file.size(); // a broken drive gives nothing, again and again
    m_rest += bytes;
    qsizetype start = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', start)) {
        if (const auto object = objectIn(m_rest.mid(start, end - start)))
            batch.lines.append(*object);
        start = end + 1;
    }
    m_rest.remove(0, start);
    if (m_rest.size() > kLongestLine)
        m_rest.clear(); // no diary has such a line
    return batch;
}

} // namespace blastoscope::ui
