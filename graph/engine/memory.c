/* graph/engine/memory.c */
#include "graph/engine/memory.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "ingest/record/error.h"

/* The least limit of the groups that the process is in, of version 2 (0::/PATH) or of version 1 */
static guint64
read_group_limit (void)
{
	static const char *const files[] = { "/sys/fs/cgroup/memory.max",
		                             "/sys/fs/cgroup/memory/memory.limit_in_bytes" };
	g_autofree char *groups = NULL;
	g_autofree char *own = NULL;
	g_autofree char *own_text = NULL;
	guint64 least = G_MAXUINT64, limit;

	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autofree char *text = NULL;

		if (g_file_get_contents (files[i], &text, NULL, NULL)
		    && g_ascii_string_to_unsigned (g_strchomp (text), 10, 1, G_MAXUINT64, &limit,
		                                   NULL))
			least = MIN (least, limit);
	}
	if (!g_file_get_contents ("/proc/self/cgroup", &groups, NULL, NULL)
	    || !g_str_has_prefix (groups, "0::"))
		return least;
	groups[strcspn (groups, "\n")] = '\0';
	own = g_build_filename ("/sys/fs/cgroup", groups + strlen ("0::"), "memory.max", NULL);
	if (g_file_get_contents (own, &own_text, NULL, NULL)
	    && g_ascii_string_to_unsigned (g_strchomp (own_text), 10, 1, G_MAXUINT64, &limit, NULL))
		least = MIN (least, limit);
	return least;
}

guint64
fairlead_memory_get_limit (void)
{
	long pages = sysconf (_SC_PHYS_PAGES), size = sysconf (_SC_PAGESIZE);

	if (pages <= 0 || size <= 0)
		return 0;
	return MIN ((guint64) pages * (guint64) size, read_group_limit ());
}

gboolean
fairlead_memory_parse (const char *text, guint64 *bytes)
{
	static const char units[] = "KMGT";
	double factor = 1.0;
	char *end;
	double value = g_ascii_strtod (text, &end);

	if (end == text || !isfinite (value) || !(value > 0.0))
		return FALSE;
	while (*end == ' ')
		end++;
	if (*end != '\0' && strchr (units, g_ascii_toupper (*end)) != NULL)
		factor = pow (1000.0,
		              (double) (strchr (units, g_ascii_toupper (*end++)) - units) + 1.0);
	if (g_ascii_strcasecmp (end, "B") != 0 && *end != '\0')
		return FALSE;
	if (value * factor >= 1e18 || value * factor < 1.0)
		return FALSE;
	*bytes = (guint64) (value * factor);
	return TRUE;
}

/* Three digits at least, as people read them: 3.33 GB, 45.0 MB, 700 bytes */
static char *
dup_size (guint64 bytes)
{
	static const struct {
		double size;
		const char *name;
	} units[] = { { 1e9, "GB" }, { 1e6, "MB" }, { 1e3, "kB" } };
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
		double many = (double) bytes / units[i].size;

		if (many < 1.0)
			continue;
		g_ascii_formatd (text, sizeof text, many < 10.0 ? "%.2f" : "%.1f", many);
		return g_strdup_printf ("%s %s", text, units[i].name);
	}
	return g_strdup_printf ("%" G_GUINT64_FORMAT " bytes", bytes);
}

static gboolean
fits (guint64 needed, guint64 limit)
{
	return limit == 0 || (double) needed <= FAIRLEAD_MEMORY_SHARE * (double) limit;
}

gboolean
fairlead_memory_check (guint64 n_links, guint64 limit, GError **error)
{
	guint64 needed = n_links * FAIRLEAD_MEMORY_PER_LINK;
	g_autofree char *needs = NULL;
	g_autofree char *has = NULL;

	if (fits (needed, limit))
		return TRUE;
	needs = dup_size (needed);
	has = dup_size (limit);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
	             "%" G_GUINT64_FORMAT " links take some %s (%" G_GUINT64_FORMAT
	             " bytes each), more than %.0f %% of the memory, %s",
	             n_links, needs, FAIRLEAD_MEMORY_PER_LINK, 100.0 * FAIRLEAD_MEMORY_SHARE, has);
	return FALSE;
}

gboolean
fairlead_memory_check_inputs (guint64 n_bytes, guint64 memory, guint64 limit, GError **error)
{
	g_autofree char *size = NULL;
	g_autofree char *needs = NULL;
	g_autofree char *has = NULL;

	if (fits (memory, limit))
		return TRUE;
	size = dup_size (n_bytes);
	needs = dup_size (memory);
	has = dup_size (limit);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
	             "the inputs, %s, take at least some %s once they are read, more than %.0f %% "
	             "of the memory, %s",
	             size, needs, 100.0 * FAIRLEAD_MEMORY_SHARE, has);
	return FALSE;
}
