# tests/test-vessel.py: check-id and vessel as a user meets them
import csv
import io
import json
import os
import subprocess
import sys

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


tap.run_cases('/vessel', CASES)
