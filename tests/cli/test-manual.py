# tests/cli/test-manual.py: a page for each command, without warnings, whose examples can be run
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM = os.path.abspath(sys.argv[1])
FIXTURES = os.path.join(tap.ROOT, 'fixtures')
MAKE = os.path.join(tap.ROOT, 'cli', 'make-man.py')
SOURCES = [os.path.join(tap.ROOT, 'cli', name) for name in ('fairlead.1', 'commands.c')]
EXAMPLE = re.compile(r'^\.Dl \$ (.*)$', re.M)
OPTION = re.compile(r'^  (?:-\w, )?--([a-z-]+)(?:=\S+)?  ', re.M)
# Files that the examples name, beside those of the shipped case
OTHERS = {'un.xml': 'un-xml/consolidated.xml', 'eu.xml': 'eu-fsf-xml/export.xml',
          'bods.json': 'bods/statements.json', 'ais.csv': 'ais/noaa.csv'}


def commands():
    text = subprocess.run([PROGRAM, '--help'], capture_output=True, check=True).stdout.decode()
    return [line.split()[0] for line in text.split('Commands:\n')[1].split('\n\n')[0].splitlines()]


def pages():
    """Name and text of each page, the first that of all commands"""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, MAKE, *SOURCES, folder], check=True)
        for path in [SOURCES[0], *(os.path.join(folder, name)
                                   for name in sorted(os.listdir(folder)))]:
            with open(path, encoding='utf-8') as file:
                yield os.path.basename(path), file.read()


def every_command_has_a_page_that_is_installed():
    names = [name for name, _ in pages()][1:]
    assert sorted(names) == sorted('fairlead-%s.1' % name for name in commands()), names
    build = '\n'.join(tap.read_lines('cli/meson.build'))
    listed = re.search(r'foreach command : \[(.*?)\]', build, re.S)[1]
    assert re.findall(r"'([a-z-]+)'", listed) == sorted(commands()), listed


def pages_say_what_a_page_must():
    for name, text in pages():
        sections = re.findall(r'^\.Sh (.*)$', text, re.M)
        for section in ('NAME', 'SYNOPSIS', 'DESCRIPTION', 'EXIT STATUS', 'EXAMPLES'):
            assert section in sections, (name, sections)
        assert EXAMPLE.search(text), name


def pages_have_no_warnings():
    if shutil.which('mandoc') is None:
        raise tap.Skip('mandoc is not installed')
    for name, text in pages():
        done = subprocess.run(['mandoc', '-Tlint', '-Wwarning'], input=text.encode(),
                              capture_output=True, check=False)
        assert done.returncode == 0 and not done.stdout, (name, done.stdout)


def own_options_stand_in_the_page():
    """Those that no other command has; what is common stands in groups"""
    have = {name: set(OPTION.findall(subprocess.run(
        [PROGRAM, name, '--help'], capture_output=True, check=True).stdout.decode()))
            for name in commands()}
    texts = {name[9:-2]: text.replace('\\-', '-') for name, text in pages()}
    for name, options in have.items():
        for option in options - set.union(*(have[other] for other in have if other != name)):
            assert re.search(r'Fl -%s\b' % option, texts[name]), (name, option)


def place_files(folder):
    strait = os.path.join(FIXTURES, 'amber-strait')
    for name in os.listdir(strait):
        shutil.copy(os.path.join(strait, name), folder)
    for name, path in OTHERS.items():
        if os.path.exists(os.path.join(FIXTURES, path)):
            shutil.copy(os.path.join(FIXTURES, path), os.path.join(folder, name))
    for name, text in (('ships.txt', 'imo:3112048\nimo:3113779\n'),
                       ('names.csv', 'name\nHesper Amber\n')):
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)


def examples_can_be_run():
    path = os.path.dirname(PROGRAM) + os.pathsep + os.environ['PATH']
    with open(SOURCES[0], encoding='utf-8') as file:
        examples = [line.replace('\\e', '\\') for line in EXAMPLE.findall(file.read())]
    assert len(examples) > 25, examples
    with tempfile.TemporaryDirectory() as folder:
        place_files(folder)
        failed = []
        for line in examples:
            if '| jq' in line and shutil.which('jq') is None:
                continue
            done = subprocess.run(['bash', '-c', 'set -o pipefail; ' + line], cwd=folder,
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False,
                                  timeout=120, env={**os.environ, 'PATH': path})
            strict = '--strict' in line and done.returncode == 1
            tells = done.stdout or re.search(r' > | (-o|--output|--chart) |^fairlead run', line)
            if not (done.returncode == 0 or strict) or not tells:
                failed.append('%s\n%s' % (line, done.stderr.decode()))
        assert not failed, '\n'.join(failed)


def main():
    tap.run_cases('/cli/manual', [
        every_command_has_a_page_that_is_installed, pages_say_what_a_page_must,
        pages_have_no_warnings, own_options_stand_in_the_page, examples_can_be_run])


if __name__ == '__main__':
    main()
