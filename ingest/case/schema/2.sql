-- ingest/case/schema/2.sql: decisions, and a cache

-- A judgement that two entities are the same, different, or not decided. Never changed: who takes
-- one back adds a row to decision_undo. Entities go by their keys, for decisions outlive editions.
CREATE TABLE decision (
	id INTEGER PRIMARY KEY,
	left_key TEXT NOT NULL,  -- of the two keys the smaller by bytes
	right_key TEXT NOT NULL,
	verdict TEXT NOT NULL, -- same, different or undecided
	who TEXT,              -- a person, or the rule that merged by itself
	at TEXT,               -- when, UTC, ISO 8601
	why TEXT,              -- in words
	probability REAL       -- that they are the same, as it was proposed; NULL where none was
);
CREATE TABLE decision_undo (
	decision INTEGER PRIMARY KEY REFERENCES decision,
	who TEXT,
	at TEXT -- when, UTC, ISO 8601
);

-- What the case says now, as a program keeps it in memory: made anew by each import, dropped by
-- triggers when anything else changes a row, and never needed: a program that does not know its
-- layout reads the rows.
CREATE TABLE cache (
	id INTEGER PRIMARY KEY,
	layout TEXT NOT NULL,   -- of which form
	part INTEGER NOT NULL,  -- of which table
	sum INTEGER NOT NULL,   -- of the bytes
	bytes BLOB NOT NULL
);
