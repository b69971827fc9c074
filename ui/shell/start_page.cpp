// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_page.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/choice_button.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr int kPathRole = Qt::UserRole;

QSize thumbnailSize(const QWidget* widget)
{
    return {gridUnit(widget) * 16, gridUnit(widget) * 12};
}

/// The picture cut to the tile, or the silhouette icon where there is none.
QIcon tileOf(const QImage& thumbnail, const QWidget* widget)
{
    const qreal ratio = widget->devicePixelRatioF();
    const QSize size = (QSizeF(thumbnailSize(widget)) * ratio).toSize();
    QPixmap tile(size);
    tile.fill(QColor(0x14, 0x16, 0x19));
    QPainter painter(&tile);
    if (thumbnail.isNull()) {
        const int side = size.height() / 2;
        icon(Icon::Embryo)
            .paint(&painter, QRect((size.width() - side) / 2, (size.height() - side) / 2, side, side), Qt::AlignCenter,
                   QIcon::Disabled);
    } else {
        const QImage filled = thumbnail.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        painter.drawImage((size.width() - filled.width()) / 2, (size.height() - filled.height()) / 2, filled);
    }
    painter.end();
    tile.setDevicePixelRatio(ratio);
    return QIcon(tile);
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    auto* title = new QLabel(tr("Blastoscope"), this);
    QFont titleFont = font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 2);
    titleFont.setWeight(QFont::Light);
    title->setFont(titleFont);
    m_subtitle = new QLabel(tr("Every blastomere whole, measured, in time-lapse images of embryos"), this);

    m_recentTitle = new QLabel(tr("Recent"), this);
    QFont sectionFont = font();
    sectionFont.setWeight(QFont::DemiBold);
    m_recentTitle->setFont(sectionFont);
    m_recentList = new QListWidget(this);
    m_recentList->setObjectName(QStringLiteral("recentStacks"));
    m_recentList->setViewMode(QListView::IconMode);
    m_recentList->setIconSize(thumbnailSize(this));
    m_recentList->setGridSize(thumbnailSize(this) + QSize(gridUnit(this) * 2, gridUnit(this) * 5));
    m_recentList->setResizeMode(QListView::Adjust);
    m_recentList->setMovement(QListView::Static);
    m_recentList->setFrameShape(QFrame::NoFrame);
    m_recentList->setTextElideMode(Qt::ElideMiddle);
    m_recentList->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recentList->viewport()->setAutoFillBackground(false);
    connect(m_recentList, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit recentRequested(item->data(kPathRole).toString()); });
    connect(m_recentList, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { emit recentRequested(item->data(kPathRole).toString()); });
    connect(m_recentList, &QListWidget::customContextMenuRequested, this, &StartPage::showRecentMenu);

    m_foot = new QLabel(tr("Research use only. Not for use in diagnostic procedures."), this);

    auto* column = new QVBoxLayout;
    column->addWidget(title);
    column->addWidget(m_subtitle);
    column->addSpacing(gridUnit(this) * 3);
    column->addWidget(createChoices());
    column->addSpacing(gridUnit(this) * 3);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recentList, 1);
    column->addWidget(m_foot);

    auto* layout = new QHBoxLayout(this);
    const int margin = gridUnit(this) * 4;
    layout->setContentsMargins(margin, margin, margin, gridUnit(this) * 2);
    layout->addStretch(1);
    layout->addLayout(column, 12);
    layout->addStretch(1);
    setRecentStacks({});
    applyColors();
}

QWidget* StartPage::createChoices()
{
    auto* row = new QWidget(this);
    m_open =
        new ChoiceButton(icon(Icon::Open), tr("&Open…"),
                         tr("A folder of images, a TIFF stack, a video or a project. Or drop it anywhere in this "
                            "window."),
                         row);
    m_sample = new ChoiceButton(icon(Icon::Sample), tr("Open &sample"), QString(), row);
    m_recent = new ChoiceButton(icon(Icon::Recent), tr("&Recent"), QString(), row);
    m_open->setObjectName(QStringLiteral("openChoice"));
    m_sample->setObjectName(QStringLiteral("sampleChoice"));
    m_recent->setObjectName(QStringLiteral("recentChoice"));
    connect(m_open, &ChoiceButton::clicked, this, &StartPage::showOpenMenu);
    connect(m_sample, &ChoiceButton::clicked, this, &StartPage::sampleRequested);
    connect(m_recent, &ChoiceButton::clicked, this, [this] { emit recentRequested(m_latest); });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit(this) * 2);
    for (ChoiceButton* button : {m_open, m_sample, m_recent})
        layout->addWidget(button);
    setSampleAvailable(true);
    return row;
}

void StartPage::setSampleAvailable(bool available)
{
    m_sample->setEnabled(available);
    m_sample->setDescription(available ? tr("A simulated time-lapse of a dividing embryo, to try everything out.")
                                       : tr("The sample is not installed on this computer."));
}

void StartPage::setRecentStacks(const QStringList& paths)
{
    m_latest = paths.value(0);
    m_recent->setEnabled(!paths.isEmpty());
    m_recent->setDescription(paths.isEmpty() ? tr("Nothing yet. Stacks and projects that you open are listed here.")
                                             : tr("Go on with %1.").arg(shortened(QFileInfo(m_latest).fileName(), 48)));
    m_recentTitle->setVisible(!paths.isEmpty());
    m_recentList->clear();
    for (const QString& path : paths) {
        auto* item = new QListWidgetItem(tileOf(QImage(), this), QFileInfo(path).fileName(), m_recentList);
        item->setData(kPathRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
}

void StartPage::setThumbnail(const QString& path, const QImage& picture)
{
    for (int row = 0; row < m_recentList->count(); ++row) {
        if (QListWidgetItem* item = m_recentList->item(row); item->data(kPathRole).toString() == path)
            item->setIcon(tileOf(picture, this));
    }
}

void StartPage::showOpenMenu()
{
    QMenu menu(this);
    menu.addAction(icon(Icon::OpenFolder), tr("A &folder of images…"), this, &StartPage::openFolderRequested);
    menu.addAction(icon(Icon::Open), tr("A &TIFF stack, video or picture…"), this, &StartPage::openFilesRequested);
    menu.addSeparator();
    menu.addAction(icon(Icon::Open), tr("A &project…"), this, &StartPage::openProjectRequested);
    menu.addAction(tr("A &new project…"), this, &StartPage::newProjectRequested);
    menu.exec(m_open->mapToGlobal(QPoint(0, m_open->height())));
}

void StartPage::showRecentMenu(const QPoint& position)
{
    const QListWidgetItem* item = m_recentList->itemAt(position);
    if (!item)
        return;
    const QString path = item->data(kPathRole).toString();
    QMenu menu(this);
    menu.addAction(tr("&Open"), this, [this, path] { emit recentRequested(path); });
    menu.addAction(tr("&Remove from this list"), this, [this, path] { emit forgetRecentRequested(path); });
    menu.exec(m_recentList->viewport()->mapToGlobal(position));
}

void StartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void StartPage::applyColors()
{
    if (!m_foot)
        return;
    for (QLabel* label : {m_subtitle, m_foot}) {
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, mutedText(palette()));
        label->setPalette(quiet);
    }
    QPalette transparent = palette();
    transparent.setColor(QPalette::Base, palette().color(QPalette::Window));
    m_recentList->setPalette(transparent);
}

} // namespace blastoscope::ui
