# tests/cli/test-vessel.py: check-id and vessel as a user meets them
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import tap

PROGRAM = sys.argv[1]

CASES = []


def case(function):
    CASES.append(function)
    return function


def run(*arguments, code=0, stdin=b''):
    done = subprocess.run([PROGRAM, *arguments], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=100, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'COLUMNS': '120'})
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stderr.decode() if code == 2 else done.stdout.decode()


def same(found, expected):
    assert found == expected, '%.900r instead of %.900r' % (found, expected)


# ---- check-id ----

@case
def check_id_tells_what_numbers_say():
    results = json.loads(run('check-id', '--format', 'json', '9074729', '2041999', '445123000',
                             'lei:213800WAVVOPS85N2205', 'HMZP3'))['results']
    found = [[r['given']] + [(x['scheme'], x['valid'], x.get('type'), x.get('country'),
                              x.get('registrar')) for x in r['readings']] for r in results]
    same(found, [['9074729', ('imo', True, None, None, None)],
                 ['2041999', ('imo-company', True, None, None, None)],
                 ['445123000', ('mmsi', True, 'ship', 'KP', None)],
                 ['lei:213800WAVVOPS85N2205', ('lei', True, None, None, 'London Stock Exchange')],
                 ['HMZP3', ('call-sign', True, 'ship', 'KP', None)]])


@case
def check_id_marks_candidates_as_guesses():
    table = run('check-id', 'imo:9074728')
    assert 'check digits wrong' in table, table
    assert 'perhaps (character changed): ' in table and '9074729' in table, table
    rows = list(csv.DictReader(io.StringIO(run('check-id', '--format', 'csv', 'imo:9074728'))))
    same(rows[0]['valid'], 'false')
    assert '9074729' in rows[0]['repair_candidates'].split('; '), rows


@case
def check_id_reads_standard_input():
    lines = '# numbers\n\n9074729\r\n  445123000 \n'.encode()
    for arguments in ([], ['-']):
        rows = list(csv.DictReader(io.StringIO(
            run('check-id', '--format', 'csv', *arguments, stdin=lines))))
        same([row['given'] for row in rows], ['9074729', '445123000'])


@case
def check_id_strict_forbids_what_is_not_valid():
    run('check-id', '--strict', '9074729')
    run('check-id', '--strict', '9074729', '9074728', code=1)
    run('check-id', '--max-issues', '1', '9074729', '9074728')
    run('check-id', '9074728', 'nonsense that is none')


@case
def check_id_cannot_act_on_the_terminal():
    assert '\x1b' not in run('check-id', '\x1b[2J')
    assert '\x1b' not in run('check-id', '--format', 'csv', '\x1b[2J')


@case
def check_id_refuses_what_is_no_text():
    assert 'standard input:1' in run('check-id', code=2, stdin=b'\xff\xfe\n')
    assert 'longer than any number' in run('check-id', '9' * 2000, code=2)
    assert 'mapping' in run('check-id', '--mapping', 'x', '9074729', code=2)


# ---- vessel ----

STORY = os.path.join(tap.ROOT, 'fixtures', 'vessel-story')
MAPPINGS = [part for name in ('fleet', 'formed')
            for part in ('--mapping', os.path.join(STORY, name + '.mapping'))]
INPUTS = [os.path.join(STORY, name)
          for name in ('fleet.csv', 'roles.csv', 'formed.csv', 'annexes.csv', 'events.csv')]


def vessel(*arguments, inputs=None, **keywords):
    return run('vessel', '--quiet', *MAPPINGS, *arguments, *(inputs or INPUTS), **keywords)


def ship(number, *arguments, inputs=None):
    ships = json.loads(vessel('--format', 'json', *arguments, number, inputs=inputs))['ships']
    same(len(ships), 1)
    return ships[0]


def bars(found, lane):
    return [(bar['value'], bar['since'], bar['until'], bar['precision'])
            for bar in found['timeline'] if bar['lane'] == lane]


