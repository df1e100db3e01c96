/* graph/resolve/pair/weights.c: written by bench/calibrate; docs/resolve.md says from what */
#include "graph/resolve/pair/weights.h"

const double fairlead_weights[FAIRLEAD_N_WEIGHTS] = {
	[FAIRLEAD_WEIGHT_NAME_BASE] = -7.99,             /* fitted */
	[FAIRLEAD_WEIGHT_NAME_ALIKE] = 0.83,             /* fitted */
	[FAIRLEAD_WEIGHT_NAME_RARE] = 2.02,              /* fitted */
	[FAIRLEAD_WEIGHT_COMPANY_BASE] = -3.86,          /* fitted */
	[FAIRLEAD_WEIGHT_COMPANY_ALIKE] = 1.04,          /* fitted */
	[FAIRLEAD_WEIGHT_COMPANY_RARE] = 0.51,           /* fitted */
	[FAIRLEAD_WEIGHT_COMPANY_SAME] = 1.22,           /* fitted */
	[FAIRLEAD_WEIGHT_NAME_NONE] = -5.00,             /* judged */
	[FAIRLEAD_WEIGHT_NAME_MORE] = 0.45,              /* fitted */
	[FAIRLEAD_WEIGHT_NUMBER] = 6.00,                 /* measured */
	[FAIRLEAD_WEIGHT_RADIO] = 2.50,                  /* judged */
	[FAIRLEAD_WEIGHT_NUMBER_OTHER] = -2.48,          /* measured */
	[FAIRLEAD_WEIGHT_BIRTH_DAY] = 5.85,              /* fitted */
	[FAIRLEAD_WEIGHT_BIRTH_YEAR] = 0.84,             /* fitted */
	[FAIRLEAD_WEIGHT_BIRTH_NEAR] = -1.91,            /* fitted */
	[FAIRLEAD_WEIGHT_BIRTH_OTHER] = -5.18,           /* fitted */
	[FAIRLEAD_WEIGHT_COMPANY_COUNTRY] = 0.94,        /* measured */
	[FAIRLEAD_WEIGHT_COMPANY_COUNTRY_OTHER] = -1.61, /* measured */
	[FAIRLEAD_WEIGHT_COUNTRY] = 0.84,                /* fitted */
	[FAIRLEAD_WEIGHT_COUNTRY_OTHER] = -1.35,         /* fitted */
	[FAIRLEAD_WEIGHT_ADDRESS] = 1.62,                /* fitted */
	[FAIRLEAD_WEIGHT_ADDRESS_MASS] = 0.40,           /* fitted */
	[FAIRLEAD_WEIGHT_BUILT] = 1.50,                  /* judged */
	[FAIRLEAD_WEIGHT_BUILT_OTHER] = -3.00,           /* judged */
	[FAIRLEAD_WEIGHT_TONNAGE] = 2.00,                /* judged */
	[FAIRLEAD_WEIGHT_TONNAGE_OTHER] = -2.00,         /* judged */
	[FAIRLEAD_WEIGHT_REGIME] = 0.71,                 /* measured */
	[FAIRLEAD_WEIGHT_REGIME_OTHER] = -3.39,          /* measured */
	[FAIRLEAD_WEIGHT_ONE_LIST] = -4.00,              /* judged */
};

const char *const fairlead_weight_names[FAIRLEAD_N_WEIGHTS] = {
	[FAIRLEAD_WEIGHT_NAME_BASE] = "name-base",
	[FAIRLEAD_WEIGHT_NAME_ALIKE] = "name-alike",
	[FAIRLEAD_WEIGHT_NAME_RARE] = "name-rare",
	[FAIRLEAD_WEIGHT_COMPANY_BASE] = "company-base",
	[FAIRLEAD_WEIGHT_COMPANY_ALIKE] = "company-alike",
	[FAIRLEAD_WEIGHT_COMPANY_RARE] = "company-rare",
	[FAIRLEAD_WEIGHT_COMPANY_SAME] = "company-same",
	[FAIRLEAD_WEIGHT_NAME_NONE] = "name-none",
	[FAIRLEAD_WEIGHT_NAME_MORE] = "name-more",
	[FAIRLEAD_WEIGHT_NUMBER] = "number",
	[FAIRLEAD_WEIGHT_RADIO] = "radio",
	[FAIRLEAD_WEIGHT_NUMBER_OTHER] = "number-other",
	[FAIRLEAD_WEIGHT_BIRTH_DAY] = "birth-day",
	[FAIRLEAD_WEIGHT_BIRTH_YEAR] = "birth-year",
	[FAIRLEAD_WEIGHT_BIRTH_NEAR] = "birth-near",
	[FAIRLEAD_WEIGHT_BIRTH_OTHER] = "birth-other",
	[FAIRLEAD_WEIGHT_COMPANY_COUNTRY] = "company-country",
	[FAIRLEAD_WEIGHT_COMPANY_COUNTRY_OTHER] = "company-country-other",
	[FAIRLEAD_WEIGHT_COUNTRY] = "country",
	[FAIRLEAD_WEIGHT_COUNTRY_OTHER] = "country-other",
	[FAIRLEAD_WEIGHT_ADDRESS] = "address",
	[FAIRLEAD_WEIGHT_ADDRESS_MASS] = "address-mass",
	[FAIRLEAD_WEIGHT_BUILT] = "built",
	[FAIRLEAD_WEIGHT_BUILT_OTHER] = "built-other",
	[FAIRLEAD_WEIGHT_TONNAGE] = "tonnage",
	[FAIRLEAD_WEIGHT_TONNAGE_OTHER] = "tonnage-other",
	[FAIRLEAD_WEIGHT_REGIME] = "regime",
	[FAIRLEAD_WEIGHT_REGIME_OTHER] = "regime-other",
	[FAIRLEAD_WEIGHT_ONE_LIST] = "one-list",
};
