// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

namespace {

/// Writes random conditions of every construct, with brackets where chance wants them.
class RandomCondition {
public:
    explicit RandomCondition(quint32 seed)
        : m_random(seed)
    {}

    QString condition(int depth, bool atPoint = false)
    {
        if (depth <= 0 || chance(4))
            return leaf(atPoint);
        switch (m_random.bounded(8)) {
        case 0:
        case 1: return joined(u" and "_s, depth, atPoint);
        case 2:
        case 3: return joined(u" or "_s, depth, atPoint);
        case 4: return u"not "_s + condition(depth - 1, atPoint);
        case 5: return u"("_s + condition(depth - 1, atPoint) + u")"_s;
        case 6: return (chance(2) ? u"all("_s : u"any("_s) + list(depth, atPoint) + u")"_s;
        default:
            if (atPoint)
                return leaf(atPoint);
            return u"at some point (point_power > "_s + literal(u"W"_s) + u" and ("_s + condition(depth - 1, true)
                   + u"))"_s;
        }
    }

private:
    bool chance(int of) { return m_random.bounded(of) == 0; }
    QString oneOf(const QStringList &choices) { return choices.at(m_random.bounded(choices.size())); }

    QString joined(const QString &word, int depth, bool atPoint)
    {
        QStringList parts;
        for (int i = 2 + m_random.bounded(3); i > 0; --i)
            parts.append(condition(depth - 1, atPoint));
        return parts.join(word);
    }

    QString list(int depth, bool atPoint)
    {
        QStringList parts;
        for (int i = 1 + m_random.bounded(3); i > 0; --i)
            parts.append(condition(depth - 1, atPoint));
        return parts.join(u", "_s);
    }

    QString literal(const QString &unit)
    {
        QString number = QString::number(1 + m_random.bounded(5000));
        if (chance(3))
            number += u"."_s + QString::number(m_random.bounded(1000));
        if (chance(5))
            number += u"e"_s + QString::number(m_random.bounded(30) - 15);
        return unit.isEmpty() ? number : QString(number + u" "_s + unit);
    }

    QString length(int depth)
    {
        if (depth <= 0 || chance(3))
            return oneOf({u"length"_s, u"other_length"_s, literal(oneOf({u"m"_s, u"um"_s, u"inch"_s, u"km"_s}))});
        switch (m_random.bounded(9)) {
        case 0: return length(depth - 1) + u" + "_s + length(depth - 1);
        case 1: return length(depth - 1) + u" - "_s + length(depth - 1);
        case 2: return u"("_s + length(depth - 1) + u")"_s;
        case 3: return u"("_s + length(depth - 1) + u") * "_s + literal({});
        case 4: return u"("_s + length(depth - 1) + u") / ("_s + length(depth - 1) + u") * other_length"_s;
        case 5: return u"min("_s + length(depth - 1) + u", "_s + length(depth - 1) + u")"_s;
        case 6: return u"max("_s + length(depth - 1) + u", "_s + length(depth - 1) + u", 3 mm)"_s;
        case 7: return u"sqrt(("_s + length(depth - 1) + u")^2)"_s;
        default: return u"root(3, area * ("_s + length(depth - 1) + u"))"_s;
        }
    }

    QString sign() { return oneOf({u" < "_s, u" <= "_s, u" = "_s, u" != "_s, u" >= "_s, u" > "_s}); }

    QString leaf(bool atPoint)
    {
        const QString negated = chance(2) ? u"not "_s : QString();
        switch (m_random.bounded(14)) {
        case 0: return oneOf({u"true"_s, u"false"_s, u"gives_access"_s, u"meets.5A001.b.4"_s, u"public_domain"_s});
        case 1: return oneOf({u"\"5A001\""_s, u"\"ML10.a\""_s, u"listed_as is empty"_s});
        case 2: return u"origin is "_s + negated + oneOf({u"own"_s, u"any of (own, third_party)"_s, u"any"_s});
        case 3:
            return u"medium has "_s + negated + oneOf({u"email"_s, u"any of (speech, email)"_s, u"all of (email)"_s});
        case 4: return u"medium is "_s + negated + oneOf({u"only email"_s, u"only (speech, email)"_s});
        case 5: return u"place is "_s + negated + oneOf({u"AU"_s, u"any of (AU, NZ, JP)"_s});
        case 6: return u"place in group sanctioned"_s;
        case 7:
            return u"listed_as "_s
                   + oneOf({u"within (\"5A001\", \"ML10.a\")"_s, u"in part 2"_s, u"in category 5P1"_s, u"in group D"_s,
                            u"in sensitive_list"_s});
        case 8: return u"conduct_date"_s + sign() + oneOf({u"2025-03-01"_s, u"2016-04-02"_s});
        case 9:
            return u"power"_s + sign()
                   + oneOf({u"20 dBm"_s, u"-3.5 dBW"_s, literal(u"mW"_s), u"table erp_limit(frequency)"_s});
        case 10: return u"frequency "_s + negated + u"in "_s + oneOf({u"[1 GHz, 2 GHz)"_s, u"(1 MHz, 2.5 GHz]"_s});
        case 11: return atPoint ? QString(u"point_frequency"_s + sign() + literal(u"GHz"_s)) : u"ratio > 5 %"_s;
        default: return length(3) + sign() + length(3);
        }
    }

    QRandomGenerator m_random;
};

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

    const clearway::samples::SampleVocabulary m_vocabulary;

private Q_SLOTS:
    void canonicalTextGivesTheSameCondition()
    {
        RandomCondition random(20250301);
        int read = 0;
        for (int i = 0; i < 4000; ++i) {
            const QString text = random.condition(i % 6);
            const auto first = parseCondition(text, m_vocabulary);
            if (!first) {
                // the generator may exceed the degree of a formula, nothing else
                QVERIFY2(first.error().first().message.contains(u"multiplies too many"_s),
                         qPrintable(text + u'\n' + first.error().first().toText()));
                continue;
            }
            ++read;
            const QString canonical = toText(**first);
            const auto second = parseCondition(canonical, m_vocabulary);
            QVERIFY2(second, qPrintable(text + u'\n' + canonical
                                        + (second ? QString() : u'\n' + second.error().first().toText())));
            QVERIFY2(equal(**first, **second), qPrintable(text + u'\n' + canonical));
            QCOMPARE(toText(**second), canonical);
            QCOMPARE(factsOf(**second), factsOf(**first));
        }
        QVERIFY(read > 3500);
    }
};

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
