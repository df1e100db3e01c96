/* ingest/format/companies-house/companies-house.h: the UK register's bulk files, and the answers
 * of its public interface */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_companies_house_data;
extern const FairleadFormat fairlead_format_companies_house_psc;
extern const FairleadFormat fairlead_format_companies_house_appointments;
extern const FairleadFormat fairlead_format_companies_house_officers;

/* Key schemes: of companies; of persons of significant control, by the id of the notice; of
 * officers by their number in the bulk files; of officers by their id in the public interface,
 * which is another; of those of whom that interface gives no more than the appointment */
#define COMPANIES_HOUSE_SCHEME "gb-coh"
#define COMPANIES_HOUSE_PSC_SCHEME "gb-psc"
#define COMPANIES_HOUSE_NUMBERED_SCHEME "gb-officer-number"
#define COMPANIES_HOUSE_OFFICER_SCHEME "gb-officer"
#define COMPANIES_HOUSE_APPOINTMENT_SCHEME "gb-appointment"

/* ---- number.c ---- */

#define COMPANIES_HOUSE_NUMBER_SIZE 9

/* The number in its eight characters: `12345` is 00012345, `sc1234` is SC001234. FALSE where the
 * text cannot be one. */
gboolean fairlead_companies_house_number (const char *text, char *buffer);

/* The company with this number, made with its identifier where it is new; %FAIRLEAD_NO_ENTITY with
 * an issue where the text is no number */
FairleadEntity fairlead_companies_house_refer (FairleadRecords *records, const char *number,
                                               FairleadSource source);

/* ---- party.c: what every file says of a party; texts may be NULL or empty ---- */

typedef struct {
	FairleadRecords *records;
	FairleadEntity entity;
	FairleadSource source;
} FairleadRegistered;

typedef struct {
	const char *care_of;
	const char *box;
	const char *premises;
	const char *line_1;
	const char *line_2;
	const char *town;
	const char *county;
	const char *postcode;
	const char *country;
} FairleadRegisteredAddress;

void fairlead_registered_add_attribute (const FairleadRegistered *self, FairleadAttribute attribute,
                                        const char *text);
/* `label: text` */
void fairlead_registered_add_note (const FairleadRegistered *self, const char *label,
                                   const char *text);
/* The register takes any words for countries, `British`, `Earth`: those that are none are a note */
void fairlead_registered_add_country (const FairleadRegistered *self, FairleadAttribute attribute,
                                      const char *label, const char *text);
void fairlead_registered_add_address (const FairleadRegistered *self,
                                      const FairleadRegisteredAddress *address);
/* `SURNAME, Forenames` */
void fairlead_registered_add_person_name (const FairleadRegistered *self, const char *surname,
                                          const char *forenames, FairleadNameType type);

/* ---- answer.c: the same in the JSON of the public interface, which the file of persons of
 * significant control is made of ---- */

void fairlead_registered_read_birth (const FairleadRegistered *self, const FairleadJsonValue *data);
void fairlead_registered_read_address (const FairleadRegistered *self,
                                       const FairleadJsonValue *data);
/* Legal form, and the number in another register or in this one */
void fairlead_registered_read_identification (const FairleadRegistered *self,
                                              const FairleadJsonValue *data);
/* The date under @name; @unknown where there is none, or, with an issue, none that exists */
FairleadDate fairlead_registered_read_date (const FairleadRegistered *self,
                                            const FairleadJsonValue *data, const char *name);

/* ---- appointment.c ---- */

/* That the party has, or had, this office of the company; @role in the words of the public
 * interface (`llp-designated-member`), which are the link's note where
 * its kind does not say them */
void fairlead_registered_appoint (const FairleadRegistered *self, const char *role,
                                  FairleadEntity company, const FairleadPeriod *period);

G_END_DECLS
