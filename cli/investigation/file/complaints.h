/* cli/investigation/file/complaints.h: all that is wrong with a file, in the order of its lines */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct _Complaints Complaints;

/* @path: the file, as it is named to people */
Complaints *complaints_new (const char *path);
void complaints_free (Complaints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Complaints, complaints_free)

/* @line: 0 for the file as a whole */
void complaints_add (Complaints *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* The same of what was said on the command line: `--set ranking.limit=x` */
void complaints_add_of_option (Complaints *self, const char *option, const char *format, ...)
	G_GNUC_PRINTF (3, 4);
guint complaints_count (const Complaints *self);
/* In the order in which they were added; with the file and the line */
const char *complaints_get (const Complaints *self, guint i);
/* On standard error, one a line */
void complaints_print (Complaints *self);

G_END_DECLS
