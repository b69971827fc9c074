// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDateTime>
#include <QImage>
#include <QWidget>

#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// The latest samples of a generator that trains (samples.pnm of its run), as large as fits. The file is read away from
/// the GUI thread, and again only when it is another one.
class SampleGridView : public QWidget {
    Q_OBJECT
public:
    explicit SampleGridView(QWidget* parent = nullptr);
    ~SampleGridView() override;

    /// Looks whether the file changed. An empty name shows nothing.
    void setFile(const QString& file);
    const QImage& picture() const { return m_picture; }
    QSize sizeHint() const override;

signals:
    void pictureChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_file;
    QDateTime m_time;
    QImage m_picture;
    std::unique_ptr<Job<QImage>> m_job;
};

} // namespace blastoscope::ui
