/* graph/supply/factors.c: caps, factors and units from their key file */
#include "graph/supply/factors.h"

#include <math.h>
#include <string.h>

#include "graph/key-values.h"
#include "graph/supply/shipped-factors.h"
#include "ingest/grammar/name.h"
#include "ingest/grammar/period.h"
#include "ingest/record/error.h"

#define SHIPPED "/fairlead/supply/supply.factors"

const char *
fairlead_scenario_name (FairleadScenario scenario)
{
	static const char *const names[FAIRLEAD_N_SCENARIOS] = { "low", "middle", "high" };

	g_return_val_if_fail ((guint) scenario < FAIRLEAD_N_SCENARIOS, NULL);
	return names[scenario];
}

/* ---- values ---- */

static gboolean
read_any_text (const FairleadKeyValue *value, GError **error)
{
	(void) error;
	*(char **) value->field = g_strdup (value->entry->value);
	return TRUE;
}

/* `|gas oil|diesel|`, each folded, so that they are found whatever their case */
static gboolean
read_words (const FairleadKeyValue *value, GError **error)
{
	g_auto (GStrv) words = g_strsplit (value->entry->value, "|", -1);
	GString *folded = g_string_new ("|");

	(void) error;
	for (guint i = 0; words[i] != NULL; i++) {
		g_autofree char *word = fairlead_name_fold (words[i]);

		if (*word != '\0')
			g_string_append_printf (folded, "%s|", word);
	}
	*(char **) value->field = g_string_free (folded, FALSE);
	return TRUE;
}

static gboolean
parse_plain (const char *text, double *number)
{
	char *end = NULL;
	double value = g_ascii_strtod (text, &end);

	if (end == text || *end != '\0' || text[strspn (text, "0123456789.")] != '\0')
		return FALSE;
	*number = value;
	return TRUE;
}

/* `0.9` or `1/3`; not negative */
static gboolean
parse_number (const char *text, double *number)
{
	g_auto (GStrv) parts = g_strsplit (text, "/", 3);
	double above, below = 1.0;

	if (parts[0] == NULL || !parse_plain (parts[0], &above)
	    || (parts[1] != NULL && (!parse_plain (parts[1], &below) || parts[2] != NULL))
	    || !(below > 0.0) || !(above / below <= 1e15))
		return FALSE;
	*number = above / below;
	return TRUE;
}

static gboolean
read_number (const FairleadKeyValue *value, GError **error)
{
	return parse_number (value->entry->value, value->field)
	       || fairlead_key_value_refuse (value, "a number from 0 on", error);
}

static gboolean
read_factor (const FairleadKeyValue *value, GError **error)
{
	double *factor = value->field;

	return (parse_number (value->entry->value, factor) && *factor > 0.0)
	       || fairlead_key_value_refuse (value, "a number above 0", error);
}

/* Low, middle and high, in that order */
static gboolean
read_three (const FairleadKeyValue *value, double most, GError **error)
{
	g_auto (GStrv) parts = g_strsplit (value->entry->value, " ", -1);
	double *factors = value->field;

	if (g_strv_length (parts) != FAIRLEAD_N_SCENARIOS)
		return fairlead_key_value_refuse (value, "three numbers: low, middle, high", error);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		if (!parse_number (parts[i], &factors[i]) || !(factors[i] > 0.0)
		    || factors[i] > most || (i > 0 && factors[i] < factors[i - 1]))
			return fairlead_key_value_refuse (
				value,
				most > 1.0 ? "three rising numbers above 0"
					   : "three rising numbers above 0, up to 1",
				error);
	return TRUE;
}

static gboolean
read_per_tonne (const FairleadKeyValue *value, GError **error)
{
	double *factors = value->field;

	if (*value->entry->value != '\0')
		return read_three (value, 1e9, error);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		factors[i] = NAN;
	return TRUE;
}

static gboolean
read_laden (const FairleadKeyValue *value, GError **error)
{
	return read_three (value, 1.0, error);
}

static gboolean
read_days (const FairleadKeyValue *value, GError **error)
{
	double days;

	if (!parse_number (value->entry->value, &days) || days > 366.0 || days < floor (days)
	    || days > floor (days))
		return fairlead_key_value_refuse (value, "whole days, 0 to 366", error);
	*(guint *) value->field = (guint) days;
	return TRUE;
}

static gboolean
read_direction (const FairleadKeyValue *value, GError **error)
{
	static const char *const choices[] = { "to", "from" };
	guint chosen = 0;

	if (!fairlead_key_value_choose (value, choices, G_N_ELEMENTS (choices), "to or from",
	                                &chosen, error))
		return FALSE;
	*(gboolean *) value->field = chosen == 1;
	return TRUE;
}

