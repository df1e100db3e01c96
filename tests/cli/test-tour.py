# tests/cli/test-tour.py: the commands that README.md and the guides of docs/ show, and what they print
import glob
import os
import re
import shutil
import sys
import tempfile

import tap
import terminal

PROGRAM = os.path.abspath(sys.argv[1])
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')
WIDTH, WIDE = 108, 130
BOLD = re.compile('\x1b\\[[0-9;]*m')
NAMES = ('companies', 'officers', 'ships', 'transfers', 'supplies')
INPUTS = ' '.join([*('--mapping %s.mapping' % name for name in NAMES), 'sanctions.xml', 'sdn.csv',
                   'alt.csv', 'add.csv', 'roles.csv', *(name + '.csv' for name in NAMES)])
# What a shell cannot run as it stands in README.md
SAID_AS = {
    './bootstrap demo': 'fairlead rank --target programme:DPRK --limit 8 ' + INPUTS,
    ' ... fixtures/amber-strait/': ' %s ' % INPUTS,
}


def run(command, folder, width):
    """What the command prints on a terminal so wide, line by line"""
    for words, others in SAID_AS.items():
        command = command.replace(words, others)
    command = re.sub(r' \.\.\.(?= |$)', ' ' + INPUTS, command)
    path = os.path.dirname(PROGRAM) + os.pathsep + os.environ['PATH']
    code, shown, err = terminal.run(['sh', '-c', command], width, {
        **os.environ, 'PATH': path, 'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', 'FAIRLEAD_PAGER': ''},
        folder)
    assert code == 0, err
    return [line.rstrip() for line in BOLD.sub('', shown).split('\n')[:-1]]


def read_fences(path, begin=0, end=None):
    """Each block between fences, as what stands behind its first fence and a list of lines"""
    word, block = '', None
    for line in tap.read_lines(path)[begin:end]:
        if line.startswith('```'):
            if block is not None:
                yield word, block
            word, block = line[3:], [] if block is None else None
        elif block is not None:
            block.append(line)


def read_blocks(path):
    """Each block between fences whose first line is a command, as a list of lines"""
    return [block for _, block in read_fences(path) if block and block[0].startswith('$ ')]


def split_block(block):
    """Pairs of a command, joined where it is continued, and what it prints"""
    pairs = []
    for line in block:
        if line.startswith('$ '):
            pairs.append([line[2:], []])
        elif pairs[-1][0].endswith('\\'):
            pairs[-1][0] = pairs[-1][0][:-1] + line.strip()
        else:
            pairs[-1][1].append(line.rstrip())
    return pairs


def is_shown(shown, found):
    """Whether the lines are those that are shown, in which `...` stands for anything, alone for
    any number of lines"""
    pattern = ''.join(re.escape(line).replace(r'\.\.\.', '.*') + '\n' if line != '...'
                      else '(?:.*\n)*?' for line in shown)
    return re.fullmatch(pattern, ''.join(line + '\n' for line in found)) is not None


def hold(block, folder, width=WIDTH):
    for command, shown in split_block(block):
        found = run(command, folder, width)
        assert is_shown(shown, found), '\n'.join(['$ ' + command, *found])


def blocks_of(path, words):
    blocks = [block for block in read_blocks(path) if words in block[0]]
    assert blocks, 'no block with ' + words
    return blocks


def case_folder(folder):
    where = os.path.join(folder, 'amber-strait')
    shutil.copytree(STRAIT, where)
    return where


def story_reads_as_it_is_printed():
    blocks = read_blocks('docs/story.md')
    assert len(blocks) == 4
    with tempfile.TemporaryDirectory() as folder:
        where = case_folder(folder)
        for block in blocks:
            hold(block, where, WIDE)
        assert os.path.exists(os.path.join(where, 'refined.svg'))


def guide_reads_as_it_is_printed():
    blocks = read_blocks('docs/guide.md')
    assert len(blocks) == 10, len(blocks)
    with tempfile.TemporaryDirectory() as folder:
        where = case_folder(folder)
        for block in blocks:
            hold(block, where)
        for name in ('ranking.csv', 'strait.gexf', 'first.svg'):
            assert os.path.getsize(os.path.join(where, name)) > 1000, name


def recipes_give_what_they_say():
    """A table, its mapping and a command, again and again"""
    lines = tap.read_lines('docs/mapping.md')
    begin, end = lines.index('## Recipes'), lines.index('## Examples')
    n_recipes = sum(line.startswith('### ') for line in lines[begin:end])
    n_held = 0
    with tempfile.TemporaryDirectory() as folder:
        for word, block in read_fences('docs/mapping.md', begin, end):
            name = {'csv': 'table.csv', 'ini': 'table.mapping'}.get(word)
            if name:
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as text:
                    text.write('\n'.join(block) + '\n')
            else:
                hold(block, folder)
                n_held += 1
    assert n_held == n_recipes >= 6, (n_held, n_recipes)


def investigations_run_as_they_are_shown():
    """With what is said on standard error, and with files that stand in the page"""
    fences = [block for _, block in read_fences('docs/investigation.md') if block]
    files = [block for block in fences if block[0] == '[investigation]']
    commands = [pair for block in fences if block[0].startswith('$ ') for pair in split_block(block)]
    assert len(files) == 2 and len(commands) == 5, (files, commands)
    with tempfile.TemporaryDirectory() as folder:
        where = case_folder(folder)
        for name, block in zip(('small', 'wrong'), files):
            with open(os.path.join(where, name + '.investigation'), 'w', encoding='utf-8') as text:
                text.write('\n'.join(block) + '\n')
        for command, shown in commands:
            fails = ' || test $? = 2' if 'wrong' in command else ''
            found = run('{ %s; } 2>&1%s' % (command, fails), where, WIDTH)
            assert is_shown(shown, found), '\n'.join(['$ ' + command, *found])


def readme_shows_what_the_demo_prints():
    with tempfile.TemporaryDirectory() as folder:
        for block in blocks_of('README.md', './bootstrap demo'):
            hold(block, case_folder(folder))


def readme_shows_screens_as_they_come_out():
    """Each command, with `...` for the inputs of the demo"""
    screens = [block for command in ('explain', 'show', 'own', 'vessel')
               for block in blocks_of('README.md', 'fairlead %s ' % command)]
    assert len(screens) >= 4, screens
    with tempfile.TemporaryDirectory() as folder:
        where = case_folder(folder)
        for block in screens:
            hold(block, where)


def readme_shows_the_day_on_which_the_cap_was_passed():
    with tempfile.TemporaryDirectory() as folder:
        for block in blocks_of('README.md', 'fairlead supply'):
            hold(block, case_folder(folder))


def readme_shows_what_the_published_list_gives():
    paths = [path for folder in ('ofac-sdn-csv-2021', 'ofac-relations-2024')
             for path in glob.glob(os.path.join(PUBLISHED, folder, '*.csv'))]
    if not paths:
        raise tap.Skip('the published files are not beside this checkout')
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            os.symlink(os.path.abspath(path), os.path.join(folder, os.path.basename(path)))
        for block in blocks_of('README.md', 'fairlead rank'):
            hold(block, folder)


tap.run_cases('/cli/tour', [
    guide_reads_as_it_is_printed, investigations_run_as_they_are_shown, recipes_give_what_they_say,
    story_reads_as_it_is_printed, readme_shows_what_the_demo_prints,
    readme_shows_screens_as_they_come_out,
    readme_shows_the_day_on_which_the_cap_was_passed,
    readme_shows_what_the_published_list_gives,
])
