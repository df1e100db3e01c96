/* graph/maritime/signals-private.h: what the rules of the signals share */
#pragma once
#include "graph/maritime/signals.h"
G_BEGIN_DECLS

/**
 * FairleadSignals:
 * @start: [n_vertices + 1] into @links: those from the vertex, then those to it
 * @kind: of each link: the facts stand in another order, and memory is slow
 * @country: the target's, a text of the records; 0: it has none
 * @mmsis: the number, borrowed of the records -> GArray of the ships (FairleadVertex) that have it
 * @hulls: of FairleadHull, by year of build and tonnages: those whose place another may take
 * @own: of each vertex: a bit for each signal that its own facts and links show, and those of its
 *   addresses
 * @found: the same, and what the ships show that it runs
 * @notes: (nullable): where to keep what is found of @wanted
 */
struct _FairleadSignals {
	FairleadNetwork *network;
	FairleadRecords *records;
	const FairleadParameters *parameters;
	const guint8 *is_target;
	const guint8 *is_kept;
	guint32 n_vertices;
	const guint8 *kind;
	guint32 *start;
	guint32 *links;
	FairleadText country;
	GHashTable *mmsis;
	GArray *hulls;
	guint32 *own;
	guint32 *found;
	FairleadVertex wanted;
	GPtrArray *notes;
};

#define FAIRLEAD_FOR_EACH_LINK(self, vertex, link)                                               \
	for (guint32 link##_at = (self)->start[vertex], link = 0;                                \
	     link##_at < (self)->start[(vertex) + 1] && (link = (self)->links[link##_at], TRUE); \
	     link##_at++)

double fairlead_signals_threshold (const FairleadSignals *self, FairleadSignal signal);

/* Notes the signal; what is noted of @wanted is to be told more of, with say() and cite() */
void fairlead_signals_note (FairleadSignals *self, FairleadVertex vertex, FairleadSignal signal,
                            double value);
/* The same where it is on and @value is at least its threshold; FALSE where not */
gboolean fairlead_signals_note_if_at_least (FairleadSignals *self, FairleadVertex vertex,
                                            FairleadSignal signal, double value);
/* Whether words of the vertex are kept: what takes long to say is worth no time otherwise */
gboolean fairlead_signals_is_told (const FairleadSignals *self, FairleadVertex vertex);
/* Adds words, after a comma, and what they rest on, to what was noted last of @vertex */
void fairlead_signals_say (FairleadSignals *self, FairleadVertex vertex, const char *format, ...)
	G_GNUC_PRINTF (3, 4);
void fairlead_signals_cite (FairleadSignals *self, FairleadVertex vertex, FairleadSource source);
void fairlead_signals_cite_link (FairleadSignals *self, FairleadVertex vertex, FairleadLink link);

guint8 fairlead_signals_kind_of (const FairleadSignals *self, FairleadLink link);
FairleadVertex fairlead_signals_other_end (const FairleadSignals *self, FairleadLink link,
                                           FairleadVertex vertex);
/* Whether the link lets the vertex decide about a ship */
gboolean fairlead_signals_runs_ship (const FairleadSignals *self, FairleadLink link,
                                     FairleadVertex vertex);
/* The first designation that stands; NULL where there is none */
const FairleadDesignationRow *fairlead_signals_find_listing (const FairleadSignals *self,
                                                             FairleadVertex vertex);
/* Whether a valid number of her hull is known */
gboolean fairlead_signals_has_imo (const FairleadSignals *self, FairleadVertex ship);
gboolean fairlead_signals_is_vessel (const FairleadSignals *self, FairleadVertex vertex);
gboolean fairlead_link_is_of_owner (guint8 kind);

/* Whether the days are known well enough to be sure: @later begins no earlier than @earlier ends,
 * and the days from the first of one to the last of the other are at most @most */
gboolean fairlead_days_are_within (FairleadDate earlier, FairleadDate later, double most,
                                   double *days);

/* ---- steps ---- */

void fairlead_signals_group_links (FairleadSignals *self);
void fairlead_signals_look_at_vertex (FairleadSignals *self, FairleadVertex vertex);
void fairlead_signals_pass_on (FairleadSignals *self);

/* ---- rules: of what a vertex is or does they ask its facts and its own links alone ---- */

/* The country that more than half of those of the target name that name any; 0: there is none */
FairleadText fairlead_signals_find_country (const FairleadSignals *self);

/* What is asked of all ships at once */
void fairlead_signals_gather_numbers (FairleadSignals *self);
void fairlead_signals_gather_hulls (FairleadSignals *self);

/* Of one ship: what she is called, her numbers, how she is described */
void fairlead_signals_look_at_names (FairleadSignals *self, FairleadVertex ship);
void fairlead_signals_look_at_numbers (FairleadSignals *self, FairleadVertex ship);
void fairlead_signals_look_at_descriptions (FairleadSignals *self, FairleadVertex ship);
/* What changed about her, and when */
void fairlead_signals_look_at_changes (FairleadSignals *self, FairleadVertex ship);
void fairlead_signals_look_at_company (FairleadSignals *self, FairleadVertex company);
void fairlead_signals_look_at_party (FairleadSignals *self, FairleadVertex vertex);
void fairlead_signals_look_at_address (FairleadSignals *self, FairleadVertex address);
void fairlead_signals_look_at_ports (FairleadSignals *self, FairleadVertex ship);

G_END_DECLS
