/* cli/investigation/file/key-lines.h: on which lines of a key file its groups and keys stand
 *
 * GKeyFile tells no lines, takes a key that stands twice for its last, and stops at the first
 * mistake. */
#pragma once
#include "cli/investigation/file/complaints.h"
G_BEGIN_DECLS

#define KEY_LINES_MOST_BYTES (1u << 20)

typedef struct _KeyLines KeyLines;

/* Complains of each line that is no group, key or comment, and of what stands twice */
KeyLines *key_lines_new (const char *text, Complaints *complaints);
void key_lines_free (KeyLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeyLines, key_lines_free)

/* @key: NULL for the group itself. 0 where it is not there. */
guint key_lines_find (KeyLines *self, const char *group, const char *key);

G_END_DECLS