def signals_of(found):
    return sorted((note['signal'], note['of']['name']) for note in found['signals'])


@case
def vessel_tells_the_story():
    found = ship('3132402')
    long_name = 'ORIENT LANTERN OF THE EASTERN SEAS AND STRAITS NO 18'
    same(bars(found, 'name'), [('GREY HALYARD', None, '2017-11-20', 'day'),
                               (long_name, '2017-11-20', '2018-04-20', 'day'),
                               ('금은하 3', '2018-04-20', None, 'day')])
    same(bars(found, 'flag'), [('PA', None, '2017-05', 'month'),
                               ('TG', '2017-05', '2018-04-20', 'month'),
                               ('PW', '2018-04-20', '2018-09-01', 'day'),
                               ('KM', '2018-09-01', None, 'day')])
    same(bars(found, 'class'), [('Norrholm Register', '2012-03-01', '2018-05-02', 'day')])
    same(bars(found, 'insurer'), [('Tern & Skua Mutual', '2012-03', '2018-05-11', 'month')])
    same([bar[1] for bar in bars(found, 'event')],
         ['2017-05', '2017-11-20', '2018-04-20', '2018-04-20', '2018-05-17', '2018-05-19',
          '2018-06-02', '2018-07-11', '2018-09-01'])
    name = found['timeline'][2]
    same([source['source'].rsplit('/', 1)[1] for source in name['sources']],
         ['events.csv:5', 'fleet.csv:2'])
    same([source['since'] for source in name['sources']], ['2018-04-20', None])


@case
def vessel_shows_what_is_disputed():
    # a register that has only beginnings leaves two owners and two managers in force
    found = ship('3132402')
    same([(bar['lane'], bar['value']) for bar in found['timeline'] if bar['disputed']],
         [('registered-owner', 'WEXHOLM TANKERS INC'), ('registered-owner', 'Pale Halyard Ltd'),
          ('ism-manager', 'HOLM SHIP MANAGEMENT AB'),
          ('ism-manager', 'Gannet Strait Agencies Co Ltd')])
    assert '! sources say otherwise of the same time' in vessel('3132402')
    assert not any(bar['disputed'] for bar in ship('3132426')['timeline'])


@case
def vessel_shows_signals_with_their_evidence():
    found = ship('imo:3132402', '--target', 'programme:EU-XYZ')
    same(signals_of(found), sorted([
        ('change-after-listing', '금은하 3'), ('change-after-listing', '금은하 3'),
        ('change-after-listing', '금은하 3'), ('flag-hopping', '금은하 3'),
        ('listed-manager', '금은하 3'), ('renaming', '금은하 3'), ('target-ports', '금은하 3'),
        ('uninsured-near-event', '금은하 3'), ('uninsured-near-event', '금은하 3'),
        ('uninsured-near-event', '금은하 3'), ('uninsured-near-event', '금은하 3'),
        ('uninsured-near-event', '금은하 3'), ('uninsured-near-event', '금은하 3'),
        ('single-ship-company', 'Pale Halyard Ltd'),
        ('formed-before-purchase', 'Pale Halyard Ltd'), ('care-of-address', 'Pale Halyard Ltd'),
        ('care-of-target', 'Pale Halyard Ltd'),
        ('shared-address', 'Pale Halyard Ltd'),
        ('single-ship-company', 'WEXHOLM TANKERS INC')]))
    for note in found['signals']:
        assert note['sources'] and note['words'] and note['caution'], note
    same(signals_of(ship('3132426')), [('single-ship-company', 'Sailor & Daughters Ltd'),
                                       ('target-ports', 'PLAIN SAILOR')])
    same(signals_of(ship('3132438')), [('twin-of-silent-ship', 'WHITE MARLIN')])


