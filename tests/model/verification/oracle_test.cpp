// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/answersjson.h"
#include "model/verification/prolog.h"

#include "answersets.h"
#include "reasoningtesting.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

namespace {

constexpr quint32 seed = 20250301;
constexpr int answerSets = 10'000;
constexpr int doctoredSets = 600;

/// The rules of one state and some answer sets, put to SWI-Prolog.
class Oracle {
public:
    /// Starts it; lines() waits for what it says.
    bool start(const QString &rules, const QString &worlds)
    {
        if (!write(u"rules.pl"_s, rules) || !write(u"worlds.pl"_s, worlds))
            return false;
        m_process.setStandardOutputFile(m_folder.filePath(u"said"_s));
        m_process.start(u"swipl"_s, {u"-O"_s, QStringLiteral(CLEARWAY_ORACLE), u"--"_s,
                                     m_folder.filePath(u"rules.pl"_s), m_folder.filePath(u"worlds.pl"_s)});
        return m_process.waitForStarted();
    }

    QStringList lines()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(-1);
        m_complaints = m_process.readAllStandardError();
        QFile said(m_folder.filePath(u"said"_s));
        if (!said.open(QFile::ReadOnly))
            return {};
        return QString::fromUtf8(said.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    /// What it wrote to standard error, or that it did not end well.
    QByteArray complaints() const
    {
        return m_process.exitCode() == 0 && m_process.exitStatus() == QProcess::NormalExit
                   ? m_complaints
                   : "swipl ended with " + QByteArray::number(m_process.exitCode()) + ": " + m_complaints;
    }

private:
    bool write(const QString &name, const QString &text)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QFile::WriteOnly) && file.write(text.toUtf8()) >= 0;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_complaints;
};

struct Sets {
    QList<reasoning::Answers> answers;
    QString worlds; ///< the same for the oracle
};

Sets makeSets(const language::LawState &state, int count)
{
    AnswerSets source(catalogue(), state, seed);
    Sets sets;
    sets.worlds = source.order();
    for (int i = 0; i < count; ++i) {
        sets.answers.append(source.next());
        sets.worlds += source.world(sets.answers.last(), i);
    }
    return sets;
}

/// On two threads: the oracle has the third part of the work, in a process of its own.
QStringList ourVerdicts(const Sets &sets)
{
    QStringList verdicts(sets.answers.size());
    const reasoning::PreparedRules &rules = prepared();
    const auto conclude = [&, said = verdicts.data()](qsizetype first) {
        for (qsizetype i = first; i < sets.answers.size(); i += 2)
            said[i] = verdict(reasoning::conclude(rules, sets.answers[i]), int(i));
    };
    std::jthread other(conclude, 1);
    conclude(0);
    other.join();
    return verdicts;
}

/// What only one side says.
QString difference(const QString &ours, const QString &theirs)
{
    const QStringList our = ours.split(u' ');
    const QStringList their = theirs.split(u' ');
    QStringList lines;
    for (const QString &word : our) {
        if (!their.contains(word))
            lines.append(u"  only we say: "_s + word);
    }
    for (const QString &word : their) {
        if (!our.contains(word))
            lines.append(u"  only the oracle says: "_s + word);
    }
    return lines.join(u'\n');
}

/// With one condition of the state turned into its opposite.
language::ConditionPtr negated(const language::ConditionPtr &when)
{
    return std::make_shared<const language::Condition>(language::Condition{language::Condition::Not{when}, 0, 0});
}

} // namespace

/// The same rules, generated from the same sources into SWI-Prolog and evaluated there by another reading of
/// what they mean, say the same to random answers.
class OracleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agrees_data();
    void agrees();
    void disagreesWhereDoctored_data();
    void disagreesWhereDoctored();
};

void OracleTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"swipl"_s).isEmpty())
        QSKIP("SWI-Prolog is not installed (swipl is not on the PATH): nothing to compare with");
}

void OracleTest::agrees_data()
{
    QTest::addColumn<QString>("id");
    for (const language::LawState &state : catalogue().states)
        QTest::newRow(qPrintable(state.id)) << state.id;
}

