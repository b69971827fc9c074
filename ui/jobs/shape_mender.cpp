// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/shape_mender.h"

#include <mutex>
#include <utility>

#include "ui/jobs/job.h"

namespace blastoscope::ui {

using Shapes = std::shared_ptr<const masks::ShapeBlend>;

/// Shared by the jobs, of which a forgotten one may still be running when the next one starts.
struct ShapeMender::Model {
    std::mutex mutex;
    ShapeSnapLoader loader;
    std::unique_ptr<inference::ShapeSnap> snap;

    base::Result<Shapes> mend(const masks::RleMask& silhouette, const base::CancellationToken& cancel)
    {
        const std::lock_guard lock(mutex);
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Mending was cancelled.");
        if (!snap) {
            if (!loader)
                return base::fail(base::ErrorCode::NotFound,
                                  "The model for mending outlines is not installed with this program.");
            auto loaded = loader();
            if (!loaded)
                return tl::unexpected(loaded.error());
            snap = std::move(*loaded);
        }
        auto whole = snap->snap(silhouette);
        if (!whole)
            return tl::unexpected(whole.error());
        return std::make_shared<const masks::ShapeBlend>(silhouette, std::move(*whole));
    }
};

ShapeMender::ShapeMender(ShapeSnapLoader loader, QObject* parent) : QObject(parent), m_model(std::make_shared<Model>())
{
    m_model->loader = std::move(loader);
}

ShapeMender::~ShapeMender() = default;

int ShapeMender::mend(masks::RleMask silhouette)
{
    const int number = ++m_latest;
    auto* job = new Job<Shapes>(
        tr("Mending an outline"),
        [model = m_model, silhouette = std::move(silhouette)](const auto& cancel, const auto&) {
            return model->mend(silhouette, cancel);
        },
        this);
    job->onSuccess([this, number](const Shapes& shapes) {
        if (number == m_latest)
            emit mended(number, shapes);
    });
    connect(job, &JobBase::failed, this, [this, number](const base::Error& error) {
        if (number == m_latest)
            emit failed(number, error);
    });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
    return number;
}

} // namespace blastoscope::ui
