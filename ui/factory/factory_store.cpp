// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory_store.h"

#include <algorithm>
#include <utility>

#include <QDate>
#include <QDir>

#include "core/base/ids.h"

namespace blastoscope::ui {

namespace {

constexpr int kLongestName = 60;

/// As the name of a folder.
QString slug(const QString& name)
{
    QString out;
    for (const QChar c : name.left(kLongestName))
        out += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : QChar(u'-');
    return out;
}

} // namespace

FactoryStore::FactoryStore(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    refresh();
}

FactoryStore::~FactoryStore() = default;

bool FactoryStore::contains(const QString& path) const
{
    return QDir::cleanPath(path).startsWith(QDir::cleanPath(QDir(m_folder).absolutePath()) + u'/');
}

Factory* FactoryStore::add(const QString& folder)
{
    auto factory = std::make_unique<Factory>(folder);
    Factory* made = factory.get();
    const auto place = std::find_if(m_factories.begin(), m_factories.end(), [&](const auto& other) {
        return QString::localeAwareCompare(made->record().name, other->record().name) < 0;
    });
    m_factories.insert(place, std::move(factory));
    emit added(made);
    return made;
}

void FactoryStore::refresh()
{
    const QDir parent(m_folder);
    for (const QString& name : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = QDir(parent.absoluteFilePath(name)).absolutePath();
        const bool known = std::any_of(m_factories.begin(), m_factories.end(),
                                       [&](const auto& factory) { return factory->folder() == folder; });
        if (!known && QDir(folder).exists(QLatin1String(kFactoryFile)))
            add(folder);
    }
}

QString FactoryStore::freeName() const
{
    const QString stem = QDate::currentDate().toString(Qt::ISODate);
    QString name = stem;
    for (int number = 2; QDir(m_folder).exists(slug(name)); ++number)
        name = QStringLiteral("%1 %2").arg(stem).arg(number);
    return name;
}

base::Result<Factory*> FactoryStore::create(const QString& name)
{
    const QString folder = QDir(QDir(m_folder).filePath(slug(name.trimmed()))).absolutePath();
    if (name.trimmed().isEmpty())
        return base::fail(base::ErrorCode::InvalidArgument, tr("Give the factory a name.").toStdString());
    if (QDir(folder).exists())
        return base::fail(base::ErrorCode::InvalidArgument,
                          tr("There is a factory “%1” already.").arg(name.trimmed()).toStdString());
    if (!QDir().mkpath(folder))
        return base::fail(base::ErrorCode::Io,
                          tr("The folder %1 could not be made.").arg(QDir::toNativeSeparators(folder)).toStdString());
    FactoryRecord record;
    record.name = name.trimmed();
    record.created = QDateTime::currentDateTime();
    if (auto written = writeFactoryRecord(folder, record); !written) {
        QDir(folder).removeRecursively();
        return tl::unexpected(written.error());
    }
    return add(folder);
}

base::Status FactoryStore::remove(Factory& factory)
{
    const QString folder = factory.folder(), waste = QDir(m_folder).filePath(QStringLiteral(".removed-") +
                                                                             QString::fromStdString(base::randomId()));
    if (!QDir().rename(folder, waste))
        return base::fail(
            base::ErrorCode::Io,
            tr("The folder %1 could not be removed.").arg(QDir::toNativeSeparators(folder)).toStdString());
    m_cleaning.push_back(std::make_unique<Job<void>>(tr("Removing"), [waste](const auto&, const auto&) -> base::Status {
        QDir(waste).removeRecursively(); // what is left of it no one looks for
        return {};
    }));
    m_cleaning.back()->start(QThread::LowPriority);
    const auto found = std::find_if(m_factories.begin(), m_factories.end(),
                                    [&](const auto& other) { return other.get() == &factory; });
    const std::unique_ptr<Factory> gone = std::move(*found);
    m_factories.erase(found);
    emit removed(gone.get());
    return {};
}

} // namespace blastoscope::ui
