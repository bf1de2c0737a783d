// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registertesting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace clearway::cases;
using namespace clearway::cases::testing;
using clearway::assessment::LoggedSupply;
using clearway::assessment::Review;
using clearway::assessment::ReviewFinding;
using clearway::assessment::standing;
using clearway::assessment::SupplyEntry;

/// Reviews and the supply log: what is taken, what is refused, what stays.
class TestRegisterAfterwards : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TickingClock m_clock;
    int m_files = 0;

    std::unique_ptr<Register> open(const QString &path = {})
    {
        const QString file = path.isEmpty() ? m_folder.filePath(u"r%1.sqlite"_s.arg(++m_files)) : path;
        auto opened = openRegister(file, m_clock, {.who = u"tester"_s});
        return opened ? std::move(*opened) : nullptr;
    }
    static void clean(const Register &cases)
    {
        const auto verification = cases.verify();
        QVERIFY_RESULT(verification);
        QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
    }
    /// A case whose first revision is finished; its document.
    static FinishedDocument finished(Register &cases, CaseId &id)
    {
        const auto created = cases.createCase(sampleCase(u"Paper"_s));
        id = created->summary.id;
        const FinishedDocument document = documentOf(created->summary.reference, 1, u"Paper"_s);
        return cases.finish(id, document) ? document : FinishedDocument();
    }

