// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace blastoscope::ui {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Blastoscope"));
    const int unit = gridUnit(this);
    auto* picture = new QLabel(this);
    picture->setPixmap(QApplication::windowIcon().pixmap(QSize(unit * 9, unit * 9), devicePixelRatioF()));
    auto* text = new QLabel(
        tr("<h2>Blastoscope %1</h2>"
           "<p>Opens time-lapse images of embryos, finds every blastomere whole, also where others cover it, and "
           "measures it.</p>"
           "<p><b>Research use only. Not for use in diagnostic procedures.</b> Blastoscope shows numbers and their "
           "definitions. It gives no grades and no advice.</p>"
           "<p>This program is free software under the GNU General Public License, version 3 or later; its core is "
           "under the Apache License 2.0. It uses Qt %2, LibTorch, OpenCV, libtiff, QCustomPlot, spdlog and other free "
           "libraries, which are listed with their licences in the third-party notice.</p>"
           "<p>Nothing leaves this computer: no telemetry, no cloud.</p>")
            .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setMinimumWidth(unit * 52);

    auto* row = new QHBoxLayout;
    row->setSpacing(unit * 2);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    layout->addLayout(row);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace blastoscope::ui
