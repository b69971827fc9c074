// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/factory/factory_page.h"

class QLabel;
class QPushButton;

namespace blastoscope::ui {

/// Step 4: an ensemble of small classifiers learns the labels.
class InterpreterPage : public FactoryPage {
    Q_OBJECT
public:
    explicit InterpreterPage(FactoryContext& context);

    QString state() const override;
    QString missing() const override;

    void learn();

protected:
    void refresh() override;

private:
    QPushButton* m_learn = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_facts = nullptr;
};

} // namespace blastoscope::ui
