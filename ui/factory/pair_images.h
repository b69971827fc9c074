// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QCache>
#include <QColor>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QTimer>

#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// What of a pair is shown over its picture.
enum class PairLayer { Picture, Labels, Uncertainty };

/// The three pictures of a pair; labels and uncertainty are see-through colours to be laid over the picture. Null when
/// a file is missing or broken.
struct PairImage {
    QImage picture;
    QImage labels;
    QImage uncertainty;
};

/// The colour of a class of the labels; the background has none.
QColor semanticColor(int semanticClass);

/// Any thread.
PairImage readPair(const QString& folder, const QString& file);

/// Reads pairs away from the GUI thread as they are asked for, the latest wishes first, and keeps those seen last.
class PairImages : public QObject {
    Q_OBJECT
public:
    explicit PairImages(QObject* parent = nullptr);
    ~PairImages() override;

    void setFolder(const QString& folder);
    /// Null while it is being read; `loaded` follows.
    const PairImage* find(const QString& file);

signals:
    void loaded(const QStringList& files);

private:
    void readNext();

    QString m_folder;
    QCache<QString, PairImage> m_cache;
    QStringList m_wanted; ///< the latest last
    QTimer m_soon;
    std::unique_ptr<Job<std::vector<std::pair<QString, PairImage>>>> m_job;
};

} // namespace blastoscope::ui
