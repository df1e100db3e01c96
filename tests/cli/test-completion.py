# tests/cli/test-completion.py: completion in bash, zsh and fish, and that it knows all options
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

import tap

PROGRAM = os.path.abspath(sys.argv[1])
FOLDER = os.path.join(tap.ROOT, 'cli', 'shell', 'completions')
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
# Below the list of options, examples may have options in front
OPTION = re.compile(r'^  (?:-(\w), )?--([a-z-]+)(=\S+)?  ', re.M)


def environment(**more):
    path = os.path.dirname(PROGRAM) + os.pathsep + os.environ['PATH']
    clean = {key: value for key, value in os.environ.items() if key != 'FAIRLEAD_CASE'}
    return {**clean, 'PATH': path, 'LC_ALL': 'C.UTF-8', **more}


def fairlead(*words, folder=None, **more):
    done = subprocess.run([PROGRAM, *words], capture_output=True, check=False, cwd=folder,
                          stdin=subprocess.DEVNULL, timeout=60, env=environment(**more))
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def complete(*words, **more):
    """The words that are offered for the last"""
    return [line.split('\t')[0] for line in fairlead('complete', *words, **more).splitlines()]


def commands():
    text = fairlead('--help').split('Commands:\n')[1].split('\n\n')[0]
    return [line.split()[0] for line in text.splitlines()]


def has_case(folder):
    path = os.path.join(folder, 'strait.fairlead')
    fairlead('import', '-q', path, *(os.path.join(STRAIT, name)
                                     for name in ('sanctions.xml', 'roles.csv')))
    return path


# ---- what is offered ----

def every_command_is_offered_and_no_other():
    assert complete('') == [*commands(), 'help', '--help', '--version']
    assert complete('ch') == [name for name in commands() if name.startswith('ch')]
    assert 'complete' not in commands()


def every_option_of_the_help_is_offered_and_no_other():
    for command in commands():
        told = ['--' + match[1] for match in OPTION.findall(fairlead(command, '--help'))]
        assert len(told) > 3, command
        assert sorted(complete(command, '-')) == sorted(told), command


def values_that_are_offered_are_taken():
    """An unknown value is refused before the missing input is; what commands share is asked of one"""
    seen = {}
    for command in commands():
        for _, name, value in OPTION.findall(fairlead(command, '--help')):
            if not value or name == 'rule' or (name, value) in seen:
                continue
            seen[name, value] = offered = complete(command, '--%s=' % name)
            for word in [] if ':files' in offered else offered:
                done = subprocess.run([PROGRAM, command, word], stdin=subprocess.DEVNULL,
                                      capture_output=True, check=False, timeout=60)
                assert b'is not known' not in done.stderr, (command, word, done.stderr)
    assert sum(len(offered) for offered in seen.values()) > 60, seen


def topics_are_offered_to_help():
    assert 'ranking' in complete('help', 'ran') and 'rank' in complete('help', 'ran')


def names_come_from_the_case():
    with tempfile.TemporaryDirectory() as folder:
        path = has_case(folder)
        for words, more in ((['show', path, 'name:hesper'], {}),
                            (['show', 'name:HESPER'], {'FAIRLEAD_CASE': path}),
                            (['path', '--class', 'ownership', 'name:hesper'], {'folder': folder}),
                            (['rank', '--target', 'name:hesper'], {'folder': folder})):
            found = complete(*words, **more)
            assert found == ['name:HESPER AMBER SHPG LTD'], (words, found)
            resolved = fairlead('show', '-q', found[0], path)
            assert 'HESPER' in resolved.upper(), resolved
        assert 'HESPER AMBER SHPG LTD' in complete('search', 'hesp', folder=folder)
        assert complete('show', 'name:hesper', folder='/') == []


def nothing_breaks_it():
    for words in ([], ['no-command', ''], ['rank', '--nothing='], ['rank', '--', ''], ['-'],
                  ['rank', '-'], ['own', 'name:'], ['own', 'name:' + 'x' * 5000], ['help', '', '']):
        fairlead('complete', *words)


# ---- real shells ----

def bash_complete(line, folder):
    script = '''
        source "$1"
        COMP_LINE=$2 COMP_POINT=${#2}
        compopt () { :; }
        _fairlead
        printf '%s\\n' "${COMPREPLY[@]}"
    '''
    done = subprocess.run(['bash', '--norc', '-c', script, 'bash',
                           os.path.join(FOLDER, 'fairlead.bash'), line], capture_output=True,
                          cwd=folder, check=True, timeout=60, env=environment())
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode().splitlines()


