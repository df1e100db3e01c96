-- ingest/case/schema/3.sql: events of ships

-- Kinds of event: port-call, transfer, delivery ...
CREATE TABLE event_word (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);

-- What happened to a ship. Where it brings two parties together, `link` has it as well, from the
-- same file and line.
CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL REFERENCES event_word,
	vessel INTEGER REFERENCES entity, -- NULL: no ship is told, as in a notification
	other INTEGER REFERENCES entity,  -- the other ship, who received, who bought
	port INTEGER REFERENCES entity,   -- NULL: at sea, or not told
	period INTEGER REFERENCES period, -- its first and last day
	latitude INTEGER,  -- millionths of a degree, north; NULL: not told
	longitude INTEGER, -- east
	quantity_low INTEGER,  -- thousandths of the unit, at least; NULL: nothing
	quantity_high INTEGER, -- at most; NULL: no bound is known
	commodity TEXT, -- as written
	unit TEXT,      -- of the quantity, as written
	value_before TEXT, -- the flag, name or owner that was
	value_after TEXT,
	note TEXT,
	laden INTEGER,             -- 1: laden; 0: in ballast; NULL: not told
	notified INTEGER NOT NULL, -- 1: who supplied has said so itself, to the UN or another body
	confidence REAL NOT NULL,  -- 0 to 1: how sure the source is that it happened
	file INTEGER NOT NULL REFERENCES source_file,
	line INTEGER NOT NULL,
	place INTEGER NOT NULL,
	first_edition INTEGER NOT NULL REFERENCES edition,
	last_edition INTEGER REFERENCES edition
);

CREATE VIEW events AS
SELECT event_word.name AS kind, vessel.key AS vessel, other.key AS other, port.key AS port,
	latitude / 1e6 AS latitude, longitude / 1e6 AS longitude,
	start_first, start_last, end_first, end_last,
	commodity, coalesce(quantity_low, 0) / 1e3 AS quantity_low, quantity_high / 1e3 AS quantity_high,
	unit, laden, notified, value_before, value_after, confidence, note,
	path || ':' || line AS source, first_edition, last_edition
FROM event
JOIN event_word ON event_word.id = event.kind
JOIN source_file ON source_file.id = event.file
LEFT JOIN entity AS vessel ON vessel.id = event.vessel
LEFT JOIN entity AS other ON other.id = event.other
LEFT JOIN entity AS port ON port.id = event.port
LEFT JOIN period ON period.id = event.period;
