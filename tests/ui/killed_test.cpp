// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/answersjson.h"

#include "windowfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;

/// Kills the real program after an answer, again and again, and looks what is left.
class KilledTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noAcknowledgedAnswerIsLost();

private:
    struct Line {
        reasoning::FactKey key;
        QJsonValue value;
        QString note;
    };
    QList<Line> m_lines; // the first one begins the case
    QByteArray m_script;
};

void KilledTest::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(CLEARWAY_PROGRAMS "/clearway")));
    QByteArray begin = "{\"begin\": {\"title\": \"Killed\", \"on\": \"2024-10-01\", \"activity\": \"send_draft\", "
                       "\"item\": \"know_how\"}}\n";
    m_script = begin;
    m_lines.append(Line());
    const QList<std::pair<reasoning::FactKey, QStringList>> turns{
        {{u"item.public"_s, u"i1"_s}, {u"no"_s, u"some"_s}},
        {{u"item.origin"_s, u"i1"_s}, {u"given"_s, u"own_research"_s}},
        {{u"item.military"_s, u"i1"_s}, {u"no"_s, u"yes"_s}},
        {{u"recipient.place"_s, u"r1"_s}, {u"JP"_s, u"FR"_s}},
        {{u"case.wmd"_s, {}}, {u"no"_s, u"yes"_s}},
    };
    for (int round = 0; round < 120; ++round) {
        for (const auto &[key, values] : turns) {
            const Line line{key, values[round % values.size()], u"note %1"_s.arg(round)};
            m_lines.append(line);
            m_script += QJsonDocument(QJsonObject{{u"fact"_s, key.fact},
                                                  {u"holder"_s, key.holder},
                                                  {u"value"_s, line.value},
                                                  {u"note"_s, line.note}})
                            .toJson(QJsonDocument::Compact)
                        + '\n';
        }
    }
}

void KilledTest::noAcknowledgedAnswerIsLost()
{
    WindowFixture reading; // the catalogue, and a session that says where one would continue
    QVERIFY2(reading.ready(), qPrintable(reading.problem()));
    const language::RuleBook &rules = reading.rules();
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    TestClock clock;
    clock.now = QDateTime::currentDateTimeUtc();

    for (int kill = 0; kill < 50; ++kill) {
        QTemporaryDir folder;
        QFile script(folder.filePath(u"script"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(m_script);
        script.close();
        const QString path = folder.filePath(u"home/register.sqlite"_s);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLEARWAY_PROGRAMS "/clearway"),
                      {u"--register"_s, path, u"--answer-script"_s, script.fileName()});
        const int enough = 1 + static_cast<int>(random.bounded(40u));
        int acknowledged = 0;
        QByteArray said;
        while (acknowledged < enough && process.waitForReadyRead(60000)) {
            said += process.readAllStandardOutput();
            acknowledged = static_cast<int>(said.count('\n'));
        }
        // Somewhere within the next answer, not always at its beginning.
        QTest::qWait(static_cast<int>(random.bounded(12u)));
        process.kill();
        process.waitForFinished();
        said += process.readAllStandardOutput();
        acknowledged = static_cast<int>(said.count('\n'));
        QVERIFY2(acknowledged >= 1, process.readAllStandardError().constData());

        auto opened = cases::openRegister(path, clock, {u"tester"_s});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().toText()));
        cases::Register &cases = **opened;
        const auto verified = cases.verify();
        QVERIFY(verified);
        QVERIFY(verified->problems.isEmpty());
        const auto last = cases.lastOpened();
        QVERIFY(last && *last);
        const auto content = cases.load(**last);
        QVERIFY(content);

        // What is there is the state after the last acknowledged answer, or after the one that was being saved.
        bool matches = false;
        for (const int upTo : {acknowledged, qMin(acknowledged + 1, static_cast<int>(m_lines.size()))}) {
            QMap<reasoning::FactKey, const Line *> expected;
            for (int i = 1; i < upTo; ++i)
                expected.insert(m_lines[i].key, &m_lines[i]);
            QMap<reasoning::FactKey, const Line *> left = expected;
            bool same = true;
            for (const cases::SavedAnswer &answer : content->answers) {
                const auto line = left.constFind(answer.key);
                if (line == left.constEnd())
                    continue; // the beginning's own answers
                same = same && answer.value == (*line)->value && answer.note == (*line)->note;
                left.remove(answer.key);
            }
            matches = matches || (same && left.isEmpty());
        }
        QVERIFY2(matches, qPrintable(u"kill %1 after %2 acknowledged answers"_s.arg(kill).arg(acknowledged)));

        // "Continue where I was": every saved answer is in the session, and the open page has something to ask.
        ui::Session again(std::make_shared<language::RuleBook>(rules), cases);
        QVERIFY(again.open(**last));
        QCOMPARE(again.answers().all().size(), content->answers.size());
        if (again.current())
            QVERIFY(std::ranges::any_of(again.current()->keys, [&](const reasoning::FactKey &key) {
                return again.answers().find(key) == nullptr;
            }));
        again.close();
    }
}

QTEST_MAIN(KilledTest)
#include "killed_test.moc"
