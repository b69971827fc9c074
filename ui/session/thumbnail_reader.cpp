// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/thumbnail_reader.h"

#include <QCryptographicHash>
#include <QDir>

#include "ui/session/frame_presenter.h"

namespace blastoscope::ui {

namespace {

constexpr int kSide = 160;
constexpr std::size_t kMaxWishes = 32; ///< older ones are forgotten: nobody looks there any more

} // namespace

ThumbnailReader::ThumbnailReader(std::shared_ptr<const imaging::ImageStack> images, int plane, QObject* parent)
    : QObject(parent), m_images(std::move(images)), m_plane(plane)
{
}

void ThumbnailReader::request(int time, Deliver deliver)
{
    if (m_wishes.size() == kMaxWishes)
        m_wishes.erase(m_wishes.begin());
    m_wishes.push_back({time, std::move(deliver)});
    if (!m_job)
        startNext();
}

void ThumbnailReader::startNext()
{
    if (m_wishes.empty())
        return;
    Wish wish = std::move(m_wishes.back());
    m_wishes.pop_back();
    m_job = std::make_unique<Job<QImage>>(
        tr("Reading a small picture"), [images = m_images, index = imaging::FrameIndex{wish.time, m_plane, 0}](
                                           const auto&, const auto&) { return readThumbnail(*images, index, kSide); });
    m_job->onSuccess([wish](QImage picture) { wish.deliver(wish.time, std::move(picture)); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        startNext();
    });
    m_job->start(QThread::LowPriority);
}

base::Result<QImage> readThumbnail(const imaging::ImageStack& images, const imaging::FrameIndex& index, int side)
{
    const auto frame = images.read(index);
    if (!frame)
        return tl::unexpected(frame.error());
    const QImage picture = toQImage(imaging::displayImage(*frame, fittedContrast(*frame, ContrastFit::First)));
    return picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QString thumbnailFileFor(const QString& folder, const QString& stackPath)
{
    const QByteArray hash = QCryptographicHash::hash(stackPath.toUtf8(), QCryptographicHash::Sha256);
    return QDir(folder).filePath(QString::fromLatin1(hash.toHex().left(32)) + QStringLiteral(".png"));
}

} // namespace blastoscope::ui
