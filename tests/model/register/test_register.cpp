// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registertesting.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// Cases, drafts and answers: each change is seen by a second opening of the file.
class TestRegister : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TickingClock m_clock;
    int m_files = 0;

    std::unique_ptr<Register> open(const QString &path)
    {
        auto opened = openRegister(path, m_clock, {.who = u"tester"_s});
        if (!opened)
            qWarning("%s", qPrintable(opened.error().toText() + opened.error().detail));
        return opened ? std::move(*opened) : nullptr;
    }
    QString newPath() { return m_folder.filePath(u"r%1.sqlite"_s.arg(++m_files)); }
    static void clean(const Register &cases)
    {
        const auto verification = cases.verify();
        QVERIFY_RESULT(verification);
        QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
    }

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void emptyRegister()
    {
        const auto cases = open(newPath());
        QVERIFY(cases);
        QCOMPARE(cases->count().value(), 0);
        QVERIFY(cases->list()->cases.isEmpty());
        QVERIFY(!cases->lastOpened()->has_value());
        QCOMPARE(cases->head()->size(), 64);
        QVERIFY_ERROR(cases->load({u"nobody"_s}), NotFound);
        QVERIFY_ERROR(cases->audit({u"nobody"_s}), NotFound);
        QVERIFY_ERROR(cases->revisions({u"nobody"_s}), NotFound);
        QVERIFY_ERROR(cases->rename({u"nobody"_s}, u"x"_s), NotFound);
        clean(*cases);
    }

    void createAndLoad()
    {
        const QString path = newPath();
        CaseId id;
        {
            const auto cases = open(path);
            NewCase sample = sampleCase(u"Überweisung “A”"_s);
            sample.answers = {answer(u"case.sanctions"_s, u"no"_s), answer(u"sample_rate"_s, u"3 GHz"_s, u"i2"_s, 0)};
            const auto created = cases->createCase(sample);
            QVERIFY_RESULT(created);
            id = created->summary.id;
            QVERIFY_RESULT(cases->setLastOpened(id));
        }
        const auto cases = open(path);
        const auto loaded = cases->load(id);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->title, u"Überweisung “A”"_s);
        QVERIFY(loaded->structure == sampleStructure());
        QCOMPARE(loaded->about.purpose, u"Publication"_s);
        QCOMPARE(loaded->answers.size(), 2);
        QCOMPARE(loaded->catalogueHash, u"c0ffee"_s);
        QCOMPARE(loaded->sequence, 1);
        QCOMPARE(loaded->summary.revision, 1);
        QVERIFY(loaded->summary.state == assessment::State::Draft);
        QVERIFY(QRegularExpression(u"^CW-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$"_s)
                    .match(loaded->summary.reference)
                    .hasMatch());
        QVERIFY(cases->findReference(loaded->summary.reference).value() == id);
        QVERIFY(!cases->findReference(u"CW-NONE-NONE"_s)->has_value());
        QVERIFY(cases->lastOpened().value() == id);
        const QJsonObject json = loaded->answersJson();
        QCOMPARE(json["case"_L1]["case.sanctions"_L1].toString(), u"no"_s);
        QCOMPARE(json["items"_L1][1]["points"_L1][0]["sample_rate"_L1].toString(), u"3 GHz"_s);
        QCOMPARE(json["items"_L1][0]["looked"_L1]["rejected"_L1][0]["because"_L1].toString(), u"too slow"_s);
        NewCase taken = sampleCase(u"x"_s);
        taken.reference = loaded->summary.reference;
        QVERIFY_ERROR(cases->createCase(taken), Conflict);
        clean(*cases);
    }

    void answers_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("holder");
        QTest::addColumn<int>("point");
        QTest::newRow("text") << QJsonValue(u"no"_s) << QString() << -1;
        QTest::newRow("truth") << QJsonValue(true) << u"r1"_s << -1;
        QTest::newRow("untruth") << QJsonValue(false) << u"r1"_s << -1;
        QTest::newRow("several") << QJsonValue(QJsonArray{u"a"_s, u"b"_s}) << u"a1"_s << -1;
        QTest::newRow("none of several") << QJsonValue(QJsonArray()) << u"a1"_s << -1;
        QTest::newRow("point") << QJsonValue(u"1.3 GHz"_s) << u"i2"_s << 1;
        QTest::newRow("empty text") << QJsonValue(u""_s) << u"i1"_s << -1;
        QTest::newRow("number") << QJsonValue(12.5) << u"i1"_s << -1;
        QTest::newRow("quotes") << QJsonValue(u"'; DROP TABLE cases; -- \" ? \\ \n\t𝔘"_s) << u"i1"_s << -1;
        QTest::newRow("object") << QJsonValue(QJsonObject{{u"b"_s, 1}, {u"a"_s, u"x"_s}}) << QString() << -1;
    }
    void answers()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, holder);
        QFETCH(int, point);
        const QString path = newPath();
        CaseId id;
        SavedAnswer given = answer(u"some.fact"_s, value, holder, point);
        given.note = u"it's “so”"_s;
        given.source = u"sheet"_s;
        given.saidBy = u"me"_s;
        given.needsAnotherLook = true;
        {
            const auto cases = open(path);
            id = cases->createCase(sampleCase(u"x"_s))->summary.id;
            const auto saved = cases->saveAnswer(id, given);
            QVERIFY_RESULT(saved);
            QCOMPARE(saved->sequence, 2);
            // The same again writes nothing.
            const auto again = cases->saveAnswer(id, given);
            QVERIFY_RESULT(again);
            QVERIFY(*again == *saved);
        }
        const auto cases = open(path);
        QCOMPARE(cases->load(id)->answers, QList{given});
        const auto removed = cases->removeAnswer(id, given.key);
        QVERIFY_RESULT(removed);
        QVERIFY(cases->load(id)->answers.isEmpty());
        QVERIFY_ERROR(cases->removeAnswer(id, given.key), NotFound);
        // Before any result was shown a change is no late change.
        QVERIFY(cases->load(id)->lateChanges.isEmpty());
        clean(*cases);
    }

    void invalidAnswers()
    {
        const auto cases = open(newPath());
        const CaseId id = cases->createCase(sampleCase(u"x"_s))->summary.id;
        const QString before = cases->head().value();
        QVERIFY_ERROR(cases->saveAnswer(id, answer(u"f"_s, QJsonValue())), Invalid);
        QVERIFY_ERROR(cases->saveAnswer(id, answer(u""_s, true)), Invalid);
        QVERIFY_ERROR(cases->saveAnswer(id, answer(u"f"_s, true, u"i1"_s, -2)), Invalid);
        // One bad answer keeps the good one of the same call out.
        QVERIFY_ERROR(cases->saveAnswers(id, {answer(u"f"_s, true), answer(u"g"_s, QJsonValue())}, {}), Invalid);
        QVERIFY_ERROR(cases->saveAnswers(id, {answer(u"f"_s, true)}, {{u"f"_s, {}, -1}}), Invalid);
        QVERIFY_ERROR(cases->saveAnswers(id, {answer(u"f"_s, true)}, {{u"g"_s, {}, -1}}), NotFound);
        QCOMPARE(cases->head().value(), before);
        QVERIFY(cases->load(id)->answers.isEmpty());
        clean(*cases);
    }

    void severalAtOnce()
    {
        const auto cases = open(newPath());
        const CaseId id = cases->createCase(sampleCase(u"x"_s))->summary.id;
        QVERIFY_RESULT(cases->saveAnswers(id, {answer(u"f"_s, 1), answer(u"g"_s, 2), answer(u"f"_s, 3)}, {}));
        QCOMPARE(cases->load(id)->sequence, 2);
        QVERIFY_RESULT(cases->saveAnswers(id, {answer(u"h"_s, 4)}, {{u"f"_s, {}, -1}, {u"f"_s, {}, -1}}));
        const auto loaded = cases->load(id);
        QCOMPARE(loaded->answers, (QList{answer(u"g"_s, 2), answer(u"h"_s, 4)}));
        QCOMPARE(loaded->sequence, 3);
        clean(*cases);
    }

    void structureTakesAnswersWithIt()
    {
        const auto cases = open(newPath());
        const CaseId id = cases->createCase(sampleCase(u"x"_s))->summary.id;
        QVERIFY_RESULT(cases->saveAnswers(id,
                                          {answer(u"c"_s, 1), answer(u"p"_s, 1, u"i2"_s, 0),
                                           answer(u"p"_s, 1, u"i2"_s, 1), answer(u"r"_s, 1, u"r1"_s)},
                                          {}));
        Structure less = sampleStructure();
        less.items[1].points = 1;
        less.recipients.clear();
        less.activities[0].recipients.clear();
        QVERIFY_RESULT(cases->setStructure(id, less));
        const auto loaded = cases->load(id);
        QVERIFY(loaded->structure == less);
        QCOMPARE(loaded->answers, (QList{answer(u"c"_s, 1), answer(u"p"_s, 1, u"i2"_s, 0)}));
        const qint64 sequence = loaded->sequence;
        QVERIFY_RESULT(cases->setStructure(id, less));
        QCOMPARE(cases->load(id)->sequence, sequence);
        clean(*cases);
    }

    void namesAndSettings()
    {
        const auto cases = open(newPath());
        const CaseId id = cases->createCase(sampleCase(u"x"_s))->summary.id;
        QVERIFY_RESULT(cases->rename(id, u"New"_s));
        assessment::About about;
        about.assessor = u"A"_s;
        about.role = u"B"_s;
        about.unit = u"C"_s;
        about.contact = u"D"_s;
        about.institution = u"E"_s;
        about.project = u"F"_s;
        about.agreement = u"G"_s;
        about.sponsor = u"H"_s;
        about.purpose = u"I"_s;
        QVERIFY_RESULT(cases->setAbout(id, about));
        QVERIFY_RESULT(cases->setCatalogue(id, u"beef"_s, u"0.2.0"_s));
        const auto loaded = cases->load(id);
        QVERIFY(loaded->about == about);
        QCOMPARE(loaded->title, u"New"_s);
        QCOMPARE(loaded->summary.title, u"New"_s);
        QCOMPARE(loaded->catalogueVersion, u"0.2.0"_s);
        QVERIFY(!cases->setting(u"page"_s)->has_value());
        QVERIFY_RESULT(cases->setSetting(u"page"_s, u"who"_s));
        QVERIFY_RESULT(cases->setSetting(u"page"_s, u"what"_s));
        QCOMPARE(cases->setting(u"page"_s)->value(), u"what"_s);
        clean(*cases);
    }

    void lateChanges()
    {
        const auto cases = open(newPath());
        const CaseId id = cases->createCase(sampleCase(u"x"_s))->summary.id;
        QVERIFY_RESULT(cases->saveAnswers(id, {answer(u"f"_s, u"a"_s), answer(u"g"_s, u"a"_s)}, {}));
        QVERIFY_RESULT(cases->recordResultShown(id, u"permit-unlikely"_s));
        const auto shown = cases->load(id);
        QVERIFY(shown->resultShown.isValid());
        QCOMPARE(shown->summary.outcome, u"permit-unlikely"_s);
        QVERIFY_RESULT(cases->recordResultShown(id, u"permit-unlikely"_s));
        QCOMPARE(cases->load(id)->sequence, shown->sequence);
        SavedAnswer noted = answer(u"f"_s, u"a"_s);
        noted.note = u"only a note"_s;
        QVERIFY_RESULT(cases->saveAnswer(id, noted));             // no other value
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"h"_s, 1))); // nothing was there
        QVERIFY(cases->load(id)->lateChanges.isEmpty());
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"f"_s, u"b"_s), u"misread"_s));
        QVERIFY_RESULT(cases->removeAnswer(id, {u"g"_s, {}, -1}));
        QVERIFY_RESULT(cases->explainLateChange(id, 2, u"not asked"_s));
        QVERIFY_ERROR(cases->explainLateChange(id, 3, u"?"_s), NotFound);
        QVERIFY_RESULT(cases->recordResultShown(id, u"advice-needed"_s));
        const auto loaded = cases->load(id);
        QCOMPARE(loaded->resultShown, shown->resultShown);
        QCOMPARE(loaded->outcome, u"advice-needed"_s);
        QCOMPARE(loaded->lateChanges.size(), 2);
        QCOMPARE(loaded->lateChanges[0].before, QJsonValue(u"a"_s));
        QCOMPARE(loaded->lateChanges[0].after, QJsonValue(u"b"_s));
        QCOMPARE(loaded->lateChanges[0].reason, u"misread"_s);
        QVERIFY(loaded->lateChanges[1].after.isNull());
        QCOMPARE(loaded->lateChanges[1].reason, u"not asked"_s);
        clean(*cases);
    }

    void audit()
    {
        const auto cases = open(newPath());
        const auto id = fill(*cases);
        QVERIFY_RESULT(id);
        const auto rows = cases->audit(*id);
        QVERIFY_RESULT(rows);
        QStringList what;
        QString previous = noPrevious();
        for (const AuditRow &row : *rows) {
            what << row.what;
            QCOMPARE(row.who, u"tester"_s);
            QCOMPARE(row.previous, previous);
            QCOMPARE(row.hash, hashOf(row));
            previous = row.hash;
        }
        QCOMPARE(what, (QStringList{u"create-case"_s, u"save-answers"_s, u"save-answers"_s, u"save-answers"_s,
                                    u"save-answers"_s, u"save-answers"_s, u"show-result"_s, u"save-answers"_s,
                                    u"save-answers"_s, u"explain-change"_s, u"rename"_s, u"finish"_s,
                                    u"open-revision"_s, u"save-answers"_s, u"record-review"_s, u"log-supply"_s,
                                    u"log-supply"_s, u"log-supply"_s}));
        const AuditRow &late = rows->at(7);
        QCOMPARE(late.before["answers"_L1][0]["value"_L1].toString(), u"DE"_s);
        QCOMPARE(late.after["answers"_L1][0]["value"_L1].toString(), u"JP"_s);
        QCOMPARE(cases->load(*id)->head, previous);
        clean(*cases);
    }

    void listPages()
    {
        const auto cases = open(newPath());
        QStringList titles;
        for (int i = 0; i < 25; ++i) {
            titles.prepend(u"case %1"_s.arg(i));
            QVERIFY_RESULT(cases->createCase(sampleCase(titles.first())));
        }
        QStringList listed;
        CaseQuery query{.limit = 10};
        int pages = 0;
        do {
            const auto page = cases->list(query);
            QVERIFY_RESULT(page);
            for (const CaseSummary &summary : page->cases)
                listed << summary.title;
            query.after = page->next;
            ++pages;
        } while (query.after);
        QCOMPARE(pages, 3);
        QCOMPARE(listed, titles);
        // A change brings a case to the top.
        const CaseId oldest = cases->list({.text = u"case 0"_s})->cases.first().id;
        QVERIFY_RESULT(cases->rename(oldest, u"top"_s));
        QCOMPARE(cases->list({.limit = 1})->cases.first().title, u"top"_s);
        // Cases of one and the same time are neither lost nor repeated at a page's end.
        const struct Stopped final : Clock {
            QDateTime nowUtc() const override { return QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate); }
        } stopped;
        auto same = openRegister(newPath(), stopped).value();
        for (int i = 0; i < 7; ++i)
            QVERIFY_RESULT(same->createCase(sampleCase(u"x"_s)));
        QSet<QString> ids;
        query = {.limit = 3};
        do {
            const auto page = same->list(query);
            for (const CaseSummary &summary : page->cases)
                ids.insert(summary.id.value);
            query.after = page->next;
        } while (query.after);
        QCOMPARE(ids.size(), 7);
    }

    void listFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("part") << u"fibre"_s << QStringList{u"Fibre 100%"_s};
        QTest::newRow("other case") << u"ÄTZEN"_s << QStringList{u"ätzen_b"_s};
        QTest::newRow("percent") << u"0%"_s << QStringList{u"Fibre 100%"_s};
        QTest::newRow("percent alone") << u"%"_s << QStringList{u"Fibre 100%"_s};
        QTest::newRow("underline") << u"_"_s << QStringList{u"ätzen_b"_s};
        QTest::newRow("backslash") << u"\\"_s << QStringList{u"C:\\x"_s};
        QTest::newRow("reference") << u"cw-aaaa"_s << QStringList{u"C:\\x"_s};
        QTest::newRow("nothing") << u"zebra"_s << QStringList{};
        QTest::newRow("quote") << u"'"_s << QStringList{};
    }
    void listFinds()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, titles);
        const auto cases = open(newPath());
        QVERIFY_RESULT(cases->createCase(sampleCase(u"Fibre 100%"_s)));
        QVERIFY_RESULT(cases->createCase(sampleCase(u"ätzen_b"_s)));
        NewCase third = sampleCase(u"C:\\x"_s);
        third.reference = u"CW-AAAA-AAAA"_s;
        QVERIFY_RESULT(cases->createCase(third));
        const auto page = cases->list({.text = text});
        QVERIFY_RESULT(page);
        QStringList found;
        for (const CaseSummary &summary : page->cases)
            found << summary.title;
        QCOMPARE(found, titles);
        QCOMPARE(cases->count({.text = text}).value(), titles.size());
    }

    void expectedSequence()
    {
        const auto cases = open(newPath());
        const auto created = cases->createCase(sampleCase(u"x"_s));
        const CaseId id = created->summary.id;
        const auto first = cases->rename(id, u"one"_s, created->sequence);
        QVERIFY_RESULT(first);
        QVERIFY_ERROR(cases->rename(id, u"two"_s, created->sequence), Conflict);
        QCOMPARE(cases->load(id)->title, u"one"_s);
        QVERIFY_RESULT(cases->rename(id, u"two"_s, first->sequence));
        clean(*cases);
    }

    void removeDraft()
    {
        const auto cases = open(newPath());
        const auto id = fill(*cases);
        QVERIFY_RESULT(id);
        const qint64 count = cases->count().value();
        // A second revision: the case goes back to its first.
        QVERIFY_RESULT(cases->removeDraft(*id));
        QCOMPARE(cases->load(*id)->summary.revision, 1);
        QVERIFY(cases->load(*id)->state == assessment::State::Finished);
        QCOMPARE(cases->count().value(), count);
        QVERIFY_ERROR(cases->removeDraft(*id), Finished);
        // An only revision: the case leaves the list, its audit and reference stay.
        const auto draft = cases->createCase(sampleCase(u"short"_s));
        QVERIFY_RESULT(cases->saveAnswer(draft->summary.id, answer(u"f"_s, u"kept in the audit"_s)));
        QVERIFY_RESULT(cases->setLastOpened(draft->summary.id));
        QVERIFY_RESULT(cases->removeDraft(draft->summary.id));
        QCOMPARE(cases->count().value(), count);
        QVERIFY(!cases->lastOpened()->has_value());
        QVERIFY_ERROR(cases->load(draft->summary.id), NotFound);
        QVERIFY_ERROR(cases->rename(draft->summary.id, u"x"_s), NotFound);
        QVERIFY(!cases->findReference(draft->summary.reference)->has_value());
        NewCase again = sampleCase(u"x"_s);
        again.reference = draft->summary.reference;
        QVERIFY_ERROR(cases->createCase(again), Conflict);
        const auto rows = cases->audit(draft->summary.id);
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->last().what, u"remove-draft"_s);
        QCOMPARE(rows->last().before["answers"_L1][0]["value"_L1].toString(), u"kept in the audit"_s);
        clean(*cases);
    }
};

QTEST_GUILESS_MAIN(TestRegister)
#include "test_register.moc"
