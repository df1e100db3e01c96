/* ingest/grammar/repair.c: tries every slip, and keeps what is right then */
#include "ingest/grammar/repair.h"

#include <string.h>

#include "ingest/grammar/radio.h"

static const char digits[] = "0123456789";
static const char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/* What eyes and scanners take for each other, two by two */
static const char alike[] = "0O1I0D5S8B2Z1L6G0Q";

const char *
fairlead_repair_name (FairleadRepairKind kind)
{
	static const char *const names[FAIRLEAD_N_REPAIRS] = {
		"character that looks alike", "neighbours swapped",
		"character changed",          "character lost",
		"character too many",
	};

	g_return_val_if_fail ((guint) kind < FAIRLEAD_N_REPAIRS, NULL);
	return names[kind];
}

static gsize
count_in (const char *number, const char *set)
{
	gsize n = strspn (number, set);

	return number[n] == '\0' ? n : 0;
}

static gboolean
is_right_mmsi (const char *number)
{
	FairleadStation station;
	const char *country;

	return fairlead_mmsi_read (number, &station, &country);
}

static gboolean
is_right_call_sign (const char *number)
{
	gsize n = count_in (number, characters);

	/* words of letters alone are none, but those of four */
	return n >= 4 && n <= 7 && (n == 4 || strpbrk (number, digits) != NULL)
	       && fairlead_call_sign_country (number) != NULL;
}

gboolean
fairlead_identifier_is_right (FairleadIdScheme scheme, const char *number)
{
	char buffer[FAIRLEAD_REPAIR_SIZE];

	if (!fairlead_identifier_normalise (scheme, number, buffer, sizeof buffer)
	    || strcmp (buffer, number) != 0 || !fairlead_identifier_check (scheme, number))
		return FALSE;
	if (scheme == FAIRLEAD_ID_MMSI)
		return is_right_mmsi (number);
	return scheme != FAIRLEAD_ID_CALL_SIGN || is_right_call_sign (number);
}

/* ---- slips ---- */

typedef struct {
	FairleadIdScheme scheme;
	const char *number;
	gsize length;
	const char *set; /* what characters there are */
	GArray *found;   /* of FairleadRepair */
} Search;

static void
try (Search *self, FairleadRepairKind kind, gsize place, const char *candidate)
{
	FairleadRepair repair = { kind, (guint) place + 1, "" };

	for (guint i = 0; i < self->found->len; i++)
		if (strcmp (g_array_index (self->found, FairleadRepair, i).number, candidate) == 0)
			return;
	if (!fairlead_identifier_is_right (self->scheme, candidate)
	    || (self->scheme == FAIRLEAD_ID_MMSI && strchr ("234567", *candidate) == NULL))
		return;
	g_strlcpy (repair.number, candidate, sizeof repair.number);
	g_array_append_val (self->found, repair);
}

static void
try_alike (Search *self)
{
	char candidate[FAIRLEAD_REPAIR_SIZE];

	for (gsize at = 0; at < self->length; at++) {
		for (guint pair = 0; alike[pair] != '\0'; pair += 2) {
			char one = alike[pair], other = alike[pair + 1];
			char here = self->number[at];

			if (here != one && here != other)
				continue;
			g_strlcpy (candidate, self->number, sizeof candidate);
			candidate[at] = here == one ? other : one;
			try (self, FAIRLEAD_REPAIR_ALIKE, at, candidate);
		}
	}
}

static void
try_swapped (Search *self)
{
	char candidate[FAIRLEAD_REPAIR_SIZE];

	for (gsize at = 0; at + 1 < self->length; at++) {
		g_strlcpy (candidate, self->number, sizeof candidate);
		candidate[at] = self->number[at + 1];
		candidate[at + 1] = self->number[at];
		try (self, FAIRLEAD_REPAIR_SWAPPED, at, candidate);
	}
}

static void
try_changed (Search *self)
{
	char candidate[FAIRLEAD_REPAIR_SIZE];

	for (gsize at = 0; at < self->length; at++) {
		for (const char *other = self->set; *other != '\0'; other++) {
			g_strlcpy (candidate, self->number, sizeof candidate);
			candidate[at] = *other;
			try (self, FAIRLEAD_REPAIR_CHANGED, at, candidate);
		}
	}
}

static void
try_lost (Search *self)
{
	char candidate[FAIRLEAD_REPAIR_SIZE];

	for (gsize at = 0; at <= self->length; at++) {
		for (const char *other = self->set; *other != '\0'; other++) {
			g_strlcpy (candidate, self->number, at + 1);
			candidate[at] = *other;
			g_strlcpy (candidate + at + 1, self->number + at,
			           sizeof candidate - at - 1);
			try (self, FAIRLEAD_REPAIR_LOST, at, candidate);
		}
	}
}

static void
try_extra (Search *self)
{
	char candidate[FAIRLEAD_REPAIR_SIZE];

	for (gsize at = 0; at < self->length; at++) {
		g_strlcpy (candidate, self->number, at + 1);
		g_strlcpy (candidate + at, self->number + at + 1, sizeof candidate - at);
		try (self, FAIRLEAD_REPAIR_EXTRA, at, candidate);
	}
}

static const struct {
	FairleadIdScheme scheme;
	gsize length;
	const char *set;
	gboolean has_check; /* without, most of what is one longer or shorter would do */
} numbers[] = {
	{ FAIRLEAD_ID_IMO, 7, digits, TRUE },
	{ FAIRLEAD_ID_IMO_COMPANY, 7, digits, TRUE },
	{ FAIRLEAD_ID_MMSI, 9, digits, FALSE },
	{ FAIRLEAD_ID_LEI, 20, characters, TRUE },
};

/* Slips of which the check digits, or the country, tell */
static void
try_all (Search *self, gsize length, gboolean has_check)
{
	if (self->length == length) {
		try_swapped (self);
		try_changed (self);
	} else if (has_check && self->length + 1 == length) {
		try_lost (self);
	} else if (has_check && self->length == length + 1) {
		try_extra (self);
	}
}

GArray *
fairlead_identifier_dup_repairs (FairleadIdScheme scheme, const char *number)
{
	GArray *found = g_array_new (FALSE, FALSE, sizeof (FairleadRepair));
	Search search = { scheme, number, strlen (number), NULL, found };

	if (search.length + 2 > FAIRLEAD_REPAIR_SIZE
	    || count_in (number, characters) != search.length)
		return found;
	try_alike (&search);
	for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
		if (numbers[i].scheme != scheme)
			continue;
		search.set = numbers[i].set;
		try_all (&search, numbers[i].length, numbers[i].has_check);
	}
	return found;
}
