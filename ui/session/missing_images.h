// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/imaging/image_stack.h"

namespace blastoscope::ui {

/// Stands for the images of a stack while they cannot be found: it has their size and length, and reading a frame says
/// what is wrong. So the annotations can be looked at, measured and exported all the same.
class MissingImages : public imaging::ImageStack {
public:
    /// `reason`: a sentence for people, with what helps.
    MissingImages(imaging::StackInfo info, QString reason) : m_info(std::move(info)), m_reason(std::move(reason)) {}

    const imaging::StackInfo& info() const override { return m_info; }
    base::Result<base::Image> read(const imaging::FrameIndex&) const override
    {
        return base::fail(base::ErrorCode::NotFound, m_reason.toStdString());
    }
    std::string frameName(const imaging::FrameIndex& index) const override
    {
        return "frame_" + std::to_string(index.time + 1);
    }
    const QString& reason() const { return m_reason; }

private:
    imaging::StackInfo m_info;
    QString m_reason;
};

} // namespace blastoscope::ui
