// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "core/nn/ops/label_map.h"

namespace blastoscope::nn {

/// What a network says about one picture: for every pixel a point of the embedding and, if there is such a mask, the
/// probability to belong to an object.
struct PixelEmbedding {
    int width = 0;
    int height = 0;
    int channels = 0;
    std::vector<float> values;     ///< channels x height x width
    std::vector<float> foreground; ///< height x width; empty: the background is one of the clusters
};

struct EmbeddingClusterOptions {
    double bandwidth = 0.5; ///< of mean shift
    double margin = 0.5;    ///< epsilon of the guides: the scale of the score
    double foregroundThreshold = 0.5;
    int minimumArea = 20;    ///< px; less is no object
    bool splitPieces = true; ///< pieces of one cluster that do not touch are objects of their own
};

/// Clusters the pixels by mean shift (Kulikov and Lempitsky 2020, sec. 3.3). Pixels of pieces that are too small go to
/// the object they are connected with, if any. The score of an object is the mean over its pixels of exp(-L1 distance
/// to the mode / margin). Without a foreground mask the cluster with most pixels on the picture's border is the
/// background. `stop` as in meanShift(): the result has no segments then. Deterministic.
LabelMap clusterEmbedding(const PixelEmbedding& embedding, const EmbeddingClusterOptions& options,
                          const std::function<bool()>& stop = {});

} // namespace blastoscope::nn
