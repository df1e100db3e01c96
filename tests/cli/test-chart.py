# tests/cli/test-chart.py: charts of evidence, as a user asks for them and as they lie on the sheet
import itertools
import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import tap

PROGRAM = sys.argv[1]
TINY = os.path.join(tap.ROOT, 'fixtures', 'tiny-chain')
GOLDEN = os.path.join(TINY, 'expected-chart.svg')
TINY_INPUTS = ['--mapping', 'parties.mapping', 'parties.csv', 'roles.csv']
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
STRAIT_INPUTS = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
                 for word in ('--mapping', name + '.mapping')] + [
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv', 'officers.csv',
    'ships.csv', 'supplies.csv', 'transfers.csv']
SVG = '{http://www.w3.org/2000/svg}'
CASES = []


def case(function):
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.600r instead of %.600r' % (found, expected)


def run(folder, *arguments, more=None):
    done = subprocess.run([os.path.abspath(PROGRAM), 'chart', '--quiet', *arguments], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=230, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', **(more or {})})
    error = done.stderr.decode()
    if 'this build draws no charts' in error:
        raise tap.Skip('built without Graphviz')
    return done.returncode, error


def draw(folder, ending, *arguments):
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, 'chart' + ending)
        code, error = run(folder, '--output', path, *arguments)
        assert code == 0, error
        with open(path, 'rb') as file:
            return file.read()


def boxes(root, css):
    """Left, top, right, bottom of each rectangle of a class: one group holds those of a chart"""
    found = []
    for box in root.iter(SVG + 'rect'):
        if css in box.get('class', '').split():
            left, top, width, height = (float(box.get(name))
                                        for name in ('x', 'y', 'width', 'height'))
            found.append((left, top, left + width, top + height))
    return found


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def assert_apart(image):
    root = xml.etree.ElementTree.fromstring(image)
    everything = boxes(root, 'card') + boxes(root, 'label')
    for one, other in itertools.combinations(everything, 2):
        assert not overlap(one, other), '%r lies on %r' % (one, other)
    return len(boxes(root, 'card')), len(boxes(root, 'label'))


def words(image):
    root = xml.etree.ElementTree.fromstring(image)
    return [text.text for text in root.iter(SVG + 'text')]


@case
def the_tiny_chain_is_drawn_as_expected():
    found = draw(TINY, '.svg', '--target', 'list:UN', '--top', '2', *TINY_INPUTS)
    if os.environ.get('FAIRLEAD_UPDATE_GOLDEN') == '1':
        with open(GOLDEN, 'wb') as file:
            file.write(found)
    with open(GOLDEN, 'rb') as file:
        same(found, file.read())
    same(found, draw(TINY, '.svg', '--target', 'list:UN', '--top', '2', '--mapping',
                     'parties.mapping', 'roles.csv', 'parties.csv'))


def assert_readable_on_a4(image):
    """A4, upright or across, one sheet or several below each other; no writing below 6 points"""
    root = xml.etree.ElementTree.fromstring(image)
    sheets = max(image.count(b'id="page-'), 1)
    sides = sorted((float(root.get('width')), float(root.get('height')) / sheets))
    same([round(side, 1) for side in sides], [793.7, 1122.5])
    sizes = [float(size) for size in re.findall(rb'font-size:([0-9.]+)px', image)]
    on_cards = [size for size in sizes if size != 8.5]  # that of the sources, which is not scaled
    scale = float(re.search(rb' scale\(([0-9.]+)\)', image).group(1))
    assert scale * min(on_cards) * 0.75 >= 6.0, (scale, min(on_cards))
    assert min(sizes) * 0.75 >= 6.0, sizes
    return sheets


