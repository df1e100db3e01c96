/* ingest/mapping/language/suggest.c */
#include "ingest/mapping/language/suggest.h"

#include <string.h>

#define LONGEST_WORD 63u

/* Levenshtein distance, without regard to ASCII case; both texts at most LONGEST_WORD bytes */
static guint
edit_distance (const char *a, const char *b)
{
	guint row[LONGEST_WORD + 1];
	guint length = (guint) strlen (b);

	for (guint j = 0; j <= length; j++)
		row[j] = j;
	for (guint i = 1; a[i - 1] != '\0'; i++) {
		guint diagonal = row[0];

		row[0] = i;
		for (guint j = 1; j <= length; j++) {
			guint above = row[j];
			guint changed = g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]);

			row[j] = MIN (MIN (row[j - 1], above) + 1, diagonal + changed);
			diagonal = above;
		}
	}
	return row[length];
}

void
fairlead_suggestion_offer (FairleadSuggestion *self, const char *candidate)
{
	guint distance;

	if (strlen (self->word) > LONGEST_WORD || strlen (candidate) > LONGEST_WORD)
		return;
	distance = edit_distance (self->word, candidate);
	if (distance >= self->distance)
		return;
	g_free (self->best);
	self->best = g_strdup (candidate);
	self->distance = distance;
}

char *
fairlead_suggestion_dup_text (const FairleadSuggestion *self)
{
	/* a third of the letters may be wrong; more than that is another word */
	if (self->best == NULL || self->distance > (strlen (self->word) + 2) / 3)
		return g_strdup ("");
	return g_strdup_printf (" (did you mean \"%s\"?)", self->best);
}

void
fairlead_suggestion_clear (FairleadSuggestion *self)
{
	g_clear_pointer (&self->best, g_free);
}
