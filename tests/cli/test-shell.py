# tests/cli/test-shell.py: what pipelines rest on: - for standard input, JSON lines, exit codes, help
import json
import os
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM = os.path.abspath(sys.argv[1])
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
FILES = ['sanctions.xml', 'roles.csv']
TARGET = ['--target', 'programme:DPRK']
# What each command is asked over FILES, and the lists of its JSON
ASKED = {
    'rank': (['--draws=0', *TARGET], [], ['results']),
    'search': ([], ['amber'], ['results']),
    'show': ([], ['imo:3112048'], ['entities']),
    'vessel': ([], ['imo:3112048'], ['ships', 'results']),
    'path': ([], ['imo:3112048', 'list:OFAC'], ['paths']),
    'common': ([], ['imo:3112048', 'imo:3113779'], ['trees']),
    'own': (['--all-listed'], [], ['verdicts', 'owners', 'holdings', 'ships']),
    'disrupt': (TARGET, [], ['parties', 'links', 'answers', 'outreach']),
    'gaps': ([], [], ['gaps', 'owned_or_run']),
    'resolve': ([], [], ['proposals', 'decisions']),
    'check': ([], [], ['inputs', 'issues']),
    'explain': (TARGET, ['imo:3112048'], None),
    'backtest': (['--as-of=2023-06-01', '--labels=imo-company:9704795', '--draws=0', *TARGET], [],
                 ['measures']),
}
AIS = b'MMSI,BaseDateTime,LAT,LON,SOG\n412000001,2023-03-01T00:00:00,38.0,124.0,0.1\n'


def call(*words, given=b'', code=0, **more):
    done = subprocess.run([PROGRAM, *words], input=given, capture_output=True, check=False,
                          cwd=STRAIT, timeout=120, **more)
    assert done.returncode == code, '%s: %d: %s' % (words, done.returncode, done.stderr.decode())
    return done.stdout, done.stderr.decode()


def read(name):
    with open(os.path.join(STRAIT, name), 'rb') as file:
        return file.read()


def commands():
    text = call('--help')[0].decode().split('Commands:\n')[1].split('\n\n')[0]
    return [line.split()[0] for line in text.splitlines()]


# ---- JSON lines ----

def lines_are_the_elements_of_the_lists():
    for command, (options, arguments, lists) in ASKED.items():
        words = [command, '--quiet', *options]
        whole = json.loads(call(*words, '--format=json', *arguments, *FILES)[0])
        lines = [json.loads(line) for line in
                 call(*words, '--format=jsonl', *arguments, *FILES)[0].splitlines()]
        if lists is None:
            assert lines == [whole], command
            continue
        expected = [({'list': name, **element} if len(lists) > 1 else element)
                    for name, value in whole.items() if name in lists for element in value]
        assert lines == expected, (command, lines[:1], expected[:1])


def lines_of_what_reads_no_network():
    whole = json.loads(call('check-id', '-f', 'json', '9074729', '9074728')[0])
    assert [json.loads(line) for line in
            call('check-id', '-f', 'jsonl', '9074729', '9074728')[0].splitlines()] \
        == whole['results']
    assert json.loads(call('diff', '-f', 'jsonl', 'sdn.csv', 'alt.csv')[0].splitlines()[0])


# ---- standard input ----

def an_input_may_come_from_standard_input():
    words = ['rank', '-q', '--draws=0', '--explain', '-f', 'json', *TARGET]
    direct = call(*words, 'sanctions.xml', 'roles.csv')[0]
    piped = call(*words, 'sanctions.xml', '-', given=read('roles.csv'))[0]
    assert b'"-:' in piped, 'the source is not named -'
    assert piped == direct.replace(b'"roles.csv:', b'"-:'), 'another ranking'
    with open(os.path.join(STRAIT, 'roles.csv'), 'rb') as file:
        done = subprocess.run([PROGRAM, *words, 'sanctions.xml', '-'], stdin=file, cwd=STRAIT,
                              capture_output=True, check=True, timeout=60)
    assert done.stdout == piped, 'a file on standard input is read otherwise'


def every_command_reads_it():
    for command, (options, arguments, _) in ASKED.items():
        call(command, '-q', *options, *arguments, 'sanctions.xml', '-', given=read('roles.csv'))
    others = {
        'ais': (['-'], AIS), 'check-id': (['-'], b'9074729\n'),
        'diff': (['sdn.csv', '-'], read('sdn.csv')),
        'screen': (['-', *FILES], b'name\nHesper Amber\n'),
        'supply': (['--cap=refined', '--year=2023', 'sanctions.xml', '-'], read('events.csv')),
    }
    for command, (words, given) in others.items():
        assert call(command, '-q', *words, given=given)[0], command
    assert call('show', '-q', '@-', 'roles.csv', given=b'imo:3112048\n')[0]
    files = {'export': 'x.dot', 'chart': 'x.svg', 'report': 'x.html'}
    with tempfile.TemporaryDirectory() as folder:
        for command, name in files.items():
            output = os.path.join(folder, name)
            ask = ['--target' if command == 'report' else '--around', 'imo:3112048']
            call(command, '-q', *ask, '-o', output, '-', given=read('roles.csv'))
            assert os.path.getsize(output) > 100
        call('import', '-q', os.path.join(folder, 'x.fairlead'), '-', given=read('roles.csv'))
        runs_from_standard_input(folder)
    # Inputs of an investigation are read again and again
    assert 'cannot be read again' in call('init', '-', given=read('roles.csv'), code=2)[1]
    asked = {*ASKED, *others, *files, 'import', 'run', 'verify', 'init'}
    assert asked == set(commands()), asked ^ set(commands())