private Q_SLOTS:
    void reviewIsKept()
    {
        const auto cases = open();
        CaseId id;
        const FinishedDocument document = finished(*cases, id);
        QVERIFY(cases->reviews(id)->isEmpty());
        const auto saved = cases->recordReview(id, 0, document.fingerprint, sampleReview());
        QVERIFY_RESULT(saved);
        Review second = sampleReview();
        second.finding = ReviewFinding::Differs;
        second.note = u"The agreement lets the sponsor hold it back"_s;
        QVERIFY_RESULT(cases->recordReview(id, 1, document.fingerprint, second, saved->sequence));
        const auto found = cases->reviews(id);
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->first().review, sampleReview());
        QCOMPARE(found->first().revision, 1);
        QCOMPARE(found->first().fingerprint, document.fingerprint);
        QCOMPARE(found->first().who, u"tester"_s);
        QVERIFY(found->first().when.isValid());
        QCOMPARE(found->last().review, second);
        QCOMPARE(cases->reviews(id, 2)->size(), 0);
        QCOMPARE(cases->audit(id)->last().what, u"record-review"_s);
        QCOMPARE(cases->audit(id)->last().after["finding"_L1].toString(), u"differs"_s);
        clean(*cases);
    }

    void reviewIsRefused_data()
    {
        QTest::addColumn<Review>("review");
        QTest::addColumn<QString>("said");
        Review review = sampleReview();
        review.name = u"  "_s;
        QTest::newRow("nobody") << review << u"who"_s;
        review.name = u"r.  ESEARCHER"_s;
        QTest::newRow("the assessor") << review << u"someone other"_s;
        review = sampleReview();
        review.on = {};
        QTest::newRow("no day") << review << u"day"_s;
        review.on = QDate(2030, 1, 1);
        QTest::newRow("a day to come") << review << u"still to come"_s;
        review = sampleReview();
        review.finding = ReviewFinding::Differs;
        review.note = u" "_s;
        QTest::newRow("differs in nothing") << review << u"differs"_s;
    }
    void reviewIsRefused()
    {
        QFETCH(Review, review);
        QFETCH(QString, said);
        const auto cases = open();
        CaseId id;
        const FinishedDocument document = finished(*cases, id);
        const auto saved = cases->recordReview(id, 1, document.fingerprint, review);
        QVERIFY_ERROR(saved, Invalid);
        QVERIFY2(saved.error().detail.contains(said), qPrintable(saved.error().detail));
        QVERIFY(cases->reviews(id)->isEmpty());
        clean(*cases);
    }

    void onlyWhatIsFiledIsReviewed()
    {
        const auto cases = open();
        CaseId id;
        const FinishedDocument document = finished(*cases, id);
        QVERIFY_ERROR(cases->recordReview(id, 1, QString(64, u'a'), sampleReview()), Conflict);
        QVERIFY_ERROR(cases->recordReview(id, 7, document.fingerprint, sampleReview()), NotFound);
        QVERIFY_ERROR(cases->recordReview({u"nobody"_s}, 1, document.fingerprint, sampleReview()), NotFound);
        QVERIFY_RESULT(cases->openRevision(id));
        QVERIFY_ERROR(cases->recordReview(id, 0, document.fingerprint, sampleReview()), Invalid);
        // The finished one is still there to be reviewed.
        QVERIFY_RESULT(cases->recordReview(id, 1, document.fingerprint, sampleReview()));
        // The draft goes, what was found about the revision before it stays.
        QVERIFY_RESULT(cases->removeDraft(id));
        QCOMPARE(cases->reviews(id)->size(), 1);
        clean(*cases);
    }

    void supplyLogGrows()
    {
        const QString path = m_folder.filePath(u"log.sqlite"_s);
        CaseId id;
        {
            const auto cases = open(path);
            id = cases->createCase(sampleCase(u"Paper"_s))->summary.id;
            QVERIFY_RESULT(cases->logSupply(id, sampleSupply(u"Draft"_s)));
            SupplyEntry going = sampleSupply(u"Access to the repository"_s);
            going.until = {};
            going.permit.clear();
            QVERIFY_RESULT(cases->logSupply(id, going));
            QVERIFY_RESULT(cases->logSupply(id, sampleSupply(u"Draft, with its drawings"_s), 1));
            QVERIFY_RESULT(cases->strikeSupply(id, 2, u"It was another project's"_s));
            clean(*cases);
        }
        const auto cases = open(path);
        const auto log = cases->supplyLog(id);
        QVERIFY_RESULT(log);
        QCOMPARE(log->size(), 4);
        QCOMPARE(log->first().entry, sampleSupply(u"Draft"_s));
        QVERIFY(!log->at(1).entry.until.isValid());
        QCOMPARE(log->at(2).replaces, 1);
        QVERIFY(log->at(3).struck);
        QCOMPARE(log->at(3).entry.note, u"It was another project's"_s);
        const QList<LoggedSupply> left = standing(*log);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().number, 3);
    }

    void supplyLogRefuses()
    {
        const auto cases = open();
        const CaseId id = cases->createCase(sampleCase(u"Paper"_s))->summary.id;
        SupplyEntry entry = sampleSupply(u"Draft"_s);
        entry.recipient.clear();
        entry.until = QDate(2025, 5, 1);
        const auto refused = cases->logSupply(id, entry);
        QVERIFY_ERROR(refused, Invalid);
        QVERIFY2(refused.error().detail.contains(u"who got it"_s)
                     && refused.error().detail.contains(u"before the first"_s),
                 qPrintable(refused.error().detail));
        QVERIFY_ERROR(cases->logSupply(id, sampleSupply(u"x"_s), 1), NotFound);
        QVERIFY_ERROR(cases->strikeSupply(id, 1, u"x"_s), NotFound);
        QVERIFY_RESULT(cases->logSupply(id, sampleSupply(u"x"_s)));
        QVERIFY_ERROR(cases->strikeSupply(id, 1, u" "_s), Invalid);
        QVERIFY_RESULT(cases->logSupply(id, sampleSupply(u"y"_s), 1));
        QVERIFY_ERROR(cases->logSupply(id, sampleSupply(u"z"_s), 1), Conflict);
        QVERIFY_RESULT(cases->strikeSupply(id, 2, u"no"_s));
        QVERIFY_ERROR(cases->logSupply(id, sampleSupply(u"z"_s), 3), Conflict);
        QVERIFY_ERROR(cases->logSupply(id, sampleSupply(u"z"_s), 0, qint64(1)), Conflict);
        QCOMPARE(cases->supplyLog(id)->size(), 3);
        clean(*cases);
    }

    void aLogKeepsItsCase()
    {
        const auto cases = open();
        const CaseId id = cases->createCase(sampleCase(u"Paper"_s))->summary.id;
        QVERIFY_RESULT(cases->logSupply(id, sampleSupply(u"x"_s)));
        const auto removed = cases->removeDraft(id);
        QVERIFY_ERROR(removed, Invalid);
        QVERIFY(removed.error().detail.contains(u"supply log"_s));
        QVERIFY_RESULT(cases->load(id));
        clean(*cases);
    }
};

QTEST_GUILESS_MAIN(TestRegisterAfterwards)
#include "test_register_afterwards.moc"
