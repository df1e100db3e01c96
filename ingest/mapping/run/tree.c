/* ingest/mapping/run/tree.c */
#include "ingest/mapping/run/tree.h"

#include <string.h>

typedef struct {
	guint32 name; /* offsets in the text */
	guint32 text;
	guint32 parent;
	guint32 first_child;
	guint32 last_child;
	guint32 next;
	guint32 line;
} Node;

struct _FairleadTree {
	GArray *nodes; /* of Node; in the order of the file */
	GString *text; /* starts with a NUL: offset 0 is the empty text */
	guint32 current;
};

FairleadTree *
fairlead_tree_new (void)
{
	FairleadTree *self = g_new0 (FairleadTree, 1);

	self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
	self->text = g_string_new (NULL);
	fairlead_tree_reset (self);
	return self;
}

void
fairlead_tree_free (FairleadTree *self)
{
	g_array_unref (self->nodes);
	g_string_free (self->text, TRUE);
	g_free (self);
}

void
fairlead_tree_reset (FairleadTree *self)
{
	g_array_set_size (self->nodes, 0);
	g_string_truncate (self->text, 0);
	g_string_append_c (self->text, '\0');
	self->current = FAIRLEAD_TREE_NONE;
}

static Node *
node_at (const FairleadTree *self, guint node)
{
	return &g_array_index (self->nodes, Node, node);
}

static guint32
keep_text (FairleadTree *self, const char *text)
{
	guint32 offset = (guint32) self->text->len;

	if (*text == '\0')
		return 0;
	g_string_append (self->text, text);
	g_string_append_c (self->text, '\0');
	return offset;
}

static gboolean
is_within_bounds (const FairleadTree *self)
{
	return self->nodes->len < FAIRLEAD_TREE_MAX_NODES
	       && self->text->len < FAIRLEAD_TREE_MAX_TEXT;
}

static guint32
append_node (FairleadTree *self, const char *prefix, const char *name, guint32 line)
{
	guint32 added = self->nodes->len;
	Node node = { (guint32) self->text->len,
		      0,
		      self->current,
		      FAIRLEAD_TREE_NONE,
		      FAIRLEAD_TREE_NONE,
		      FAIRLEAD_TREE_NONE,
		      line };

	g_string_append (self->text, prefix);
	g_string_append (self->text, name);
	g_string_append_c (self->text, '\0');
	g_array_append_val (self->nodes, node);
	if (self->current != FAIRLEAD_TREE_NONE) {
		Node *parent = node_at (self, self->current);

		if (parent->last_child == FAIRLEAD_TREE_NONE)
			parent->first_child = added;
		else
			node_at (self, parent->last_child)->next = added;
		parent->last_child = added;
	}
	return added;
}

gboolean
fairlead_tree_open (FairleadTree *self, const char *name, guint32 line)
{
	self->current = append_node (self, "", name, line);
	return is_within_bounds (self);
}

gboolean
fairlead_tree_add_attribute (FairleadTree *self, const char *name, const char *value)
{
	guint32 added = append_node (self, "@", name, node_at (self, self->current)->line);
	guint32 text = keep_text (self, value);

	node_at (self, added)->text = text;
	return is_within_bounds (self);
}

gboolean
fairlead_tree_close (FairleadTree *self, const char *text)
{
	guint32 kept = keep_text (self, text);
	Node *node = node_at (self, self->current);

	node->text = kept;
	self->current = node->parent;
	return is_within_bounds (self);
}

gboolean
fairlead_tree_is_whole (const FairleadTree *self)
{
	return self->nodes->len > 0 && self->current == FAIRLEAD_TREE_NONE;
}

const char *
fairlead_tree_get_text (const FairleadTree *self, guint node)
{
	return self->text->str + node_at (self, node)->text;
}

guint32
fairlead_tree_get_line (const FairleadTree *self, guint node)
{
	return node_at (self, node)->line;
}

/* ---- paths ---- */

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

static gboolean
passes_test (const FairleadTree *self, const Node *node, const FairleadStep *step)
{
	if (step->test_name == NULL)
		return TRUE;
	for (guint32 child = node->first_child; child != FAIRLEAD_TREE_NONE;
	     child = node_at (self, child)->next)
		if (strcmp (self->text->str + node_at (self, child)->name, step->test_name) == 0
		    && g_ascii_strcasecmp (fairlead_tree_get_text (self, child), step->test_value)
		               == 0)
			return TRUE;
	return FALSE;
}

static void
match_steps (const FairleadTree *self, guint node, const FairleadPath *path, guint depth,
             FairleadTreeMatch match, gpointer user_data)
{
	const FairleadStep *step;

	if (depth == path->steps->len) {
		match (node, user_data);
		return;
	}
	step = &g_array_index (path->steps, FairleadStep, depth);
	for (guint32 child = node_at (self, node)->first_child; child != FAIRLEAD_TREE_NONE;
	     child = node_at (self, child)->next)
		if (strcmp (self->text->str + node_at (self, child)->name, step->name) == 0
		    && passes_test (self, node_at (self, child), step))
			match_steps (self, child, path, depth + 1, match, user_data);
}

void
fairlead_tree_match (const FairleadTree *self, guint node, const FairleadPath *path,
                     FairleadTreeMatch match, gpointer user_data)
{
	if (path->from_record)
		node = FAIRLEAD_TREE_ROOT;
	if (node != FAIRLEAD_TREE_NONE)
		match_steps (self, node, path, 0, match, user_data);
}
