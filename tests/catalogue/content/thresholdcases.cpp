// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholdcases.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// The facts of the base and the group, then its own, which win.
static QJsonObject itemOf(const QJsonObject &base, const QJsonObject &group, const QJsonObject &one)
{
    QJsonObject facts = base;
    for (const QJsonObject &more : {group["given"_L1].toObject(), one["facts"_L1].toObject()}) {
        for (auto it = more.begin(); it != more.end(); ++it)
            facts.insert(it.key(), it.value());
    }
    QJsonObject item{{u"facts"_s, facts}};
    if (one.contains("points"_L1))
        item.insert("points"_L1, one["points"_L1]);
    return item;
}

static void readFile(const QString &path, QList<ThresholdCase> &cases)
{
    QFile file(path);
    QJsonParseError error;
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(path));
    const QJsonObject table = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(path), qPrintable(error.errorString()));
    const QJsonObject bases = table["bases"_L1].toObject();
    const QByteArray from = QFileInfo(path).completeBaseName().toUtf8();
    int groups = 0;
    int count = 0;
    for (const QJsonValue &group : table["groups"_L1].toArray()) {
        const QString base = group["base"_L1].toString();
        if (!bases.contains(base))
            qFatal("%s: no base is called %s", qPrintable(path), qPrintable(base));
        const QByteArray place = from + ' ' + QByteArray::number(++groups);
        for (const QJsonValue &one : group["cases"_L1].toArray()) {
            QJsonObject shown = one.toObject();
            shown.remove("expect"_L1);
            const QString code = group["code"_L1].toString();
            cases.append({from + ' ' + QByteArray::number(++count) + ' ' + code.toUtf8() + ' '
                              + QJsonDocument(shown).toJson(QJsonDocument::Compact).left(150),
                          place, code, itemOf(bases[base].toObject(), group.toObject(), one.toObject()),
                          one["expect"_L1].toString()});
        }
    }
}

const QList<ThresholdCase> &thresholdCases()
{
    static const QList<ThresholdCase> all = [] {
        QList<ThresholdCase> cases;
        const QDir folder(QStringLiteral(CLEARWAY_TEST_DATA "/thresholds"));
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            readFile(folder.filePath(name), cases);
        return cases;
    }();
    return all;
}
