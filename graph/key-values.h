/* graph/key-values.h: groups of a key file whose keys are known beforehand, read into structures
 *
 * Each key of the table stands once in the group, and none beside them. What a value may be is said
 * by the reader of the key, in its own words. For files of numbers alone there is number-file.h. */
#pragma once
#include "ingest/mapping/language/key-file.h"
G_BEGIN_DECLS

/* A value on its way into a field */
typedef struct {
	const char *path;
	const FairleadKeyEntry *entry;
	gpointer field;
} FairleadKeyValue;

typedef struct {
	const char *key;
	gboolean (*read) (const FairleadKeyValue *value, GError **error);
	gsize offset; /* of the field */
} FairleadKnownKey;

/* `key=value (expected ...)`, with the line; FALSE */
gboolean fairlead_key_value_refuse (const FairleadKeyValue *value, const char *expected,
                                    GError **error);
/* A reader of any text but an empty one; the field is a char *, owned */
gboolean fairlead_key_value_read_text (const FairleadKeyValue *value, GError **error);
/* One of @choices, whose number is @chosen; @expected names them */
gboolean fairlead_key_value_choose (const FairleadKeyValue *value, const char *const *choices,
                                    guint n, const char *expected, guint *chosen, GError **error);

/**
 * fairlead_key_group_read:
 * @fields: the structure that the offsets are of
 *
 * A key that is not in the table, one that stands twice, and one that is missing are errors with a
 * line. Fields that were written stay so on failure.
 */
gboolean fairlead_key_group_read (const char *path, const FairleadKeyGroup *group,
                                  const FairleadKnownKey *keys, guint n_keys, gpointer fields,
                                  GError **error);

G_END_DECLS
