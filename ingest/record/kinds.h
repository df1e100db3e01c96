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

/* Every kind reads 'FROM is NAME of TO' and 'TO has INVERSE FROM'. How much of a walk a kind lets
 * through, and how far FROM decides what TO does, are parameters: see graph/parameters.h.
 *
 * identifier, name, inverse, class, damped end */
#define FAIRLEAD_LINK_TABLE(X)                                                                    \
	X (REGISTERED_OWNER, "registered-owner", "owned-by", OWNERSHIP, NONE)                     \
	X (BENEFICIAL_OWNER, "beneficial-owner", "beneficially-owned-by", OWNERSHIP, NONE)        \
	X (SHAREHOLDER, "shareholder", "held-by", OWNERSHIP, FROM)                                \
	X (PARENT, "parent", "subsidiary-of", OWNERSHIP, NONE)                                    \
	X (ULTIMATE_PARENT, "ultimate-parent", "ultimately-owned-by", OWNERSHIP, NONE)            \
	X (PROPERTY_INTEREST, "interest-holder", "property-of", OWNERSHIP, NONE)                  \
	X (OWNER_OR_CONTROLLER, "owner-or-controller", "owned-or-controlled-by", CONTROL, NONE)   \
	X (CONTROLLER, "controller", "controlled-by", CONTROL, NONE)                              \
	X (HEAD_OFFICE, "head-office", "branch-of", CONTROL, NONE)                                \
	X (ISM_MANAGER, "ism-manager", "ism-managed-by", MANAGEMENT, FROM)                        \
	X (COMMERCIAL_MANAGER, "commercial-manager", "commercially-managed-by", MANAGEMENT, FROM) \
	X (TECHNICAL_MANAGER, "technical-manager", "technically-managed-by", MANAGEMENT, FROM)    \
	X (OPERATOR, "operator", "operated-by", MANAGEMENT, FROM)                                 \
	X (CHARTERER, "charterer", "chartered-by", TRADE, NONE)                                   \
	X (FUND_MANAGER, "fund-manager", "fund-managed-by", MANAGEMENT, FROM)                     \
	X (DIRECTOR, "director", "directed-by", OFFICE, FROM)                                     \
	X (SECRETARY, "secretary", "has-secretary", OFFICE, FROM)                                 \
	X (OFFICER, "officer", "has-officer", OFFICE, FROM)                                       \
	X (LEADER, "leader", "led-by", OFFICE, NONE)                                              \
	X (NOMINEE, "nominee", "has-nominee", OFFICE, FROM)                                       \
	X (AGENT, "agent", "represented-by", SERVICE, NONE)                                       \
	X (SUPPORTER, "supporter", "supported-by", SERVICE, NONE)                                 \
	X (FORMATION_AGENT, "formation-agent", "formed-by", SERVICE, FROM)                        \
	X (INSURER, "insurer", "insured-by", SERVICE, FROM)                                       \
	X (CLASS_SOCIETY, "class-society", "classed-by", SERVICE, FROM)                           \
	X (BROKER, "broker", "brokered-by", SERVICE, NONE)                                        \
	X (CARE_OF, "care-of", "care-of-at", SERVICE, FROM)                                       \
	X (BANKER, "banker", "banks-with", SERVICE, FROM)                                         \
	X (ADDRESS, "address", "located-at", LOCATION, FROM)                                      \
	X (RELATIVE, "relative", "relative-of", FAMILY, NONE)                                     \
	X (SUPPLIER, "supplier", "supplied-by", TRADE, NONE)                                      \
	X (TRANSFER, "transfer-partner", "transfer-partner-of", TRADE, NONE)                      \
	X (PORT_CALL, "caller", "called-at-by", TRADE, TO)                                        \
	X (DELIVERY, "deliverer", "delivered-to-by", TRADE, NONE)                                 \
	X (BUYER, "buyer", "sold-to", TRADE, NONE)                                                \
	X (PARTICIPANT, "participant", "has-participant", ASSOCIATION, NONE)                      \
	X (ASSOCIATE, "associate", "associate-of", ASSOCIATION, NONE)                             \
	X (LINKED, "linked-party", "linked-to", ASSOCIATION, NONE)                                \
	X (SAME_AS, "same-as", "same-as", IDENTITY, NONE)

typedef enum {
#define X(tag, name, inverse, class, hub) FAIRLEAD_LINK_##tag,
	FAIRLEAD_LINK_TABLE (X)
#undef X
		FAIRLEAD_N_LINK_KINDS
} FairleadLinkKind;

typedef struct {
	const char *name;
	const char *inverse;
	FairleadLinkClass link_class;
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
