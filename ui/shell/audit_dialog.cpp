// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/audit_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/project/audit_filter.h"
#include "ui/project/audit_table_model.h"
#include "ui/project/project_session.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr int kMeasuredRows = 100; ///< whose texts the columns' widths go by

base::Error closedError()
{
    return {base::ErrorCode::NotFound, "The project is not open any more.", {}};
}

base::Result<int> writeFile(const QString& path, const std::string& content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.write(content.data(), qint64(content.size())) == qint64(content.size())
                         && file.commit();
    if (!written)
        return base::fail(base::ErrorCode::Io,
                          "The audit trail could not be written to " + path.toStdString() + ". Choose another place.",
                          file.errorString().toStdString());
    return 0;
}

} // namespace

AuditDialog::AuditDialog(ProjectSession& session, QWidget* parent) : QDialog(parent), m_session(session)
{
    setWindowTitle(tr("Audit trail"));
    const int unit = gridUnit(this);
    m_model = new AuditTableModel(this);
    m_filter = new AuditFilter(this);
    m_filter->setSourceModel(m_model);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    layout->setSpacing(unit);
    layout->addWidget(createFilters());
    layout->addWidget(createTable(), 1);
    auto* row = new QHBoxLayout;
    m_icon = new QLabel(this);
    m_result = new QLabel(this);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_result, 1);
    layout->addLayout(row);
    layout->addWidget(createButtons());
    resize(unit * 130, unit * 80);
    connect(&session, &ProjectSession::projectChanged, this, &AuditDialog::refresh);
    refresh();
}

QWidget* AuditDialog::createFilters()
{
    auto* row = new QWidget(this);
    m_stack = new QComboBox(row);
    m_stack->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_frame = new QSpinBox(row);
    m_frame->setRange(0, 0);
    m_frame->setSpecialValueText(tr("all"));
    m_person = new QComboBox(row);
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit(this));
    const auto add = [&](const QString& text, QWidget* widget) {
        auto* label = new QLabel(text, row);
        label->setBuddy(widget);
        layout->addWidget(label);
        layout->addWidget(widget);
        layout->addSpacing(gridUnit(this));
    };
    add(tr("&Stack:"), m_stack);
    add(tr("&Frame:"), m_frame);
    add(tr("&Who:"), m_person);
    layout->addStretch(1);
    connect(m_stack, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setStack(m_stack->currentData().toString()); });
    connect(m_frame, &QSpinBox::valueChanged, this, [this](int value) { m_filter->setFrame(value - 1); });
    connect(m_person, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setPerson(m_person->currentData().toString()); });
    return row;
}

QWidget* AuditDialog::createTable()
{
    m_table = new QTableView(this);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(AuditTableModel::Number, Qt::DescendingOrder);
    m_table->setFont(tabularFigures(font()));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(gridUnit(this) * 3);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    return m_table;
}

QWidget* AuditDialog::createButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_verify = buttons->addButton(tr("&Verify"), QDialogButtonBox::ActionRole);
    m_verify->setToolTip(tr("Check that no row was changed or removed, and that the annotations are those the trail "
                            "tells of"));
    m_export = buttons->addButton(tr("&Export (CSV)…"), QDialogButtonBox::ActionRole);
    m_export->setIcon(icon(Icon::Export));
    connect(m_verify, &QPushButton::clicked, this, &AuditDialog::verify);
    connect(m_export, &QPushButton::clicked, this, &AuditDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void AuditDialog::refresh()
{
    QHash<QString, QString> names;
    for (const project::StackRecord& record : m_session.links().records())
        names.insert(QString::fromStdString(record.uid), QString::fromStdString(record.path.filename().string()));
    say(tr("Reading the trail…"));
    m_session.worker().read<AuditTable>(
        [names](ProjectSlot& slot) -> base::Result<AuditTable> {
            auto rows = slot.current ? slot.current->auditRows() : tl::unexpected(closedError());
            if (!rows)
                return tl::unexpected(rows.error());
            return auditTableOf(std::move(*rows), names);
        },
        [self = QPointer<AuditDialog>(this)](base::Result<AuditTable> table) {
            if (!self)
                return;
            if (!table)
                return self->say(QString::fromStdString(table.error().message), true);
            self->m_model->setTable(std::move(*table));
            self->fillFilters();
            self->m_table->resizeColumnsToContents();
            self->say(tr("%n row(s). Rows are only ever added; each carries a hash over itself and the one before.",
                         nullptr, self->m_model->rowCount()));
        });
}

void AuditDialog::fillFilters()
{
    const QString stack = m_stack->currentData().toString();
    const QString person = m_person->currentData().toString();
    m_stack->clear();
    m_stack->addItem(tr("all"));
    for (const QString& uid : m_model->table().stacks)
        m_stack->addItem(shortened(m_model->table().stackName(uid), 40), uid);
    m_stack->setCurrentIndex(qMax(0, m_stack->findData(stack)));
    m_person->clear();
    m_person->addItem(tr("everybody"));
    for (const QString& name : m_model->table().people)
        m_person->addItem(shortened(name, 40), name);
    m_person->setCurrentIndex(qMax(0, m_person->findData(person)));
    m_frame->setRange(0, m_model->table().frames);
}

void AuditDialog::verify()
{
    m_verify->setEnabled(false);
    say(tr("Checking every row and all annotations…"));
    m_session.worker().read<project::AuditReport>(
        [](ProjectSlot& slot) -> base::Result<project::AuditReport> {
            return slot.current ? slot.current->verifyAudit() : tl::unexpected(closedError());
        },
        [self = QPointer<AuditDialog>(this)](const base::Result<project::AuditReport>& report) {
            if (!self)
                return;
            self->m_verify->setEnabled(true);
            if (!report)
                return self->say(QString::fromStdString(report.error().message), true);
            if (report->isIntact())
                return self->say(tr("Intact: %n row(s), and the annotations are those the trail tells of. Last hash "
                                    "%1",
                                    nullptr, int(report->rows))
                                     .arg(QString::fromStdString(report->head)));
            QStringList problems;
            for (const std::string& problem : report->problems)
                problems.append(QString::fromStdString(problem));
            self->say(tr("Not intact. %1").arg(problems.join(QLatin1Char('\n'))), true);
        });
}

void AuditDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export the audit trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("audit.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditDialog::exportCsv);
    dialog->open();
}

void AuditDialog::exportCsv(const QString& file)
{
    m_export->setEnabled(false);
    m_session.worker().read<int>(
        [file](ProjectSlot& slot) -> base::Result<int> {
            const auto csv = slot.current ? slot.current->auditCsv() : tl::unexpected(closedError());
            return csv ? writeFile(file, *csv) : tl::unexpected(csv.error());
        },
        [self = QPointer<AuditDialog>(this), file](const base::Result<int>& written) {
            if (!self)
                return;
            self->m_export->setEnabled(true);
            if (!written)
                return self->say(QString::fromStdString(written.error().message), true);
            self->say(tr("Written to %1").arg(QDir::toNativeSeparators(file)));
            emit self->exported(file);
        });
}

void AuditDialog::say(const QString& text, bool warning)
{
    const int side = gridUnit(this) * 2;
    m_icon->setPixmap(warning ? icon(Icon::Warning).pixmap(QSize(side, side), devicePixelRatioF()) : QPixmap());
    m_icon->setVisible(warning);
    m_said = text;
    m_result->setText(breakable(text));
}

} // namespace blastoscope::ui
