/* graph/resolve/name/acronym.h: words of initials: NIOC is NATIONAL IRANIAN OIL COMPANY */
#pragma once
#include "graph/resolve/name/parts.h"
G_BEGIN_DECLS

/* How many words of @many from @first on have the letters of word @i of @one as their initials, 0
 * where they do not. Particles may be passed over, and the last letters may be those of a legal
 * form that was set aside. Two letters (U.N.) count where they are the whole of one name, and what
 * they stand for the whole of the other. */
guint fairlead_acronym_find (const FairleadNameParts *one, guint i, const FairleadNameParts *many,
                             guint first);

/* Whether word @i of a name is made of the initials of others of it, side by side */
gboolean fairlead_acronym_is_of_own (const FairleadNameParts *parts, guint i);

G_END_DECLS
