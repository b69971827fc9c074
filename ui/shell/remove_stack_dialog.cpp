// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/remove_stack_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace blastoscope::ui {

RemoveStackDialog::RemoveStackDialog(const QString& stack, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Remove stack from project"));
    const int unit = gridUnit(this);
    auto* text =
        new QLabel(tr("Outlines, reviews, calibration and history of %1 are deleted from the project. This "
                      "cannot be undone.\n\nThe images stay where they are. The audit trail keeps that a stack "
                      "was removed, by whom, when and why, under its random id. Copies of the project file are "
                      "not touched.")
                       .arg(stack),
                   this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(unit * 46);
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("e.g. consent withdrawn; no names"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Reason:"), m_reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* remove = buttons->addButton(tr("Re&move"), QDialogButtonBox::DestructiveRole);
    remove->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true); // Enter in the field deletes nothing
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    layout->setSpacing(unit * 2);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

QString RemoveStackDialog::reason() const
{
    return m_reason->text().simplified();
}

} // namespace blastoscope::ui
