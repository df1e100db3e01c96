/* ingest/record/decision.c */
#include "ingest/record/decision.h"

#include <string.h>

#include "ingest/record/error.h"

static const char *const sameness_names[FAIRLEAD_N_SAMENESSES] = {
	[FAIRLEAD_DECIDED_SAME] = "same",
	[FAIRLEAD_DECIDED_DIFFERENT] = "different",
	[FAIRLEAD_DECIDED_UNDECIDED] = "undecided",
};

const char *
fairlead_sameness_name (FairleadSameness verdict)
{
	return sameness_names[verdict];
}

gboolean
fairlead_sameness_from_name (const char *name, FairleadSameness *verdict)
{
	for (guint i = 0; i < FAIRLEAD_N_SAMENESSES; i++)
		if (g_ascii_strcasecmp (name, sameness_names[i]) == 0) {
			*verdict = i;
			return TRUE;
		}
	return FALSE;
}

/* ---- the container ---- */

typedef struct {
	FairleadDecision decision; /* its texts stand in the chunk */
	const char *name;          /* of the file or case that it was read from, or NULL */
	gint before;               /* the one of the same pair taken before it, or -1 */
	gint last;                 /* of the first of a pair: its last one */
	guint first;               /* of the same pair */
} Row;

struct _FairleadDecisions {
	gint n_refs;
	char *name;
	GStringChunk *texts;
	GArray *rows;      /* of Row */
	GHashTable *pairs; /* `left\nright` -> 1 + number of the first decision on the pair */
};

FairleadDecisions *
fairlead_decisions_new (const char *name)
{
	FairleadDecisions *self = g_new0 (FairleadDecisions, 1);

	self->n_refs = 1;
	self->name = g_strdup (name);
	self->texts = g_string_chunk_new (4096);
	self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
	self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	return self;
}

FairleadDecisions *
fairlead_decisions_ref (FairleadDecisions *self)
{
	g_atomic_int_inc (&self->n_refs);
	return self;
}

void
fairlead_decisions_unref (FairleadDecisions *self)
{
	if (!g_atomic_int_dec_and_test (&self->n_refs))
		return;
	g_hash_table_unref (self->pairs);
	g_array_unref (self->rows);
	g_string_chunk_free (self->texts);
	g_free (self->name);
	g_free (self);
}

static Row *
row_at (const FairleadDecisions *self, guint n)
{
	return &g_array_index (self->rows, Row, n);
}

guint
fairlead_decisions_get_n (const FairleadDecisions *self)
{
	return self->rows->len;
}

const FairleadDecision *
fairlead_decisions_get (const FairleadDecisions *self, guint n)
{
	return &row_at (self, n)->decision;
}

char *
fairlead_decisions_dup_place (const FairleadDecisions *self, guint n)
{
	const Row *row = row_at (self, n);

	if (row->decision.line > 0 && row->name != NULL)
		return g_strdup_printf ("%s:%" G_GUINT64_FORMAT, row->name, row->decision.line);
	return g_strdup_printf ("decision %u", n + 1);
}

void
fairlead_decisions_set_line (FairleadDecisions *self, guint n, guint64 line)
{
	row_at (self, n)->decision.line = line;
}

/* ---- adding ---- */

static const char *
keep_text (FairleadDecisions *self, const char *text)
{
	return text == NULL || *text == '\0' ? NULL
	                                     : g_string_chunk_insert_const (self->texts, text);
}

static char *
dup_pair (const char *left, const char *right)
{
	return strcmp (left, right) < 0 ? g_strconcat (left, "\n", right, NULL)
	                                : g_strconcat (right, "\n", left, NULL);
}

static gboolean
is_key (const char *text)
{
	const char *colon = text == NULL ? NULL : strchr (text, ':');

	return colon != NULL && colon > text && colon[1] != '\0' && strchr (text, '\n') == NULL
	       && g_utf8_validate (text, -1, NULL);
}