@case
def vessel_is_found_by_any_of_her_names():
    for name in ('금은하 3', 'grey halyard', 'name:GREY HALYARD', 'IMO 3132402', 'imo:3132402'):
        same(ship(name)['id'], 'imo:3132402')
    assert 'names no ship' in vessel('imo-company:9750026', code=2)
    vessel('NO SUCH SHIP', code=2)
    assert 'a ship and at least one input' in run('vessel', '3132402', code=2)


@case
def vessel_forms_agree():
    rows = list(csv.DictReader(io.StringIO(vessel('--format', 'csv', '3132402'))))
    found = ship('3132402')
    same(len(rows), len(found['timeline']) + len(found['signals']))
    same([row['value'] for row in rows if row['lane'] == 'flag'], ['PA', 'TG', 'PW', 'KM'])
    same(ship('3132402', inputs=INPUTS[::-1]), found)


@case
def vessel_lists_the_signals_of_all():
    results = json.loads(vessel('--signals', '--format', 'json'))['results']
    same([result['name'] for result in results],
         ['금은하 3', 'PLAIN SAILOR', 'WHITE MARLIN'])
    rows = list(csv.DictReader(io.StringIO(vessel('--signals', '--format', 'csv'))))
    same(len(rows), sum(len(result['signals']) for result in results))
    assert '3 ships with signals' in vessel('--signals')
    assert 'no drawing' in vessel('--signals', '--format', 'svg', code=2)


@case
def vessel_thresholds_are_data():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, 'mine.parameters')
    with open(path, 'w', encoding='utf-8') as out:
        out.write('[signals]\nflag-hopping=0\nuninsured-near-event=0\nrenaming=9\n')
    found = {note['signal'] for note in ship('3132402', '--parameters', path)['signals']}
    assert not found & {'flag-hopping', 'uninsured-near-event', 'renaming'}, found
    os.unlink(path)
    os.rmdir(folder)


@case
def vessel_draws():
    text = vessel('--format', 'svg', '3132402')
    tree = ElementTree.fromstring(text)
    words = [''.join(node.itertext()) for node in tree.iter('{http://www.w3.org/2000/svg}text')]
    for lane in ('Name', 'Flag', 'Registered owner', 'Class', 'Insurer', 'Events'):
        assert lane in words, (lane, words)
    assert any(word.startswith('금은하 3 · 2018-04-20') for word in words), words
    assert 'class="disputed"' in text and 'url(#held-right)' in text
    for node in tree.iter('{http://www.w3.org/2000/svg}rect'):
        width = node.get('width')
        assert width == '100%' or 0 <= float(width) <= 1000, width


@case
def vessel_as_of_knows_no_later():
    found = ship('3132402', '--as-of', '2018-05-01')
    assert all(bar['since'] is None or bar['since'] <= '2018-05-01' for bar in found['timeline'])


@case
def vessel_names_what_is_wrong_and_no_output():
    wrong = vessel('imo:9999999', code=2)
    assert wrong.startswith('fairlead: error: "imo:9999999" selects nothing'), wrong


# ---- on published lists ----

PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')

# Read off by hand: tankers of EU annexes XIV.A and XIV.B of 30 March 2018, and of OFAC's DPRK4
TANKERS = [('8712362', 'CHON MYONG 1'), ('7303803', 'AN SAN 1'), ('8605026', 'YU PHYONG 5'),
           ('8405311', 'SAM JONG 1'), ('7408873', 'SAM JONG 2'), ('8106496', 'SAM MA 2'),
           ('8604917', 'YU JONG 2'), ('9066978', 'PAEK MA'), ('8691702', 'YU SON'),
           ('8898740', 'JI SONG 6')]


# An alias and a former name, which no tanker of these lists has
NAMED = [('8132835', 'AM NOK GANG'), ('9010022', 'ASIA BRIDGE')]


