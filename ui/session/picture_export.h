// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include "core/base/error.h"

namespace blastoscope::ui {

/// `rendered` is what the canvas painted at `scale` screen pixels per pixel of `picture`. Text that an instrument wrote
/// into the picture (it may name the patient) is painted black. Any thread.
QImage withoutBurnedInText(QImage rendered, const QImage& picture, double scale);

/// Any thread.
base::Status writePicture(const QImage& picture, const QString& file);

} // namespace blastoscope::ui
