// SPDX-License-Identifier: Apache-2.0
// What happens when memory runs out, with work that fails as a full GPU would.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/inference/compute_device.h"

using namespace blastoscope;
using base::ErrorCode;
using Sizes = std::vector<std::size_t>;

namespace {

base::Status full()
{
    return base::fail(ErrorCode::OutOfMemory, "The cells could not be segmented.", "CUDA out of memory.");
}

/// A GPU with room for so many pictures at once and a CPU with room for one or none.
struct Machine {
    std::size_t roomOfGpu = 0;
    bool isCpuFull = false;
    bool isGpuTooSmall = false; ///< for the networks themselves
    bool onGpu = false;
    Sizes sizes; ///< of all batches that were tried
    std::vector<std::size_t> done;
    inference::ComputeDevice device;

    explicit Machine(std::size_t room, bool hasGpu = true)
        : roomOfGpu(room), device({hasGpu ? "CUDA GPU" : "CPU", "a test", hasGpu, false}, [this](bool gpu) {
              onGpu = gpu;
              return gpu && isGpuTooSmall ? full() : base::Status();
          })
    {
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    inference::ComputeDevice::Batch batch()
    {
        return [this](std::size_t from, std::size_t to) -> base::Status {
            sizes.push_back(to - from);
            if (onGpu ? to - from > roomOfGpu : isCpuFull)
                return full();
            for (std::size_t i = from; i < to; ++i)
                done.push_back(i);
            return {};
        };
    }

    base::Status runAll(std::size_t count)
    {
        REQUIRE(device.place());
        return device.runBatches(count, batch());
    }
};

} // namespace

TEST_CASE("batches are halved until they fit, and every item is done once and in order")
{
    Machine roomy(8), tight(3);
    CHECK(roomy.runAll(8));
    CHECK(roomy.sizes == Sizes{8});
    CHECK(tight.runAll(8));
    CHECK(tight.sizes == Sizes{8, 4, 2, 2, 2, 2});
    CHECK(tight.done == Sizes{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(tight.device.info().isCuda);
}

TEST_CASE("what does not even fit alone is done on the CPU, which stays and says why")
{
    Machine machine(0);
    CHECK(machine.runAll(3));
    CHECK(machine.sizes == Sizes{3, 1, 1, 1, 1});
    CHECK(machine.done == Sizes{0, 1, 2});
    CHECK_FALSE(machine.onGpu);
    CHECK_FALSE(machine.device.info().isCuda);
    CHECK(machine.device.info().name == "CPU");
    CHECK(machine.device.info().reason.find("memory of the GPU") != std::string::npos);
}

TEST_CASE("work in one piece falls back as well")
{
    Machine machine(0);
    REQUIRE(machine.device.place());
    int calls = 0;
    const auto where = machine.device.run([&]() -> base::Result<std::string> {
        ++calls;
        if (machine.onGpu)
            return tl::unexpected(full().error());
        return std::string("CPU");
    });
    REQUIRE(where);
    CHECK(*where == "CPU");
    CHECK(calls == 2);
}

TEST_CASE("networks for which the GPU has no room go to the CPU at once")
{
    Machine machine(8);
    machine.isGpuTooSmall = true;
    CHECK(machine.device.place());
    CHECK_FALSE(machine.onGpu);
    CHECK_FALSE(machine.device.info().isCuda);
}

TEST_CASE("a CPU without memory, a failing move and other errors end it with what happened")
{
    Machine cpu(0, false);
    cpu.isCpuFull = true;
    const auto noMemory = cpu.runAll(2);
    REQUIRE_FALSE(noMemory);
    CHECK(noMemory.error().code == ErrorCode::OutOfMemory);
    CHECK(noMemory.error().message == "There is not enough memory to segment this picture.");
    CHECK(noMemory.error().detail == "CUDA out of memory.");
    CHECK(cpu.sizes == Sizes{1});

    Machine broken(8);
    REQUIRE(broken.device.place());
    const auto failed = broken.device.runBatches(4, [](std::size_t, std::size_t) -> base::Status {
        return base::fail(ErrorCode::Internal, "broken");
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message == "broken");
    CHECK(broken.device.info().isCuda);

    inference::ComputeDevice stuck({"CUDA GPU", "a test", true, false}, [](bool onGpu) -> base::Status {
        return onGpu ? base::Status() : base::Status(base::fail(ErrorCode::Internal, "the GPU hangs"));
    });
    REQUIRE(stuck.place());
    const auto hanging = stuck.runBatches(1, [](std::size_t, std::size_t) { return full(); });
    REQUIRE_FALSE(hanging);
    CHECK(hanging.error().message == "the GPU hangs");
}

TEST_CASE("cancelling ends it between two batches; on the CPU these are single items")
{
    Machine machine(0, false);
    REQUIRE(machine.device.place());
    base::CancellationToken cancel;
    std::size_t calls = 0;
    const auto ended = machine.device.runBatches(
        5,
        [&](std::size_t from, std::size_t to) -> base::Status {
            CHECK(to - from == 1);
            if (++calls == 2)
                cancel.cancel();
            return {};
        },
        cancel);
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == ErrorCode::Cancelled);
    CHECK(calls == 2);
}
