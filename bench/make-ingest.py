# bench/make-ingest.py: large files of invented parties, to measure reading with
#
# usage: make-ingest.py relationships [--size MB] [--seed N] FILE
#        make-ingest.py lei [--size MB] [--seed N] FILE
#        make-ingest.py icij [--scale X] [--seed N] DIRECTORY
#
# relationships: a CSV of links, a third of its rows with a quoted field of several lines
# lei:           XML in the shape of GLEIF's LEI-CDF 3.1 golden copy, about 3 kB a record
# icij:          the six CSV files of the Offshore Leaks in their published columns: 2.0 million
#                nodes and 3.3 million relationships at scale 1. Clients of formation agents, of
#                nominee officers and of mass addresses follow a power law, as in life: the greatest
#                agent has tens of thousands, the greatest addresses and nominees thousands.
# Same arguments, same bytes.
import argparse
import os
import random

SYLLABLES = 'ba do ke lin mar no pa ri sol ta un ver yon zu gre hal ister am'.split()
FORMS = ['Limited', 'Ltd.', 'Inc.', 'S.A.', 'Corp.', 'Holdings Limited', 'Trading Ltd']
COUNTRIES = [('HKG', 'Hong Kong'), ('CHN', 'China'), ('PAN', 'Panama'), ('GBR', 'United Kingdom'),
             ('CHE', 'Switzerland'), ('SGP', 'Singapore'), ('CYP', 'Cyprus'), ('RUS', 'Russia'),
             ('ARE', 'United Arab Emirates'), ('TWN', 'Taiwan'), ('JEY', 'Jersey')]
JURISDICTIONS = [('BVI', 'British Virgin Islands'), ('PMA', 'Panama'), ('SEY', 'Seychelles'),
                 ('BAH', 'Bahamas'), ('SAM', 'Samoa'), ('BM', 'Bermuda'), ('KY', 'Cayman Islands')]
MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
LEAKS = ['Grey Papers', 'Harbour Leaks', 'Quay Papers - Agents Alpha', 'Quay Papers - Register']
VALID = 'The Grey Papers data is current through 2031'


class Invention:
    """Words and numbers, most of them picked from lists made once: quick enough for millions"""

    def __init__(self, seed):
        self.random = random.Random(seed)
        pick = self.random.choice
        self.words = [''.join(pick(SYLLABLES) for _ in range(2 + i % 3)).title()
                      for i in range(8192)]
        self.days = ['%02d-%s-%d' % (d, m, y) for y in range(1985, 2018) for m in MONTHS
                     for d in (1, 4, 9, 14, 17, 23, 28)]

    def pick(self, choices):
        return choices[int(self.random.random() * len(choices))]

    def company(self):
        pick = self.pick
        return '%s %s %s' % (pick(self.words), pick(self.words), pick(FORMS))

    def person(self):
        pick = self.pick
        return '%s %s' % (pick(self.words), pick(self.words))

    def street(self):
        return '%d %s Street; %s' % (1 + int(self.random.random() * 900), self.pick(self.words),
                                     self.pick(self.words))

    def skewed(self, n, power):
        """An index below n; the first are picked most, the more so the greater the power"""
        return int(n * self.random.random() ** power)


# ---- a CSV of relationships ----

def write_relationships(out, size, make):
    written = 0
    number = 0
    head = 'id,owner,asset,type,share,since,note,source\n'
    out.write(head)
    while written < size:
        number += 1
        note = 'as filed'
        if number % 3 == 0:
            note = '"%s said: ""see %s"",\nfiled by %s\nat %s"' % (
                make.person(), make.pick(make.words), make.company(), make.street())
        elif number % 3 == 1:
            note = '"held, in part, through %s"' % make.company()
        row = '%d,%s,%s,shareholder,%d.%d,%s,%s,%s\n' % (
            number, make.person(), make.company(), number % 100, number % 10,
            make.pick(make.days), note, make.pick(LEAKS))
        out.write(row)
        written += len(row)


