/* ingest/case/input-size.c */
#include "ingest/case/input-size.h"

#include <glib/gstdio.h>

#include "ingest/case/case-search.h"
#include "ingest/format/format.h"
#include "ingest/load-private.h"
#include "ingest/syntax/archive-size.h"
#include "ingest/syntax/archive.h"

/* Bytes of memory for a byte of the file: the least that was measured of a format of the form, so
 * that nothing is refused that might fit */
#define PER_CSV_BYTE 0.75
#define PER_JSON_BYTE 0.75
#define PER_XML_BYTE 0.13
/* Of a case, whose file holds what was said before too */
#define PER_ENTITY 300u

/* What is no form that is read takes nothing */
static double
memory_per_byte (const char *head, gsize size)
{
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, head, size);
	return sample.is_xml    ? PER_XML_BYTE
	       : sample.is_json ? PER_JSON_BYTE
	       : sample.is_csv  ? PER_CSV_BYTE
	                        : 0.0;
}

/* The first member stands for all of them */
static double
memory_per_unpacked_byte (FairleadInput *input)
{
	g_autoptr (FairleadArchive) archive = fairlead_archive_new (input, NULL);
	g_autoptr (FairleadInput) member = NULL;
	const char *head;
	gsize size;

	if (archive == NULL || !fairlead_archive_next (archive, NULL)
	    || fairlead_archive_get_refusal (archive) != NULL)
		return PER_XML_BYTE;
	member = fairlead_archive_open_member (archive);
	head = fairlead_input_peek (member, &size, NULL);
	return head != NULL ? memory_per_byte (head, size) : PER_XML_BYTE;
}

static void
add_file (FairleadInputSize *self, const char *path, guint64 n_bytes)
{
	g_autoptr (FairleadInput) input = fairlead_input_open (path, NULL);
	const char *head;
	double per_byte;
	guint64 n_unpacked;
	gsize size;

	head = input != NULL ? fairlead_input_peek (input, &size, NULL) : NULL;
	if (head == NULL)
		return;
	if (fairlead_archive_is_packed (head, size)) {
		n_unpacked = fairlead_archive_count_bytes (path);
		n_bytes = n_unpacked > 0 ? n_unpacked : n_bytes;
		per_byte = memory_per_unpacked_byte (input);
	} else {
		per_byte = memory_per_byte (head, size);
	}
	self->n_bytes += n_bytes;
	self->memory += (guint64) (per_byte * (double) n_bytes);
}

static void
add_case (FairleadInputSize *self, const char *path, guint64 n_bytes)
{
	g_autoptr (FairleadCase) opened = fairlead_case_open (path, NULL);

	if (opened == NULL)
		return;
	self->n_bytes += n_bytes;
	self->memory += PER_ENTITY * fairlead_case_count_entities (opened, NULL);
}

static void
add_path (FairleadInputSize *self, const char *path)
{
	GStatBuf status;

	if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
		return;
	if (fairlead_case_is_case (path))
		add_case (self, path, (guint64) status.st_size);
	else
		add_file (self, path, (guint64) status.st_size);
}

static void
add_folder (FairleadInputSize *self, const char *path)
{
	g_autoptr (GPtrArray) names = fairlead_load_list_folder (path, NULL);

	for (guint i = 0; names != NULL && i < names->len; i++) {
		g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);

		if (fairlead_load_why_passed_over (inner, names->pdata[i]) == NULL)
			add_path (self, inner);
	}
}

FairleadInputSize
fairlead_inputs_estimate (const char *const *paths)
{
	FairleadInputSize self = { 0 };

	for (guint i = 0; paths[i] != NULL; i++) {
		if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
			add_folder (&self, paths[i]);
		else
			add_path (&self, paths[i]);
	}
	return self;
}
