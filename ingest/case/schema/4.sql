-- ingest/case/schema/4.sql: what a search needs to see of an entity without reading all of the case

CREATE INDEX identifier_of_entity ON identifier (entity);
CREATE INDEX designation_of_entity ON designation (entity);
