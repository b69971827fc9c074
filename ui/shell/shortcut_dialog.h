// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QMap>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace blastoscope::ui {

class ActionCatalog;
struct KeyPreset;

/// Shows the keys of every action and changes them. A key that another action has already is named with that action,
/// and must be given up there or taken back before the keys can be used.
class ShortcutDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutDialog(const ActionCatalog& catalog, QWidget* parent = nullptr);

    /// What is set in the dialog.
    const QMap<QString, QList<QKeySequence>>& keys() const { return m_keys; }
    /// Key `slot` (0 or 1) of an action; an empty sequence removes it.
    void setKey(const QString& id, int slot, const QKeySequence& key);
    /// The keys of a preset for every action.
    void usePreset(const KeyPreset& preset);
    /// The keys that one action ships with.
    void resetKeys(const QString& id);
    bool hasConflicts() const;
    /// Position of the preset in keyPresets() that the dialog shows now; -1 for keys of one's own.
    int presetIndex() const;

signals:
    /// The person pressed OK; only those that differ from the defaults.
    void keysChosen(const QMap<QString, QList<QKeySequence>>& changed);

private:
    void createList();
    QLayout* createEditor();
    QLayout* createTop();
    void showKeys();
    void showSelected();
    void showConflicts();
    void filter(const QString& text);
    QString selectedId() const;
    QString nameOf(const QString& id) const;
    void accept() override;

    const ActionCatalog& m_catalog;
    QMap<QString, QList<QKeySequence>> m_keys;
    QTreeWidget* m_list = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_presets = nullptr;
    QPushButton* m_reset = nullptr;
    QKeySequenceEdit* m_editors[2] = {};
    QLabel* m_conflict = nullptr;
    QPushButton* m_ok = nullptr;
};

} // namespace blastoscope::ui
