// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules of CONTRIBUTING.md that a program can check, on every source file; and the checker
// itself, on samples that are wrong on purpose.

#include "layout_rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::tests;

namespace {

// REUSE-IgnoreStart
const QString spdx = u"// SPDX-FileCopyrightText: 2026 Clearway contributors\n"
                     "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
// REUSE-IgnoreEnd

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongIsFound_data();
    void wrongIsFound();
    void rightIsLeftAlone_data();
    void rightIsLeftAlone();
    void headerIsRequired();
    void longFileIsFound();
    void linesAreCounted();
    void topLevel();
    void file_data();
    void file();

private:
    QtHeaders m_qt;
};

void TestLayout::initTestCase()
{
    m_qt = QtHeaders::installed();
    QVERIFY2(m_qt.widgets.contains(u"QWidget"_s), "the folder of Qt's headers was not found");
    QVERIFY(m_qt.gui.contains(u"QImage"_s));
}

void TestLayout::wrongIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("complaint");

    const auto row = [](const char *name, const QString &path, const QString &line, const QString &complaint) {
        QTest::newRow(name) << path << line << complaint;
    };

    const QString arrow = u"app -> ui -> model -> catalogue"_s;
    row("catalogue includes model", u"catalogue/store/a.cpp"_s, u"#include \"model/register/cases.h\""_s, arrow);
    row("catalogue includes app", u"catalogue/compiler/a.h"_s, u"#include \"app/cli/main.h\""_s, arrow);
    row("model includes ui", u"model/report/a.cpp"_s, u"#include \"ui/interview/page.h\""_s, arrow);
    row("model includes ui, in angle brackets", u"model/report/a.cpp"_s, u"#include <ui/interview/page.h>"_s, arrow);
    row("model includes app, oddly spaced", u"model/report/a.cpp"_s, u"  #  include   \"app/a.h\" // why?"_s, arrow);
    row("ui includes app", u"ui/window.cpp"_s, u"#include \"app/desktop/application.h\""_s, arrow);

    const QString within = u"compiler -> store -> language"_s;
    row("language includes store", u"catalogue/language/a.h"_s, u"#include \"catalogue/store/catalogue.h\""_s, within);
    row("language includes compiler", u"catalogue/language/a.h"_s, u"#include \"catalogue/compiler/a.h\""_s, within);
    row("store includes compiler", u"catalogue/store/a.cpp"_s, u"#include \"catalogue/compiler/a.h\""_s, within);
    row("a way round", u"model/reasoning/a.cpp"_s, u"#include \"../../ui/window.h\""_s, u"from the top folder"_s);

    const QString widgets = u"catalogue and model have no widgets"_s;
    row("widget in model", u"model/report/a.cpp"_s, u"#include <QWidget>"_s, widgets);
    row("widget's module in model", u"model/report/a.cpp"_s, u"#include <QtWidgets/QLabel>"_s, widgets);
    row("whole module in model", u"model/report/a.cpp"_s, u"#include <QtWidgets>"_s, widgets);
    row("message box in model", u"model/register/a.h"_s, u"#include <QMessageBox>"_s, widgets);
    row("widget's small header in catalogue", u"catalogue/store/a.h"_s, u"#include <qtreeview.h>"_s, widgets);
    row("application in catalogue", u"catalogue/language/a.h"_s, u"#include <QApplication>"_s, widgets);
    const QString core = u"Qt Core alone"_s;
    row("colour in ui/models", u"ui/models/a.cpp"_s, u"#include <QColor>"_s, core);
    row("widget in ui/models", u"ui/models/a.cpp"_s, u"#include <QtWidgets/QListView>"_s, core);

    const QString sql = u"SQL stands in"_s;
    row("SQL header in ui", u"ui/cases/a.cpp"_s, u"#include <QSqlTableModel>"_s, sql);
    row("SQL header in model", u"model/assessment/a.cpp"_s, u"#include <QtSql/QSqlQuery>"_s, sql);
    row("SQLite in app", u"app/cli/a.cpp"_s, u"#include <sqlite3.h>"_s, sql);
    row("SQL in language", u"catalogue/language/a.cpp"_s, u"#include <QSqlDatabase>"_s, sql);
    row("query in ui", u"ui/cases/a.cpp"_s, u"f(u\"SELECT id FROM cases\"_s);"_s, sql);
    row("insertion in model", u"model/report/a.cpp"_s, u"f(\"INSERT INTO cases VALUES (1)\");"_s, sql);
    row("update in app", u"app/cli/a.cpp"_s, u"f(\"UPDATE cases SET x = 1\");"_s, sql);
    row("query in a raw string", u"app/cli/a.cpp"_s, u"f(uR\"sql(\n  SELECT \"x\"\n  FROM y)sql\"_s);"_s, sql);
    row("pragma in a macro", u"model/report/a.h"_s, u"#define SETTING \"PRAGMA foreign_keys = ON\""_s, sql);
    row("table in ui", u"ui/a.cpp"_s, u"f(\"CREATE VIRTUAL TABLE t USING fts5(x)\");"_s, sql);

    const QString section = u"section numbers come from the catalogue"_s;
    row("section", u"model/reasoning/a.cpp"_s, u"return u\"s 10(1)\"_s;"_s, section);
    row("section with letters", u"ui/result/a.cpp"_s, u"label->setText(tr(\"Approval under s 14A is needed\"));"_s,
        section);
    row("sections", u"app/cli/a.cpp"_s, u"out << \"see ss 10 and 11\";"_s, section);
    row("section, in full", u"model/report/a.cpp"_s, u"f(\"Section 14A of the Act\");"_s, section);
    row("regulation", u"model/report/a.cpp"_s, u"f(\"permission (reg 13E)\");"_s, section);
    row("section sign", u"model/report/a.cpp"_s, u"f(u\"§ 58\"_s);"_s, section);
    row("non-breaking space", u"model/report/a.cpp"_s, u"f(u\"s\u00a058\"_s);"_s, section);

    const QString entry = u"entry codes come from the catalogue"_s;
    row("entry", u"model/reasoning/a.cpp"_s, u"if (code == u\"5A002\") {}"_s, entry);
    row("entry and paragraph", u"ui/a.cpp"_s, u"f(\"such as 3E001.a\");"_s, entry);
    row("munitions", u"app/cli/a.cpp"_s, u"f(\"ML21\");"_s, entry);
    row("after an odd number", u"model/reasoning/a.cpp"_s, u"f(1'000'000, 'x', '\"', \"5D002\");"_s, entry);
    row("after a comment", u"model/reasoning/a.cpp"_s, u"/* it's \" */ f(\"5D002\"); // \"never ends"_s, entry);
}

