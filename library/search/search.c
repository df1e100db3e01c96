/* library/search/search.c */
#include <fairlead/search.h>

#include <math.h>

#include "graph/find/search.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "library/table/row-class.h"
#include "output/search/search-output.h"
#include "output/values.h"

struct _FleadHits {
	GObject parent;
	FleadNetwork *network;
	char *text;
	GArray *found;   /* of FairleadFound */
	GPtrArray *whys; /* of char: one for each */
};

/* ---- a hit ---- */

FleadHit *flead_hit_new (FleadHits *owner, guint row);

DEFINE_ROW (FleadHit, flead_hit, FleadHits)

static const FairleadFound *
found_of (FleadHit *self)
{
	return &g_array_index (self->owner->found, FairleadFound, self->row);
}

FleadEntity *
flead_hit_dup_entity (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	return flead_entity_new (self->owner->network, found_of (self)->vertex);
}

const char *
flead_hit_get_text (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	return found_of (self)->text;
}

const char *
flead_hit_get_found_by (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	return fairlead_found_by_name (found_of (self)->by);
}

static const char *
scheme_of (const FairleadFound *found)
{
	return found->by == FAIRLEAD_FOUND_BY_NUMBER ? fairlead_id_scheme_info (found->scheme)->name
	                                             : NULL;
}

static double
evidence_of (const FairleadFound *found)
{
	return found->by == FAIRLEAD_FOUND_BY_NAME ? found->evidence : (double) NAN;
}

const char *
flead_hit_get_scheme (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	return scheme_of (found_of (self));
}

double
flead_hit_get_similarity (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), (double) NAN);
	return found_of (self)->similarity;
}

double
flead_hit_get_evidence (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), (double) NAN);
	return evidence_of (found_of (self));
}

const char *
flead_hit_get_why (FleadHit *self)
{
	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	return self->owner->whys->pdata[self->row];
}

