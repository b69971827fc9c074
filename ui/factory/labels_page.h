// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/factory/factory_page.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace blastoscope::ui {

class SampleGridView;

/// Step 3: generated pictures as stacks that people label in the main window.
class LabelsPage : public FactoryPage {
    Q_OBJECT
public:
    explicit LabelsPage(FactoryContext& context);

    QString state() const override;
    QString missing() const override;

    void make();

signals:
    /// The samples in this folder shall be opened as a stack.
    void openRequested(const QString& folder);

protected:
    void refresh() override;

private:
    void listBatches();
    void showChosen();
    void openChosen();
    bool choosesUncertain() const;

    QLabel* m_how = nullptr;
    QSpinBox* m_count = nullptr;
    QPushButton* m_make = nullptr;
    QTreeWidget* m_batches = nullptr;
    QPushButton* m_open = nullptr;
    SampleGridView* m_samples = nullptr;
};

} // namespace blastoscope::ui
