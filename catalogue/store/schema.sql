-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The catalogue as one SQLite file: written once by the compiler, only read afterwards. Conditions stand as canonical
-- text, exact numbers and quantities as text; dates as YYYY-MM-DD. "position" keeps the order of the sources.
-- A semicolon ends a statement and stands nowhere else in this file.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    path TEXT PRIMARY KEY,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE TABLE kind (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    base_unit TEXT NOT NULL
) STRICT;

CREATE TABLE kind_dimension (
    kind TEXT NOT NULL REFERENCES kind (id),
    base TEXT NOT NULL,
    exponent INTEGER NOT NULL,
    PRIMARY KEY (kind, base)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES kind (id),
    logarithmic INTEGER NOT NULL CHECK (logarithmic IN (0, 1)),
    factor TEXT NOT NULL,
    zero_offset TEXT NOT NULL,
    divisor TEXT NOT NULL
) STRICT;

CREATE TABLE unit_alias (
    unit INTEGER NOT NULL REFERENCES unit (position),
    position INTEGER NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (unit, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    prompt TEXT NOT NULL,
    help TEXT NOT NULL,
    why TEXT NOT NULL,
    cite TEXT NOT NULL,
    cost INTEGER NOT NULL CHECK (cost BETWEEN 1 AND 1000),
    page TEXT NOT NULL,
    unit_kind TEXT REFERENCES kind (id),
    unit TEXT NOT NULL,
    measure TEXT NOT NULL,
    assumed TEXT NOT NULL,
    settled_by TEXT NOT NULL,
    derived INTEGER NOT NULL CHECK (derived IN (0, 1)),
    conduct INTEGER NOT NULL CHECK (conduct IN (0, 1))
) STRICT;

CREATE TABLE choice (
    fact TEXT NOT NULL REFERENCES fact (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    help TEXT NOT NULL,
    exclusive INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
    PRIMARY KEY (fact, position),
    UNIQUE (fact, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    key_kind TEXT NOT NULL REFERENCES kind (id),
    value_kind TEXT NOT NULL REFERENCES kind (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup_row (
    lookup TEXT NOT NULL REFERENCES lookup (id),
    position INTEGER NOT NULL,
    up_to TEXT NOT NULL,
    inclusive INTEGER NOT NULL CHECK (inclusive IN (0, 1)),
    value TEXT NOT NULL,
    PRIMARY KEY (lookup, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE country (
    code TEXT PRIMARY KEY CHECK (length(code) = 2),
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE country_group (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    instrument TEXT NOT NULL,
    as_at TEXT,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE country_group_member (
    country_group TEXT NOT NULL REFERENCES country_group (id),
    position INTEGER NOT NULL,
    country TEXT NOT NULL REFERENCES country (code),
    PRIMARY KEY (country_group, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    act TEXT NOT NULL,
    regulation TEXT NOT NULL,
    list TEXT NOT NULL,
    list_held INTEGER NOT NULL CHECK (list_held IN (0, 1)),
    operates_from TEXT,
    operates_until TEXT,
    note TEXT NOT NULL
) STRICT;

-- Without a state: a rule of the whole catalogue.
CREATE TABLE rule (
    position INTEGER PRIMARY KEY,
    state TEXT REFERENCES state (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    cite TEXT NOT NULL,
    grade TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    condition TEXT NOT NULL,
    UNIQUE (state, id)
) STRICT;

CREATE TABLE provision (
    position INTEGER PRIMARY KEY,
    state TEXT NOT NULL REFERENCES state (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    cite TEXT NOT NULL,
    regulates TEXT NOT NULL,
    operates_from TEXT,
    operates_until TEXT,
    requirement TEXT NOT NULL,
    requirement_kind TEXT NOT NULL CHECK (requirement_kind IN ('permit', 'approval', 'notification', 'stop', 'refer')),
    requirement_title TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    requirement_cite TEXT NOT NULL,
    steps TEXT NOT NULL,
    usual_time TEXT NOT NULL,
    UNIQUE (state, id)
) STRICT;

-- Elements of provisions, and exceptions, which have an effect.
CREATE TABLE element (
    position INTEGER PRIMARY KEY,
    provision INTEGER NOT NULL REFERENCES provision (position),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    cite TEXT NOT NULL,
    grade TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    leans_on TEXT NOT NULL,
    effect TEXT CHECK (effect IN ('frees', 'notifies', 'covers')),
    then_do TEXT NOT NULL,
    would_change TEXT NOT NULL,
    condition TEXT NOT NULL,
    UNIQUE (provision, id)
) STRICT;

CREATE TABLE duty (
    position INTEGER PRIMARY KEY,
    state TEXT NOT NULL REFERENCES state (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    cite TEXT NOT NULL,
    keep_until TEXT NOT NULL,
    keep_years INTEGER NOT NULL, -- 0: no period is known as a number
    keep_from TEXT NOT NULL,
    keep_verified INTEGER NOT NULL CHECK (keep_verified IN (0, 1)),
    grade TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    condition TEXT NOT NULL,
    UNIQUE (state, id)
) STRICT;

CREATE TABLE warning (
    position INTEGER PRIMARY KEY,
    state TEXT NOT NULL REFERENCES state (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    cite TEXT NOT NULL,
    stops INTEGER NOT NULL CHECK (stops IN (0, 1)),
    refers_to TEXT NOT NULL,
    condition TEXT NOT NULL,
    UNIQUE (state, id)
) STRICT;

CREATE TABLE category (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    part INTEGER NOT NULL CHECK (part IN (1, 2)),
    title TEXT NOT NULL,
    scope TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    in_question TEXT
) STRICT;

-- A parent stands before its children, whose order is that of their positions.
CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    parent TEXT REFERENCES entry (code),
    part INTEGER NOT NULL CHECK (part IN (1, 2)),
    category TEXT NOT NULL REFERENCES category (id),
    list_group TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    regime TEXT NOT NULL,
    reserved INTEGER NOT NULL CHECK (reserved IN (0, 1)),
    sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
    very_sensitive INTEGER NOT NULL CHECK (very_sensitive IN (0, 1)),
    sensitive_note TEXT NOT NULL,
    sensitive_when TEXT CHECK (sensitive_when IS NULL OR sensitive),
    very_sensitive_when TEXT CHECK (very_sensitive_when IS NULL OR very_sensitive),
    combination TEXT NOT NULL CHECK (combination IN ('none', 'any', 'all', 'examples')),
    condition TEXT
) STRICT;

CREATE TABLE entry_keyword (
    entry INTEGER NOT NULL REFERENCES entry (position),
    position INTEGER NOT NULL,
    keyword TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- Codes outside the categories held are allowed, so that they refer to no row.
CREATE TABLE entry_reference (
    entry INTEGER NOT NULL REFERENCES entry (position),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    entry INTEGER NOT NULL REFERENCES entry (position),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    condition TEXT,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE definition (
    position INTEGER PRIMARY KEY,
    term TEXT NOT NULL,
    text TEXT NOT NULL,
    cite TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT;

CREATE TABLE definition_form (
    definition INTEGER NOT NULL REFERENCES definition (position),
    position INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (definition, position)
) STRICT, WITHOUT ROWID;

-- Ids of categories and codes. A definition without any applies everywhere.
CREATE TABLE definition_scope (
    definition INTEGER NOT NULL REFERENCES definition (position),
    position INTEGER NOT NULL,
    applies_to TEXT NOT NULL,
    PRIMARY KEY (definition, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE definition_reference (
    definition INTEGER NOT NULL REFERENCES definition (position),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (definition, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE equivalent_list (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    edition TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE equivalent_rule (
    position INTEGER PRIMARY KEY,
    list INTEGER NOT NULL REFERENCES equivalent_list (position),
    number TEXT NOT NULL,
    note TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT;

CREATE TABLE equivalent_code (
    rule INTEGER NOT NULL REFERENCES equivalent_rule (position),
    position INTEGER NOT NULL,
    pattern TEXT NOT NULL,
    PRIMARY KEY (rule, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE starting_point (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    hint TEXT NOT NULL
) STRICT;

CREATE TABLE starting_point_activity (
    starting_point INTEGER NOT NULL REFERENCES starting_point (position),
    position INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (starting_point, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE starting_point_item (
    starting_point INTEGER NOT NULL REFERENCES starting_point (position),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (starting_point, position)
) STRICT, WITHOUT ROWID;

-- With which activities an item goes. Without any it goes with all.
CREATE TABLE starting_point_item_activity (
    starting_point INTEGER NOT NULL,
    item INTEGER NOT NULL,
    position INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (starting_point, item, position),
    FOREIGN KEY (starting_point, item) REFERENCES starting_point_item (starting_point, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE starting_point_fact (
    starting_point INTEGER NOT NULL REFERENCES starting_point (position),
    fact TEXT NOT NULL REFERENCES fact (id),
    value TEXT NOT NULL,
    PRIMARY KEY (starting_point, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE application (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    when_unsure INTEGER NOT NULL CHECK (when_unsure IN (0, 1)),
    lodged_with TEXT NOT NULL,
    usual_time TEXT NOT NULL,
    cite TEXT NOT NULL,
    grade TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    leans_on TEXT NOT NULL
) STRICT;

-- Ids of what provisions require. One application serves each.
CREATE TABLE application_requirement (
    application INTEGER NOT NULL REFERENCES application (position),
    position INTEGER NOT NULL,
    requirement TEXT NOT NULL UNIQUE,
    PRIMARY KEY (application, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_field (
    application INTEGER NOT NULL REFERENCES application (position),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    help TEXT NOT NULL,
    taken_from TEXT NOT NULL,
    PRIMARY KEY (application, position),
    UNIQUE (application, id)
) STRICT, WITHOUT ROWID;

-- Expressions of one group mean the same.
CREATE TABLE synonym (
    synonym_group INTEGER NOT NULL,
    position INTEGER NOT NULL,
    expression TEXT NOT NULL,
    PRIMARY KEY (synonym_group, position)
) STRICT, WITHOUT ROWID;

-- What texts are about that concern nothing on the list.
CREATE TABLE ordinary_topic (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE ordinary_word (
    topic INTEGER NOT NULL REFERENCES ordinary_topic (position),
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (topic, position)
) STRICT, WITHOUT ROWID;

-- rowid is the entry's position. "context" holds the titles of the positions above.
CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, keywords, summary, context,
    tokenize = 'porter unicode61 remove_diacritics 2',
    prefix = '2 3'
);
