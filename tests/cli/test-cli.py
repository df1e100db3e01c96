# tests/cli/test-cli.py: the program as a user meets it: options, exit codes, streams, files
import csv
import filecmp
import io
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

import tap
from program import ESC, INPUTS, MAPPING, PROGRAM, RANK, TARGET, fails, rank, run, same

CASES = []


def case(function):
    """Its name is the name of the case; a failed assertion fails it"""
    CASES.append(function)
    return function


def check(*arguments, **keywords):
    return run('check', *MAPPING, *arguments, *INPUTS, **keywords)


# ---- help and usage ----

@case
def help_is_on_standard_output():
    for arguments in (['--help'], ['-h'], ['help']):
        code, out, err = run(*arguments)
        same((code, err), (0, ''))
        assert all(name in out for name in (b'rank', b'export', b'check'))


@case
def help_of_commands_has_examples():
    for command in ('rank', 'backtest', 'export', 'check'):
        code, out, err = run(command, '--help')
        same((code, err), (0, ''))
        assert b'Examples:' in out and b'--mapping' in out
        same(run('help', command)[1], out)


@case
def version_is_told():
    same(run('--version')[0], 0)
    assert run('--version')[1].startswith(b'fairlead 0.')


@case
def no_command_is_a_failure():
    code, out, err = run()
    same((code, out), (2, b''))
    assert 'Usage:' in err


@case
def unknown_words_are_refused():
    fails(run('rnak'), 'did you mean rank?')
    fails(run('frobnicate'), 'is no command')
    fails(run('help', 'expert'), 'did you mean export?')
    fails(rank('--frobnicate'), '--frobnicate')
    fails(rank('--format', 'xlsx'), 'table, csv, json or jsonl')
    fails(rank('--color', 'red'), 'auto, always or never')
    fails(rank('--limit', '-1'), 'negative')
    fails(rank('--limit', 'ten'), 'ten')
    fails(rank('--paths', '0'), 'at least 1')
    fails(rank('--paths', '-1'), 'at least 1')
    fails(check('--max-examples', '-1'), 'negative')


@case
def what_is_missing_is_named():
    fails(run('rank', *TARGET), 'no input file')
    fails(run('check'), 'no input file')
    fails(run('rank', *INPUTS), '--target is missing')
    fails(run('export', *INPUTS), '--output is missing', '.graphml')
    fails(run('export', '--output', 'a.doc', *INPUTS), 'a.doc', '.graphml')
    fails(run('export', '--output', 'a.graphml', '--market', 'imo:1', *INPUTS), '--target')
    for form in ('graphml', 'csv'):
        fails(run('export', '--format', form, '--output', '-', *INPUTS), './-')
        fails(run('export', '--format', form, '--output', '', *INPUTS), 'is empty')


# ---- bad inputs ----

def fails_on_bytes(data, *words):
    with tempfile.NamedTemporaryFile(suffix='.xml') as file:
        file.write(data)
        file.flush()
        fails(run('check', file.name), file.name, *words)


@case
def unreadable_inputs_are_errors():
    fails(run('check', '/nowhere/a.csv'), '/nowhere/a.csv')
    with tempfile.TemporaryDirectory() as folder:
        fails(run('check', folder), folder)
    fails(run('check', '/dev/null'), '/dev/null')
    fails(run('check', '--mapping', '/nowhere/a.mapping', *INPUTS), '/nowhere/a.mapping')


@case
def unknown_contents_are_errors():
    fails_on_bytes(b'', 'empty')
    fails_on_bytes(b'<unheard-of/>', 'unheard-of')
    fails_on_bytes(b'\x00\x01\x02\x03' * 100)
    fails_on_bytes(b'<?xml version="1.0"?>\n<sanctions><')


