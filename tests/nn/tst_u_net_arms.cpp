// SPDX-License-Identifier: Apache-2.0
// Weight files name the parts of a U-Net, and paired runs draw their first weights in one order.
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/nn/models/embryo_finder.h"
#include "core/nn/models/semantic_network.h"

using namespace blastoscope;

namespace {

using Parts = std::vector<std::pair<std::string, nn::ConvPair>>;

/// The parameters of the network are those of the parts, in that order and of those values, and those of its head.
void checkParts(const torch::nn::Module& network, const Parts& parts)
{
    const auto found = network.named_parameters();
    std::size_t place = 0;
    for (const auto& [name, part] : parts) {
        for (const auto& expected : part->named_parameters()) {
            REQUIRE(place < found.size());
            const auto& own = found[place++];
            CHECK(own.key() == name + "." + expected.key());
            CHECK_MESSAGE(torch::equal(own.value(), expected.value()), own.key());
        }
    }
    REQUIRE(found.size() == place + 2);
    CHECK(found[place].key() == "head.weight");
    CHECK(found[place + 1].key() == "head.bias");
}

} // namespace

TEST_CASE("the finder goes down by two from the first pair on, and up to a quarter of the picture")
{
    torch::manual_seed(7);
    nn::EmbryoFinder finder{nn::EmbryoFinderOptions{.inputSize = 64, .widths = {8, 12, 16, 20}}};
    torch::manual_seed(7);
    Parts parts;
    parts.emplace_back("down1", nn::ConvPair(1, 8, 2));
    parts.emplace_back("down2", nn::ConvPair(8, 12, 2));
    parts.emplace_back("down3", nn::ConvPair(12, 16, 2));
    parts.emplace_back("down4", nn::ConvPair(16, 20, 2));
    parts.emplace_back("up3", nn::ConvPair(20 + 16, 16, 1));
    parts.emplace_back("up2", nn::ConvPair(16 + 12, 12, 1));
    checkParts(*finder, parts);
    CHECK(finder(torch::randn({1, 1, 64, 48})).sizes() == torch::IntArrayRef({1, 2, 16, 12}));
}

TEST_CASE("a finder of two widths has no way up")
{
    torch::manual_seed(7);
    nn::EmbryoFinder finder{nn::EmbryoFinderOptions{.inputSize = 64, .widths = {8, 12}}};
    torch::manual_seed(7);
    Parts parts;
    parts.emplace_back("down1", nn::ConvPair(1, 8, 2));
    parts.emplace_back("down2", nn::ConvPair(8, 12, 2));
    checkParts(*finder, parts);
    CHECK(finder(torch::randn({1, 1, 32, 32})).sizes() == torch::IntArrayRef({1, 2, 8, 8}));
}

TEST_CASE("the semantic network begins at the picture's resolution and ends there")
{
    torch::manual_seed(7);
    nn::SemanticNetwork network{nn::SemanticNetworkOptions{.classes = 3, .widths = {8, 12, 16}}};
    torch::manual_seed(7);
    Parts parts;
    parts.emplace_back("down1", nn::ConvPair(1, 8, 1));
    parts.emplace_back("down2", nn::ConvPair(8, 12, 2));
    parts.emplace_back("down3", nn::ConvPair(12, 16, 2));
    parts.emplace_back("up2", nn::ConvPair(16 + 12, 12, 1));
    parts.emplace_back("up1", nn::ConvPair(12 + 8, 8, 1));
    checkParts(*network, parts);
    CHECK(network->multiple() == 4);
    CHECK(network(torch::randn({1, 1, 12, 20})).sizes() == torch::IntArrayRef({1, 3, 12, 20}));
}
