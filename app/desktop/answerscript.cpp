// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerscript.h"

#include "model/reasoning/answersjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace clearway::app {

int runAnswerScript(ui::MainWindow &window, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: cannot be read\n", qPrintable(path));
        return 3;
    }
    ui::Session &session = *window.session();
    const language::RuleBook &rules = session.rules();
    bool failed = false;
    QObject::connect(&session, &ui::Session::savingFailed, &window, [&failed] { failed = true; });
    int number = 0;
    while (!file.atEnd()) {
        ++number;
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.contains("begin"_L1)) {
            const QJsonObject begin = line.value("begin"_L1).toObject();
            ui::Beginning beginning;
            beginning.title = begin.value("title"_L1).toString();
            beginning.on = QDate::fromString(begin.value("on"_L1).toString(), Qt::ISODate);
            beginning.activities = {begin.value("activity"_L1).toString()};
            beginning.items = {{begin.value("item"_L1).toString(), {}}};
            failed = !session.begin(beginning);
        } else {
            const reasoning::FactKey key{line.value("fact"_L1).toString(), line.value("holder"_L1).toString()};
            const language::FactDefinition *fact = session.definition(key);
            const auto value = fact ? reasoning::valueFromJson(line.value("value"_L1), *fact, rules)
                                    : std::expected<language::Value, QString>(std::unexpected(u"unknown fact"_s));
            if (!value) {
                std::fprintf(stderr, "%s:%d: %s\n", qPrintable(path), number, qPrintable(value.error()));
                return 3;
            }
            session.answer(key, {*value, line.value("note"_L1).toString(), {}, {}, false});
        }
        if (failed) {
            std::fprintf(stderr, "%s:%d: not saved\n", qPrintable(path), number);
            return 4;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
        QCoreApplication::processEvents();
    }
    return 0;
}

} // namespace clearway::app
