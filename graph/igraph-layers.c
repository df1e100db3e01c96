/* graph/igraph-layers.c: Sugiyama's layout, as igraph 0.10 and as 1.0 give it */
#include "graph/igraph-scope-private.h"

#if IGRAPH_VERSION_MAJOR >= 1
static void
clear_turns (igraph_matrix_list_t *turns)
{
	if (turns->stor_begin != NULL)
		igraph_matrix_list_destroy (turns);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_matrix_list_t, clear_turns)

/* The turns of one edge, behind the rows that are there */
static igraph_error_t
add_turns (igraph_integer_t edge, const igraph_matrix_t *turns, igraph_matrix_t *places,
           igraph_vector_int_t *turning)
{
	igraph_integer_t row = igraph_matrix_nrow (places);
	igraph_error_t status = igraph_matrix_add_rows (places, igraph_matrix_nrow (turns));

	for (igraph_integer_t i = 0; status == IGRAPH_SUCCESS && i < igraph_matrix_nrow (turns);
	     i++) {
		MATRIX (*places, row + i, 0) = MATRIX (*turns, i, 0);
		MATRIX (*places, row + i, 1) = MATRIX (*turns, i, 1);
		status = igraph_vector_int_push_back (turning, edge);
	}
	return status;
}

igraph_error_t
fairlead_igraph_layout_layers (const igraph_t *graph, const igraph_vector_int_t *layers,
                               igraph_integer_t n_sweeps, igraph_matrix_t *places,
                               igraph_vector_int_t *turning)
{
	g_auto (igraph_matrix_list_t) turns = { 0 };
	igraph_error_t status = igraph_matrix_list_init (&turns, 0);

	if (status == IGRAPH_SUCCESS)
		status = igraph_layout_sugiyama (graph, places, &turns, layers, 1.0, 1.0, n_sweeps,
		                                 NULL);
	igraph_vector_int_clear (turning);
	for (igraph_integer_t i = 0; status == IGRAPH_SUCCESS && i < igraph_ecount (graph); i++)
		status = add_turns (i, igraph_matrix_list_get_ptr (&turns, i), places, turning);
	return status;
}
#else
/* Each vertex that igraph added to a line stands at the ends of two of its pieces */
static void
read_turns (const igraph_t *extended, const igraph_vector_int_t *original, igraph_integer_t n,
            igraph_vector_int_t *turning)
{
	for (igraph_integer_t i = 0; i < igraph_ecount (extended); i++)
		if (IGRAPH_TO (extended, i) >= n)
			VECTOR (*turning)[IGRAPH_TO (extended, i) - n] = VECTOR (*original)[i];
		else if (IGRAPH_FROM (extended, i) >= n)
			VECTOR (*turning)[IGRAPH_FROM (extended, i) - n] = VECTOR (*original)[i];
}

igraph_error_t
fairlead_igraph_layout_layers (const igraph_t *graph, const igraph_vector_int_t *layers,
                               igraph_integer_t n_sweeps, igraph_matrix_t *places,
                               igraph_vector_int_t *turning)
{
	g_auto (FairleadIgraph) extended = { .whole = FALSE };
	g_auto (igraph_vector_int_t) original = { 0 };
	igraph_integer_t n = igraph_vcount (graph);
	igraph_error_t status = igraph_vector_int_init (&original, 0);

	if (status == IGRAPH_SUCCESS)
		status = igraph_layout_sugiyama (graph, places, &extended.graph, &original, layers,
		                                 1.0, 1.0, n_sweeps, NULL);
	if (status != IGRAPH_SUCCESS)
		return status;
	extended.whole = TRUE;
	status = igraph_vector_int_resize (turning, igraph_vcount (&extended.graph) - n);
	if (status == IGRAPH_SUCCESS)
		read_turns (&extended.graph, &original, n, turning);
	return status;
}
#endif
