-- ingest/case/schema/1.sql: the tables of a case, as its first version has them
--
-- What the files say is kept as rows with whole numbers for words; the views below put the words
-- in, for people. A number and its word stand in the tables *_word, by which a case can be read
-- by a program whose own numbers differ.
--
-- A fact belongs to the file that says it, a file to an edition, an edition to a data set. An
-- edition that follows another changes the rows of what it says again (file, line, place), adds
-- rows for what is new, and sets last_edition where something is not said any more. What holds now
-- has no last_edition. Nothing is erased.

-- ---- words ----

-- Kinds of entity: company, vessel ...
CREATE TABLE kind_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
-- Kinds of link, read 'FROM is NAME of TO': registered-owner, director ...
CREATE TABLE link_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
-- primary, alias, former
CREATE TABLE name_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
-- Schemes of identifiers: imo, lei, passport ...
CREATE TABLE scheme_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
-- What an attribute says: country, birth-date, status ...
CREATE TABLE attribute_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
-- Tags of issues: bad-check-digit ...
CREATE TABLE issue_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);

-- ---- where it comes from ----

-- Each change of the schema that the case went through
CREATE TABLE migration (
	version INTEGER PRIMARY KEY, -- PRAGMA user_version after it
	at TEXT NOT NULL,            -- when, UTC, ISO 8601
	program TEXT NOT NULL        -- which program did it
);

-- One run of `fairlead import` that changed something
CREATE TABLE import (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL,     -- when, UTC, ISO 8601
	program TEXT NOT NULL -- name and version
);

-- What is published again and again under one name: a list, a table of a register
CREATE TABLE data_set (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE, -- the format, its table where it has several; or --as NAME
	format TEXT NOT NULL       -- by which reader
);

-- A data set as it was at one import
CREATE TABLE edition (
	id INTEGER PRIMARY KEY, -- grows with time, over all data sets
	data_set INTEGER NOT NULL REFERENCES data_set,
	import INTEGER NOT NULL REFERENCES import,
	number INTEGER NOT NULL, -- 1, 2 ... within its data set
	issued TEXT,             -- the date that its files bear, ISO 8601; NULL where they bear none
	n_added INTEGER NOT NULL,   -- facts that the edition before does not say
	n_changed INTEGER NOT NULL, -- facts that it says otherwise of the same entity
	n_dropped INTEGER NOT NULL, -- facts that it alone says
	n_kept INTEGER NOT NULL,    -- facts that both say
	UNIQUE (data_set, number)
);

-- A file, or the member of an archive, of an edition
CREATE TABLE source_file (
	id INTEGER PRIMARY KEY,
	edition INTEGER NOT NULL REFERENCES edition,
	path TEXT NOT NULL,   -- as it was given
	format TEXT,          -- by which reader; NULL where none knows it
	sha256 TEXT,          -- of the file, or the archive it is in
	n_records INTEGER NOT NULL,
	n_bytes INTEGER NOT NULL,
	issued TEXT           -- the date that it bears, ISO 8601
);

-- A doubt about a record, found in reading
CREATE TABLE issue (
	id INTEGER PRIMARY KEY,
	tag INTEGER NOT NULL REFERENCES issue_word,
	text TEXT NOT NULL,
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL, -- 0 for the file as a whole
	place INTEGER NOT NULL -- orders the issues of one import
);

-- ---- what it says ----

-- From when to when facts held. Each end is an interval of days; NULL where that is open.
CREATE TABLE period (
	id INTEGER PRIMARY KEY,
	start_first TEXT, -- earliest day on which it may have begun, ISO 8601
	start_last TEXT,
	end_first TEXT,
	end_last TEXT,
	start_circa INTEGER NOT NULL, -- 1: the source says 'about'
	end_circa INTEGER NOT NULL,
	ended INTEGER NOT NULL -- 1: over, whether or not the day is known
);

-- Whatever has a key of its own in a source. The number is for this case alone; the key is what
-- names the entity elsewhere, and in decisions.
CREATE TABLE entity (
	id INTEGER PRIMARY KEY,
	key TEXT NOT NULL UNIQUE -- scheme:id, such as ofac:17068
);

-- What one file says of an entity's being
CREATE TABLE mention (
	id INTEGER PRIMARY KEY,
	entity INTEGER NOT NULL REFERENCES entity,
	kind INTEGER NOT NULL REFERENCES kind_word,
	described INTEGER NOT NULL,   -- 1: a record of the file is about it; 0: only refers to it
	by_name INTEGER NOT NULL,     -- 1: the key is its name, not an id
	kind_stated INTEGER NOT NULL, -- 1: a record says its kind; 0: a role implies it
	disputed INTEGER NOT NULL,    -- 1: records disagree on its kind
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL, -- orders the rows of one import, here and below
	first_edition INTEGER NOT NULL REFERENCES edition, -- which said it first
	last_edition INTEGER REFERENCES edition            -- NULL: said now
);

