/* ingest/ais/stream.h: the reports of one file or archive, and the one that comes next
 *
 * The members of an archive are read one after the other, as they stand in it. */
#pragma once
#include "ingest/ais/reader.h"
G_BEGIN_DECLS

/**
 * FairleadAisStream:
 * @report: the row that comes next, while it has one
 * @identity: what that row says of its ship
 */
typedef struct _FairleadAisStream {
	FairleadAisReport report;
	FairleadAisIdentity identity;
	gboolean has_row;
	char *path;
	struct _FairleadAisStreamParts *parts;
} FairleadAisStream;

/* Opens it and goes to its first row; fails where nothing in it is AIS data. */
FairleadAisStream *fairlead_ais_stream_new (const char *path, FairleadRecords *records,
                                            FairleadAisCounts *counts, GCancellable *cancellable,
                                            GError **error);
/* The same over a stream of bytes that is open already, and borrowed */
FairleadAisStream *fairlead_ais_stream_new_for_input (FairleadInput *input,
                                                      FairleadRecords *records,
                                                      FairleadAisCounts *counts, GError **error);
void fairlead_ais_stream_free (FairleadAisStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisStream, fairlead_ais_stream_free)

/* Goes to the next row; at the end there is none, which is no failure */
gboolean fairlead_ais_stream_advance (FairleadAisStream *self, GError **error);
/* Bytes of the file that were read so far */
guint64 fairlead_ais_stream_get_position (const FairleadAisStream *self);

G_END_DECLS
