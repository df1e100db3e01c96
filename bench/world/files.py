# bench/world/files.py: a world as files in published shapes, their mappings, and the answer
import csv
import os

from world.model import COUNTRIES, day, iso

SHIP_ROLES = ('Registered owner', 'ISM Manager', 'Commercial manager')
OFFICES = ('director', 'secretary', 'nominee', 'shareholder', 'beneficial-owner', 'relative')
SERVICES = ('insurer', 'class-society', 'broker', 'care-of')
REGIME = 'The Norland (Sanctions) Regulations 2009'
OTHER_REGIME = 'The Sudmark (Sanctions) Regulations 2010'
UK_COLUMNS = (
    'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,'
    'Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin '
    'script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other '
    'Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line '
    '4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email '
    'address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier '
    'additional information,Passport number,Passport additional information,Position,Gender,Town of '
    'birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number '
    '(s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of '
    'ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification '
    'number (HIN)').split(',')

# Who holds an office is the list's own number where whoever keeps the register screened it against
# the list, else the register's
PARTY = '''kind={%(p)s_kind}
key=uk:{%(p)s_list}
key=imo:{%(p)s_imo}
key=register:{%(p)s}
name={%(p)s_name}
'''
MAPPINGS = {
    'ships': '''[entity ship]
kind=vessel
key=imo:{imo}
name={name}
flag={flag}
vessel-type={ship_type}
year-built={built}
''',
    'companies': '''[entity company]
kind=company
key=register:{company_id}
name={name}
registration={company_number}
issuer=registration:{jurisdiction}
imo-company={imo_company}
jurisdiction={jurisdiction}
formed={incorporated}
address={registered_address}

[entity agent]
kind=company
key=register:{formation_agent_id}

[link formed]
kind=formation-agent
from=agent
to=company
when={formation_agent_id}
start={incorporated}
''',
    'officers': '[entity holder]\n' + PARTY % {'p': 'party'} + '''country={party_country}

[entity body]
''' + PARTY % {'p': 'body'} + '''
[link office]
kind={role}
from=holder
to=body
share={share_percent}
start={since}
end={until}
''',
    'dealings': '[entity first]\n' + PARTY % {'p': 'first'} + '\n[entity second]\n'
    + PARTY % {'p': 'second'} + '''
[link dealing]
kind={kind}
from=first
to=second
start={date}
end={until}
''',
}
COLUMNS = {
    'ships': 'imo,name,flag,ship_type,built',
    'companies': 'company_id,company_number,jurisdiction,name,imo_company,incorporated,'
                 'registered_address,formation_agent_id',
    'roles': 'ship_imo,company_imo,role,company_name,company_address,date_of_effect',
    'officers': 'body,body_kind,body_list,body_imo,body_name,role,party,party_kind,party_list,'
                'party_imo,party_name,party_country,share_percent,since,until,published',
    'dealings': 'first,first_kind,first_list,first_imo,first_name,kind,second,second_kind,'
                'second_list,second_imo,second_name,date,until,published',
}


