// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/base/error.h"

class QPushButton;
class QTextBrowser;
class QTreeView;

namespace blastoscope::ui {

class ModelCollection;
class ModelListModel;

/// The models there are, with the card of the chosen one and what can be done with it.
class ModelsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPanel(ModelCollection& collection, QWidget* parent = nullptr);

    ModelListModel& model() { return *m_model; }
    void select(const QString& file);
    /// Without a dialog.
    void exportTo(const QString& target);

signals:
    void makeDefaultRequested(const QString& file);
    void exported(const QString& file);
    void failed(const blastoscope::base::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createWidgets();
    QPushButton* addButton(const QString& name, const QString& text, const QString& toolTip,
                           void (ModelsPanel::*run)());
    QString chosen() const;
    void takeOver();
    void showCard();
    void makeDefault();
    void chooseExport();
    void askToRemove();
    void showFolder();

    ModelCollection& m_collection;
    ModelListModel* m_model = nullptr;
    QTreeView* m_list = nullptr;
    QTextBrowser* m_card = nullptr;
    QList<QPushButton*> m_buttons;
    QPushButton* m_makeDefault = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_remove = nullptr;
    bool m_loaded = false;
};

} // namespace blastoscope::ui
