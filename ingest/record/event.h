/* ingest/record/event.h: what happened to ships: calls, transfers, deliveries, silences, changes
 *
 * An event is a fact of its own, with its source. Where it brings two parties together it is a link
 * of the network too: see fairlead_records_add_event() in records.h. */
#pragma once
#include "ingest/grammar/period.h"
#include "ingest/record/kinds.h"
#include "ingest/record/strings.h"
G_BEGIN_DECLS

/* The other party, and what `before` and `after` say, by kind:
 *
 * port-call   a ship was in a port
 * transfer    cargo went from the ship to the other ship
 * delivery    cargo went from the ship, or, where none is told, from nobody knows which, to the
 *             other party
 * encounter   two ships lay side by side; what passed between them, and which way, is not known
 * sighting    the ship was seen at the place, on an image or with eyes
 * ais-gap     its transponder was silent
 * ais-jump    it reported places that no ship can go between in the time
 * identity-conflict  it reported what contradicts its other identities
 * loitering   it lay in open water without another ship
 * reflagging  from the flag before to that after
 * renaming    from the name before to that after
 * sale        from the owner before to the other party
 *
 * identifier, name, link kind with the other party, with the place (NONE: no link) */
#define FAIRLEAD_EVENT_TABLE(X)                                \
	X (PORT_CALL, "port-call", NONE, PORT_CALL)            \
	X (TRANSFER, "transfer", TRANSFER, NONE)               \
	X (DELIVERY, "delivery", DELIVERY, PORT_CALL)          \
	X (ENCOUNTER, "encounter", TRANSFER, NONE)             \
	X (SIGHTING, "sighting", NONE, PORT_CALL)              \
	X (AIS_GAP, "ais-gap", NONE, NONE)                     \
	X (AIS_JUMP, "ais-jump", NONE, NONE)                   \
	X (IDENTITY_CONFLICT, "identity-conflict", NONE, NONE) \
	X (LOITERING, "loitering", NONE, NONE)                 \
	X (REFLAGGING, "reflagging", NONE, NONE)               \
	X (RENAMING, "renaming", NONE, NONE)                   \
	X (SALE, "sale", BUYER, NONE)

typedef enum {
#define X(tag, name, with_other, with_place) FAIRLEAD_EVENT_##tag,
	FAIRLEAD_EVENT_TABLE (X)
#undef X
		FAIRLEAD_N_EVENT_KINDS
} FairleadEventKind;

/* No link: the number beyond the last kind of link */
#define FAIRLEAD_LINK_NONE FAIRLEAD_N_LINK_KINDS

typedef struct {
	const char *name;
	FairleadLinkKind with_other;
	FairleadLinkKind with_place;
} FairleadEventInfo;

FAIRLEAD_API const FairleadEventInfo *fairlead_event_info (FairleadEventKind kind);
FAIRLEAD_API gboolean fairlead_event_kind_from_name (const char *name, FairleadEventKind *kind);

/* Two ships side by side for hours: what passes between them is not seen */
#define FAIRLEAD_CONFIDENCE_ENCOUNTER 0.5f

typedef enum {
	FAIRLEAD_LADEN_UNKNOWN,
	FAIRLEAD_LADEN_YES,
	FAIRLEAD_LADEN_NO, /* in ballast */
	FAIRLEAD_N_LADEN
} FairleadLaden;

FAIRLEAD_API const char *fairlead_laden_name (FairleadLaden laden);
/* `laden`, `ballast`, `yes`, `no`, `loaded`, `empty`, `unknown` and the like; FALSE for others */
FAIRLEAD_API gboolean fairlead_laden_from_name (const char *name, FairleadLaden *laden);

/**
 * FairleadQuantity:
 * @low: at least so many thousandths of the unit, 0 or more
 * @high: at most; %FAIRLEAD_QUANTITY_OPEN where no bound is known
 */
typedef struct {
	gint64 low;
	gint64 high;
} FairleadQuantity;

#define FAIRLEAD_QUANTITY_ONE 1000
#define FAIRLEAD_QUANTITY_OPEN G_MAXINT64
/* Beyond all cargo, and still a whole number of thousandths in a double */
#define FAIRLEAD_QUANTITY_MOST G_GINT64_CONSTANT (1000000000000000)
#define FAIRLEAD_QUANTITY_UNKNOWN ((FairleadQuantity){ 0, FAIRLEAD_QUANTITY_OPEN })

/**
 * fairlead_quantity_parse:
 * @text: `1500`, `1,500`, `1500.5`, `1200-1500`, `1200 to 1500`, `>1200`, `at least 1200`, `<1500`,
 *   `up to 1500`, in the C locale
 *
 * Returns: FALSE, with @quantity untouched, where the text is no such number, negative, above
 *   %FAIRLEAD_QUANTITY_MOST, or an interval that ends before it begins
 */
FAIRLEAD_API gboolean fairlead_quantity_parse (const char *text, FairleadQuantity *quantity);
FAIRLEAD_API gboolean fairlead_quantity_is_unknown (FairleadQuantity quantity);
/* Whether one can be: no bound below 0 or above the most, and in order */
gboolean fairlead_quantity_is_valid (FairleadQuantity quantity);

/* In millionths of a degree, north and east; both %FAIRLEAD_NO_DEGREES where not known */
typedef struct {
	gint32 latitude;
	gint32 longitude;
} FairleadPosition;

#define FAIRLEAD_NO_DEGREES G_MININT32
#define FAIRLEAD_POSITION_UNKNOWN ((FairleadPosition){ FAIRLEAD_NO_DEGREES, FAIRLEAD_NO_DEGREES })

/* Decimal degrees; FALSE, with @position untouched, for what is no place on the globe */
FAIRLEAD_API gboolean fairlead_position_parse (const char *latitude, const char *longitude,
                                               FairleadPosition *position);
FAIRLEAD_API gboolean fairlead_position_is_known (FairleadPosition position);
/* Whether it is unknown as a whole, or on the globe */
gboolean fairlead_position_is_valid (FairleadPosition position);
/* `38.5, 123.25`; NULL where it is not known */
FAIRLEAD_API char *fairlead_position_dup_text (FairleadPosition position);

G_END_DECLS
