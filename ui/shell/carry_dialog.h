// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QDialog>

#include "core/annotation/carried_outline.h"
#include "ui/jobs/job.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace blastoscope::ui {

class FrameField;
class OpenStack;

/// Asks how far objects of the frame on the canvas are carried, shows what that will do, and does it. What it will do
/// is found in a job, anew with every choice and every change of the annotations. Must not outlive the stack.
class CarryDialog : public QDialog {
    Q_OBJECT
public:
    /// `ids`: of objects in the current frame, at least one.
    CarryDialog(OpenStack& stack, std::vector<annotation::InstanceId> ids, QWidget* parent = nullptr);
    ~CarryDialog() override;

signals:
    void failed(const blastoscope::base::Error& error);

private:
    void createFields();
    /// The outlines of the last frame to choose from, when there is a choice.
    void offerEnds();
    annotation::CarryRequest request() const;
    void plan();
    void showPlan(annotation::CarriedOutlines plan);
    void carry();

    OpenStack& m_stack;
    const std::vector<annotation::InstanceId> m_ids;
    const int m_from; ///< frame, from 0
    FrameField* m_to = nullptr;
    QComboBox* m_end = nullptr;
    QFormLayout* m_form = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_carry = nullptr;
    std::optional<annotation::CarriedOutlines> m_plan; ///< for what is chosen; nothing while it is being found
    bool m_stale = false;                              ///< the job works for what is chosen no longer
    std::unique_ptr<Job<annotation::CarriedOutlines>> m_job;
};

} // namespace blastoscope::ui