@case
def truncated_xml_is_an_error_with_its_line():
    with open(os.path.join(tap.ROOT, 'fixtures/amber-strait/sanctions.xml'), 'rb') as file:
        data = file.read()
    with tempfile.NamedTemporaryFile() as file:
        file.write(data[:len(data) // 2])
        file.flush()
        fails(run('check', file.name), file.name + ':')


@case
def targets_that_name_nothing_are_errors():
    fails(run('rank', *MAPPING, '--target', 'imo:9074729', *INPUTS), 'imo:9074729')
    fails(run('rank', *MAPPING, '--target', 'nonsense', *INPUTS), 'nonsense')
    fails(run('rank', *MAPPING, '--target', '@/nowhere/x', *INPUTS), '/nowhere/x')
    fails(run('rank', *MAPPING, '--target', b'name:\xff', *INPUTS), 'UTF-8')


@case
def errors_cannot_act_on_the_terminal():
    _, _, err = run('check', '/nowhere/\x1b[31mred\u202e')
    assert '\x1b' not in err and '\u202e' not in err, repr(err)


# ---- formats ----

@case
def ranking_json_has_the_stable_fields():
    code, out, err = rank('--format', 'json', '--explain')
    same((code, err), (0, ''))
    whole = json.loads(out)
    same(whole['target'], {'expressions': ['programme:DPRK'], 'size': 1})
    same(len(whole['parameters']['hash']), 16)
    first = whole['results'][0]
    same(list(first), ['rank', 'id', 'name', 'kind', 'identifiers', 'is_target', 'score',
                       'components', 'degree', 'interval', 'top_probability', 'exposure',
                       'exposure_class', 'clients', 'provider_factor', 'evidence'])
    same(first['name'], '\u202emoc.elpmaxe GREY HERON')
    same(first['id'], 'imo-company:9709116')
    same(first['identifiers'], {'imo-company': ['9709116']})
    hop = first['evidence'][0]['hops'][0]
    same((hop['from'], hop['to'], hop['kind']), (first['id'], 'imo:3119008', 'ism-manager'))
    same((hop['since'], hop['until']), ('2016-07-03', None))
    assert hop['sources'][0].endswith('roles.csv:2')


@case
def ranking_csv_is_defused():
    code, out, err = rank('--format', 'csv')
    same((code, err), (0, ''))
    rows = list(csv.DictReader(io.StringIO(out.decode(), newline='')))
    same(rows[1]['name'], '\'=HYPERLINK("http://list.invalid","AMBER")')
    assert ESC not in out
    assert float(rows[0]['score']) > 0


@case
def forms_agree():
    results = json.loads(rank('--format', 'json', '--limit', '0')[1])['results']
    rows = list(csv.DictReader(io.StringIO(rank('--format', 'csv', '--limit', '0')[1].decode())))
    same([row['id'] for row in rows], [result['id'] for result in results])
    same([float(row['score']) for row in rows], [result['score'] for result in results])
    lines = rank('--limit', '0', COLUMNS='200')[1].decode().split('\n')
    same([line.split()[-1] for line in lines[1:len(rows) + 1]], [row['id'] for row in rows])


@case
def who_has_no_score_is_listed_only_on_request():
    scored = json.loads(rank('--format', 'json')[1])['results']
    every = json.loads(rank('--format', 'json', '--limit', '0')[1])['results']
    assert 0 < len(scored) < len(every)
    same(scored, [result for result in every if result['score'] > 0])


@case
def check_json_has_the_stable_fields():
    code, out, err = check('--format', 'json')
    same((code, err), (0, ''))
    whole = json.loads(out)
    same([os.path.basename(row['file']) for row in whole['inputs']], ['parties.csv', 'roles.csv'])
    assert all(len(row['sha256']) == 64 for row in whole['inputs'])
    same(whole['entities']['vessel'], 3)
    same(whole['links']['ism-manager'], 2)
    same(whole['designations'], {'UN': 1})
    issue = whole['issues'][0]
    same((issue['tag'], issue['severity'], issue['count']), ('placeholder', 'info', 1))
    assert 'roles.csv:5: ' in issue['examples'][0]


@case
def check_csv_is_rectangular():
    rows = list(csv.reader(io.StringIO(check('--format', 'csv')[1].decode(), newline='')))
    same({len(row) for row in rows}, {8})


@case
def limit_and_targets_are_as_asked():
    same(len(json.loads(rank('--format', 'json', '--limit', '1')[1])['results']), 1)
    results = json.loads(rank('--format', 'json', '--include-targets')[1])['results']
    same([row['id'] for row in results if row['is_target']], ['imo:3119008'])
    results = json.loads(rank('--format', 'json', '--paths', '1')[1])['results']
    assert all(len(row['evidence']) <= 1 for row in results)
    assert any(row['evidence'] for row in results)


# ---- exit codes and streams ----

@case
def strict_forbids_warnings():
    same(check('--strict')[0], 0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'roles.csv')
        shutil.copy(INPUTS[1], path)
        with open(path, 'a', encoding='utf-8') as file:
            file.write('3119009,9709116,ISM Manager,GREY HERON SHIP MNGT,,since 2016\n')
        same(run('check', path)[0], 0)
        code, out, err = run('check', '--strict', path)
        same(code, 1)
        assert b'bad-check-digit' in out and '--strict' in err
        same(run('check', '--strict', '--quiet', path)[2], '')
        same(run('rank', '--strict', '--target', 'imo:3119008', path)[0], 1)


@case
def max_issues_bounds_warnings():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'roles.csv')
        shutil.copy(INPUTS[1], path)
        with open(path, 'a', encoding='utf-8') as file:
            file.write('3119009,9709116,ISM Manager,GREY HERON SHIP MNGT,,since 2016\n')
        found = json.loads(run('check', '--format', 'json', path)[1])['issues']
        bad = sum(issue['count'] for issue in found if issue['severity'] != 'info')
        assert bad > 0, found
        for command in (['check'], ['rank', '--target', 'imo:3119008']):
            same(run(*command, '--max-issues', str(bad), path)[0], 0)
            code, out, err = run(*command, '--max-issues=%d' % (bad - 1), path)
            same(code, 1)
            assert out and '%d warnings' % bad in err and '--max-issues' in err, err
            same(run(*command, '--max-issues=0', '--quiet', path)[::2], (1, ''))
            same(run(*command, '--max-issues=9', '--strict', path)[0], 1)
    fails(check('--max-issues=-1'), '--max-issues -1 is negative')


@case
def full_disks_are_errors():
    for arguments in (RANK, [*RANK, '--format', 'json'], ['check', *MAPPING, *INPUTS], ['--help'],
                      ['rank', '--help'], ['--version']):
        with open('/dev/full', 'wb') as full:
            code, _, err = run(*arguments, stdout=full)
        same(code, 2)
        assert err.startswith('fairlead: error: standard output'), err


@case
def closed_pipes_end_quietly():
    reader, writer = os.pipe()
    os.close(reader)
    for arguments in (RANK, ['rank', '--help']):
        code, _, err = run(*arguments, stdout=writer)
        same((code, err), (0, ''))
    os.close(writer)


@case
def interrupts_end_with_a_failure():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'fifo.csv')
        os.mkfifo(path)
        with subprocess.Popen([PROGRAM, 'check', path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            with open(path, 'wb', buffering=0) as fifo:
                fifo.write(b'ship_imo,company_imo,role,company_name,company_address,'
                           b'date_of_effect\n' + b'3119008,9709116,ISM Manager,A,,\n' * 4000)
                process.send_signal(signal.SIGINT)
                time.sleep(0.05)
                process.send_signal(signal.SIGINT)  # a hurried second one changes nothing
                try:
                    fifo.write(b'3119008,9709116,ISM Manager,A,,\n' * 40000)
                except BrokenPipeError:
                    pass
            _, err = process.communicate(timeout=60)
        same(process.returncode, 2)
        same(err.decode(), 'fairlead: error: interrupted\n')


# ---- determinism ----

@case
def reruns_are_the_same_bytes():
    for arguments in (['--format', 'json', '--explain', '--limit', '0'], ['--explain'],
                      ['--format', 'csv']):
        same(rank(*arguments)[1], rank(*arguments)[1])


@case
def order_of_inputs_does_not_matter():
    for head in (['rank', *MAPPING, *TARGET, '--explain', '--limit', '0', '--format', 'json'],
                 ['check', *MAPPING, '--format', 'json']):
        same(run(*head, *reversed(INPUTS))[1], run(*head, *INPUTS)[1])
    strait = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
    inputs = [os.path.join(strait, name)
              for name in ('add.csv', 'alt.csv', 'sanctions.xml', 'sdn.csv')]
    head = ['export', '--quiet', *TARGET]
    with tempfile.TemporaryDirectory() as folder:
        same(exported(folder, *reversed(INPUTS)), exported(folder, *INPUTS))
        one, two = (os.path.join(folder, name) for name in ('one.graphml', 'two.graphml'))
        same(run(*head, '-o', one, *inputs), (0, b'', ''))
        same(run(*head, '-o', two, *reversed(inputs)), (0, b'', ''))
        assert filecmp.cmp(one, two, shallow=False)


@case
def locale_does_not_matter():
    for name in ('C', 'tr_TR.UTF-8'):
        same(rank('--format', 'json', '--explain', LC_ALL=name)[1],
             rank('--format', 'json', '--explain')[1])


# ---- export ----

def exported(folder, *inputs):
    path = os.path.join(folder, 'out.graphml')
    code, out, err = run('export', *MAPPING, *TARGET, '--output', path, *inputs)
    same((code, out), (0, b''))
    assert 'wrote' in err, err
    with open(path, 'rb') as file:
        return file.read()


@case
def export_writes_a_whole_file_or_none():
    with tempfile.TemporaryDirectory() as folder:
        assert exported(folder, *INPUTS).endswith(b'</graphml>\n')
        same(os.listdir(folder), ['out.graphml'])
        fails(run('export', *MAPPING, '--target', 'imo:9074729', '--output',
                  os.path.join(folder, 'none.graphml'), *INPUTS), 'imo:9074729')
        same(os.listdir(folder), ['out.graphml'])
        same(run('export', '--quiet', *MAPPING, '--output', os.path.join(folder, 'A.GraphML'),
                 *INPUTS)[2], '')


@case
def export_tells_where_it_cannot_write():
    fails(run('export', *MAPPING, '-o', '/nowhere/a.graphml', *INPUTS), '/nowhere/a.graphml')
    with tempfile.TemporaryDirectory(suffix='.graphml') as folder:
        fails(run('export', *MAPPING, '-o', folder, *INPUTS), folder)
        full = os.path.join(folder, 'full.graphml')
        os.symlink('/dev/full', full)
        fails(run('export', *MAPPING, '-o', full, *INPUTS), full)


tap.run_cases('/cli', CASES)
