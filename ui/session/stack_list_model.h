// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QImage>

#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// The open stacks with how far their segmentation is.
class StackListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        StackRole = Qt::UserRole + 1, ///< OpenStack*
        SubtitleRole,                 ///< QString, e.g. "12 / 96 accepted"
        ProgressRole,                 ///< double in [0, 1]: segmented frames
        MissingRole,                  ///< bool: its images cannot be found
    };

    explicit StackListModel(Workspace& workspace, QObject* parent = nullptr);

    QModelIndex indexOf(const OpenStack* stack) const;
    void setThumbnail(int stackId, const QImage& thumbnail);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void watch(OpenStack* stack);
    void changed(const OpenStack* stack);

    Workspace& m_workspace;
    std::vector<OpenStack*> m_rows;
    QHash<int, QImage> m_thumbnails;
};

} // namespace blastoscope::ui
