# bench/world/model.py: an invented world: parties, links with their days, and what of them is recorded
import datetime
import random

SYLLABLES = 'ba do ke lin mar no pa ri sol ta un ver yon zu gre hal ister am qua ve oro fen'.split()
FORMS = ['Limited', 'Ltd', 'Inc', 'S.A.', 'Co Ltd', 'Holdings Ltd', 'Trading Ltd', 'Pte Ltd']
COUNTRIES = {'HK': 'Hong Kong', 'SG': 'Singapore', 'TW': 'Taiwan', 'SC': 'Seychelles',
             'MH': 'Marshall Islands', 'PA': 'Panama', 'GB': 'United Kingdom', 'CN': 'China',
             'AE': 'United Arab Emirates', 'VG': 'British Virgin Islands', 'LR': 'Liberia'}
OFFSHORE = ['SC', 'MH', 'PA', 'VG', 'LR']
ONSHORE = ['HK', 'SG', 'TW', 'GB', 'CN', 'AE']
TARGET_COUNTRY = 'KP'

# How often a link of a kind comes into a file, and after how many days on average. Registered owners
# and managers must be registered; who stands behind a company, and who sells to whom, is seldom
# public; a transfer is seen when a satellite or a boat is there.
RECORDED = {
    'Registered owner': (0.92, 60), 'ISM Manager': (0.85, 60), 'Commercial manager': (0.7, 90),
    'director': (0.85, 120), 'secretary': (0.8, 120), 'nominee': (0.7, 120),
    'shareholder': (0.6, 200), 'beneficial-owner': (0.25, 300), 'relative': (0.4, 400),
    'care-of': (0.75, 60), 'formation-agent': (0.85, 30), 'address': (0.95, 30),
    'transfer': (0.45, 45), 'supplier': (0.4, 150), 'insurer': (0.8, 30),
    'class-society': (0.9, 30), 'broker': (0.3, 150),
}


def day(year, month=1, date=1):
    return datetime.date(year, month, date).toordinal()


def iso(number):
    return datetime.date.fromordinal(number).isoformat() if number else ''


class Party:
    """A person, company or vessel; role says what it is by construction"""
    __slots__ = ('number', 'kind', 'role', 'name', 'country', 'born', 'cell', 'is_facilitator',
                 'is_target', 'is_hub', 'agent', 'address', 'imo', 'imo_company', 'listed',
                 'other_list', 'has_imo_in_register')

    def __init__(self, number, kind, role, name, country, born):
        self.number, self.kind, self.role, self.name = number, kind, role, name
        self.country, self.born = country, born
        self.cell, self.agent, self.address = None, None, ''
        self.is_facilitator = self.is_target = self.is_hub = False
        self.imo = self.imo_company = ''
        self.listed = self.other_list = 0
        self.has_imo_in_register = True


class Link:
    """One fact: a is KIND of b, from a day to a day (0: still so)"""
    __slots__ = ('kind', 'a', 'b', 'since', 'until', 'share', 'published', 'is_recorded',
                 'is_wrong', 'is_undated')

    def __init__(self, kind, a, b, since, until=0, share=''):
        self.kind, self.a, self.b, self.share = kind, a, b, share
        self.since, self.until, self.published = since, until, since
        self.is_recorded, self.is_wrong, self.is_undated = True, False, False


def check_imo(first):
    return first * 10 + sum(int(d) * (7 - i) for i, d in enumerate('%06d' % first)) % 10


def check_company(first):
    total = sum(int(d) * w for d, w in zip('%06d' % first, (8, 6, 4, 2, 9, 7)))
    return first * 10 + (11 - total % 11) % 10


class World:
    def __init__(self, seed, size, as_of, until):
        self.random = random.Random(seed)
        self.size, self.as_of, self.until = size, as_of, until
        self.parties, self.links, self.names = [], [], set()
        self.words = [''.join(self.random.choice(SYLLABLES) for _ in range(2 + i % 2)).title()
                      for i in range(4096)]

    # ---- chance ----

    def chance(self, p):
        return self.random.random() < p

    def pick(self, choices):
        return choices[int(self.random.random() * len(choices))]

    def skewed(self, choices, power=2.5):
        """The first are picked most, as clients pick agents: few have very many"""
        return choices[int(len(choices) * self.random.random() ** power)]

    def heavy(self, least, most, exponent=1.3):
        """A whole number with a tail like a power law's"""
        return min(most, int(least * (1 - self.random.random()) ** (-1 / exponent)))

    def between(self, first, last):
        return first + int(self.random.random() * max(1, last - first))

    # ---- parties ----

    def unused(self, make):
        for _ in range(50):
            name = make()
            if name not in self.names:
                break
        else:
            name = '%s %d' % (name, len(self.names))
        self.names.add(name)
        return name

    def add(self, kind, role, name, country, born):
        party = Party(len(self.parties), kind, role, name, country, born)
        self.parties.append(party)
        return party

    def company(self, role, country=None, born=None, name=None):
        country = country or self.pick(ONSHORE)
        name = name or self.unused(lambda: '%s %s %s' % (
            self.pick(self.words), self.pick(self.words), self.pick(FORMS)))
        party = self.add('company', role, name, country, born or self.between(day(1995), day(2017)))
        party.address = '%d %s Street, %s' % (party.number + 1, self.pick(self.words),
                                              COUNTRIES.get(country, 'Harbour Town'))
        return party

    def person(self, role, country=None):
        """Namesakes are left to chance, as in life: names are no keys here"""
        name = '%s %s' % (self.pick(self.words), self.pick(self.words).upper())
        return self.add('person', role, name, country or self.pick(ONSHORE), 0)

    def vessel(self, role, country=None):
        name = self.unused(lambda: '%s %s' % (self.pick(self.words), self.pick(self.words))).upper()
        party = self.add('vessel', role, name, country or self.pick(OFFSHORE),
                         self.between(day(1985), day(2012)))
        party.imo = '%07d' % check_imo(310000 + party.number)
        return party

    def on_ship_register(self, company):
        if not company.imo_company:
            company.imo_company = '%07d' % check_company(560000 + company.number)

    # ---- links ----

    def link(self, kind, a, b, since, until=0, share=''):
        if kind in ('Registered owner', 'ISM Manager', 'Commercial manager'):
            self.on_ship_register(a)
        link = Link(kind, a, b, since, until, share)
        self.links.append(link)
        return link

    def seat(self, company, agents, addresses_of, offshore):
        """Who formed it, and where it is said to be: half the world lives with its agent"""
        if not self.chance(0.65 if offshore else 0.25):
            return
        company.agent = self.skewed(agents)
        self.link('formation-agent', company.agent, company, company.born)
        if self.chance(0.8):
            company.address = self.skewed(addresses_of[company.agent.number], 2)
