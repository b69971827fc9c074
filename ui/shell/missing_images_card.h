// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace blastoscope::ui {

class Workspace;

/// A button in the lower part of the canvas while the images of the current stack are missing; what is wrong stands
/// above it, in the place of the picture.
class MissingImagesCard : public QPushButton {
    Q_OBJECT
public:
    MissingImagesCard(Workspace& workspace, QWidget& canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void place();

    Workspace& m_workspace;
};

} // namespace blastoscope::ui
