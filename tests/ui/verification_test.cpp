// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A rule read beside the text of the law, with real fields and buttons; and what the window makes of it.
#include "ui/countrylisteditor.h"
#include "ui/models/rulelistmodel.h"
#include "ui/officereadings.h"
#include "ui/officialtexts.h"
#include "ui/prooftree.h"
#include "ui/rulepage.h"
#include "ui/verificationpanel.h"

#include "officialtesting.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::officialtest;
using namespace clearway::uitest;

class VerificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verified();
    void needsWhoAndWhich();
    void saysSomethingElse();
    void withTheTextBesideIt();
    void countriesAreCorrected();
    void unknownSubjects();
    void theSessionFollows();
    void besideTheRule();
    void isThereAfterARestart();
    void savingFails();

private:
    overlay::NamedRule m_rule; ///< of 2024, unverified, with a section that the small Act has
};

/// The panel in a window of its own, beside the program's.
struct Shown {
    explicit Shown(WindowFixture &at)
        : panel(at.window().readings(), at.window().official())
    {
        panel.setToday(QDate(2026, 3, 1));
        panel.resize(700, 800);
        panel.show();
    }
    template<typename T>
    T *find(const char *name) const
    {
        for (T *widget : panel.findChildren<T *>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    QString text(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        QVERIFY(edit);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void click(const char *name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void sign() const
    {
        type("readBy", u"Rita Reader"_s);
        type("readCompilation", u"compilation 9"_s);
    }
    ui::VerificationPanel panel;
};

void VerificationTest::initTestCase()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const QList<overlay::NamedRule> all = overlay::namedRules(at.rules());
    for (const overlay::NamedRule &rule : all)
        if (rule.name.state == "2024"_L1 && !rule.verified && rule.cite.contains(u"s 10A"_s)
            && rule.name.rule.contains(u'/'))
            m_rule = rule;
    QVERIFY(!m_rule.cite.isEmpty());
}

void VerificationTest::verified()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    QCOMPARE(shown.text("subjectTitle"), m_rule.title);
    QVERIFY2(shown.text("ruleGrade").contains(u"Unverified"_s), qPrintable(shown.text("ruleGrade")));
    QVERIFY(shown.text("toBeRead").contains(m_rule.cite));
    QVERIFY(shown.text("ruleSays").contains(m_rule.says));
    QVERIFY(!shown.find<QPushButton>("withdrawReading"));
    shown.sign();
    shown.type("readNote", u"Read twice"_s);
    QSignalSpy changed(&at.window().readings(), &ui::OfficeReadings::changed);
    shown.click("saysThis");
    QCOMPARE(changed.count(), 1);
    const QString line = shown.text("officeReading");
    for (const QString &word : {u"Rita Reader"_s, u"2026-03-01"_s, u"compilation 9"_s, u"Read twice"_s, u"✓"_s})
        QVERIFY2(line.contains(word), qPrintable(line));
    QCOMPARE(shown.find<QLineEdit>("readNote")->text(),
             QString()); // it belongs to what was read, not to what comes next
    const auto kept = at.cases().overlay();
    QVERIFY(kept && kept->size() == 1);
    QCOMPARE(kept->rules().first().said, m_rule.says);
    QVERIFY(overlay::ruleNamed(*at.window().readings().office().rules, m_rule.name)->verified);
    // The next rule is read by the same person.
    shown.panel.showRule({u"2024"_s, m_rule.name.rule.section(u'/', 0, 0) + u"/none"_s});
    shown.panel.showRule(m_rule.name);
    QCOMPARE(shown.find<QLineEdit>("readBy")->text(), u"Rita Reader"_s);
    shown.click("withdrawReading");
    QVERIFY(at.cases().overlay()->isEmpty());
    QVERIFY(!shown.find<QLabel>("officeReading"));
    QCOMPARE(at.cases().readings()->size(), 2);
    QVERIFY(!overlay::ruleNamed(*at.window().readings().office().rules, m_rule.name)->verified);
}

void VerificationTest::needsWhoAndWhich()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    shown.click("saysThis");
    QVERIFY2(shown.text("readingMessage").contains(u"who"_s), qPrintable(shown.text("readingMessage")));
    shown.type("readBy", u"  "_s);
    shown.type("readCompilation", u"9"_s);
    shown.click("saysThis");
    QVERIFY(at.cases().overlay()->isEmpty());
}

void VerificationTest::saysSomethingElse()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    shown.sign();
    shown.click("saysElse");
    QVERIFY2(shown.text("readingMessage").contains(u"note"_s), qPrintable(shown.text("readingMessage")));
    QVERIFY(at.cases().overlay()->isEmpty());
    shown.type("readNote", u"Only for kites"_s);
    shown.click("saysElse");
    QVERIFY(shown.text("officeReading").contains(u"✗"_s) && shown.text("officeReading").contains(u"Only for kites"_s));
    QVERIFY(!overlay::ruleNamed(*at.window().readings().office().rules, m_rule.name)->verified);
}

