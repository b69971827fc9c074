// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// The stacks that are open and the one that is looked at.
class Workspace : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The new stack becomes the current one, unless there is one that should stay so.
    OpenStack* add(std::shared_ptr<const imaging::ImageStack> images, bool makeCurrent = true);
    /// The neighbour in the list becomes current.
    void close(OpenStack* stack);
    const std::vector<std::unique_ptr<OpenStack>>& stacks() const { return m_stacks; }
    OpenStack* find(int id) const;
    OpenStack* findByPath(const QString& path) const;

    /// Null while nothing is open.
    OpenStack* current() const { return m_current; }
    void setCurrent(OpenStack* stack);

signals:
    void stackAdded(blastoscope::ui::OpenStack* stack);
    /// Just before it is deleted; it is no longer in stacks().
    void stackClosed(blastoscope::ui::OpenStack* stack);
    void currentChanged(blastoscope::ui::OpenStack* stack);

private:
    std::vector<std::unique_ptr<OpenStack>> m_stacks;
    OpenStack* m_current = nullptr;
    int m_lastId = 0;
};

} // namespace blastoscope::ui
