/* docs/examples/facilitators.c: who connects a target to the market, and by which links
 *
 *   cc facilitators.c -o facilitators $(pkg-config --cflags --libs fairlead-1)
 *   ./facilitators programme:DPRK sdn.csv alt.csv add.csv
 */
#include <fairlead.h>

/* Names are what a stranger has written: nothing in them may reach the terminal as a command */
static char *
dup_visible (const char *text)
{
	GString *visible = g_string_new (NULL);

	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		gunichar letter = g_utf8_get_char (text);

		g_string_append_unichar (visible, g_unichar_isprint (letter) ? letter : '?');
	}
	return g_string_free (visible, FALSE);
}

static void
print_evidence (FleadRanking *ranking, FleadEntity *entity)
{
	g_autoptr (FleadPaths) paths = flead_ranking_dup_evidence (ranking, entity, 1);
	g_autoptr (GListModel) path = g_list_model_get_item (G_LIST_MODEL (paths), 0);

	for (guint i = 0; path != NULL && i < g_list_model_get_n_items (path); i++) {
		g_autoptr (GListModel) hop = g_list_model_get_item (path, i);
		g_autoptr (FleadLink) link = g_list_model_get_item (hop, 0);
		g_autoptr (FleadEntity) from = flead_link_dup_from (link);
		g_autoptr (FleadEntity) to = flead_link_dup_to (link);
		g_autoptr (FleadSource) source = flead_link_dup_source (link);
		g_autofree char *left = dup_visible (flead_entity_get_name (from));
		g_autofree char *right = dup_visible (flead_entity_get_name (to));
		g_autofree char *place = flead_source_to_string (source);

		g_print ("        %s is %s of %s (%s)\n", left, flead_link_get_kind (link), right,
		         place);
	}
}

static void
print_ranking (FleadRanking *ranking)
{
	for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (ranking)); i++) {
		g_autoptr (FleadRankedParty) party =
			g_list_model_get_item (G_LIST_MODEL (ranking), i);
		g_autoptr (FleadEntity) entity = flead_ranked_party_dup_entity (party);
		g_autofree char *name = dup_visible (flead_entity_get_name (entity));

		g_print ("%4u  %.4f  %s\n", flead_ranked_party_get_rank (party),
		         flead_ranked_party_get_score (party), name);
		print_evidence (ranking, entity);
	}
}

static FleadRanking *
rank (const char *target, const char *const *inputs, GError **error)
{
	const char *const targets[] = { target, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autoptr (FleadQuestion) question = flead_question_new (targets);
	g_autoptr (FleadNetwork) network = flead_case_load (plan, NULL, NULL, NULL, error);

	if (network == NULL)
		return NULL;
	g_object_set (question, "limit", 5, "draws", 0, NULL);
	return flead_network_rank (network, question, NULL, NULL, NULL, error);
}

int
main (int argc, char **argv)
{
	g_autoptr (FleadRanking) ranking = NULL;
	g_autoptr (GError) error = NULL;

	if (argc < 3) {
		g_printerr ("Usage: %s TARGET FILE...\n", argv[0]);
		return 2;
	}
	ranking = rank (argv[1], (const char *const *) argv + 2, &error);
	if (ranking == NULL) {
		g_printerr ("%s\n", error->message);
		return 2;
	}
	print_ranking (ranking);
	return 0;
}
