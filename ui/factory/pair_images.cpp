// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pair_images.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/dataset/generated/pair_files.h"
#include "core/masks/semantic/semantic_map.h"
#include "ui/canvas/instance_colors.h"

namespace blastoscope::ui {

namespace {

constexpr int kCacheKilobytes = 96 * 1024;
constexpr int kAtOnce = 24;
constexpr qsizetype kMostWanted = 400; ///< of a quick scroll only the last ones are still to be seen
constexpr int kLabelAlpha = 120;
constexpr int kHeatAlpha = 225;

/// One colour per byte.
using Ramp = std::array<QRgb, 256>;

Ramp labelRamp()
{
    Ramp ramp{};
    for (int value = 1; value < masks::kUnknownClass; ++value) {
        QColor color = semanticColor(value);
        color.setAlpha(kLabelAlpha);
        ramp[std::size_t(value)] = qPremultiply(color.rgba());
    }
    return ramp;
}

/// From nothing over orange to nearly white: the more uncertain, the brighter and the less see-through.
Ramp heatRamp()
{
    Ramp ramp{};
    for (int value = 0; value < 256; ++value) {
        const double u = std::min(1.0, value / 160.0); // classifiers hardly ever differ as much as they could
        ramp[std::size_t(value)] =
            qPremultiply(qRgba(230 + int(25 * u), 110 + int(130 * u), int(190 * u * u), int(kHeatAlpha * u)));
    }
    return ramp;
}

QImage coloured(const base::Image& bytes, const Ramp& ramp)
{
    QImage out(bytes.width, bytes.height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < bytes.height; ++y) {
        const auto* from = bytes.row<std::uint8_t>(y);
        auto* to = reinterpret_cast<QRgb*>(out.scanLine(y));
        std::transform(from, from + bytes.width, to, [&](std::uint8_t value) { return ramp[value]; });
    }
    return out;
}

QImage gray(const base::Image& bytes)
{
    return QImage(bytes.row<uchar>(0), bytes.width, bytes.height, bytes.width, QImage::Format_Grayscale8).copy();
}

int kilobytesOf(const PairImage& pair)
{
    return 1 + int((pair.picture.sizeInBytes() + pair.labels.sizeInBytes() + pair.uncertainty.sizeInBytes()) / 1024);
}

} // namespace

QColor semanticColor(int semanticClass)
{
    const masks::SemanticClasses classes;
    if (semanticClass == classes.fragment)
        return paletteColor(2);
    if (semanticClass == classes.cell)
        return paletteColor(0);
    if (semanticClass == classes.overlap)
        return paletteColor(1);
    return semanticClass == 0 ? QColor(Qt::transparent) : paletteColor(semanticClass);
}

PairImage readPair(const QString& folder, const QString& file)
{
    static const Ramp labels = labelRamp(), heat = heatRamp();
    const auto pair = dataset::readPair(file.toStdString(), folder.toStdString());
    if (!pair)
        return {};
    return {gray(pair->picture), coloured(pair->labels, labels), coloured(pair->uncertainty, heat)};
}

PairImages::PairImages(QObject* parent) : QObject(parent), m_cache(kCacheKilobytes)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PairImages::readNext);
}

PairImages::~PairImages() = default;

void PairImages::setFolder(const QString& folder)
{
    JobBase::abandon(std::move(m_job), this);
    m_wanted.clear();
    m_cache.clear();
    m_folder = folder;
}

const PairImage* PairImages::find(const QString& file)
{
    if (const PairImage* known = m_cache.object(file))
        return known;
    if (!m_wanted.contains(file))
        m_wanted.append(file);
    if (m_wanted.size() > kMostWanted)
        m_wanted.remove(0, m_wanted.size() - kMostWanted);
    if (!m_job && !m_soon.isActive())
        m_soon.start(0);
    return nullptr;
}

void PairImages::readNext()
{
    if (m_wanted.isEmpty())
        return;
    QStringList files;
    while (!m_wanted.isEmpty() && files.size() < kAtOnce)
        files.append(m_wanted.takeLast());
    using Read = std::vector<std::pair<QString, PairImage>>;
    m_job = std::make_unique<Job<Read>>(
        tr("Reading pairs"),
        [folder = m_folder, files](const base::CancellationToken& cancel, const auto&) -> base::Result<Read> {
            Read read;
            for (const QString& file : files) {
                if (cancel.isCancelled())
                    break;
                read.emplace_back(file, readPair(folder, file));
            }
            return read;
        });
    m_job->onSuccess([this](Read read) {
        QStringList files;
        for (auto& [file, pair] : read) {
            const int cost = kilobytesOf(pair);
            m_cache.insert(file, new PairImage(std::move(pair)), cost);
            files.append(file);
        }
        emit loaded(files);
    });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater(); // it is its own signal that ends here
        readNext();
    });
    m_job->start(QThread::LowPriority);
}

} // namespace blastoscope::ui