static gboolean
read_year (const FairleadKeyValue *value, GError **error)
{
	static const char *const choices[] = { "first", "last" };
	guint chosen = 0;

	if (!fairlead_key_value_choose (value, choices, G_N_ELEMENTS (choices), "first or last",
	                                &chosen, error))
		return FALSE;
	*(gboolean *) value->field = chosen == 1;
	return TRUE;
}

static gboolean
read_since (const FairleadKeyValue *value, GError **error)
{
	FairleadDate date;

	if (!fairlead_date_parse (value->entry->value, FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	    || date.first != date.last)
		return fairlead_key_value_refuse (value, "a day, as 2018-01-01", error);
	*(gint32 *) value->field = date.first;
	return TRUE;
}

/* The month, and behind it the day; 29 February does not come every year */
static gboolean
read_begins (const FairleadKeyValue *value, GError **error)
{
	guint *begins = value->field;
	const char *text = value->entry->value;
	gint32 day;

	if (strlen (text) != 5 || text[2] != '-' || strspn (text, "0123456789-") != 5)
		return fairlead_key_value_refuse (value, "a month and day, as 12-22", error);
	begins[0] = (guint) g_ascii_strtoull (text, NULL, 10);
	begins[1] = (guint) g_ascii_strtoull (text + 3, NULL, 10);
	return fairlead_day_from_ymd (2001, (gint) begins[0], (gint) begins[1], &day)
	       || fairlead_key_value_refuse (value, "a month and day of every year, as 12-22",
	                                     error);
}

/* ---- groups ---- */

#define CAP(field) G_STRUCT_OFFSET (FairleadCap, field)
static const FairleadKnownKey cap_keys[] = {
	{ "title", fairlead_key_value_read_text, CAP (title) },
	{ "country", fairlead_key_value_read_text, CAP (country) },
	{ "direction", read_direction, CAP (leaves) },
	{ "regime", read_any_text, CAP (regime) },
	{ "unit", fairlead_key_value_read_text, CAP (unit) },
	{ "limit", read_number, CAP (limit) },
	{ "begins", read_begins, CAP (month) },
	{ "year", read_year, CAP (year_is_last) },
	{ "since", read_since, CAP (since) },
	{ "commodities", read_words, CAP (commodities) },
	{ "ship-types", read_words, CAP (ship_types) },
	{ "per-tonne", read_per_tonne, CAP (per_tonne) },
	{ "laden", read_laden, CAP (laden) },
	{ "round-trip", read_days, CAP (round_trip) },
	{ "leg", read_days, CAP (leg) },
	{ "words", fairlead_key_value_read_text, CAP (words) },
	{ "source", fairlead_key_value_read_text, CAP (source) },
	{ "url", read_any_text, CAP (url) },
	{ "mark", fairlead_key_value_read_text, CAP (mark) },
};
#undef CAP
static const FairleadKnownKey unit_keys[] = {
	{ "words", read_words, G_STRUCT_OFFSET (FairleadUnit, words) },
	{ "of", fairlead_key_value_read_text, G_STRUCT_OFFSET (FairleadUnit, of) },
	{ "times", read_factor, G_STRUCT_OFFSET (FairleadUnit, times) },
};

static void
free_cap (gpointer data)
{
	FairleadCap *cap = data;
	char *texts[] = { cap->name,   cap->title,       cap->country,    cap->regime,
		          cap->unit,   cap->commodities, cap->ship_types, cap->words,
		          cap->source, cap->url,         cap->mark };

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
		g_free (texts[i]);
	g_free (cap);
}

static void
free_unit (gpointer data)
{
	FairleadUnit *unit = data;

	g_free (unit->name);
	g_free (unit->words);
	g_free (unit->of);
	g_free (unit);
}

void
fairlead_factors_free (FairleadFactors *self)
{
	g_ptr_array_unref (self->caps);
	g_ptr_array_unref (self->units);
	g_free (self);
}

static gboolean
add_group (FairleadFactors *self, const char *path, const FairleadKeyGroup *group, GError **error)
{
	if (group->name != NULL && strcmp (group->type, "cap") == 0) {
		FairleadCap *cap = g_new0 (FairleadCap, 1);

		g_ptr_array_add (self->caps, cap);
		cap->name = g_strdup (group->name);
		return fairlead_key_group_read (path, group, cap_keys, G_N_ELEMENTS (cap_keys), cap,
		                                error);
	}
	if (group->name != NULL && strcmp (group->type, "unit") == 0) {
		FairleadUnit *unit = g_new0 (FairleadUnit, 1);

		g_ptr_array_add (self->units, unit);
		unit->name = g_strdup (group->name);
		return fairlead_key_group_read (path, group, unit_keys, G_N_ELEMENTS (unit_keys),
		                                unit, error);
	}
	return fairlead_set_error_at (error, path, group->line, FAIRLEAD_ERROR_SYNTAX,
	                              "[%s] is no group of a file of factors (expected [cap NAME]"
	                              " or [unit NAME])",
	                              group->type);
}

static FairleadFactors *
parse (const char *path, const char *text, gsize size, GError **error)
{
	g_autoptr (GPtrArray) groups = fairlead_key_file_parse (path, text, size, error);
	g_autoptr (FairleadFactors) self = g_new0 (FairleadFactors, 1);

	self->caps = g_ptr_array_new_with_free_func (free_cap);
	self->units = g_ptr_array_new_with_free_func (free_unit);
	if (groups == NULL)
		return NULL;
	for (guint i = 0; i < groups->len; i++)
		if (!add_group (self, path, g_ptr_array_index (groups, i), error))
			return NULL;
	if (self->caps->len > 0)
		return g_steal_pointer (&self);
	fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_MISSING_FIELD, "there is no cap");
	return NULL;
}

