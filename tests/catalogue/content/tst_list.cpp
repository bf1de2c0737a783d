// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list as a whole: that every position of it is there, with the parts that every position needs.
#include "catalogue/language/condition.h"

#include "contentrules.h"

#include <QFile>
#include <QHash>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using language::Combination;
using language::Entry;

class TestList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsThere();
    void everyPositionHasACriterion();
    void everyPositionHasWords();
    void rowsOfTheSensitiveLists();
    void regimes();
    void crossReferences();
    void everyCategoryIsComplete();
    void definitions();
    void softwareSharesTheLimitsOfEquipment();
};

namespace {

struct Listed {
    QString code;
    bool reserved = false;
    bool sensitive = false;
    bool verySensitive = false;
};

/// The positions of the instrument in its order, with the rows of its two lists.
QList<Listed> instrument()
{
    QList<Listed> listed;
    QFile file(QStringLiteral(CLEARWAY_TEST_DATA "/list-codes.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(file.fileName()));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        listed.append({words.first(), words.contains(u"reserved"_s), words.contains(u"sensitive"_s),
                       words.contains(u"very-sensitive"_s)});
    }
    return listed;
}

QString regimeOf(const QString &code)
{
    if (code.startsWith("ML"_L1))
        return code.size() == 5 && code[2] == u'9' ? u"australia"_s : u"wassenaar"_s;
    const QChar digit = code[2];
    if (digit == u'9')
        return u"australia"_s;
    if (code[0] == u'0')
        return u"nsg"_s;
    switch (digit.unicode()) {
    case '0': return u"wassenaar"_s;
    case '1': return u"mtcr"_s;
    case '2': return u"nsg"_s;
    case '3': return u"australia_group"_s;
    default: return u"cwc"_s;
    }
}

} // namespace

void TestList::everyCodeIsThere()
{
    const QList<Listed> listed = instrument();
    QCOMPARE(listed.size(), 3826);
    QStringList expected;
    QStringList reserved;
    for (const Listed &one : listed)
        (one.reserved ? reserved : expected).append(one.code);
    QCOMPARE(expected.size(), 3701);
    QCOMPARE(reserved.size(), 125);

    QStringList held;
    QStringList heldReserved;
    for (const QString &code : contentRules().entryOrder) {
        const Entry &entry = *contentRules().entries.constFind(code);
        (entry.reserved ? heldReserved : held).append(code);
        const qsizetype dot = code.lastIndexOf(u'.');
        QCOMPARE(entry.parent, dot < 0 ? QString() : code.left(dot));
        QCOMPARE(entry.part, code.startsWith("ML"_L1) ? 1 : 2);
        QCOMPARE(entry.group, entry.part == 1 ? QString() : code.mid(1, 1));
    }
    for (QStringList *list : {&expected, &reserved, &held, &heldReserved})
        list->sort();
    QCOMPARE(held, expected);
    QCOMPARE(heldReserved, reserved);
}

void TestList::everyPositionHasACriterion()
{
    for (const Entry &entry : contentRules().entries) {
        if (entry.reserved)
            continue;
        QVERIFY2(entry.when || !entry.children.isEmpty(), qPrintable(entry.code));
        QVERIFY2((entry.combination == Combination::None) == entry.children.isEmpty(), qPrintable(entry.code));
        QVERIFY2(entry.combination != Combination::Examples || entry.when, qPrintable(entry.code));
    }
}

void TestList::everyPositionHasWords()
{
    for (const Entry &entry : contentRules().entries) {
        QVERIFY2(entry.title.size() > 1 && entry.title.size() <= 150, qPrintable(entry.code + u": "_s + entry.title));
        if (entry.reserved || !entry.parent.isEmpty())
            continue;
        QVERIFY2(!entry.summary.isEmpty(), qPrintable(entry.code));
        QVERIFY2(!entry.keywords.isEmpty(), qPrintable(entry.code));
    }
}

void TestList::rowsOfTheSensitiveLists()
{
    for (const Listed &one : instrument()) {
        const Entry &entry = *contentRules().entries.constFind(one.code);
        QVERIFY2(entry.sensitive == one.sensitive, qPrintable(one.code));
        QVERIFY2(entry.verySensitive == one.verySensitive, qPrintable(one.code));
        // A row that is narrower than its position says how, in words and as a condition.
        if (entry.sensitiveWhen || entry.verySensitiveWhen)
            QVERIFY2(!entry.sensitiveNote.isEmpty(), qPrintable(one.code));
    }
}

void TestList::regimes()
{
    for (const Entry &entry : contentRules().entries) {
        if (entry.parent.isEmpty() && !entry.reserved)
            QVERIFY2(entry.regime == regimeOf(entry.code), qPrintable(entry.code + u' ' + entry.regime));
    }
}

/// From equipment and material to the software and technology for it, and from those to something that they are for.
void TestList::crossReferences()
{
    // The charges are the one entry that no entry of software or technology of Part 2 names.
    const QStringList withoutKnowledge{u"1A008"_s};
    QHash<QString, QStringList> leadsTo; // by first level, with what the positions below it name
    for (const Entry &entry : contentRules().entries) {
        for (const QString &code : entry.references) {
            QVERIFY2(contentRules().entries.contains(code), qPrintable(entry.code + u" sees "_s + code));
            leadsTo[entry.code.section(u'.', 0, 0)].append(code);
        }
    }
    const auto isKnowledge = [](const QString &code) { return code[1] == u'D' || code[1] == u'E'; };
    for (const Entry &entry : contentRules().entries) {
        if (!entry.parent.isEmpty() || entry.reserved)
            continue;
        const QStringList others = leadsTo.value(entry.code);
        QVERIFY2(!others.isEmpty() || withoutKnowledge.contains(entry.code), qPrintable(entry.code));
        const bool isThing = entry.group == "A"_L1 || entry.group == "B"_L1 || entry.group == "C"_L1;
        if (isThing && !withoutKnowledge.contains(entry.code))
            QVERIFY2(std::ranges::any_of(others, isKnowledge), qPrintable(entry.code));
    }
}

void TestList::everyCategoryIsComplete()
{
    for (const language::Category &category : contentRules().categories)
        QVERIFY2(category.complete, qPrintable(category.id));
}

void TestList::definitions()
{
    QCOMPARE(contentRules().definitions.size(), 190);
    int unverified = 0;
    for (const language::Definition &definition : contentRules().definitions) {
        QVERIFY2(definition.text.size() > 20, qPrintable(definition.term));
        unverified += !definition.verified;
    }
    QVERIFY(unverified <= 3);
}

/// The algorithm limits stand with equipment and again with software that does its work: they may not drift apart.
void TestList::softwareSharesTheLimitsOfEquipment()
{
    const auto algorithms = [](const QString &code) {
        const language::ConditionPtr when = contentRules().entries.value(code).when;
        if (!when)
            return QString();
        const QString text = language::toText(*when);
        const qsizetype from = text.indexOf("algorithm_families has symmetric"_L1);
        const qsizetype to = text.indexOf(u')', text.indexOf("random_code"_L1));
        return from < 0 || to < 0 ? QString() : text.mid(from, to - from);
    };
    QVERIFY(!algorithms(u"5A002.a"_s).isEmpty());
    QCOMPARE(algorithms(u"5D002.c.1"_s), algorithms(u"5A002.a"_s));
}

QTEST_GUILESS_MAIN(TestList)
#include "tst_list.moc"
