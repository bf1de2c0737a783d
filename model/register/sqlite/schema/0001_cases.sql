-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The register, version 1: cases with revisions and answers, documents that never change, and the audit.
-- Times are UTC as "2026-01-31T09:30:00.000Z". JSON is canonical (RFC 8785).

CREATE TABLE register (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    id TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

-- One line of the list each: what it shows is repeated here from the current revision.
CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    search TEXT NOT NULL, -- title and reference with letters folded to one case
    state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
    outcome TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0), -- 0 only where removed
    started TEXT NOT NULL,
    changed TEXT NOT NULL,
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

CREATE INDEX cases_newest ON cases (changed DESC, id DESC) WHERE removed = 0;
CREATE INDEX cases_newest_by_state ON cases (state, changed DESC, id DESC) WHERE removed = 0;

CREATE TABLE revisions (
    case_id TEXT NOT NULL REFERENCES cases (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
    title TEXT NOT NULL,
    outcome TEXT NOT NULL,
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    started TEXT NOT NULL,
    shown TEXT, -- when a result was first put before the person
    about TEXT NOT NULL,
    structure TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    catalogue_version TEXT NOT NULL,
    finished TEXT,
    fingerprint TEXT,
    document BLOB,
    PRIMARY KEY (case_id, revision),
    CHECK ((state = 'finished') = (finished IS NOT NULL)),
    CHECK ((state = 'finished') = (fingerprint IS NOT NULL)),
    CHECK ((state = 'finished') = (document IS NOT NULL))
) STRICT;

CREATE TABLE answers (
    case_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    fact TEXT NOT NULL,
    holder TEXT NOT NULL, -- activity, item or recipient; empty for the case
    point INTEGER NOT NULL CHECK (point >= -1),
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    said_by TEXT NOT NULL,
    another_look INTEGER NOT NULL CHECK (another_look IN (0, 1)),
    PRIMARY KEY (case_id, revision, fact, holder, point),
    FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE late_changes (
    case_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    at TEXT NOT NULL,
    fact TEXT NOT NULL,
    holder TEXT NOT NULL,
    point INTEGER NOT NULL CHECK (point >= -1),
    before TEXT NOT NULL,
    after TEXT, -- absent: the answer was taken back
    reason TEXT NOT NULL,
    PRIMARY KEY (case_id, revision, number),
    FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    case_id TEXT NOT NULL REFERENCES cases (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, sequence)
) STRICT;

CREATE TABLE heads (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    case_id TEXT NOT NULL,
    case_sequence INTEGER NOT NULL,
    case_head TEXT NOT NULL,
    previous TEXT NOT NULL,
    head TEXT NOT NULL,
    UNIQUE (case_id, case_sequence),
    FOREIGN KEY (case_id, case_sequence) REFERENCES audit (case_id, sequence)
) STRICT;

CREATE TABLE catalogues (
    hash TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL,
    archived TEXT NOT NULL,
    content TEXT NOT NULL, -- SHA-256 over all other columns
    sources BLOB NOT NULL  -- compressed by zlib, preceded by their length
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- What is written once stays as it is. Insertion is guarded too, because REPLACE deletes.

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_in_order BEFORE INSERT ON audit
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit WHERE case_id = NEW.case_id)
BEGIN
    SELECT RAISE(ABORT, 'the audit has a row of this number or misses the one before');
END;

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

CREATE TRIGGER finished_is_not_changed BEFORE UPDATE ON revisions
WHEN OLD.state = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_is_not_deleted BEFORE DELETE ON revisions
WHEN OLD.state = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_is_not_replaced BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision)
BEGIN
    SELECT RAISE(ABORT, 'this revision is there already');
END;

CREATE TRIGGER finished_gets_no_answer BEFORE INSERT ON answers
WHEN (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_keeps_its_answers BEFORE UPDATE ON answers
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
    OR (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_loses_no_answer BEFORE DELETE ON answers
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_gets_no_late_change BEFORE INSERT ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_keeps_its_late_changes BEFORE UPDATE ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
    OR (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER finished_loses_no_late_change BEFORE DELETE ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;

CREATE TRIGGER cases_are_not_deleted BEFORE DELETE ON cases
BEGIN
    SELECT RAISE(ABORT, 'a case is removed from the list only');
END;

CREATE TRIGGER cases_keep_their_names BEFORE UPDATE OF id, reference ON cases
BEGIN
    SELECT RAISE(ABORT, 'a case keeps its id and reference');
END;

CREATE TRIGGER catalogues_are_not_changed BEFORE UPDATE ON catalogues
BEGIN
    SELECT RAISE(ABORT, 'an archived catalogue does not change');
END;

CREATE TRIGGER catalogues_are_not_deleted BEFORE DELETE ON catalogues
BEGIN
    SELECT RAISE(ABORT, 'an archived catalogue does not change');
END;
