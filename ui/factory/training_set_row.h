// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace blastoscope::ui {

/// How many generated pairs join how many real frames, and the button that writes them.
class TrainingSetRow : public QWidget {
    Q_OBJECT
public:
    explicit TrainingSetRow(QWidget* parent = nullptr);

    /// `enabled`: pairs can be written at all.
    void setCounts(int pairs, int realFrames, bool enabled);
    double syntheticShare() const;

signals:
    void writeRequested();

private:
    void update();

    int m_pairs = 0;
    int m_real = 0;
    bool m_enabled = false;
    QSpinBox* m_share = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_write = nullptr;
};

} // namespace blastoscope::ui
