/* library/gaps/gaps.c */
#include "library/gaps/gaps-private.h"

#include <math.h>

#include "graph/ownership/holdings/law.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"

struct _FleadGaps {
	GObject parent;
	FleadNetwork *network;
	FairleadGaps gaps;
	GPtrArray *held; /* of FairleadUnlisted */
	FairleadGapsView view;
	FairleadGapsPage page;
	GArray *rows; /* of GapRow */
};

const GapRow *
flead_gaps_get_row (FleadGaps *self, guint row)
{
	return &g_array_index (self->rows, GapRow, row);
}

const FairleadGapsPage *
flead_gaps_get_page (FleadGaps *self)
{
	return &self->page;
}

FleadNetwork *
flead_gaps_get_network (FleadGaps *self)
{
	return self->network;
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_GAP;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_GAPS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_gap_new (FLEAD_GAPS (model), position) : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

static const char *
verdict_name (guint verdict)
{
	return fairlead_verdict_name (verdict);
}

static const char *
held_name (guint held)
{
	return fairlead_held_name (held);
}

enum {
	FINDING,
	ID,
	NAME,
	KIND,
	REGIME,
	BODY,
	PROGRAMMES,
	SINCE,
	UNTIL,
	LAG_LOW,
	LAG_HIGH,
	OTHER,
	LINK,
	SHARE_LOW,
	SHARE_HIGH,
	SOURCES,
	CERTAINTY,
	RULE,
	RULE_FROM,
	THRESHOLD,
	GROUND,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[FINDING] = { "finding", FLEAD_COLUMN_WORD, gap_finding_name, N_GAP_FINDINGS },
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[REGIME] = { "regime", FLEAD_COLUMN_TEXT, NULL, 0 },
	[BODY] = { "body", FLEAD_COLUMN_TEXT, NULL, 0 },
	[PROGRAMMES] = { "programmes", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SINCE] = { "since", FLEAD_COLUMN_DAY, NULL, 0 },
	[UNTIL] = { "until", FLEAD_COLUMN_DAY, NULL, 0 },
	[LAG_LOW] = { "lag_days_low", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[LAG_HIGH] = { "lag_days_high", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[OTHER] = { "other", FLEAD_COLUMN_TEXT, NULL, 0 },
	[LINK] = { "link", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SHARE_LOW] = { "share_low", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[SHARE_HIGH] = { "share_high", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[SOURCES] = { "sources", FLEAD_COLUMN_TEXT, NULL, 0 },
	[CERTAINTY] = { "certainty", FLEAD_COLUMN_WORD, verdict_name, FAIRLEAD_N_VERDICTS },
	[RULE] = { "rule", FLEAD_COLUMN_TEXT, NULL, 0 },
	[RULE_FROM] = { "rule_from", FLEAD_COLUMN_TEXT, NULL, 0 },
	[THRESHOLD] = { "threshold", FLEAD_COLUMN_TEXT, NULL, 0 },
	[GROUND] = { "ground", FLEAD_COLUMN_WORD, held_name, FAIRLEAD_N_HELD },
};

static void
add_lag (TableMaker *maker, const FairleadListing *listing)
{
	gboolean is_low = listing != NULL && listing->lag.first != FAIRLEAD_DAY_OPEN_PAST;
	gboolean is_high = listing != NULL && listing->lag.last != FAIRLEAD_DAY_OPEN_FUTURE;

	table_maker_add_number (maker, LAG_LOW, is_low ? listing->lag.first : (double) NAN);
	table_maker_add_number (maker, LAG_HIGH, is_high ? listing->lag.last : (double) NAN);
}

/* The namesakes of an absence, or the holder */
static void
add_other (TableMaker *maker, FairleadNetwork *inner, const GapRow *row)
{
	g_autoptr (GPtrArray) ids = g_ptr_array_new ();
	const GArray *namesakes = row->absence != NULL ? row->absence->namesakes : NULL;

	for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
		g_ptr_array_add (ids, (gpointer) fairlead_network_get_id (
					      inner, g_array_index (namesakes, FairleadVertex, i)));
	if (row->hold != NULL)
		g_ptr_array_add (ids,
		                 (gpointer) fairlead_network_get_id (inner, row->hold->holder));
	table_maker_add_texts (maker, OTHER, ids);
}

static void
add_share (FleadGaps *self, TableMaker *maker, const GapRow *row)
{
	FairleadShare share = row->hold != NULL ? fairlead_hold_get_share (&self->page, row->hold)
	                                        : FAIRLEAD_SHARE_UNKNOWN;
	gboolean is_unknown = fairlead_share_is_unknown (share);
	const FairleadLinkFact *fact =
		row->hold == NULL ? NULL
				  : fairlead_network_get_link (self->page.network, row->hold->link);

	table_maker_add_text (maker, LINK,
	                      fact == NULL ? NULL : fairlead_link_info (fact->kind)->inverse);
	table_maker_add_number (maker, SHARE_LOW,
	                        is_unknown ? (double) NAN
	                                   : (double) share.low / FAIRLEAD_SHARE_ONE);
	table_maker_add_number (maker, SHARE_HIGH,
	                        is_unknown ? (double) NAN
	                                   : (double) share.high / FAIRLEAD_SHARE_ONE);
}

static void
add_rule (TableMaker *maker, const FairleadHold *hold)
{
	const FairleadRule *rule = hold != NULL ? hold->rule : NULL;
	g_autofree char *from = rule != NULL ? fairlead_rule_dup_from (rule) : NULL;
	g_autofree char *threshold = rule != NULL ? fairlead_rule_dup_threshold (rule) : NULL;

	table_maker_add_word (maker, CERTAINTY,
	                      rule != NULL ? (gint32) hold->standing.verdict : -1);
	table_maker_add_text (maker, RULE, rule != NULL ? rule->id : NULL);
	table_maker_add_text (maker, RULE_FROM, from);
	table_maker_add_text (maker, THRESHOLD, threshold);
	table_maker_add_word (maker, GROUND, rule != NULL ? (gint32) hold->standing.ground : -1);
}

static void
add_body (FleadGaps *self, TableMaker *maker, const GapRow *row)
{
	g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
	FairleadPeriod period = gap_row_get_period (row, self->page.network);

	if (row->listing != NULL)
		g_ptr_array_add (bodies, (gpointer) row->listing->body);
	table_maker_add_text (maker, REGIME, row->regime);
	table_maker_add_texts (maker, BODY, row->hold != NULL ? row->hold->bodies : bodies);
	table_maker_add_texts (maker, PROGRAMMES,
	                       row->listing != NULL ? row->listing->programmes : NULL);
	table_maker_add_day (maker, SINCE, period.start.first);
	table_maker_add_day (maker, UNTIL, period.end.last);
}

static void
add_row (FleadGaps *self, TableMaker *maker, const GapRow *row)
{
	FairleadNetwork *inner = self->page.network;
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (
		&self->page, row->hold != NULL ? row->hold->sources : row->listing->sources);

	table_maker_add_word (maker, FINDING, (gint32) gap_row_get_finding (row));
	table_maker_add_text (maker, ID, fairlead_network_get_id (inner, row->vertex));
	table_maker_add_text (maker, NAME, fairlead_network_get_name (inner, row->vertex));
	table_maker_add_word (maker, KIND, (gint32) fairlead_network_get_kind (inner, row->vertex));
	add_body (self, maker, row);
	add_lag (maker, row->listing);
	add_other (maker, inner, row);
	add_share (self, maker, row);
	table_maker_add_texts (maker, SOURCES, sources);
	add_rule (maker, row->hold);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadGaps *self = FLEAD_GAPS (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->rows->len);

	for (guint i = 0; i < self->rows->len; i++)
		add_row (self, maker, flead_gaps_get_row (self, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadGaps *self = FLEAD_GAPS (result);
	FairleadGapsView view = self->view;

	g_return_val_if_fail (self->network != NULL, FALSE);
	view.format = flead_format_to_inner (format);
	return fairlead_gaps_write (self->page.network, &self->gaps, self->held, &view, stream,
	                            cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadGaps, flead_gaps)

static void
flead_gaps_finalize (GObject *object)
{
	FleadGaps *self = FLEAD_GAPS (object);

	g_clear_pointer (&self->rows, g_array_unref);
	g_clear_pointer (&self->held, g_ptr_array_unref);
	fairlead_gaps_clear (&self->gaps);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_gaps_parent_class)->finalize (object);
}

/* One that g_object_new() made has found nothing */
static void
flead_gaps_init (FleadGaps *self)
{
	self->rows = g_array_new (FALSE, FALSE, sizeof (GapRow));
}

/* ---- finding ---- */

static gboolean
are_bodies (const char *const *bodies, GError **error)
{
	for (guint i = 0; bodies != NULL && bodies[i] != NULL; i++)
		if (*bodies[i] == '\0') {
			g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
			             "one of the bodies has no name");
			return FALSE;
		}
	if (bodies == NULL || g_strv_length ((char **) bodies) >= 2)
		return TRUE;
	g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "two bodies at least can be compared");
	return FALSE;
}

static void
take_gap (FleadGaps *self, const FairleadGap *gap)
{
	GapRow row = { .vertex = gap->vertex, .regime = gap->regime };

	for (guint i = 0; i < gap->listings->len; i++) {
		row.listing = gap->listings->pdata[i];
		g_array_append_val (self->rows, row);
	}
	for (guint i = 0; i < gap->absences->len; i++) {
		row.absence = gap->absences->pdata[i];
		row.listing = &row.absence->listing;
		g_array_append_val (self->rows, row);
	}
}

static void
take_held (FleadGaps *self, const FairleadUnlisted *held)
{
	for (guint i = 0; i < held->holds->len; i++) {
		const GapRow row = { .vertex = held->vertex, .hold = held->holds->pdata[i] };

		g_array_append_val (self->rows, row);
	}
}

/* In the order of the CSV */
static void
take_rows (FleadGaps *self)
{
	for (guint i = 0; i < self->gaps.gaps->len; i++)
		if (fairlead_gaps_shows (&self->page, self->gaps.gaps->pdata[i]))
			take_gap (self, self->gaps.gaps->pdata[i]);
	for (guint i = 0; i < self->held->len; i++)
		take_held (self, self->held->pdata[i]);
}

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	char *programme;
	GStrv bodies;
	gboolean includes_all;
} Asked;

static gpointer
find_asked (gpointer network, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;
	const FairleadGapQuestion question = { asked->programme,
		                               (const char *const *) asked->bodies,
		                               cancellable,
		                               { progress, progress_data } };
	FairleadNetwork *inner = flead_network_get_inner (network);
	g_autoptr (FleadGaps) self = NULL;

	if (!are_bodies (question.bodies, error))
		return NULL;
	self = g_object_new (FLEAD_TYPE_GAPS, NULL);
	self->network = g_object_ref (network);
	if (!fairlead_gaps_init (&self->gaps, inner, &question, error))
		return NULL;
	self->held = fairlead_unlisted_dup_all (inner, &question, error);
	if (self->held == NULL)
		return NULL;
	self->view.all = asked->includes_all;
	self->page = (FairleadGapsPage){ inner, fairlead_network_get_records (inner), &self->gaps,
		                         self->held, &self->view };
	take_rows (self);
	return g_steal_pointer (&self);
}

FleadGaps *
flead_network_find_gaps (FleadNetwork *self, const char *programme, const char *const *bodies,
                         gboolean includes_all, GCancellable *cancellable, FleadProgress progress,
                         gpointer user_data, GError **error)
{
	Asked asked = { (char *) programme, (GStrv) bodies, includes_all };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return find_asked (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXT (Asked, programme), OWNS_TEXTS (Asked, bodies) };
static const RelayDeed find_deed = DEED (find_asked, Asked, owned);

void
flead_network_find_gaps_async (FleadNetwork *self, const char *programme, const char *const *bodies,
                               gboolean includes_all, LATER_PARAMETERS)
{
	Asked asked = { (char *) programme, (GStrv) bodies, includes_all };

	g_return_if_fail (FLEAD_IS_NETWORK (self));
	relay_do (self, &find_deed, &asked, LATER);
}

DEFINE_FINISH (FleadGaps, flead_network_find_gaps, FleadNetwork, find_deed)

/* ---- reading ---- */

char **
flead_gaps_dup_bodies (FleadGaps *self)
{
	g_return_val_if_fail (FLEAD_IS_GAPS (self), NULL);
	return flead_texts_dup (self->gaps.bodies);
}

char **
flead_gaps_dup_alone (FleadGaps *self)
{
	g_return_val_if_fail (FLEAD_IS_GAPS (self), NULL);
	return flead_texts_dup (self->gaps.alone);
}