def bash_completes_words():
    with tempfile.TemporaryDirectory() as folder:
        has_case(folder)
        with open(os.path.join(folder, 'a file.csv'), 'w', encoding='utf-8'):
            pass
        assert bash_complete('fairlead ran', folder) == ['rank']
        assert bash_complete('fairlead rank --inc', folder) == ['--include-targets']
        # Readline replaces only what stands behind the last : or =
        assert bash_complete('fairlead rank --format=j', folder) == ['json', 'jsonl']
        assert bash_complete('fairlead rank --format j', folder) == ['json', 'jsonl']
        quoted = 'HESPER\\ AMBER\\ SHPG\\ LTD'
        assert bash_complete('fairlead show name:hesper', folder) == [quoted]
        assert bash_complete('fairlead show name:HESPER\\ A', folder) == [quoted]
        assert bash_complete('fairlead show "name:HESPER A', folder) == ['name:HESPER AMBER SHPG LTD']
        assert bash_complete('fairlead check a', folder) == ['a file.csv']
        assert bash_complete('fairlead rank --mapping=a', folder) == ['a file.csv']


def read_until(master, words, seconds=20):
    data, end = b'', time.monotonic() + seconds
    while words not in data and time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            try:
                data += os.read(master, 65536)
            except OSError:
                break
    assert words in data, (words, data)
    return data


def on_terminal(shell, setup, prompt, typed, expected, folder):
    """Types into an interactive shell, and waits for what the line becomes"""
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe(shell[0], shell, environment(TERM='xterm', HOME=folder, HISTFILE=''))
    try:
        for line in setup:
            os.write(master, line.encode() + b'\n')
        read_until(master, prompt)
        os.write(master, typed)
        read_until(master, expected)
    finally:
        os.close(master)
        os.kill(pid, 9)
        os.waitpid(pid, 0)


def bash_completes_on_a_terminal():
    with tempfile.TemporaryDirectory() as folder:
        has_case(folder)
        setup = ['source %s/fairlead.bash; PS1="rea""dy> "' % FOLDER]
        on_terminal(['bash', '--norc', '--noprofile'], setup, b'ready> ',
                    b'fairlead show name:hesper\\ amb\t', b'HESPER\\ AMBER\\ SHPG\\ LTD', folder)


def zsh_completes_on_a_terminal():
    if shutil.which('zsh') is None:
        raise tap.Skip('zsh is not installed')
    with tempfile.TemporaryDirectory() as folder:
        has_case(folder)
        setup = ['fpath=(%s $fpath); autoload -Uz compinit; compinit -u -D; PS1="rea""dy> "'
                 % FOLDER]
        on_terminal(['zsh', '-f'], setup, b'ready> ', b'fairlead rank --inc\t',
                    b'--include-targets', folder)
        # zsh moves over the letters that stand there already
        on_terminal(['zsh', '-f'], setup, b'ready> ', b'fairlead show name:hesper\\ amb\t',
                    b'\\ SHPG\\ LTD', folder)


def fish_completes():
    if shutil.which('fish') is None:
        raise tap.Skip('fish is not installed')
    with tempfile.TemporaryDirectory() as folder:
        has_case(folder)
        for line, expected in (('fairlead ran', 'rank'), ('fairlead rank --inc', '--include-targets'),
                               ('fairlead show name:hesper', 'name:HESPER AMBER SHPG LTD')):
            script = 'source %s/fairlead.fish; complete -C"%s"' % (FOLDER, line)
            done = subprocess.run(['fish', '-N', '-c', script], capture_output=True, check=True,
                                  timeout=60, cwd=folder,
                                  env=environment(HOME=folder, TERM='xterm'))
            found = [each.split('\t')[0] for each in done.stdout.decode().splitlines()]
            assert expected in found, (line, found, done.stderr)


def main():
    cases = [every_command_is_offered_and_no_other,
             every_option_of_the_help_is_offered_and_no_other, values_that_are_offered_are_taken,
             topics_are_offered_to_help, names_come_from_the_case, nothing_breaks_it,
             bash_completes_words, bash_completes_on_a_terminal, zsh_completes_on_a_terminal,
             fish_completes]
    tap.run_cases('/cli/completion', cases)


if __name__ == '__main__':
    main()
