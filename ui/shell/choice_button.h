// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace blastoscope::ui {

/// A large choice of the start page: picture, title and one or two lines of what it does.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(const QIcon& picture, const QString& title, const QString& description, QWidget* parent = nullptr);

    void setDescription(const QString& description);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QFont titleFont() const;
    int margin() const;
    int pictureSize() const;

    QString m_description;
};

} // namespace blastoscope::ui
