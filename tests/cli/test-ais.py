# tests/cli/test-ais.py: fairlead ais on invented rows, and its table of events read by other commands
import csv
import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import tap

PROGRAM = os.path.abspath(sys.argv[1])
FOLDER = os.path.join('fixtures', 'ais')
FILES = [os.path.join(FOLDER, name) for name in ('noaa.csv', 'danish.csv')]
PORTS = os.path.join(FOLDER, 'ports.csv')


def run(*arguments, code=0, stdin=None):
    done = subprocess.run([PROGRAM, *arguments], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, cwd=tap.ROOT, timeout=100, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'COLUMNS': '200'})
    assert done.returncode == code, (arguments, done.stderr.decode())
    return (done.stdout if code == 0 else done.stderr).decode()


def rows(*arguments, **more):
    return list(csv.DictReader(io.StringIO(run('ais', '--format', 'csv', *arguments, **more))))


def same(found, expected):
    assert found == expected, '%.900r instead of %.900r' % (found, expected)


CASES = []


def case(function):
    CASES.append(function)
    return function


@case
def the_table_of_events_is_the_expected():
    path = os.path.join(tap.ROOT, FOLDER, 'expected-events.csv.txt')
    found = run('ais', '--all', '--format', 'csv', '--ports', PORTS, *FILES)
    if os.environ.get('FAIRLEAD_UPDATE_GOLDEN') == '1':
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(found)
    with open(path, encoding='utf-8', newline='') as file:
        same(found, file.read())


