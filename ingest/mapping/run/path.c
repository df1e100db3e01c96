/* ingest/mapping/run/path.c */
#include "ingest/mapping/run/path.h"

#include <string.h>

static void
clear_step (gpointer data)
{
	FairleadStep *step = data;

	g_free (step->name);
	g_free (step->test_name);
	g_free (step->test_value);
}

void
fairlead_path_free (FairleadPath *self)
{
	g_array_unref (self->steps);
	g_free (self);
}

/* `Name[Type=alias]`; a step that is not of this shape is FALSE */
static gboolean
parse_step (const char *text, gsize length, FairleadStep *step)
{
	g_autofree char *copy = g_strndup (text, length);
	char *bracket = strchr (copy, '[');
	char *equals = bracket != NULL ? strchr (bracket, '=') : NULL;

	if (bracket != NULL && (equals == NULL || copy[length - 1] != ']'))
		return FALSE;
	if (bracket != NULL) {
		*bracket = *equals = copy[length - 1] = '\0';
		step->test_name = g_strstrip (g_strdup (bracket + 1));
		step->test_value = g_strstrip (g_strdup (equals + 1));
	}
	step->name = g_strstrip (g_strdup (copy));
	return *step->name != '\0' && (bracket == NULL || *step->test_name != '\0');
}

/* Where the step ends: a `/` inside of its test does not end it */
static gsize
step_length (const char *text)
{
	gboolean in_test = FALSE;
	gsize length = 0;

	for (; text[length] != '\0' && (in_test || text[length] != '/'); length++)
		in_test = in_test ? text[length] != ']' : text[length] == '[';
	return length;
}

FairleadPath *
fairlead_path_parse (const char *text, char **problem)
{
	g_autoptr (FairleadPath) path = g_new0 (FairleadPath, 1);
	const char *at = text;

	path->steps = g_array_new (FALSE, TRUE, sizeof (FairleadStep));
	g_array_set_clear_func (path->steps, clear_step);
	if (strcmp (text, ".") == 0)
		return g_steal_pointer (&path);
	path->from_record = *at == '/';
	at += path->from_record;
	for (;;) {
		FairleadStep step = { NULL, NULL, NULL };
		gsize length = step_length (at);
		gboolean good = parse_step (at, length, &step);

		g_array_append_val (path->steps, step);
		if (!good) {
			*problem = g_strdup_printf (
				"\"%s\" is no path (expected Child/Grandchild, @attribute or"
				" Child[Name=value]/Grandchild)",
				text);
			return NULL;
		}
		if (at[length] == '\0')
			return g_steal_pointer (&path);
		at += length + 1;
	}
}

/* ---- matching ---- */

/* Where the nodes of a name may stand: elements, or attributes where it begins with `@` */
static const FairleadXmlNode *
first_of (const FairleadXmlNode *node, const char **name)
{
	if (**name != '@')
		return node->first_child;
	(*name)++;
	return node->attributes;
}

static gboolean
passes_test (const FairleadXmlNode *node, const FairleadStep *step)
{
	const char *name = step->test_name;

	if (name == NULL)
		return TRUE;
	for (const FairleadXmlNode *child = first_of (node, &name); child != NULL;
	     child = child->next)
		if (strcmp (child->name, name) == 0
		    && g_ascii_strcasecmp (child->text, step->test_value) == 0)
			return TRUE;
	return FALSE;
}

static void
match_steps (const FairleadXmlNode *node, const FairleadPath *path, guint depth,
             FairleadPathMatch match, gpointer user_data)
{
	const FairleadStep *step;
	const char *name;

	if (depth == path->steps->len) {
		match (node, user_data);
		return;
	}
	step = &g_array_index (path->steps, FairleadStep, depth);
	name = step->name;
	for (const FairleadXmlNode *child = first_of (node, &name); child != NULL;
	     child = child->next)
		if (strcmp (child->name, name) == 0 && passes_test (child, step))
			match_steps (child, path, depth + 1, match, user_data);
}

void
fairlead_path_match (const FairleadPath *self, const FairleadXmlNode *record,
                     const FairleadXmlNode *node, FairleadPathMatch match, gpointer user_data)
{
	if (self->from_record)
		node = record;
	if (node != NULL)
		match_steps (node, self, 0, match, user_data);
}