GBytes *
fairlead_factors_dup_shipped_text (GError **error)
{
	return g_resource_lookup_data (fairlead_shipped_factors_get_resource (), SHIPPED,
	                               G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

FairleadFactors *
fairlead_factors_new_shipped (GError **error)
{
	g_autoptr (GBytes) bytes = fairlead_factors_dup_shipped_text (error);
	const char *text;
	gsize size;

	if (bytes == NULL)
		return NULL;
	text = g_bytes_get_data (bytes, &size);
	return parse ("supply.factors", text, size, error);
}

FairleadFactors *
fairlead_factors_load (const char *path, GError **error)
{
	g_autoptr (GMappedFile) file = fairlead_key_file_open (path, error);

	return file == NULL ? NULL
	                    : parse (path, g_mapped_file_get_contents (file),
	                             g_mapped_file_get_length (file), error);
}

/* ---- finding ---- */

const FairleadCap *
fairlead_factors_find_cap (const FairleadFactors *self, const char *name, GError **error)
{
	g_autoptr (GString) names = g_string_new (NULL);

	for (guint i = 0; i < self->caps->len; i++) {
		const FairleadCap *cap = g_ptr_array_index (self->caps, i);

		if (strcmp (cap->name, name) == 0)
			return cap;
		g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", cap->name);
	}
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             "no cap is named %s (there are %s)", name, names->str);
	return NULL;
}

static gboolean
has_word (const char *words, const char *folded)
{
	g_autofree char *word = g_strconcat ("|", folded, "|", NULL);

	return *folded != '\0' && strstr (words, word) != NULL;
}

const FairleadUnit *
fairlead_factors_find_unit (const FairleadFactors *self, const char *text)
{
	g_autofree char *folded = fairlead_name_fold (text);

	for (guint i = 0; i < self->units->len; i++) {
		const FairleadUnit *unit = g_ptr_array_index (self->units, i);

		if (has_word (unit->words, folded))
			return unit;
	}
	return NULL;
}

const FairleadCap *
fairlead_factors_find_commodity (const FairleadFactors *self, const char *text)
{
	g_autofree char *folded = fairlead_name_fold (text);

	for (guint i = 0; i < self->caps->len; i++) {
		const FairleadCap *cap = g_ptr_array_index (self->caps, i);

		if (has_word (cap->commodities, folded))
			return cap;
	}
	return NULL;
}

/* Bytes of the longest of the words that stands in the type */
static gsize
match_type (const char *words, const char *type)
{
	g_auto (GStrv) each = g_strsplit (words, "|", -1);
	gsize longest = 0;

	for (guint i = 0; each[i] != NULL; i++)
		if (*each[i] != '\0' && strstr (type, each[i]) != NULL)
			longest = MAX (longest, strlen (each[i]));
	return longest;
}

const FairleadCap *
fairlead_factors_find_ship_type (const FairleadFactors *self, const char *type)
{
	g_autofree char *folded = fairlead_name_fold (type);
	const FairleadCap *found = NULL;
	gsize longest = 0;

	for (guint i = 0; i < self->caps->len; i++) {
		const FairleadCap *cap = g_ptr_array_index (self->caps, i);
		gsize length = match_type (cap->ship_types, folded);

		if (length <= longest)
			continue;
		longest = length;
		found = cap;
	}
	return found;
}

void
fairlead_cap_get_window (const FairleadCap *self, guint year, gint32 *first, gint32 *last)
{
	gint begins = (gint) year - (self->year_is_last ? 1 : 0);

	fairlead_day_from_ymd (begins, (gint) self->month, (gint) self->day, first);
	fairlead_day_from_ymd (begins + 1, (gint) self->month, (gint) self->day, last);
	*last -= 1;
}