def net_of_sixty(links):
    """Files of parties and of their links, all reached from the first"""
    names = ['Pebblewick', 'Larkmoor', 'Inkberry', 'Quarrelsund', 'Wexmarrow', 'Yewstrand',
             'Shalewater', 'Brinefold', 'Tesselund', 'Gullhaven']
    kinds = ['shareholder', 'director', 'registered-owner', 'ism-manager']
    return {
        'p.mapping': '[mapping]\nname=p\n[entity p]\nkind=company\nkey=own:{id}\nname={name}\n'
                     'jurisdiction={country}\n',
        'l.mapping': '[mapping]\nname=l\n[entity a]\nkind=company\nkey=own:{from}\n'
                     '[entity b]\nkind=company\nkey=own:{to}\n'
                     '[link l]\nfrom=a\nto=b\nkind={kind}\nstart={since}\n',
        'p.csv': 'id,name,country\n' + ''.join(
            '%d,%s %s %s,%s\n' % (i + 1, names[i % 10], names[(3 * i + i // 10) % 10],
                                 ('Shipping Ltd', 'Ship Management Pte. Ltd.')[i % 2],
                                 ('Malta', 'Marshall Islands', 'Panama')[i % 3])
            for i in range(60)),
        'l.csv': 'from,to,kind,since\n' + ''.join(
            '%d,%d,%s,%d-0%d-11\n' % (one + 1, other + 1, kinds[(one + other) % 4],
                                     2008 + other % 15, 1 + one % 9)
            for one, other in links)}


def knot():
    """Links of everybody with somebody before, and as many more between any two"""
    state, links = 7, []
    for i in range(125):
        state = (1103515245 * state + 12345) % 2**31
        last = i + 1 if i < 59 else 1 + (state >> 8) % 59
        links.append((state % last, last))
    return links


NETS = {'sparse': [(max(i - 1 - i % 3, 0), i) for i in range(1, 60)] + [(5, 40), (50, 9)],
        'tree': [((i - 1) // 3, i) for i in range(1, 60)],
        'knot': knot()}


@case
def sixty_parties_can_be_read_on_a4():
    for name, links in NETS.items():
        with tempfile.TemporaryDirectory() as folder:
            for file_name, text in net_of_sixty(links).items():
                with open(os.path.join(folder, file_name), 'w', encoding='utf-8') as file:
                    file.write(text)
            ask = ['--around', 'own:1', '--hops', '99', '--mapping', 'p.mapping', '--mapping',
                   'l.mapping', 'p.csv', 'l.csv']
            image = draw(folder, '.svg', *ask)
            page = draw(folder, '.pdf', *ask) if name == 'knot' else None
        cards, labels = assert_apart(image)
        same((name, cards, labels), (name, 60, len(set(links))))
        sheets = assert_readable_on_a4(image)
        assert_all_sources_are_listed(words(image), len(links))
        if page is not None:
            same([sorted(round(float(side)) for side in box) for box in re.findall(
                rb'/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]', page)], [[595, 842]] * sheets)
            assert sheets == 2


def assert_all_sources_are_listed(texts, least):
    numbers = [int(found.group(1)) for found in (
        re.match(r'\[(\d+)\] \S+:\d+', text) for text in texts) if found]
    same(numbers, list(range(1, len(numbers) + 1)))
    assert len(numbers) >= least, (len(numbers), least)


@case
def what_lines_leave_out_stands_with_the_sources_on_a_sheet_of_their_own():
    ask = ['--around', 'name:Quillon Tide Ship Management Pte. Ltd.', '--hops', '3',
           *STRAIT_INPUTS]
    image = draw(STRAIT, '.svg', *ask)
    cards, labels = assert_apart(image)
    same(cards, 60)
    assert labels > 60, labels
    same(assert_readable_on_a4(image), 2)
    assert any('had no room and are left out' in text for text in words(image))
    assert any(re.fullmatch(r'\[\d+(,\d+)*\]', text) for text in words(image)), words(image)
    assert any(re.fullmatch(r'\[\d+\] roles.csv:\d+ ISM manager since 20[-0-9]+', text)
               for text in words(image)), words(image)
    assert_all_sources_are_listed(words(image), 100)


@case
def whoever_is_drawn_as_ranked_comes_with_what_links_it():
    image = draw(STRAIT, '.svg', '--target', 'programme:DPRK', '--top', '60', '--paths', '2',
                 *STRAIT_INPUTS)
    cards, labels = assert_apart(image)
    assert 55 <= cards <= 60 and labels >= cards, (cards, labels)
    assert_readable_on_a4(image)
    drawn = int(next(re.match(r'(\d+) of the first 60 ranked', text) for text in words(image)
                     if 'of the first 60 ranked' in text).group(1))
    assert 30 < drawn < 60, drawn
    ends = len(boxes(xml.etree.ElementTree.fromstring(image), 'asked'))
    same(ends, drawn)


@case
def every_lane_is_drawn_and_nothing_lies_on_another():
    for lanes in ('side', 'jurisdiction', 'none'):
        image = draw(STRAIT, '.svg', '--target', 'programme:DPRK', '--top', '6', '--lanes', lanes,
                     *STRAIT_INPUTS)
        assert_apart(image)
        same({'side': 'Ranked', 'jurisdiction': 'Seychelles', 'none': None}[lanes] in words(image),
             lanes != 'none')


@case
def each_number_on_a_line_stands_among_the_sources():
    image = draw(STRAIT, '.svg', '--from', 'name:Vellmare Commodities FZE', '--to',
                 'programme:DPRK', *STRAIT_INPUTS)
    texts = words(image)
    sources = [text for text in texts if re.fullmatch(r'\[\d+\] \S+:\d+', text)]
    same([int(text[1:].split(']')[0]) for text in sources], list(range(1, len(sources) + 1)))
    cited = {int(number) for text in texts if text not in sources
             for group in re.findall(r'\[([\d, -]+)\]', text) for number in re.findall(r'\d+', group)}
    assert max(cited) == len(sources), (cited, sources)
    with open(os.path.join(STRAIT, 'officers.csv'), encoding='utf-8') as file:
        lines = file.read().split('\n')
    line = next(int(text.split(':')[1]) for text in sources if ' officers.csv:' in text)
    assert 'HAWKESQUILL' in lines[line - 1].upper() or 'VELLMARE' in lines[line - 1].upper()
    assert 'A path is a question, not a finding.' in texts
    assert any(re.search(r'shareholder 30 % \[\d+\]', text) for text in texts), texts


@case
def hostile_names_are_escaped_and_wrapped():
    names = ['<script>alert(1)</script> & "quoted"', '=cmd|calc', '\u202egnp.exe',
             '\u4e2d\u56fd\u6d77\u6d0b\u8fd0\u8f93\u96c6\u56e2\u6709\u9650\u516c\u53f8\u4e0a\u6d77',
             '\u0634\u0631\u0643\u0629 \u0627\u0644\u0646\u0642\u0644', 'W' * 300, 'a\x1b[2Jb']
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'p.csv'), 'w', encoding='utf-8') as file:
            file.write('id,name,owner\n' + ''.join(
                '%d,"%s",%d\n' % (number, name.replace('"', '""'), number - 1)
                for number, name in enumerate(names, 51)))
        with open(os.path.join(folder, 'p.mapping'), 'w', encoding='utf-8') as file:
            file.write('[mapping]\nname=p\n[entity p]\nkind=company\nkey=own:{id}\nname={name}\n'
                       '[entity o]\nkind=company\nkey=own:{owner}\n'
                       '[link l]\nfrom=o\nto=p\nkind=shareholder\n')
        image = draw(folder, '.svg', '--around', 'own:53', '--hops', '9', '--mapping', 'p.mapping',
                     'p.csv')
        assert draw(folder, '.png', '--around', 'own:53', '--hops', '9', '--mapping', 'p.mapping',
                    'p.csv')
    same(assert_apart(image)[0], 8)
    assert b'<script' not in image and b'\x1b' not in image
    assert '\u202e' not in image.decode()
    assert any(text.endswith('\u2026') for text in words(image))


@case
def names_that_no_font_has_are_told():
    fonts = '/usr/share/fonts/truetype/liberation'
    if not os.path.isdir(fonts):
        fonts += '2'
    if not os.path.isdir(fonts):
        raise tap.Skip('fonts-liberation is not there')
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (
                ('fonts.conf', '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
                               '<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>'
                               % (fonts, folder)),
                ('p.csv', 'id,name,owner\n51,\u6d77\u904b\u6d77 Ltd,52\n52,\u00d8re Ltd,51\n'),
                ('p.mapping', '[mapping]\nname=p\n[entity p]\nkind=company\nkey=own:{id}\n'
                              'name={name}\n[entity o]\nkind=company\nkey=own:{owner}\n'
                              '[link l]\nfrom=o\nto=p\nkind=shareholder\n')):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(text)
        ask = ['--around', 'own:52', '--mapping', 'p.mapping', 'p.csv']
        few = {'FONTCONFIG_FILE': os.path.join(folder, 'fonts.conf')}
        for ending, is_told in (('pdf', True), ('png', True), ('svg', False)):
            code, error = run(folder, '--output', 'x.' + ending, *ask, more=few)
            same(code, 0)
            same('no font here has \u6d77\u904b: empty boxes' in error, is_told)
        with open(os.path.join(folder, 'x.pdf'), 'rb') as page:
            assert b'LiberationSans' in page.read()  # embedded


@case
def pixels_and_pages_are_of_the_sheet_and_the_same_each_time():
    ask = ['--target', 'list:UN', '--top', '2', *TINY_INPUTS]
    image = draw(TINY, '.png', *ask)
    same(image[:8], b'\x89PNG\r\n\x1a\n')
    assert struct.unpack('>II', image[16:24]) in ((1587, 2245), (2245, 1587))
    page = draw(TINY, '.pdf', *ask)
    assert page.startswith(b'%PDF-1.') and page.rstrip().endswith(b'%%EOF')
    width, height = (float(number) for number in re.search(
        rb'/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]', page).groups())
    same(sorted((round(width), round(height))), [595, 842])
    same(draw(TINY, '.pdf', *ask), page)
    same(draw(TINY, '.png', *ask), image)
    same(draw(TINY, '.any', '--format', 'pdf', *ask), page)


@case
def the_dark_one_differs_in_colours_alone():
    ask = ['--target', 'list:UN', '--top', '2', *TINY_INPUTS]
    light, dark = draw(TINY, '.svg', *ask), draw(TINY, '.svg', '--dark', *ask)
    assert light != dark
    same(words(light), words(dark))


@case
def what_cannot_be_drawn_is_said():
    for options, message in (
            (['--top', '2'], '--output is missing'),
            (['--output', 'x.gif', '--top', '2'], '--output x.gif has no known ending'),
            (['--output', 'x.svg'], 'one of --from with --to, --top and --around is needed'),
            (['--output', 'x.svg', '--from', 'imo:1'], '--from and --to go together'),
            (['--output', 'x.svg', '--top', '2'], '--top means nothing without --target'),
            (['--output', 'x.svg', '--around', 'imo:1', '--lanes', 'y'], '--lanes y is not known'),
            (['--output', 'x.svg', '--around', 'imo:1', '--hops', '-3'], '--hops -3 is not possible'),
            (['--output', 'x.svg', '--around', 'name:Nobody'], 'selects nothing')):
        code, error = run(TINY, *options, *TINY_INPUTS)
        same(code, 2)
        assert message in error, error
        assert not os.path.exists(os.path.join(TINY, 'x.svg'))


tap.run_cases('/cli/chart', CASES)
