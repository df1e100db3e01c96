/* ingest/record/kinds.h: the kinds of entity, link and attribute, each in one table */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_KIND_UNKNOWN, /* a party of which no record says what it is */
	FAIRLEAD_KIND_PERSON,
	FAIRLEAD_KIND_COMPANY,
	FAIRLEAD_KIND_PUBLIC_BODY,
	FAIRLEAD_KIND_VESSEL,
	FAIRLEAD_KIND_AIRCRAFT,
	FAIRLEAD_KIND_ADDRESS,
	FAIRLEAD_KIND_PORT,
	FAIRLEAD_N_KINDS
} FairleadKind;

FAIRLEAD_API const char *fairlead_kind_name (FairleadKind kind);
FAIRLEAD_API gboolean fairlead_kind_from_name (const char *name, FairleadKind *kind);
/* Unknown goes with all; a public body may be called a company. Of two that agree the greater is
 * the more exact. */
FAIRLEAD_API gboolean fairlead_kinds_agree (FairleadKind a, FairleadKind b);

typedef enum {
	FAIRLEAD_CLASS_OWNERSHIP,
	FAIRLEAD_CLASS_CONTROL,
	FAIRLEAD_CLASS_MANAGEMENT,
	FAIRLEAD_CLASS_OFFICE,
	FAIRLEAD_CLASS_SERVICE,
	FAIRLEAD_CLASS_LOCATION,
	FAIRLEAD_CLASS_FAMILY,
	FAIRLEAD_CLASS_TRADE,
	FAIRLEAD_CLASS_ASSOCIATION,
	FAIRLEAD_CLASS_IDENTITY,
	FAIRLEAD_N_CLASSES
} FairleadLinkClass;

FAIRLEAD_API const char *fairlead_link_class_name (FairleadLinkClass link_class);

/* Which end of a link is damped when it has very many links of this kind */
typedef enum {
	FAIRLEAD_HUB_NONE,
	FAIRLEAD_HUB_FROM,
	FAIRLEAD_HUB_TO,
} FairleadHubEnd;

/* Every kind reads 'FROM is NAME of TO' and 'TO has INVERSE FROM'. A link controls when FROM can
 * decide what TO does: 'control' is that degree in 0..1. 'conductance' is how much of a walk the
 * link lets through, before damping and confidence.
 *
 * identifier, name, inverse, class, control, conductance, damped end */
#define FAIRLEAD_LINK_TABLE(X)                                                                     \
	X (REGISTERED_OWNER, "registered-owner", "owned-by", OWNERSHIP, 1.0, 1.0, NONE)            \
	X (BENEFICIAL_OWNER, "beneficial-owner", "beneficially-owned-by", OWNERSHIP, 1.0, 1.0,     \
	   NONE)                                                                                   \
	X (SHAREHOLDER, "shareholder", "held-by", OWNERSHIP, 0.5, 0.9, FROM)                       \
	X (PARENT, "parent", "subsidiary-of", OWNERSHIP, 1.0, 0.9, NONE)                           \
	X (ULTIMATE_PARENT, "ultimate-parent", "ultimately-owned-by", OWNERSHIP, 0.9, 0.8, NONE)   \
	X (PROPERTY_INTEREST, "interest-holder", "property-of", OWNERSHIP, 0.8, 0.9, NONE)         \
	X (OWNER_OR_CONTROLLER, "owner-or-controller", "owned-or-controlled-by", CONTROL, 1.0,     \
	   1.0, NONE)                                                                              \
	X (CONTROLLER, "controller", "controlled-by", CONTROL, 1.0, 1.0, NONE)                     \
	X (HEAD_OFFICE, "head-office", "branch-of", CONTROL, 1.0, 0.9, NONE)                       \
	X (ISM_MANAGER, "ism-manager", "ism-managed-by", MANAGEMENT, 0.8, 0.9, FROM)               \
	X (COMMERCIAL_MANAGER, "commercial-manager", "commercially-managed-by", MANAGEMENT, 0.8,   \
	   0.9, FROM)                                                                              \
	X (TECHNICAL_MANAGER, "technical-manager", "technically-managed-by", MANAGEMENT, 0.6, 0.7, \
	   FROM)                                                                                   \
	X (OPERATOR, "operator", "operated-by", MANAGEMENT, 0.8, 0.9, FROM)                        \
	X (CHARTERER, "charterer", "chartered-by", TRADE, 0.4, 0.7, NONE)                          \
	X (FUND_MANAGER, "fund-manager", "fund-managed-by", MANAGEMENT, 0.5, 0.5, FROM)            \
	X (DIRECTOR, "director", "directed-by", OFFICE, 0.5, 0.7, FROM)                            \
	X (SECRETARY, "secretary", "has-secretary", OFFICE, 0.1, 0.4, FROM)                        \
	X (OFFICER, "officer", "has-officer", OFFICE, 0.5, 0.7, FROM)                              \
	X (LEADER, "leader", "led-by", OFFICE, 0.7, 0.8, NONE)                                     \
	X (NOMINEE, "nominee", "has-nominee", OFFICE, 0.1, 0.5, FROM)                              \
	X (AGENT, "agent", "represented-by", SERVICE, 0.0, 0.8, NONE)                              \
	X (SUPPORTER, "supporter", "supported-by", SERVICE, 0.0, 0.7, NONE)                        \
	X (FORMATION_AGENT, "formation-agent", "formed-by", SERVICE, 0.0, 0.4, FROM)               \
	X (INSURER, "insurer", "insured-by", SERVICE, 0.0, 0.3, FROM)                              \
	X (CLASS_SOCIETY, "class-society", "classed-by", SERVICE, 0.0, 0.2, FROM)                  \
	X (BROKER, "broker", "brokered-by", SERVICE, 0.0, 0.7, NONE)                               \
	X (CARE_OF, "care-of", "care-of-at", SERVICE, 0.2, 0.7, FROM)                              \
	X (BANKER, "banker", "banks-with", SERVICE, 0.0, 0.4, FROM)                                \
	X (ADDRESS, "address", "located-at", LOCATION, 0.0, 0.5, FROM)                             \
	X (RELATIVE, "relative", "relative-of", FAMILY, 0.0, 0.6, NONE)                            \
	X (SUPPLIER, "supplier", "supplied-by", TRADE, 0.0, 0.8, NONE)                             \
	X (TRANSFER, "transfer-partner", "transfer-partner-of", TRADE, 0.0, 0.9, NONE)             \
	X (PORT_CALL, "caller", "called-at-by", TRADE, 0.0, 0.5, TO)                               \
	X (PARTICIPANT, "participant", "has-participant", ASSOCIATION, 0.0, 0.6, NONE)             \
	X (ASSOCIATE, "associate", "associate-of", ASSOCIATION, 0.0, 0.6, NONE)                    \
	X (LINKED, "linked-party", "linked-to", ASSOCIATION, 0.0, 0.7, NONE)                       \
	X (SAME_AS, "same-as", "same-as", IDENTITY, 0.0, 1.0, NONE)

