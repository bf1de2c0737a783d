// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assess.h"
#include "model/report/report.h"
#include "ui/resultpage.h"
#include "ui/surroundings.h"

#include <QObject>

#include <optional>

namespace clearway::ui {

class OfficeReadings;
class RecordKeeping;
class Session;

/// Where results are made and filed: works out what the session's answers come to, opens records from the register and
/// from files, shows them on the result page, and carries them to files, to the printer and into the register.
class ResultDesk final : public QObject {
    Q_OBJECT
public:
    /// All of them must outlive it.
    ResultDesk(const Surroundings &with, Session &session, const OfficeReadings &readings, ResultPage &page,
               QObject *parent = nullptr);

    /// The result of the session, or what it has filed. The page stays as it is until that is there.
    void workOut();
    /// A record from a PDF or JSON file; it becomes the session's where it is a case of the register.
    void openFile(const QString &path);
    /// Nothing is shown any more, and nothing that is still being worked out will be.
    void clear();
    /// What is on the page; empty: nothing yet.
    const std::optional<assessment::Assessment> &shown() const { return m_shown; }
    /// Other rules apply since it was made.
    bool isStale() const { return m_isStale; }

Q_SIGNALS:
    /// A result is on the page.
    void ready();
    /// There is none; why, in a sentence.
    void failed(const QString &message);
    /// A record of that title came from a file.
    void fileOpened(const QString &title);
    void fileRefused(const QString &message);
    /// The session is a draft again, to be answered further.
    void revisionBegun();

private:
    void showFiled();
    void present(const assessment::Assessment &assessment, const ResultPage::View &view, bool own = true);
    assessment::AssessOptions assessOptions(bool finish) const;
    report::ReportOptions printOptions() const;
    void keepAbout(const assessment::About &about);
    void keepPermits(const QList<assessment::PermitHeld> &permits);
    void save(RecordFormat format);
    void print();
    void finish();
    void file(const assessment::Assessment &assessment);
    void newRevision();

    Surroundings m_with;
    Session &m_session;
    const OfficeReadings &m_readings;
    ResultPage &m_page;
    RecordKeeping *m_keeping;
    int m_generation = 0; ///< a result of an earlier one was overtaken
    std::optional<assessment::Assessment> m_shown;
    bool m_isStale = false;
    bool m_isOwn = true; ///< it is the session's, not only a file's
};

} // namespace clearway::ui
