/* tests/common/helpers-output.c */
#include "tests/common/helpers-output.h"

const char *
test_written (GOutputStream *memory)
{
	g_assert_true (g_output_stream_write_all (memory, "", 1, NULL, NULL, NULL));
	return g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory));
}

FairleadRecords *
test_tiny_chain (void)
{
	FairleadRecords *records = fairlead_records_new ();
	guint32 ships = fairlead_records_add_file (records, "tiny/ships.csv");
	guint32 roles = fairlead_records_add_file (records, "tiny/roles.csv");
	FairleadSource on_ship = { ships, 2 };
	FairleadSource on_role = { roles, 2 };
	FairleadPeriod since = FAIRLEAD_PERIOD_UNKNOWN;
	FairleadEntity ship, company, person;
	FairleadLinkRow link;
	guint n;

	fairlead_date_parse ("2016-07", FAIRLEAD_DATE_DAY_FIRST, &since.start, NULL);
	fairlead_records_get_files (records, &n)[ships].n_records = 1;
	fairlead_records_get_files (records, &n)[roles].n_records = 1234;
	ship = fairlead_records_describe (records, "imo", "9074729", FAIRLEAD_KIND_VESSEL, on_ship);
	fairlead_records_add_name (records, ship, "AMBER TIDE", FAIRLEAD_NAME_PRIMARY, FALSE,
	                           on_ship);
	fairlead_records_add_name (records, ship, "OCHRE TIDE", FAIRLEAD_NAME_FORMER, FALSE,
	                           on_ship);
	fairlead_records_add_identifier (records, ship, FAIRLEAD_ID_IMO, "IMO 9074729", NULL,
	                                 on_ship);
	fairlead_records_add_identifier (records, ship, FAIRLEAD_ID_MMSI, "12", NULL, on_ship);
	fairlead_records_add_attribute (records, ship, FAIRLEAD_ATTRIBUTE_FLAG, "KP", &since,
	                                on_ship);
	fairlead_records_add_attribute (records, ship, FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "4500.5",
	                                NULL, on_ship);
	fairlead_records_add_designation (records, ship, "UN", "DPRK", NULL, &since, on_ship);
	company = fairlead_records_describe (records, "registry", "c1", FAIRLEAD_KIND_COMPANY,
	                                     on_role);
	fairlead_records_add_name (records, company, TEST_HOSTILE_NAME, FAIRLEAD_NAME_PRIMARY,
	                           FALSE, on_role);
	link = fairlead_link_row (company, FAIRLEAD_LINK_ISM_MANAGER, ship, on_role);
	link.period = since;
	fairlead_records_add_link (records, &link);
	person = fairlead_records_refer (records, "registry", "p1", (FairleadSource){ roles, 3 });
	link = fairlead_link_row (person, FAIRLEAD_LINK_DIRECTOR, company,
	                          (FairleadSource){ roles, 3 });
	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	fairlead_share_parse ("25-50", &link.share);
	fairlead_records_add_link (records, &link);
	return records;
}

FairleadRanking *
test_rank_tiny_chain (void)
{
	g_autoptr (FairleadRecords) records = test_tiny_chain ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (GError) error = NULL;
	FairleadParameters parameters;
	FairleadQuestion question = {
		.target = (const char *const[]){ "programme:DPRK", NULL },
		.include_targets = TRUE,
	};
	FairleadRanking *ranking;

	fairlead_parameters_init (&parameters);
	ranking = fairlead_ranking_new (network, &parameters, &question, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return ranking;
}
