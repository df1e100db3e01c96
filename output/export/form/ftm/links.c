/* output/export/form/ftm/links.c: links as objects */
#include "output/export/form/ftm/ftm.h"
#include "output/ranking/evidence.h"
#include "output/write/number.h"

#define ANY_KIND FAIRLEAD_N_LINK_KINDS

/* The first row whose class, kind and ends fit */
static const struct {
	guint link_class;
	guint kind;
	guint from; /* schemas */
	guint to;
	const char *schema;
	const char *from_property;
	const char *to_property;
	const char *word_property; /* what the link is */
} links[] = {
	{ FAIRLEAD_CLASS_OWNERSHIP, ANY_KIND, FAIRLEAD_FTM_LEGAL_ENTITIES, FAIRLEAD_FTM_ASSETS,
	  "Ownership", "owner", "asset", "role" },
	{ FAIRLEAD_CLASS_OFFICE, ANY_KIND, FAIRLEAD_FTM_LEGAL_ENTITIES, FAIRLEAD_FTM_ORGANIZATIONS,
	  "Directorship", "director", "organization", "role" },
	{ FAIRLEAD_CLASS_FAMILY, ANY_KIND, FAIRLEAD_FTM_PERSON, FAIRLEAD_FTM_PERSON, "Family",
	  "person", "relative", "relationship" },
	{ FAIRLEAD_CLASS_ASSOCIATION, FAIRLEAD_LINK_ASSOCIATE, FAIRLEAD_FTM_PERSON,
	  FAIRLEAD_FTM_PERSON, "Associate", "person", "associate", "relationship" },
	{ FAIRLEAD_CLASS_SERVICE, FAIRLEAD_LINK_AGENT, FAIRLEAD_FTM_LEGAL_ENTITIES,
	  FAIRLEAD_FTM_LEGAL_ENTITIES, "Representation", "agent", "client", "role" },
	{ FAIRLEAD_N_CLASSES, ANY_KIND, FAIRLEAD_FTM_ALL, FAIRLEAD_FTM_ALL, "UnknownLink",
	  "subject", "object", "role" },
};

static guint
find_row (FairleadLinkKind kind, FairleadFtmSchema from, FairleadFtmSchema to)
{
	guint i = 0;

	while (i + 1 < G_N_ELEMENTS (links)
	       && (links[i].link_class != fairlead_link_info (kind)->link_class
	           || (links[i].kind != ANY_KIND && links[i].kind != kind)
	           || !(links[i].from & from) || !(links[i].to & to)))
		i++;
	return i;
}

static FairleadFtmSchema
schema_at (const FairleadExportView *view, FairleadVertex vertex)
{
	return fairlead_ftm_schema_of (fairlead_network_get_kind (view->network, vertex));
}

static void
add_end (FairleadFtmObject *object, const char *property, const FairleadExportView *view,
         FairleadVertex vertex)
{
	g_autofree char *id = fairlead_ftm_dup_id (fairlead_network_get_id (view->network, vertex));

	fairlead_ftm_object_add (object, property, id);
}

/* What an interval of shares says in per cent: `25-50`; an `Ownership` alone has it */
static void
add_share (FairleadFtmObject *object, gboolean is_ownership, FairleadShare share)
{
	g_autofree char *text = NULL;

	if (fairlead_share_is_unknown (share))
		return;
	text = fairlead_share_dup_text (share);
	g_strdelimit (text, "%", ' ');
	g_strchomp (text);
	if (is_ownership)
		fairlead_ftm_object_add (object, "percentage", text);
	else
		fairlead_ftm_object_add_labelled (object, "description", "share", text);
}

static void
add_facts (FairleadFtmObject *object, guint row, const FairleadExportView *view, FairleadLink link)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	const FairleadLinkFact *fact = fairlead_network_get_link (view->network, link);
	const FairleadPeriod *period = fairlead_network_get_period (view->network, link);
	g_autofree char *source = fairlead_records_dup_source_text (records, fact->source);
	char confidence[FAIRLEAD_NUMBER_SIZE];

	fairlead_number_exact (fairlead_number_round ((double) fairlead_network_get_confidence (
				       view->network, link)),
	                       confidence);
	add_share (object, g_str_equal (links[row].schema, "Ownership"), fact->share);
	fairlead_ftm_object_add_date (object, "startDate", period->start, "description");
	fairlead_ftm_object_add_date (object, "endDate", period->end, "description");
	fairlead_ftm_object_add (object, "summary",
	                         fairlead_records_get_text (records, fact->note));
	fairlead_ftm_object_add (object, "recordId", source);
	fairlead_ftm_object_add_labelled (object, "description", "confidence", confidence);
	if (fairlead_network_is_over (view->network, link))
		fairlead_ftm_object_add (object, "description", "over");
}

void
fairlead_ftm_write_link (const FairleadExportView *view, FairleadLink link, FairleadJson *json)
{
	FairleadVertex from = fairlead_network_get_from (view->network, link);
	FairleadVertex to = fairlead_network_get_to (view->network, link);
	FairleadLinkKind kind = fairlead_network_get_link (view->network, link)->kind;
	guint row = find_row (kind, schema_at (view, from), schema_at (view, to));
	g_autofree char *key =
		g_strdup_printf ("link\n%s\n%s\n%u", fairlead_network_get_id (view->network, from),
	                         fairlead_network_get_id (view->network, to), link);
	g_autofree char *words =
		fairlead_relation_dup_words (fairlead_link_info (kind)->name, FALSE);
	g_auto (FairleadFtmObject) object = { 0 };

	fairlead_ftm_object_init (&object, fairlead_ftm_dup_id (key), links[row].schema, words);
	add_end (&object, links[row].from_property, view, from);
	add_end (&object, links[row].to_property, view, to);
	fairlead_ftm_object_add (&object, links[row].word_property,
	                         fairlead_link_info (kind)->name);
	add_facts (&object, row, view, link);
	fairlead_ftm_object_write (&object, json);
}
