// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/factory/factory_services.h"

namespace blastoscope::gui {

/// The labelling factory's work, by the generator and its interpreter.
ui::FactoryServices factoryServices();

} // namespace blastoscope::gui
