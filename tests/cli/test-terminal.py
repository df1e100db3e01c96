# tests/cli/test-terminal.py: widths, colours, bars and progress, on terminals and where there is none
import os
import re
import subprocess
import tempfile

import tap
import terminal
from program import ESC, INPUTS, MAPPING, PROGRAM, RANK, TARGET, rank, run, same

CASES = []


def case(function):
    """Its name is the name of the case; a failed assertion fails it"""
    CASES.append(function)
    return function


STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
NAMED = ['companies', 'officers', 'ships']
CASE = [*(word for name in NAMED for word in ('--mapping', os.path.join(STRAIT, name + '.mapping'))),
        *(os.path.join(STRAIT, name) for name in ('sanctions.xml', 'sdn.csv', 'roles.csv')),
        *(os.path.join(STRAIT, name + '.csv') for name in NAMED)]
EXPLAIN = ['explain', *TARGET, 'imo-company:9702357', *CASE]
# High as the five components, in blocks and in ASCII
BLOCKS, DIGITS = re.compile('[\u2581-\u2588\u00b7]{5}'), re.compile('[1-8.]{5}')


def on_terminal(arguments, columns=90, **environment):
    """What a terminal gets"""
    surroundings = {key: value for key, value in os.environ.items()
                    if key not in ('COLUMNS', 'NO_COLOR', 'LC_ALL', 'LANG', 'LC_CTYPE')}
    surroundings.update(LC_ALL='C.UTF-8', TERM='xterm', FAIRLEAD_PAGER='')
    code, shown, err = terminal.run([PROGRAM, *arguments], columns,
                                    {**surroundings, **environment})
    assert code == 0, err
    return shown


def large_input(folder):
    """Large enough that progress is told more than once; one date in it is none"""
    path = os.path.join(folder, 'large.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write('ship_imo,company_imo,role,company_name,company_address,date_of_effect\n')
        for number in range(60000):
            out.write('3112048,9704795,Operator,SALT LANTERN SHPG LTD,,%s\n'
                      % ('since 31/02/2020' if number == 0 else 'since 01/01/2020'))
    return path


@case
def progress_tells_bytes_records_and_issues():
    with tempfile.TemporaryDirectory() as folder:
        path = large_input(folder)
        same(run('check', path)[2], '')
        for columns in (120, 40):
            master, slave = terminal.open_terminal(columns)
            done = subprocess.Popen([PROGRAM, 'check', path], stdout=subprocess.DEVNULL,
                                    stderr=slave)
            os.close(slave)
            drawn = terminal.shown_on(master).decode().split('\r\x1b[K')
            same((done.wait(), drawn[0], drawn[-1]), (0, '', ''))
            assert len(drawn) > 2 and max(map(len, drawn)) < columns, drawn
            if columns > 100:
                assert 'large.csv  ' in drawn[1] and ' %, ' in drawn[1], drawn
                assert all(word in drawn[-2] for word in (' MB', ' records, ', ' issue')), drawn


@case
def colour_only_on_a_terminal():
    esc = ESC.decode()
    assert ESC not in rank()[1]
    assert esc in on_terminal(RANK)
    assert esc not in on_terminal(RANK, NO_COLOR='1')
    assert esc not in on_terminal(RANK, TERM='dumb')
    assert esc in on_terminal(RANK, NO_COLOR='')
    plain = on_terminal(RANK)
    for escape in ('\x1b[1m', '\x1b[33m', '\x1b[0m'):
        plain = plain.replace(escape, '')
    assert esc not in plain
    assert ESC in rank('--color', 'always', NO_COLOR='1')[1]
    assert esc not in on_terminal([*RANK, '--color', 'never'])


@case
def colours_say_what_the_words_say():
    """Red what is blocked, listed or passed; yellow what is doubtful; green what is clear"""
    red, yellow, green = ('\x1b[%dm' % number for number in (31, 33, 32))
    shown = on_terminal(['own', '--all-listed', '--rule', 'OFAC', *CASE], 120)
    for line in shown.split('\n'):
        if ' definite ' in line or ' listed  ' in line:
            assert line.startswith(red), line
        elif line.startswith('OFAC-2014 '):
            assert line.startswith((yellow, green)), line
    assert red in shown
    assert green in on_terminal(['own', 'imo:3112048', *CASE])
    shown = on_terminal(['check-id', '3112048', '3112049'])
    assert shown.count(green + '3112048') == 1 and red in shown, shown
    assert red + 'OFAC' in on_terminal(['show', 'imo-company:9703576', *CASE], 120)


@case
def tables_are_as_wide_as_the_terminal():
    for arguments in (RANK, [*RANK, '--explain'], EXPLAIN, ['own', 'imo:3112048', *CASE],
                      ['show', 'imo:3112048', *CASE], ['show', 'register:AE2515934', *CASE]):
        for columns in (80, 90, 120):
            shown = on_terminal([*arguments, '--color', 'never'], columns)
            # words that have no room of their own, such as paths below a line, stand out alone
            lines = [line for line in shown.split('\n') if ' ' in line.strip()]
            assert max(map(len, lines)) <= columns, max(lines, key=len)
    assert max(map(len, rank(COLUMNS='80')[1].decode().split('\n')[:5])) <= 80


@case
def bars_on_a_terminal_alone():
    whole = on_terminal([*RANK, '--color', 'never'])
    lines = whole.split('\n')
    assert lines[0].endswith('PBNCS') and 'PBNCS: how high' in whole, whole
    for line in lines[1:lines.index('')]:
        assert BLOCKS.fullmatch(line[-5:]), line
    narrow = on_terminal(RANK, 89)
    assert 'PBNCS' not in narrow and 'of the draws, take 100 columns' in narrow, narrow
    assert 'PBNCS' not in rank()[1].decode() and 'PBNCS' not in rank(COLUMNS='120')[1].decode()
    carried = re.findall(r' (\d+) %  ([\u2588-\u258f ]{24})  value', on_terminal(EXPLAIN))
    same(len(carried), 5)
    for share, bar in carried:
        eighths = sum(8 - (ord(block) - 0x2588) for block in bar.rstrip())
        assert abs(eighths / 192 - int(share) / 100) < 0.01, (share, bar)
    assert not re.search('[\u2580-\u259f]', run(*EXPLAIN)[1].decode())


@case
def bars_in_ascii_where_blocks_cannot_be_shown():
    for arguments, environment in (([], {'TERM': 'dumb'}), ([], {'LC_ALL': 'C'}),
                                   (['--ascii'], {})):
        shown = on_terminal([*RANK, '--color', 'never', *arguments], **environment)
        line = shown.split('\n')[1]
        assert DIGITS.fullmatch(line[-5:]), line
        shown = on_terminal([*EXPLAIN, *arguments], **environment)
        assert re.search(r' %  #+ +value', shown) and '\u2588' not in shown, shown
    assert '...' in rank('--ascii', '--limit', '0', COLUMNS='70')[1].decode()


@case
def names_cannot_act_on_the_terminal():
    for arguments in ([], ['--explain'], ['--format', 'json', '--explain']):
        out = rank(*arguments)[1].decode()
        assert '\x1b' not in out and '\u202e' not in out and '\x07' not in out


@case
def ascii_where_the_locale_is_not_utf8():
    for columns in ('70', '200'):
        out = rank('--limit', '0', LC_ALL='C', COLUMNS=columns)[1].decode()
        assert '\u2026' not in out
        assert '\\x1b' in out if columns == '200' else '...' in out, out


tap.run_cases('/cli/terminal', CASES)