static gboolean
is_probability (double value)
{
	/* Comparing so refuses what is no number, too */
	return value == FAIRLEAD_NO_PROBABILITY || (value >= 0.0 && value <= 1.0);
}

static gboolean
refuse (const FairleadDecisions *self, const FairleadDecision *decision, const char *words,
        const char *value, GError **error)
{
	return fairlead_set_error_at (error, self->name != NULL ? self->name : "decision",
	                              decision->line, FAIRLEAD_ERROR_INVALID_VALUE, words, value);
}

static gboolean
check_decision (const FairleadDecisions *self, const FairleadDecision *decision, GError **error)
{
	const char *ends[] = { decision->left, decision->right };

	for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
		if (!is_key (ends[i]))
			return refuse (self, decision,
			               "\"%s\" is no key of an entity (scheme:id, as outputs print"
			               " it)",
			               ends[i] == NULL ? "" : ends[i], error);
	if (strcmp (decision->left, decision->right) == 0)
		return refuse (self, decision, "%s is decided on with itself", decision->left,
		               error);
	if (!is_probability (decision->probability))
		return refuse (self, decision, "the probability for %s is not between 0 and 1",
		               decision->left, error);
	return TRUE;
}

/* The row takes its place behind the others of its pair */
static void
link_row (FairleadDecisions *self, guint n)
{
	Row *row = row_at (self, n);
	g_autofree char *pair = dup_pair (row->decision.left, row->decision.right);
	guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, pair));

	row->first = first == 0 ? n : first - 1;
	row->before = first == 0 ? -1 : row_at (self, first - 1)->last;
	row_at (self, row->first)->last = (gint) n;
	if (first == 0)
		g_hash_table_insert (self->pairs, g_steal_pointer (&pair),
		                     GUINT_TO_POINTER (n + 1));
}

static void
add_row (FairleadDecisions *self, const FairleadDecision *decision, const char *name)
{
	Row row = { .decision = *decision, .name = keep_text (self, name) };
	gboolean in_order = strcmp (decision->left, decision->right) < 0;

	row.decision.left = keep_text (self, in_order ? decision->left : decision->right);
	row.decision.right = keep_text (self, in_order ? decision->right : decision->left);
	row.decision.who = keep_text (self, decision->who);
	row.decision.when = keep_text (self, decision->when);
	row.decision.why = keep_text (self, decision->why);
	row.decision.undone_by = keep_text (self, decision->undone_by);
	row.decision.undone_on = keep_text (self, decision->undone_on);
	if (row.decision.undone_by != NULL && row.decision.undone_on == NULL)
		row.decision.undone_on = "undated";
	g_array_append_val (self->rows, row);
	link_row (self, self->rows->len - 1);
}

gboolean
fairlead_decisions_add (FairleadDecisions *self, const FairleadDecision *decision, GError **error)
{
	if (!check_decision (self, decision, error))
		return FALSE;
	add_row (self, decision, self->name);
	return TRUE;
}

void
fairlead_decisions_append (FairleadDecisions *self, const FairleadDecisions *other)
{
	for (guint i = 0; i < other->rows->len; i++)
		add_row (self, &row_at (other, i)->decision, row_at (other, i)->name);
}

/* ---- taking in ---- */

static gboolean
are_one_decision (const FairleadDecision *a, const FairleadDecision *b)
{
	return a->verdict == b->verdict && g_strcmp0 (a->who, b->who) == 0
	       && g_strcmp0 (a->when, b->when) == 0 && g_strcmp0 (a->why, b->why) == 0;
}

/* The one of the same words taken before decision @n of @self, or -1 */
static gint
find_equal_before (const FairleadDecisions *self, gint n, const FairleadDecision *decision)
{
	if (n >= 0)
		n = row_at (self, (guint) n)->before;
	while (n >= 0 && !are_one_decision (&row_at (self, (guint) n)->decision, decision))
		n = row_at (self, (guint) n)->before;
	return n;
}

static guint
count_equal_before (const FairleadDecisions *self, gint n, const FairleadDecision *decision)
{
	guint count = 0;

	while ((n = find_equal_before (self, n, decision)) >= 0)
		count++;
	return count;
}

