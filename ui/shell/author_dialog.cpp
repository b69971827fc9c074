// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/author_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace blastoscope::ui {

AuthorDialog::AuthorDialog(const QString& name, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Your name"));
    const int unit = gridUnit(this);
    auto* text = new QLabel(tr("The audit trail of a project notes who changed what. Your account on this computer is "
                               "noted anyway; a name makes it readable for others. It is kept in the project file and "
                               "stays there."),
                            this);
    text->setWordWrap(true);
    text->setMinimumWidth(unit * 46);
    m_name = new QLineEdit(name, this);
    m_name->setMaxLength(120);
    auto* form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    layout->setSpacing(unit * 2);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

QString AuthorDialog::name() const
{
    return m_name->text().simplified();
}

} // namespace blastoscope::ui
