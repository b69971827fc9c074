// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "core/inference/segmenter.h"
#include "tests/ui/frames.h"

/// A model that sees two overlapping discs in every image, the left one nearer, in no time or as slowly as asked.
class FakeSegmenter : public blastoscope::inference::Segmenter {
public:
    struct Behaviour {
        std::chrono::milliseconds delay{0};
        std::atomic<int> calls{0};
        std::atomic<int> failAt{-1}; ///< number of the call that fails, from 0
        std::atomic<int> otherDeviceAt{-1}; ///< number of the call after which it works on another device
        std::atomic<int> prepared{0};
        bool answersPrompts = true;
        std::string onlyClass; ///< of a model that knows nothing but another kind of object
    };

    explicit FakeSegmenter(std::shared_ptr<Behaviour> behaviour) : m_behaviour(std::move(behaviour))
    {
        m_model = {"fake", "1", "Two discs", std::string(64, 'a'), "none", {"blastomere", "fragment", "polar_body"},
                   .5};
        if (!m_behaviour->onlyClass.empty())
            m_model.classNames = {m_behaviour->onlyClass};
        m_device = {"CPU", "it is a test", false, false};
    }

    const blastoscope::inference::ModelInfo& model() const override { return m_model; }
    const blastoscope::inference::DeviceInfo& device() const override { return m_device; }

    blastoscope::base::Result<blastoscope::inference::Segmentation>
    segment(const blastoscope::base::Image& image, const blastoscope::base::CancellationToken& cancel) override
    {
        using namespace blastoscope;
        const int call = m_behaviour->calls++;
        const auto end = std::chrono::steady_clock::now() + m_behaviour->delay;
        while (std::chrono::steady_clock::now() < end) {
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (call == m_behaviour->otherDeviceAt)
            m_device.reason = "the memory of the other one ran out";
        if (call == m_behaviour->failAt)
            return base::fail(base::ErrorCode::Internal, "The fake model failed.", "on purpose");
        inference::Segmentation found;
        for (const double x : {.4, .6}) {
            inference::Detection detection;
            detection.score = .9f;
            detection.amodal = frames::disc(image.width, image.width * x, image.height * .5, image.width * .18);
            detection.visible = detection.amodal;
            detection.box = detection.amodal.boundingBox();
            found.counted.push_back(int(found.detections.size()));
            found.detections.push_back(std::move(detection));
        }
        found.detections[1].visible = masks::subtracted(found.detections[1].amodal, found.detections[0].amodal);
        found.order.push_back({0, 1, .9f});
        return found;
    }

    blastoscope::base::Result<std::unique_ptr<blastoscope::inference::PromptedImage>>
    prepare(const blastoscope::base::Image& image, const blastoscope::base::CancellationToken& cancel) override
    {
        if (!m_behaviour->answersPrompts)
            return Segmenter::prepare(image, cancel);
        ++m_behaviour->prepared;
        auto found = segment(image, cancel);
        if (!found)
            return tl::unexpected(found.error());
        return std::make_unique<Prompted>(std::move(found->detections));
    }

private:
    /// Proposes whichever of the discs lie under the first point.
    struct Prompted : blastoscope::inference::PromptedImage {
        explicit Prompted(std::vector<blastoscope::inference::Detection> found) : discs(std::move(found)) {}
        blastoscope::base::Result<std::vector<blastoscope::inference::Detection>>
        proposeAt(const blastoscope::inference::Prompt& prompt, const blastoscope::base::CancellationToken&) override
        {
            std::vector<blastoscope::inference::Detection> answers;
            for (const auto& disc : discs)
                if (disc.amodal.contains(int(prompt.inside.at(0).x), int(prompt.inside.at(0).y)))
                    answers.push_back(disc);
            return answers;
        }
        std::vector<blastoscope::inference::Detection> discs;
    };

    std::shared_ptr<Behaviour> m_behaviour;
    blastoscope::inference::ModelInfo m_model;
    blastoscope::inference::DeviceInfo m_device;
};
