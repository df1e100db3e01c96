/* ingest/loader.c */
#include "ingest/loader.h"

#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "ingest/load-private.h"
#include "ingest/mapping/mapping.h"

struct _FairleadLoader {
	GObject parent;
	GPtrArray *mappings; /* of FairleadMapping, owned: the user's, then the shipped */
	guint n_user_mappings;
	gboolean hashing;
	gboolean keeping;
	FairleadLoadCallback progress;
	gpointer progress_data;
	GDestroyNotify progress_destroy;
};

G_DEFINE_FINAL_TYPE (FairleadLoader, fairlead_loader, G_TYPE_OBJECT)

FairleadLoader *
fairlead_loader_new (void)
{
	return g_object_new (FAIRLEAD_TYPE_LOADER, NULL);
}

gboolean
fairlead_loader_add_mapping (FairleadLoader *self, const char *path, GError **error)
{
	FairleadMapping *mapping = fairlead_mapping_load (path, error);

	if (mapping == NULL)
		return FALSE;
	g_ptr_array_insert (self->mappings, (gint) self->n_user_mappings++, mapping);
	return TRUE;
}

void
fairlead_loader_set_hashing (FairleadLoader *self, gboolean hashing)
{
	self->hashing = hashing;
}

void
fairlead_loader_set_keeping (FairleadLoader *self, gboolean keeping)
{
	self->keeping = keeping;
	self->hashing = self->hashing || keeping;
}

void
fairlead_loader_set_progress (FairleadLoader *self, FairleadLoadCallback callback,
                              gpointer user_data, GDestroyNotify destroy)
{
	if (self->progress_destroy != NULL)
		self->progress_destroy (self->progress_data);
	self->progress = callback;
	self->progress_data = user_data;
	self->progress_destroy = destroy;
}

/* ---- loading ---- */

/* The user's mappings, then what is built in, then the shipped ones */
static void
add_formats (FairleadLoader *self, FairleadLoad *load)
{
	const FairleadFormat *const *built_in = fairlead_formats ();

	for (guint i = 0; i < self->n_user_mappings; i++)
		g_ptr_array_add (load->formats,
		                 (gpointer) fairlead_mapping_get_format (self->mappings->pdata[i]));
	load->n_preferred = load->formats->len;
	for (guint i = 0; built_in[i] != NULL; i++)
		g_ptr_array_add (load->formats, (gpointer) built_in[i]);
	for (guint i = self->n_user_mappings; i < self->mappings->len; i++)
		g_ptr_array_add (load->formats,
		                 (gpointer) fairlead_mapping_get_format (self->mappings->pdata[i]));
}

/* The shipped mappings are parsed by the first load that needs them */
static gboolean
ensure_shipped (FairleadLoader *self, GError **error)
{
	g_autoptr (GPtrArray) shipped = NULL;

	if (self->mappings->len > self->n_user_mappings)
		return TRUE;
	shipped = fairlead_mapping_load_shipped (error);
	if (shipped == NULL)
		return FALSE;
	g_ptr_array_extend_and_steal (self->mappings, g_steal_pointer (&shipped));
	return TRUE;
}

/* What only loading needed was in the memory of several threads, which the next user, being one of
 * them, would not find */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
	malloc_trim (0);
#endif
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A fact that several files state is kept from the first of them, so that which is first must not
 * hang on the order in which they were named */
static GPtrArray *
paths_in_order (const char *const *paths)
{
	GPtrArray *sorted = g_ptr_array_new ();

	for (guint i = 0; paths[i] != NULL; i++)
		g_ptr_array_add (sorted, (gpointer) paths[i]);
	g_ptr_array_sort (sorted, compare_paths);
	return sorted;
}

static gboolean
load_all (FairleadLoad *load, const char *const *paths, GError **error)
{
	g_autoptr (GPtrArray) sorted = paths_in_order (paths);

	if (load->callback != NULL)
		load->progress.n_total = fairlead_load_count_bytes (sorted);
	for (guint i = 0; i < sorted->len; i++)
		if (!fairlead_load_path (load, sorted->pdata[i], error))
			return FALSE;
	return fairlead_load_finish (load, error);
}

static gboolean
load_into (FairleadLoader *self, FairleadRecords *records, const char *const *paths,
           GCancellable *cancellable, GError **error)
{
	g_auto (FairleadLoad) load = { 0 };

	fairlead_load_init (&load, records);
	load.cancellable = cancellable;
	load.hashing = self->hashing;
	load.callback = self->progress;
	load.callback_data = self->progress_data;
	add_formats (self, &load);
	return load_all (&load, paths, error);
}

FairleadRecords *
fairlead_loader_load (FairleadLoader *self, const char *const *paths, GCancellable *cancellable,
                      GError **error)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	gboolean loaded;

	g_return_val_if_fail (FAIRLEAD_IS_LOADER (self), NULL);
	if (!ensure_shipped (self, error))
		return NULL;
	if (self->keeping)
		fairlead_records_keep_mentions (records);
	loaded = load_into (self, records, paths, cancellable, error);
	give_back_memory ();
	return loaded ? g_steal_pointer (&records) : NULL;
}

/* ---- object ---- */

static void
fairlead_loader_init (FairleadLoader *self)
{
	self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_mapping_free);
}

static void
fairlead_loader_finalize (GObject *object)
{
	FairleadLoader *self = FAIRLEAD_LOADER (object);

	fairlead_loader_set_progress (self, NULL, NULL, NULL);
	g_ptr_array_unref (self->mappings);
	G_OBJECT_CLASS (fairlead_loader_parent_class)->finalize (object);
}

static void
fairlead_loader_class_init (FairleadLoaderClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_loader_finalize;
}
