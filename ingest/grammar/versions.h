/* ingest/grammar/versions.h: of the libraries that what is read may depend on, as they run now */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* (transfer full): `2.9.14` */
FAIRLEAD_API char *fairlead_icu_dup_version (void);
FAIRLEAD_API char *fairlead_jansson_dup_version (void);
FAIRLEAD_API char *fairlead_libarchive_dup_version (void);
FAIRLEAD_API char *fairlead_libxml2_dup_version (void);
FAIRLEAD_API char *fairlead_sqlite_dup_version (void);

G_END_DECLS
