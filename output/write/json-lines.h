/* output/write/json-lines.h: JSON on its way to a stream, made JSON lines */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * fairlead_json_lines_new:
 * @base: (transfer none): where the lines go; not closed with this stream
 * @lists: (nullable): keys of the object, with ; between them
 *
 * A stream that takes one JSON object and writes each element of the lists that @lists names as
 * one line; what stands beside them is left out. Where @lists names several, each line that is an
 * object begins with the member "list", the key of the list that it is of. Without @lists all of
 * the object is one line.
 *
 * Nothing is parsed again, so that numbers and escapes stay what they were. Memory: what is written
 * to it at once.
 *
 * Returns: (transfer full):
 */
FAIRLEAD_API GOutputStream *fairlead_json_lines_new (GOutputStream *base, const char *lists);

G_END_DECLS