void VerificationTest::withTheTextBesideIt()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    QVERIFY2(shown.text("missingLaw").contains(u"Defence Trade Controls Act 2012"_s),
             qPrintable(shown.text("missingLaw")));
    QSignalSpy wanted(&shown.panel, &ui::VerificationPanel::importWanted);
    shown.click("importLaw");
    QCOMPARE(wanted.count(), 1);
    const QString path = at.folder() + u"/act.html"_s;
    QVERIFY(writeFile(path, html(smallAct())));
    QSignalSpy finished(&at.window().official(), &ui::OfficialTexts::finished);
    at.window().official().import(path);
    QVERIFY(finished.count() > 0 || finished.wait(20000));
    QVERIFY2(!finished.first()[1].toBool(), qPrintable(finished.first()[0].toString()));
    QVERIFY(finished.first()[0].toString().contains(u"compilation 9"_s));
    QTRY_COMPARE(shown.text("lawHeading"), u"10A  Handing over hoops"_s);
    QVERIFY(shown.find<QLineEdit>("readCompilation")->text().contains(u"compilation 9 of 2024-10-14"_s));
    // It is there after a restart.
    at.restart();
    QTRY_VERIFY_WITH_TIMEOUT(!at.window().official().laws().isEmpty(), 20000);
    QCOMPARE(at.window().official().find(u"s 10A"_s, u"2024"_s).sections.size(), 1);
}

void VerificationTest::countriesAreCorrected()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showGroup(u"foreign_country_list"_s);
    auto *list = shown.find<QListWidget>("groupCountries");
    QVERIFY(list);
    const int before = list->count();
    QCOMPARE(before, at.rules().countryGroups[u"foreign_country_list"_s].countries.size());
    QVERIFY(!shown.find<QPushButton>("saysElse"));
    shown.type("addedCountry", u"Estonia"_s);
    shown.click("addCountry");
    QCOMPARE(list->count(), before + 1);
    shown.type("addedCountry", u"ee"_s);
    shown.click("addCountry");
    QVERIFY(shown.text("countryMessage").contains(u"already"_s));
    shown.type("addedCountry", u"Narnia"_s);
    shown.click("addCountry");
    QVERIFY(shown.text("countryMessage").contains(u"Narnia"_s));
    QCOMPARE(list->count(), before + 1);
    const QList<QListWidgetItem *> found = list->findItems(u"Argentina"_s, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QVERIFY(!shown.find<QPushButton>("removeCountry")->isEnabled());
    list->scrollToItem(found.first());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(found.first()).center());
    shown.click("removeCountry");
    QCOMPARE(list->count(), before);
    shown.sign();
    shown.click("saysThis");
    QVERIFY(shown.text("officeReading").contains(u"Corrected by Rita Reader"_s));
    const QStringList now = at.window().readings().office().rules->countryGroups[u"foreign_country_list"_s].countries;
    QVERIFY(now.contains(u"EE"_s) && !now.contains(u"AR"_s));
    QVERIFY(at.rules().countryGroups[u"foreign_country_list"_s].countries.contains(u"AR"_s)); // the catalogue's own
}