typedef enum {
#define X(tag, name, inverse, class, control, conductance, hub) FAIRLEAD_LINK_##tag,
	FAIRLEAD_LINK_TABLE (X)
#undef X
		FAIRLEAD_N_LINK_KINDS
} FairleadLinkKind;

typedef struct {
	const char *name;
	const char *inverse;
	FairleadLinkClass link_class;
	double control;
	double conductance;
	FairleadHubEnd hub;
} FairleadLinkInfo;

FAIRLEAD_API const FairleadLinkInfo *fairlead_link_info (FairleadLinkKind kind);
/* By name or inverse name; @reversed tells which. An unknown name is FALSE. */
FAIRLEAD_API gboolean fairlead_link_kind_from_name (const char *name, FairleadLinkKind *kind,
                                                    gboolean *reversed);

typedef enum {
	FAIRLEAD_TYPE_TEXT,
	FAIRLEAD_TYPE_COUNTRY, /* text holds the two-letter code where known, else as written */
	FAIRLEAD_TYPE_DATE,    /* text as the source has it; the interval is the period's start */
	FAIRLEAD_TYPE_NUMBER,
} FairleadValueType;

/* Facts about one entity that are neither name, identifier nor link */
#define FAIRLEAD_ATTRIBUTE_TABLE(X)                \
	X (COUNTRY, "country", COUNTRY)            \
	X (NATIONALITY, "nationality", COUNTRY)    \
	X (JURISDICTION, "jurisdiction", COUNTRY)  \
	X (FLAG, "flag", COUNTRY)                  \
	X (FORMER_FLAG, "former-flag", COUNTRY)    \
	X (BIRTH_DATE, "birth-date", DATE)         \
	X (BIRTH_PLACE, "birth-place", TEXT)       \
	X (FORMED, "formed", DATE)                 \
	X (DISSOLVED, "dissolved", DATE)           \
	X (GENDER, "gender", TEXT)                 \
	X (TITLE, "title", TEXT)                   \
	X (ADDRESS, "address", TEXT)               \
	X (PHONE, "phone", TEXT)                   \
	X (EMAIL, "email", TEXT)                   \
	X (WEBSITE, "website", TEXT)               \
	X (SECTOR, "sector", TEXT)                 \
	X (STATUS, "status", TEXT)                 \
	X (LEGAL_FORM, "legal-form", TEXT)         \
	X (VESSEL_TYPE, "vessel-type", TEXT)       \
	X (DEADWEIGHT, "deadweight", NUMBER)       \
	X (GROSS_TONNAGE, "gross-tonnage", NUMBER) \
	X (YEAR_BUILT, "year-built", DATE)         \
	X (REASON, "reason", TEXT)                 \
	X (NOTE, "note", TEXT)

typedef enum {
#define X(tag, name, type) FAIRLEAD_ATTRIBUTE_##tag,
	FAIRLEAD_ATTRIBUTE_TABLE (X)
#undef X
		FAIRLEAD_N_ATTRIBUTES
} FairleadAttribute;

typedef struct {
	const char *name;
	FairleadValueType type;
} FairleadAttributeInfo;

FAIRLEAD_API const FairleadAttributeInfo *fairlead_attribute_info (FairleadAttribute attribute);
FAIRLEAD_API gboolean fairlead_attribute_from_name (const char *name, FairleadAttribute *attribute);

typedef enum {
	FAIRLEAD_NAME_PRIMARY,
	FAIRLEAD_NAME_ALIAS,
	FAIRLEAD_NAME_FORMER,
	FAIRLEAD_N_NAME_TYPES
} FairleadNameType;

FAIRLEAD_API const char *fairlead_name_type_name (FairleadNameType type);

G_END_DECLS