def runs_from_standard_input(folder):
    shutil.copy(os.path.join(STRAIT, 'roles.csv'), folder)
    given = b'[investigation]\nmanifest=m.json\n[input r]\nfile=roles.csv\n' \
        b'[step c]\ncommand=check\noutput=c.json\n'
    words = {'capture_output': True, 'cwd': folder, 'timeout': 60, 'check': True}
    with open(os.path.join(folder, 'x.investigation'), 'wb') as file:
        file.write(given)
    subprocess.run([PROGRAM, 'run', '-q', '-'], input=given, **words)
    subprocess.run([PROGRAM, 'run', '-q', 'x.investigation'], **words)
    with open(os.path.join(folder, 'm.json'), 'rb') as manifest:
        shown = subprocess.run([PROGRAM, 'verify', '-q', '-'], input=manifest.read(), **words)
    assert b'same     output         c.json' in shown.stdout, shown


def archives_and_cases_come_that_way_too():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'x.fairlead')
        call('import', '-q', path, *FILES)
        archive = shutil.make_archive(os.path.join(folder, 'x'), 'zip', STRAIT)
        with open(path, 'rb') as file:
            data = file.read()
        temporary = os.path.join(folder, 'temporary')
        os.mkdir(temporary)
        environment = {**os.environ, 'TMPDIR': temporary}
        words = ['rank', '-q', '--draws=0', '-f', 'csv', *TARGET]
        assert call(*words, '-', given=data, env=environment)[0] == call(*words, path)[0]
        for command in ('resolve', 'import'):
            assert 'standard input is a case' in call(command, '-', 'roles.csv', given=data,
                                                      code=2, env=environment)[1]
        assert not os.listdir(temporary), 'something is left'
        with open(archive, 'rb') as file:
            assert b'sanctions.xml' in call('check', '-q', '-f', 'json', '-',
                                            given=file.read())[0]


def what_cannot_be_read_is_an_error():
    assert 'more than once' in call('check', '-', '-', code=2)[1]
    assert 'fairlead: error: -' in call('check', '-', given=b'', code=2)[1]
    assert 'fairlead: error: -' in call('check', '-', given=b'\0' * 100, code=2)[1]
    call('check', '-', code=2, pass_fds=(), given=b'no format at all')


# ---- exit codes and help ----

def exit_codes_are_the_same_everywhere():
    for command in commands():
        assert call(command, '--help')[0].startswith(b'Usage:'), command
        assert call('help', command)[0] == call(command, '--help')[0], command
        errors = call(command, '--no-such-option', code=2)[1]
        assert errors.startswith('fairlead: error: '), (command, errors)
        if command not in ('check-id',):
            call(command, code=2)
            call(command, 'x.nowhere', 'y.nowhere', code=2)
    for command, (options, arguments, _) in ASKED.items():
        bad = read('roles.csv').replace(b'\n3113779', b'\n3113770', 1)
        if command in ('resolve', 'common', 'backtest'):
            continue
        call(command, '-q', '--strict', *options, *arguments, 'sanctions.xml', '-', given=bad,
             code=1)
    call('no-such-command', code=2)
    call(code=2)


def help_tells_commands_and_topics():
    text = call('help')[0].decode()
    assert call('--help')[0].decode() == text
    topics = text.split('(fairlead help TOPIC):\n')[1].split('\n\n')[0].splitlines()
    names = [line.split()[0] for line in topics]
    assert len(names) > 10 and not set(names) & set(commands()), names
    for name in names:
        lines = call('help', name)[0].decode().splitlines()
        assert len(lines) >= 5 and max(map(len, lines)) <= 90, name
    assert call('help', 'topics')[0].decode().splitlines()[2:] == [
        line.replace(line.split()[0].ljust(15), line.split()[0].ljust(16), 1) for line in topics]
    assert 'is no command' in call('help', 'no-such-topic', code=2)[1]


# ---- the example ----

def the_pipeline_runs_with_jq_and_without():
    script = os.path.join(tap.ROOT, 'docs', 'examples', 'pipeline.sh')
    outputs = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ('sh', 'mktemp', 'rm', 'sort', 'uniq', 'cat'):
            os.symlink(shutil.which(name), os.path.join(folder, name))
        os.symlink(sys.executable, os.path.join(folder, 'python3'))
        os.symlink(PROGRAM, os.path.join(folder, 'fairlead'))
        for path in (folder, os.path.dirname(PROGRAM) + os.pathsep + os.environ['PATH']):
            outputs.append(subprocess.run(
                ['sh', script, '-q', *TARGET, *FILES], cwd=STRAIT, check=True, timeout=60,
                capture_output=True, env={**os.environ, 'PATH': path, 'LC_ALL': 'C.UTF-8'}).stdout)
    assert b'links of the evidence:\n' in outputs[0] and b'registered-owner' in outputs[0]
    assert outputs[0] == outputs[1], 'Python and jq do not agree'


def main():
    cases = [lines_are_the_elements_of_the_lists, lines_of_what_reads_no_network,
             an_input_may_come_from_standard_input, every_command_reads_it,
             archives_and_cases_come_that_way_too, what_cannot_be_read_is_an_error,
             exit_codes_are_the_same_everywhere, help_tells_commands_and_topics,
             the_pipeline_runs_with_jq_and_without]
    tap.run_cases('/cli/shell', cases)


if __name__ == '__main__':
    main()