void VerificationTest::unknownSubjects()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showRule({u"1999"_s, u"none"_s});
    shown.panel.showGroup(u"none"_s);
    QVERIFY(!shown.find<QPushButton>("saysThis"));
}

void VerificationTest::theSessionFollows()
{
    WindowFixture at;
    ui::Session *session = at.window().session();
    ui::Beginning beginning;
    beginning.title = u"A hoop"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Hoop"_s}};
    QVERIFY(session->begin(beginning));
    const auto before = session->sharedRules();
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    shown.sign();
    QSignalSpy concluded(session, &ui::Session::concluded);
    shown.click("saysThis");
    QVERIFY(session->sharedRules() != before);
    QVERIFY(overlay::ruleNamed(session->rules(), m_rule.name)->verified);
    QVERIFY(concluded.count() > 0 || concluded.wait(20000));
    QVERIFY(session->isOpen());
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().showResult();
    QVERIFY(ready.count() > 0 || ready.wait(30000));
}

// On the page of the rules: the panel stands beside the rule that is shown, and the page says what was read.
void VerificationTest::besideTheRule()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    at.window().showRules();
    ui::RulePage &page = at.window().rulePage();
    const auto *side = page.findChild<QWidget *>(u"ruleSide"_s);
    QVERIFY(side && !side->isVisible()); // a provision is not read as one rule
    const auto *list = page.findChild<ui::ProofTree *>(u"ruleList"_s);
    const auto unverified = [list] {
        return list->model()->index(0, 0).data(ui::RuleListModel::UnverifiedRole).toInt();
    };
    const int before = unverified();
    const QStringList path = m_rule.name.rule.split(u'/');
    const auto *law = at.rules().state(m_rule.name.state);
    const auto provision = std::ranges::find(law->provisions, path.front(), &language::Provision::id);
    const bool element = std::ranges::contains(provision->elements, path.back(), &language::Element::id);
    using enum language::RuleAddress::Kind;
    page.showRule({element ? Element : Exception, m_rule.name.state, path.front(), path.back()});
    QVERIFY(side->isVisible());
    const auto *doubt = page.findChild<QWidget *>(u"ruleDoubt"_s);
    QVERIFY(doubt->isVisible());
    QCOMPARE(page.findChild<QLabel *>(u"subjectTitle"_s)->text(), m_rule.title);
    QTest::keyClicks(at.find<QLineEdit>(u"readBy"_s), u"Rita Reader"_s);
    QTest::keyClicks(at.find<QLineEdit>(u"readCompilation"_s), u"compilation 9"_s);
    QVERIFY(at.click(u"saysThis"_s));
    QVERIFY(at.find<QLabel>(u"officeReading"_s)->text().contains(u"Rita Reader"_s));
    QVERIFY(!doubt->isVisible());
    QCOMPARE(unverified(), before - 1);
    QVERIFY(at.click(u"withdrawReading"_s));
    QVERIFY(doubt->isVisible());
    QCOMPARE(unverified(), before);
    // A list of countries has the same place.
    page.showRule({Countries, m_rule.name.state, {}, u"foreign_country_list"_s});
    QVERIFY(at.find<ui::CountryListEditor>({}));
    page.showRule({Provision, m_rule.name.state, {}, path.front()});
    QVERIFY(!side->isVisible());
}

void VerificationTest::isThereAfterARestart()
{
    WindowFixture at;
    {
        Shown shown(at);
        shown.panel.showRule(m_rule.name);
        shown.sign();
        shown.click("saysThis");
    }
    at.restart();
    QVERIFY(overlay::ruleNamed(at.window().session()->rules(), m_rule.name)->verified);
    QCOMPARE(at.window().readings().office().overlay.size(), 1);
}

void VerificationTest::savingFails()
{
    WindowFixture at;
    Shown shown(at);
    shown.panel.showRule(m_rule.name);
    QVERIFY(shown.find<QLineEdit>("readBy"));
    Q_EMIT at.window().readings().failed(u"the disk is full"_s);
    QVERIFY2(shown.text("readingMessage").contains(u"disk is full"_s), qPrintable(shown.text("readingMessage")));
}

QTEST_MAIN(VerificationTest)
#include "verification_test.moc"
