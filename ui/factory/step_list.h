// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace blastoscope::ui {

/// The steps of a piece of work, one below the other: number and name, and below how far the step is.
class StepList : public QListWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);

    void addStep(const QString& name);
    void setState(int step, const QString& state);
    /// A step that cannot be done yet is quieter, but can be looked at.
    void setReady(int step, bool ready);

    QSize sizeHint() const override;
};

} // namespace blastoscope::ui
