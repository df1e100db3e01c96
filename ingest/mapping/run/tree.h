/* ingest/mapping/run/tree.h: one record of an XML file, kept until the next one begins */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* Bounds of one record, against a file that is one endless record */
#define FAIRLEAD_TREE_MAX_NODES (1u << 16)
#define FAIRLEAD_TREE_MAX_TEXT (16u << 20)

typedef struct _FairleadTree FairleadTree;
#define FAIRLEAD_TREE_NONE G_MAXUINT32
#define FAIRLEAD_TREE_ROOT 0u

FairleadTree *fairlead_tree_new (void);
void fairlead_tree_free (FairleadTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadTree, fairlead_tree_free)

void fairlead_tree_reset (FairleadTree *self);
/* Each FALSE where the record would pass its bounds. An attribute is a child named `@name`. */
gboolean fairlead_tree_open (FairleadTree *self, const char *name, guint32 line);
gboolean fairlead_tree_add_attribute (FairleadTree *self, const char *name, const char *value);
gboolean fairlead_tree_close (FairleadTree *self, const char *text);
/* Whether the record's own element was closed */
gboolean fairlead_tree_is_whole (const FairleadTree *self);

const char *fairlead_tree_get_text (const FairleadTree *self, guint node);
guint32 fairlead_tree_get_line (const FairleadTree *self, guint node);

/* `Names/Name[Type=alias]/@value`: each step may ask for a child or attribute of a given text */
typedef struct {
	char *name;
	char *test_name; /* (nullable) */
	char *test_value;
} FairleadStep;

typedef struct {
	GArray *steps;        /* of FairleadStep; none is the element itself */
	gboolean from_record; /* written with a `/` in front: from the record, not from `each` */
} FairleadPath;

/* @problem is (out) (transfer full): what is wrong with the text, where NULL is returned */
FairleadPath *fairlead_path_parse (const char *text, char **problem);
void fairlead_path_free (FairleadPath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadPath, fairlead_path_free)

typedef void (*FairleadTreeMatch) (guint node, gpointer user_data);
/* Every element or attribute at @path below @node, in the order of the file */
void fairlead_tree_match (const FairleadTree *self, guint node, const FairleadPath *path,
                          FairleadTreeMatch match, gpointer user_data);

G_END_DECLS
