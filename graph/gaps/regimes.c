/* graph/gaps/regimes.c: the table itself; docs/gaps.md says where it comes from */
#include "graph/gaps/regimes.h"

#include <string.h>

static const FairleadRegime regimes[] = {
	{ "dprk", "Democratic People's Republic of Korea" },
	{ "iran", "Iran" },
	{ "syria", "Syria" },
	{ "russia", "Russia and Ukraine" },
	{ "belarus", "Belarus" },
	{ "afghanistan", "Afghanistan and the Taliban" },
	{ "al-qaida", "Al-Qaida and ISIL" },
	{ "terrorism", "Terrorism, beyond Al-Qaida" },
	{ "libya", "Libya" },
	{ "iraq", "Iraq" },
	{ "somalia", "Somalia" },
	{ "south-sudan", "South Sudan" },
	{ "sudan", "Sudan and Darfur" },
	{ "car", "Central African Republic" },
	{ "drc", "Democratic Republic of the Congo" },
	{ "mali", "Mali" },
	{ "yemen", "Yemen" },
	{ "guinea-bissau", "Guinea-Bissau" },
	{ "guinea", "Guinea" },
	{ "zimbabwe", "Zimbabwe" },
	{ "venezuela", "Venezuela" },
	{ "nicaragua", "Nicaragua" },
	{ "myanmar", "Myanmar (Burma)" },
	{ "burundi", "Burundi" },
	{ "lebanon", "Lebanon" },
	{ "haiti", "Haiti" },
	{ "balkans", "Western Balkans" },
	{ "cyber", "Cyber attacks" },
	{ "human-rights", "Human rights and corruption, any country" },
};