FleadSource *
flead_hit_dup_source (FleadHit *self)
{
	FairleadNetwork *inner;

	g_return_val_if_fail (flead_hit_is_made (self), NULL);
	inner = flead_network_get_inner (self->owner->network);
	return flead_source_new (fairlead_network_get_records (inner), found_of (self)->source);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_HIT;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_HITS (model)->found->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_hit_new (FLEAD_HITS (model), position) : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

enum {
	SIMILARITY,
	EVIDENCE,
	FOUND_BY,
	SCHEME,
	TEXT,
	ID,
	NAME,
	KIND,
	DESIGNATIONS,
	WHY,
	SOURCE,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[SIMILARITY] = { "similarity", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[EVIDENCE] = { "evidence_bits", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[FOUND_BY] = { "found_by", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SCHEME] = { "scheme", FLEAD_COLUMN_TEXT, NULL, 0 },
	[TEXT] = { "text", FLEAD_COLUMN_TEXT, NULL, 0 },
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[DESIGNATIONS] = { "designations", FLEAD_COLUMN_TEXT, NULL, 0 },
	[WHY] = { "why", FLEAD_COLUMN_TEXT, NULL, 0 },
	[SOURCE] = { "source", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_row (TableMaker *maker, FairleadNetwork *inner, const FairleadFound *found, const char *why)
{
	FairleadRecords *records = fairlead_network_get_records (inner);
	g_autoptr (GPtrArray) lists = fairlead_values_of_designations (inner, found->vertex);
	g_autofree char *source = fairlead_records_dup_source_text (records, found->source);

	table_maker_add_number (maker, SIMILARITY, found->similarity);
	table_maker_add_number (maker, EVIDENCE, evidence_of (found));
	table_maker_add_text (maker, FOUND_BY, fairlead_found_by_name (found->by));
	table_maker_add_text (maker, SCHEME, scheme_of (found));
	table_maker_add_text (maker, TEXT, found->text);
	table_maker_add_text (maker, ID, fairlead_network_get_id (inner, found->vertex));
	table_maker_add_text (maker, NAME, fairlead_network_get_name (inner, found->vertex));
	table_maker_add_word (maker, KIND,
	                      (gint32) fairlead_network_get_kind (inner, found->vertex));
	table_maker_add_texts (maker, DESIGNATIONS, lists);
	table_maker_add_text (maker, WHY, why);
	table_maker_add_text (maker, SOURCE, source);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadHits *self = FLEAD_HITS (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->found->len);

	for (guint i = 0; i < self->found->len; i++)
		add_row (maker, flead_network_get_inner (self->network),
		         &g_array_index (self->found, FairleadFound, i), self->whys->pdata[i]);
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadHits *self = FLEAD_HITS (result);
	const FairleadSearchView view = { .format = flead_format_to_inner (format),
		                          .text = self->text,
		                          .whys = self->whys };

	g_return_val_if_fail (self->network != NULL, FALSE);
	return fairlead_search_write (flead_network_get_inner (self->network), NULL, self->found,
	                              &view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadHits, flead_hits)

static void
flead_hits_finalize (GObject *object)
{
	FleadHits *self = FLEAD_HITS (object);

	g_clear_pointer (&self->whys, g_ptr_array_unref);
	g_clear_pointer (&self->found, g_array_unref);
	g_clear_pointer (&self->text, g_free);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_hits_parent_class)->finalize (object);
}

/* One that g_object_new() made has found nothing */
static void
flead_hits_init (FleadHits *self)
{
	self->found = g_array_new (FALSE, FALSE, sizeof (FairleadFound));
	self->whys = g_ptr_array_new_with_free_func (g_free);
}

/* ---- searching ---- */

static gboolean
is_possible (const char *kind, FairleadKind *number, guint limit, GError **error)
{
	if (kind != NULL && !fairlead_kind_from_name (kind, number)) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
		             "%s is no kind (person, company, public-body, vessel, aircraft,"
		             " address)",
		             kind);
		return FALSE;
	}
	if (limit > 0)
		return TRUE;
	g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "at least one hit must be wanted");
	return FALSE;
}

static FleadHits *
new_hits (FleadNetwork *network, FairleadFinder *finder, const char *text, GArray *found)
{
	FleadHits *hits = g_object_new (FLEAD_TYPE_HITS, NULL);

	hits->network = g_object_ref (network);
	hits->text = g_strdup (text);
	g_array_unref (hits->found);
	hits->found = found;
	for (guint i = 0; i < found->len; i++)
		g_ptr_array_add (hits->whys,
		                 fairlead_search_dup_why (
					 finder, text, &g_array_index (found, FairleadFound, i)));
	return hits;
}

/* What is asked; texts are borrowed, but in a thread */
typedef struct {
	char *text;
	char *kind;
	guint limit;
} Asked;

static gpointer
search_asked (gpointer network, gpointer argument, GCancellable *cancellable,
              FleadProgress progress, gpointer progress_data, GError **error)
{
	const Asked *asked = argument;
	const FairleadTelling telling = { progress, progress_data };
	FairleadKind number = FAIRLEAD_KIND_UNKNOWN;
	FairleadFinder *finder;
	GArray *found;
	FleadHits *hits;

	if (!is_possible (asked->kind, &number, asked->limit, error))
		return NULL;
	finder = flead_network_lock_finder (network);
	fairlead_finder_set_telling (finder, &telling);
	found = fairlead_search (flead_network_get_inner (network), finder, asked->text, number,
	                         asked->limit, cancellable, error);
	fairlead_finder_set_telling (finder, NULL);
	hits = found != NULL ? new_hits (network, finder, asked->text, found) : NULL;
	flead_network_unlock_finder (network);
	return hits;
}

static gboolean
is_text (const char *text)
{
	return text != NULL && g_utf8_validate (text, -1, NULL);
}

FleadHits *
flead_network_search (FleadNetwork *self, const char *text, const char *kind, guint limit,
                      GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                      GError **error)
{
	Asked asked = { (char *) text, (char *) kind, limit };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && is_text (text), NULL);
	return search_asked (self, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = { OWNS_TEXT (Asked, text), OWNS_TEXT (Asked, kind) };
static const RelayDeed search_deed = DEED (search_asked, Asked, owned);

void
flead_network_search_async (FleadNetwork *self, const char *text, const char *kind, guint limit,
                            LATER_PARAMETERS)
{
	Asked asked = { (char *) text, (char *) kind, limit };

	g_return_if_fail (FLEAD_IS_NETWORK (self) && is_text (text));
	relay_do (self, &search_deed, &asked, LATER);
}

DEFINE_FINISH (FleadHits, flead_network_search, FleadNetwork, search_deed)
