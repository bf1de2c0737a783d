// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clearway-cli catalogue overlay: an office reads a rule beside the text, and what is assessed afterwards follows it.
#include "catalogue/store/catalogue.h"
#include "model/assessment/readassessment.h"

#include "programs.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway;

class CliOverlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void markListWithdraw();
    void verifyMarksThem();
    void countries();
    void exportAndImport();
    void decidesAnAssessment();
    void toBeReadAgain();
    void usage_data();
    void usage();
    void badFiles_data();
    void badFiles();
    void nothingIsMade();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    Ran overlay(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return cli(QStringList{u"catalogue"_s, u"overlay"_s} + arguments
                       + QStringList{u"--register"_s, file(u"register.sqlite"_s)},
                   input);
    }
    Ran mark(const QStringList &more = {}) const
    {
        return overlay(QStringList{u"mark"_s, u"2024"_s, rule, u"--by"_s, u"Rita Reader"_s, u"--compilation"_s,
                                   u"compilation 9"_s, u"--on"_s, u"2026-03-01"_s}
                       + more);
    }
    static inline const QString rule = u"s10/licence_free_partner"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CliOverlay::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void CliOverlay::markListWithdraw()
{
    QVERIFY(overlay({u"list"_s}).output.contains("Nothing has been read"));
    const Ran marked = mark({u"--note"_s, u"Read twice"_s});
    QVERIFY2(marked.status == 0, qPrintable(marked.errors));
    const QJsonObject listed = overlay({u"list"_s, u"--json"_s}).json().object();
    QCOMPARE(listed["rules"_L1].toArray().size(), 1);
    QCOMPARE(listed["rules"_L1][0]["rule"_L1].toString(), rule);
    QCOMPARE(listed["rules"_L1][0]["by"_L1].toString(), u"Rita Reader"_s);
    QCOMPARE(listed["rules"_L1][0]["on"_L1].toString(), u"2026-03-01"_s);
    QCOMPARE(listed["rules"_L1][0]["verdict"_L1].toString(), u"says-it"_s);
    QCOMPARE(listed["hash"_L1].toString().size(), 64);
    QVERIFY(listed["to_be_read_again"_L1].toArray().isEmpty());
    QVERIFY(overlay({u"list"_s})
                .output.contains("verified; by Rita Reader on 2026-03-01 against compilation 9 — Read twice"));
    // the text says otherwise: only with what it says
    QCOMPARE(mark({u"--otherwise"_s}).status, 2);
    QCOMPARE(mark({u"--otherwise"_s, u"--note"_s, u"Only to the United Kingdom"_s}).status, 0);
    QVERIFY(overlay({u"list"_s}).output.contains("says otherwise"));
    QCOMPARE(overlay({u"withdraw"_s, u"2024"_s, rule, u"--by"_s, u"Rolf"_s, u"--note"_s, u"misread"_s}).status, 0);
    QCOMPARE(overlay({u"withdraw"_s, u"2024"_s, rule, u"--by"_s, u"Rolf"_s}).status, 3);
    QVERIFY(overlay({u"list"_s, u"--json"_s}).json()["rules"_L1].toArray().isEmpty());
    const QJsonArray history = overlay({u"list"_s, u"--history"_s, u"--json"_s}).json().array();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history[2]["what"_L1].toString(), u"withdraw"_s);
    QCOMPARE(history[2]["note"_L1].toString(), u"Rolf: misread"_s);
    QVERIFY(!overlay({u"list"_s, u"--history"_s}).output.isEmpty());
}

