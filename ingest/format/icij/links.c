/* ingest/format/icij/links.c: links that wait until both of their ends are known */
#include "ingest/format/icij/leaks.h"

#include <string.h>

#include "ingest/grammar/legal-form.h"
#include "ingest/grammar/name.h"

/* Words of a status that say it is over */
static const char *const over_words[] = { "resigned", "ceased", "inactive", "former", "ended" };

FairleadIcij *
fairlead_icij_new (const char *scheme)
{
	FairleadIcij *self = g_new0 (FairleadIcij, 1);

	self->roles = fairlead_icij_roles_new ();
	self->nodes = fairlead_icij_nodes_new (scheme);
	self->edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	self->waiting = g_array_new (FALSE, FALSE, sizeof (FairleadLinkRow));
	self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	return self;
}

void
fairlead_icij_end (gpointer state)
{
	FairleadIcij *self = state;

	fairlead_icij_roles_free (self->roles);
	fairlead_icij_nodes_free (self->nodes);
	g_hash_table_unref (self->edges);
	g_array_unref (self->waiting);
	g_hash_table_unref (self->reported);
	g_free (self);
}

void
fairlead_icij_name_node (FairleadIcij *self, FairleadRecords *records, FairleadEntity node,
                         const char *id, const char *name, FairleadSource source)
{
	if (fairlead_name_is_placeholder (name)) {
		fairlead_icij_nodes_set_nobody (self->nodes, id, node);
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_PLACEHOLDER, source, "\"%s\"",
		                            name);
		return;
	}
	if (fairlead_name_has_legal_form (name))
		fairlead_records_set_kind (records, node, FAIRLEAD_KIND_COMPANY);
	fairlead_records_add_name (records, node, name, FAIRLEAD_NAME_PRIMARY, FALSE, source);
}

/* ---- one link ---- */

static void
settle (FairleadIcij *self, FairleadRecords *records, const FairleadLinkRow *link)
{
	if (!fairlead_icij_nodes_is_nobody (self->nodes, link->from)
	    && !fairlead_icij_nodes_is_nobody (self->nodes, link->to))
		fairlead_records_add_link (records, link);
}

gboolean
fairlead_icij_finish (const FairleadFormat *format, gpointer state, FairleadRecords *records,
                      GError **error)
{
	FairleadIcij *self = state;

	(void) format;
	(void) error;
	for (guint i = 0; i < self->waiting->len; i++)
		settle (self, records, &g_array_index (self->waiting, FairleadLinkRow, i));
	g_array_set_size (self->waiting, 0);
	return TRUE;
}

static void
read_day (FairleadRecords *records, const char *text, FairleadDate *date, FairleadSource source)
{
	if (*text != '\0' && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_DATE, source, "\"%s\"",
		                            text);
}

static gboolean
is_over (const char *status)
{
	g_autofree char *small = *status == '\0' ? NULL : g_ascii_strdown (status, -1);

	for (guint i = 0; small != NULL && i < G_N_ELEMENTS (over_words); i++)
		if (strstr (small, over_words[i]) != NULL)
			return TRUE;
	return FALSE;
}

static void
read_period (FairleadRecords *records, const FairleadIcijLink *link, FairleadPeriod *period,
             FairleadSource source)
{
	read_day (records, link->first_day, &period->start, source);
	read_day (records, link->last_day, &period->end, source);
	if (is_over (link->status))
		period->flags |= FAIRLEAD_PERIOD_ENDED;
}

static FairleadText
note_of (FairleadRecords *records, const FairleadIcijLink *link, const FairleadIcijRole *role)
{
	g_autofree char *text = NULL;

	if (link->meaning->kind == FAIRLEAD_LINK_LINKED)
		return fairlead_records_intern (records, link->type);
	if (*link->status == '\0')
		return role->note;
	text = *link->role == '\0' ? g_strdup (link->status)
	                           : g_strconcat (link->role, " (", link->status, ")", NULL);
	return fairlead_records_intern (records, text);
}

/* What the words of a link say, but for its ends */
static FairleadLinkRow
read_words (FairleadIcij *self, FairleadRecords *records, const FairleadIcijLink *link,
            FairleadSource source, const FairleadIcijRole **role)
{
	static const FairleadIcijRole no_role = { .n_kinds = 0 };
	const FairleadIcijEdge *meaning = link->meaning;
	FairleadLinkRow row =
		fairlead_link_row (FAIRLEAD_NO_ENTITY, meaning->kind, FAIRLEAD_NO_ENTITY, source);

	*role = meaning->by_role
	                ? fairlead_icij_roles_find (self->roles, records, link->role, source)
	                : &no_role;
	row.confidence = meaning->confidence;
	row.note = note_of (records, link, *role);
	read_period (records, link, &row.period, source);
	return row;
}

/* Files may come in any order: only an end that is described is known to be somebody */
static void
add_or_wait (FairleadIcij *self, FairleadRecords *records, const FairleadLinkRow *row,
             gboolean may_be_nobody)
{
	if (may_be_nobody)
		g_array_append_vals (self->waiting, row, 1);
	else
		fairlead_records_add_link (records, row);
}

void
fairlead_icij_add_link (FairleadIcij *self, FairleadRecords *records, const FairleadIcijLink *link,
                        FairleadSource source)
{
	const FairleadIcijEdge *meaning = link->meaning;
	const FairleadIcijRole *role;
	FairleadIcijNode start, end;
	FairleadLinkRow row;

	row = read_words (self, records, link, source, &role);
	start = fairlead_icij_nodes_refer (self->nodes, records, link->start, source);
	end = fairlead_icij_nodes_refer (self->nodes, records, link->end, source);
	if ((start.flags | end.flags) & FAIRLEAD_ICIJ_NOBODY)
		return;
	row.from = meaning->reversed ? end.entity : start.entity;
	row.to = meaning->reversed ? start.entity : end.entity;
	for (guint i = 0; i < MAX (role->n_kinds, 1); i++) {
		if (meaning->by_role)
			row.kind = role->kinds[i];
		add_or_wait (self, records, &row,
		             !(start.flags & end.flags & FAIRLEAD_ICIJ_DESCRIBED));
	}
}
