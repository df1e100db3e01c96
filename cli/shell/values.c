/* cli/shell/values.c */
#include "cli/shell/values.h"

#include <string.h>

#include "graph/score/measures.h"
#include "ingest/record/kinds.h"

/* @command: NULL for any that has the option and no row of its own */
static const struct {
	const char *command;
	const char *option;
	const char *values;
} lists[] = {
	{ "export", "format", "graphml gexf dot csv neo4j ftm xlsx" },
	{ "chart", "format", "svg png pdf" },
	{ "own", "format", "table csv json jsonl svg" },
	{ "vessel", "format", "table csv json jsonl svg" },
	{ NULL, "format", "table csv json jsonl" },
	{ NULL, "color", "auto always never" },
	{ "chart", "lanes", "side jurisdiction none" },
	{ "rank", "groups", "side jurisdiction" },
	{ NULL, "by", "evidence hops" },
	{ "supply", "cap", "refined crude coal munitions" },
	{ NULL, "rule", "OFAC BIS EU UK" },
	{ "resolve", "kind", "person company public-body vessel aircraft" },
	{ "search", "kind", "person company public-body vessel aircraft address port" },
};

static GStrv
dup_measures (void)
{
	GPtrArray *words = g_ptr_array_new ();

	for (guint i = 0; i < FAIRLEAD_N_MEASURES; i++)
		g_ptr_array_add (words, g_strdup (fairlead_measure_name (i)));
	g_ptr_array_add (words, NULL);
	return (GStrv) g_ptr_array_free (words, FALSE);
}

static GStrv
dup_link_kinds (void)
{
	GPtrArray *words = g_ptr_array_new ();

	for (guint i = 0; i < FAIRLEAD_N_LINK_KINDS; i++)
		g_ptr_array_add (words, g_strdup (fairlead_link_info (i)->name));
	g_ptr_array_add (words, NULL);
	return (GStrv) g_ptr_array_free (words, FALSE);
}

static GStrv
dup_classes (void)
{
	GPtrArray *words = g_ptr_array_new ();

	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		g_ptr_array_add (words, g_strdup (fairlead_link_class_name (i)));
	g_ptr_array_add (words, NULL);
	return (GStrv) g_ptr_array_free (words, FALSE);
}

/* Those that a table elsewhere has */
static const struct {
	const char *command;
	const char *option;
	GStrv (*dup) (void);
} tables[] = {
	{ "rank", "measure", dup_measures },  { "path", "kind", dup_link_kinds },
	{ "common", "kind", dup_link_kinds }, { "path", "class", dup_classes },
	{ "common", "class", dup_classes },
};

GStrv
values_dup (const Command *command, const OptionInfo *option)
{
	for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
		if (strcmp (tables[i].command, command->name) == 0
		    && strcmp (tables[i].option, option->name) == 0)
			return tables[i].dup ();
	for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
		if ((lists[i].command == NULL || strcmp (lists[i].command, command->name) == 0)
		    && strcmp (lists[i].option, option->name) == 0)
			return g_strsplit (lists[i].values, " ", -1);
	return NULL;
}
