// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "core/base/error.h"
#include "core/dataset/fine_tuning_recipe.h"

namespace blastoscope::ui {

/// With what a run was started, kept in its folder for the list of runs.
struct RunSettings {
    QString title; ///< name of the new model
    QDateTime created;
    QString baseTitle;
    QString basePath;
    QString datasetPath;
    QString device = QStringLiteral("auto"); ///< "auto", "cpu" or "cuda"
    dataset::FineTuning tuning;              ///< base, dataset and name are those above
    int epochs = 0;                          ///< the budget as it was entered; 0: minutes
    QString kind;   ///< whose run it is: empty for a fine-tuning, else a name that its window knows
    QString recipe; ///< JSON text to train by instead of `tuning`; not read back
};

inline constexpr auto kRunSettingsFile = "run.json";
inline constexpr auto kWrittenRecipeFile = "fine-tuning.json";

/// Writes settings and recipe into the run's folder, which must exist.
base::Status writeRunSettings(const QString& folder, const RunSettings& settings);

/// What is not there keeps its default; a folder without settings (another program started the run) is called by its
/// own name and takes base and dataset from the recipe.
RunSettings readRunSettings(const QString& folder);

/// One line: budget, learning rate, what is frozen, share of simulated frames, device.
QString settingsText(const RunSettings& settings);

} // namespace blastoscope::ui
