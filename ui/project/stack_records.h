// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_types.h"
#include "ui/session/missing_images.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// What a project stores about a stack, without key, fingerprint and hash of the content.
project::StackRecord projectRecordOf(const OpenStack& stack);

/// The properties of a stack as the project knows them. Where it knows no pixel size, that of the images stays.
StackProperties propertiesOf(const project::StackRecord& record, const StackProperties& ofImages);
/// The other way round.
void setProperties(project::StackRecord& record, const StackProperties& properties);

/// Whether annotations of the stack can lie over these images.
bool fits(const project::StackRecord& record, const imaging::StackInfo& images);
/// What takes the place of images that cannot be found or used; `reason` is for people.
std::shared_ptr<const imaging::ImageStack> missingImagesOf(const project::StackRecord& record, const QString& reason);

} // namespace blastoscope::ui
