// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QString>

#include "core/base/error.h"
#include "core/imaging/image_stack.h"

/// A folder of `count` grey pictures of 120 x 120 pixels; returns its path.
inline QString makePictureFolder(const QString& parent, const QString& name, int count)
{
    const QDir folder(parent + '/' + name);
    folder.mkpath(QStringLiteral("."));
    for (int i = 0; i < count; ++i) {
        QImage picture(120, 120, QImage::Format_Grayscale8);
        picture.fill(60 + i);
        QPainter painter(&picture);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(170, 170, 170));
        painter.drawEllipse(QPointF(60, 60), 40, 40);
        painter.end();
        picture.save(folder.filePath(QStringLiteral("frame_%1.png").arg(i + 1, 3, 10, QChar('0'))));
    }
    return folder.absolutePath();
}

/// Frames in memory; the one with number `broken` cannot be read.
class MemoryStack : public blastoscope::imaging::ImageStack {
public:
    explicit MemoryStack(int times, int broken = -1) : m_broken(broken)
    {
        m_info.path = "/nowhere/memory";
        m_info.format = "memory";
        m_info.times = times;
        m_info.width = m_info.height = 120;
    }
    const blastoscope::imaging::StackInfo& info() const override { return m_info; }
    blastoscope::base::Result<blastoscope::base::Image>
    read(const blastoscope::imaging::FrameIndex& index) const override
    {
        if (index.time == m_broken)
            return blastoscope::base::fail(blastoscope::base::ErrorCode::Corrupt, "This frame is broken.");
        return blastoscope::base::Image(120, 120, 1, blastoscope::base::PixelType::U8);
    }
    std::string frameName(const blastoscope::imaging::FrameIndex& index) const override
    {
        return "frame_" + std::to_string(index.time) + ".png";
    }
    blastoscope::imaging::StackInfo& edit() { return m_info; }

private:
    blastoscope::imaging::StackInfo m_info;
    int m_broken;
};
