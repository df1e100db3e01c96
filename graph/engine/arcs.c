/* graph/engine/arcs.c */
#include "graph/engine/arcs.h"

#include <math.h>
#include <string.h>

#include "ingest/grammar/share.h"
#include "ingest/record/error.h"

typedef enum {
	VALUE_STRENGTH,
	VALUE_SHARE,
} ValueKind;

static const struct {
	const char *name;
	ValueKind value;
} layers[FAIRLEAD_N_LAYERS] = {
#define X(tag, name, value) { name, VALUE_##value },
	FAIRLEAD_LAYER_TABLE (X)
#undef X
};

const char *
fairlead_layer_name (FairleadLayer layer)
{
	return layers[layer].name;
}

/* ---- in memory ---- */

FairleadArcs *
fairlead_arcs_new (guint64 n_vertices)
{
	FairleadArcs *self = g_new0 (FairleadArcs, 1);

	self->n_vertices = n_vertices;
	self->flags = g_malloc0 (MAX (n_vertices, 1));
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		self->layers[i] = g_array_new (FALSE, FALSE, sizeof (FairleadArc));
	return self;
}

void
fairlead_arcs_free (FairleadArcs *self)
{
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		g_array_unref (self->layers[i]);
	g_free (self->flags);
	g_free (self);
}

void
fairlead_arcs_add (FairleadArcs *self, FairleadLayer layer, guint64 from, guint64 to,
                   double strength)
{
	FairleadArc arc = { from, to, { .strength = strength } };

	g_array_append_val (self->layers[layer], arc);
}

void
fairlead_arcs_add_share (FairleadArcs *self, guint64 from, guint64 to, guint32 low, guint32 high,
                         guint held)
{
	FairleadArc arc = { from, to, { .share = fairlead_arc_pack_share (low, high, held) } };

	g_array_append_val (self->layers[FAIRLEAD_LAYER_HOLDINGS], arc);
}

static guint8
get_flags (guint64 vertex, gpointer user_data)
{
	const FairleadArcs *self = user_data;

	return self->flags[vertex];
}

static FairleadArc
get_arc (FairleadLayer layer, guint64 i, gpointer user_data)
{
	const FairleadArcs *self = user_data;

	return g_array_index (self->layers[layer], FairleadArc, i);
}

FairleadArcSource
fairlead_arcs_get_source (FairleadArcs *self)
{
	FairleadArcSource source = { .n_vertices = self->n_vertices,
		                     .get_flags = get_flags,
		                     .get_arc = get_arc,
		                     .user_data = self };

	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		source.n_arcs[i] = self->layers[i]->len;
	return source;
}

const char *
fairlead_arc_find_fault (const FairleadArc *arc, FairleadLayer layer, guint64 n_vertices)
{
	guint64 share = arc->value.share;

	if (arc->from >= n_vertices || arc->to >= n_vertices)
		return "is of a vertex that there is not";
	if (layers[layer].value == VALUE_STRENGTH)
		return arc->value.strength >= 0.0 && arc->value.strength <= 1.0
		               ? NULL
		               : "is not as strong as 0 to 1";
	return fairlead_arc_get_low (share) <= fairlead_arc_get_high (share)
	                       && fairlead_arc_get_high (share) <= FAIRLEAD_SHARE_ONE
	               ? NULL
	               : "is of no possible share";
}

/* ---- writing ---- */

