// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/settings/action_catalog.h"
#include "ui/settings/key_presets.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;

QString keysText(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys) {
        if (!key.isEmpty())
            texts.append(key.toString(QKeySequence::NativeText));
    }
    return texts.join(QStringLiteral("   "));
}

} // namespace

ShortcutDialog::ShortcutDialog(const ActionCatalog& catalog, QWidget* parent)
    : QDialog(parent), m_catalog(catalog), m_keys(catalog.keys())
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QLayout* top = createTop();
    createList();

    m_conflict = new QLabel(this);
    m_conflict->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &ShortcutDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(createEditor());
    layout->addWidget(m_conflict);
    layout->addWidget(buttons);
    resize(gridUnit(this) * 72, gridUnit(this) * 72);
    showKeys();
    showSelected();
}

QLayout* ShortcutDialog::createTop()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Find), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutDialog::filter);
    m_presets = new QComboBox(this);
    for (const KeyPreset& preset : keyPresets())
        m_presets->addItem(preset.name);
    m_presets->setPlaceholderText(tr("My own"));
    connect(m_presets, &QComboBox::activated, this,
            [this](int index) { usePreset(keyPresets()[std::size_t(index)]); });
    auto* label = new QLabel(tr("Keys &like in"), this);
    label->setBuddy(m_presets);
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addSpacing(gridUnit(this));
    row->addWidget(label);
    row->addWidget(m_presets);
    return row;
}

void ShortcutDialog::createList()
{
    m_list = new QTreeWidget(this);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(gridUnit(this) * 2);
    QMap<QString, QTreeWidgetItem*> groups;
    for (const ActionCatalog::Entry& entry : m_catalog.entries()) {
        QTreeWidgetItem*& group = groups[entry.group];
        if (!group) {
            group = new QTreeWidgetItem(m_list, {entry.group});
            group->setFlags(Qt::ItemIsEnabled);
            QFont bold = font();
            bold.setBold(true);
            group->setFont(0, bold);
        }
        auto* item = new QTreeWidgetItem(group, {plainText(*entry.action)});
        item->setIcon(0, entry.action->icon());
        item->setData(0, kIdRole, entry.id);
    }
    m_list->expandAll();
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->resizeSection(1, gridUnit(this) * 24);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutDialog::showSelected);
}

QLayout* ShortcutDialog::createEditor()
{
    auto* row = new QHBoxLayout;
    const QString labels[] = {tr("Key:"), tr("or:")};
    for (int slot = 0; slot < 2; ++slot) {
        m_editors[slot] = new QKeySequenceEdit(this);
        auto* clear = new QToolButton(this);
        clear->setIcon(icon(Icon::Close));
        clear->setToolTip(tr("No key"));
        clear->setAutoRaise(true);
        connect(m_editors[slot], &QKeySequenceEdit::keySequenceChanged, this, [this, slot](const QKeySequence& key) {
            if (!selectedId().isEmpty())
                setKey(selectedId(), slot, key);
        });
        connect(clear, &QToolButton::clicked, m_editors[slot], &QKeySequenceEdit::clear);
        row->addWidget(new QLabel(labels[slot], this));
        row->addWidget(m_editors[slot], 1);
        row->addWidget(clear);
    }
    m_reset = new QPushButton(tr("&Reset"), this);
    m_reset->setToolTip(tr("The keys that this action ships with"));
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, [this] { resetKeys(selectedId()); });
    row->addWidget(m_reset);
    return row;
}

void ShortcutDialog::setKey(const QString& id, int slot, const QKeySequence& key)
{
    QList<QKeySequence>& keys = m_keys[id];
    while (keys.size() <= slot)
        keys.append(QKeySequence());
    keys[slot] = key;
    while (!keys.isEmpty() && keys.last().isEmpty())
        keys.removeLast();
    showKeys();
}

void ShortcutDialog::usePreset(const KeyPreset& preset)
{
    for (const ActionCatalog::Entry& entry : m_catalog.entries())
        m_keys[entry.id] = preset.changed.value(entry.id, entry.defaultKeys);
    showKeys();
    showSelected();
}

void ShortcutDialog::resetKeys(const QString& id)
{
    if (const ActionCatalog::Entry* entry = m_catalog.find(id))
        m_keys[id] = entry->defaultKeys;
    showKeys();
    showSelected();
}

int ShortcutDialog::presetIndex() const
{
    const std::vector<KeyPreset>& presets = keyPresets();
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const auto& entries = m_catalog.entries();
        const bool same = std::all_of(entries.begin(), entries.end(), [&](const ActionCatalog::Entry& entry) {
            return m_keys.value(entry.id) == presets[i].changed.value(entry.id, entry.defaultKeys);
        });
        if (same)
            return int(i);
    }
    return -1;
}

bool ShortcutDialog::hasConflicts() const
{
    return !ActionCatalog::conflictsIn(m_keys).empty();
}

void ShortcutDialog::showKeys()
{
    for (QTreeWidgetItemIterator it(m_list); *it; ++it) {
        const QString id = (*it)->data(0, kIdRole).toString();
        if (!id.isEmpty())
            (*it)->setText(1, keysText(m_keys.value(id)));
    }
    m_presets->setCurrentIndex(presetIndex());
    showConflicts();
}

void ShortcutDialog::showSelected()
{
    const QString id = selectedId();
    const QList<QKeySequence> keys = m_keys.value(id);
    for (int slot = 0; slot < 2; ++slot) {
        const QSignalBlocker quiet(m_editors[slot]);
        m_editors[slot]->setEnabled(!id.isEmpty());
        m_editors[slot]->setKeySequence(keys.value(slot));
    }
    m_reset->setEnabled(!id.isEmpty());
}

void ShortcutDialog::showConflicts()
{
    QStringList lines;
    for (const ActionCatalog::Conflict& conflict : ActionCatalog::conflictsIn(m_keys)) {
        lines.append(tr("%1 is used by both “%2” and “%3”. Choose another key for one of them.")
                         .arg(conflict.key.toString(QKeySequence::NativeText), nameOf(conflict.firstId),
                              nameOf(conflict.secondId)));
    }
    m_conflict->setText(lines.join(u'\n'));
    m_conflict->setVisible(!lines.isEmpty());
    m_ok->setEnabled(lines.isEmpty());
}

void ShortcutDialog::filter(const QString& text)
{
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = m_list->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* item = group->child(i);
            const bool hit =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!hit);
            any = any || hit;
        }
        group->setHidden(!any);
    }
}

QString ShortcutDialog::selectedId() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(0, kIdRole).toString() : QString();
}

QString ShortcutDialog::nameOf(const QString& id) const
{
    const ActionCatalog::Entry* entry = m_catalog.find(id);
    return entry ? plainText(*entry->action) : id;
}

void ShortcutDialog::accept()
{
    QMap<QString, QList<QKeySequence>> changed;
    for (const ActionCatalog::Entry& entry : m_catalog.entries()) {
        if (m_keys.value(entry.id) != entry.defaultKeys)
            changed.insert(entry.id, m_keys.value(entry.id));
    }
    emit keysChosen(changed);
    QDialog::accept();
}

} // namespace blastoscope::ui
