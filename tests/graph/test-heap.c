/* tests/graph/test-heap.c: what comes out is sorted by cost, vertex and tag */
#include "graph/heap.h"

#include "tests/common/helpers.h"

static gint
compare_items (gconstpointer a, gconstpointer b)
{
	const FairleadHeapItem *first = a, *second = b;

	if (first->cost < second->cost || first->cost > second->cost)
		return first->cost < second->cost ? -1 : 1;
	if (first->vertex != second->vertex)
		return first->vertex < second->vertex ? -1 : 1;
	return first->tag < second->tag ? -1 : first->tag > second->tag;
}

static void
pop_expected (FairleadHeap *heap, GArray *expected)
{
	FairleadHeapItem item;

	g_array_sort (expected, compare_items);
	g_assert_true (fairlead_heap_pop (heap, &item));
	g_assert_cmpint (compare_items (&item, expected->data), ==, 0);
	g_array_remove_index (expected, 0);
}

/* Pushes and pops in turn, with many ties */
static void
test_against_sort (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (41);

	for (guint round = 0; round < 50; round++) {
		g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (FairleadHeapItem));
		g_auto (FairleadHeap) heap = { 0 };
		FairleadHeapItem item;

		fairlead_heap_init (&heap);
		for (guint i = 0; i < 200; i++) {
			item.cost = g_rand_int_range (random, 0, 6) / 2.0;
			item.vertex = (guint32) g_rand_int_range (random, 0, 5);
			item.tag = (guint32) g_rand_int_range (random, 0, 5);
			fairlead_heap_push_tagged (&heap, item.cost, item.vertex, item.tag);
			g_array_append_val (expected, item);
			if (g_rand_int_range (random, 0, 3) == 0)
				pop_expected (&heap, expected);
		}
		while (expected->len > 0)
			pop_expected (&heap, expected);
		g_assert_false (fairlead_heap_pop (&heap, &item));
	}
}

static void
test_untagged (void)
{
	g_auto (FairleadHeap) heap = { 0 };
	FairleadHeapItem item;

	fairlead_heap_init (&heap);
	g_assert_false (fairlead_heap_pop (&heap, &item));
	fairlead_heap_push (&heap, 1.0, 7);
	g_assert_true (fairlead_heap_pop (&heap, &item));
	g_assert_cmpuint (item.vertex, ==, 7);
	g_assert_cmpuint (item.tag, ==, 0);
	g_assert_false (fairlead_heap_pop (&heap, &item));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/heap/against-sort", test_against_sort);
	g_test_add_func ("/graph/heap/untagged", test_untagged);
	return g_test_run ();
}