static gboolean
write_flags (FairleadBinaryWriter *writer, const FairleadArcSource *source, GError **error)
{
	for (guint64 vertex = 0; vertex < source->n_vertices; vertex += 8) {
		guint8 flags[8] = { 0 };
		guint64 word;

		for (guint i = 0; i < 8 && vertex + i < source->n_vertices; i++)
			flags[i] = source->get_flags (vertex + i, source->user_data);
		memcpy (&word, flags, sizeof word);
		if (!fairlead_binary_add (writer, &word, 1, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
write_layer (FairleadBinaryWriter *writer, const FairleadArcSource *source, FairleadLayer layer,
             GError **error)
{
	for (guint64 i = 0; i < source->n_arcs[layer]; i++) {
		FairleadArc arc = source->get_arc (layer, i, source->user_data);

		if (!fairlead_binary_add (writer, (const guint64 *) (gconstpointer) &arc,
		                          FAIRLEAD_ARC_WORDS, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
fairlead_arcs_write (const FairleadArcSource *source, GOutputStream *stream, guint64 *sum,
                     GCancellable *cancellable, GError **error)
{
	g_autofree FairleadBinaryWriter *writer = g_new0 (FairleadBinaryWriter, 1);
	const guint64 words[4] = { FAIRLEAD_N_LAYERS };
	guint64 n_words = FAIRLEAD_N_LAYERS + fairlead_arcs_count_flag_words (source->n_vertices);

	writer->stream = stream;
	writer->cancellable = cancellable;
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		n_words += FAIRLEAD_ARC_WORDS * source->n_arcs[i];
	if (!fairlead_binary_begin (writer, FAIRLEAD_ARCS_MAGIC, source->n_vertices, n_words, words,
	                            error)
	    || !fairlead_binary_add (writer, source->n_arcs, FAIRLEAD_N_LAYERS, error)
	    || !write_flags (writer, source, error))
		return FALSE;
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		if (!write_layer (writer, source, (FairleadLayer) i, error))
			return FALSE;
	*sum = writer->sum;
	return fairlead_binary_end (writer, error);
}

/* ---- reading ---- */

gboolean
fairlead_arcs_are_whole (const FairleadBinaryHead *head, const guint64 *body)
{
	guint64 rest = head->n_words;

	if (head->words[0] != FAIRLEAD_N_LAYERS || rest < FAIRLEAD_N_LAYERS)
		return FALSE;
	rest -= FAIRLEAD_N_LAYERS;
	if (head->n / 8 > rest || fairlead_arcs_count_flag_words (head->n) > rest)
		return FALSE;
	rest -= fairlead_arcs_count_flag_words (head->n);
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++) {
		if (body[i] > rest / FAIRLEAD_ARC_WORDS)
			return FALSE;
		rest -= body[i] * FAIRLEAD_ARC_WORDS;
	}
	return rest == 0;
}

/* By an array in memory */
static gboolean
can_be_counted (const guint64 *n_arcs)
{
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		if (n_arcs[i] > G_MAXUINT)
			return FALSE;
	return TRUE;
}

static gboolean
read_layer (FairleadArcs *self, FairleadLayer layer, const guint64 *words, guint64 n,
            const char *path, GError **error)
{
	g_array_append_vals (self->layers[layer], words, (guint) n);
	for (guint i = 0; i < n; i++) {
		const FairleadArc *arc = &g_array_index (self->layers[layer], FairleadArc, i);
		const char *fault = fairlead_arc_find_fault (arc, layer, self->n_vertices);

		if (fault != NULL)
			return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_INVALID_VALUE,
			                              "arc %u of %s %s", i, layers[layer].name,
			                              fault);
	}
	return TRUE;
}

FairleadArcs *
fairlead_arcs_read (const char *path, GError **error)
{
	FairleadBinaryHead head;
	const guint64 *body, *words;
	g_autoptr (GMappedFile) file =
		fairlead_binary_map (path, FAIRLEAD_ARCS_MAGIC, &head, &body, error);
	g_autoptr (FairleadArcs) self = NULL;

	if (file == NULL)
		return NULL;
	if (!fairlead_arcs_are_whole (&head, body) || !can_be_counted (body)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                       "its layers are not as long as it says");
		return NULL;
	}
	self = fairlead_arcs_new (head.n);
	words = body + FAIRLEAD_N_LAYERS;
	memcpy (self->flags, words, head.n);
	words += fairlead_arcs_count_flag_words (head.n);
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++) {
		if (!read_layer (self, (FairleadLayer) i, words, body[i], path, error))
			return NULL;
		words += FAIRLEAD_ARC_WORDS * body[i];
	}
	return g_steal_pointer (&self);
}