void CliOverlay::verifyMarksThem()
{
    const QStringList verify{u"catalogue"_s, u"verify"_s, u"--register"_s, file(u"register.sqlite"_s)};
    QCOMPARE(mark().status, 0);
    const Ran ran = cli(verify + QStringList{u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    int open = 0;
    int read = 0;
    for (const QJsonValue &one : ran.json()["unverified"_L1].toArray()) {
        QVERIFY(!one["read"_L1].toString().isEmpty());
        open += one["office"_L1].isUndefined();
        if (one["office"_L1].isUndefined())
            continue;
        ++read;
        QCOMPARE(one["where"_L1].toString(), rule);
        QCOMPARE(one["office"_L1]["by"_L1].toString(), u"Rita Reader"_s);
        QCOMPARE(one["office_holds"_L1].toBool(), true);
    }
    QCOMPARE(read, 1);
    QVERIFY(open > 20);
    QVERIFY(ran.json()["unverified_groups"_L1].toArray().size() >= 2);
    const Ran plain = cli(verify);
    QVERIFY2(plain.output.contains("verified by Rita Reader on 2026-03-01 against compilation 9"),
             plain.output.constData());
    QVERIFY(plain.output.contains("Unverified: group foreign_country_list"));
    QVERIFY(!cli({u"catalogue"_s, u"verify"_s, u"--no-overlay"_s}).output.contains("Rita"));
}

void CliOverlay::countries()
{
    const QStringList signature{u"--by"_s, u"Rita"_s, u"--compilation"_s, u"the instrument"_s};
    const Ran ran =
        overlay(QStringList{u"countries"_s, u"licence_free_partners"_s, u"us,gb"_s, u"NZ"_s, u"--json"_s} + signature);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["countries"_L1].toArray(), (QJsonArray{u"GB"_s, u"NZ"_s, u"US"_s}));
    const Ran asItIs = overlay(QStringList{u"countries"_s, u"licence_free_partners"_s, u"--json"_s} + signature);
    QCOMPARE(asItIs.json()["countries"_L1].toArray(), (QJsonArray{u"GB"_s, u"US"_s}));
    QCOMPARE(overlay(QStringList{u"countries"_s, u"no_group"_s} + signature).status, 3);
    const Ran wrong = overlay(QStringList{u"countries"_s, u"licence_free_partners"_s, u"Narnia"_s} + signature);
    QCOMPARE(wrong.status, 3);
    QVERIFY2(wrong.errors.contains(u"NARNIA"_s), qPrintable(wrong.errors));
    QCOMPARE(overlay({u"withdraw"_s, u"group"_s, u"licence_free_partners"_s, u"--by"_s, u"Rita"_s}).status, 0);
}

void CliOverlay::exportAndImport()
{
    QCOMPARE(mark().status, 0);
    QCOMPARE(overlay({u"export"_s, file(u"office.json"_s)}).status, 0);
    const QString other = file(u"other.sqlite"_s);
    const QStringList import{u"catalogue"_s,  u"overlay"_s, u"import"_s, file(u"office.json"_s),
                             u"--register"_s, other,        u"--json"_s};
    const Ran taken = cli(import);
    QVERIFY2(taken.status == 0, qPrintable(taken.errors));
    QCOMPARE(taken.json()["imported"_L1].toInt(), 1);
    QCOMPARE(cli(import).json()["imported"_L1].toInt(), 0);
    const Ran back = cli({u"catalogue"_s, u"overlay"_s, u"export"_s, u"-"_s, u"--register"_s, other});
    QCOMPARE(back.output, bytesOf(file(u"office.json"_s)));
    // The same hash wherever it stands.
    QCOMPARE(cli({u"catalogue"_s, u"overlay"_s, u"list"_s, u"--overlay"_s, file(u"office.json"_s), u"--json"_s})
                 .json()["hash"_L1],
             taken.json()["hash"_L1]);
}

/// A draft sent abroad.
static QByteArray answers()
{
    return bytesOf(sample(u"draft-to-japan"_s));
}

void CliOverlay::decidesAnAssessment()
{
    QCOMPARE(mark().status, 0);
    QVERIFY(putBytes(file(u"answers.json"_s), answers()));
    const QStringList assess{u"assess"_s, file(u"answers.json"_s), u"--json"_s};
    const Ran none = cli(assess + QStringList{u"--no-overlay"_s});
    QVERIFY2(none.status == 0, qPrintable(none.errors));
    QVERIFY(none.json()["catalogue"_L1]["overlay"_L1].isUndefined());
    QVERIFY(none.json()["overlay"_L1].isUndefined());
    const Ran under = cli(assess + QStringList{u"--register"_s, file(u"register.sqlite"_s)});
    QVERIFY2(under.status == 0, qPrintable(under.errors));
    QCOMPARE(under.json()["catalogue"_L1]["overlay"_L1]["entries"_L1].toInt(), 1);
    QCOMPARE(under.json()["overlay"_L1]["rules"_L1][0]["by"_L1].toString(), u"Rita Reader"_s);
    QCOMPARE(overlay({u"export"_s, file(u"office.json"_s)}).status, 0);
    const Ran byFile = cli(assess + QStringList{u"--overlay"_s, file(u"office.json"_s)});
    QCOMPARE(byFile.json()["catalogue"_L1], under.json()["catalogue"_L1]);
    // In another office the same document is not taken for a forgery.
    auto catalogue = store::Catalogue::open(QStringLiteral(CLEARWAY_CATALOGUE));
    QVERIFY(catalogue);
    const overlay::OfficeRules office = overlay::officeRules(catalogue->sharedRules(), {});
    const auto read = assessment::read(under.output, *office.rules, {.office = &office});
    QVERIFY(read);
    QVERIFY(read->fingerprintMatches && !read->sameOverlay && !read->tampered());
    QVERIFY(cli({u"assess"_s, file(u"answers.json"_s), u"--markdown"_s, u"-"_s, u"--overlay"_s, file(u"office.json"_s)})
                .output.contains("Read by the office"));
}

void CliOverlay::toBeReadAgain()
{
    QCOMPARE(mark().status, 0);
    QCOMPARE(overlay({u"export"_s, file(u"office.json"_s)}).status, 0);
    QByteArray changed = bytesOf(file(u"office.json"_s));
    changed.replace("notifies: ", "frees: ");
    QVERIFY(changed != bytesOf(file(u"office.json"_s)));
    QVERIFY(putBytes(file(u"changed.json"_s), changed));
    const Ran listed =
        cli({u"catalogue"_s, u"overlay"_s, u"list"_s, u"--overlay"_s, file(u"changed.json"_s), u"--json"_s});
    QCOMPARE(listed.json()["to_be_read_again"_L1][0]["because"_L1].toString(), u"changed"_s);
    QVERIFY(putBytes(file(u"answers.json"_s), answers()));
    const Ran ran = cli({u"assess"_s, file(u"answers.json"_s), u"--json"_s, u"--overlay"_s, file(u"changed.json"_s)});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.errors.contains(u"is to be read again"_s), qPrintable(ran.errors));
    QVERIFY(cli({u"catalogue"_s, u"verify"_s, u"--overlay"_s, file(u"changed.json"_s)})
                .output.contains("to be read again"));
}

