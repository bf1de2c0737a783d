-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The register, another version: what the office has read beside the text of the law. Each event names its subject and holds
-- the reading, or nothing where it was withdrawn; the overlay is what the last event of each subject says.

CREATE TABLE readings (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    at TEXT NOT NULL,
    who TEXT NOT NULL, -- as the operating system knows the user; who has read stands in the reading
    what TEXT NOT NULL CHECK (what IN ('read', 'import', 'withdraw')),
    subject TEXT NOT NULL,
    reading TEXT,
    note TEXT NOT NULL, -- of a withdrawal: why, and who says so
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CHECK ((what = 'withdraw') = (reading IS NULL))
) STRICT;

-- The register's chain names these events as well, under a name that no case has: it cannot refer to the audit alone.

CREATE TABLE heads_of_all (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    case_id TEXT NOT NULL, -- "readings": an event of that table
    case_sequence INTEGER NOT NULL,
    case_head TEXT NOT NULL,
    previous TEXT NOT NULL,
    head TEXT NOT NULL,
    UNIQUE (case_id, case_sequence)
) STRICT;

INSERT INTO heads_of_all SELECT sequence, case_id, case_sequence, case_head, previous, head FROM heads ORDER BY sequence;

DROP TABLE heads;

ALTER TABLE heads_of_all RENAME TO heads;

CREATE TRIGGER heads_are_not_changed BEFORE UPDATE ON heads
BEGIN
    SELECT RAISE(ABORT, 'the heads are append-only');
END;

CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON heads
BEGIN
    SELECT RAISE(ABORT, 'the heads are append-only');
END;

CREATE TRIGGER heads_are_in_order BEFORE INSERT ON heads
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM heads)
BEGIN
    SELECT RAISE(ABORT, 'the heads have a row of this number or miss the one before');
END;

CREATE TRIGGER readings_are_not_changed BEFORE UPDATE ON readings
BEGIN
    SELECT RAISE(ABORT, 'the readings are append-only');
END;

CREATE TRIGGER readings_are_not_deleted BEFORE DELETE ON readings
BEGIN
    SELECT RAISE(ABORT, 'the readings are append-only');
END;

CREATE TRIGGER readings_are_in_order BEFORE INSERT ON readings
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM readings)
BEGIN
    SELECT RAISE(ABORT, 'the readings have an event of this number or miss the one before');
END;