@case
def ports_of_the_dprk_are_known_without_a_table():
    """Two tankers side by side for three hours off the quay of Nampo, and as far from any port"""
    for place, reason in (('38.7000,125.3800', 'near-port'), ('37.7000,123.3800', '')):
        lines = ['MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType']
        for minute in range(0, 200, 10):
            lines += ['%d,2023-03-18T%02d:%02d:00,%s,0.1,0,0,SHIP %d,,,80' % (
                445000000 + ship, minute // 60, minute % 60, place, ship) for ship in (1, 2)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'ais.csv')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('\n'.join(lines) + '\n')
            found = list(json.loads(run('ais', '--encounters', '--all', '--format', 'json', path))
                         ['events'])
        same([event.get('reason', '') or '' for event in found], [reason])


@case
def what_is_everyday_is_hidden_and_counted():
    done = subprocess.run([PROGRAM, 'ais', '--ports', PORTS, *FILES], cwd=tap.ROOT, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert b'TUG ONE' not in done.stdout and b'QUAY A' not in done.stdout
    assert b'not shown: 1 encounter near a port' in done.stderr, done.stderr
    assert b'not shown: 2 encounters of tugs' in done.stderr, done.stderr


@case
def kinds_are_chosen():
    for option, kinds in (('--encounters', {'encounter'}), ('--gaps', {'ais-gap'}),
                          ('--jumps', {'ais-jump'}),
                          ('--identities', {'identity-conflict', 'renaming'})):
        same({row['event'] for row in rows(option, *FILES)}, kinds)


@case
def order_and_packing_mean_nothing():
    expected = rows(*FILES)
    same(rows(*reversed(FILES)), expected)
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            with open(os.path.join(tap.ROOT, name), 'rb') as file:
                data = file.read()
            with gzip.open(os.path.join(folder, os.path.basename(name) + '.gz'), 'wb') as file:
                file.write(data)
        packed = rows(folder)
        with zipfile.ZipFile(os.path.join(folder, 'both.zip'), 'w') as archive:
            for name in ['fixtures/ais/README.md', *FILES]:
                archive.write(os.path.join(tap.ROOT, name), os.path.basename(name))
        zipped = rows(os.path.join(folder, 'both.zip'))
    for found in (packed, zipped):
        same([(row['event'], row['vessel'], row['start']) for row in found],
             [(row['event'], row['vessel'], row['start']) for row in expected])
    assert all('both.zip!' in row['vessel_first_row'] for row in zipped)


@case
def standard_input_is_read():
    with open(os.path.join(tap.ROOT, FILES[0]), 'rb') as file:
        data = file.read()
    found = rows('-', stdin=data)
    same([row['event'] for row in found], [row['event'] for row in rows(FILES[0])])


@case
def json_has_counts_and_issues():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.csv')
        with open(os.path.join(tap.ROOT, FILES[0]), encoding='utf-8') as file:
            text = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text + 'nobody,2023-03-18T23:59:00,1' + ',' * 14 + '\n')
        found = json.loads(run('ais', '--format', 'json', path))
        same(found['bad_rows'], 1)
        same(found['rows'], text.count('\n'))
        same(found['issues'][0]['text'], 'MMSI "nobody"')
        run('ais', '--strict', path, code=1)


@case
def events_are_read_by_other_commands():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'events.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(run('ais', '--format', 'csv', '--ports', PORTS, *FILES))
        run('import', os.path.join(folder, 'case'), path)
        run('check', path)
        ranked = run('rank', '--target', 'imo:9074729', '--format', 'csv', path)
        assert 'BLACK SILLION' in ranked or 'WHITE SILLION' in ranked, ranked


LIST = """event,vessel,vessel_name,other,place,country,date,before,after
reflagging,9562233,BLACK SILLION,,,,2020-01-01,,Palau
port-call,9562233,,,KPNAM,,2023-03-25,,
"""


@case
def a_timeline_leads_to_the_rows():
    """NOAA's zipped, Denmark's by zstd; a ship, her partner, and where both went"""
    with tempfile.TemporaryDirectory() as folder:
        packed = os.path.join(folder, 'packed')
        os.mkdir(packed)
        with zipfile.ZipFile(os.path.join(packed, 'AIS_2023_03_18.zip'), 'w') as archive:
            archive.write(os.path.join(tap.ROOT, FILES[0]), 'AIS_2023_03_18.csv')
        packer = shutil.which('zstd') or shutil.which('gzip')
        with open(os.path.join(packed, 'aisdk.csv.packed'), 'wb') as file:
            subprocess.run([packer, '-q', '-c', os.path.join(tap.ROOT, FILES[1])], stdout=file,
                           check=True)
        events, records = (os.path.join(folder, name) for name in ('events.csv', 'list.csv'))
        with open(events, 'w', encoding='utf-8') as file:
            file.write(run('ais', '--format', 'csv', '--ports', PORTS, packed))
        with open(records, 'w', encoding='utf-8') as file:
            file.write(LIST)
        life = run('vessel', 'imo:9562233', '--format', 'json', events, records)
        for words in ('GREY HERON', 'AIS_2023_03_18.zip!AIS_2023_03_18.csv:75 to',
                      'aisdk.csv.packed:67', events + ':3', 'renaming: WHITE SILLION',
                      '3EAB2', '371000002 is of Panama'):
            assert words in life, (words, life)
        assert 'others heard on its way' in run('vessel', 'mmsi:371000005', events, records)
        way = run('path', '--in-order', 'imo:9074729', 'locode:KPNAM', events, records)
        assert 'transfer partner of' in way and events + ':3' in way, way
        ranked = list(csv.DictReader(io.StringIO(run(
            'rank', '--target', 'locode:KPNAM', '--draws', '0', '--format', 'csv', events,
            records))))
        same({row['name'] for row in ranked} & {'GREY HERON', 'BLACK SILLION'},
             {'GREY HERON', 'BLACK SILLION'})


@case
def one_number_on_two_ships_names_both():
    lines = ['MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName,IMO']
    for minute in range(0, 60, 10):
        lines += ['%d,2023-03-18T00:%02d:00,%d,20,6,0,%s,IMO9074729' % ship for ship in (
            (371000001, minute, 10, 'ALPHA'), (445000002, minute, 30, 'BETA'))]
    with tempfile.TemporaryDirectory() as folder:
        rows_file, events = (os.path.join(folder, name) for name in ('a.csv', 'events.csv'))
        with open(rows_file, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + '\n')
        found = run('ais', '--format', 'csv', rows_file)
        assert 'one IMO number on MMSI 371000001 and 445000002, both heard' in found, found
        with open(events, 'w', encoding='utf-8') as file:
            file.write(found)
        life = run('vessel', 'imo:9074729', events)
        assert all(words in life for words in ('371000001', '445000002', 'BETA')), life


@case
def numbers_are_replaced():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'own.parameters')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('[encounter]\nhours=7\n')
        same(rows('--encounters', '--parameters', path, '--ports', PORTS, *FILES), [])
        with open(path, 'w', encoding='utf-8') as file:
            file.write('[encounter]\nhour=7\n')
        assert 'did you mean "hours"' in run('ais', '--parameters', path, *FILES, code=2)


@case
def what_cannot_be_read_is_said():
    assert 'no AIS data' in run('ais', os.path.join(FOLDER, 'README.md'), code=2)
    assert 'no AIS data' in run('ais', PORTS, code=2)
    assert 'no table of ports' in run('ais', '--ports', FILES[0], *FILES, code=2)
    assert 'no input file' in run('ais', code=2)


tap.run_cases('/ais', CASES)
