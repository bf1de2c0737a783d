// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/source_text.h"
#include "catalogue/compiler/yaml_tree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::compiler;

namespace {

Document read(const QByteArray &bytes, QStringList &said)
{
    QList<language::SourceError> errors;
    Document document = readYaml({u"f.yaml"_s, bytes}, errors);
    for (const auto &error : errors)
        said.append(error.toText());
    return document;
}

} // namespace

class TestYamlTree : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTextsOrderAndPlaces();
    void refuses_data();
    void refuses();
    void refusesDeepAndWide_data();
    void refusesDeepAndWide();
    void tellsEveryDuplicateKey();
    void findsConditionsInTheFile_data();
    void findsConditionsInTheFile();
    void doesNotGuessPlaces_data();
    void doesNotGuessPlaces();
};

void TestYamlTree::keepsTextsOrderAndPlaces()
{
    QStringList said;
    const Document document =
        read("\xef\xbb\xbf# first\r\n---\r\nz: 1E001\r\n\"a\": ~\r\nlist:\r\n  - yes\r\n  - \"it''s\"\r\n", said);
    QCOMPARE(said, QStringList());
    QCOMPARE(document.root.kind, Node::Kind::Map);
    QCOMPARE(document.root.members.size(), size_t(3));
    const Member &first = document.root.members[0];
    QCOMPARE(first.key, u"z"_s);
    QCOMPARE(first.value.text, u"1E001"_s);
    QVERIFY(!first.value.quoted);
    QCOMPARE(first.value.at, (language::SourcePosition{u"f.yaml"_s, 3, 4}));
    QVERIFY(document.root.members[1].quotedKey);
    QCOMPARE(document.root.members[1].value.kind, Node::Kind::Empty);
    const Node &list = document.root.members[2].value;
    QCOMPARE(list.items.size(), size_t(2));
    QCOMPARE(list.items[0].text, u"yes"_s);
    QCOMPARE(list.items[1].text, u"it''s"_s);
    QCOMPARE(list.items[1].at, (language::SourcePosition{u"f.yaml"_s, 7, 5}));
}

void TestYamlTree::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &said) {
        QTest::newRow(name) << bytes << said;
    };
    row("anchor", "a: &x 1\n",
        u"f.yaml:1:4: this is an anchor; expected the text itself; a text that begins with & stands in quotes"_s);
    row("unknown alias", "a: *x\n",
        u"f.yaml:1:4: this is no YAML: the referenced anchor is not defined: x; expected block style"_s);
    row("tag", "a: !!str 1\n",
        u"f.yaml:1:4: this is a tag; expected the text itself; a text that begins with ! stands in quotes"_s);
    row("flow list", "µ: x\na: [1, 2]\n",
        u"f.yaml:2:4: this is flow style; expected block style; a text that begins with [ or { stands in quotes"_s);
    row("flow map", "µ: {}\n",
        u"f.yaml:1:4: this is flow style; expected block style; a text that begins with [ or { stands in quotes"_s);
    row("second document", "a: 1\n--- \nb: 2\n",
        u"f.yaml:2:1: a second document begins here; expected one document a file"_s);
    row("end of document", "a: 1\n...\n", u"f.yaml:2:1: a second document begins here; expected one document a file"_s);
    row("directive", "%YAML 1.2\n---\na: 1\n", u"f.yaml:1:1: this is a directive; expected the document itself"_s);
    row("zero byte", QByteArray("a: \0b", 5), u"f.yaml:1:4: there is a control character (U+0000); expected text"_s);
    row("end of transmission", "a: \x04", u"f.yaml:1:4: there is a control character (U+0004); expected text"_s);
    row("latin 1", "a: 1\nb: \xb5m\n", u"f.yaml:2:4: this is not UTF-8; expected a file saved as UTF-8"_s);
    row("cut UTF-8", "b: \xc2", u"f.yaml:1:4: this is not UTF-8; expected a file saved as UTF-8"_s);
    row("tab", "a:\n\tb: 1\n", u"f.yaml:2:1: the line is indented by a tab; expected spaces"_s);
    row("colon in text", "title: a: b\n",
        u"f.yaml:1:9: this is no YAML: illegal map value; expected one “key: text” a line; a text that holds “: ” stands in quotes or a | block"_s);
    row("columns", "a:\n    b: 1\n  c: 2\n",
        u"f.yaml:3:3: this is no YAML: end of map not found; expected the keys of one map in one column"_s);
    row("open quote", "a: \"x\nb: 1\n",
        u"f.yaml:1:4: a quote is not closed before the end of the file; expected the closing quote"_s);
    row("open single quote", "b: 'it''s'\na: 'x''\n",
        u"f.yaml:2:4: a quote is not closed before the end of the file; expected the closing quote"_s);
    row("open quote at the end", "a: \"x",
        u"f.yaml:1:6: this is no YAML: illegal EOF in scalar; expected the closing quote"_s);
    row("escaped quote", "a: \"x\\\"\n\n",
        u"f.yaml:1:4: a quote is not closed before the end of the file; expected the closing quote"_s);
    row("key is a list", "? - a\n: 1\n", u"f.yaml:1:3: a key is a map or a list; expected a text"_s);
    row("empty key", "\"\": 1\n", u"f.yaml:1:1: a key is empty; expected a text"_s);
}

