-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What comes after the outcome: reviews of finished revisions and the supply log of a case. Both only grow; a mistake in
-- the log is mended by an entry that replaces the mistaken one.

CREATE TABLE reviews (
    case_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL, -- who recorded it
    fingerprint TEXT NOT NULL, -- of the document that was reviewed
    finding TEXT NOT NULL CHECK (finding IN ('agrees', 'differs')),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    reviewed TEXT NOT NULL, -- the day of the review, "2026-01-31"
    note TEXT NOT NULL,
    PRIMARY KEY (case_id, number),
    FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
) STRICT;

CREATE TABLE supply_log (
    case_id TEXT NOT NULL REFERENCES cases (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    at TEXT NOT NULL,
    who TEXT NOT NULL, -- who wrote it
    replaces INTEGER CHECK (replaces < number),
    struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
    goods TEXT NOT NULL,
    permit TEXT NOT NULL,
    recipient TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL, -- empty: it goes on
    how TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (case_id, number),
    UNIQUE (case_id, replaces),
    FOREIGN KEY (case_id, replaces) REFERENCES supply_log (case_id, number),
    CHECK (struck = 0 OR replaces IS NOT NULL)
) STRICT;

CREATE TRIGGER reviews_are_of_finished BEFORE INSERT ON reviews
WHEN (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) <> 'finished'
BEGIN
    SELECT RAISE(ABORT, 'only a finished revision is reviewed');
END;

CREATE TRIGGER reviews_are_in_order BEFORE INSERT ON reviews
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM reviews WHERE case_id = NEW.case_id)
BEGIN
    SELECT RAISE(ABORT, 'there is a review of this number or the one before is missing');
END;

CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review does not change');
END;

CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review does not change');
END;

CREATE TRIGGER supply_log_is_in_order BEFORE INSERT ON supply_log
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM supply_log WHERE case_id = NEW.case_id)
BEGIN
    SELECT RAISE(ABORT, 'the supply log has an entry of this number or misses the one before');
END;

CREATE TRIGGER supply_log_is_not_changed BEFORE UPDATE ON supply_log
BEGIN
    SELECT RAISE(ABORT, 'the supply log is append-only');
END;

CREATE TRIGGER supply_log_is_not_deleted BEFORE DELETE ON supply_log
BEGIN
    SELECT RAISE(ABORT, 'the supply log is append-only');
END;
