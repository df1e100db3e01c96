/* output/export/form/ftm/ftm.h: objects of Follow the Money, gathered property by property
 *
 * A property takes only values of its type; what has no property, or is no value of its type, goes
 * to `notes` with a word before it, so that nothing is lost and every object is valid. */
#pragma once
#include "output/export/writers.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* One bit each, so that a property can say which it belongs to */
typedef enum {
	FAIRLEAD_FTM_LEGAL_ENTITY = 1 << 0,
	FAIRLEAD_FTM_PERSON = 1 << 1,
	FAIRLEAD_FTM_COMPANY = 1 << 2,
	FAIRLEAD_FTM_PUBLIC_BODY = 1 << 3,
	FAIRLEAD_FTM_VESSEL = 1 << 4,
	FAIRLEAD_FTM_AIRPLANE = 1 << 5,
	FAIRLEAD_FTM_ADDRESS = 1 << 6,
} FairleadFtmSchema;

#define FAIRLEAD_FTM_ORGANIZATIONS (FAIRLEAD_FTM_COMPANY | FAIRLEAD_FTM_PUBLIC_BODY)
#define FAIRLEAD_FTM_LEGAL_ENTITIES \
	(FAIRLEAD_FTM_LEGAL_ENTITY | FAIRLEAD_FTM_PERSON | FAIRLEAD_FTM_ORGANIZATIONS)
#define FAIRLEAD_FTM_VEHICLES (FAIRLEAD_FTM_VESSEL | FAIRLEAD_FTM_AIRPLANE)
#define FAIRLEAD_FTM_ASSETS (FAIRLEAD_FTM_COMPANY | FAIRLEAD_FTM_VEHICLES)
#define FAIRLEAD_FTM_ALL \
	(FAIRLEAD_FTM_LEGAL_ENTITIES | FAIRLEAD_FTM_VEHICLES | FAIRLEAD_FTM_ADDRESS)

/* Of a kind of entity; unknown parties are legal entities, ports addresses */
FairleadFtmSchema fairlead_ftm_schema_of (FairleadKind kind);
const char *fairlead_ftm_schema_name (FairleadFtmSchema schema);

typedef struct {
	const char *property; /* static */
	char *value;
} FairleadFtmValue;

typedef struct {
	char *id;
	const char *schema; /* static */
	char *caption;
	GArray *values; /* of FairleadFtmValue */
} FairleadFtmObject;

/* Takes the id */
void fairlead_ftm_object_init (FairleadFtmObject *self, char *id, const char *schema,
                               const char *caption);
void fairlead_ftm_object_clear (FairleadFtmObject *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadFtmObject, fairlead_ftm_object_clear)
/* @property is static; empty values, and those that are there already, are passed over */
void fairlead_ftm_object_add (FairleadFtmObject *self, const char *property, const char *value);
/* `LABEL: VALUE` in @property */
void fairlead_ftm_object_add_labelled (FairleadFtmObject *self, const char *property,
                                       const char *label, const char *value);
/* Where the date is a year, a month or a day, as such; what is less sure goes to @notes */
void fairlead_ftm_object_add_date (FairleadFtmObject *self, const char *property, FairleadDate date,
                                   const char *notes);
/* As one line: the properties, and the values of each, in alphabetical order */
void fairlead_ftm_object_write (FairleadFtmObject *self, FairleadJson *json);

/* (transfer full): what the objects of an entity and a link are called: letters and digits alone,
 * the same in every export of that entity */
char *fairlead_ftm_dup_id (const char *text);

void fairlead_ftm_write_entity (const FairleadExportView *view, FairleadVertex vertex,
                                FairleadJson *json);
void fairlead_ftm_write_link (const FairleadExportView *view, FairleadLink link,
                              FairleadJson *json);

G_END_DECLS
