/* ingest/mapping/language/key-file.h: the text of a mapping, or of rules, as groups and entries,
 * each with its line
 *
 * The syntax is that of GKeyFile without escapes and locales, with two things that a GKeyFile
 * cannot do: a key may stand several times in a group, and every line is known for errors. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

#define FAIRLEAD_KEY_FILE_MAX_SIZE (1u << 20)

typedef struct {
	char *key;
	char *value;
	guint line;
} FairleadKeyEntry;

/* `[entity ship]`: the type is `entity`, the name `ship`; a group like `[mapping]` has no name */
typedef struct {
	char *type;
	char *name; /* (nullable) */
	guint line;
	GPtrArray *entries; /* of FairleadKeyEntry */
} FairleadKeyGroup;

/* (transfer full): of FairleadKeyGroup, in the order of the text. @path is for errors only. */
GPtrArray *fairlead_key_file_parse (const char *path, const char *text, gsize size, GError **error);

/* (transfer full): the text of a regular file; errors name its path */
GMappedFile *fairlead_key_file_open (const char *path, GError **error);

G_END_DECLS
