// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"
#include "catalogue/store/canonical.h"
#include "catalogue/store/catalogue.h"
#include "catalogue/store/connection.h"
#include "catalogue/store/writer.h"

#include "../compiler/sample_catalogue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::store;
using Kind = StoreError::Kind;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void givesBackWhatWasCompiled();
    void givesBackTheProjectsCatalogue();
    void sameSourcesGiveTheSameBytes();
    void replacesTheOldOneWhole();
    void saysWhyItCannotWrite();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesTruncatedFiles();
    void survivesDamage();
    void namesTheConditionThatIsWrong();
    void integrityFindsChanges_data();
    void integrityFindsChanges();
    void isForOneThread();
    void forgetsItsConnections();
    void readsReadOnlyPlaces();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    language::RuleBook m_rules;
    QString m_good;
    QByteArray m_bytes;
};

void TestCatalogue::initTestCase()
{
    QVERIFY(m_folder.isValid());
    auto rules = compiler::compile(sampleSources());
    QVERIFY(rules);
    m_rules = *rules;
    m_good = path(u"good.sqlite"_s);
    const auto written = compiler::write(m_rules, sampleSources(), m_good);
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    m_bytes = bytesOf(m_good);
    QVERIFY(m_bytes.size() > 4096);
}

void TestCatalogue::givesBackWhatWasCompiled()
{
    auto catalogue = Catalogue::open(m_good);
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
    QCOMPARE(canonicalForm(catalogue->rules()), canonicalForm(m_rules));
    QCOMPARE(catalogue->rules().sourcesHash, m_rules.sourcesHash);
    for (const QString &code : m_rules.entryOrder) {
        const auto &read = catalogue->rules().entries.value(code).when;
        const auto &made = m_rules.entries.value(code).when;
        QCOMPARE(bool(read), bool(made));
        QVERIFY2(!made || language::equal(*read, *made), qPrintable(code));
    }
    QCOMPARE(catalogue->rules().facts, m_rules.facts);
    QCOMPARE(catalogue->rules().factOrder, m_rules.factOrder);
    QCOMPARE(catalogue->rules().units.units(), m_rules.units.units());
    for (const language::TableRow &row : catalogue->rules().tables.value(u"power_limit"_s).rows)
        QVERIFY(row.upTo.value > 0);
    QVERIFY(catalogue->rules().tables.value(u"power_limit"_s).rows[0].value
            == m_rules.tables.value(u"power_limit"_s).rows[0].value);

    QCOMPARE(catalogue->rules().startingPoints, m_rules.startingPoints);
    QCOMPARE(catalogue->rules().applications, m_rules.applications);
    QCOMPARE(catalogue->rules().states.last().provisions.first().requirement.usualTime, u"15 working days"_s);

    const auto thesaurus = catalogue->thesaurus();
    QVERIFY(thesaurus);
    const QList<QStringList> synonyms{{u"drone"_s, u"unmanned aerial vehicle"_s, u"UAV"_s}, {u"fibre"_s, u"fiber"_s}};
    QCOMPARE(thesaurus->synonyms, synonyms);
    const QList<language::OrdinaryTopic> ordinary{{u"bread"_s, u"Baking bread"_s, {u"oven"_s, u"sourdough starter"_s}},
                                                  {u"hand-tools"_s, u"Tools of a workshop"_s, {u"hammer"_s}}};
    QCOMPARE(thesaurus->ordinary, ordinary);

    const auto sources = catalogue->sources();
    QVERIFY(sources);
    QCOMPARE(*sources, sampleSources());
    // The sources that it carries make the same catalogue.
    const auto again = compiler::compile(*sources);
    QVERIFY(again);
    QCOMPARE(again->sourcesHash, catalogue->rules().sourcesHash);
    QVERIFY(catalogue->verifyIntegrity());
    QVERIFY(catalogue->loadingTime().count() > 0);

    // It can be moved, and its rules outlive it.
    Catalogue moved = std::move(*catalogue);
    QVERIFY(moved.verifyIntegrity());
    const auto shared = moved.sharedRules();
    {
        const Catalogue gone = std::move(moved);
    }
    QCOMPARE(shared->version, u"0.0.1"_s);
}

void TestCatalogue::givesBackTheProjectsCatalogue()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    const auto rules = compiler::compile(*sources);
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().first().toText()));
    QVERIFY(compiler::write(*rules, *sources, path(u"project.sqlite"_s)));
    const auto catalogue = Catalogue::open(path(u"project.sqlite"_s));
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
    QCOMPARE(canonicalHash(catalogue->rules()), rules->sourcesHash);
    const auto whole = catalogue->verifyIntegrity();
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
    qInfo("%lld entries, %lld facts loaded in %lld µs", qlonglong(rules->entries.size()),
          qlonglong(rules->facts.size()), qlonglong(catalogue->loadingTime().count()));
}

