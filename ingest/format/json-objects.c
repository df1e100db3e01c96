/* ingest/format/json-objects.c */
#include "ingest/format/json-objects.h"

gboolean
fairlead_json_read_each (FairleadReading *reading, FairleadJsonObjectReader read, GError **error)
{
	g_autoptr (FairleadJsonReader) reader = fairlead_json_reader_new (reading->input);
	g_autoptr (GError) failure = NULL;
	const FairleadJsonValue *object;

	while ((object = fairlead_json_reader_next (reader, &failure)) != NULL) {
		reading->n_records++;
		read (reading, object);
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}