void OracleTest::agrees()
{
    QFETCH(const QString, id);
    const language::LawState &state = *catalogue().state(id);
    const Sets sets = makeSets(state, answerSets);
    QElapsedTimer time;
    time.start();
    Oracle oracle;
    QVERIFY(oracle.start(verification::toProlog(catalogue(), state), sets.worlds));
    const QStringList ours = ourVerdicts(sets);
    const qint64 ourTime = time.elapsed();
    const QStringList theirs = oracle.lines();
    qInfo("our side %lld ms, both %lld ms", ourTime, time.elapsed());
    QCOMPARE(oracle.complaints(), QByteArray());
    QCOMPARE(theirs.size(), ours.size());
    int differences = 0;
    QMap<QString, int> outcomes;
    QMap<QString, int> statuses;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        ++outcomes[ours[i].section(u' ', 1, 1)];
        for (const QString &word : ours[i].split(u' ').sliced(2)) {
            if (!word.contains(u'>') && !word.contains(u'@') && !word.startsWith("warning:"_L1))
                ++statuses[word.section(u'=', -1)];
        }
        if (ours[i] == theirs[i])
            continue;
        if (++differences <= 5) {
            const QJsonObject answers = reasoning::toJson(sets.answers[i], catalogue());
            qWarning().noquote() << "set" << i << "\n"
                                 << difference(ours[i], theirs[i]) << "\n"
                                 << QJsonDocument(answers).toJson(QJsonDocument::Compact);
        }
    }
    qInfo() << outcomes << statuses;
    QCOMPARE(differences, 0);
    // The sets are worth comparing: most outcomes came up, and every status that does not hang on an
    // unverified exception.
    QStringList expected{u"applies"_s, u"covered"_s, u"not-regulated"_s, u"open"_s};
    for (const language::Provision &provision : state.provisions) {
        for (const language::Exception &exception : provision.exceptions) {
            if (exception.condition.verified && exception.effect == language::ExceptionEffect::Frees)
                expected.append(u"excepted"_s);
        }
    }
    for (const QString &status : std::as_const(expected))
        QVERIFY2(statuses.contains(status), qPrintable(status));
    QVERIFY(outcomes.size() >= 6);
}

void OracleTest::disagreesWhereDoctored_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an element negated") << "element";
    QTest::newRow("an exception negated") << "exception";
    QTest::newRow("a shared rule negated") << "rule";
    QTest::newRow("an exception left out") << "left out";
    QTest::newRow("an unverified exception that decides") << "verified";
    QTest::newRow("a duty negated") << "duty";
    QTest::newRow("a warning negated") << "warning";
}

void OracleTest::disagreesWhereDoctored()
{
    QFETCH(const QString, what);
    const language::LawState &state = catalogue().states.last();
    language::LawState doctored = state;
    language::RuleBook book = catalogue();
    language::Provision &provision = doctored.provisions.first();
    if (what == "element"_L1)
        provision.elements.first().when = negated(provision.elements.first().when);
    else if (what == "exception"_L1)
        provision.exceptions.first().condition.when = negated(provision.exceptions.first().condition.when);
    else if (what == "rule"_L1)
        book.rules[u"listed"_s].when = negated(book.rules[u"listed"_s].when);
    else if (what == "left out"_L1)
        provision.exceptions.removeIf(
            [](const auto &exception) { return exception.effect == language::ExceptionEffect::Covers; });
    else if (what == "verified"_L1)
        std::ranges::for_each(provision.exceptions, [](auto &exception) { exception.condition.verified = true; });
    else if (what == "duty"_L1)
        doctored.duties.first().when = negated(doctored.duties.first().when);
    else if (what == "warning"_L1)
        doctored.warnings.last().when = negated(doctored.warnings.last().when);
    static const Sets sets = makeSets(state, doctoredSets);
    Oracle oracle;
    QVERIFY(oracle.start(verification::toProlog(book, doctored), sets.worlds));
    static const QStringList ours = ourVerdicts(sets);
    const QStringList theirs = oracle.lines();
    QCOMPARE(oracle.complaints(), QByteArray());
    QCOMPARE(theirs.size(), ours.size());
    QVERIFY2((theirs == ours) == what.isEmpty(), "the oracle does not see the difference, or one where there is none");
}

QTEST_GUILESS_MAIN(OracleTest)
#include "oracle_test.moc"
