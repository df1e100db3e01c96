/* library/screen/screening.c */
#include "library/screen/screening-private.h"

#include <math.h>

#include "graph/ownership/holdings/law.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"

#define MOST_HOPS 10

/* Rows between two words on how far it is */
#define BETWEEN_WORDS 64

struct _FleadScreening {
	GObject parent;
	FleadNetwork *network;
	char *names;
	GStrv asked_columns; /* NULL: none */
	char *columns;       /* which were taken for what; NULL: not read yet */
	FairleadScreenView view;
	GStringChunk *texts; /* of the rows */
	GArray *rows;        /* of ScreenedRow */
	guint64 counts[FAIRLEAD_N_SCREEN_VERDICTS];
};

#define SAME(verdict) \
	G_STATIC_ASSERT ((int) FLEAD_SCREEN_VERDICT_##verdict == (int) FAIRLEAD_SCREEN_##verdict)
SAME (LISTED);
SAME (OWNED);
SAME (LINKED);
SAME (NEAR);
SAME (NONE);
SAME (NOT_SCREENED);

const ScreenedRow *
flead_screening_get_row (FleadScreening *self, guint row)
{
	return &g_array_index (self->rows, ScreenedRow, row);
}

FleadNetwork *
flead_screening_get_network (FleadScreening *self)
{
	return self->network;
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_SCREENED;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_SCREENING (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model)
	               ? flead_screened_new (FLEAD_SCREENING (model), position)
	               : NULL;
}

/* ---- as a result ---- */

static const char *
screen_verdict_name (guint verdict)
{
	return fairlead_screen_verdict_name (verdict);
}

static const char *
verdict_name (guint verdict)
{
	return fairlead_verdict_name (verdict);
}

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

static const char *
held_name (guint held)
{
	return fairlead_held_name (held);
}

/* Columns that are no texts or numbers */
static const ColumnPlan special[FAIRLEAD_N_SCREEN_COLUMNS] = {
	[FAIRLEAD_SCREEN_COLUMN_LINE] = { "line", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[FAIRLEAD_SCREEN_COLUMN_LINKS] = { "links", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[FAIRLEAD_SCREEN_COLUMN_VERDICT] = { "verdict", FLEAD_COLUMN_WORD, screen_verdict_name,
	                                     FAIRLEAD_N_SCREEN_VERDICTS },
	[FAIRLEAD_SCREEN_COLUMN_CERTAINTY] = { "certainty", FLEAD_COLUMN_WORD, verdict_name,
	                                       FAIRLEAD_N_VERDICTS },
	[FAIRLEAD_SCREEN_COLUMN_GROUND] = { "ground", FLEAD_COLUMN_WORD, held_name,
	                                    FAIRLEAD_N_HELD },
	[FAIRLEAD_SCREEN_COLUMN_MATCH_KIND] = { "match_kind", FLEAD_COLUMN_WORD, kind_name,
	                                        FAIRLEAD_N_KINDS },
};

static ColumnPlan
plan_of (guint column)
{
	if (special[column].name != NULL)
		return special[column];
	return (ColumnPlan){ fairlead_screen_column_name (column),
		             fairlead_screen_column_is_number (column) ? FLEAD_COLUMN_NUMBER
		                                                       : FLEAD_COLUMN_TEXT,
		             NULL, 0 };
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadScreening *self = FLEAD_SCREENING (result);
	g_autoptr (TableMaker) maker = NULL;
	ColumnPlan plans[FAIRLEAD_N_SCREEN_COLUMNS];

	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		plans[i] = plan_of (i);
	maker = table_maker_new (plans, FAIRLEAD_N_SCREEN_COLUMNS, self->rows->len);
	for (guint i = 0; i < self->rows->len; i++)
		for (guint j = 0; j < FAIRLEAD_N_SCREEN_COLUMNS; j++)
			table_maker_add_cell (maker, j,
			                      flead_screening_get_row (self, i)->cells.cells[j]);
	return table_maker_finish (maker);
}

static gboolean
write_as (FleadScreening *self, const FairleadScreenView *view, GOutputStream *stream,
          GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadScreenWriter) writer = fairlead_screen_writer_new (
		flead_network_get_inner (self->network), NULL, view, stream, cancellable, error);
	gboolean is_going = TRUE;

	if (writer == NULL)
		return FALSE;
	for (guint i = 0; is_going && i < self->rows->len; i++)
		is_going = fairlead_screen_writer_add_cells (
			writer, &flead_screening_get_row (self, i)->cells);
	return fairlead_screen_writer_finish (writer, error);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadScreening *self = FLEAD_SCREENING (result);
	FairleadScreenView view = self->view;

	g_return_val_if_fail (self->network != NULL, FALSE);
	view.format = flead_format_to_inner (format);
	return write_as (self, &view, stream, cancellable, error);
}

gboolean
flead_screening_write_workbook (FleadScreening *self, GOutputStream *stream,
                                GCancellable *cancellable, GError **error)
{
	FairleadScreenView view;

	g_return_val_if_fail (FLEAD_IS_SCREENING (self) && self->network != NULL, FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	view = self->view;
	view.as_workbook = TRUE;
	return write_as (self, &view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadScreening, flead_screening)

static void
flead_screening_finalize (GObject *object)
{
	FleadScreening *self = FLEAD_SCREENING (object);

	g_clear_pointer (&self->rows, g_array_unref);
	g_clear_pointer (&self->texts, g_string_chunk_free);
	g_clear_pointer (&self->view.parameters, g_strfreev);
	g_clear_pointer (&self->columns, g_free);
	g_clear_pointer (&self->asked_columns, g_strfreev);
	g_clear_pointer (&self->names, g_free);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_screening_parent_class)->finalize (object);
}

/* One that g_object_new() made has no rows */
static void
flead_screening_init (FleadScreening *self)
{
	self->texts = g_string_chunk_new (4096);
	self->rows = g_array_new (FALSE, FALSE, sizeof (ScreenedRow));
}

/* ---- screening ---- */

/* Most texts are empty or the same as in other rows */
static void
take_row (FleadScreening *self, const FairleadNamesRow *row, const FairleadScreened *screened)
{
	g_auto (FairleadScreenCells) cells;
	ScreenedRow kept;

	fairlead_screen_cells_init (&cells, flead_network_get_inner (self->network), row, screened);
	kept = (ScreenedRow){ .match = screened->match.vertex, .cells.verdict = cells.verdict };
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		kept.cells.cells[i] = g_string_chunk_insert_const (self->texts, cells.cells[i]);
	self->counts[cells.verdict]++;
	g_array_append_val (self->rows, kept);
}

static gboolean
screen_next (FleadScreening *self, FairleadNamesFile *names, FairleadScreener *screener,
             GError **error)
{
	g_auto (FairleadNamesRow) row = { 0 };
	g_auto (FairleadScreened) screened = { 0 };
	FairleadScreenQuery query;

	if (!fairlead_names_file_next (names, &row, error))
		return FALSE;
	query = fairlead_screen_query_of (&row);
	fairlead_screener_screen (screener, &query, &screened);
	take_row (self, &row, &screened);
	return TRUE;
}

static gboolean
screen_all (FleadScreening *self, FairleadNamesFile *names, FairleadScreener *screener,
            GCancellable *cancellable, FleadProgress progress, gpointer data, GError **error)
{
	g_autoptr (GError) local = NULL;

	while (!g_cancellable_set_error_if_cancelled (cancellable, &local)
	       && screen_next (self, names, screener, &local))
		if (progress != NULL && self->rows->len % BETWEEN_WORDS == 1)
			progress (self->names, self->rows->len, 0, data);
	if (local != NULL) {
		g_propagate_error (error, g_steal_pointer (&local));
		return FALSE;
	}
	return TRUE;
}

static gboolean
are_possible (guint max_hops, GError **error)
{
	if (max_hops <= MOST_HOPS)
		return TRUE;
	g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
	             "%u links between two are not possible (0 to %d)", max_hops, MOST_HOPS);
	return FALSE;
}

/* Fills what was asked with its answer: (transfer full): the same */
static gpointer
screen (gpointer network, gpointer asked, GCancellable *cancellable, FleadProgress progress,
        gpointer data, GError **error)
{
	FleadScreening *self = asked;
	FairleadNetwork *inner = flead_network_get_inner (network);
	g_autoptr (FairleadNamesFile) names = NULL;
	g_autoptr (FairleadScreener) screener = NULL;

	if (!are_possible (self->view.max_hops, error))
		return NULL;
	names = fairlead_names_file_open (self->names, (const char *const *) self->asked_columns,
	                                  error);
	if (names == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	screener = fairlead_screener_new (inner, self->view.max_hops, error);
	if (screener == NULL)
		return NULL;
	self->columns = fairlead_names_file_dup_columns (names);
	self->view.names = self->names;
	self->view.columns = self->columns;
	self->view.parameters = fairlead_screen_dup_parameters (inner, screener, &self->view);
	return screen_all (self, names, screener, cancellable, progress, data, error)
	               ? g_object_ref (self)
	               : NULL;
}

static FleadScreening *
ask (FleadNetwork *network, const char *names, const char *const *columns, guint max_hops)
{
	FleadScreening *self = g_object_new (FLEAD_TYPE_SCREENING, NULL);

	self->network = g_object_ref (network);
	self->names = g_strdup (names);
	self->asked_columns = g_strdupv ((char **) columns);
	self->view.max_hops = max_hops;
	return self;
}

FleadScreening *
flead_network_screen (FleadNetwork *self, const char *names, const char *const *columns,
                      guint max_hops, GCancellable *cancellable, FleadProgress progress,
                      gpointer user_data, GError **error)
{
	g_autoptr (FleadScreening) asked = NULL;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && names != NULL, NULL);
	asked = ask (self, names, columns, max_hops);
	return screen (self, asked, cancellable, progress, user_data, error);
}

static const RelayDeed screen_deed = { .work = screen };

void
flead_network_screen_async (FleadNetwork *self, const char *names, const char *const *columns,
                            guint max_hops, LATER_PARAMETERS)
{
	g_return_if_fail (FLEAD_IS_NETWORK (self) && names != NULL);
	relay_do (self, &screen_deed, ask (self, names, columns, max_hops), LATER);
}

DEFINE_FINISH (FleadScreening, flead_network_screen, FleadNetwork, screen_deed)

guint64
flead_screening_count (FleadScreening *self, FleadScreenVerdict verdict)
{
	g_return_val_if_fail (FLEAD_IS_SCREENING (self), 0);
	g_return_val_if_fail ((guint) verdict < FAIRLEAD_N_SCREEN_VERDICTS, 0);
	return self->counts[verdict];
}
