// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/split.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/random.h"

namespace blastoscope::dataset {
namespace {

using FrameCounts = std::map<std::string, int>;

base::Status checkNames(const FrameCounts& embryos, const std::vector<std::string>& validation)
{
    for (const std::string& name : validation) {
        if (embryos.contains(name))
            continue;
        std::string known;
        for (const auto& [embryo, unused] : embryos)
            known.append(known.empty() ? "" : ", ").append(embryo);
        return base::fail(base::ErrorCode::InvalidArgument,
                          "There is no embryo \"" + name + "\" to hold out; the frames show " + known + ".");
    }
    return {};
}

/// Embryos in random order, taken while they do not go beyond the wanted number of frames, but at least one.
std::set<std::string> drawEmbryos(const FrameCounts& embryos, int frames, const SplitOptions& options)
{
    std::vector<std::string> order;
    for (const auto& [name, unused] : embryos)
        order.push_back(name);
    base::Random random(options.seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[std::size_t(random.integer(0, int(i) - 1))]);
    const double wanted = options.validationShare * frames;
    std::set<std::string> drawn;
    int taken = 0;
    for (const std::string& name : order) {
        if (drawn.size() + 1 == order.size())
            break;
        const int more = embryos.at(name);
        if (taken + more <= wanted + 0.5) {
            drawn.insert(name);
            taken += more;
        }
    }
    if (drawn.empty() && order.size() > 1) {
        const auto smallest = std::min_element(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            return embryos.at(a) < embryos.at(b);
        });
        drawn.insert(*smallest);
    }
    return drawn;
}

} // namespace

base::Result<std::vector<bool>> splitByEmbryo(const std::vector<std::string>& embryoOfFrame,
                                              const SplitOptions& options)
{
    if (!(options.validationShare >= 0 && options.validationShare < 1))
        return base::fail(base::ErrorCode::InvalidArgument, "The share to hold out must be at least 0 and below 1.");
    FrameCounts embryos;
    for (const std::string& name : embryoOfFrame)
        ++embryos[name];
    if (auto status = checkNames(embryos, options.validation); !status)
        return tl::unexpected<base::Error>(status.error());
    std::set<std::string> heldOut(options.validation.begin(), options.validation.end());
    if (options.validation.empty() && options.validationShare > 0)
        heldOut = drawEmbryos(embryos, int(embryoOfFrame.size()), options);
    if (heldOut.size() == embryos.size())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "All embryos are held out; nothing is left to train on.");
    std::vector<bool> validation;
    for (const std::string& name : embryoOfFrame)
        validation.push_back(heldOut.contains(name));
    return validation;
}

} // namespace blastoscope::dataset
