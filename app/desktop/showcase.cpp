// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "showcase.h"

#include "model/reasoning/answersjson.h"
#include "ui/recordopening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace clearway::app {

static std::optional<cases::CaseId> makeCase(cases::Register &cases, const language::RuleBook &rules,
                                             const QJsonObject &example)
{
    const QByteArray json = QJsonDocument(example.value("answers"_L1).toObject()).toJson();
    const auto answers = reasoning::readAnswers(json, rules);
    if (!answers) {
        QTextStream err(stderr);
        for (const reasoning::InputError &error : answers.error())
            err << error.toText(u"showcase.json"_s) << '\n';
        return std::nullopt;
    }
    cases::NewCase fresh;
    fresh.title = example.value("title"_L1).toString();
    fresh.structure = {answers->on, answers->law, answers->activities, answers->items, answers->recipients};
    fresh.answers = ui::savedAnswers(*answers, rules);
    fresh.catalogueHash = rules.sourcesHash;
    fresh.catalogueVersion = rules.version;
    const auto made = cases.createCase(fresh);
    return made ? std::optional(made->summary.id) : std::nullopt;
}

bool showExample(ui::MainWindow &window, cases::Register &cases, const language::RuleBook &rules, const QString &page)
{
    QFile file(u":/clearway/showcase.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject examples = QJsonDocument::fromJson(file.readAll()).object();
    if (page == "start"_L1) {
        (void)makeCase(cases, rules, examples.value("interview"_L1).toObject());
        window.showStart();
        return true;
    }
    if (page == "cases"_L1) {
        for (const QString &name : {u"result"_s, u"interview"_s, u"list"_s})
            (void)makeCase(cases, rules, examples.value(name).toObject());
        window.showCases();
        return true;
    }
    if (page == "entries"_L1) {
        window.showList();
        return true;
    }
    if (page == "rules"_L1) {
        window.showRules();
        return true;
    }
    if (!examples.contains(page))
        return false;
    const auto id = makeCase(cases, rules, examples.value(page).toObject());
    if (!id || !window.session()->open(*id))
        return false;
    if (page == "result"_L1)
        window.showResult();
    else if (page == "list"_L1 && window.session()->current() && !window.session()->current()->walksTheList)
        window.showListOnOffer();
    else
        window.showInterview();
    if (const QString typed = examples.value(page).toObject().value("search"_L1).toString(); !typed.isEmpty())
        window.searchList(typed);
    // The list's example is one only while its answers lead to the list.
    const auto *walker = window.findChild<QWidget *>(u"listWalker"_s);
    return page != "list"_L1 || (walker && walker->isVisibleTo(&window));
}

void pictureAndLeave(ui::MainWindow &window, const QString &path, bool afterResult)
{
    const auto picture = [&window, path] {
        if (!window.grab().save(path)) {
            QTextStream(stderr) << QCoreApplication::translate("Showcase", "%1 could not be written.\n")
                                       .arg(QDir::toNativeSeparators(path));
            QCoreApplication::exit(4);
            return;
        }
        QCoreApplication::exit(0);
    };
    // The reasoning is worked out beside the window: a picture waits for it, within reason.
    const int patience = 20000;
    if (afterResult) {
        QObject::connect(
            &window, &ui::MainWindow::resultReady, &window,
            [&window, picture] { QTimer::singleShot(400, &window, picture); }, Qt::SingleShotConnection);
        QTimer::singleShot(patience, &window, picture);
        return;
    }
    if (window.session() && window.session()->isOpen() && !window.session()->conclusion()) {
        QObject::connect(
            window.session(), &ui::Session::concluded, &window,
            [&window, picture] { QTimer::singleShot(400, &window, picture); }, Qt::SingleShotConnection);
        QTimer::singleShot(patience, &window, picture);
        return;
    }
    QTimer::singleShot(600, &window, picture);
}

} // namespace clearway::app
