/* ingest/case/import/facts.c: rows of records as cells of a case */
#include "ingest/case/import/facts.h"

static FairleadValue
number (gint64 value)
{
	return (FairleadValue){ .type = SQLITE_INTEGER, .number = value };
}

/* 0 is no row of any table */
static FairleadValue
reference (gint64 value)
{
	return value == 0 ? (FairleadValue){ .type = SQLITE_NULL } : number (value);
}

static FairleadValue
text (FairleadNumbers *numbers, FairleadText handle)
{
	if (handle == 0)
		return (FairleadValue){ .type = SQLITE_NULL };
	return (FairleadValue){ .type = SQLITE_TEXT,
		                .text = fairlead_records_get_text (numbers->records, handle) };
}

/* Never NULL */
static FairleadValue
some_text (FairleadNumbers *numbers, FairleadText handle)
{
	return (FairleadValue){ .type = SQLITE_TEXT,
		                .text = fairlead_records_get_text (numbers->records, handle) };
}

static FairleadValue
word (FairleadNumbers *numbers, FairleadWord table, guint8 here)
{
	return number (numbers->owner->words.in_case[table][here]);
}

static FairleadValue
entity (FairleadNumbers *numbers, FairleadEntity row)
{
	return number (fairlead_numbers_get_entity (numbers, row));
}

static FairleadValue
period (FairleadNumbers *numbers, FairleadPeriodId row)
{
	return reference (fairlead_numbers_get_period (numbers, row));
}

static void
get_mention (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadMention *fact = row;
	guint8 flags = fact->row.flags;

	values[0] = entity (numbers, fact->entity);
	values[1] = word (numbers, FAIRLEAD_WORD_KIND, fact->row.kind);
	values[2] = number (!(flags & FAIRLEAD_ENTITY_STUB));
	values[3] = number (!!(flags & FAIRLEAD_ENTITY_NAMED));
	values[4] = number (!!(flags & FAIRLEAD_ENTITY_KIND_STATED));
	values[5] = number (!!(flags & FAIRLEAD_ENTITY_DISPUTED));
}

static void
get_name (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadNameRow *fact = row;

	values[0] = entity (numbers, fact->entity);
	values[1] = word (numbers, FAIRLEAD_WORD_NAME, fact->type);
	values[2] = number (fact->weak);
	values[3] = some_text (numbers, fact->text);
}

static void
get_identifier (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadIdRow *fact = row;

	values[0] = entity (numbers, fact->entity);
	values[1] = word (numbers, FAIRLEAD_WORD_SCHEME, fact->scheme);
	values[2] = some_text (numbers, fact->number);
	values[3] = text (numbers, fact->issuer);
	values[4] = number (fact->valid);
}

static void
get_attribute (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadAttributeRow *fact = row;

	values[0] = entity (numbers, fact->entity);
	values[1] = word (numbers, FAIRLEAD_WORD_ATTRIBUTE, fact->attribute);
	values[2] = some_text (numbers, fact->text);
	values[3] = period (numbers, fact->period);
}

static void
get_link (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadLinkFact *fact = row;
	FairleadShare share = fact->share;

	values[0] = entity (numbers, fact->from);
	values[1] = entity (numbers, fact->to);
	values[2] = word (numbers, FAIRLEAD_WORD_LINK, fact->kind);
	values[3] = reference (share.low);
	values[4] = share.high == FAIRLEAD_SHARE_ONE ? reference (0) : number (share.high);
	values[5] = (FairleadValue){ .type = SQLITE_FLOAT, .real = fact->confidence };
	values[6] = period (numbers, fact->period);
	values[7] = text (numbers, fact->note);
}

static void
get_designation (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadDesignationRow *fact = row;

	values[0] = entity (numbers, fact->entity);
	values[1] = some_text (numbers, fact->list);
	values[2] = text (numbers, fact->programme);
	values[3] = text (numbers, fact->basis);
	values[4] = period (numbers, fact->period);
}

