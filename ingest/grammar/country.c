/* ingest/grammar/country.c: look-up in the tables that make-countries.py writes at build time */
#include "ingest/grammar/country.h"

#include <string.h>

#include "ingest/grammar/countries.h"
#include "ingest/grammar/name.h"

/* The key of every row is folded, and has no `the` at its start */
static gint
compare_spelling (gconstpointer key, gconstpointer row)
{
	return strcmp (key, ((const CountrySpelling *) row)->spelling);
}

static gint
compare_code (gconstpointer code, gconstpointer row)
{
	return g_ascii_strcasecmp (code, ((const Country *) row)->code);
}

static const char *
find_folded (const char *folded)
{
	const CountrySpelling *row;

	if (g_str_has_prefix (folded, "the "))
		folded += strlen ("the ");
	row = bsearch (folded, country_spellings, G_N_ELEMENTS (country_spellings),
	               sizeof country_spellings[0], compare_spelling);
	return row != NULL ? row->code : NULL;
}

static const char *
find_text (const char *text)
{
	g_autofree char *folded = fairlead_name_fold (text);

	return find_folded (folded);
}

/* `Pakistan (as at Apr 2009)`: a remark in small letters is not of the name, but in
 * `Congo (Kinshasa)` the parenthesis is. */
static char *
dup_without_remark (const char *text)
{
	const char *open = strrchr (text, '(');

	if (open == NULL || open == text || !g_ascii_islower (open[1]))
		return NULL;
	return g_strndup (text, (gsize) (open - text));
}

const char *
fairlead_country_code (const char *text)
{
	const char *code = find_text (text);
	g_autofree char *name = NULL;

	if (code != NULL)
		return code;
	name = dup_without_remark (text);
	return name != NULL ? find_text (name) : NULL;
}

const char *
fairlead_country_name (const char *code)
{
	const Country *row = bsearch (code, countries, G_N_ELEMENTS (countries),
	                              sizeof countries[0], compare_code);

	return row != NULL ? row->name : NULL;
}
