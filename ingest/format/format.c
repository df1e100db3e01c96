/* ingest/format/format.c: the table of built-in formats */
#include "ingest/format/format.h"

#include "ingest/format/ofac-advanced/advanced.h"

const FairleadFormat *const *
fairlead_formats (void)
{
	static const FairleadFormat *const formats[] = {
		&fairlead_format_ofac_advanced,
		NULL,
	};

	return formats;
}