# ---- LEI-CDF ----

LEI_HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<lei:LEIData xmlns:lei="http://www.gleif.org/data/schema/leidata/2016">
  <lei:LEIHeader>
    <lei:ContentDate>2031-06-05T08:20:51Z</lei:ContentDate>
    <lei:FileContent>GLEIF_FULL_PUBLISHED</lei:FileContent>
    <lei:RecordCount>1</lei:RecordCount>
  </lei:LEIHeader>
  <lei:LEIRecords>
'''
LEI_RECORD = '''<lei:LEIRecord xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xmlns:gleif="http://www.gleif.org/data/schema/golden-copy/extensions/1.0">
   <lei:LEI>%(lei)s</lei:LEI>
   <lei:Entity>
      <lei:LegalName xml:lang="en">%(name)s</lei:LegalName>
      <lei:OtherEntityNames>
         <lei:OtherEntityName xml:lang="en" type="PREVIOUS_LEGAL_NAME">%(former)s</lei:OtherEntityName>
      </lei:OtherEntityNames>
      <lei:LegalAddress xml:lang="en">
         <lei:FirstAddressLine>%(street)s</lei:FirstAddressLine>
         <lei:City>%(city)s</lei:City>
         <lei:Region>%(country)s-%(region)s</lei:Region>
         <lei:Country>%(country)s</lei:Country>
         <lei:PostalCode>%(code)s</lei:PostalCode>
      </lei:LegalAddress>
      <lei:HeadquartersAddress xml:lang="en">
         <lei:FirstAddressLine>C/O %(agent)s &amp; Company</lei:FirstAddressLine>
         <lei:City>%(city)s</lei:City>
         <lei:Region>%(country)s-%(region)s</lei:Region>
         <lei:Country>%(country)s</lei:Country>
         <lei:PostalCode>%(code)s</lei:PostalCode>
      </lei:HeadquartersAddress>
      <lei:RegistrationAuthority>
         <lei:RegistrationAuthorityID>RA%(authority)s</lei:RegistrationAuthorityID>
         <lei:RegistrationAuthorityEntityID>%(number)s</lei:RegistrationAuthorityEntityID>
      </lei:RegistrationAuthority>
      <lei:LegalJurisdiction>%(country)s</lei:LegalJurisdiction>
      <lei:EntityCategory>GENERAL</lei:EntityCategory>
      <lei:LegalForm>
         <lei:EntityLegalFormCode>8888</lei:EntityLegalFormCode>
         <lei:OtherLegalForm>%(form)s</lei:OtherLegalForm>
      </lei:LegalForm>
      <lei:EntityStatus>ACTIVE</lei:EntityStatus>
      <lei:EntityCreationDate>%(day)sT00:00:00.000Z</lei:EntityCreationDate>
   </lei:Entity>
   <lei:Registration>
      <lei:InitialRegistrationDate>%(day)sT16:33:00.000Z</lei:InitialRegistrationDate>
      <lei:LastUpdateDate>2031-05-18T15:41:20.212Z</lei:LastUpdateDate>
      <lei:RegistrationStatus>ISSUED</lei:RegistrationStatus>
      <lei:NextRenewalDate>2032-05-18T15:48:53.604Z</lei:NextRenewalDate>
      <lei:ManagingLOU>%(lou)s</lei:ManagingLOU>
      <lei:ValidationSources>FULLY_CORROBORATED</lei:ValidationSources>
      <lei:ValidationAuthority>
         <lei:ValidationAuthorityID>RA%(authority)s</lei:ValidationAuthorityID>
         <lei:ValidationAuthorityEntityID>%(number)s</lei:ValidationAuthorityEntityID>
      </lei:ValidationAuthority>
   </lei:Registration>
   <lei:Extension>
      <gleif:Geocoding>
         <gleif:original_address>%(street)s, %(city)s</gleif:original_address>
         <gleif:relevance>0.86</gleif:relevance>
         <gleif:lat>%(latitude)s</gleif:lat>
         <gleif:geocoding_date>%(day)sT01:07:47</gleif:geocoding_date>
      </gleif:Geocoding>
   </lei:Extension>
