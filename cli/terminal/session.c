/* cli/terminal/session.c */
#include "cli/terminal/session.h"

#include <string.h>

#include "output/resolve/proposals-output.h"
#include "output/write/text.h"

static const char prompt[] =
	"accept, reject, skip, undo, why, quit (a/r/s/u/w/q, a reason may follow)? ";

typedef enum { GO_ON, GO_BACK, STAY, STOP, FAILED } Step;

/* Where the session is, and how it came there: proposals answered, with their decisions */
typedef struct {
	Session *session;
	GDataInputStream *lines;
	GArray *answered; /* of guint: proposals */
	GArray *taken;    /* of guint: their decisions; G_MAXUINT for a skipped one */
	guint at;
} State;

static gboolean
say (State *state, GError **error, const char *text)
{
	return g_output_stream_write_all (state->session->output, text, strlen (text), NULL,
	                                  state->session->cancellable, error);
}

static gboolean
is_asked (const FairleadProposal *proposal)
{
	return proposal->ask != FAIRLEAD_ASK_NOTHING && proposal->ask != FAIRLEAD_ASK_FOLLOWS;
}

/* Of the first @n proposals, those that are asked about */
static guint
count_asked (const FairleadProposal *all, guint n)
{
	guint n_asked = 0;

	for (guint i = 0; i < n; i++)
		n_asked += is_asked (&all[i]);
	return n_asked;
}

static gboolean
show_proposal (State *state, GError **error)
{
	Session *session = state->session;
	guint n;
	const FairleadProposal *all = fairlead_proposals_get (session->proposals, &n);
	const FairleadProposal *proposal = &all[state->at];
	char probability[G_ASCII_DTOSTR_BUF_SIZE];
	g_autofree char *head = NULL;

	g_ascii_formatd (probability, sizeof probability, "%.3f", proposal->probability);
	head = g_strdup_printf ("\n%u of %u: probability %s; asks: %s\n",
	                        count_asked (all, state->at + 1), count_asked (all, n), probability,
	                        fairlead_ask_words (proposal->ask));
	return say (state, error, head)
	       && fairlead_proposal_write_pair (session->network, proposal, &session->layout,
	                                        session->output, error);
}

static Step
show_why (State *state, GError **error)
{
	g_auto (GStrv) lines =
		fairlead_proposals_dup_explanation (state->session->proposals, state->at);

	for (guint i = 0; lines[i] != NULL; i++) {
		g_autofree char *visible =
			fairlead_text_dup_visible (lines[i], state->session->layout.ascii);
		g_autofree char *line = g_strconcat ("  ", visible, "\n", NULL);

		if (!say (state, error, line))
			return FAILED;
	}
	return STAY;
}

/* ---- answers ---- */

static Step
decide (State *state, FairleadSameness verdict, const char *why, GError **error)
{
	Session *session = state->session;
	guint decision_number = fairlead_decisions_get_n (session->decisions);

	if (!fairlead_proposals_decide (session->proposals, state->at, verdict, session->who,
	                                *why != '\0' ? why : "answered in a session",
	                                session->decisions, error)
	    || !fairlead_decision_store_save (session->store, session->decisions, NULL, error))
		return FAILED;
	g_array_append_val (state->answered, state->at);
	g_array_append_val (state->taken, decision_number);
	return GO_ON;
}

static Step
skip (State *state)
{
	guint none = G_MAXUINT;

	g_array_append_val (state->answered, state->at);
	g_array_append_val (state->taken, none);
	return GO_ON;
}

/* Takes the last answer back, and asks the same again */
static Step
undo (State *state, GError **error)
{
	Session *session = state->session;
	guint last = state->taken->len;
	g_autofree char *now = fairlead_decision_dup_now ();
	guint taken;

	if (last == 0)
		return say (state, error, "nothing was answered yet\n") ? STAY : FAILED;
	taken = g_array_index (state->taken, guint, last - 1);
	if (taken != G_MAXUINT
	    && (!fairlead_decisions_undo (session->decisions, taken, session->who, now, error)
	        || !fairlead_decision_store_save (session->store, session->decisions, NULL, error)))
		return FAILED;
	state->at = g_array_index (state->answered, guint, last - 1);
	g_array_set_size (state->answered, last - 1);
	g_array_set_size (state->taken, last - 1);
	return GO_BACK;
}

static Step
follow (State *state, char *answer, GError **error)
{
	const char *reason = answer + strcspn (answer, " ");

	reason += strspn (reason, " ");
	switch (g_ascii_tolower (*answer)) {
	case 'a':
		return decide (state, FAIRLEAD_DECIDED_SAME, reason, error);
	case 'r':
		return decide (state, FAIRLEAD_DECIDED_DIFFERENT, reason, error);
	case 's':
		return skip (state);
	case 'u':
		return undo (state, error);
	case 'w':
		return show_why (state, error);
	case 'q':
		return STOP;
	default:
		return say (state, error, "that is no answer\n") ? STAY : FAILED;
	}
}

static Step
ask (State *state, GError **error)
{
	g_autoptr (GError) failure = NULL;
	g_autofree char *answer = NULL;

	if (!say (state, error, prompt))
		return FAILED;
	answer = g_data_input_stream_read_line (state->lines, NULL, state->session->cancellable,
	                                        &failure);
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FAILED;
	}
	if (answer == NULL)
		return STOP;
	if (!g_utf8_validate (answer, -1, NULL))
		return say (state, error, "that is not UTF-8\n") ? STAY : FAILED;
	return follow (state, g_strchug (answer), error);
}

static Step
ask_until_answered (State *state, GError **error)
{
	Step step = STAY;

	if (!show_proposal (state, error))
		return FAILED;
	while (step == STAY)
		step = ask (state, error);
	return step;
}

static gboolean
run (State *state, GError **error)
{
	guint n;
	const FairleadProposal *all = fairlead_proposals_get (state->session->proposals, &n);

	while (state->at < n) {
		Step step = is_asked (&all[state->at]) ? ask_until_answered (state, error) : GO_ON;

		if (step == FAILED)
			return FALSE;
		if (step == STOP)
			return TRUE;
		if (step == GO_ON)
			state->at++;
	}
	return say (state, error, "no proposal is left\n");
}

gboolean
session_run (Session *self, GError **error)
{
	g_autoptr (GDataInputStream) lines = g_data_input_stream_new (self->input);
	g_autoptr (GArray) answered = g_array_new (FALSE, FALSE, sizeof (guint));
	g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint));
	State state = { self, lines, answered, taken, 0 };

	return run (&state, error);
}
