// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/folder_field.h"

#include <utility>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/theme/icons.h"

namespace blastoscope::ui {

FolderField::FolderField(QString question, const QString& folder, QWidget* parent)
    : QWidget(parent), m_question(std::move(question)), m_path(new QLineEdit(this))
{
    setFolder(folder);
    auto* choose = new QPushButton(icon(Icon::OpenFolder), tr("&Choose…"), this);
    choose->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path, 1);
    layout->addWidget(choose);
    setFocusProxy(m_path);
    connect(choose, &QPushButton::clicked, this, &FolderField::choose);
    connect(m_path, &QLineEdit::textChanged, this, &FolderField::changed);
}

QString FolderField::folder() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void FolderField::setFolder(const QString& folder)
{
    m_path->setText(QDir::toNativeSeparators(folder));
}

void FolderField::choose()
{
    const QString begin = QFileInfo::exists(folder()) ? folder() : QFileInfo(folder()).path();
    auto* dialog = new QFileDialog(this, m_question, begin);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderField::setFolder);
    dialog->open();
}

} // namespace blastoscope::ui