void TestCatalogue::sameSourcesGiveTheSameBytes()
{
    Sources turned = sampleSources();
    std::ranges::reverse(turned);
    const auto rules = compiler::compile(turned);
    QVERIFY(rules);
    QVERIFY(compiler::write(*rules, turned, path(u"again.sqlite"_s)));
    QVERIFY(bytesOf(path(u"again.sqlite"_s)) == m_bytes);
}

void TestCatalogue::replacesTheOldOneWhole()
{
    const QString target = path(u"target.sqlite"_s);
    put(target, m_bytes);
    const auto old = Catalogue::open(target);
    QVERIFY(old);
    const Sources changed = sampleWith(u"catalogue.yaml"_s, u"0.0.1"_s, u"0.0.2"_s);
    const auto rules = compiler::compile(changed);
    QVERIFY(rules);
    QVERIFY(compiler::write(*rules, changed, target));
    QVERIFY(old->verifyIntegrity()); // still reads the file that it opened
    const auto now = Catalogue::open(target);
    QVERIFY(now);
    QCOMPARE(now->rules().version, u"0.0.2"_s);
    QVERIFY(QFile::permissions(target).testFlag(QFileDevice::ReadOther));
    // Nothing lies about.
    QCOMPARE(QDir(m_folder.path()).entryList({u"target.sqlite*"_s}), QStringList{u"target.sqlite"_s});
}

void TestCatalogue::saysWhyItCannotWrite()
{
    for (const QString &target : {path(u"no/such/folder.sqlite"_s), m_folder.path()}) {
        const auto written = compiler::write(m_rules, sampleSources(), target);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Kind::Unwritable);
        QVERIFY2(written.error().detail.startsWith(u"cannot write the catalogue "_s + target + u": "_s),
                 qPrintable(written.error().detail));
    }
}

void TestCatalogue::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("why");
    const auto with = [&](int offset, const QByteArray &piece) {
        QByteArray bytes = m_bytes;
        return bytes.replace(offset, piece.size(), piece);
    };
    QTest::newRow("empty") << QByteArray("") << Kind::Damaged << u" is damaged: it is empty"_s;
    QTest::newRow("text") << QByteArray("hello, this is text\n") << Kind::NotACatalogue
                          << u" is no catalogue: it is another kind of file"_s;
    QTest::newRow("zeros") << QByteArray(10'000, '\0') << Kind::NotACatalogue
                           << u" is no catalogue: it is another kind of file"_s;
    QTest::newRow("another program's") << with(68, QByteArray(4, '\x01')) << Kind::NotACatalogue
                                       << u" is no catalogue: it is the database of another program"_s;
    QTest::newRow("newer") << with(60, QByteArray("\0\0\0\x05", 4)) << Kind::TooNew
                           << u" has form 5, and this Clearway reads form 4: use a newer Clearway"_s;
    QTest::newRow("older") << with(60, QByteArray("\0\0\0\0", 4)) << Kind::TooOld
                           << u" has form 0, and this Clearway reads form 4: compile it again"_s;
}

void TestCatalogue::refusesOtherFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    const QString file = path(u"other.sqlite"_s);
    put(file, bytes);
    const auto opened = Catalogue::open(file);
    QVERIFY(!opened);
    QTEST(opened.error().kind, "kind");
    QCOMPARE(opened.error().detail, u"the catalogue "_s + file + why);

    const auto missing = Catalogue::open(path(u"missing.sqlite"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Kind::Missing);
    QVERIFY(!QFile::exists(path(u"missing.sqlite"_s)));
    const auto folder = Catalogue::open(m_folder.path());
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, Kind::Unreadable);
}

void TestCatalogue::refusesTruncatedFiles()
{
    const QString file = path(u"cut.sqlite"_s);
    for (qsizetype length = 0; length < m_bytes.size(); length += length < 200 ? 7 : 1777) {
        put(file, m_bytes.first(length));
        const auto opened = Catalogue::open(file);
        QVERIFY2(!opened, qPrintable(QString::number(length)));
        QVERIFY2(opened.error().kind == Kind::Damaged, qPrintable(opened.error().detail));
    }
}

