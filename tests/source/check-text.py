# tests/source/check-text.py: the layout of the sources that a compiler does not see
import re

import tap

CODE = ('.c', '.h')
FOLDERS = ['ingest', 'graph', 'cluster', 'output', 'library', 'cli', 'tests', 'bench']
WIDTH = 100


def is_too_wide(line):
    """The backslash that continues a macro may stand where it likes"""
    return len(re.sub(r'\s*\\$', '', line).expandtabs(8)) > WIDTH


def has_own_colour(line):
    """Greys that stand beside colours are free: what tells one thing from another is not"""
    return any(not is_grey(colour) for colour in re.findall('#([0-9a-f]{6})[";}]', line))


def is_grey(colour):
    parts = [int(colour[i:i + 2], 16) for i in (0, 2, 4)]
    return max(parts) - min(parts) < 32


# name, files by their endings, what a line must not be
RULES = [
    ('no-space-before-a-tab', CODE, re.compile(r'[\t ]* \t').match),
    ('no-line-wider-than-%d-columns' % WIDTH, CODE, is_too_wide),
    ('no-blank-at-the-end', CODE + ('.py', '.sh', 'meson.build'), re.compile(r'.*[ \t\r]$').match),
    ('no-long-dash', CODE + ('.py', '.sh'), re.compile('.*\u2014').match),
    ('no-mark-of-unfinished-work', CODE, re.compile(r'.*\b(TODO|FIXME|XXX)\b').match),
]


def offences(endings, is_bad, folders=FOLDERS):
    return ['%s:%d' % (path, number)
            for path in tap.files_below(folders, endings)
            for number, line in enumerate(tap.read_lines(path), 1) if is_bad(line)]


def unnamed():
    return [path for path in tap.files_below(FOLDERS, CODE)
            if not tap.read_lines(path)[0].startswith('/* ' + path)]


def unended():
    return [path for path in tap.files_below(FOLDERS, CODE) if tap.read_lines(path)[-1] != '']


cases = [('/source/text/' + name, offences(endings, is_bad)) for name, endings, is_bad in RULES]
cases.append(('/source/text/no-colour-that-is-not-of-the-palette',
              offences(CODE, has_own_colour, ['output', 'cli'])))
cases.append(('/source/text/every-file-begins-with-its-path', unnamed()))
cases.append(('/source/text/every-file-ends-with-a-newline', unended()))
tap.report(cases)
