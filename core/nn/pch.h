// SPDX-License-Identifier: Apache-2.0
// Precompiled once for the whole program; every target that uses torch takes it over (see blastoscope_use_torch).
#pragma once

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "core/nn/torch.h"
