/* cli/investigation/file/common-keys.c */
#include "cli/investigation/file/common-keys.h"

#include "ingest/mapping/language/suggest.h"

const char *const common_option_keys[] = {
	"target", "market",  "include-targets", "as-of", "parameters",
	"seed",   "mapping", "decisions",       NULL,
};

/* What is not handed to steps */
static const char *const own_keys[] = { "title", "outputs", "manifest", NULL };

static void
offer (FairleadSuggestion *suggestion, const char *const *words)
{
	for (; *words != NULL; words++)
		fairlead_suggestion_offer (suggestion, *words);
}

void
common_keys_check (Investigation *self, const char *group, const char *const *known,
                   Complaints *complaints)
{
	const char *const *first = known != NULL ? known : own_keys;
	const char *const *second = known != NULL ? known : common_option_keys;
	g_auto (GStrv) keys = g_key_file_get_keys (self->keys, group, NULL, NULL);

	for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
		g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (keys[i]);
		g_autofree char *words = NULL;

		if (g_strv_contains (first, keys[i]) || g_strv_contains (second, keys[i]))
			continue;
		offer (&suggestion, first);
		offer (&suggestion, second);
		words = fairlead_suggestion_dup_text (&suggestion);
		investigation_complain (self, complaints, group, keys[i], "%s is no key of [%s]%s",
		                        keys[i], group, words);
	}
}
