/* tests/fuzz/fuzz-names.c: the file of names that is screened */
#include "tests/fuzz/fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ingest/names-file.h"

static const char *const texts[] = {
	"name,kind,country,dob\nMarrowby Agencies Co Ltd,company,HK,\n"
	"Evander HAWKESQUILL,person,,1961-03-04\n",
	"Ref;Vessel Name;IMO No.;MMSI\n7;HESPER AMBER;3112048;212345678\n"
	"8;\"TONGSAE\nBYOL 3\";IMO 9074729;\n",
	"\357\273\277imo\tname\tlei\n9074729\t\346\230\245\345\261\261\t\n\t\t\n",
	"Kunde,Land\nSalz Laterne GmbH,Deutschland\n",
};

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		g_autofree char *name = g_strdup_printf ("names-%u", i);
		g_autoptr (GPtrArray) one =
			g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

		g_ptr_array_add (one, g_bytes_new_static (texts[i], strlen (texts[i])));
		fuzz_add_joined (seeds, name, one);
	}
}

static void
add_row (const FairleadNamesRow *row, guint64 last_line, GString *dump)
{
	g_assert_cmpuint (row->line, >, last_line);
	g_assert_cmpuint (row->kind, <, FAIRLEAD_N_KINDS);
	g_assert_true (row->issue == NULL || g_utf8_validate (row->issue, -1, NULL));
	g_string_append_printf (dump, "%" G_GUINT64_FORMAT " %d %s\n", row->line, row->kind,
	                        row->issue != NULL ? row->issue : "");
	for (guint i = 0; i < FAIRLEAD_N_NAMES_FIELDS; i++) {
		const char *cell = row->cells[i];

		if (cell == NULL)
			continue;
		g_assert_true (*cell != '\0' && g_utf8_validate (cell, -1, NULL));
		g_string_append_printf (dump, "%u=%s\n", i, cell);
	}
}

static gboolean
read_rows (FairleadNamesFile *names, GString *dump)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *columns = fairlead_names_file_dup_columns (names);
	guint64 last_line = 0;

	g_assert_true (g_utf8_validate (columns, -1, NULL));
	g_string_append (dump, columns);
	for (;;) {
		g_auto (FairleadNamesRow) row = { 0 };

		if (!fairlead_names_file_next (names, &row, &error))
			break;
		add_row (&row, last_line, dump);
		last_line = row.line;
	}
	if (error == NULL)
		return TRUE;
	fuzz_check_error (error);
	g_string_append (dump, error->message);
	return FALSE;
}

/* All that is read of it, or what is wrong with it */
static char *
dump_file (const char *path, const char *const *columns, gboolean *is_read)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadNamesFile) names = fairlead_names_file_open (path, columns, &error);
	GString *dump = g_string_new (NULL);

	*is_read = names != NULL && read_rows (names, dump);
	if (names == NULL) {
		fuzz_check_error (error);
		g_string_append (dump, error->message);
	}
	return g_string_free (dump, FALSE);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	static const char *const said[] = { "name=Kunde", "country=Land", NULL };
	int file = memfd_create ("names", MFD_CLOEXEC);
	g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
	gboolean is_read, is_read_again, is_read_so;
	g_autofree char *first = NULL, *second = NULL, *so = NULL;

	(void) subject;
	g_assert_cmpint (file, >=, 0);
	g_assert_cmpint (write (file, data, size), ==, (gssize) size);
	first = dump_file (path, NULL, &is_read);
	second = dump_file (path, NULL, &is_read_again);
	so = dump_file (path, said, &is_read_so);
	g_assert_cmpstr (first, ==, second);
	g_assert_true (is_read == is_read_again);
	close (file);
	return is_read || is_read_so;
}

const FuzzTarget fuzz_target = { "names", "data.dict", NULL, add_seeds, run };
