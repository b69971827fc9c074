// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/sample_grid_view.h"

#include <QFileInfo>
#include <QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

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

void SampleGridView::setFile(const QString& file)
{
    const QDateTime time = file.isEmpty() ? QDateTime() : QFileInfo(file).lastModified();
    if (file == m_file && time == m_time)
        return;
    if (file != m_file && !m_picture.isNull()) {
        m_picture = {};
        update();
    }
    m_file = file;
    m_time = time;
    m_job.reset();
    if (!time.isValid())
        return;
    m_job = std::make_unique<Job<QImage>>(tr("Reading samples"),
                                          [file](const auto&, const auto&) -> base::Result<QImage> { return QImage(file); });
    m_job->onSuccess([this](QImage picture) {
        if (picture.isNull())
            return; // not there yet, or no picture: the last one stays
        m_picture = std::move(picture);
        update();
        emit pictureChanged();
    });
    m_job->start(QThread::LowPriority);
}

void SampleGridView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_picture.isNull()) {
        painter.setPen(mutedText(palette()));
        const int unit = gridUnit(this);
        painter.drawText(rect().adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The first samples appear a little after the training begins."));
        return;
    }
    const QSize size = m_picture.size().scaled(this->size(), Qt::KeepAspectRatio);
    const QRect target((width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_picture);
}

} // namespace blastoscope::ui