void TestLayout::wrongIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, complaint);

    const QStringList found = complaints(path, spdx + line + u'\n', m_qt);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(u"line 3: "), qPrintable(found.first()));
    QVERIFY2(found.first().contains(complaint), qPrintable(found.first()));
}

void TestLayout::rightIsLeftAlone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    const auto row = [](const char *name, const QString &path, const QString &line) {
        QTest::newRow(name) << path << line;
    };

    row("down", u"app/cli/a.cpp"_s, u"#include \"catalogue/store/catalogue.h\""_s);
    row("beside", u"model/report/a.cpp"_s, u"#include \"model/assessment/document.h\""_s);
    row("own room", u"catalogue/language/a.cpp"_s, u"#include \"catalogue/language/a.h\""_s);
    row("compiler writes the store", u"catalogue/compiler/a.cpp"_s, u"#include \"catalogue/store/writer.h\""_s);
    row("store reads the language", u"catalogue/store/a.cpp"_s, u"#include \"catalogue/language/parser.h\""_s);
    row("widgets in ui", u"ui/window.h"_s, u"#include <QMainWindow>"_s);
    row("widgets in app", u"app/desktop/main.cpp"_s, u"#include <QApplication>"_s);
    row("pictures in model", u"model/report/a.cpp"_s, u"#include <QTextDocument>"_s);
    row("Core in ui/models", u"ui/models/a.h"_s, u"#include <QAbstractItemModel>"_s);
    row("SQL in store", u"catalogue/store/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("query in register", u"model/register/sqlite/a.cpp"_s, u"f(\"SELECT id FROM cases\");"_s);
    row("select, the word", u"ui/a.cpp"_s, u"f(tr(\"Select what you send, insert a note, update it\"));"_s);
    row("in comments", u"model/reasoning/a.cpp"_s, u"// s 10(1) and 5A002; SELECT x\n/* #include <QWidget> */"_s);
    row("seconds", u"app/cli/a.cpp"_s, u"f(\"took 10 s 5\", \"it's 10 pages\", \"%1 s 20\");"_s);
    row("section of a page", u"ui/a.cpp"_s, u"f(\"section 5 of 7\", \"Sections 2\");"_s);
    row("a code as an example", u"catalogue/compiler/a.cpp"_s, u"f(\"a code, as 5A001.b.1\");"_s);
    row("digits and letters", u"model/a.cpp"_s, u"f(\"0x5A002F\", \"15A0021\", \"HTML5\", \"XML10\");"_s);
    row("a generated header", u"ui/a.cpp"_s, u"#include \"a.moc\""_s);
    row("macro over lines", u"ui/a.h"_s, u"#define A(x) \\\n    f('\\'', \"\\\"\", x)"_s);
}

