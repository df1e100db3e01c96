# tests/cli/test-lists.py: the lists of four bodies in one case: who stands on several is one party, and
# the gaps between the lists are those that somebody read in the lists by hand
import json
import os
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
LISTS = os.path.join(tap.ROOT, 'fixtures', 'four-lists')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')
FILES = ['ofac-sdn-csv-2021/sdn.csv', 'ofac-sdn-csv-2021/alt.csv', 'ofac-sdn-csv-2021/add.csv',
         'ofac-sdn-csv-2021/sdn_comments.csv', 'un-consolidated-xml/consolidated_2020-04.xml',
         'eu-dprk-annexes/32017R1509.csv', 'uk-hmt-conlist-2014/sanctionsconlist.csv']

# Read in the files of the lists: who it is at each body, and since when; the OFAC file has no days.
# A programme that is not OFAC's for the DPRK (NPWMD) is a gap of it.
BY_HAND = [
    # OFAC, its programme, UN, since, EU, since, UK, since
    ('9345', 'DPRK2', 'KPe.001', '2009-04-24', 'B/1', '2009-04-24', '10892', '2009-04-27'),
    ('9347', None, 'KPe.002', '2009-04-24', 'B/2', '2009-04-24', '10893', '2009-04-27'),
    ('9346', None, 'KPe.003', '2009-04-24', 'B/3', '2009-04-24', '10894', '2009-04-27'),
    ('11532', None, 'KPe.004', '2009-07-16', 'B/4', '2009-07-16', '10909', '2009-07-17'),
    ('11533', None, 'KPe.005', '2009-07-16', 'B/5', '2009-07-16', '10910', '2009-07-17'),
    ('10012', None, 'KPe.006', '2009-07-16', 'B/6', '2009-07-16', '10911', '2009-07-17'),
    ('11647', None, 'KPe.009', '2012-05-02', 'B/16', '2012-05-02', '12450', '2011-12-21'),
    ('12212', 'DPRK', 'KPe.010', '2012-05-02', 'B/15', '2012-05-02', '11282', '2010-12-23'),
    ('15668', None, 'KPi.007', '2013-01-22', 'A/7', '2013-01-22', '12844', '2013-02-19'),
    ('12218', None, 'KPi.001', '2009-07-16', 'A/1', '2009-07-16', '10914', '2009-07-17'),
    ('17068', 'DPRK', 'KPe.020', '2014-07-28', 'B/20', '2014-07-28', None, None),
]

# A namesake with the same year of birth is not joined without asking: somebody accepts these
ACCEPTED = [('eu:32017R1509/XIII.A/7', 'ofac:15668'), ('eu:32017R1509/XIII.A/7', 'uk-ofsi:12844')]

CASES = []


def case(function):
    CASES.append(function)
    return function


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}, timeout=300, check=False)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout.decode()


def ask(*arguments):
    return json.loads(run(*arguments, '--format', 'json'))


def same(found, expected):
    assert found == expected, '%.900r instead of %.900r' % (found, expected)


class Case:
    """A case of some lists, in a folder of its own"""

    def __init__(self, paths):
        self.folder = tempfile.mkdtemp()
        self.path = os.path.join(self.folder, 'lists.fairlead')
        run('import', '-q', self.path, *paths)

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


def bodies_of(gap):
    found = {one['body']: (one['since'], one['programmes']) for one in gap['listed']}
    found.update({one['body']: one['state'] for one in gap['absent']})
    return found


def accept(path, pairs):
    decisions = os.path.join(os.path.dirname(path), 'decisions.csv')
    with open(decisions, 'w', encoding='utf-8') as text:
        text.write('left,right,verdict,who\n')
        text.writelines('%s,%s,same,Ada\n' % pair for pair in pairs)
    run('resolve', '-q', '--import', decisions, path)


def proposed(path, *arguments):
    return {(one['left']['id'], one['right']['id']): one
            for one in ask('resolve', '--limit', '0', *arguments, path)['proposals']}


# ---- the published lists ----

