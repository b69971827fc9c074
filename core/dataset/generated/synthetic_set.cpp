// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/synthetic_set.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "core/base/random.h"
#include "core/dataset/usable_frames.h"

namespace blastoscope::dataset {
namespace {

using annotation::ReviewState;

constexpr int kMostRepetitions = 20;

base::Status refuse(const std::string& message)
{
    return base::fail(base::ErrorCode::InvalidArgument, message);
}

/// How often the real frames enter and how many synthetic ones.
struct Mixture {
    int times = 1;
    std::size_t synthetic = 0;
};

std::size_t syntheticFor(double share, std::size_t real)
{
    return std::size_t(std::lround(share / (1 - share) * double(real)));
}

base::Result<Mixture> mixtureOf(double share, std::size_t real, std::size_t synthetic)
{
    const std::size_t once = syntheticFor(share, real);
    if (once > synthetic || once == 0)
        return tl::unexpected(refuse("A share of " + std::to_string(share) + " beside " + std::to_string(real) +
                                     " real frames to train on needs " +
                                     std::to_string(std::max<std::size_t>(once, 1)) +
                                     " synthetic pictures, and there are " + std::to_string(synthetic) +
                                     ": make more of them, or ask for another share.")
                                  .error());
    Mixture mixture{1, once};
    while (mixture.times < kMostRepetitions && syntheticFor(share, real * std::size_t(mixture.times + 1)) <= synthetic)
        mixture.synthetic = syntheticFor(share, real * std::size_t(++mixture.times));
    return mixture;
}

/// `count` of the frames, in their order.
std::vector<SourceFrame> drawn(std::vector<SourceFrame> frames, std::size_t count, std::uint64_t seed)
{
    std::vector<std::size_t> order(frames.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    base::Random random(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[std::size_t(random.integer(0, int(i) - 1))]);
    order.resize(count);
    std::sort(order.begin(), order.end());
    std::vector<SourceFrame> some;
    for (const std::size_t i : order)
        some.push_back(std::move(frames[i]));
    return some;
}

bool isReviewed(const std::vector<SourceFrame>& frames)
{
    return std::any_of(frames.begin(), frames.end(),
                       [](const SourceFrame& frame) { return frame.truth.annotation.review != ReviewState::ToDo; });
}

/// Synthetic frames as they may stand beside real ones, and those that nothing was found on and nobody accepted.
struct SyntheticPart {
    std::vector<SourceFrame> usable;
    std::vector<SourceFrame> empty;
};

SyntheticPart partsOf(std::vector<SourceFrame> synthetic, bool besideReviewed)
{
    SyntheticPart part;
    for (SourceFrame& frame : synthetic) {
        annotation::FrameAnnotation& annotation = frame.truth.annotation;
        const bool isUsable =
            !annotation.instances.empty() || (besideReviewed && annotation.review == ReviewState::Accepted);
        annotation.review = isUsable && besideReviewed ? ReviewState::Accepted : ReviewState::ToDo;
        (isUsable ? part.usable : part.empty).push_back(std::move(frame));
    }
    return part;
}

/// Holds out what the real frames alone would: by name, so that no synthetic picture is.
SplitOptions splitLike(const ChosenFrames& real, const SplitOptions& asked)
{
    std::set<std::string> heldOut;
    for (std::size_t i = 0; i < real.frames.size(); ++i)
        if (real.validation[i])
            heldOut.insert(real.frames[i]->truth.embryoId);
    SplitOptions split = asked;
    split.validation.assign(heldOut.begin(), heldOut.end());
    if (heldOut.empty())
        split.validationShare = 0;
    return split;
}

void append(std::vector<SourceFrame>& frames, std::vector<SourceFrame> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(frames));
}

base::Result<DatasetReport> writeMixture(const SyntheticSetOptions& options, std::vector<SourceFrame> synthetic,
                                         const base::CancellationToken& cancel,
                                         const base::ProgressCallback& onProgress)
{
    DatasetReport counts; // those of the whole set are made by buildDataset
    const auto real = chooseFrames(options.real, options.build.split, counts);
    if (!real)
        return tl::unexpected(real.error());
    SyntheticPart part = partsOf(std::move(synthetic), isReviewed(options.real));
    Mixture mixture{1, part.usable.size()};
    if (options.syntheticShare) {
        const auto training = std::count(real->validation.begin(), real->validation.end(), false);
        auto found = mixtureOf(*options.syntheticShare, std::size_t(training), part.usable.size());
        if (!found)
            return tl::unexpected(found.error());
        mixture = *found;
    }
    std::vector<SourceFrame> frames = options.real;
    for (int time = 1; time < mixture.times; ++time)
        for (std::size_t i = 0; i < real->frames.size(); ++i)
            if (!real->validation[i]) {
                frames.push_back(*real->frames[i]);
                frames.back().repetition = time;
            }
    append(frames, drawn(std::move(part.usable), mixture.synthetic, options.build.split.seed));
    append(frames, std::move(part.empty));
    BuildOptions build = options.build;
    build.split = splitLike(*real, options.build.split);
    return buildDataset(frames, build, cancel, onProgress);
}

base::Status checkShare(const SyntheticSetOptions& options)
{
    if (!options.syntheticShare)
        return {};
    if (options.real.empty())
        return refuse("A share of synthetic pictures needs real ones to be a share of.");
    if (!(*options.syntheticShare > 0 && *options.syntheticShare < 1))
        return refuse("The share of synthetic pictures must lie between 0 and 1.");
    return {};
}

} // namespace

base::Result<DatasetReport> writeTrainingSet(const SyntheticSetOptions& options, const base::CancellationToken& cancel,
                                             const base::ProgressCallback& onProgress)
{
    if (auto status = checkShare(options); !status)
        return tl::unexpected(status.error());
    auto synthetic = syntheticFrames(options.synthetic, cancel, onProgress);
    if (!synthetic)
        return tl::unexpected(synthetic.error());
    if (options.real.empty())
        return buildDataset(*synthetic, options.build, cancel, onProgress);
    return writeMixture(options, std::move(*synthetic), cancel, onProgress);
}

} // namespace blastoscope::dataset
