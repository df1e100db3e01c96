/* graph/resolve/weights.h: what each feature of a pair of parties is worth, in natural log odds
 *
 * Set by judgement, not fitted: what they add up to orders pairs, and is no measured frequency.
 * Those of names weigh spelling against rarity. The others are Fellegi-Sunter weights log (m / u):
 * m is how often parties that are one agree, u how often others do that blocking proposes. Each
 * stands with the two that were assumed, and is deliberately nearer to 0, for features are not
 * independent. */
#pragma once

/* log odds = BASE + ALIKE x logit (similarity, within 0.02 .. 0.98) + RARE x bits / 10, of at most
 * 40 bits */
#define FAIRLEAD_WEIGHT_NAME_BASE (-6.0)
#define FAIRLEAD_WEIGHT_NAME_ALIKE 1.0
#define FAIRLEAD_WEIGHT_NAME_RARE 1.6
#define FAIRLEAD_NAME_BITS_MAX 40.0
#define FAIRLEAD_WEIGHT_NAME_NONE (-5.0) /* no name at all on a side */
#define FAIRLEAD_WEIGHT_NAME_MORE 0.8    /* each other name that fits, up to three */

#define FAIRLEAD_WEIGHT_NUMBER 6.0          /* passport, tax, register: 0.5 / 0.001 */
#define FAIRLEAD_WEIGHT_RADIO 2.5           /* MMSI, call sign, which go on to the next ship */
#define FAIRLEAD_WEIGHT_NUMBER_OTHER (-1.5) /* of one kind, none in common: 0.2 / 0.9 */
#define FAIRLEAD_WEIGHT_BIRTH_DAY 5.0       /* 0.7 / 0.005 */
#define FAIRLEAD_WEIGHT_BIRTH_YEAR 2.0      /* fits, but for what is open: 0.2 / 0.03 */
#define FAIRLEAD_WEIGHT_BIRTH_NEAR (-0.3)   /* within two years: lists often say circa */
#define FAIRLEAD_WEIGHT_BIRTH_OTHER (-3.5)  /* 0.03 / 0.95 */
#define FAIRLEAD_WEIGHT_COUNTRY 0.7         /* 0.8 / 0.4: those that share a name share a country */
#define FAIRLEAD_WEIGHT_COUNTRY_OTHER (-1.6) /* 0.12 / 0.6 */
#define FAIRLEAD_WEIGHT_ADDRESS 2.5          /* 0.2 / 0.015 */
#define FAIRLEAD_WEIGHT_ADDRESS_MASS 0.4     /* where more than 20 parties are */
#define FAIRLEAD_WEIGHT_BUILT 1.5            /* 0.8 / 0.15 */
#define FAIRLEAD_WEIGHT_BUILT_OTHER (-3.0)   /* more than a year apart: 0.03 / 0.7 */
#define FAIRLEAD_WEIGHT_TONNAGE 2.0          /* within 2 %: 0.7 / 0.1 */
#define FAIRLEAD_WEIGHT_TONNAGE_OTHER (-2.0) /* more than 15 % apart */
#define FAIRLEAD_WEIGHT_PROGRAMME 0.5        /* 0.5 / 0.3 */
#define FAIRLEAD_WEIGHT_ONE_LIST (-4.0)      /* numbered apart by one list: 0.01 / 0.6 */
