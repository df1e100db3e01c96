/* ingest/record/pages.c */
#include "ingest/record/pages.h"

#ifdef __linux__
#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 << 20)

/* Straight from the system, to which it goes back at once when freed. Of a piece that is longer by
 * a large page the ends are cut off, so that it starts at one. */
gpointer
fairlead_pages_new (gsize size)
{
	gsize slack = size < LARGE_PAGE ? 0 : LARGE_PAGE;
	char *piece = mmap (NULL, size + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
	                    -1, 0);
	gsize before;

	if (piece == MAP_FAILED)
		g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, size);
	if (slack == 0)
		return piece;
	before = (LARGE_PAGE - GPOINTER_TO_SIZE (piece) % LARGE_PAGE) % LARGE_PAGE;
	if (before > 0)
		munmap (piece, before);
	if (before < slack)
		munmap (piece + before + size, slack - before);
	/* A wish: where it is not granted, the pages are small ones */
	(void) madvise (piece + before, size, MADV_HUGEPAGE);
	return piece + before;
}

void
fairlead_pages_free (gpointer pages, gsize size)
{
	if (pages != NULL)
		munmap (pages, size);
}

/* Before it is first written: what is already on small pages stays there for a while */
gpointer
fairlead_pages_prefer_large (gpointer memory, gsize size)
{
	gsize before = (LARGE_PAGE - GPOINTER_TO_SIZE (memory) % LARGE_PAGE) % LARGE_PAGE;

	if (size >= before + LARGE_PAGE)
		(void) madvise ((char *) memory + before, (size - before) & ~(LARGE_PAGE - 1),
		                MADV_HUGEPAGE);
	return memory;
}
#else
gpointer
fairlead_pages_prefer_large (gpointer memory, gsize size)
{
	(void) size;
	return memory;
}

gpointer
fairlead_pages_new (gsize size)
{
	return g_malloc0 (size);
}

void
fairlead_pages_free (gpointer pages, gsize size)
{
	(void) size;
	g_free (pages);
}
#endif

gpointer
fairlead_pages_alloc (gsize n, gsize size)
{
	return fairlead_pages_prefer_large (g_malloc_n (MAX (n, 1), size), MAX (n, 1) * size);
}

gpointer
fairlead_pages_alloc0 (gsize n, gsize size)
{
	return fairlead_pages_prefer_large (g_malloc0_n (MAX (n, 1), size), MAX (n, 1) * size);
}