// Whatever is overwritten: an error, or a catalogue whose integrity check says so, or one that is the same.
void TestCatalogue::survivesDamage()
{
    const QString file = path(u"damaged.sqlite"_s);
    int unopened = 0;
    int found = 0;
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = m_bytes;
        const qsizetype at = 100 + (qsizetype(round) * 7919) % (bytes.size() - 300);
        for (qsizetype place = at; place < at + 40; ++place)
            bytes[place] = char(bytes[place] ^ (0x15 + round));
        put(file, bytes);
        const auto opened = Catalogue::open(file);
        if (!opened) {
            QCOMPARE(opened.error().kind, Kind::Damaged);
            ++unopened;
            continue;
        }
        (void)opened->search(u"radio transmitter"_s);
        (void)opened->sources();
        if (const auto whole = opened->verifyIntegrity(); !whole) {
            QCOMPARE(whole.error().kind, Kind::Damaged);
            ++found;
        } else {
            QCOMPARE(canonicalHash(opened->rules()), m_rules.sourcesHash);
        }
    }
    // Much of the file is free space, where nothing is damaged by this.
    QVERIFY2(unopened >= 10 && found >= 3, qPrintable(u"%1 unopened, %2 found"_s.arg(unopened).arg(found)));
}

void TestCatalogue::namesTheConditionThatIsWrong()
{
    const QString file = path(u"condition.sqlite"_s);
    put(file, m_bytes);
    {
        Connection connection(file, Connection::Purpose::Write);
        QVERIFY(connection.run(u"UPDATE entry SET condition = 'side > 1 parsec' WHERE code = '5A101'"_s));
    }
    const auto opened = Catalogue::open(file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Damaged);
    QVERIFY2(opened.error().detail.contains(u"the condition of 5A101:1:10: "_s), qPrintable(opened.error().detail));
}

void TestCatalogue::integrityFindsChanges_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("said");
    const QString rules = u"its rules are not those that its hash names"_s;
    QTest::newRow("limit") << u"UPDATE entry SET condition = 'side > 2 m' WHERE code = '5A101'"_s << rules;
    QTest::newRow("title") << u"UPDATE entry SET title = 'x' WHERE code = '5A101'"_s << rules;
    QTest::newRow("verified") << u"UPDATE element SET verified = 1"_s << rules;
    QTest::newRow("member") << u"DELETE FROM country_group_member WHERE country = 'JP'"_s << rules;
    QTest::newRow("date") << u"UPDATE state SET operates_from = '2020-01-01' WHERE id = '2024'"_s << rules;
    QTest::newRow("hash") << u"UPDATE meta SET value = '0' WHERE key = 'sources_hash'"_s << rules;
    QTest::newRow("source") << u"UPDATE source SET bytes = x'00' WHERE path = 'law.yaml'"_s
                            << u"the source law.yaml was changed"_s;
}

void TestCatalogue::integrityFindsChanges()
{
    QFETCH(const QString, change);
    QFETCH(const QString, said);
    const QString file = path(u"changed.sqlite"_s);
    put(file, m_bytes);
    {
        Connection connection(file, Connection::Purpose::Write);
        QVERIFY2(connection.run(change), qPrintable(connection.lastError()));
    }
    const auto opened = Catalogue::open(file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    const auto whole = opened->verifyIntegrity();
    QVERIFY(!whole);
    QCOMPARE(whole.error().detail, u"the catalogue "_s + file + u" is damaged: "_s + said);
}

void TestCatalogue::isForOneThread()
{
    const auto catalogue = Catalogue::open(m_good);
    QVERIFY(catalogue);
    Kind found = Kind::Damaged;
    Kind read = Kind::Damaged;
    Kind checked = Kind::Damaged;
    qsizetype entries = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        found = catalogue->search(u"radio"_s).error_or(StoreError{Kind::Missing, {}}).kind;
        read = catalogue->sources().error_or(StoreError{Kind::Missing, {}}).kind;
        checked = catalogue->verifyIntegrity().error_or(StoreError{Kind::Missing, {}}).kind;
        entries = catalogue->rules().entries.size();
    }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(found, Kind::Unreadable);
    QCOMPARE(read, Kind::Unreadable);
    QCOMPARE(checked, Kind::Unreadable);
    QCOMPARE(entries, m_rules.entries.size());
}

void TestCatalogue::forgetsItsConnections()
{
    const QStringList before = QSqlDatabase::connectionNames();
    {
        const auto one = Catalogue::open(m_good);
        const auto two = Catalogue::open(m_good);
        QVERIFY(one && two);
        QCOMPARE(QSqlDatabase::connectionNames().size(), before.size() + 2);
    }
    QCOMPARE(QSqlDatabase::connectionNames(), before);
}

void TestCatalogue::readsReadOnlyPlaces()
{
    // Names that mean something in a URI, in a folder that takes no journal.
    const QString folder = path(u"100% öde#?&"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + u"/c a t?.sqlite"_s;
    put(file, m_bytes);
    QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner));
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto opened = Catalogue::open(file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(opened->verifyIntegrity());
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
