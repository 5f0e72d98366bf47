-- One story: what was read, what it says, what follows from it, what a person decided.
CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,       -- of original
  text_sha256 TEXT NOT NULL,  -- of text as UTF-8
  original BLOB NOT NULL,
  text TEXT NOT NULL,
  masthead TEXT NOT NULL,     -- model Report as JSON, as intake gave it
  unread TEXT,                -- a stable code where the report is kept but not read
  message TEXT,               -- and the line that says why
  added TEXT NOT NULL
) STRICT;

CREATE TABLE sighting (
  number INTEGER PRIMARY KEY,
  report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  path TEXT NOT NULL,         -- as it was given
  place TEXT NOT NULL,        -- the same path in full, so that one file is one sighting from wherever it is named
  url TEXT,
  outlet TEXT,
  given_id TEXT,
  added TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX sighting_once ON sighting (report, place, ifnull(url, ''), ifnull(outlet, ''), ifnull(given_id, ''));

CREATE TABLE reading (
  report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
  maker TEXT NOT NULL,        -- which program and model made it
  body TEXT NOT NULL,         -- model Reading as JSON, its text left to the report
  body_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE conclusion (
  as_of TEXT PRIMARY KEY,     -- '' for the whole story
  inputs TEXT NOT NULL,       -- digest of all it was concluded from
  body TEXT NOT NULL          -- model Story as JSON
) STRICT;

CREATE TABLE judgement (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL          -- model Judgement as JSON; rows are added, never changed
) STRICT;

CREATE TABLE undoing (
  judgement INTEGER PRIMARY KEY REFERENCES judgement (number) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
  report UNINDEXED,
  kind UNINDEXED,             -- text, content or name
  record UNINDEXED,           -- local id of the attribution or entity, '' for a text
  text,
  tokenize = "unicode61 remove_diacritics 2"
);
