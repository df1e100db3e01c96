/* library/input/day.h: days as callers write them */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* @text: (nullable): `2017-02-28`. An open day where it is NULL; USAGE where it is no day. */
gboolean day_read (const char *text, gint32 *day, GError **error);

G_END_DECLS