</lei:LEIRecord>
'''


def make_lei(prefix, number):
    body = '%s%014d' % (prefix, number)
    digits = ''.join(str(int(c, 36)) for c in body + '00')
    return body + '%02d' % (98 - int(digits) % 97)


def write_lei(out, size, make):
    written = 0
    number = 0
    lous = [make_lei('ZZZZ', i) for i in range(30)]
    out.write(LEI_HEAD)
    while written < size:
        number += 1
        record = LEI_RECORD % {
            'lei': make_lei('0QQ0', number), 'name': make.company(), 'former': make.company(),
            'street': make.street(), 'city': make.pick(make.words), 'agent': make.pick(make.words),
            'country': make.pick(('US', 'GB', 'DE', 'FR', 'NL', 'KY')), 'code': '%05d' % number,
            'region': 'MA', 'authority': '%06d' % (number % 700), 'form': make.pick(FORMS),
            'number': 'S%09d' % (number * 7), 'lou': make.pick(lous),
            'day': '20%02d-%02d-%02d' % (number % 24, 1 + number % 12, 1 + number % 28),
            'latitude': '%.5f' % (make.random.random() * 90)}
        out.write(record)
        written += len(record)
    out.write('  </lei:LEIRecords>\n</lei:LEIData>\n')


# ---- ICIJ Offshore Leaks ----

COLUMNS = {
    'entities': 'node_id,name,original_name,former_name,jurisdiction,jurisdiction_description,'
                'company_type,address,internal_id,incorporation_date,inactivation_date,'
                'struck_off_date,dorm_date,status,service_provider,ibcRUC,country_codes,countries,'
                'sourceID,valid_until,note',
    'officers': 'node_id,name,countries,country_codes,sourceID,valid_until,note',
    'intermediaries': 'node_id,name,status,internal_id,address,countries,country_codes,sourceID,'
                      'valid_until,note',
    'others': 'node_id,name,type,incorporation_date,struck_off_date,closed_date,jurisdiction,'
              'jurisdiction_description,countries,country_codes,sourceID,valid_until,note',
    'addresses': 'node_id,address,name,countries,country_codes,sourceID,valid_until,note',
}
# Rows, and the number of the first node
NODES = {'entities': (814616, 10000001), 'officers': (771368, 12000001),
         'intermediaries': (26774, 11000001), 'others': (2989, 85004922),
         'addresses': (402320, 14000001)}
ROLES = ['shareholder of', 'director of', 'shareholder of', 'beneficiary of', 'secretary of',
         'beneficial owner of', 'nominee director of', 'president / director of']


def entity_row(make, node, internal):
    name = make.company()
    code, country = make.pick(COUNTRIES)
    short, jurisdiction = make.pick(JURISDICTIONS)
    gone = make.random.random() < .4
    former = make.company() if internal % 12 == 0 else ''
    address = '"%s, %s"' % (make.street(), country) if internal % 2 else ''
    return '%d,"%s","%s",%s,%s,%s,,%s,%d,%s,%s,%s,,%s,%s,%d,%s,%s,%s,%s,\n' % (
        node, name, name.upper(), former, short, jurisdiction, address, internal,
        make.pick(make.days), make.pick(make.days) if gone else '',
        make.pick(make.days) if gone else '', 'Defaulted' if gone else 'Active',
        'Agents Alpha', 1000000 + internal, code, country, make.pick(LEAKS), VALID)


def officer_row(make, node, internal):
    code, country = make.pick(COUNTRIES)
    name = make.person() if internal % 5 else make.company()
    return '%d,"%s",%s,%s,%s,%s,\n' % (node, name, country, code, make.pick(LEAKS), VALID)


def intermediary_row(make, node, internal):
    code, country = make.pick(COUNTRIES)
    return '%d,"%s",ACTIVE,%d,"%s, %s",%s,%s,%s,%s,\n' % (
        node, make.company(), internal, make.street(), country, country, code, make.pick(LEAKS),
        VALID)


def other_row(make, node, internal):
    code, country = make.pick(COUNTRIES)
    short, jurisdiction = make.pick(JURISDICTIONS)
    return '%d,"%s",LIMITED LIABILITY COMPANY,%s,,,%s,%s,%s,%s,%s,%s,\n' % (
        node, make.company(), make.pick(make.days), short, jurisdiction, country, code,
        make.pick(LEAKS), VALID)


def address_row(make, node, internal):
    code, country = make.pick(COUNTRIES)
    return '%d,"%s; %s %d; %s",,%s,%s,%s,%s,\n' % (
        node, make.street(), make.pick(make.words), internal, country, country, code,
        make.pick(LEAKS), VALID)


NODE_ROWS = {'entities': entity_row, 'officers': officer_row, 'intermediaries': intermediary_row,
             'others': other_row, 'addresses': address_row}
# rel_type, rows, the files of both ends, how skewed the picks within them are, words
RELATIONS = [
    ('officer_of', 1720357, 'officers', 2, 'entities', 1, None),
    ('registered_address', 600000, 'entities', 1, 'addresses', 3, 'registered address'),
    ('registered_address', 232721, 'officers', 1, 'addresses', 1.5, 'registered address'),
    ('intermediary_of', 598546, 'intermediaries', 4, 'entities', 1, 'intermediary of'),
    ('same_name_as', 104170, 'officers', 1, 'officers', 1, 'same name as'),
    ('similar', 46761, 'officers', 1, 'officers', 1, 'similar name and address as'),
    ('same_company_as', 15523, 'entities', 1, 'entities', 1, 'same company as'),
    ('same_as', 4272, 'intermediaries', 1, 'intermediaries', 1, 'same as'),
    ('same_id_as', 3120, 'officers', 1, 'officers', 1, 'same id as'),
    ('connected_to', 12145, 'others', 1, 'entities', 1, 'connected to'),
]


def write_relations(out, make, counts):
    out.write('node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID\n')
    for kind, rows, start, start_power, end, end_power, words in RELATIONS:
        for number in range(int(rows * counts['scale'])):
            dated = words is None and number % 2
            left = '' if number % 8 or not dated else make.pick(make.days)
            out.write('%d,%d,%s,%s,,%s,%s,%s\n' % (
                NODES[start][1] + make.skewed(counts[start], start_power),
                NODES[end][1] + make.skewed(counts[end], end_power),
                kind, words or make.pick(ROLES), make.pick(make.days) if dated else '', left,
                make.pick(LEAKS)))


def write_icij(folder, scale, make):
    counts = {table: max(1, int(rows * scale)) for table, (rows, _) in NODES.items()}
    counts['scale'] = scale
    os.makedirs(folder, exist_ok=True)
    for table, (_, first) in NODES.items():
        with opened(os.path.join(folder, 'nodes-%s.csv' % table)) as out:
            out.write(COLUMNS[table] + '\n')
            for internal in range(counts[table]):
                out.write(NODE_ROWS[table](make, first + internal, internal))
    with opened(os.path.join(folder, 'relationships.csv')) as out:
        write_relations(out, make, counts)


def opened(path):
    return open(path, 'w', encoding='utf-8', newline='\n', buffering=1 << 20)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('what', choices=['relationships', 'lei', 'icij'])
    options.add_argument('--size', type=float, default=300, help='in millions of bytes, about')
    options.add_argument('--scale', type=float, default=1, help='of the Offshore Leaks')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('path')
    given = options.parse_args()
    make = Invention(given.seed)
    if given.what == 'icij':
        write_icij(given.path, given.scale, make)
        return
    write = write_relationships if given.what == 'relationships' else write_lei
    with opened(given.path) as out:
        write(out, given.size * 1e6, make)


main()
