/* ingest/export.h: what the shared library shows to others; all else is hidden */
#pragma once
#define FAIRLEAD_API __attribute__ ((visibility ("default")))
