// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QImage>
#include <QObject>
#include <QString>

#include "core/imaging/image_stack.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// Small pictures of the frames of one stack, read one after the other away from the GUI thread, the latest wish first.
class ThumbnailReader : public QObject {
    Q_OBJECT
public:
    using Deliver = std::function<void(int time, QImage picture)>;

    ThumbnailReader(std::shared_ptr<const imaging::ImageStack> images, int plane, QObject* parent = nullptr);

    void request(int time, Deliver deliver);

private:
    struct Wish {
        int time = 0;
        Deliver deliver;
    };
    void startNext();

    std::shared_ptr<const imaging::ImageStack> m_images;
    int m_plane = 0;
    std::vector<Wish> m_wishes;
    std::unique_ptr<Job<QImage>> m_job;
};

/// One small picture with fitted contrast, at most `side` pixels wide and high. Any thread.
base::Result<QImage> readThumbnail(const imaging::ImageStack& images, const imaging::FrameIndex& index, int side);

/// Where the picture of a recent stack is kept.
QString thumbnailFileFor(const QString& folder, const QString& stackPath);

} // namespace blastoscope::ui
