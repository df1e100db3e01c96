/* library/input/case.c */
#include "library/input/case-private.h"

#include "ingest/case/case-editions.h"
#include "ingest/case/inputs.h"
#include "ingest/decision-file.h"
#include "ingest/record/error.h"
#include "library/input/day.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"

struct _FleadCase {
	GObject parent;
	GStrv inputs;
	GStrv mappings;  /* NULL: none */
	char *decisions; /* NULL: none */
	gboolean merges;
	gboolean hashes;
	char *as_of;   /* NULL: no day */
	char *edition; /* NULL: the current one */
};

G_DEFINE_FINAL_TYPE (FleadCase, flead_case, G_TYPE_OBJECT)

enum {
	PROP_INPUTS = 1,
	PROP_MAPPINGS,
	PROP_DECISIONS,
	PROP_MERGES,
	PROP_HASHES,
	PROP_AS_OF,
	PROP_EDITION,
	N_PROPERTIES
};

/* ---- properties ---- */

static void
set_texts (GStrv *texts, const GValue *value)
{
	g_strfreev (*texts);
	*texts = g_value_dup_boxed (value);
}

static void
set_text (char **text, const GValue *value)
{
	g_free (*text);
	*text = g_value_dup_string (value);
}

static void
flead_case_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
	FleadCase *self = FLEAD_CASE (object);

	switch (property) {
	case PROP_INPUTS:
		set_texts (&self->inputs, value);
		break;
	case PROP_MAPPINGS:
		set_texts (&self->mappings, value);
		break;
	case PROP_DECISIONS:
		set_text (&self->decisions, value);
		break;
	case PROP_MERGES:
		self->merges = g_value_get_boolean (value);
		break;
	case PROP_HASHES:
		self->hashes = g_value_get_boolean (value);
		break;
	case PROP_AS_OF:
		set_text (&self->as_of, value);
		break;
	case PROP_EDITION:
		set_text (&self->edition, value);
		break;
	default:
		G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
	}
}

static void
flead_case_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
	FleadCase *self = FLEAD_CASE (object);

	switch (property) {
	case PROP_INPUTS:
		g_value_set_boxed (value, self->inputs);
		break;
	case PROP_MAPPINGS:
		g_value_set_boxed (value, self->mappings);
		break;
	case PROP_DECISIONS:
		g_value_set_string (value, self->decisions);
		break;
	case PROP_MERGES:
		g_value_set_boolean (value, self->merges);
		break;
	case PROP_HASHES:
		g_value_set_boolean (value, self->hashes);
		break;
	case PROP_AS_OF:
		g_value_set_string (value, self->as_of);
		break;
	case PROP_EDITION:
		g_value_set_string (value, self->edition);
		break;
	default:
		G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
	}
}

static void
flead_case_finalize (GObject *object)
{
	FleadCase *self = FLEAD_CASE (object);

	g_strfreev (self->inputs);
	g_strfreev (self->mappings);
	g_free (self->decisions);
	g_free (self->as_of);
	g_free (self->edition);
	G_OBJECT_CLASS (flead_case_parent_class)->finalize (object);
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static void
flead_case_class_init (FleadCaseClass *class)
{
	GObjectClass *object_class = G_OBJECT_CLASS (class);
	GParamSpec *const properties[N_PROPERTIES] = {
		[PROP_INPUTS] = g_param_spec_boxed ("inputs", NULL, NULL, G_TYPE_STRV, FLAGS),
		[PROP_MAPPINGS] = g_param_spec_boxed ("mappings", NULL, NULL, G_TYPE_STRV, FLAGS),
		[PROP_DECISIONS] = g_param_spec_string ("decisions", NULL, NULL, NULL, FLAGS),
		[PROP_MERGES] = g_param_spec_boolean ("merges", NULL, NULL, TRUE, FLAGS),
		[PROP_HASHES] = g_param_spec_boolean ("hashes", NULL, NULL, FALSE, FLAGS),
		[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, NULL, FLAGS),
		[PROP_EDITION] = g_param_spec_string ("edition", NULL, NULL, NULL, FLAGS),
	};

	object_class->set_property = flead_case_set_property;
	object_class->get_property = flead_case_get_property;
	object_class->finalize = flead_case_finalize;
	for (guint i = 1; i < N_PROPERTIES; i++)
		g_object_class_install_property (object_class, i, properties[i]);
}

static void
flead_case_init (FleadCase *self)
{
	self->merges = TRUE;
}

FleadCase *
flead_case_new (const char *const *inputs)
{
	return g_object_new (FLEAD_TYPE_CASE, "inputs", inputs, NULL);
}

/* ---- loading ---- */

typedef struct {
	FleadProgress progress;
	gpointer data;
} Listener;

static void
on_bytes (const FairleadLoadProgress *load, gpointer listener)
{
	const Listener *self = listener;

	self->progress (load->path, load->n_bytes, load->n_total, self->data);
}

static FairleadLoader *
new_loader (FleadCase *self, const Listener *listener, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();

	for (guint i = 0; self->mappings != NULL && self->mappings[i] != NULL; i++)
		if (!fairlead_loader_add_mapping (loader, self->mappings[i], error))
			return NULL;
	fairlead_loader_set_hashing (loader, self->hashes);
	if (listener->progress != NULL)
		fairlead_loader_set_progress (loader, on_bytes, (gpointer) listener, NULL);
	return g_steal_pointer (&loader);
}

static gboolean
has_inputs (FleadCase *self, GError **error)
{
	if (self->inputs != NULL && self->inputs[0] != NULL)
		return TRUE;
	g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "the case has no inputs");
	return FALSE;
}

