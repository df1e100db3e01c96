/* ingest/grammar/identify.c */
#include "ingest/grammar/identify.h"

#include <string.h>

#include "ingest/grammar/radio.h"
#include "ingest/grammar/repair.h"

const char *
fairlead_id_verdict_name (FairleadIdVerdict verdict)
{
	static const char *const names[FAIRLEAD_N_ID_VERDICTS] = {
		"valid", "check digits wrong", "given to no country", "no such form", "placeholder",
	};

	g_return_val_if_fail ((guint) verdict < FAIRLEAD_N_ID_VERDICTS, NULL);
	return names[verdict];
}

/* ---- one reading ---- */

static void
free_reading (gpointer data)
{
	FairleadIdReading *self = data;

	g_free (self->number);
	g_array_unref (self->repairs);
	g_free (self);
}

static FairleadIdVerdict
judge (FairleadIdScheme scheme, const char *number, gboolean has_form)
{
	if (fairlead_identifier_is_placeholder (scheme, number))
		return FAIRLEAD_ID_VERDICT_PLACEHOLDER;
	if (!has_form)
		return FAIRLEAD_ID_VERDICT_FORM;
	if (!fairlead_identifier_check (scheme, number))
		return FAIRLEAD_ID_VERDICT_CHECK;
	if (fairlead_identifier_is_right (scheme, number))
		return FAIRLEAD_ID_VERDICT_VALID;
	/* a call sign of three characters, or of more than seven */
	if (scheme == FAIRLEAD_ID_CALL_SIGN && fairlead_call_sign_country (number) != NULL)
		return FAIRLEAD_ID_VERDICT_FORM;
	return FAIRLEAD_ID_VERDICT_ALLOTMENT;
}

static void
tell (FairleadIdReading *self)
{
	FairleadStation station;

	if (self->scheme == FAIRLEAD_ID_LEI && strlen (self->number) == 20)
		self->registrar = fairlead_lei_registrar (self->number, &self->registrar_country);
	if (self->verdict != FAIRLEAD_ID_VERDICT_VALID)
		return;
	if (self->scheme == FAIRLEAD_ID_CALL_SIGN) {
		self->country = fairlead_call_sign_country (self->number);
		self->type = fairlead_call_sign_is_usual (self->number) ? "ship"
		                                                        : "unusual form for a ship";
	} else if (self->scheme == FAIRLEAD_ID_MMSI
	           && fairlead_mmsi_read (self->number, &station, &self->country)) {
		self->type = fairlead_station_name (station);
	}
}

static FairleadIdReading *
new_reading (FairleadIdScheme scheme, const char *compact)
{
	FairleadIdReading *self = g_new0 (FairleadIdReading, 1);
	char buffer[64];
	gboolean has_form = fairlead_identifier_normalise (scheme, compact, buffer, sizeof buffer);

	self->scheme = scheme;
	self->number = g_strdup (has_form ? buffer : compact);
	self->verdict = judge (scheme, self->number, has_form);
	tell (self);
	self->repairs = self->verdict == FAIRLEAD_ID_VERDICT_VALID
	                                || self->verdict == FAIRLEAD_ID_VERDICT_PLACEHOLDER
	                        ? g_array_new (FALSE, FALSE, sizeof (FairleadRepair))
	                        : fairlead_identifier_dup_repairs (scheme, self->number);
	return self;
}

/* ---- of which schemes a text may be ---- */

/* Longer words before those that they begin with. 'IMO' says nothing of whose number it is. */
static const struct {
	const char *word;
	guint schemes;
} words[] = {
	{ "imo-company", 1u << FAIRLEAD_ID_IMO_COMPANY },
	{ "imo company", 1u << FAIRLEAD_ID_IMO_COMPANY },
	{ "imo:", 1u << FAIRLEAD_ID_IMO },
	{ "imo", 1u << FAIRLEAD_ID_IMO | 1u << FAIRLEAD_ID_IMO_COMPANY },
	{ "mmsi", 1u << FAIRLEAD_ID_MMSI },
	{ "lei", 1u << FAIRLEAD_ID_LEI },
	{ "call-sign", 1u << FAIRLEAD_ID_CALL_SIGN },
	{ "call sign", 1u << FAIRLEAD_ID_CALL_SIGN },
	{ "callsign", 1u << FAIRLEAD_ID_CALL_SIGN },
};

