// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/missing_images_card.h"

#include <QEvent>

#include "ui/session/workspace.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

MissingImagesCard::MissingImagesCard(Workspace& workspace, QWidget& canvas)
    : QPushButton(ui::icon(Icon::Find), tr("&Locate…"), &canvas), m_workspace(workspace)
{
    setObjectName(QStringLiteral("locateImages"));
    setToolTip(tr("Look for the images in a folder of your choice"));
    setCursor(Qt::ArrowCursor);
    hide();
    canvas.installEventFilter(this);
    connect(&workspace, &Workspace::currentChanged, this, &MissingImagesCard::follow);
    connect(&workspace, &Workspace::stackAdded, this, [this](OpenStack* stack) {
        connect(stack, &OpenStack::imagesChanged, this, &MissingImagesCard::follow);
    });
}

void MissingImagesCard::follow()
{
    setVisible(m_workspace.current() && m_workspace.current()->isMissing());
    place();
}

bool MissingImagesCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void MissingImagesCard::place()
{
    const QWidget* canvas = parentWidget();
    adjustSize();
    move((canvas->width() - width()) / 2, canvas->height() / 2 + gridUnit(canvas) * 10);
}

} // namespace blastoscope::ui
