/* graph/resolve/name/marks.c: by what names that may be alike are told from others at once */
#include <string.h>

#include "graph/resolve/name/parts.h"
#include "ingest/record/id-table.h"

static void
add_mark (FairleadNameParts *parts, const char *text, gsize length)
{
	if (parts->n_marks < FAIRLEAD_NAME_MARKS_MAX && length > 1)
		parts->marks[parts->n_marks++] = fairlead_id_table_hash (text, length);
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
	guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

	return x < y ? -1 : x > y;
}

#define BEGINNING 4 /* letters of a word that a misspelt one mostly still has */

static void
mark_words (FairleadNameParts *parts, GString *joined)
{
	for (guint i = 0; i < parts->n_words; i++) {
		const FairleadNameWord *word = &parts->words[i];

		if (word->word_class != FAIRLEAD_WORD_PLAIN)
			continue;
		g_string_append (joined, word->text);
		add_mark (parts, word->text, strlen (word->text));
		add_mark (parts, word->text, strnlen (word->text, BEGINNING));
		for (guint j = 0; j < FAIRLEAD_N_KEYS; j++)
			if (word->keys[j] != NULL)
				add_mark (parts, word->keys[j], strlen (word->keys[j]));
	}
}

/* Syllables may be grouped otherwise in the other name: the whole sound is a mark, too */
void
fairlead_name_parts_mark (FairleadNameParts *parts)
{
	g_autoptr (GString) joined = g_string_new (NULL);
	char key[FAIRLEAD_KEY_SIZE];

	mark_words (parts, joined);
	add_mark (parts, joined->str, joined->len);
	add_mark (parts, joined->str, MIN (joined->len, BEGINNING));
	if (fairlead_key_make (FAIRLEAD_KEY_KOREAN, joined->str, key) > 0) {
		add_mark (parts, key, strlen (key));
		add_mark (parts, key, strnlen (key, BEGINNING));
	}
	qsort (parts->marks, parts->n_marks, sizeof *parts->marks, compare_marks);
}

gboolean
fairlead_name_parts_touch (const FairleadNameParts *a, const FairleadNameParts *b)
{
	guint i = 0, j = 0;

	while (i < a->n_marks && j < b->n_marks) {
		if (a->marks[i] == b->marks[j])
			return TRUE;
		if (a->marks[i] < b->marks[j])
			i++;
		else
			j++;
	}
	return FALSE;
}
