// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registertesting.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// Finished revisions, documents that come in, archived catalogues.
class TestRegisterDocuments : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TickingClock m_clock;
    int m_files = 0;

    std::unique_ptr<Register> open()
    {
        return openRegister(m_folder.filePath(u"r%1.sqlite"_s.arg(++m_files)), m_clock, {.who = u"tester"_s}).value();
    }
    static void clean(const Register &cases)
    {
        const auto verification = cases.verify();
        QVERIFY_RESULT(verification);
        QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
    }

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void finish()
    {
        const auto cases = open();
        const auto created = cases->createCase(sampleCase(u"x"_s));
        const CaseId id = created->summary.id;
        const QString reference = created->summary.reference;
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"f"_s, true)));
        QVERIFY_ERROR(cases->document(id), NotFound);
        QVERIFY_ERROR(cases->openRevision(id), Conflict);
        const FinishedDocument document = documentOf(reference, 1, u"As finished"_s);
        QVERIFY_RESULT(cases->finish(id, document));
        QVERIFY(cases->document(id).value() == document);
        QVERIFY(cases->document(id, 1).value() == document);
        QVERIFY_ERROR(cases->document(id, 2), NotFound);
        const auto loaded = cases->load(id);
        QVERIFY(loaded->summary.state == assessment::State::Finished);
        QCOMPARE(loaded->summary.title, u"As finished"_s);
        QCOMPARE(loaded->summary.outcome, u"permit-unlikely"_s);
        QCOMPARE(cases->count({.state = assessment::State::Finished}).value(), 1);
        QCOMPARE(cases->count({.state = assessment::State::Draft}).value(), 0);
        // Nothing of it changes any more.
        const QString head = cases->head().value();
        QVERIFY_ERROR(cases->saveAnswer(id, answer(u"f"_s, false)), Finished);
        QVERIFY_ERROR(cases->removeAnswer(id, {u"f"_s, {}, -1}), Finished);
        QVERIFY_ERROR(cases->setStructure(id, {}), Finished);
        QVERIFY_ERROR(cases->rename(id, u"y"_s), Finished);
        QVERIFY_ERROR(cases->setAbout(id, {}), Finished);
        QVERIFY_ERROR(cases->setCatalogue(id, u"y"_s, u"y"_s), Finished);
        QVERIFY_ERROR(cases->recordResultShown(id, u"y"_s), Finished);
        QVERIFY_ERROR(cases->explainLateChange(id, 1, u"y"_s), Finished);
        QVERIFY_ERROR(cases->removeDraft(id), Finished);
        QVERIFY_ERROR(cases->finish(id, document), Finished);
        QCOMPARE(cases->head().value(), head);
        clean(*cases);
    }

    void newRevision()
    {
        const auto cases = open();
        const auto created = cases->createCase(sampleCase(u"x"_s));
        const CaseId id = created->summary.id;
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"f"_s, true)));
        QVERIFY_RESULT(cases->recordResultShown(id, u"permit-unlikely"_s));
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"f"_s, false)));
        QVERIFY_RESULT(cases->finish(id, documentOf(created->summary.reference, 1, u"One"_s)));
        const auto second = cases->openRevision(id);
        QVERIFY_RESULT(second);
        QCOMPARE(second->revision, 2);
        QVERIFY(second->state == assessment::State::Draft);
        QCOMPARE(second->answers, QList{answer(u"f"_s, false)});
        QVERIFY(second->structure == sampleStructure());
        QCOMPARE(second->about.assessor, u"R. Esearcher"_s);
        QVERIFY(second->lateChanges.isEmpty());
        QVERIFY(second->resultShown.isNull());
        QVERIFY_RESULT(cases->saveAnswer(id, answer(u"f"_s, u"unsure"_s)));
        QCOMPARE(cases->load(id, 1)->answers, QList{answer(u"f"_s, false)});
        QCOMPARE(cases->load(id, 1)->lateChanges.size(), 1);
        QVERIFY_RESULT(cases->finish(id, documentOf(created->summary.reference, 2, u"Two"_s, u"advice-needed"_s)));
        const auto revisions = cases->revisions(id);
        QCOMPARE(revisions->size(), 2);
        QCOMPARE(revisions->at(0).outcome, u"permit-unlikely"_s);
        QCOMPARE(revisions->at(1).outcome, u"advice-needed"_s);
        QCOMPARE(cases->document(id)->revision, 2);
        clean(*cases);
    }

    void badDocuments_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const FinishedDocument good = documentOf(u"CW-AAAA-AAAA"_s, 1, u"Good"_s);
        using Kind = RegisterError::Kind;
        QTest::newRow("empty") << QByteArray() << int(Kind::Invalid);
        QTest::newRow("no JSON") << QByteArray("PDF") << int(Kind::Invalid);
        QTest::newRow("array") << QByteArray("[]") << int(Kind::Invalid);
        QTest::newRow("truncated") << good.json.chopped(5) << int(Kind::Invalid);
        QTest::newRow("brackets") << QByteArray(100000, '[') << int(Kind::Invalid);
        QTest::newRow("another title") << QByteArray(good.json).replace("Good", "Bad!") << int(Kind::Tampered);
        QTest::newRow("another fingerprint")
            << QByteArray(good.json).replace(good.fingerprint.toLatin1().left(8), "00000000") << int(Kind::Tampered);
        QTest::newRow("of another case") << documentOf(u"CW-BBBB-BBBB"_s, 1, u"Good"_s).json << int(Kind::Tampered);
    }
    void badDocuments()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto cases = open();
        NewCase newCase = sampleCase(u"x"_s);
        newCase.reference = u"CW-AAAA-AAAA"_s;
        const CaseId id = cases->createCase(newCase)->summary.id;
        FinishedDocument document = documentOf(u"CW-AAAA-AAAA"_s, 1, u"Good"_s);
        document.json = json;
        const auto finished = cases->finish(id, document);
        QVERIFY(!finished);
        QCOMPARE(int(finished.error().kind), kind);
        const auto imported = cases->importDocument(document, {}, {}, {});
        QVERIFY(!imported);
        QCOMPARE(int(imported.error().kind), kind);
        QVERIFY(cases->load(id)->state == assessment::State::Draft);
        clean(*cases);
    }

    void documentOfAnotherRevision()
    {
        const auto cases = open();
        const auto created = cases->createCase(sampleCase(u"x"_s));
        QVERIFY_ERROR(cases->finish(created->summary.id, documentOf(created->summary.reference, 2, u"x"_s)), Invalid);
        QVERIFY_ERROR(cases->finish(created->summary.id, documentOf(u"CW-2222-2222"_s, 1, u"x"_s)), Invalid);
    }

    void importing()
    {
        using Kind = Imported::Kind;
        const auto cases = open();
        const QString reference = u"CW-AAAA-AAAA"_s;
        const auto take = [&](const FinishedDocument &document) {
            return cases->importDocument(document, sampleStructure(), {}, {answer(u"f"_s, true)}).value();
        };
        const Imported first = take(documentOf(reference, 2, u"Second"_s));
        QVERIFY(first.kind == Kind::NewCase);
        QCOMPARE(first.held, 0);
        QVERIFY(cases->load(first.id)->summary.imported);
        QCOMPARE(cases->load(first.id)->answers, QList{answer(u"f"_s, true)});
        const QString head = cases->head().value();
        const auto refused = [&](const FinishedDocument &document, Kind kind) {
            const Imported imported = take(document);
            return imported.kind == kind && imported.id == first.id && imported.revision == document.revision
                   && cases->head().value() == head;
        };
        QVERIFY(refused(documentOf(reference, 2, u"Second"_s), Kind::Duplicate));
        QVERIFY(refused(documentOf(reference, 2, u"Other"_s), Kind::Conflicting));
        QVERIFY(refused(documentOf(reference, 1, u"First"_s), Kind::OlderRevision));
        const Imported third = take(documentOf(reference, 3, u"Third"_s));
        QVERIFY(third.kind == Kind::NewRevision);
        QVERIFY(third.id == first.id);
        QCOMPARE(third.held, 2);
        QCOMPARE(cases->load(first.id)->summary.title, u"Third"_s);
        QVERIFY(take(documentOf(reference, 2, u"Second"_s)).kind == Kind::Duplicate);
        // A draft of our own on top is not passed over.
        QVERIFY_RESULT(cases->openRevision(first.id));
        QVERIFY(!cases->load(first.id)->summary.imported);
        QVERIFY(take(documentOf(reference, 4, u"Fourth"_s)).kind == Kind::Conflicting);
        QVERIFY(take(documentOf(reference, 5, u"Fifth"_s)).kind == Kind::Conflicting);
        QVERIFY_RESULT(cases->removeDraft(first.id));
        QVERIFY(take(documentOf(reference, 5, u"Fifth"_s)).kind == Kind::NewRevision);
        clean(*cases);
    }

    void importOfARemovedCase()
    {
        const auto cases = open();
        const auto created = cases->createCase(sampleCase(u"x"_s));
        QVERIFY_RESULT(cases->removeDraft(created->summary.id));
        const auto back = cases->importDocument(documentOf(created->summary.reference, 1, u"Back"_s), {}, {}, {});
        QVERIFY_RESULT(back);
        QVERIFY(back->kind == Imported::Kind::NewCase);
        QVERIFY(back->id == created->summary.id);
        QCOMPARE(cases->load(back->id)->title, u"Back"_s);
        clean(*cases);
    }

    void catalogues()
    {
        const auto cases = open();
        const QByteArray sources = QByteArray("any:\n  a: text\n").repeated(1000);
        QVERIFY_ERROR(cases->archivedCatalogue(u"h1"_s), NotFound);
        QVERIFY_ERROR(cases->archiveCatalogue({}, u"1"_s, sources), Invalid);
        QVERIFY_RESULT(cases->archiveCatalogue(u"h1"_s, u"1"_s, sources));
        QVERIFY_RESULT(cases->archiveCatalogue(u"h1"_s, u"1"_s, "other"));
        QVERIFY_RESULT(cases->archiveCatalogue(u"h2"_s, u"2"_s, "x"));
        QCOMPARE(cases->archivedCatalogue(u"h1"_s).value(), sources);
        QCOMPARE(cases->archivedCatalogue(u"h2"_s).value(), QByteArray("x"));
        QCOMPARE(cases->archivedCatalogues().value(), (QStringList{u"h1"_s, u"h2"_s}));
        clean(*cases);
    }
};

QTEST_GUILESS_MAIN(TestRegisterDocuments)
#include "test_register_documents.moc"
