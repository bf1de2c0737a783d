// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/readassessment.h"

namespace clearway::assessment {

/// Reads the members of a JSON object that is not trusted. The first member that is missing or of another type is put
/// into `problem`, with its path and what was expected; what is read then is empty, and reading may go on.
class MemberReader {
public:
    /// `problem` must outlive the reader.
    MemberReader(QJsonObject object, QString path, std::optional<DocumentProblem> &problem);

    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    QJsonValue value(QLatin1StringView name) const { return m_object.value(name); }
    const QJsonObject &json() const { return m_object; }
    const QString &path() const { return m_path; }

    QString text(QLatin1StringView name);
    QString optionalText(QLatin1StringView name);
    int number(QLatin1StringView name, int least, int most);
    bool flag(QLatin1StringView name);
    QDate optionalDate(QLatin1StringView name);
    QDateTime optionalMoment(QLatin1StringView name);
    QStringList texts(QLatin1StringView name);
    MemberReader object(QLatin1StringView name);
    QList<MemberReader> objects(QLatin1StringView name);
    void fail(QLatin1StringView name, const QString &expected);

private:
    QJsonObject m_object;
    QString m_path;
    std::optional<DocumentProblem> *m_problem;
};

} // namespace clearway::assessment
