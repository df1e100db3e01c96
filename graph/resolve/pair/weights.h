/* graph/resolve/pair/weights.h: what each feature of a pair of parties is worth, in natural log
 * odds
 *
 * The log odds of a pair are the sum of weight x factor over its features. Factors of names are
 * numbers; those of all other features are 1 where the feature holds, so that their weights are
 * log (m / u) in the sense of Fellegi and Sunter (1969, doi:10.1080/01621459.1969.10501049): m is
 * how often it holds of two records of one party, u how often of two parties that blocking pairs.
 * Where each number comes from: docs/resolve.md. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_WEIGHT_NAME_BASE,    /* of persons, and so the two below */
	FAIRLEAD_WEIGHT_NAME_ALIKE,   /* x logit (similarity, within 0.02 .. 0.98) */
	FAIRLEAD_WEIGHT_NAME_RARE,    /* x bits / 10, of at most 40 bits */
	FAIRLEAD_WEIGHT_COMPANY_BASE, /* the same of all others */
	FAIRLEAD_WEIGHT_COMPANY_ALIKE,
	FAIRLEAD_WEIGHT_COMPANY_RARE,
	FAIRLEAD_WEIGHT_COMPANY_SAME, /* similarity of at least 0.98 */
	FAIRLEAD_WEIGHT_NAME_NONE,    /* in place of these: a side has no name */
	FAIRLEAD_WEIGHT_NAME_MORE,    /* x other names that fit, up to 3 */
	FAIRLEAD_WEIGHT_NUMBER,       /* passport, tax, register number in common */
	FAIRLEAD_WEIGHT_RADIO,        /* MMSI, call sign: they go on to the next ship */
	FAIRLEAD_WEIGHT_NUMBER_OTHER, /* of one kind, none in common */
	FAIRLEAD_WEIGHT_BIRTH_DAY,
	FAIRLEAD_WEIGHT_BIRTH_YEAR, /* fits, but for what is open */
	FAIRLEAD_WEIGHT_BIRTH_NEAR, /* within two years: lists often say circa */
	FAIRLEAD_WEIGHT_BIRTH_OTHER,
	FAIRLEAD_WEIGHT_COMPANY_COUNTRY, /* of companies, in place of the two below */
	FAIRLEAD_WEIGHT_COMPANY_COUNTRY_OTHER,
	FAIRLEAD_WEIGHT_COUNTRY,       /* x 0.5 for ships */
	FAIRLEAD_WEIGHT_COUNTRY_OTHER, /* x 0.5 for ships */
	FAIRLEAD_WEIGHT_ADDRESS,
	FAIRLEAD_WEIGHT_ADDRESS_MASS, /* where more than 20 parties are */
	FAIRLEAD_WEIGHT_BUILT,
	FAIRLEAD_WEIGHT_BUILT_OTHER,   /* more than a year apart */
	FAIRLEAD_WEIGHT_TONNAGE,       /* within 2 % */
	FAIRLEAD_WEIGHT_TONNAGE_OTHER, /* more than 15 % apart */
	FAIRLEAD_WEIGHT_REGIME,        /* listed for one reason */
	FAIRLEAD_WEIGHT_REGIME_OTHER,  /* listed for none in common */
	FAIRLEAD_WEIGHT_ONE_LIST,      /* numbered apart by one list */
	FAIRLEAD_N_WEIGHTS
} FairleadWeight;

#define FAIRLEAD_NAME_BITS_MAX 40.0

/* Of all of them; bench/calibrate writes the file */
extern const double fairlead_weights[FAIRLEAD_N_WEIGHTS];
/* `birth-day` */
extern const char *const fairlead_weight_names[FAIRLEAD_N_WEIGHTS];

G_END_DECLS
