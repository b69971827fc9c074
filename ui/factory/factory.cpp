// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory.h"

#include <utility>

#include <QDir>

namespace blastoscope::ui {

Factory::Factory(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    if (auto record = readFactoryRecord(m_folder)) {
        m_record = std::move(*record);
    } else {
        m_record.name = QDir(m_folder).dirName();
        m_trouble = record.error();
    }
}

base::Status Factory::edit(const std::function<void(FactoryRecord&)>& change)
{
    if (m_trouble)
        return tl::unexpected(*m_trouble);
    FactoryRecord record = m_record;
    change(record);
    if (record == m_record)
        return {};
    if (auto written = writeFactoryRecord(m_folder, record); !written)
        return written;
    m_record = std::move(record);
    emit changed();
    return {};
}

QString Factory::file(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}

QString Factory::nextBatch() const
{
    const QDir folder(m_folder);
    for (int number = int(m_record.batches.size()) + 1;; ++number) {
        QString name = QStringLiteral("samples-%1").arg(number);
        if (!folder.exists(name))
            return name;
    }
}

} // namespace blastoscope::ui
