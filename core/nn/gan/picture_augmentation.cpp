// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/picture_augmentation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/random.h"

namespace blastoscope::nn {
namespace {

constexpr int kBicubic = 2;
constexpr int kMirror = 2; ///< LibTorch's padding mode "reflection"; without aligned corners it repeats the edge pixel
constexpr double kMaxShift = 0.125;
constexpr double kScaleSd = 0.2;
constexpr double kShiftSd = 0.125;
constexpr double kBrightnessSd = 0.2;
constexpr double kContrastSd = 0.5;
constexpr double kSaturationSd = 1;

/// The adjoint of warping: spreads values at the grid's points over a picture. Its own adjoint is warping again, so
/// that both can be differentiated for ever.
class Spread : public torch::autograd::Function<Spread> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& values,
                                 const torch::Tensor& grid, torch::IntArrayRef pictureSizes)
    {
        context->save_for_backward({grid});
        const auto shape = torch::zeros(pictureSizes, values.options()); // only its sizes matter: warping is linear
        return std::get<0>(torch::grid_sampler_2d_backward(values.contiguous(), shape, grid, kBicubic, kMirror, false,
                                                           {true, false}));
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        return {warpPictures(gradients[0], context->get_saved_variables()[0]), {}, {}};
    }
};

class Warp : public torch::autograd::Function<Warp> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& grid)
    {
        context->save_for_backward({grid});
        context->saved_data["sizes"] = x.sizes().vec();
        return torch::grid_sampler_2d(x, grid, kBicubic, kMirror, false);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto sizes = context->saved_data["sizes"].toIntVector();
        return {Spread::apply(gradients[0], context->get_saved_variables()[0], sizes), {}};
    }
};

/// a after b, both as maps from output to input: first a's inverse happened to the picture, then b's.
PictureAffine times(const PictureAffine& a, const PictureAffine& b)
{
    return {a[0] * b[0] + a[1] * b[3], a[0] * b[1] + a[1] * b[4], a[0] * b[2] + a[1] * b[5] + a[2],
            a[3] * b[0] + a[4] * b[3], a[3] * b[1] + a[4] * b[4], a[3] * b[2] + a[4] * b[5] + a[5]};
}

PictureAffine scaling(double x, double y)
{
    return {1 / x, 0, 0, 0, 1 / y, 0};
}

PictureAffine rotation(double angle)
{
    return {std::cos(angle), std::sin(angle), 0, -std::sin(angle), std::cos(angle), 0};
}

PictureAffine quarterTurns(int turns)
{
    constexpr std::array<int, 4> cosine = {1, 0, -1, 0}, sine = {0, 1, 0, -1};
    const double c = cosine[std::size_t(turns)], s = sine[std::size_t(turns)];
    return {c, s, 0, -s, c, 0};
}

PictureAffine shift(double x, double y)
{
    return {1, 0, -x, 0, 1, -y};
}

PictureAffine drawAffine(int side, double p, base::Random& random)
{
    // Every draw takes the same numbers from the generator whether or not it happens, so that more p means more of the
    // same.
    PictureAffine m = {1, 0, 0, 0, 1, 0};
    const auto maybe = [&](double probability, const PictureAffine& next) {
        if (random.chance(probability))
            m = times(m, next);
    };
    const auto uniform = [&] { return random.uniform(-1, 1); };
    const double pTurn = 1 - std::sqrt(1 - p); // two of them, so that one at least happens with probability p
    maybe(p, scaling(1 - 2 * random.integer(0, 1), 1));
    maybe(p, quarterTurns(random.integer(0, 3)));
    const double wholeX = uniform(), wholeY = uniform();
    maybe(p, shift(std::round(wholeX * kMaxShift * side), std::round(wholeY * kMaxShift * side)));
    const double scale = std::exp2(random.normal() * kScaleSd);
    maybe(p, scaling(scale, scale));
    maybe(pTurn, rotation(std::numbers::pi * uniform()));
    const double stretch = std::exp2(random.normal() * kScaleSd);
    maybe(p, scaling(stretch, 1 / stretch));
    maybe(pTurn, rotation(std::numbers::pi * uniform()));
    const double partX = random.normal() * kShiftSd, partY = random.normal() * kShiftSd;
    maybe(p, shift(partX * side, partY * side));
    return m;
}

/// value -> matrix * value, behind what `map` does.
void multiply(ColourMap& map, const std::array<double, 9>& by)
{
    const ColourMap old = map;
    for (std::size_t row = 0; row < 3; ++row) {
        map.offset[row] = 0;
        for (std::size_t column = 0; column < 3; ++column) {
            map.matrix[3 * row + column] = 0;
            for (std::size_t k = 0; k < 3; ++k)
                map.matrix[3 * row + column] += by[3 * row + k] * old.matrix[3 * k + column];
            map.offset[row] += by[3 * row + column] * old.offset[column];
        }
    }
}

/// a * identity + b * (projection on grey) + c * (cross product with grey)
std::array<double, 9> aroundGrey(double a, double b, double c)
{
    std::array<double, 9> matrix{};
    const double skew = c / std::numbers::sqrt3;
    for (std::size_t i = 0; i < 9; ++i)
        matrix[i] = b / 3 + (i % 4 == 0 ? a : 0);
    matrix[1] -= skew, matrix[2] += skew, matrix[3] += skew, matrix[5] -= skew, matrix[6] -= skew, matrix[7] += skew;
    return matrix;
}

