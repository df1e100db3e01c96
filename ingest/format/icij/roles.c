/* ingest/format/icij/roles.c */
#include "ingest/format/icij/roles.h"

#include <string.h>

#include "ingest/grammar/name.h"

struct _FairleadIcijRoles {
	GHashTable *by_text; /* text to FairleadIcijRole, both owned */
};

/* Longer words before those that they hold: what was read is not read again as something else.
 * `Nominee director` and the like are nominees, whatever they are nominees for. */
static const struct {
	const char *word;
	FairleadLinkKind kind;
} words[] = {
	{ "nominee beneficial owner", FAIRLEAD_LINK_NOMINEE },
	{ "nominee director", FAIRLEAD_LINK_NOMINEE },
	{ "nominee shareholder", FAIRLEAD_LINK_NOMINEE },
	{ "nominee secretary", FAIRLEAD_LINK_NOMINEE },
	{ "nominee", FAIRLEAD_LINK_NOMINEE },
	{ "register of director", FAIRLEAD_LINK_LINKED },
	{ "register of shareholder", FAIRLEAD_LINK_LINKED },
	{ "records", FAIRLEAD_LINK_LINKED },
	{ "beneficial owner", FAIRLEAD_LINK_BENEFICIAL_OWNER },
	{ "ultimate owner", FAIRLEAD_LINK_BENEFICIAL_OWNER },
	{ "beneficiary", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "beneficiay", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "unit trust register", FAIRLEAD_LINK_LINKED },
	{ "shareholder", FAIRLEAD_LINK_SHAREHOLDER },
	{ "stockholder", FAIRLEAD_LINK_SHAREHOLDER },
	{ "subscriber", FAIRLEAD_LINK_SHAREHOLDER },
	{ "owner", FAIRLEAD_LINK_SHAREHOLDER },
	{ "director", FAIRLEAD_LINK_DIRECTOR },
	{ "secretary", FAIRLEAD_LINK_SECRETARY },
	{ "trustee", FAIRLEAD_LINK_CONTROLLER },
	{ "protector", FAIRLEAD_LINK_CONTROLLER },
	{ "settlor", FAIRLEAD_LINK_CONTROLLER },
	{ "founder", FAIRLEAD_LINK_CONTROLLER },
	{ "foundation council", FAIRLEAD_LINK_DIRECTOR },
	{ "power of attorney", FAIRLEAD_LINK_AGENT },
	{ "auth representative", FAIRLEAD_LINK_AGENT },
	{ "representative", FAIRLEAD_LINK_AGENT },
	{ "resident agent", FAIRLEAD_LINK_FORMATION_AGENT },
	{ "registered agent", FAIRLEAD_LINK_FORMATION_AGENT },
	{ "signator", FAIRLEAD_LINK_OFFICER },
	{ "president", FAIRLEAD_LINK_OFFICER },
	{ "chairman", FAIRLEAD_LINK_OFFICER },
	{ "treasurer", FAIRLEAD_LINK_OFFICER },
	{ "manager", FAIRLEAD_LINK_OFFICER },
	{ "partner", FAIRLEAD_LINK_OFFICER },
	{ "liquidator", FAIRLEAD_LINK_OFFICER },
	{ "officer", FAIRLEAD_LINK_OFFICER },
	{ "auditor", FAIRLEAD_LINK_LINKED },
	{ "accountant", FAIRLEAD_LINK_LINKED },
	{ "advisor", FAIRLEAD_LINK_LINKED },
	{ "adviser", FAIRLEAD_LINK_LINKED },
	{ "custodian", FAIRLEAD_LINK_LINKED },
	{ "stockbroker", FAIRLEAD_LINK_LINKED },
	{ "correspondent", FAIRLEAD_LINK_LINKED },
	{ "mortgage", FAIRLEAD_LINK_LINKED },
	{ "connected", FAIRLEAD_LINK_LINKED },
	{ "member", FAIRLEAD_LINK_SHAREHOLDER },
};

FairleadIcijRoles *
fairlead_icij_roles_new (void)
{
	FairleadIcijRoles *self = g_new0 (FairleadIcijRoles, 1);

	self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	return self;
}

void
fairlead_icij_roles_free (FairleadIcijRoles *self)
{
	g_hash_table_unref (self->by_text);
	g_free (self);
}

static void
add_kind (FairleadIcijRole *role, FairleadLinkKind kind)
{
	for (guint i = 0; i < role->n_kinds; i++)
		if (role->kinds[i] == kind)
			return;
	if (role->n_kinds < G_N_ELEMENTS (role->kinds))
		role->kinds[role->n_kinds++] = (guint8) kind;
}

static FairleadIcijRole *
take_apart (const char *text)
{
	FairleadIcijRole *role = g_new0 (FairleadIcijRole, 1);
	g_autofree char *folded = fairlead_name_fold (text);

	for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
		char *found;

		while ((found = strstr (folded, words[i].word)) != NULL) {
			add_kind (role, words[i].kind);
			memset (found, '#', strlen (words[i].word));
		}
	}
	role->known = role->n_kinds > 0;
	if (!role->known)
		add_kind (role, FAIRLEAD_LINK_OFFICER);
	return role;
}

const FairleadIcijRole *
fairlead_icij_roles_find (FairleadIcijRoles *self, FairleadRecords *records, const char *text,
                          FairleadSource source)
{
	FairleadIcijRole *role = g_hash_table_lookup (self->by_text, text);

	if (role != NULL)
		return role;
	role = take_apart (text);
	role->note = fairlead_records_intern (records, text);
	if (!role->known && *text != '\0')
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source,
		                            "office \"%s\" (reported once)", text);
	g_hash_table_insert (self->by_text, g_strdup (text), role);
	return role;
}
