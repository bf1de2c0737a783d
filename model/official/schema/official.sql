-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The official text that a user imported: one instrument. An import replaces all of it, so that there are no steps from
-- version to version: a database of an older version is made anew by the next import.

CREATE TABLE instrument (
    only_one    INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    title       TEXT NOT NULL,
    register_id TEXT NOT NULL,
    made        TEXT NOT NULL, -- ISO date, or empty
    format      TEXT NOT NULL CHECK (format IN ('docx', 'epub')),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    imported    TEXT NOT NULL  -- ISO, UTC
) STRICT;

CREATE TABLE entry (
    position  INTEGER NOT NULL PRIMARY KEY, -- as printed, from 0
    code      TEXT NOT NULL UNIQUE,
    paragraph INTEGER NOT NULL,
    wording   TEXT NOT NULL
) STRICT;

CREATE TABLE note (
    entry     INTEGER NOT NULL REFERENCES entry (position),
    position  INTEGER NOT NULL, -- within the entry, from 0
    kind      TEXT NOT NULL CHECK (kind IN ('note', 'technical', 'nb', 'table')),
    paragraph INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE other (
    position  INTEGER NOT NULL PRIMARY KEY,
    place     TEXT NOT NULL CHECK (place IN ('before', 'heading', 'unmatched', 'after')),
    paragraph INTEGER NOT NULL,
    text      TEXT NOT NULL
) STRICT;