static FairleadValue
some_entity (FairleadNumbers *numbers, FairleadEntity row)
{
	return row == FAIRLEAD_NO_ENTITY ? reference (0) : entity (numbers, row);
}

static void
get_event (FairleadNumbers *numbers, gconstpointer row, FairleadValue *values)
{
	const FairleadEventRow *fact = row;
	gboolean has_position = fairlead_position_is_known (fact->position);
	const FairleadText texts[] = { fact->commodity, fact->unit, fact->before, fact->after,
		                       fact->note };

	values[0] = word (numbers, FAIRLEAD_WORD_EVENT, fact->kind);
	values[1] = some_entity (numbers, fact->vessel);
	values[2] = some_entity (numbers, fact->other);
	values[3] = some_entity (numbers, fact->place);
	values[4] = period (numbers, fact->period);
	values[5] = has_position ? number (fact->position.latitude) : reference (0);
	values[6] = has_position ? number (fact->position.longitude) : reference (0);
	values[7] = reference (fact->quantity.low);
	values[8] = fact->quantity.high == FAIRLEAD_QUANTITY_OPEN ? reference (0)
	                                                          : number (fact->quantity.high);
	for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
		values[9 + i] = text (numbers, texts[i]);
	values[14] = fact->laden == FAIRLEAD_LADEN_UNKNOWN
	                     ? reference (0)
	                     : number (fact->laden == FAIRLEAD_LADEN_YES);
	values[15] = number (fact->is_notified);
	values[16] = (FairleadValue){ .type = SQLITE_FLOAT, .real = fact->confidence };
}

/* The rows of a table, their size, and where their source is */
#define ROWS(table)                                                                  \
	static gconstpointer get_##table##_rows (FairleadRecords *records, guint *n) \
	{                                                                            \
		return fairlead_records_get_##table (records, n);                    \
	}
#define PLACES(table, Row, source) get_##table##_rows, sizeof (Row), G_STRUCT_OFFSET (Row, source)

ROWS (mentions)
ROWS (names)
ROWS (identifiers)
ROWS (attributes)
ROWS (links)
ROWS (designations)
ROWS (events)

const FairleadFactTable fairlead_fact_tables[FAIRLEAD_N_FACTS] = {
	[FAIRLEAD_FACT_MENTION] = { "mention",
	                            "entity, kind, described, by_name, kind_stated, disputed", 6, 1,
	                            PLACES (mentions, FairleadMention, row.source), get_mention },
	[FAIRLEAD_FACT_NAME] = { "name", "entity, type, weak, text", 4, 2,
	                         PLACES (names, FairleadNameRow, source), get_name },
	[FAIRLEAD_FACT_IDENTIFIER] = { "identifier", "entity, scheme, number, issuer, valid", 5, 2,
	                               PLACES (identifiers, FairleadIdRow, source),
	                               get_identifier },
	[FAIRLEAD_FACT_ATTRIBUTE] = { "attribute", "entity, attribute, text, period", 4, 2,
	                              PLACES (attributes, FairleadAttributeRow, source),
	                              get_attribute },
	[FAIRLEAD_FACT_LINK] = { "link",
	                         "from_entity, to_entity, kind, share_low, share_high, confidence,"
	                         " period, note",
	                         8, 3, PLACES (links, FairleadLinkFact, source), get_link },
	[FAIRLEAD_FACT_DESIGNATION] = { "designation", "entity, list, programme, basis, period", 5,
	                                2, PLACES (designations, FairleadDesignationRow, source),
	                                get_designation },
	[FAIRLEAD_FACT_EVENT] = { "event",
	                          "kind, vessel, other, port, period, latitude, longitude,"
	                          " quantity_low, quantity_high, commodity, unit, value_before,"
	                          " value_after, note, laden, notified, confidence",
	                          17, 5, PLACES (events, FairleadEventRow, source), get_event },
};
