/* ingest/format/icij/roles.h: the words for an officer's office in the leaks, as kinds of link */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

typedef struct {
	guint8 kinds[8]; /* FairleadLinkKind; one text may name several offices */
	guint n_kinds;
	gboolean known; /* whether any word of it was */
	FairleadText note;
} FairleadIcijRole;

typedef struct _FairleadIcijRoles FairleadIcijRoles;

FairleadIcijRoles *fairlead_icij_roles_new (void);
void fairlead_icij_roles_free (FairleadIcijRoles *self);

/* `Director / Shareholder of`: each text is taken apart once. Words that are not known make a
 * general officer, with an issue at their first line. */
const FairleadIcijRole *fairlead_icij_roles_find (FairleadIcijRoles *self, FairleadRecords *records,
                                                  const char *text, FairleadSource source);

G_END_DECLS
