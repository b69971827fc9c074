// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/nn/ops/embedding_clusters.h"
#include "core/nn/ops/label_map.h"

namespace blastoscope::nn {

/// Where tiles of length `tile` start so that they cover `length`, neighbours share at least `overlap`, and all are
/// spread evenly. {0} when one is enough. `overlap` in [0, tile).
std::vector<int> tileStarts(int length, int tile, int overlap);

/// The size x size square of a width x height picture with its corner at (x, y); beyond the picture its edge pixels are
/// repeated.
std::vector<float> cutTile(std::span<const float> pixels, int width, int height, int x, int y, int size);

/// Joins the label maps of overlapping tiles of a picture. An object of a tile and one that is there already are one
/// when they share at least half of the smaller one's pixels in the part that both have seen. Tiles must come in a
/// fixed order.
class LabelStitcher {
public:
    /// `trim` pixels along the inner borders of tiles are not trusted.
    LabelStitcher(int width, int height, int trim);

    /// The tile's corner lies at (x, y); what lies beyond the picture is left out.
    void add(const LabelMap& tile, int x, int y);

    /// The whole picture without objects of fewer than `minimumArea` pixels; leaves nothing behind.
    LabelMap take(int minimumArea);

private:
    struct Part {
        int x1, y1, x2, y2; ///< of the picture
    };
    Part trusted(const LabelMap& tile, int x, int y) const;
    /// The number each segment of the tile gets in the picture.
    std::vector<std::int32_t> numbersFor(const LabelMap& tile, int x, int y, const Part& part) const;

    int m_trim;
    LabelMap m_map;
    std::vector<double> m_scoreSums;  ///< of each segment, times px
    std::vector<std::uint8_t> m_seen; ///< pixels that a tile has said something about
};

struct TilingOptions {
    /// What whole pictures are resampled by first (segmentPicture), so that objects have the size that the network
    /// knows. Everything else is in pixels of that scale.
    double scale = 1;
    int tile = 256;
    int overlap = 64; ///< at least the extent of a typical object
    int trim = 6;
    EmbeddingClusterOptions clusters;
};

/// What a network says about one tile; nothing to give up.
using EmbedTile = std::function<std::optional<PixelEmbedding>(std::vector<float> tile)>;

/// Cuts a standardised picture of any size into objects, tile by tile, so that the memory needed does not grow with the
/// picture but for the label map itself. Nothing when `embed` gave up or `stop` said true.
std::optional<LabelMap> segmentTiles(std::span<const float> pixels, int width, int height, const TilingOptions& options,
                                     const EmbedTile& embed, const std::function<bool()>& stop = {});

} // namespace blastoscope::nn
