// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/dataset/picture_set.h"
#include "ui/factory/factory_page.h"

class QCheckBox;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace blastoscope::ui {

class OpenStack;

/// Step 1: which frames of the open stacks the generator learns from.
class PicturesPage : public FactoryPage {
    Q_OBJECT
public:
    explicit PicturesPage(FactoryContext& context);

    QString state() const override;
    QString missing() const override { return {}; }
    /// What would be written now.
    std::vector<dataset::PictureSource> chosen() const;

protected:
    void refresh() override;

private:
    void listStacks();
    void updateCount();
    void write();
    dataset::PictureSource framesOf(const OpenStack& stack) const;

    QListWidget* m_stacks = nullptr;
    QSpinBox* m_every = nullptr;
    QCheckBox* m_unlabelled = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_write = nullptr;
};

} // namespace blastoscope::ui