/* South Sudan stands before Sudan and Guinea-Bissau before Guinea, for names contain names */
static const FairleadRegimeRule rules[] = {
	{ "dprk", "OFAC", "DPRK*" },
	{ "dprk", "UN", "DPRK*" },
	{ "dprk", "UN", "1718*" },
	{ "dprk", "EU", "*PRK*" },
	{ "dprk", "UK", "*North Korea*" },
	{ "dprk", "UK", "*Democratic People*Korea*" },
	{ "dprk", "SECO", "*North Korea*" },
	{ "dprk", "SECO", "*Democratic People*Korea*" },
	{ "dprk", "SEMA", "*North Korea*" },
	{ "dprk", "SEMA", "*Democratic People*Korea*" },
	{ "iran", "OFAC", "*IRAN*" },
	{ "iran", "OFAC", "IFSR*" },
	{ "iran", "OFAC", "IFCA*" },
	{ "iran", "OFAC", "IRGC*" },
	{ "iran", "OFAC", "HRIT-IR*" },
	{ "iran", "OFAC", "FSE-IR*" },
	{ "iran", "OFAC", "561*" },
	{ "iran", "OFAC", "ISA" },
	{ "iran", "UN", "Iran*" },
	{ "iran", "UN", "2231*" },
	{ "iran", "EU", "*IRN*" },
	{ "iran", "UK", "*Iran*" },
	{ "iran", "SECO", "*Iran*" },
	{ "iran", "SEMA", "Iran*" },
	{ "syria", "OFAC", "*SYRIA*" },
	{ "syria", "OFAC", "HRIT-SY*" },
	{ "syria", "OFAC", "FSE-SY*" },
	{ "syria", "EU", "*SYR*" },
	{ "syria", "UK", "*Syria*" },
	{ "syria", "SECO", "*Syria*" },
	{ "syria", "SEMA", "Syria*" },
	{ "russia", "OFAC", "UKRAINE*" },
	{ "russia", "OFAC", "RUSSIA*" },
	{ "russia", "OFAC", "CAATSA*RUSSIA*" },
	{ "russia", "OFAC", "PEESA*" },
	{ "russia", "EU", "*UKR*" },
	{ "russia", "EU", "*RUS*" },
	{ "russia", "UK", "*Ukraine*" },
	{ "russia", "UK", "*Russia*" },
	{ "russia", "SECO", "*Ukraine*" },
	{ "russia", "SECO", "*Russia*" },
	{ "russia", "SEMA", "Russia*" },
	{ "russia", "SEMA", "Ukraine*" },
	{ "belarus", "OFAC", "BELARUS*" },
	{ "belarus", "EU", "*BLR*" },
	{ "belarus", "UK", "*Belarus*" },
	{ "belarus", "SECO", "*Belarus*" },
	{ "belarus", "SEMA", "Belarus*" },
	{ "afghanistan", "UN", "Taliban*" },
	{ "afghanistan", "UN", "1988*" },
	{ "afghanistan", "EU", "*AFG*" },
	{ "afghanistan", "UK", "*Afghanistan*" },
	{ "afghanistan", "SECO", "*Taliban*" },
	{ "afghanistan", "SECO", "*Afghanistan*" },
	{ "al-qaida", "UN", "Al-Qaida*" },
	{ "al-qaida", "UN", "1267*" },
	{ "al-qaida", "EU", "*TAQA*" },
	{ "al-qaida", "UK", "*Al-Qaida*" },
	{ "al-qaida", "SECO", "*Al-Qaida*" },
	{ "terrorism", "OFAC", "SDGT*" },
	{ "terrorism", "OFAC", "FTO*" },
	{ "terrorism", "EU", "*TERR*" },
	{ "terrorism", "UK", "*Terroris*" },
	{ "terrorism", "SECO", "*terroris*" },
	{ "libya", "OFAC", "LIBYA*" },
	{ "libya", "UN", "Libya*" },
	{ "libya", "UN", "1970*" },
	{ "libya", "EU", "*LBY*" },
	{ "libya", "UK", "*Libya*" },
	{ "libya", "SECO", "*Libya*" },
	{ "libya", "SEMA", "Libya*" },
	{ "iraq", "OFAC", "IRAQ*" },
	{ "iraq", "UN", "Iraq*" },
	{ "iraq", "UN", "1518*" },
	{ "iraq", "EU", "*IRQ*" },
	{ "iraq", "UK", "*Iraq*" },
	{ "iraq", "SECO", "*Iraq*" },
	{ "somalia", "OFAC", "SOMALIA*" },
	{ "somalia", "UN", "Somalia*" },
	{ "somalia", "UN", "751*" },
	{ "somalia", "EU", "*SOM*" },
	{ "somalia", "UK", "*Somalia*" },
	{ "somalia", "SECO", "*Somalia*" },
	{ "south-sudan", "OFAC", "SOUTH SUDAN*" },
	{ "south-sudan", "UN", "SouthSudan*" },
	{ "south-sudan", "UN", "2206*" },
	{ "south-sudan", "EU", "*SSD*" },
	{ "south-sudan", "UK", "*South Sudan*" },
	{ "south-sudan", "SECO", "*South Sudan*" },
	{ "south-sudan", "SEMA", "South Sudan*" },
	{ "sudan", "OFAC", "DARFUR*" },
	{ "sudan", "OFAC", "SUDAN*" },
	{ "sudan", "UN", "Sudan*" },
	{ "sudan", "UN", "1591*" },
	{ "sudan", "EU", "*SDN*" },
	{ "sudan", "UK", "*Sudan*" },
	{ "sudan", "SECO", "*Sudan*" },
	{ "sudan", "SEMA", "Sudan*" },
	{ "car", "OFAC", "CAR" },
	{ "car", "UN", "CAR" },
	{ "car", "UN", "2127*" },
	{ "car", "EU", "*CAF*" },
	{ "car", "UK", "*Central African*" },
	{ "car", "SECO", "*Central African*" },
	{ "car", "SEMA", "*Central African*" },
	{ "drc", "OFAC", "DRCONGO*" },
	{ "drc", "UN", "DRC*" },
	{ "drc", "UN", "1533*" },
	{ "drc", "EU", "*COD*" },
	{ "drc", "UK", "*Congo*" },
	{ "drc", "SECO", "*Congo*" },
	{ "drc", "SEMA", "*Congo*" },
	{ "mali", "OFAC", "MALI*" },
	{ "mali", "UN", "Mali*" },
	{ "mali", "UN", "2374*" },
	{ "mali", "EU", "*MLI*" },
	{ "mali", "UK", "*Mali *" },
	{ "mali", "UK", "Mali" },
	{ "mali", "SECO", "*Mali*" },
	{ "yemen", "OFAC", "YEMEN*" },
	{ "yemen", "UN", "Yemen*" },
	{ "yemen", "UN", "2140*" },
	{ "yemen", "EU", "*YEM*" },
	{ "yemen", "UK", "*Yemen*" },
	{ "yemen", "SECO", "*Yemen*" },
	{ "yemen", "SEMA", "Yemen*" },
	{ "guinea-bissau", "UN", "GB" },
	{ "guinea-bissau", "UN", "2048*" },
	{ "guinea-bissau", "EU", "*GNB*" },
	{ "guinea-bissau", "UK", "*Guinea-Bissau*" },
	{ "guinea-bissau", "SECO", "*Guinea-Bissau*" },
	{ "guinea", "EU", "*GIN*" },
	{ "guinea", "UK", "*Guinea*" },
	{ "guinea", "SECO", "*Guinea*" },
	{ "zimbabwe", "OFAC", "ZIMBABWE*" },
	{ "zimbabwe", "EU", "*ZWE*" },
	{ "zimbabwe", "UK", "*Zimbabwe*" },
	{ "zimbabwe", "SECO", "*Zimbabwe*" },
	{ "zimbabwe", "SEMA", "Zimbabwe*" },
	{ "venezuela", "OFAC", "VENEZUELA*" },
	{ "venezuela", "EU", "*VEN*" },
	{ "venezuela", "UK", "*Venezuela*" },
	{ "venezuela", "SECO", "*Venezuela*" },
	{ "venezuela", "SEMA", "Venezuela*" },
	{ "nicaragua", "OFAC", "NICARAGUA*" },
	{ "nicaragua", "EU", "*NIC*" },
	{ "nicaragua", "UK", "*Nicaragua*" },
	{ "nicaragua", "SECO", "*Nicaragua*" },
	{ "nicaragua", "SEMA", "Nicaragua*" },
	{ "myanmar", "OFAC", "BURMA*" },
	{ "myanmar", "EU", "*MMR*" },
	{ "myanmar", "UK", "*Burma*" },
	{ "myanmar", "UK", "*Myanmar*" },
	{ "myanmar", "SECO", "*Myanmar*" },
	{ "myanmar", "SEMA", "Burma*" },
	{ "myanmar", "SEMA", "Myanmar*" },
	{ "burundi", "OFAC", "BURUNDI*" },
	{ "burundi", "EU", "*BDI*" },
	{ "burundi", "UK", "*Burundi*" },
	{ "burundi", "SECO", "*Burundi*" },
	{ "lebanon", "OFAC", "LEBANON*" },
	{ "lebanon", "EU", "*LBN*" },
	{ "lebanon", "UK", "*Lebanon*" },
	{ "lebanon", "SECO", "*Lebanon*" },
	{ "haiti", "UN", "Haiti*" },
	{ "haiti", "UN", "2653*" },
	{ "haiti", "EU", "*HTI*" },
	{ "haiti", "UK", "*Haiti*" },
	{ "haiti", "SECO", "*Haiti*" },
	{ "haiti", "SEMA", "Haiti*" },
	{ "balkans", "OFAC", "BALKANS*" },
	{ "balkans", "EU", "*BIH*" },
	{ "balkans", "UK", "*Bosnia*" },
	{ "balkans", "UK", "*Yugoslavia*" },
	{ "balkans", "SECO", "*Yugoslavia*" },
	{ "cyber", "OFAC", "CYBER*" },
	{ "cyber", "EU", "*CYB*" },
	{ "cyber", "UK", "*Cyber*" },
	{ "human-rights", "OFAC", "GLOMAG*" },
	{ "human-rights", "OFAC", "MAGNIT*" },
	{ "human-rights", "EU", "*-HR" },
	{ "human-rights", "EU", "HR" },
	{ "human-rights", "UK", "*Global Human Rights*" },
	{ "human-rights", "UK", "*Global Anti-Corruption*" },
	{ "human-rights", "SEMA", "Justice for Victims*" },
};

