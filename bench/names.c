/* bench/names.c: how alike names are, for many pairs of them
 *
 * usage: names < PAIRS > SCORES
 *
 * Reads lines of KIND, NAME and NAME with tabs between, and writes similarity, evidence in bits,
 * the probability that two parties of these names are one, and whether that is worth a look (1 or
 * 0), in their order. Nothing but the names
 * and the shipped words is known to it. */
#include <stdio.h>

#include "graph/resolve/pair/features.h"
#include "graph/resolve/name-similarity.h"

static gboolean
write_line (FairleadNameScorer *scorer, const char *line)
{
	g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
	g_autoptr (FairleadNameParts) left = NULL;
	g_autoptr (FairleadNameParts) right = NULL;
	FairleadNameMatch match;
	FairleadKind kind;

	if (g_strv_length (cells) != 3 || !fairlead_kind_from_name (cells[0], &kind))
		return FALSE;
	left = fairlead_name_scorer_parse (scorer, cells[1], kind);
	right = fairlead_name_scorer_parse (scorer, cells[2], kind);
	fairlead_name_scorer_compare (scorer, left, right, &match);
	printf ("%.6f %.6f %.6f %d\n", match.similarity, match.evidence,
	        fairlead_probability_of (fairlead_name_log_odds (&match, kind)),
	        match.is_worth_a_look);
	return TRUE;
}

int
main (void)
{
	g_autoptr (FairleadNameScorer) scorer = fairlead_name_scorer_new (NULL);
	g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
	gchar *line;
	gsize end;

	while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL) {
		line[end] = '\0';
		if (!write_line (scorer, line)) {
			fprintf (stderr, "names: a line is not KIND, NAME, NAME: %s\n", line);
			return 1;
		}
		g_free (line);
	}
	return 0;
}
