/* cluster/import.c */
#include "cluster/import.h"

void
cluster_import (const char *input, const char *output)
{
	cluster_fail ("%s: %s", input, output);
}