/* Those of kept cases, then those of the file; FALSE where they cannot be read */
static gboolean
read_decisions (FleadCase *self, FairleadDecisions **decisions, GCancellable *cancellable,
                GError **error)
{
	g_autoptr (FairleadDecisions) all = fairlead_inputs_load_decisions (
		(const char *const *) self->inputs, cancellable, error);
	g_autoptr (FairleadDecisions) of_file = NULL;

	if (all == NULL)
		return FALSE;
	if (self->decisions != NULL) {
		of_file = fairlead_decisions_read (self->decisions, cancellable, error);
		if (of_file == NULL)
			return FALSE;
		fairlead_decisions_append (all, of_file);
	}
	*decisions = fairlead_decisions_get_n (all) > 0 ? g_steal_pointer (&all) : NULL;
	return TRUE;
}

static FairleadRecords *
load_edition (FleadCase *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadCase) kept = NULL;

	if (self->inputs[1] != NULL || !fairlead_case_is_case (self->inputs[0])) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
		             "an edition is asked of one input, which is a kept case");
		return NULL;
	}
	kept = fairlead_case_open (self->inputs[0], error);
	return kept == NULL ? NULL
	                    : fairlead_case_load_edition (kept, self->edition, cancellable, error);
}

static FairleadRecords *
load_records (FleadCase *self, GCancellable *cancellable, const Listener *listener, GError **error)
{
	g_autoptr (FairleadLoader) loader = NULL;

	if (self->edition != NULL)
		return load_edition (self, cancellable, error);
	loader = new_loader (self, listener, error);
	return loader == NULL ? NULL
	                      : fairlead_inputs_load (loader, (const char *const *) self->inputs,
	                                              cancellable, error);
}

static FleadNetwork *
load (FleadCase *self, GCancellable *cancellable, const Listener *listener, GError **error)
{
	g_autoptr (FairleadDecisions) decisions = NULL;
	g_autoptr (FairleadRecords) records = NULL;
	gint32 day;

	if (!has_inputs (self, error) || !day_read (self->as_of, &day, error)
	    || !read_decisions (self, &decisions, cancellable, error))
		return NULL;
	records = load_records (self, cancellable, listener, error);
	/* Joining cannot be given up */
	if (records == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	return flead_network_new_take (
		fairlead_network_new_with (records, decisions, self->merges, day));
}

FleadNetwork *
flead_case_load (FleadCase *self, GCancellable *cancellable, FleadProgress progress,
                 gpointer user_data, GError **error)
{
	const Listener listener = { progress, user_data };

	g_return_val_if_fail (FLEAD_IS_CASE (self), NULL);
	return load (self, cancellable, &listener, error);
}

/* ---- in a thread ---- */

static gpointer
load_copy (gpointer source, gpointer copy, GCancellable *cancellable, FleadProgress progress,
           gpointer progress_data, GError **error)
{
	(void) source;
	return flead_case_load (copy, cancellable, progress, progress_data, error);
}

static const RelayDeed load_deed = { .work = load_copy };

FleadCase *
flead_case_copy (FleadCase *self)
{
	return g_object_new (FLEAD_TYPE_CASE, "inputs", self->inputs, "mappings", self->mappings,
	                     "decisions", self->decisions, "merges", self->merges, "hashes",
	                     self->hashes, "as-of", self->as_of, "edition", self->edition, NULL);
}

void
flead_case_load_async (FleadCase *self, LATER_PARAMETERS)
{
	g_return_if_fail (FLEAD_IS_CASE (self));
	relay_do (self, &load_deed, flead_case_copy (self), LATER);
}

DEFINE_FINISH (FleadNetwork, flead_case_load, FleadCase, load_deed)

/* ---- keeping ---- */

static void
on_rows (guint64 done, guint64 total, gpointer listener)
{
	const Listener *self = listener;

	self->progress ("writing rows", done, total, self->data);
}

gboolean
flead_case_keep (FleadCase *self, const char *path, const char *data_set, GCancellable *cancellable,
                 FleadProgress progress, gpointer user_data, GError **error)
{
	const Listener listener = { progress, user_data };
	g_autoptr (FairleadImportReport) report = NULL;
	g_autoptr (FairleadLoader) loader = NULL;
	g_autoptr (FairleadCase) into = NULL;

	g_return_val_if_fail (FLEAD_IS_CASE (self) && path != NULL, FALSE);
	loader = has_inputs (self, error) ? new_loader (self, &listener, error) : NULL;
	into = loader != NULL ? fairlead_case_open_to_write (path, error) : NULL;
	if (into == NULL)
		return FALSE;
	if (progress != NULL)
		fairlead_case_set_progress (into, on_rows, (gpointer) &listener);
	return fairlead_inputs_import (loader, into, (const char *const *) self->inputs, data_set,
	                               &report, cancellable, error);
}
