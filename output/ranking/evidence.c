/* output/ranking/evidence.c */
#include "output/ranking/evidence.h"

#include <string.h>

/* ---- statements ---- */

static void
free_statement (gpointer data)
{
	FairleadStatement *statement = data;

	g_ptr_array_unref (statement->sources);
	g_free (statement);
}

static FairleadStatement *
find_statement (GPtrArray *statements, const char *kind, gboolean is_reversed,
                const FairleadLinkFact *row, const FairleadPeriod *period)
{
	for (guint i = 0; i < statements->len; i++) {
		FairleadStatement *statement = g_ptr_array_index (statements, i);

		if (statement->kind == kind && statement->is_reversed == is_reversed
		    && statement->share.low == row->share.low
		    && statement->share.high == row->share.high
		    && fairlead_period_equal (&statement->period, period))
			return statement;
	}
	return NULL;
}

static FairleadStatement *
new_statement (const char *kind, gboolean is_reversed, const FairleadLinkFact *row,
               const FairleadPeriod *period)
{
	FairleadStatement *statement = g_new0 (FairleadStatement, 1);

	statement->kind = kind;
	statement->is_reversed = is_reversed;
	statement->period = *period;
	statement->share = row->share;
	statement->sources = g_ptr_array_new_with_free_func (g_free);
	return statement;
}

static void
add_source (GPtrArray *sources, char *source)
{
	if (g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
		g_free (source);
	else
		g_ptr_array_add (sources, source);
}

GPtrArray *
fairlead_hop_dup_statements (FairleadNetwork *network, const FairleadHop *hop)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	GPtrArray *statements = g_ptr_array_new_with_free_func (free_statement);

	for (guint i = 0; i < hop->links->len; i++) {
		FairleadLink link = g_array_index (hop->links, FairleadLink, i);
		const FairleadLinkFact *row = fairlead_network_get_link (network, link);
		const FairleadLinkInfo *info = fairlead_link_info (row->kind);
		gboolean is_reversed = fairlead_network_get_from (network, link) != hop->from;
		const char *kind = is_reversed ? info->inverse : info->name;
		const FairleadPeriod *period = fairlead_network_get_period (network, link);
		FairleadStatement *statement =
			find_statement (statements, kind, is_reversed, row, period);

		if (statement == NULL) {
			statement = new_statement (kind, is_reversed, row, period);
			g_ptr_array_add (statements, statement);
		}
		statement->confidence =
			MAX (statement->confidence,
		             (double) fairlead_network_get_confidence (network, link));
		add_source (statement->sources,
		            fairlead_records_dup_source_text (records, row->source));
	}
	return statements;
}

/* ---- words ---- */

/* In place: a word that is short for others has capitals */
static void
raise_abbreviations (char *words)
{
	static const char *const abbreviations[] = { "bic", "imo", "ism", "lei", "mmsi" };
	gsize length;

	for (char *word = words; *word != '\0'; word += length + (word[length] == ' ')) {
		length = strcspn (word, " ");
		for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
			if (length == strlen (abbreviations[i])
			    && strncmp (word, abbreviations[i], length) == 0)
				for (gsize j = 0; j < length; j++)
					word[j] = g_ascii_toupper (word[j]);
	}
}

char *
fairlead_name_dup_words (const char *name)
{
	char *words = g_strdelimit (g_strdup (name), "-", ' ');

	raise_abbreviations (words);
	return words;
}

char *
fairlead_kind_dup_words (FairleadKind kind)
{
	return kind == FAIRLEAD_KIND_UNKNOWN ? g_strdup ("kind not known")
	                                     : fairlead_name_dup_words (fairlead_kind_name (kind));
}

char *
fairlead_relation_dup_words (const char *kind, gboolean is_reversed)
{
	gboolean is_whole =
		is_reversed || g_str_has_suffix (kind, "-of") || g_str_has_suffix (kind, "-as");
	g_autofree char *name = g_strconcat (kind, is_whole ? "" : " of", NULL);

	return fairlead_name_dup_words (name);
}

static char *
dup_date_words (FairleadDate date, gboolean is_circa)
{
	g_autofree char *text = fairlead_date_dup_text (date);

	if (text == NULL)
		return NULL;
	if (g_str_has_prefix (text, "../"))
		return g_strdup_printf ("%s or before", text + strlen ("../"));
	if (g_str_has_suffix (text, "/.."))
		return g_strdup_printf ("%.*s or later", (int) (strlen (text) - strlen ("/..")),
		                        text);
	return g_strconcat (is_circa ? "about " : "", text, NULL);
}

char *
fairlead_period_dup_words (const FairleadPeriod *period)
{
	g_autofree char *since =
		dup_date_words (period->start, (period->flags & FAIRLEAD_PERIOD_START_CIRCA) != 0);
	g_autofree char *until =
		dup_date_words (period->end, (period->flags & FAIRLEAD_PERIOD_END_CIRCA) != 0);
	gboolean ended = (period->flags & FAIRLEAD_PERIOD_ENDED) != 0;

	if (since != NULL && g_strcmp0 (since, until) == 0)
		return g_steal_pointer (&since);
	if (since != NULL && until != NULL)
		return g_strdup_printf ("%s to %s", since, until);
	if (until != NULL)
		return g_strdup_printf ("until %s", until);
	if (since != NULL)
		return g_strdup_printf ("since %s%s", since, ended ? ", ended" : "");
	return g_strdup (ended ? "ended" : "");
}

char *
fairlead_statement_dup_details (const FairleadStatement *statement)
{
	g_autofree char *period = fairlead_period_dup_words (&statement->period);
	g_autofree char *share = fairlead_share_dup_text (statement->share);

	if (share == NULL)
		return g_steal_pointer (&period);
	return g_strconcat (share, *period != '\0' ? ", " : "", period, NULL);
}

static void
append_statement (GString *line, const FairleadStatement *statement, const char *name)
{
	g_autofree char *relation =
		fairlead_relation_dup_words (statement->kind, statement->is_reversed);
	g_autofree char *details = fairlead_statement_dup_details (statement);

	g_string_append_printf (line, "%s %s", relation, name);
	if (*details != '\0')
		g_string_append_printf (line, " (%s)", details);
	g_string_append (line, " [");
	for (guint i = 0; i < statement->sources->len; i++)
		g_string_append_printf (line, "%s%s", i > 0 ? ", " : "",
		                        (const char *) g_ptr_array_index (statement->sources, i));
	g_string_append (line, "]");
}

static void
append_hop (GString *line, FairleadNetwork *network, const FairleadHop *hop)
{
	g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (network, hop);

	for (guint i = 0; i < statements->len; i++) {
		if (i > 0)
			g_string_append (line, " and ");
		append_statement (line, g_ptr_array_index (statements, i),
		                  fairlead_network_get_name (network, hop->to));
	}
}

char *
fairlead_hop_dup_line (FairleadNetwork *network, const FairleadHop *hop)
{
	GString *line = g_string_new (NULL);

	append_hop (line, network, hop);
	return g_string_free (line, FALSE);
}

char *
fairlead_path_dup_line (FairleadNetwork *network, const FairleadPath *path)
{
	GString *line = g_string_new (NULL);

	for (guint i = 0; i < path->hops->len; i++) {
		if (i > 0)
			g_string_append (line, ", ");
		append_hop (line, network, &g_array_index (path->hops, FairleadHop, i));
	}
	return g_string_free (line, FALSE);
}
