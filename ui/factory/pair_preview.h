// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/factory/pair_images.h"

namespace blastoscope::ui {

/// One pair large: its picture, below with the labels, below with the uncertainty.
class PairPreview : public QWidget {
    Q_OBJECT
public:
    explicit PairPreview(PairImages& images, QWidget* parent = nullptr);

    /// Empty: none.
    void setFile(const QString& file);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PairImages& m_images;
    QString m_file;
};

} // namespace blastoscope::ui
