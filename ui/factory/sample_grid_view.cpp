// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/sample_grid_view.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <QDir>
#include <QFileInfo>
#include <QPainter>

#include "core/dataset/generated/sample_files.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr int kMostOnSheet = 60;
constexpr double kWide = 2.5; ///< a sheet is so many times as wide as high
constexpr int kGap = 2;

/// The first pictures of a folder of samples.
QImage sheetOf(const QString& folder, const base::CancellationToken& cancel)
{
    const auto list = dataset::readSampleList(folder.toStdString());
    if (!list || list->samples.empty())
        return {};
    std::vector<QImage> pictures;
    for (const dataset::SampleEntry& sample : list->samples) {
        QImage picture(QDir(folder).filePath(QString::fromStdString(sample.file)));
        if (cancel.isCancelled() || pictures.size() == kMostOnSheet)
            break;
        if (!picture.isNull())
            pictures.push_back(std::move(picture));
    }
    if (pictures.empty())
        return {};
    const int columns = std::max(1, int(std::ceil(std::sqrt(kWide * double(pictures.size())))));
    const int rows = (int(pictures.size()) + columns - 1) / columns, side = pictures.front().width() + kGap;
    QImage sheet(columns * side - kGap, rows * side - kGap, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::transparent);
    QPainter painter(&sheet);
    for (int i = 0; i < int(pictures.size()); ++i)
        painter.drawImage(i % columns * side, i / columns * side, pictures[std::size_t(i)]);
    return sheet;
}

} // namespace

SampleGridView::SampleGridView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Samples of the generator"));
    setMinimumSize(24 * gridUnit(this), 24 * gridUnit(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

SampleGridView::~SampleGridView() = default;

QSize SampleGridView::sizeHint() const
{
    return {48 * gridUnit(this), 48 * gridUnit(this)};
}

void SampleGridView::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void SampleGridView::setSource(const QString& path)
{
    const QDateTime time = path.isEmpty() ? QDateTime() : QFileInfo(path).lastModified();
    if (path == m_source && time == m_time)
        return;
    if (path != m_source && !m_picture.isNull()) {
        m_picture = {};
        update();
    }
    m_source = path;
    m_time = time;
    JobBase::abandon(std::move(m_job), this);
    if (!time.isValid())
        return;
    m_job = std::make_unique<Job<QImage>>(
        tr("Reading samples"), [path](const base::CancellationToken& cancel, const auto&) -> base::Result<QImage> {
            return QFileInfo(path).isDir() ? sheetOf(path, cancel) : QImage(path);
        });
    m_job->onSuccess([this](QImage picture) {
        if (picture.isNull())
            return; // not there yet, or no picture: the last one stays
        m_picture = std::move(picture);
        update();
    });
    m_job->start(QThread::LowPriority);
}

void SampleGridView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        painter.setPen(mutedText(palette()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    const QSize size = m_picture.size().scaled(this->size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(0, 0), size), m_picture);
}

} // namespace blastoscope::ui
