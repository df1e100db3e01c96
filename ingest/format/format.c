/* ingest/format/format.c: the table of built-in formats */
#include "ingest/format/format.h"

#include "ingest/format/lists/lists.h"
#include "ingest/format/bods/bods.h"
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/format/events/events.h"
#include "ingest/format/fishing-watch/fishing-watch.h"
#include "ingest/format/gleif/gleif.h"
#include "ingest/format/icij/leaks.h"
#include "ingest/format/ofac-advanced/advanced.h"
#include "ingest/format/ofac-sdn/sdn-csv.h"
#include "ingest/format/opensanctions/opensanctions.h"

const FairleadFormat *const *
fairlead_formats (void)
{
	static const FairleadFormat *const formats[] = {
		&fairlead_format_ofac_advanced,
		&fairlead_format_ofac_sdn_csv,
		&fairlead_format_un_xml,
		&fairlead_format_eu_annex_csv,
		&fairlead_format_hmt_conlist_csv,
		&fairlead_format_uk_sl_csv,
		&fairlead_format_uk_sl_xml,
		&fairlead_format_ofac_sdn_xml,
		&fairlead_format_eu_fsf_xml,
		&fairlead_format_seco_xml,
		&fairlead_format_sema_xml,
		&fairlead_format_bods_csv,
		&fairlead_format_bods_json,
		&fairlead_format_companies_house_appointments,
		&fairlead_format_companies_house_data,
		&fairlead_format_companies_house_officers,
		&fairlead_format_companies_house_psc,
		&fairlead_format_icij_leaks,
		&fairlead_format_icij_drawing,
		&fairlead_format_opensanctions_ftm,
		&fairlead_format_opensanctions_simple,
		&fairlead_format_opensanctions_maritime,
		&fairlead_format_gleif_lei_csv,
		&fairlead_format_gleif_lei_xml,
		&fairlead_format_gleif_rr_csv,
		&fairlead_format_gleif_rr_xml,
		&fairlead_format_events_csv,
		&fairlead_format_fishing_watch_events,
		&fairlead_format_fishing_watch_vessels,
		NULL,
	};

	return formats;
}