/* A pair may have been decided on with the same words again: the first of them in @other is the
 * first here. -1 where there are not so many here. */
static gint
find_counterpart (const FairleadDecisions *self, const FairleadDecisions *other, guint of)
{
	const FairleadDecision *decision = &row_at (other, of)->decision;
	g_autofree char *pair = dup_pair (decision->left, decision->right);
	guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, pair));
	guint place = count_equal_before (other, (gint) of, decision);
	gint n = first == 0 ? -1 : row_at (self, first - 1)->last;

	if (n >= 0 && !are_one_decision (&row_at (self, (guint) n)->decision, decision))
		n = find_equal_before (self, n, decision);
	while (n >= 0 && count_equal_before (self, n, decision) > place)
		n = find_equal_before (self, n, decision);
	return n >= 0 && count_equal_before (self, n, decision) == place ? n : -1;
}

static gboolean
undo_like (FairleadDecision *decision, FairleadDecisions *self, const FairleadDecision *other)
{
	if (decision->undone_on != NULL || other->undone_on == NULL)
		return FALSE;
	decision->undone_by = keep_text (self, other->undone_by);
	decision->undone_on = keep_text (self, other->undone_on);
	return TRUE;
}

guint
fairlead_decisions_take_in (FairleadDecisions *self, const FairleadDecisions *other,
                            guint *n_undone)
{
	guint n_before = self->rows->len;

	*n_undone = 0;
	for (guint i = 0; i < other->rows->len; i++) {
		FairleadDecision decision = row_at (other, i)->decision;
		gint n = find_counterpart (self, other, i);

		decision.line = 0;
		if (n < 0)
			add_row (self, &decision, self->name);
		else
			*n_undone +=
				undo_like (&row_at (self, (guint) n)->decision, self, &decision);
	}
	return self->rows->len - n_before;
}

/* ---- what stands ---- */

static gboolean
is_undone (const FairleadDecision *decision)
{
	return decision->undone_on != NULL;
}

gint
fairlead_decisions_find (const FairleadDecisions *self, const char *left, const char *right)
{
	g_autofree char *pair = dup_pair (left, right);
	guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, pair));
	gint n;

	if (first == 0)
		return -1;
	for (n = row_at (self, first - 1)->last; n >= 0; n = row_at (self, (guint) n)->before)
		if (!is_undone (&row_at (self, (guint) n)->decision))
			break;
	return n;
}

gint
fairlead_decisions_find_last (const FairleadDecisions *self)
{
	for (guint n = self->rows->len; n > 0; n--)
		if (!is_undone (&row_at (self, n - 1)->decision))
			return (gint) n - 1;
	return -1;
}

gboolean
fairlead_decisions_stands (const FairleadDecisions *self, guint n)
{
	const FairleadDecision *decision = fairlead_decisions_get (self, n);

	return fairlead_decisions_find (self, decision->left, decision->right) == (gint) n;
}

gboolean
fairlead_decisions_undo (FairleadDecisions *self, guint n, const char *who, const char *when,
                         GError **error)
{
	g_autofree char *place = NULL;
	FairleadDecision *decision;

	if (n >= self->rows->len)
		return fairlead_set_error_at (error, self->name != NULL ? self->name : "decisions",
		                              0, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		                              "there is no decision %u among %u", n + 1,
		                              self->rows->len);
	decision = &row_at (self, n)->decision;
	place = fairlead_decisions_dup_place (self, n);
	if (is_undone (decision))
		return fairlead_set_error_at (error, place, 0, FAIRLEAD_ERROR_INVALID_VALUE,
		                              "the decision on %s and %s was undone before",
		                              decision->left, decision->right);
	decision->undone_by = keep_text (self, who);
	decision->undone_on = when != NULL && *when != '\0' ? keep_text (self, when) : "undated";
	return TRUE;
}

char *
fairlead_decision_dup_now (void)
{
	g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

	return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
