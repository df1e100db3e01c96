/* cli/help/topics.h: what the words mean, in a screenful each */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

guint topics_count (void);
const char *topic_get_name (guint i);
const char *topic_get_summary (guint i);
/* (transfer full): the text, ready for print; of `topics` the list; NULL where there is none */
char *topic_dup_text (const char *name);

G_END_DECLS
