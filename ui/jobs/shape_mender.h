// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "core/base/error.h"
#include "core/inference/shape_snap.h"
#include "core/masks/shape_blend.h"

namespace blastoscope::ui {

/// Called away from the GUI thread; expensive.
using ShapeSnapLoader = std::function<base::Result<std::unique_ptr<inference::ShapeSnap>>()>;

/// Mends silhouettes in the background with a model that is loaded when first needed. Only the newest wish is answered;
/// the destructor waits for the silhouette in work.
class ShapeMender : public QObject {
    Q_OBJECT
public:
    explicit ShapeMender(ShapeSnapLoader loader, QObject* parent = nullptr);
    ~ShapeMender() override;

    /// Answered by mended() or failed() with the number returned, unless another wish or forget() comes first.
    int mend(masks::RleMask silhouette);
    void forget() { ++m_latest; }

signals:
    /// All shapes between the silhouette and the mended one.
    void mended(int number, std::shared_ptr<const blastoscope::masks::ShapeBlend> shapes);
    void failed(int number, const blastoscope::base::Error& error);

private:
    struct Model;

    std::shared_ptr<Model> m_model;
    int m_latest = 0;
};

} // namespace blastoscope::ui