class Files:
    """Writes what was published by a day, or all that is true"""

    def __init__(self, world, folder, published_by, is_true, split):
        self.world, self.folder, self.split = world, folder, set() if is_true else split
        self.published_by, self.is_true = published_by, is_true
        os.makedirs(folder, exist_ok=True)
        self.links = [link for link in world.links if self.shows(link)]
        self.numbers = {self.number(party, link) for link in self.links
                        for party in (link.a, link.b)}

    def shows(self, link):
        """The truth is what held on the day, whether or not anybody knew"""
        if self.is_true:
            return not link.is_wrong and link.since <= self.world.as_of
        return link.is_recorded and (not self.published_by or link.published <= self.published_by)

    def write(self, name, rows, columns=None):
        path = os.path.join(self.folder, name + '.csv')
        with open(path, 'w', newline='', encoding='utf-8') as file:
            writer = csv.writer(file, lineterminator='\n')
            writer.writerow(columns or COLUMNS[name].split(','))
            writer.writerows(rows)
        if name in MAPPINGS:
            with open(os.path.join(self.folder, name + '.mapping'), 'w', encoding='utf-8') as file:
                file.write('[mapping]\nname=world-%s\nformat=csv\nlist=register\n'
                           '\n%s' % (name, MAPPINGS[name]))

    # ---- who is who ----

    def known(self, party):
        """Listed by the day of these files"""
        return party.listed and (not self.published_by or party.listed <= self.published_by)

    def number(self, party, link=None):
        """A person whom the register has twice stands under both numbers, by chance of the link"""
        twice = party.number in self.split and link is not None and (link.since + link.a.number) % 2
        return 'P%06d%s' % (party.number, 'B' if twice else '')

    def columns_of(self, party, link):
        list_id = 'NOR%06d' % party.number if party.kind == 'person' and self.known(party) else ''
        return [self.number(party, link), party.kind, list_id, party.imo, party.name]

    def since(self, link):
        return '' if link.is_undated and not self.is_true else iso(link.since)

    def until(self, link):
        """Nobody writes today what ends tomorrow"""
        return iso(link.until)

    # ---- tables ----

    def write_all(self):
        parties = [p for p in self.world.parties if p.kind != 'person' and p.born <= self.last_day()]
        self.write('ships', ([p.imo, p.name, COUNTRIES.get(p.country, 'North Korea'),
                              'Oil Products Tanker', iso(p.born)[:4]]
                             for p in parties if p.kind == 'vessel'))
        self.write('companies', self.companies(parties))
        self.write('roles', self.roles())
        self.write('officers', (
            self.columns_of(link.b, link) + [link.kind] + self.columns_of(link.a, link)
            + [self.country(link.a), link.share, self.since(link), self.until(link),
               iso(link.published)]
            for link in self.links if link.kind in OFFICES))
        self.write('dealings', (
            self.columns_of(link.a, link)
            + ['transfer-partner' if link.kind == 'transfer' else link.kind]
            + self.columns_of(link.b, link) + [self.since(link), self.until(link),
                                               iso(link.published)]
            for link in self.links if link.kind in SERVICES or link.kind in ('transfer', 'supplier')))
        self.write_list()

    def last_day(self):
        return self.world.as_of if self.is_true else self.published_by or self.world.until

    def country(self, party):
        return COUNTRIES.get(party.country, 'North Korea')

    def companies(self, parties):
        formed = {link.b.number: link for link in self.links if link.kind == 'formation-agent'}
        for p in parties:
            if p.kind != 'company' or p.country == 'KP' and not self.is_true and p.number % 3:
                continue
            agent = formed.get(p.number)
            imo = p.imo_company if self.is_true or p.has_imo_in_register else ''
            yield [self.number(p), '%07d' % (2000000 + p.number), p.country, p.name, imo,
                   iso(p.born), p.address, self.number(agent.a) if agent else '']

    def roles(self):
        for link in self.links:
            if link.kind not in SHIP_ROLES:
                continue
            start, end = self.since(link), self.until(link)
            period = '%s to %s' % (start or '1990', end) if end else start and 'since ' + start
            yield [link.b.imo, link.a.imo_company, link.kind, link.a.name, link.a.address, period]

    def write_list(self):
        rows = []
        for party in self.world.parties:
            if self.known(party):
                rows.append(self.listing(party, party.listed, REGIME, 'NOR'))
            if party.other_list and (not self.published_by or party.other_list <= self.published_by):
                rows.append(self.listing(party, party.other_list, OTHER_REGIME, 'SUD'))
        rows.sort(key=lambda row: row[1])
        self.write('sanctions', rows, UK_COLUMNS)
        path = os.path.join(self.folder, 'sanctions.csv')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Report Date: %s\n%s' % (iso(self.published_by or self.world.until), text))

    def listing(self, party, listed, regime, prefix):
        cells = {
            'Last Updated': iso(listed), 'Unique ID': '%s%06d' % (prefix, party.number),
            'Name 6': party.name, 'Name type': 'Primary Name', 'Regime Name': regime,
            'Designation Type': {'person': 'Individual', 'vessel': 'Ship'}.get(party.kind, 'Entity'),
            'Sanctions Imposed': 'Asset freeze', 'Date Designated': iso(listed),
            'IMO number': 'IMO' + (party.imo or party.imo_company)
                          if party.imo or party.imo_company else '',
            'Business registration number (s)': '%07d (%s)' % (
                2000000 + party.number, self.country(party)) if party.kind == 'company' else '',
        }
        return [cells.get(column, '') for column in UK_COLUMNS]

    # ---- the answer ----

    def expression(self, party):
        if party.kind == 'vessel':
            return 'imo:' + party.imo
        if party.kind == 'person' and self.known(party):
            return 'uk:NOR%06d' % party.number
        number = self.number(party)
        return 'register:' + (number + 'B' if number not in self.numbers
                              and number + 'B' in self.numbers else number)

    def write_answer(self, known):
        """truth.csv says everything; facilitators.txt names those who can be labels: those that some
        file names"""
        rows = [[self.expression(p), p.kind, p.name, p.role, 'yes' if p.is_facilitator else 'no',
                 'yes' if p.is_hub else 'no', '' if p.cell is None else p.cell,
                 iso(p.listed), iso(p.born)] for p in self.world.parties]
        self.write('truth', rows, ['expression', 'kind', 'name', 'role', 'facilitator', 'hub', 'cell',
                                   'listed', 'born'])
        with open(os.path.join(self.folder, 'facilitators.txt'), 'w', encoding='utf-8') as file:
            for party in self.world.parties:
                if party.is_facilitator and party.number in known:
                    file.write(self.expression(party) + '\n')

    def named(self):
        """Numbers of the parties that some row is about"""
        known = {p.number for p in self.world.parties
                 if self.known(p) or p.kind == 'vessel' and p.born <= self.last_day()
                 or p.kind == 'company' and p.born <= self.last_day()
                 and (p.country != 'KP' or p.number % 3 == 0)}
        for link in self.links:
            known.update((link.a.number, link.b.number))
        return known
