// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worksheetdelegate.h"

#include "ui/answereditor.h"
#include "ui/look.h"
#include "ui/models/worksheetmodel.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::WorksheetRow;
using language::FactKind;

namespace {

constexpr int roomAround = 4;
const char rowProperty[] = "worksheetRow";

bool isPicked(FactKind kind)
{
    return kind == FactKind::YesNo || kind == FactKind::Judgement || kind == FactKind::Choice;
}

/// The answer that a place in the list of answers stands for.
language::Value picked(const QString &id, FactKind kind)
{
    if (id.isEmpty())
        return language::Unsure{};
    return kind == FactKind::Choice ? language::Value(language::Picked{{id}}) : language::Value(id == "yes"_L1);
}

QString idOf(const language::Value &value)
{
    if (const bool *yes = std::get_if<bool>(&value))
        return *yes ? u"yes"_s : u"no"_s;
    const auto *choice = std::get_if<language::Picked>(&value);
    return choice ? choice->ids.value(0) : QString();
}

/// The editor of a question card, laid over the table.
class CardEditor final : public Panel {
public:
    CardEditor(AnswerEditor *editor, QWidget *parent)
        : Panel(parent)
        , m_editor(editor)
    {
        setAutoFillBackground(true);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(6, 6, 6, 6);
        layout->addWidget(editor);
        setFocusProxy(editor->firstField());
    }
    AnswerEditor &editor() const { return *m_editor; }

private:
    AnswerEditor *m_editor;
};

} // namespace

WorksheetDelegate::WorksheetDelegate(const language::RuleBook &rules, WorksheetModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rules(rules)
    , m_model(model)
{}

QModelIndex WorksheetDelegate::source(const QModelIndex &index) const
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model());
    return proxy ? proxy->mapToSource(index) : index;
}

QWidget *WorksheetDelegate::listOfAnswers(QWidget *parent, const language::FactDefinition &fact) const
{
    auto *list = new QComboBox(parent);
    if (fact.kind == FactKind::Choice) {
        for (const language::Choice &choice : fact.choices)
            list->addItem(choice.text, choice.id);
    } else {
        list->addItem(tr("Yes"), u"yes"_s);
        list->addItem(tr("No"), u"no"_s);
    }
    list->addItem(tr("Not sure"), QString());
    list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(list, &QComboBox::activated, this, [this, list] {
        auto *self = const_cast<WorksheetDelegate *>(this);
        Q_EMIT self->commitData(list);
        Q_EMIT self->closeEditor(list, SubmitModelCache);
    });
    return list;
}

QWidget *WorksheetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QModelIndex at = source(index);
    const language::FactDefinition *fact = m_model.fact(at);
    if (!fact)
        return nullptr;
    QWidget *editor = nullptr;
    if (index.column() == WorksheetModel::SourceColumn || fact->kind == FactKind::Quantity) {
        auto *line = new QLineEdit(parent);
        line->setFrame(true);
        line->setMaxLength(500);
        if (index.column() == WorksheetModel::SourceColumn)
            line->setPlaceholderText(tr("Data sheet, measurement, agreement clause"));
        else
            line->setPlaceholderText(tr("number and unit (%1)").arg(at.data(WorksheetModel::UnitRole).toString()));
        editor = line;
    } else if (isPicked(fact->kind)) {
        editor = listOfAnswers(parent, *fact);
    } else {
        editor = new CardEditor(AnswerEditor::make(*fact, m_rules), parent);
    }
    editor->setObjectName(index.column() == WorksheetModel::SourceColumn ? u"worksheetSource"_s : u"worksheetValue"_s);
    editor->setAccessibleName(index.column() == WorksheetModel::SourceColumn
                                  ? tr("Where it comes from: %1").arg(fact->prompt)
                                  : fact->prompt);
    editor->setProperty(rowProperty, QPersistentModelIndex(at));
    return editor;
}

void WorksheetDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const WorksheetRow *row = m_model.row(source(index));
    if (!row)
        return;
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(index.data(Qt::EditRole).toString());
    else if (auto *list = qobject_cast<QComboBox *>(editor))
        list->setCurrentIndex(row->answer ? list->findData(idOf(row->answer->value)) : -1);
    else if (auto *card = dynamic_cast<CardEditor *>(editor))
        card->editor().setValue(row->answer ? std::optional(row->answer->value) : std::nullopt);
}

void WorksheetDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QModelIndex at = source(index);
    const WorksheetRow *row = m_model.row(at);
    const language::FactDefinition *fact = m_model.fact(at);
    if (!row || !fact)
        return;
    const auto give = [&](const language::Value &value) {
        if (!row->answer || !(row->answer->value == value))
            m_model.give(at, value);
    };
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, line->text());
    } else if (auto *list = qobject_cast<QComboBox *>(editor)) {
        if (list->currentIndex() >= 0)
            give(picked(list->currentData().toString(), fact->kind));
    } else if (auto *card = dynamic_cast<CardEditor *>(editor)) {
        card->editor().flush();
        if (const auto value = card->editor().value())
            give(*value);
    }
}

void WorksheetDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    QRect place = option.rect;
    const QSize wanted = editor->sizeHint();
    const QRect table = editor->parentWidget() ? editor->parentWidget()->rect() : place;
    place.setWidth(std::min(table.width(), std::max({place.width(), wanted.width(), 150})));
    place.setHeight(std::min(table.height(), std::max(wanted.height(), qobject_cast<QLineEdit *>(editor) ? 0 : 24)));
    place.moveLeft(std::clamp(place.left(), 0, std::max(0, table.width() - place.width())));
    place.moveTop(std::clamp(place.top(), 0, std::max(0, table.height() - place.height())));
    editor->setGeometry(place);
}

void WorksheetDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::WrapText;
    option->displayAlignment = Qt::AlignLeading | Qt::AlignVCenter;
    const auto kind = static_cast<WorksheetRow::Kind>(index.data(WorksheetModel::KindRole).toInt());
    const auto state = static_cast<WorksheetRow::State>(index.data(WorksheetModel::StateRole).toInt());
    const bool isPosition = kind == WorksheetRow::Kind::Position;
    const bool isSaid =
        index.column() == WorksheetModel::ParameterColumn || index.column() == WorksheetModel::StateColumn;
    option->font.setBold(isPosition && isSaid);
    // The word says it; the colour only lets what is open stand out.
    const bool isQuiet =
        state == WorksheetRow::State::Idle || (index.column() != WorksheetModel::ValueColumn && !isSaid && !isPosition);
    if (isQuiet && !option->state.testFlag(QStyle::State_Selected))
        option->palette.setColor(QPalette::Text, mutedColor(option->palette));
}

QSize WorksheetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    int width = view ? view->columnWidth(index.column()) : 200;
    if (view && index.column() == WorksheetModel::ParameterColumn) {
        for (QModelIndex up = index; up.isValid(); up = up.parent())
            width -= view->indentation();
    }
    const int margin = 2 * (QApplication::style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    const QRect text = QFontMetrics(full.font).boundingRect(QRect(0, 0, std::max(40, width - margin), 10000),
                                                            Qt::TextWordWrap, full.text);
    return {std::min(text.width() + margin, width), text.height() + 2 * roomAround};
}

bool WorksheetDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *line = qobject_cast<QLineEdit *>(object);
    if (line && event->type() == QEvent::KeyPress && line->objectName() == "worksheetValue"_L1) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex at = line->property(rowProperty).value<QPersistentModelIndex>();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab) && at.isValid()
            && !line->text().trimmed().isEmpty() && line->text().trimmed() != at.data(Qt::EditRole).toString()) {
            if (const auto understood = m_model.read(at, line->text()); !understood) {
                Q_EMIT refused(understood.error());
                return true;
            }
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace clearway::ui
