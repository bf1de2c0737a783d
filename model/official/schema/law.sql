-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Since version 2: Acts, regulations and other instruments that the user imported, several compilations of each. An
-- import replaces the one of the same title and compilation.

CREATE TABLE law (
    id          INTEGER NOT NULL PRIMARY KEY,
    title       TEXT NOT NULL,
    compilation TEXT NOT NULL, -- its number; empty where the document has none
    compiled    TEXT NOT NULL, -- ISO date, or empty
    register_id TEXT NOT NULL,
    made        TEXT NOT NULL, -- ISO date, or empty
    format      TEXT NOT NULL CHECK (format IN ('docx', 'epub', 'html', 'pdf')),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    imported    TEXT NOT NULL, -- ISO, UTC
    UNIQUE (title, compilation)
) STRICT;

CREATE TABLE section (
    law         INTEGER NOT NULL REFERENCES law (id),
    position    INTEGER NOT NULL, -- as printed, from 0
    number      TEXT NOT NULL,
    heading     TEXT NOT NULL,
    path        TEXT NOT NULL, -- the headings above it, one a line
    in_schedule INTEGER NOT NULL CHECK (in_schedule IN (0, 1)),
    PRIMARY KEY (law, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE section_line (
    law      INTEGER NOT NULL,
    section  INTEGER NOT NULL,
    position INTEGER NOT NULL, -- within the section, from 0
    label    TEXT NOT NULL,
    place    TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (law, section, position),
    FOREIGN KEY (law, section) REFERENCES section (law, position)
) STRICT, WITHOUT ROWID;
