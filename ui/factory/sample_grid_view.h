// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDateTime>
#include <QImage>
#include <QWidget>

#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// Pictures of a generator beside each other, as large as fits: the latest samples while it trains (samples.pnm of its
/// run), or a folder of samples. They are read away from the GUI thread, and again only when they are others.
class SampleGridView : public QWidget {
    Q_OBJECT
public:
    explicit SampleGridView(QWidget* parent = nullptr);
    ~SampleGridView() override;

    /// Looks whether the file or folder changed. An empty name shows nothing, or `hint`.
    void setSource(const QString& path);
    void setHint(const QString& hint);
    const QImage& picture() const { return m_picture; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_source;
    QString m_hint;
    QDateTime m_time;
    QImage m_picture;
    std::unique_ptr<Job<QImage>> m_job;
};

} // namespace blastoscope::ui