void TestYamlTree::refuses()
{
    QFETCH(const QByteArray, bytes);
    QStringList said;
    read(bytes, said);
    QTEST(said.join(u'\n'), "said");
}

void TestYamlTree::refusesDeepAndWide_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("brackets") << QByteArray(100'000, '[');
    QTest::newRow("braces") << QByteArray("{a: ").repeated(100'000);
    QTest::newRow("brackets in a value") << QByteArray("a: ") + QByteArray(100'000, '[');
    QTest::newRow("lists in a line") << QByteArray("- ").repeated(100'000) + "a";
    QTest::newRow("questions in a line") << QByteArray("? ").repeated(100'000) + "a";
    QByteArray staircase;
    for (int depth = 0; depth < 500; ++depth)
        staircase += QByteArray(depth, ' ') + "a:\n";
    QTest::newRow("staircase") << staircase + QByteArray(500, ' ') + "b: 1\n";
    QTest::newRow("too large") << QByteArray("a: b\n").repeated(4'000'001);
}

void TestYamlTree::refusesDeepAndWide()
{
    QFETCH(const QByteArray, bytes);
    QStringList said;
    read(bytes, said);
    QCOMPARE(said.size(), 1);
}

void TestYamlTree::tellsEveryDuplicateKey()
{
    QStringList said;
    const Document document = read("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n", said);
    QCOMPARE(said, (QStringList{u"f.yaml:5:3: the key “c” is here twice; expected it once; the first is in line 3"_s,
                                u"f.yaml:6:1: the key “a” is here twice; expected it once; the first is in line 1"_s}));
    QCOMPARE(document.root.members.size(), size_t(2));
}

void TestYamlTree::findsConditionsInTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    // Where the word "here" of the condition stands in the file.
    QTest::newRow("plain") << QByteArray("µ: 1\nwhen: a here b\n") << 2 << 9;
    QTest::newRow("single quotes") << QByteArray("when: '\"µ\" here b'\n") << 1 << 12;
    QTest::newRow("double quotes") << QByteArray("when: \"a here\"\n") << 1 << 10;
    QTest::newRow("block") << QByteArray("x:\n  when: |\n    a\n      µ here\n    b\n") << 4 << 9;
    QTest::newRow("block after empty lines") << QByteArray("when: |  # why\n\n\n  a\n\n  here\n") << 6 << 3;
    QTest::newRow("block without line break") << QByteArray("when: |-\n  here") << 2 << 3;
}

void TestYamlTree::findsConditionsInTheFile()
{
    QFETCH(const QByteArray, bytes);
    QStringList said;
    const Document document = read(bytes, said);
    QCOMPARE(said, QStringList());
    const Node *node = &document.root;
    if (const Member *x = node->member(u"x"))
        node = &x->value;
    const auto text = SourceText::of(document, node->member(u"when")->value);
    QVERIFY(text);
    int line = 0;
    qsizetype column = -1;
    for (const QString &part : text->text().split(u'\n')) {
        ++line;
        column = part.indexOf("here"_L1);
        if (column >= 0)
            break;
    }
    const auto at = text->inFile(line, int(column) + 1);
    QTEST(at.line, "line");
    QTEST(at.column, "column");
}

void TestYamlTree::doesNotGuessPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("folded") << QByteArray("when: >-\n  a\n  b\n");
    QTest::newRow("two plain lines") << QByteArray("when: a\n  b\n");
    QTest::newRow("escapes") << QByteArray("when: \"a \\\"b\\\"\"\n");
    QTest::newRow("doubled quote") << QByteArray("when: 'a ''b'''\n");
}

void TestYamlTree::doesNotGuessPlaces()
{
    QFETCH(const QByteArray, bytes);
    QStringList said;
    const Document document = read(bytes, said);
    QCOMPARE(said, QStringList());
    QVERIFY(!SourceText::of(document, document.root.member(u"when")->value));
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
