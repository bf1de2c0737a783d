// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace clearway::ui {

class CountryModel;
class MessageLine;

/// A list of countries to which some can be added by name or code, and from which the chosen one can be removed.
class CountryListEditor final : public QWidget {
    Q_OBJECT
public:
    explicit CountryListEditor(const QMap<QString, QString> &countries, QWidget *parent = nullptr);

    void setCodes(const QStringList &codes);
    /// In alphabetical order.
    QStringList codes() const;

Q_SIGNALS:
    void edited();

private:
    void add();
    void removeChosen();
    void put(const QString &code);

    CountryModel *m_countries;
    QListWidget *m_list;
    QLineEdit *m_edit;
    QPushButton *m_remove;
    MessageLine *m_message;
};

} // namespace clearway::ui
