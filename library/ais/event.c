/* library/ais/event.c */
#include <math.h>

#include "library/ais/ais-private.h"
#include "library/network/network-private.h"
#include "library/table/row-class.h"

DEFINE_ROW (FleadAisEvent, flead_ais_event, FleadAisEvents)

static const FairleadAisFind *
find_of (FleadAisEvent *self)
{
	return flead_ais_events_get_find (self->owner, self->row);
}

/* ---- a ship of it ---- */

/* Its row is whether it is the other one */
FleadAisParty *flead_ais_party_new (FleadAisEvent *owner, guint row);

DEFINE_ROW (FleadAisParty, flead_ais_party, FleadAisEvent)

static const FairleadAisParty *
party_of (FleadAisParty *self)
{
	const FairleadAisFind *find = find_of (self->owner);

	return self->row == 0 ? &find->ship : &find->other;
}

char *
flead_ais_party_dup_key (FleadAisParty *self)
{
	g_return_val_if_fail (flead_ais_party_is_made (self), NULL);
	return fairlead_ais_dup_key (party_of (self));
}

guint32
flead_ais_party_get_mmsi (FleadAisParty *self)
{
	g_return_val_if_fail (flead_ais_party_is_made (self), 0);
	return party_of (self)->mmsi;
}

#define PARTY_TEXT(member)                                                   \
	const char *flead_ais_party_get_##member (FleadAisParty *self)       \
	{                                                                    \
		g_return_val_if_fail (flead_ais_party_is_made (self), NULL); \
		return party_of (self)->member;                              \
	}

PARTY_TEXT (imo)
PARTY_TEXT (name)
PARTY_TEXT (call_sign)

static FleadSource *
dup_source (FleadAisParty *self, FairleadSource source)
{
	return flead_source_new (flead_ais_events_get_result (self->owner->owner)->records, source);
}

FleadSource *
flead_ais_party_dup_first (FleadAisParty *self)
{
	g_return_val_if_fail (flead_ais_party_is_made (self), NULL);
	return dup_source (self, party_of (self)->first);
}

FleadSource *
flead_ais_party_dup_last (FleadAisParty *self)
{
	g_return_val_if_fail (flead_ais_party_is_made (self), NULL);
	return dup_source (self, party_of (self)->last);
}

/* ---- an event ---- */

const char *
flead_ais_event_get_kind (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), NULL);
	return fairlead_event_info (find_of (self)->kind)->name;
}

const char *
flead_ais_event_get_reason (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), NULL);
	return fairlead_ais_reason_name (find_of (self)->reason);
}

#define EVENT_VALUE(type, member)                                         \
	type flead_ais_event_get_##member (FleadAisEvent *self)           \
	{                                                                 \
		g_return_val_if_fail (flead_ais_event_is_made (self), 0); \
		return find_of (self)->member;                            \
	}

EVENT_VALUE (gint64, start)
EVENT_VALUE (gint64, end)
EVENT_VALUE (gboolean, is_open_start)
EVENT_VALUE (gboolean, is_open_end)
EVENT_VALUE (const char *, port)

FleadAisParty *
flead_ais_event_dup_ship (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), NULL);
	return flead_ais_party_new (self, 0);
}

FleadAisParty *
flead_ais_event_dup_other (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), NULL);
	return find_of (self)->other.mmsi == 0 ? NULL : flead_ais_party_new (self, 1);
}

static void
tell_place (FairleadAisPlace place, double *latitude, double *longitude)
{
	if (latitude != NULL)
		*latitude = fairlead_ais_degrees (place.latitude);
	if (longitude != NULL)
		*longitude = fairlead_ais_degrees (place.longitude);
}

void
flead_ais_event_get_place (FleadAisEvent *self, double *latitude, double *longitude)
{
	g_return_if_fail (flead_ais_event_is_made (self));
	tell_place (find_of (self)->place, latitude, longitude);
}

void
flead_ais_event_get_end_place (FleadAisEvent *self, double *latitude, double *longitude)
{
	g_return_if_fail (flead_ais_event_is_made (self));
	tell_place (find_of (self)->end_place, latitude, longitude);
}

double
flead_ais_event_get_metres (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), (double) NAN);
	return find_of (self)->metres < 0 ? (double) NAN : find_of (self)->metres;
}

double
flead_ais_event_get_knots (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), (double) NAN);
	return find_of (self)->knots < 0 ? (double) NAN : find_of (self)->knots;
}

char *
flead_ais_event_dup_note (FleadAisEvent *self)
{
	g_return_val_if_fail (flead_ais_event_is_made (self), NULL);
	return fairlead_ais_dup_note (flead_ais_events_get_result (self->owner), find_of (self));
}