def published():
    paths = [os.path.join(PUBLISHED, *parts) for parts in (
        ('ofac-sdn-csv-2021', 'sdn.csv'), ('ofac-sdn-csv-2021', 'alt.csv'),
        ('ofac-sdn-csv-2021', 'add.csv'), ('ofac-sdn-csv-2021', 'sdn_comments.csv'),
        ('eu-dprk-annexes', '32017R1509.csv'))]
    if not all(os.path.exists(path) for path in paths):
        raise tap.Skip('no published files beside the checkout')
    return paths


def raw_rows(path):
    """Cells by the line in which a row begins; OFAC's sign for nothing is nothing"""
    with open(path, encoding='latin-1', newline='') as file:
        reader, line = csv.reader(file), 1
        for cells in reader:
            yield line, ['' if cell.strip() == '-0-' else cell.strip() for cell in cells]
            line = reader.line_num + 1


def raw_ofac(paths, number):
    """(lane, value, since, until, ended) to the lines that say so, of OFAC's rows"""
    found, entry = {}, None
    for line, cells in raw_rows(paths[0]):
        if len(cells) < 12 or not re.search(r'IMO %s\b' % number, cells[11]):
            continue
        entry = cells[0]
        source = '%s:%d' % (paths[0], line)
        found['name', cells[1], False] = [source]
        for programme in cells[3].split('] ['):
            found['designation', 'OFAC ' + programme, False] = [source]
        if cells[9] != '':
            same(cells[9], "Democratic People's Republic of Korea")
            found['flag', 'KP', False] = [source]
        for former in re.findall(r'Former Vessel Flag ([^;.]*)', cells[11]):
            found['flag', former, True] = [source]
        for mmsi in re.findall(r'MMSI ([0-9]{9})', cells[11]):
            found['mmsi', mmsi, False] = [source]
    for line, cells in raw_rows(paths[1]):
        if cells[0] == entry:
            found['name', cells[3], cells[2] == 'fka'] = ['%s:%d' % (paths[1], line)]
    return found


def raw_annexes(paths, number, found):
    """The same of the annexes, into what is found; a name that both lists have is one bar"""
    days = set()
    with open(paths[4], encoding='utf-8', newline='') as file:
        reader = csv.DictReader(file)
        line = 2
        for row in reader:
            if number in (row['imoNumber'] or ''):
                source = '%s:%d' % (paths[4], line)
                if not days:  # what a ship is called is read once, however many its rows
                    found.setdefault(('name', row['name'], False), []).append(source)
                found.setdefault(('designation', 'EU ' + row['programKey'], False),
                                 []).append(source)
                if row['flag'] not in ('', None):
                    found.setdefault(('flag', row['flag'], False), []).append(source)
                days.add('-'.join(part.rjust(2, '0')
                                  for part in reversed(row['startDate'].split('.'))))
            line = reader.line_num + 1
    return days


def hold_to_raw_rows(one, number, paths):
    expected = raw_ofac(paths, number)
    days = raw_annexes(paths, number, expected)
    told = {}
    for bar in one['timeline']:
        told[bar['lane'], bar['value'], bar['ended']] = sorted(
            source['source'] for source in bar['sources'])
        same((bar['since'], bar['until']),
             (days.pop() if bar['value'].startswith('EU ') else None, None))
    same(told, {bar: sorted(lines) for bar, lines in expected.items()})


@case
def vessel_reads_ten_tankers_right():
    paths = published()
    ships = TANKERS + NAMED
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as expressions:
        expressions.write(''.join('imo:%s\n' % number for number, _ in ships))
        expressions.flush()
        found = json.loads(run('vessel', '--quiet', '--format', 'json', '@' + expressions.name,
                               *paths))['ships']
    numbers = {name: number for number, name in ships}
    same(sorted(one['name'] for one in found), sorted(numbers))
    for one in found:
        hold_to_raw_rows(one, numbers[one['name']], paths)


tap.run_cases('/vessel', CASES)