void TestLayout::rightIsLeftAlone()
{
    QFETCH(QString, path);
    QFETCH(QString, line);

    QCOMPARE(complaints(path, spdx + line + u'\n', m_qt), QStringList());
}

// REUSE-IgnoreStart
void TestLayout::headerIsRequired()
{
    const QString path = u"model/reasoning/a.h"_s;
    QCOMPARE(complaints(path, spdx, m_qt).size(), 0);
    QCOMPARE(complaints(path, u"#pragma once\n"_s, m_qt).size(), 2);
    QCOMPARE(complaints(path, u"// SPDX-FileCopyrightText: 2026 Clearway contributors\n"_s, m_qt).size(), 1);
    QCOMPARE(complaints(path, QString(spdx).replace(u"GPL-3.0-or-later"_s, u"MIT"_s), m_qt).size(), 1);
    QCOMPARE(complaints(path, QString(10, u'\n') + spdx, m_qt).size(), 2);
}
// REUSE-IgnoreEnd

void TestLayout::longFileIsFound()
{
    const QString longest = spdx + QString(798, u'\n');
    QCOMPARE(complaints(u"model/a.cpp"_s, longest, m_qt).size(), 0);
    QCOMPARE(complaints(u"model/a.cpp"_s, longest + u'\n', m_qt).size(), 1);
    QCOMPARE(complaints(u"model/a.cpp"_s, longest + u"int a;"_s, m_qt).size(), 1);
    QCOMPARE(complaints(u"catalogue/store/schema.sql"_s, longest + u'\n', m_qt).size(), 1);
    QCOMPARE(complaints(u"catalogue/dsgl/3a.yaml"_s, longest + u'\n', m_qt).size(), 0);
}

void TestLayout::linesAreCounted()
{
    const Scanned scanned = scan(u"#include <a>\n"
                                 "/* two\n lines */ f(R\"(\n\n)\", \"b\");\n"
                                 "#include \"c.h\"\n"_s);
    QCOMPARE(scanned.includes.size(), 2);
    QCOMPARE(scanned.includes.at(1).text, u"\"c.h\""_s);
    QCOMPARE(scanned.includes.at(1).line, 6);
    QCOMPARE(scanned.literals.size(), 2);
    QCOMPARE(scanned.literals.at(0).line, 3);
    QCOMPARE(scanned.literals.at(0).text, u"\n\n"_s);
    QCOMPARE(scanned.literals.at(1).line, 5);
    QCOMPARE(scanned.literals.at(1).text, u"b"_s);
}

void TestLayout::file_data()
{
    QTest::addColumn<QString>("path");

    const QDir top(QStringLiteral(CLEARWAY_SOURCE_DIR));
    for (const QString &layer : {u"catalogue"_s, u"model"_s, u"ui"_s, u"app"_s}) {
        QStringList paths;
        QDirIterator files(top.filePath(layer), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            paths.append(top.relativeFilePath(files.next()));
        }
        QVERIFY2(!paths.isEmpty(), qPrintable(layer + u" has no files"_s));
        paths.sort();
        for (const QString &path : paths) {
            QTest::newRow(qPrintable(path)) << path;
        }
    }
}

/// The customer fixed what stands at the top; what is built lies beside it in a checkout.
void TestLayout::topLevel()
{
    QStringList fixed{
        u"CMakeLists.txt"_s, u"app"_s,          u"model"_s,           u"ui"_s,        u"catalogue"_s,
        u"translations"_s,   u"tests"_s,        u"packaging"_s,       u"README.md"_s, u"CMakePresets.json"_s,
        u"LICENSE"_s,        u"CHANGELOG.md"_s, u"CONTRIBUTING.md"_s, u"build"_s};
    fixed << u"LICENSES"_s << u"REUSE.toml"_s; // the names that REUSE wants
    const QStringList found =
        QDir(QStringLiteral(CLEARWAY_SOURCE_DIR)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : found)
        QVERIFY2(fixed.contains(name), qPrintable(name));
}

void TestLayout::file()
{
    QFETCH(QString, path);

    QFile file(QDir(QStringLiteral(CLEARWAY_SOURCE_DIR)).filePath(path));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const QStringList found = complaints(path, QString::fromUtf8(file.readAll()), m_qt);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayout)

#include "tst_layout.moc"
