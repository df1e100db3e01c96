/* ingest/format/events/port-entity.c: ports as entities */
#include "ingest/format/events/events.h"
#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/grammar/port.h"

/* What is said of a port; a name or country that is not known is NULL */
typedef struct {
	const char *scheme;
	const char *id;
	const char *name;
	const char *country;
} Port;

static FairleadEntity
describe (FairleadRecords *records, GHashTable *told, const Port *port, FairleadSource source)
{
	FairleadEntity entity = fairlead_records_describe (records, port->scheme, port->id,
	                                                   FAIRLEAD_KIND_PORT, source);

	if (!g_hash_table_add (told, g_strdup_printf ("port %u", entity)))
		return entity;
	fairlead_records_add_name (records, entity, port->name, FAIRLEAD_NAME_PRIMARY, FALSE,
	                           source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_COUNTRY, port->country,
	                                NULL, source);
	return entity;
}

static FairleadEntity
describe_code (FairleadRecords *records, GHashTable *told, const char *code,
               const FairleadPort *known, FairleadSource source)
{
	const char country[] = { code[0], code[1], '\0' };
	const Port port = { "locode", code, known == NULL ? NULL : known->name, country };

	if (known == NULL && g_hash_table_add (told, g_strdup_printf ("code %s", code)))
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNKNOWN_PORT, source, "\"%s\"",
		                            code);
	return describe (records, told, &port, source);
}

/* Five letters may be a name: a code stands in capitals, and begins with its country */
static gboolean
is_code (const char *text, const char *country, char code[6])
{
	return fairlead_locode_normalise (text, code) && !g_ascii_islower (text[1])
	       && (country == NULL || strncmp (country, code, 2) == 0);
}

FairleadEntity
fairlead_describe_port (FairleadRecords *records, GHashTable *told, const char *text,
                        const char *country, FairleadSource source)
{
	const char *code = fairlead_country_code (country);
	const FairleadPort *known = fairlead_port_find (text, code);
	g_autofree char *full = NULL, *key = NULL;
	Port port = { "port", NULL, text, *country == '\0' ? NULL : country };
	char locode[6];

	if (known != NULL)
		return describe_code (records, told, known->code, known, source);
	if (is_code (text, code, locode))
		return describe_code (records, told, locode, NULL, source);
	full = g_strdup_printf ("%s, %s", text, code != NULL ? code : country);
	key = fairlead_name_fold (full);
	port.id = key;
	return describe (records, told, &port, source);
}

FairleadEntity
fairlead_describe_port_near (FairleadRecords *records, GHashTable *told, const char *text,
                             const char *country, FairleadPosition position, FairleadSource source)
{
	const char *code = fairlead_country_code (country);
	const FairleadPort *port = NULL;
	char locode[6];

	if (fairlead_position_is_known (position) && fairlead_port_find (text, code) == NULL
	    && !is_code (text, code, locode))
		port = fairlead_port_near (position.latitude, position.longitude, code);
	return port == NULL ? FAIRLEAD_NO_ENTITY
	                    : describe_code (records, told, port->code, port, source);
}
