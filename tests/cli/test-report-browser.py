# tests/cli/test-report-browser.py: a report in a real browser: nothing fails, nothing leaves, it can be
# searched, filtered and dragged, and axe-core finds no barrier
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import outside
import tap

PROGRAM = os.path.abspath(sys.argv[1])
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
INPUTS = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
          for word in ('--mapping', name + '.mapping')] + [
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv', 'officers.csv',
    'ships.csv', 'supplies.csv', 'transfers.csv', 'events.csv']
CASES = []
TOLD = {}


def case(function):
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.600r instead of %.600r' % (found, expected)


def use(whole, small, large):
    browser = shutil.which('chromium') or shutil.which('chromium-browser')
    if browser is None:
        raise tap.Skip('chromium is not there')
    if not outside.has_node_package('playwright-core'):
        raise tap.Skip('node or playwright-core is not there: tests/clients/fetch')
    axe = outside.path_of('node_modules', 'axe-core', 'axe.min.js')
    script = os.path.join(tap.ROOT, 'tests', 'clients', 'use-report.js')
    done = subprocess.run(['node', script, whole, small, large, browser] + ([axe] if axe else []), check=False,
                          capture_output=True, timeout=400, env=outside.node_environment())
    assert done.returncode == 0, done.stderr.decode()[-1500:]
    return json.loads(done.stdout)


def write(path, *options):
    subprocess.run([PROGRAM, 'report', '--quiet', '--draws', '20', '--collect', '5', '--output', path,
                    '--target', 'programme:DPRK', *options, *INPUTS], cwd=STRAIT, check=True, timeout=100)
    return path


PARTIES = 5000
LARGE_MAPPING = """[mapping]
name=large-parties

[entity party]
kind={kind}
key=large:{id}
name=Party number {id|strip-prefix:P}

[designation listed]
of=party
list={list}
when={list}

[mapping]
name=large-links

[entity holder]
key=large:{holder}

[entity held]
key=large:{held}

[link holding]
from=holder
to=held
kind={relation}
start={since}
"""


def write_large(place):
    """As many as are ever drawn, each linked with one or two that came before"""
    chance = random.Random(4)
    with open(os.path.join(place, 'large.mapping'), 'w', encoding='utf-8') as out:
        out.write(LARGE_MAPPING)
    with open(os.path.join(place, 'parties.csv'), 'w', encoding='utf-8') as out:
        out.write('id,kind,list\n')
        for i in range(PARTIES):
            out.write('P%d,%s,%s\n' % (i, chance.choice(('person', 'company', 'vessel')),
                                       'OFAC' if i % 500 == 0 else ''))
    with open(os.path.join(place, 'links.csv'), 'w', encoding='utf-8') as out:
        out.write('holder,held,relation,since\n')
        for i in range(1, PARTIES):
            for _ in range(chance.choice((1, 2))):
                out.write('P%d,P%d,%s,%d-01-01\n' % (
                    chance.randrange(i), i, chance.choice(('shareholder', 'director', 'supplier')),
                    chance.randrange(2005, 2024)))
    path = os.path.join(place, 'large.html')
    subprocess.run([PROGRAM, 'report', '--quiet', '--draws', '5', '--collect', '0', '--top', '2', '--output', path,
                    '--target', 'list:OFAC', '--kinds', 'person,company,vessel', '--mapping', 'large.mapping',
                    'parties.csv', 'links.csv'], cwd=place, check=True, timeout=100)
    return path


def told():
    """What came of one visit of the browser, which all cases share; a failure too"""
    if not TOLD:
        try:
            with tempfile.TemporaryDirectory() as place:
                whole = write(os.path.join(place, 'report.html'))
                small = write(os.path.join(place, 'small.html'), '--limit', '6', '--top', '2',
                              '--around', 'imo:3113779', '--hops', '1')
                TOLD.update(use(whole, small, write_large(place)))
        except (tap.Skip, AssertionError, subprocess.SubprocessError) as error:
            TOLD['failure'] = error
    if 'failure' in TOLD:
        raise TOLD['failure']
    return TOLD


def network():
    if 'network' not in told():
        raise tap.Skip('built without Cytoscape.js')
    return told()['network']


@case
def it_opens_without_an_error_and_asks_for_nothing():
    same(told()['console'], [])
    same(told()['requests'], [])
    same(told()['withoutScript'], False)


@case
def it_is_no_wider_than_the_screen():
    for name, (width, screen) in told()['widths'].items():
        assert width <= screen, '%s: %d wide on %d' % (name, width, screen)


@case
def the_ranking_is_found_in_filtered_and_sorted():
    ranking = told()['ranking']
    same(ranking['byRank'][0], 'Hesper Amber Shipping Ltd')
    assert ranking['found'] and all('amber' in name.lower() for name in ranking['found'])
    same(ranking['foundWords'], '%d of 100 shown' % len(ranking['found']))
    assert 0 < len(ranking['foundVessels']) < len(ranking['found'])
    same(ranking['sorted'], 'descending')
    same(ranking['byBrokerage'], sorted(ranking['byBrokerage'], reverse=True))


@case
def the_search_of_the_network_finds():
    same(network()['all'], [214, 214, 543, 543])
    same(network()['searched'][0], len(network()['listed']))
    same(sorted(name.split('. ')[1] for name in network()['listed']),
         ['Ceres Amber Shipping Ltd', 'Hesper Amber Shipping Ltd', 'Juno Amber Shipping Ltd'])


@case
def the_filter_and_the_slider_change_the_count():
    shown, _, links, _ = network()['withoutVessels']
    assert shown == 214 - 38 and links < 543, network()['withoutVessels']
    assert network()['day'].startswith('on '), network()['day']
    assert network()['onDay'][0] < 214 and network()['onDay'][2] < 543, network()['onDay']


@case
def a_click_opens_the_sources():
    assert 'HAEMU, Ki Nol' in network()['chosen']
    assert 'sdn.csv:' in network()['chosen'], network()['chosen']
    assert 0 < network()['around'][0] < 10, network()['around']
    assert 'link' in network()['chosenByKey'] and '.csv:' in network()['chosenByKey']


@case
def a_party_can_be_dragged():
    x, y = network()['dragged']
    assert x < -1 and y < -1, (x, y)


@case
def thousands_open_and_search_filter_slider_click_and_drag_work():
    network()
    large = told()['large']
    shown, parties, links, all_links = large['all']
    same([shown, parties, links], [PARTIES, PARTIES, all_links])
    assert all_links > PARTIES
    same(large['searched'], [1] + large['all'])
    for words in (large['chosen'], large['clicked']):
        assert words.startswith('Party number 4321') and 'parties.csv:4323' in words, words
    assert 0 < large['withoutKind'][0] < PARTIES and large['withoutKind'][2] < all_links
    assert 0 < large['onDay'][0] < PARTIES and large['onDay'][2] < all_links
    x, y = large['dragged']
    assert x < -1 and y < -1, (x, y)
    same(large['isPainted'], True)


@case
def axe_finds_no_barrier():
    if not told()['access']:
        raise tap.Skip('axe-core is not there: tests/clients/fetch')
    for name, found in told()['access'].items():
        assert not found, '%s: %.600r' % (name, found)


if __name__ == '__main__':
    tap.run_cases('/output/report-browser', CASES)
