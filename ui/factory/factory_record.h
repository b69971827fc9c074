// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QString>

#include "core/base/error.h"

namespace blastoscope::ui {

/// A folder of samples that was made to be labelled.
struct SampleBatch {
    QString folder; ///< in the factory's
    int samples = 0;
    bool operator==(const SampleBatch&) const = default;
};

/// How far a labelling factory is: the content of factory.json.
struct FactoryRecord {
    QString name;
    QDateTime created;
    int pictures = 0; ///< to learn from; 0: not chosen yet
    int stacks = 0;   ///< that they come from
    int pictureSide = 0;
    QString run; ///< folder of the generator's run among the runs; empty: not started yet
    std::vector<SampleBatch> batches;
    qint64 nextSample = 0; ///< of the series, for the next batch
    int learnedFrom = 0;   ///< labelled samples behind the interpreter; 0: there is none
    double fit = 0;
    std::optional<double> trial;
    int pairs = 0;
    double leftOut = 0.1; ///< share of the most uncertain pairs that stay out unless a person decides otherwise
    std::map<QString, bool> decisions; ///< pairs that a person accepted (true) or rejected
    bool operator==(const FactoryRecord&) const = default;
};

inline constexpr auto kFactoryFile = "factory.json";

/// Fails as base::writeTextFile.
base::Status writeFactoryRecord(const QString& folder, const FactoryRecord& record);

/// Fails as base::readTextFile, and with Corrupt when the file is not what writeFactoryRecord writes.
base::Result<FactoryRecord> readFactoryRecord(const QString& folder);

} // namespace blastoscope::ui
