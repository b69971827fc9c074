// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/jobs/job.h"
#include "ui/training/dataset_summary.h"

class QComboBox;
class QLabel;

namespace blastoscope::ui {

/// Chooses one of the training sets in a folder, or one from elsewhere, and says what is in it.
class DatasetPicker : public QWidget {
    Q_OBJECT
public:
    explicit DatasetPicker(QString folder, QWidget* parent = nullptr);

    /// Null when there is none.
    const DatasetSummary* dataset() const;
    /// Looks for training sets again and chooses `folder` when it is given.
    void reload(const QString& folder = {});

signals:
    /// Another one is chosen, or the same one was read again.
    void changed();
    void buildRequested();

private:
    void fill();
    void describe();
    void chooseFolder();
    void add(const QString& folder);

    QString m_folder;
    QString m_wanted;
    QStringList m_added; ///< chosen by hand, from elsewhere
    std::vector<DatasetSummary> m_datasets;
    QComboBox* m_box = nullptr;
    QLabel* m_facts = nullptr;
    QLabel* m_warnings = nullptr;
    std::unique_ptr<Job<std::vector<DatasetSummary>>> m_job;
};

} // namespace blastoscope::ui
