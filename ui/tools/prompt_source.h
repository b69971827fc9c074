// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>

#include "core/annotation/instance.h"
#include "core/base/error.h"
#include "core/inference/prompt.h"

namespace blastoscope::ui {

/// Somebody who knows what a person means who points at something in the frame on the canvas; answers later.
class PromptSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Clicks are to be expected in the frame on the canvas.
    virtual void prepare() = 0;
    /// Answered by answered() or failed() with the number returned, unless another question or forget() comes first.
    virtual int ask(const inference::Prompt& prompt) = 0;
    virtual void forget() = 0;

signals:
    /// Best answer first; empty: there is nothing.
    void answered(int number, const std::vector<blastoscope::annotation::Instance>& answers);
    void failed(int number, const blastoscope::base::Error& error);
};

} // namespace blastoscope::ui
