// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace blastoscope::ui {

/// How far a snap goes from the drawn outline to the mended one, in percent; shared by the tool and its slider.
class SnapSettings : public QObject {
    Q_OBJECT
public:
    static constexpr int kStep = 10;

    using QObject::QObject;

    int strength() const { return m_strength; }
    /// Moved into 0 ... 100.
    void setStrength(int percent);
    void step(int notches) { setStrength(m_strength + notches * kStep); }

signals:
    void strengthChanged(int percent);

private:
    int m_strength = 100;
};

} // namespace blastoscope::ui
