/* graph/ais/traffic/ports.c: ports by bands of a degree of latitude */
#include "graph/ais/traffic/ports.h"

#include <math.h>
#include <string.h>

#include "ingest/ais/fields.h"
#include "ingest/grammar/port.h"
#include "ingest/record/error.h"
#include "ingest/syntax/csv-reader.h"

#define BANDS 181

struct _FairleadAisPorts {
	GPtrArray *bands[BANDS]; /* of FairleadAisPort, owned */
};

enum { NAME, LATITUDE, LONGITUDE, N_FIELDS };

static const struct {
	guint field;
	const char *name;
} columns[] = {
	{ NAME, "name" },           { NAME, "port" },         { NAME, "port_name" },
	{ NAME, "Main Port Name" }, { LATITUDE, "latitude" }, { LATITUDE, "lat" },
	{ LONGITUDE, "longitude" }, { LONGITUDE, "lon" },
};

static void
port_free (gpointer data)
{
	FairleadAisPort *port = data;

	g_free (port->name);
	g_free (port);
}

FairleadAisPorts *
fairlead_ais_ports_new (void)
{
	FairleadAisPorts *self = g_new0 (FairleadAisPorts, 1);

	for (guint i = 0; i < BANDS; i++)
		self->bands[i] = g_ptr_array_new_with_free_func (port_free);
	return self;
}

void
fairlead_ais_ports_free (FairleadAisPorts *self)
{
	if (self == NULL)
		return;
	for (guint i = 0; i < BANDS; i++)
		g_ptr_array_unref (self->bands[i]);
	g_free (self);
}

static gint
band_of (double latitude)
{
	return (gint) floor (latitude / FAIRLEAD_AIS_DEGREE + 90);
}

void
fairlead_ais_ports_add (FairleadAisPorts *self, const char *name, FairleadAisPlace place)
{
	FairleadAisPort *port = g_new0 (FairleadAisPort, 1);

	port->name = g_strdup (name);
	port->place = place;
	g_ptr_array_add (self->bands[CLAMP (band_of (place.latitude), 0, BANDS - 1)], port);
}

void
fairlead_ais_ports_add_known (FairleadAisPorts *self)
{
	guint n;
	const FairleadPort *ports = fairlead_ports_get (&n);

	for (guint i = 0; i < n; i++)
		if (ports[i].latitude != FAIRLEAD_PORT_NOWHERE)
			fairlead_ais_ports_add (
				self, ports[i].name,
				(FairleadAisPlace){ ports[i].latitude, ports[i].longitude });
}

/* ---- reading ---- */

static gboolean
read_port (FairleadAisPorts *self, const char *path, const FairleadCsvRow *row,
           const gint found[N_FIELDS], GError **error)
{
	const char *cells[N_FIELDS];
	gint64 latitude, longitude;

	for (guint i = 0; i < N_FIELDS; i++)
		cells[i] = (guint) found[i] < row->n_fields ? row->fields[found[i]] : "";
	if (!fairlead_ais_decimal (cells[LATITUDE], 6, &latitude)
	    || !fairlead_ais_decimal (cells[LONGITUDE], 6, &longitude)
	    || ABS (latitude) > 90 * FAIRLEAD_AIS_DEGREE
	    || ABS (longitude) > 180 * FAIRLEAD_AIS_DEGREE)
		return fairlead_set_error_at (
			error, path, row->line, FAIRLEAD_ERROR_INVALID_VALUE,
			"latitude \"%s\", longitude \"%s\" are no degrees of a port",
			cells[LATITUDE], cells[LONGITUDE]);
	fairlead_ais_ports_add (self, cells[NAME],
	                        (FairleadAisPlace){ (gint32) latitude, (gint32) longitude });
	return TRUE;
}

static gboolean
find_columns (const char *path, const FairleadCsvRow *header, gint found[N_FIELDS], GError **error)
{
	for (guint i = 0; i < N_FIELDS; i++)
		found[i] = -1;
	for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
		if (found[columns[i].field] < 0)
			found[columns[i].field] = fairlead_csv_row_find (header, columns[i].name);
	if (found[NAME] >= 0 && found[LATITUDE] >= 0 && found[LONGITUDE] >= 0)
		return TRUE;
	return fairlead_set_error_at (error, path, header->line, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
	                              "is no table of ports (expected CSV with columns name,"
	                              " latitude, longitude)");
}

gboolean
fairlead_ais_ports_read (FairleadAisPorts *self, const char *path, GCancellable *cancellable,
                         GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_open (path, error);
	g_autoptr (FairleadCsvReader) rows = NULL;
	g_autoptr (GError) failure = NULL;
	FairleadCsvDialect dialect = { .delimiter = ',' };
	FairleadCsvRow row = { 0 };
	gint found[N_FIELDS];
	gsize size;
	const char *head;

	if (input == NULL)
		return FALSE;
	fairlead_input_set_cancellable (input, cancellable);
	head = fairlead_input_peek (input, &size, error);
	if (head == NULL)
		return FALSE;
	if (!fairlead_csv_guess_dialect (head, size, &dialect))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "is no table of ports");
	rows = fairlead_csv_reader_new (input, dialect.delimiter);
	if (!fairlead_csv_reader_next (rows, &row, error)
	    || !find_columns (path, &row, found, error))
		return FALSE;
	while (fairlead_csv_reader_next (rows, &row, &failure))
		if (!read_port (self, path, &row, found, error))
			return FALSE;
	if (failure == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}

/* ---- looking ---- */

const FairleadAisPort *
fairlead_ais_ports_find (const FairleadAisPorts *self, FairleadAisPlace place, double metres)
{
	double reach = metres / FAIRLEAD_AIS_METRES_PER_DEGREE * FAIRLEAD_AIS_DEGREE + 1;
	gint last = MIN (BANDS - 1, band_of (place.latitude + reach));
	const FairleadAisPort *nearest = NULL;
	double least = metres;

	for (gint band = MAX (0, band_of (place.latitude - reach)); band <= last; band++)
		for (guint i = 0; i < self->bands[band]->len; i++) {
			const FairleadAisPort *port = self->bands[band]->pdata[i];
			double away = ABS (port->place.latitude - place.latitude) > reach
			                      ? G_MAXDOUBLE
			                      : fairlead_ais_metres (port->place, place);

			if (away > least
			    || (away == least && nearest != NULL
			        && strcmp (port->name, nearest->name) >= 0))
				continue;
			nearest = port;
			least = away;
		}
	return nearest;
}

FairleadAisPorts *
fairlead_ais_ports_load (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAisPorts) self = fairlead_ais_ports_new ();

	fairlead_ais_ports_add_known (self);
	if (path != NULL && !fairlead_ais_ports_read (self, path, cancellable, error))
		return NULL;
	return g_steal_pointer (&self);
}
