// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QHash>
#include <QString>

#include "core/dataset/source_frame.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::ui {

class OpenStack;
class Workspace;

/// The stack is a folder of generated pictures (dataset::readSampleList): nothing that was seen through a microscope.
bool isSynthetic(const OpenStack& stack);

/// What was reviewed in the open stacks at one moment, for another thread: the stacks may change or be closed
/// afterwards. Nothing is read, and silhouettes are not copied but shared.
struct ReviewedStacks {
    /// On the thread of the stacks.
    ReviewedStacks(const Workspace& workspace);

    struct Stack {
        QString name;
        std::string embryo; ///< two stacks may be views of one
        std::shared_ptr<const imaging::ImageStack> images;
        imaging::FrameIndex shown; ///< the focal plane and channel whose pictures are taken
        std::vector<formats::AnnotatedFrame> accepted;
        int waiting = 0;
        int rejected = 0;
    };
    std::vector<Stack> stacks;
};

/// What the open stacks offer for a training set at one moment.
struct AcceptedFrames {
    /// Accepted and corrected ones of real pictures, which are read later, on any thread. Never null; copying this
    /// struct or handing it to jobs copies no silhouettes.
    std::shared_ptr<const std::vector<dataset::SourceFrame>> frames =
        std::make_shared<std::vector<dataset::SourceFrame>>();
    int waiting = 0; ///< frames with annotations that nobody accepted yet
    int rejected = 0;
    QHash<QString, QString> stackOfEmbryo; ///< embryo id to the name of its stack, for people
};

/// Frames are named EMBRYO/NUMBER, so that a training set does not carry the names of files. Asks the drive which
/// stacks are generated ones, so a window calls this in a job. Any thread.
AcceptedFrames acceptedFrames(const ReviewedStacks& reviewed);

} // namespace blastoscope::ui
