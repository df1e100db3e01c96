/* ingest/format/companies-house/appointment.c: offices by the words of their roles */
#include "ingest/format/companies-house/companies-house.h"

#include <string.h>

/* The first whose words stand in the role, which may begin with `corporate-`. The general partner
 * runs a partnership, a limited one may not. */
static const struct {
	const char *words;
	FairleadLinkKind kind;
} offices[] = {
	{ "nominee", FAIRLEAD_LINK_NOMINEE },
	{ "secretary", FAIRLEAD_LINK_SECRETARY },
	{ "director", FAIRLEAD_LINK_DIRECTOR },
	{ "supervisory-organ", FAIRLEAD_LINK_OFFICER },
	{ "organ", FAIRLEAD_LINK_DIRECTOR },
	{ "general-partner", FAIRLEAD_LINK_OFFICER },
	{ "limited-partner", FAIRLEAD_LINK_PARTICIPANT },
	{ "member", FAIRLEAD_LINK_OFFICER },
	{ "manag", FAIRLEAD_LINK_OFFICER },
	{ "factor", FAIRLEAD_LINK_OFFICER },
	{ "authorised", FAIRLEAD_LINK_AGENT },
};

static FairleadLinkKind
kind_of_office (const FairleadRegistered *self, const char *role)
{
	for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
		if (strstr (role, offices[i].words) != NULL)
			return offices[i].kind;
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, self->source,
	                            "role \"%s\"", role);
	return FAIRLEAD_LINK_OFFICER;
}

void
fairlead_registered_appoint (const FairleadRegistered *self, const char *role,
                             FairleadEntity company, const FairleadPeriod *period)
{
	FairleadLinkRow link = fairlead_link_row (self->entity, kind_of_office (self, role),
	                                          company, self->source);

	link.period = *period;
	if (strcmp (role, fairlead_link_info (link.kind)->name) != 0)
		link.note = fairlead_records_intern (self->records, role);
	fairlead_records_add_link (self->records, &link);
}