void CliOverlay::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QStringList &arguments, int status) {
        QTest::newRow(name) << arguments << status;
    };
    row("nothing", {}, 2);
    row("unknown", {u"erase"_s}, 2);
    row("mark without who", {u"mark"_s, u"2024"_s, rule, u"--compilation"_s, u"9"_s}, 2);
    row("mark without compilation", {u"mark"_s, u"2024"_s, rule, u"--by"_s, u"R"_s}, 2);
    row("mark without rule", {u"mark"_s, u"2024"_s, u"--by"_s, u"R"_s, u"--compilation"_s, u"9"_s}, 2);
    row("no such day",
        {u"mark"_s, u"2024"_s, rule, u"--by"_s, u"R"_s, u"--compilation"_s, u"9"_s, u"--on"_s, u"2025-02-30"_s}, 2);
    row("no such rule", {u"mark"_s, u"2024"_s, u"s10/none"_s, u"--by"_s, u"R"_s, u"--compilation"_s, u"9"_s}, 3);
    row("no such state", {u"mark"_s, u"1999"_s, rule, u"--by"_s, u"R"_s, u"--compilation"_s, u"9"_s}, 3);
    row("withdraw without who", {u"withdraw"_s, u"2024"_s, rule}, 2);
    row("export nowhere", {u"export"_s}, 2);
    row("import nothing", {u"import"_s}, 2);
    row("list too much", {u"list"_s, u"x"_s}, 2);
}

void CliOverlay::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const Ran ran = arguments.isEmpty() ? cli({u"catalogue"_s, u"overlay"_s}) : overlay(arguments);
    QCOMPARE(ran.status, status);
    QVERIFY(!ran.errors.isEmpty());
    QVERIFY(ran.output.isEmpty());
    QVERIFY(!QFileInfo::exists(file(u"register.sqlite"_s)));
}

void CliOverlay::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("{") << u"office.json:1: "_s;
    QTest::newRow("an assessment") << QByteArray(R"({"format":"clearway.assessment/1"})") << u"/format"_s;
    QTest::newRow("a rule without a reader")
        << QByteArray(R"({"format":"clearway.overlay/1","groups":[],"rules":[{"rule":"a","verdict":"says-it"}]})")
        << u"/rules/0/by"_s;
}

void CliOverlay::badFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QVERIFY(putBytes(file(u"office.json"_s), bytes));
    QVERIFY(putBytes(file(u"answers.json"_s), answers()));
    for (const Ran &ran : {overlay({u"import"_s, file(u"office.json"_s)}),
                           cli({u"assess"_s, file(u"answers.json"_s), u"--overlay"_s, file(u"office.json"_s)})}) {
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.errors.contains(words) && ran.errors.contains(u"expected"_s), qPrintable(ran.errors));
    }
    QCOMPARE(cli({u"assess"_s, file(u"answers.json"_s), u"--overlay"_s, file(u"none.json"_s)}).status, 3);
    QVERIFY(putBytes(file(u"register.sqlite"_s), "a letter, which somebody would miss"));
    const Ran broken = cli({u"assess"_s, file(u"answers.json"_s), u"--register"_s, file(u"register.sqlite"_s)});
    QCOMPARE(broken.status, 4);
    QVERIFY2(broken.errors.contains(u"--no-overlay"_s), qPrintable(broken.errors));
    QCOMPARE(bytesOf(file(u"register.sqlite"_s)), QByteArray("a letter, which somebody would miss"));
}

void CliOverlay::nothingIsMade()
{
    QVERIFY(putBytes(file(u"answers.json"_s), answers()));
    QCOMPARE(cli({u"assess"_s, file(u"answers.json"_s), u"--register"_s, file(u"register.sqlite"_s)}).status, 0);
    QCOMPARE(overlay({u"list"_s}).status, 0);
    QCOMPARE(overlay({u"list"_s, u"--history"_s, u"--json"_s}).json().array().size(), 0);
    QVERIFY(!QFileInfo::exists(file(u"register.sqlite"_s)));
}

QTEST_GUILESS_MAIN(CliOverlay)
#include "tst_cli_overlay.moc"
