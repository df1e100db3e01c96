/* ingest/grammar/port.h: ports by UN/LOCODE, name or place, and transfer areas */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_PORT_NOWHERE G_MININT32

/* Who is within so many metres of a port is in it, for its anchorages are. The same distance as
 * that of AIS; only few ports of the table are nearer each other than twice that. */
#define FAIRLEAD_PORT_REACH 10000

/**
 * FairleadPort:
 * @code: UN/LOCODE without its blank, `KPNAM`
 * @codes: that one and others of the same place, between bars
 * @keys: its names as they are looked up, between bars
 * @latitude: in millionths of a degree, as @longitude; %FAIRLEAD_PORT_NOWHERE where not known
 */
typedef struct {
	const char *code;
	const char *name;
	const char *codes;
	const char *keys;
	gint32 latitude;
	gint32 longitude;
} FairleadPort;

/* Two letters of a country known here and three of a place, as `KP NAM`, `kpnam` or `KP-NAM`;
 * writes it as `KPNAM` */
FAIRLEAD_API gboolean fairlead_locode_normalise (const char *text, char code[6]);

/**
 * fairlead_port_find:
 * @text: a code in that form, or a name. Of names letters and digits count: case, accents, marks
 *   and blanks do not, and neither do words that say only that it is a port (`Nam-po`,
 *   `Port of Namp'o`).
 * @country: (nullable): two letters; a name is then looked for in that country alone
 *
 * Returns: (transfer none) (nullable): NULL where the table has none
 */
FAIRLEAD_API const FairleadPort *fairlead_port_find (const char *text, const char *country);

/**
 * fairlead_port_near:
 * @latitude: in millionths of a degree
 * @country: (nullable): two letters; only ports of that country
 *
 * Returns: (transfer none) (nullable): the nearest of the table, and NULL where none is within
 *   %FAIRLEAD_PORT_REACH metres on a sphere
 */
FAIRLEAD_API const FairleadPort *fairlead_port_near (gint32 latitude, gint32 longitude,
                                                     const char *country);

/* All, by code */
FAIRLEAD_API const FairleadPort *fairlead_ports_get (guint *n);

/* Whether it is the name of an area at sea, which is no port */
FAIRLEAD_API gboolean fairlead_is_sea_area (const char *text);

G_END_DECLS
