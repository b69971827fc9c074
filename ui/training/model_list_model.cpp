// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/model_list_model.h"

#include <QFileInfo>
#include <QFont>
#include <QLocale>

namespace blastoscope::ui {

namespace {

QString fileOf(const inference::ShelvedModel& model)
{
    return QString::fromStdString(model.file.string());
}

} // namespace

void ModelListModel::setModels(const std::vector<inference::ShelvedModel>& models)
{
    beginResetModel();
    m_models = models;
    endResetModel();
}

void ModelListModel::setDefaultModel(const QString& file)
{
    m_default = file;
    if (!m_models.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QModelIndex ModelListModel::indexOf(const QString& file) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (fileOf(m_models[std::size_t(row)]) == file)
            return index(row, 0);
    }
    return {};
}

const inference::ShelvedModel* ModelListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_models[std::size_t(index.row())] : nullptr;
}

int ModelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

int ModelListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ModelListModel::text(const inference::ShelvedModel& model, int column) const
{
    switch (Column(column)) {
    case Name: {
        const QString title =
            model.card ? QString::fromStdString(model.card->title()) : QFileInfo(fileOf(model)).fileName();
        return fileOf(model) == m_default ? tr("%1 — default").arg(title) : title;
    }
    case Kind:
        if (!model.card)
            return tr("cannot be used");
        return model.shipped                  ? tr("shipped")
               : model.card->ancestor.empty() ? tr("trained from nothing")
                                              : tr("fine-tuned");
    case Ap:
        return model.card && model.card->metrics && model.card->metrics->ap >= 0
                   ? QLocale().toString(100 * model.card->metrics->ap, 'f', 1)
                   : QStringLiteral("–");
    case ColumnCount: break;
    }
    return {};
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const
{
    const inference::ShelvedModel* model = at(index);
    if (!model)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*model, index.column());
    case Qt::ToolTipRole:
        return QString::fromStdString(model->card ? model->card->description : model->card.error().message);
    case Qt::TextAlignmentRole:
        return index.column() == Ap ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(fileOf(*model) == m_default);
        return font;
    }
    case FileRole: return fileOf(*model);
    case ShippedRole: return model->shipped;
    case UsableRole: return model->card.has_value();
    case DefaultRole: return fileOf(*model) == m_default;
    default: return {};
    }
}

QVariant ModelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Ap)
        return tr(
            "Average precision of the outlines on simulated frames, in percent, as measured when the model was made");
    if (role == Qt::TextAlignmentRole)
        return section == Ap ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name: return tr("Model");
    case Kind: return tr("Kind");
    case Ap: return tr("AP (%)");
    case ColumnCount: break;
    }
    return {};
}

} // namespace blastoscope::ui