ColourMap drawColour(int channels, double p, base::Random& random)
{
    ColourMap map;
    const double brightness = random.normal() * kBrightnessSd;
    if (random.chance(p))
        map.offset = {brightness, brightness, brightness};
    const double contrast = std::exp2(random.normal() * kContrastSd);
    if (random.chance(p))
        multiply(map, aroundGrey(contrast, 0, 0));
    const bool invert = random.integer(0, 1) == 1;
    if (random.chance(p) && invert) {
        // Of colours only the luma is mirrored.
        multiply(map, channels == 1 ? aroundGrey(-1, 0, 0) : aroundGrey(1, -2, 0));
    }
    if (channels == 1)
        return map;
    const double hue = random.uniform(-std::numbers::pi, std::numbers::pi);
    if (random.chance(p))
        multiply(map, aroundGrey(std::cos(hue), 1 - std::cos(hue), std::sin(hue)));
    const double saturation = std::exp2(random.normal() * kSaturationSd);
    if (random.chance(p))
        multiply(map, aroundGrey(saturation, 1 - saturation, 0));
    return map;
}

/// Where in LibTorch's coordinates (-1 to 1 from edge to edge) the pixels of one picture come from: [1, S, S, 2].
torch::Tensor gridOf(const PictureAffine& m, std::int64_t side, const torch::TensorOptions& options)
{
    const auto axis = torch::arange(side, torch::kDouble) - (double(side) - 1) / 2;
    const auto x = axis.unsqueeze(0), y = axis.unsqueeze(1);
    const auto grid = torch::stack({m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]}, 2) * (2.0 / double(side));
    return grid.unsqueeze(0).to(options);
}

torch::Tensor applyColour(const torch::Tensor& x, const std::vector<PictureDisturbance>& disturbances)
{
    const auto n = x.size(0), channels = x.size(1);
    const auto matrix = torch::empty({n, channels, channels}, torch::kDouble);
    const auto offset = torch::empty({n, channels, 1, 1}, torch::kDouble);
    bool any = false;
    for (std::int64_t i = 0; i < n; ++i) {
        const ColourMap& map = disturbances[std::size_t(i)].colour;
        any = any || !map.isIdentity();
        for (std::int64_t row = 0; row < channels; ++row) {
            offset[i][row] = map.offset[std::size_t(row)];
            for (std::int64_t column = 0; column < channels; ++column)
                matrix[i][row][column] = map.matrix[std::size_t(3 * row + column)];
        }
    }
    if (!any)
        return x;
    const auto options = x.options().requires_grad(false);
    const auto mixed = channels == 1 ? x * matrix.to(options).view({n, 1, 1, 1})
                                     : torch::bmm(matrix.to(options), x.flatten(2)).view_as(x);
    return mixed + offset.to(options);
}

} // namespace

bool ColourMap::isIdentity() const
{
    const ColourMap identity;
    return matrix == identity.matrix && offset == identity.offset;
}

bool PictureDisturbance::movesPixels() const
{
    return affine != PictureAffine{1, 0, 0, 0, 1, 0};
}

std::vector<PictureDisturbance> drawDisturbances(std::int64_t pictures, int channels, int side, double p,
                                                 std::uint64_t seed)
{
    const base::Random random(seed);
    std::vector<PictureDisturbance> all(static_cast<std::size_t>(pictures));
    if (p <= 0)
        return all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        base::Random geometry = random.split(2 * i), colour = random.split(2 * i + 1);
        all[i].affine = drawAffine(side, std::min(p, 1.0), geometry);
        all[i].colour = drawColour(channels, std::min(p, 1.0), colour);
    }
    return all;
}

torch::Tensor warpPictures(const torch::Tensor& x, const torch::Tensor& grid)
{
    TORCH_CHECK(x.dim() == 4 && grid.dim() == 4 && grid.size(0) == x.size(0) && grid.size(3) == 2,
                "warpPictures: ", x.sizes(), " and grid ", grid.sizes(), " do not fit");
    return Warp::apply(x, grid);
}

torch::Tensor disturb(const torch::Tensor& pictures, const std::vector<PictureDisturbance>& disturbances)
{
    TORCH_CHECK(pictures.dim() == 4 && pictures.size(2) == pictures.size(3) &&
                    (pictures.size(1) == 1 || pictures.size(1) == 3),
                "disturb: pictures must be [N, 1 or 3, S, S], got ", pictures.sizes());
    TORCH_CHECK(disturbances.size() == std::size_t(pictures.size(0)), "disturb: one disturbance for every picture");
    const auto options = pictures.options().requires_grad(false);
    std::vector<torch::Tensor> grids;
    std::vector<std::int64_t> moved;
    for (std::size_t i = 0; i < disturbances.size(); ++i) {
        if (!disturbances[i].movesPixels())
            continue;
        moved.push_back(std::int64_t(i));
        grids.push_back(gridOf(disturbances[i].affine, pictures.size(2), options));
    }
    auto x = pictures;
    if (!moved.empty()) {
        const auto index = torch::tensor(moved, torch::kLong).to(pictures.device());
        x = x.index_copy(0, index, warpPictures(x.index_select(0, index), torch::cat(grids)));
    }
    return applyColour(x, disturbances);
}

double AdaptiveStrength::next(double p, double meanSign, std::int64_t pictures) const
{
    const double direction = meanSign > target ? 1 : meanSign < target ? -1 : 0;
    return std::clamp(p + direction * double(pictures) / picturesToFull, 0.0, 1.0);
}

} // namespace blastoscope::nn
