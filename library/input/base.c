/* library/input/base.c */
#include <fairlead/base.h>

#include "ingest/record/error.h"

/* The public codes are those of the layers below, which are free to grow behind the last */
#define SAME(code) G_STATIC_ASSERT ((int) FLEAD_ERROR_##code == (int) FAIRLEAD_ERROR_##code)
SAME (SYNTAX);
SAME (INVALID_VALUE);
SAME (MISSING_FIELD);
SAME (UNKNOWN_REFERENCE);
SAME (UNKNOWN_FORMAT);
SAME (LIMIT);
SAME (IO);
SAME (NO_CONVERGENCE);
SAME (NO_MEMORY);
SAME (USAGE);
SAME (INTERNAL);

GQuark
flead_error_quark (void)
{
	return fairlead_error_quark ();
}

const char *
flead_get_version (void)
{
	return FAIRLEAD_VERSION;
}