const FairleadRegime *
fairlead_regimes_get_all (guint *n)
{
	*n = G_N_ELEMENTS (regimes);
	return regimes;
}

const FairleadRegimeRule *
fairlead_regime_rules_get_all (guint *n)
{
	*n = G_N_ELEMENTS (rules);
	return rules;
}

const char *
fairlead_regime_of (const char *list, const char *programme)
{
	g_autofree char *wanted = g_ascii_strup (programme, -1);

	for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
		g_autofree char *pattern = NULL;

		if (rules[i].list != NULL && strcmp (rules[i].list, list) != 0)
			continue;
		pattern = g_ascii_strup (rules[i].pattern, -1);
		if (g_pattern_match_simple (pattern, wanted))
			return rules[i].regime;
	}
	return NULL;
}

char *
fairlead_list_dup_body (const char *list)
{
	static const struct {
		const char *word;
		const char *body;
	} others[] = {
		{ "US", "OFAC" },
		{ "GB", "UK" },
		{ "CH", "SECO" },
		{ "CA", "SEMA" },
	};
	g_autofree char *word = g_strndup (list, strcspn (list, " "));
	g_autofree char *upper = g_ascii_strup (word, -1);

	for (guint i = 0; i < G_N_ELEMENTS (others); i++)
		if (strcmp (upper, others[i].word) == 0)
			return g_strdup (others[i].body);
	return g_steal_pointer (&word);
}
