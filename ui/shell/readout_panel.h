// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "ui/session/readout.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace blastoscope::ui {

/// The numbers of the current frame. Without a frame it says what to do next.
class ReadoutPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReadoutPanel(QWidget* parent = nullptr);

    void setReadouts(const QList<Readout>& readouts);
    /// Instead of numbers.
    void setHint(const QString& hint);
    /// Notes about the frame, e.g. qc flags in words; may be empty.
    void setNotes(const QStringList& notes);
    void setCalibrateOffered(bool offered);

    /// What the row with this label shows, e.g. for copying; empty when there is none.
    QString valueOf(const QString& label) const;

signals:
    void calibrateRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addRow(const Readout& readout, int row);

    QList<Readout> m_readouts;
    QString m_hintText;
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_notes = nullptr;
    QPushButton* m_calibrate = nullptr;
};

} // namespace blastoscope::ui
