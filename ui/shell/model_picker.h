// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMenu>
#include <QToolButton>

#include "core/base/error.h"
#include "core/inference/segmenter.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// The model in use, in the status bar; its menu offers the shipped ones, each with what it is for, and any weight
/// file.
class ModelPicker : public QToolButton {
    Q_OBJECT
public:
    using InfoReader = std::function<base::Result<inference::ModelInfo>(const std::filesystem::path&)>;

    ModelPicker(QStringList shippedModels, InfoReader readInfo, QWidget* parent = nullptr);

    /// Empty = no model is installed.
    QString modelPath() const { return m_path; }
    /// Shown at once by file name, by its own name once the header is read.
    void setModelPath(const QString& path);
    void showLoaded(const inference::ModelInfo& model);
    void showFailed(const base::Error& error);

signals:
    void modelChosen(const QString& path);

private:
    using KnownModels = QMap<QString, inference::ModelInfo>; ///< by path

    void readShipped();
    void showName(const QString& name);
    QString menuText(const QString& path) const;
    void fillMenu();
    void askForFile();

    QStringList m_shipped;
    InfoReader m_readInfo;
    QString m_path;
    QMenu m_menu;
    KnownModels m_known;
    const JobBase* m_job = nullptr; ///< the latest; what earlier ones read counts no more
    std::unique_ptr<Job<KnownModels>> m_readShipped;
};

} // namespace blastoscope::ui