CREATE TABLE name (
	id INTEGER PRIMARY KEY,
	entity INTEGER NOT NULL REFERENCES entity,
	type INTEGER NOT NULL REFERENCES name_word,
	weak INTEGER NOT NULL, -- 1: the source itself calls it a weak alias
	text TEXT NOT NULL,    -- as written
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

CREATE TABLE identifier (
	id INTEGER PRIMARY KEY,
	entity INTEGER NOT NULL REFERENCES entity,
	scheme INTEGER NOT NULL REFERENCES scheme_word,
	number TEXT NOT NULL, -- normalised where it could be, else as written
	issuer TEXT,          -- jurisdiction or authority
	valid INTEGER NOT NULL, -- 1: of the right form, and with the right check digit
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

CREATE TABLE attribute (
	id INTEGER PRIMARY KEY,
	entity INTEGER NOT NULL REFERENCES entity,
	attribute INTEGER NOT NULL REFERENCES attribute_word,
	text TEXT NOT NULL, -- countries as their code where known, all else as written
	period INTEGER REFERENCES period, -- of a date: the date is its start
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

CREATE TABLE link (
	id INTEGER PRIMARY KEY,
	from_entity INTEGER NOT NULL REFERENCES entity,
	to_entity INTEGER NOT NULL REFERENCES entity,
	kind INTEGER NOT NULL REFERENCES link_word,
	share_low INTEGER,  -- least share that is held, in billionths; NULL: nothing
	share_high INTEGER, -- greatest; NULL: all
	confidence REAL NOT NULL, -- 0 to 1: how sure the source is that it stands
	period INTEGER REFERENCES period,
	note TEXT, -- the source's own words
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

CREATE TABLE designation (
	id INTEGER PRIMARY KEY,
	entity INTEGER NOT NULL REFERENCES entity,
	list TEXT NOT NULL, -- OFAC, UN ...
	programme TEXT,     -- DPRK4 ...
	basis TEXT,         -- legal basis
	period INTEGER REFERENCES period, -- start: listed on; end: de-listed
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

-- ---- search ----

-- Names by the three-letter pieces of their folded keys: in the letters of the source, and in
-- Latin letters where these differ, each between blanks. rowid is that of name; names of
-- addresses are in address_search. A query is of single pieces: '"oce" AND "cea" AND "ean"'.
CREATE VIRTUAL TABLE name_search USING fts5 (
	written, latin,
	content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
-- The same for addresses: rowid is twice that of the name of an address, or twice that of an
-- attribute 'address', and one
CREATE VIRTUAL TABLE address_search USING fts5 (
	written, latin,
	content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
-- How often each piece of ASCII letters stands there, so that a search can begin with the rarest
CREATE TABLE piece (
	search INTEGER NOT NULL, -- 0: name_search, 1: address_search
	text TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (search, text)
) WITHOUT ROWID;

CREATE INDEX mention_of_entity ON mention (entity);
CREATE INDEX name_of_entity ON name (entity);
CREATE INDEX identifier_by_number ON identifier (number);

-- ---- for people ----

CREATE VIEW files AS
SELECT source_file.id, data_set.name AS data_set, edition.number AS edition, import.at AS imported,
	path, source_file.format, sha256, n_records, n_bytes, source_file.issued
FROM source_file
JOIN edition ON edition.id = source_file.edition
JOIN data_set ON data_set.id = edition.data_set
JOIN import ON import.id = edition.import;

CREATE VIEW names AS
SELECT entity.key AS entity, name_word.name AS type, weak, text,
	path || ':' || line AS source, first_edition, last_edition
FROM name
JOIN entity ON entity.id = name.entity
JOIN name_word ON name_word.id = name.type
JOIN source_file ON source_file.id = name.file;

CREATE VIEW identifiers AS
SELECT entity.key AS entity, scheme_word.name AS scheme, number, issuer, valid,
	path || ':' || line AS source, first_edition, last_edition
FROM identifier
JOIN entity ON entity.id = identifier.entity
JOIN scheme_word ON scheme_word.id = identifier.scheme
JOIN source_file ON source_file.id = identifier.file;

CREATE VIEW attributes AS
SELECT entity.key AS entity, attribute_word.name AS attribute, text,
	start_first, start_last, end_first, end_last,
	path || ':' || line AS source, first_edition, last_edition
FROM attribute
JOIN entity ON entity.id = attribute.entity
JOIN attribute_word ON attribute_word.id = attribute.attribute
JOIN source_file ON source_file.id = attribute.file
LEFT JOIN period ON period.id = attribute.period;

CREATE VIEW links AS
SELECT a.key AS from_entity, link_word.name AS kind, b.key AS to_entity,
	coalesce(share_low, 0) / 1e7 AS percent_low, coalesce(share_high, 1000000000) / 1e7 AS percent_high,
	confidence, start_first, start_last, end_first, end_last, ended, note,
	path || ':' || line AS source, first_edition, last_edition
FROM link
JOIN entity AS a ON a.id = link.from_entity
JOIN entity AS b ON b.id = link.to_entity
JOIN link_word ON link_word.id = link.kind
JOIN source_file ON source_file.id = link.file
LEFT JOIN period ON period.id = link.period;

CREATE VIEW designations AS
SELECT entity.key AS entity, list, programme, basis,
	start_first, start_last, end_first, end_last, ended,
	path || ':' || line AS source, first_edition, last_edition
FROM designation
JOIN entity ON entity.id = designation.entity
JOIN source_file ON source_file.id = designation.file
LEFT JOIN period ON period.id = designation.period;

CREATE VIEW issues AS
SELECT issue_word.name AS tag, issue.text, path || ':' || line AS source, source_file.edition
FROM issue
JOIN issue_word ON issue_word.id = issue.tag
JOIN source_file ON source_file.id = issue.file;