/* A bare text by its characters, of which so many are digits */
static const struct {
	gsize least;
	gsize most;
	gsize most_letters;
	guint schemes;
} forms[] = {
	{ 5, 6, 0, 1u << FAIRLEAD_ID_IMO_COMPANY | 1u << FAIRLEAD_ID_IMO },
	{ 7, 7, 2, 1u << FAIRLEAD_ID_IMO | 1u << FAIRLEAD_ID_IMO_COMPANY },
	{ 8, 8, 0, 1u << FAIRLEAD_ID_IMO | 1u << FAIRLEAD_ID_MMSI },
	{ 8, 10, 2, 1u << FAIRLEAD_ID_MMSI },
	{ 19, 21, 21, 1u << FAIRLEAD_ID_LEI },
	{ 3, 8, 8, 1u << FAIRLEAD_ID_CALL_SIGN },
};

#define SHORTEST_WITH_WORD 7

static char *
dup_compact (const char *text)
{
	GString *compact = g_string_new (NULL);

	for (; *text != '\0'; text++)
		if (strchr (" -./:#\t", *text) == NULL)
			g_string_append_c (compact, g_ascii_toupper (*text));
	return g_string_free (compact, FALSE);
}

static guint
schemes_of_bare (const char *compact)
{
	gsize length = strlen (compact), n_digits = 0, n_letters = 0;
	guint schemes = 0;

	for (const char *at = compact; *at != '\0'; at++) {
		n_digits += g_ascii_isdigit (*at);
		n_letters += g_ascii_isalpha (*at);
	}
	if (n_digits + n_letters != length)
		return 0;
	for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
		if (length >= forms[i].least && length <= forms[i].most
		    && n_letters <= forms[i].most_letters)
			schemes |= forms[i].schemes;
	return n_letters > 0 ? schemes : schemes & ~(1u << FAIRLEAD_ID_CALL_SIGN);
}

/* What stands behind @word, without `No.` and `number` */
static char *
dup_behind (const char *text, const char *word)
{
	g_autofree char *compact = dup_compact (text + strlen (word));
	const char *number = compact;

	if (g_str_has_prefix (number, "NUMBER"))
		number += strlen ("NUMBER");
	else if (g_str_has_prefix (number, "NO") && g_ascii_isdigit (number[2]))
		number += strlen ("NO");
	return g_strdup (number);
}

static char *
dup_number (const char *text, guint *schemes)
{
	char *compact;

	for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
		gsize length = strlen (words[i].word);

		/* these letters may also begin a call sign, of Italy or Norway: IMO2 */
		if (g_ascii_strncasecmp (text, words[i].word, length) != 0
		    || g_ascii_isalpha (text[length]) || strlen (text) < SHORTEST_WITH_WORD)
			continue;
		*schemes = words[i].schemes;
		return dup_behind (text, words[i].word);
	}
	compact = dup_compact (text);
	*schemes = schemes_of_bare (compact);
	return compact;
}

/* ---- all readings ---- */

static gint
compare_readings (gconstpointer a, gconstpointer b)
{
	const FairleadIdReading *first = *(const FairleadIdReading *const *) a;
	const FairleadIdReading *second = *(const FairleadIdReading *const *) b;

	if (first->verdict != second->verdict)
		return first->verdict < second->verdict ? -1 : 1;
	return first->scheme < second->scheme ? -1 : first->scheme > second->scheme;
}

static gboolean
looks_like_one (const FairleadIdReading *reading)
{
	return reading->repairs->len > 0
	       && g_array_index (reading->repairs, FairleadRepair, 0).kind == FAIRLEAD_REPAIR_ALIKE;
}

/* Where some are valid, the others are no guess that anybody needs, unless a letter stands for a
 * digit: 9O74729 may be a call sign, and is more likely a number */
static void
keep_valid (GPtrArray *readings)
{
	const FairleadIdReading *first = readings->len > 0 ? readings->pdata[0] : NULL;

	if (first == NULL || first->verdict != FAIRLEAD_ID_VERDICT_VALID)
		return;
	for (guint i = readings->len; i > 1; i--) {
		const FairleadIdReading *reading = readings->pdata[i - 1];

		if (reading->verdict != FAIRLEAD_ID_VERDICT_VALID && !looks_like_one (reading))
			g_ptr_array_remove_index (readings, i - 1);
	}
}

GPtrArray *
fairlead_identifier_dup_readings (const char *text)
{
	GPtrArray *readings = g_ptr_array_new_with_free_func (free_reading);
	g_autofree char *stripped = g_strstrip (g_strdup (text));
	guint schemes;
	g_autofree char *number = dup_number (stripped, &schemes);

	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++)
		if (schemes & 1u << scheme)
			g_ptr_array_add (readings, new_reading ((FairleadIdScheme) scheme, number));
	g_ptr_array_sort (readings, compare_readings);
	keep_valid (readings);
	return readings;
}
