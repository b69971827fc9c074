// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/ops/vector_kernels.h"

namespace blastoscope::nn::detail {

/// A block of rows x channels elements, row-major. Sums are added to what `first` and `second` [channels] hold:
/// first[c] += x, second[c] += x^2.
void addMoments(const float* x, int64_t rows, int64_t channels, float* first, float* second);
void addMoments(const Bf16* x, int64_t rows, int64_t channels, float* first, float* second);
void addMoments(const double* x, int64_t rows, int64_t channels, double* first, double* second);

/// first[c] += g, second[c] += g * x.
void addProducts(const float* g, const float* x, int64_t rows, int64_t channels, float* first, float* second);
void addProducts(const Bf16* g, const Bf16* x, int64_t rows, int64_t channels, float* first, float* second);
void addProducts(const double* g, const double* x, int64_t rows, int64_t channels, double* first, double* second);

/// out = x * scale[c] + shift[c].
void scaleAndShift(const float* x, int64_t rows, int64_t channels, const float* scale, const float* shift, float* out);
void scaleAndShift(const Bf16* x, int64_t rows, int64_t channels, const float* scale, const float* shift, Bf16* out);
void scaleAndShift(const double* x, int64_t rows, int64_t channels, const double* scale, const double* shift,
                   double* out);

/// out = g * gScale[c] + x * xScale[c] + shift[c].
void combine(const float* g, const float* x, int64_t rows, int64_t channels, const float* gScale, const float* xScale,
             const float* shift, float* out);
void combine(const Bf16* g, const Bf16* x, int64_t rows, int64_t channels, const float* gScale, const float* xScale,
             const float* shift, Bf16* out);
void combine(const double* g, const double* x, int64_t rows, int64_t channels, const double* gScale,
             const double* xScale, const double* shift, double* out);

} // namespace blastoscope::nn::detail
