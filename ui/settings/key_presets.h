// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

namespace blastoscope::ui {

/// A set of keys for people who come from another program.
struct KeyPreset {
    QString name; ///< of the program
    /// By action id; every other action keeps the keys it ships with. Ids that the window does not have are no error.
    QMap<QString, QList<QKeySequence>> changed;
};

/// The program's own keys first.
const std::vector<KeyPreset>& keyPresets();

} // namespace blastoscope::ui