def published():
    paths = [os.path.join(PUBLISHED, name) for name in FILES]
    if not all(os.path.exists(path) for path in paths):
        raise tap.Skip('no published files beside the checkout')
    return paths


def expected_of(row):
    _, programme, _, un, _, eu, uk_id, uk = row
    return {'OFAC': (None, [programme]) if programme else 'other programme',
            'UN': (un, ['DPRK']), 'EU': (eu, ['EU-PRK']),
            'UK': (uk, ["North Korea (Democratic People's Republic of Korea)"]) if uk_id
                  else 'earlier edition'}


@case
def who_stands_on_several_published_lists_is_one_party_with_all_designations():
    with Case(published()) as path:
        asked = proposed(path, '--apply')
        for pair in ACCEPTED:
            assert asked[pair]['action'] == 'ask' and asked[pair]['probability'] > 0.5, asked[pair]
        accept(path, ACCEPTED)
        gaps = {gap['id']: gap for gap in ask('gaps', '--all', '--programme', 'dprk',
                                              path)['gaps']}
        wrong = []
        for row in BY_HAND:
            gap = gaps.get('eu:32017R1509/XIII.' + row[4])
            found = bodies_of(gap) if gap is not None else None
            if found != expected_of(row):
                wrong.append((row, found))
        same(wrong, [])
        shown = run('show', 'id:17068', path)
        for words in ('OFAC  ', 'UN  ', 'EU  ', '1790183'):
            assert words in shown, shown


# ---- invented lists of the same shape: fixtures/four-lists/README.md has what is to be found ----

def four():
    return [os.path.join(LISTS, name) for name in
            ('sdn.csv', 'alt.csv', 'add.csv', 'un.xml', 'annexes.csv', 'conlist.csv')]


UK = ["North Korea (Democratic People's Republic of Korea)"]
INVENTED = {
    'GARNET HERON SHIPPING COMPANY, LIMITED': {
        'OFAC': (None, ['DPRK4']), 'UN': ('2014-07-28', ['DPRK']), 'EU': ('2014-07-30', ['EU-PRK']),
        'UK': 'earlier edition'},
    'SAEBAM 5': {'OFAC': (None, ['DPRK4']), 'UN': 'not listed', 'EU': ('2018-04-20', ['EU-PRK']),
                 'UK': 'earlier edition'},
    'PAEM CHOL SU': {'OFAC': 'other programme', 'UN': ('2016-03-02', ['DPRK']),
                     'EU': ('2016-03-16', ['EU-PRK']), 'UK': 'earlier edition'},
    'NORAN OFFICE 12': {'OFAC': (None, ['DPRK3']), 'UN': ('2009-04-24', ['DPRK']),
                        'EU': 'not listed', 'UK': ('2009-04-25', UK)},
    'SONU, MYONG': {'OFAC': 'not listed', 'UN': ('2013-01-22', ['DPRK']), 'EU': 'not listed',
                    'UK': ('2013-01-23', UK)},
    'TIDEMARK BUNKER PTE LTD': {'OFAC': (None, ['DPRK']), 'UN': 'not listed', 'EU': 'not listed',
                                'UK': 'not listed'},
    'MORNING PLOVER': {'OFAC': (None, ['DPRK4']), 'UN': 'not listed', 'EU': 'not listed',
                       'UK': 'not listed'},
    'WHITE SILLION': {'OFAC': 'not listed', 'UN': 'not listed', 'EU': ('2018-03-30', ['EU-PRK']),
                      'UK': 'earlier edition'},
}


@case
def gaps_of_what_was_joined_are_those_worked_by_hand():
    with Case(four()) as path:
        accept(path, [pair for pair, one in proposed(path).items() if one['probability'] > 0.5])
        found = {gap['name'].upper(): bodies_of(gap)
                 for gap in ask('gaps', '--all', '--programme', 'dprk', path)['gaps']}
        same(found, INVENTED)
        all_gaps = ('gaps', '--all', '--programme', 'dprk')
        same(ask(*all_gaps, '--no-merge', path)['gaps'], ask(*all_gaps, *four())['gaps'])


tap.run_cases('/cli/lists', CASES)
