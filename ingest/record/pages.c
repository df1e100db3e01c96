/* ingest/record/pages.c */
#include "ingest/record/pages.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#define LARGE_PAGE (2u << 20)

gpointer
fairlead_pages_new (gsize size)
{
	gpointer pages = g_aligned_alloc (1, size, size < LARGE_PAGE ? 64 : LARGE_PAGE);

#ifdef MADV_HUGEPAGE
	/* A wish: where it is not granted, the pages are small ones */
	if (size >= LARGE_PAGE)
		(void) madvise (pages, size, MADV_HUGEPAGE);
#endif
	return pages;
}

void
fairlead_pages_free (gpointer pages)
{
	g_aligned_free (pages);
}
