// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/workspace.h"

#include <algorithm>

#include <QDir>

namespace blastoscope::ui {

OpenStack* Workspace::add(std::shared_ptr<const imaging::ImageStack> images, bool makeCurrent)
{
    m_stacks.push_back(std::make_unique<OpenStack>(++m_lastId, std::move(images)));
    OpenStack* stack = m_stacks.back().get();
    emit stackAdded(stack);
    if (makeCurrent || !m_current)
        setCurrent(stack);
    return stack;
}

void Workspace::close(OpenStack* stack)
{
    const auto it = std::find_if(m_stacks.begin(), m_stacks.end(), [&](const auto& s) { return s.get() == stack; });
    if (it == m_stacks.end())
        return;
    const auto position = std::size_t(it - m_stacks.begin());
    const std::unique_ptr<OpenStack> closing = std::move(*it);
    m_stacks.erase(it);
    if (m_current == closing.get())
        setCurrent(m_stacks.empty() ? nullptr : m_stacks[std::min(position, m_stacks.size() - 1)].get());
    emit stackClosed(closing.get());
}

OpenStack* Workspace::find(int id) const
{
    const auto it = std::find_if(m_stacks.begin(), m_stacks.end(), [id](const auto& s) { return s->id() == id; });
    return it == m_stacks.end() ? nullptr : it->get();
}

OpenStack* Workspace::findByPath(const QString& path) const
{
    const QString absolute = QDir(path).absolutePath();
    const auto it =
        std::find_if(m_stacks.begin(), m_stacks.end(), [&](const auto& s) { return s->path() == absolute; });
    return it == m_stacks.end() ? nullptr : it->get();
}

void Workspace::setCurrent(OpenStack* stack)
{
    if (stack == m_current)
        return;
    m_current = stack;
    emit currentChanged(stack);
}

} // namespace blastoscope::ui
