/* library/search/of-case.c: a search of what a case says, which need not be read for it */
#include <fairlead/search.h>

#include "graph/find/large-case.h"
#include "library/input/case-private.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"

/* What is asked; the text and the case are borrowed, but in a thread */
typedef struct {
	FleadCase *plan;
	char *text;
	char *kind;
	guint limit;
} Asked;

/* Whether nothing is asked of the case that needs all of it */
static FairleadCase *
open_large (FleadCase *plan, gboolean *merges, GError **error)
{
	g_auto (GStrv) inputs = NULL;
	g_autofree char *decisions = NULL;
	g_autofree char *as_of = NULL;
	g_autofree char *edition = NULL;

	g_object_get (plan, "inputs", &inputs, "decisions", &decisions, "as-of", &as_of, "edition",
	              &edition, "merges", merges, NULL);
	return inputs == NULL || decisions != NULL || as_of != NULL || edition != NULL
	               ? NULL
	               : fairlead_large_case_open ((const char *const *) inputs, error);
}

/* NULL without an error where the case has to be read whole */
static FleadNetwork *
load_like (const Asked *asked, GCancellable *cancellable, GError **error)
{
	gboolean merges;
	g_autoptr (FairleadCase) from = open_large (asked->plan, &merges, error);
	FairleadKind kind = FAIRLEAD_KIND_UNKNOWN;
	FairleadNetwork *inner;

	if (from == NULL)
		return NULL;
	if (asked->kind != NULL)
		fairlead_kind_from_name (asked->kind, &kind);
	inner = fairlead_large_case_find_like (from, asked->text, kind, asked->limit, merges,
	                                       cancellable, error);
	return inner != NULL ? flead_network_new_take (inner) : NULL;
}

static gpointer
search_asked (gpointer source, gpointer argument, GCancellable *cancellable, FleadProgress progress,
              gpointer progress_data, GError **error)
{
	const Asked *asked = argument;
	g_autoptr (GError) local = NULL;
	g_autoptr (FleadNetwork) network = NULL;

	(void) source;
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	network = load_like (asked, cancellable, &local);
	if (local != NULL) {
		g_propagate_error (error, g_steal_pointer (&local));
		return NULL;
	}
	if (network == NULL)
		network =
			flead_case_load (asked->plan, cancellable, progress, progress_data, error);
	return network == NULL
	               ? NULL
	               : flead_network_search (network, asked->text, asked->kind, asked->limit,
	                                       cancellable, progress, progress_data, error);
}

static gboolean
is_possible (FleadCase *self, const char *text)
{
	return FLEAD_IS_CASE (self) && text != NULL && g_utf8_validate (text, -1, NULL);
}

FleadHits *
flead_case_search (FleadCase *self, const char *text, const char *kind, guint limit,
                   GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                   GError **error)
{
	Asked asked = { self, (char *) text, (char *) kind, limit };

	g_return_val_if_fail (is_possible (self, text), NULL);
	return search_asked (NULL, &asked, cancellable, progress, user_data, error);
}

/* ---- in a thread ---- */

static const RelayOwned owned[] = {
	OWNS (Asked, plan, flead_case_copy, g_object_unref),
	OWNS_TEXT (Asked, text),
	OWNS_TEXT (Asked, kind),
};
static const RelayDeed search_deed = DEED (search_asked, Asked, owned);

void
flead_case_search_async (FleadCase *self, const char *text, const char *kind, guint limit,
                         LATER_PARAMETERS)
{
	Asked asked = { self, (char *) text, (char *) kind, limit };

	g_return_if_fail (is_possible (self, text));
	relay_do (self, &search_deed, &asked, LATER);
}

DEFINE_FINISH (FleadHits, flead_case_search, FleadCase, search_deed)
