# tests/library/test-python.py: the library from Python, by Debian's PyGObject, pandas, NetworkX and
# igraph
import math
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

import tap
from python_case import Fairlead, FOLDER, GLib, INPUTS, LISTS, MAPPINGS, ONCE, TARGET, need, run

MOST_SECONDS = 30


# ---- the same bytes ----

def unknowns_are_those_of_the_program():
    ranking = ONCE.network.rank(TARGET, limit=5, draws=0, drop_source='officers.csv', collect=3)
    assert ranking.to_json() == run('rank', '--target', TARGET, '--limit', '5', '--draws', '0',
                                    '--drop-source', 'officers.csv', '--collect', '3',
                                    '--format', 'json')
    assert (ranking.to_table()['rank_without'].to_numpy() > 0).all()


def ranking_is_that_of_the_program():
    ranking = ONCE.network.rank(TARGET, draws=20, limit=20, paths=2)
    options = ('--target', TARGET, '--draws', '20', '--paths', '2', '--format')
    assert ranking.to_json() == run('rank', *options, 'json')
    assert ranking.to_csv() == run('rank', *options, 'csv')


def a_kept_case_ranks_the_same():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'kept.fairlead')
        assert Fairlead.Case(*INPUTS, mappings=MAPPINGS).keep(path)
        ranking = Fairlead.load(path).rank(TARGET, draws=20)
    assert [(party.entity.id, party.score) for party in ranking] == [
        (party.entity.id, party.score) for party in ONCE.ranking]


def a_list_does_where_several_do():
    network = Fairlead.load(INPUTS, mappings=MAPPINGS)
    assert len(network) == len(ONCE.network)
    names = [party.entity.id for party in ONCE.network.rank(TARGET, draws=0, limit=5)]
    for ranking in (network.rank([TARGET], draws=0, limit=5),
                    network.rank(target=TARGET, draws=0, limit=5)):
        assert [party.entity.id for party in ranking] == names
    assert list(network.select([TARGET])) == list(network.select(TARGET))


# ---- lists ----

def lists_are_sequences():
    network = ONCE.network
    assert len(network) == 212 and len(list(network)) == 212
    assert network[-1] == network[211] and network[2:5] == [network[2], network[3], network[4]]
    assert [one.position for one in network[::100]] == [0, 100, 200]
    try:
        network[212]
        assert False, 'there is no such entity'
    except IndexError:
        pass


def entities_are_found_by_id():
    network = ONCE.network
    ship = network['imo:3112048']
    assert ship.name == 'HESPER AMBER' and ship.kind == 'vessel' and ship in network
    assert 'imo:3112048' in network and 'imo:1' not in network
    assert ship == network[ship.position] and len({ship, network[ship.position]}) == 1
    try:
        network['imo:1']
        assert False, 'there is no such entity'
    except KeyError:
        pass


def entities_tell_what_is_known():
    ship = ONCE.network['imo:3112048']
    facts = {fact.get_label(): fact.get_value() for fact in ship.facts}
    assert facts['imo'] == '3112048', facts
    owners = [link for link in ship.links if link.kind == 'registered-owner']
    assert [link.from_.name for link in owners] == ['Hesper Amber Shipping Ltd']
    assert str(owners[0].source).endswith('roles.csv:%d' % owners[0].source.line)
    assert (owners[0].share.low, owners[0].share.high) == (0.0, 1.0)
    assert owners[0].period.dup_start() is not None


def rankings_are_sequences():
    first = ONCE.ranking[0]
    assert first.rank == 1 and first.entity.name == 'Hesper Amber Shipping Ltd'
    assert first.components['control'] == 1.0 and len(first.components) == 5
    low, high = first.interval
    assert low <= high
    path = ONCE.ranking.evidence(first.entity)[0]
    assert path[-1].to.is_listed and 0 < path.confidence <= 1
    assert [hop.to for hop in path[:-1]] == [hop.from_ for hop in path[1:]]


def issues_have_sources():
    assert [issue.tag for issue in ONCE.network.issues] == ['placeholder', 'placeholder',
                                                            'unknown-country']
    assert str(ONCE.network.issues[0].source).endswith('roles.csv:19')


# ---- results for others ----

def frames_hold_what_csv_says():
    pandas = need('pandas')
    import io
    frame = ONCE.ranking.to_pandas()
    expected = pandas.read_csv(io.StringIO(ONCE.ranking.to_csv()))
    assert len(frame) == len(expected) == 171
    for name in ('id', 'name', 'kind', 'rank', 'degree', 'is_target'):
        assert (frame[name].astype(object) == expected[name].astype(object)).all(), name
    for name in ('score', 'proximity', 'necessity', 'top_probability'):
        # CSV has six digits
        assert ((frame[name] - expected[name]).abs() <= 1e-5 * expected[name].abs() + 1e-9).all()
    assert str(frame['rank_low'].dtype) == 'Int64' or frame['rank_low'].min() > 0
    assert frame['kind'].dtype.name == 'category'


def frames_of_every_result():
    need('pandas')
    network = ONCE.network
    links = network.links_to_pandas()
    assert len(links) == network.get_n_links() and str(links['start'].dtype).startswith('datetime')
    link = network.dup_link(17)
    assert links['from'][17] == link.from_.position and links['kind'][17] == link.kind
    assert len(network.find_paths('imo:3112048', TARGET).to_pandas()) >= 10
    assert list(network.find_ownership('imo:3112048').to_pandas()['low']) == [1.0, 1.0]
    assert list(network.find_ownership().to_pandas()['id']) == ['register:HK4492265']
    bars = network['imo:3112048'].timeline().to_pandas()
    assert 'HESPER AMBER' in set(bars['value'])
    assert len(network.issues.to_pandas()) == 3 and len(network.to_pandas()) == 212


def supplies_add_up():
    pandas = need('pandas')
    network = Fairlead.load(*INPUTS, os.path.join(FOLDER, 'events.csv'), mappings=MAPPINGS)
    supply = network.estimate_supply('refined', 2023)
    frame = supply.to_pandas()
    assert len(frame) == len(supply) > 0 and supply.get_unit() == 'barrel'
    assert math.isclose(frame['middle'].sum(), supply.get_total(Fairlead.Scenario.MIDDLE))
    assert frame['day'].min() >= pandas.Timestamp('2023-01-01')


def texts_of_any_script_come_whole():
    numpy = need('numpy')
    folder = os.path.join(tap.ROOT, 'fixtures', 'hostile-names')
    network = Fairlead.load(os.path.join(folder, 'parties.csv'),
                            mappings=os.path.join(folder, 'parties.mapping'))
    table = network.to_table()
    found = table['name'].to_numpy()
    assert found.dtype == numpy.dtype(object)
    assert list(found) == [entity.name for entity in network]
    assert any(not name.isascii() for name in found), list(found)


def graphs_have_all_links():
    networkx = need('networkx')
    network = ONCE.network
    graph = network.to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert graph.number_of_nodes() == 212 and graph.number_of_edges() == 471
    assert graph.nodes['imo:3112048']['name'] == 'HESPER AMBER'
    owner = graph.get_edge_data('imo-company:9704795', 'imo:3112048')
    assert 'registered-owner' in [link['kind'] for link in owner.values()]


def igraphs_have_all_links():
    need('igraph')
    graph = ONCE.network.to_igraph()
    assert graph.vcount() == 212 and graph.ecount() == 471 and graph.is_directed()
    ship = graph.vs.find(id='imo:3112048')
    assert ship.index == ONCE.network['imo:3112048'].position
    assert 'registered-owner' in [edge['kind'] for edge in ship.in_edges()]


def disruptions_are_lists_of_moves():
    found = ONCE.network.disrupt(TARGET, budget=2, candidates=20, protect='imo:3112048')
    assert found[0].what == 'designate' and found[0].entity.id != 'imo:3112048'
    assert found.left < found.access and found[-1].what == 'warn'
    assert found.to_json() == run('disrupt', '--target', TARGET, '--budget', '2', '--candidates',
                                  '20', '--protect', 'imo:3112048', '--limit', '0', '--format',
                                  'json')


def explanations_tell_what_carries():
    found = ONCE.ranking.explain('imo-company:9704795')
    assert math.isclose(sum(found.shares.values()), 1.0) and found.party.rank == 1
    assert found[0][-1].to.is_listed and found.ranks_without
    assert found.to_json() == run('explain', 'imo-company:9704795', '--target', TARGET,
                                  '--format', 'json')


def backtests_judge_measures():
    found = ONCE.network.backtest('2022-12-31', TARGET, 'imo-company:9704795', draws=20)
    assert found[0].get_measure() == 'score' and found[0].get_auc()[0] > 0.9
    assert '<svg' in found._repr_svg_()
    need('pandas')
    frame = found.to_pandas()
    assert frame['measure'][0] == 'score' and frame['auc'][0] == found[0].get_auc()[0]


# ---- files and pictures ----

def charts_are_pictures():
    ranking = ONCE.ranking
    for chart, title in (
            (ONCE.network.chart(from_='imo:3112048', to=TARGET), 'How HESPER AMBER is linked to'),
            (ONCE.network.chart(around='imo:3112048', hops=1), 'HESPER AMBER, and what is'),
            (ranking.chart(top=3), 'The first 3 ranked')):
        assert chart.title.startswith(title), chart.title
    try:
        svg = chart._repr_svg_()
    except GLib.Error as error:
        assert error.matches(Fairlead.error_quark(), Fairlead.Error.USAGE), error
        raise tap.Skip(error.message)
    assert svg.startswith('<svg') or svg.startswith('<?xml'), svg[:80]
    assert chart.to_svg(lanes='none', dark=True) != svg
    assert chart.to_png().startswith(b'\x89PNG') and chart.to_pdf().startswith(b'%PDF')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'chart.svg')
        assert chart.save(path)
        with open(path, encoding='utf-8') as drawn:
            assert drawn.read() == svg


def paths_go_over_chosen_links():
    network = ONCE.network
    paths = network.find_paths('imo:3112048', TARGET, kinds='transfer-partner', by_hops=True,
                               count=True)
    assert {link.kind for path in paths for hop in path for link in hop} == {'transfer-partner'}
    assert paths.to_json() == run('path', '--kind', 'transfer-partner', '--by', 'hops', '--count',
                                  '--format', 'json', 'imo:3112048', TARGET)
    assert paths.n_cheapest == len(paths) == 3
    assert network.find_paths('imo:3112048', TARGET).n_cheapest is None
    ends = ('imo:3112048', 'imo-company:9704795')
    common = network.find_common(*ends, classes=['ownership'])
    assert [hop.to.id for hop in common[0]] == ['imo:3112048']
    assert common.to_json() == run('common', '--class', 'ownership', '--format', 'json', *ends)


def ownership_is_asked_in_all_ways():
    network = ONCE.network
    owners = network.find_ownership('imo:3112048', power=500, seed=7)
    assert owners.to_json() == run('own', '--power', '500', '--seed', '7', '--limit', '0',
                                   '--format', 'json', 'imo:3112048')
    assert owners[0].power == 1.0 and owners[0].share.low == 1.0 and owners[0].hops == 1
    assert network.find_ownership('imo:3112048')[0].power is None
    fallen = network.find_ownership(rules='OFAC', listed='register:AE2515934',
                                    joint=['name:Evander HAWKESQUILL'])
    assert fallen.to_csv() == run('own', '--all-listed', '--rule', 'OFAC', '--listed',
                                  'register:AE2515934', '--joint', 'name:Evander HAWKESQUILL',
                                  '--limit', '0', '--format', 'csv')


def ships_are_told_of():
    network = ONCE.network
    fleets = network.find_fleets()
    assert fleets.to_csv() == run('own', '--fleets', '--limit', '0', '--format', 'csv')
    assert fleets[0].ship.kind == 'vessel' and fleets[0].runner and fleets[0].link
    signals = network.find_signals(TARGET)
    assert signals.to_csv() == run('vessel', '--signals', '--target', TARGET, '--format', 'csv')
    first = signals[0]
    assert first.name and first.caution and first.sources and first.ship.kind == 'vessel'
    frame = need('pandas') and signals.to_pandas()
    assert len(frame) == len(signals) and frame['signal'].dtype.name == 'category'
    assert len(fleets.to_pandas()) == len(fleets)


def results_are_drawn():
    network = ONCE.network
    owners = network.find_ownership('imo:3112048')
    assert owners._repr_svg_() == run('own', '--format', 'svg', 'imo:3112048')
    assert network.find_ownership()._repr_svg_() is None  # a drawing is of one
    timeline = network['imo:3112048'].timeline()
    assert timeline.ship.name == 'HESPER AMBER'
    assert timeline._repr_svg_() == run('vessel', 'imo:3112048', '--format', 'svg')
    supply = network.estimate_supply('refined', 2023)
    assert supply.to_png().startswith(b'\x89PNG') and supply.to_pdf().startswith(b'%PDF')
    with tempfile.TemporaryDirectory() as folder:
        for result in (owners, timeline, supply):
            path = os.path.join(folder, type(result).__name__ + '.svg')
            assert result.save(path)
            with open(path, encoding='utf-8') as drawn:
                assert drawn.read() == result._repr_svg_() == result.to_svg()


def networks_are_exported():
    networkx = need('networkx')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'near.graphml')
        export = ONCE.network.export(path, around='imo:3112048', hops=1,
                                     kinds=('company', 'vessel'))
        graph = networkx.read_graphml(path)
        assert graph.number_of_nodes() == export.get_n_entities() > 0
        ONCE.ranking.export(os.path.join(folder, 'first.csv'), top=3)
        assert sorted(os.listdir(folder)) == ['first-edges.csv', 'first-nodes.csv', 'near.graphml']
        with open(os.path.join(folder, 'first-nodes.csv'), encoding='utf-8') as nodes:
            assert 'score' in nodes.readline()


def reports_are_written():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'report.html')
        assert ONCE.ranking.report(path, title='Amber', limit=5, top=1, collect=0,
                                   around='imo:3112048')
        with open(path, encoding='utf-8') as page:
            text = page.read()
    assert text.startswith('<!DOCTYPE html>') and '<title>Amber' in text


# ---- errors and long work ----

def errors_are_told_apart():
    for call, code in (
            (lambda: Fairlead.load(), Fairlead.Error.USAGE),
            (lambda: Fairlead.load('/no/such/file'), Fairlead.Error.IO),
            (lambda: ONCE.network.rank('programme:ATLANTIS'), Fairlead.Error.UNKNOWN_REFERENCE),
            (lambda: ONCE.network.rank(), Fairlead.Error.USAGE),
            (lambda: ONCE.network.rank(TARGET, measures='beauty'), Fairlead.Error.USAGE),
            (lambda: ONCE.network.estimate_supply('wine', 2023),
             Fairlead.Error.UNKNOWN_REFERENCE),
            (lambda: ONCE.network['imo-company:9704795'].timeline(), Fairlead.Error.USAGE)):
        try:
            call()
            assert False, 'nothing failed'
        except GLib.Error as error:
            assert error.matches(Fairlead.error_quark(), code), error


def progress_is_told():
    told = []

    def listen(*words):
        told.append(words)

    network = Fairlead.load(*INPUTS, mappings=MAPPINGS, progress=listen)
    lists = Fairlead.load(*LISTS)
    ranking = network.rank(TARGET, limit=3, draws=0)
    with tempfile.TemporaryDirectory() as folder:
        for work in (lambda: lists.diff(network, progress=listen),
                     lambda: lists.find_gaps('dprk', progress=listen),
                     lambda: lists.search('tidemrk bunkr', progress=listen),
                     lambda: network.disrupt(TARGET, budget=1, candidates=5, progress=listen),
                     lambda: network.find_common('imo:3112048', 'imo:3113779', progress=listen),
                     lambda: network.chart(around='imo:3112048', progress=listen),
                     lambda: ranking.chart(top=2, progress=listen),
                     lambda: ranking.export(folder + '/a.gexf', progress=listen),
                     lambda: ranking.report(folder + '/a.html', collect=1, progress=listen)):
            before = len(told)
            work()
            assert len(told) > before, work
    for what, done, total, *_ in told:
        assert isinstance(what, str) and (total == 0 or done <= total), (what, done, total)


def work_ends_when_its_time_is_over():
    try:
        with Fairlead.interruptible(seconds=0.05) as cancellable:
            while True:
                ONCE.network.rank(TARGET, draws=100000, cancellable=cancellable)
        assert False, 'it went on'
    except TimeoutError:
        pass


def work_ends_at_an_interrupt():
    killer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    began = time.monotonic()
    try:
        killer.start()
        with Fairlead.interruptible() as cancellable:
            ONCE.network.rank(TARGET, draws=100000, cancellable=cancellable)
        assert False, 'it went on'
    except KeyboardInterrupt:
        assert time.monotonic() - began < MOST_SECONDS
    finally:
        killer.join()


def work_goes_on_in_a_thread():
    loop, done = GLib.MainLoop(), []

    def on_done(network, result):
        done.append(network.rank_finish(result))
        loop.quit()

    question = Fairlead.Question(target=[TARGET], limit=3, draws=0)
    ONCE.network.rank_async(question, None, None, None, on_done)
    GLib.timeout_add_seconds(MOST_SECONDS, loop.quit)
    loop.run()
    assert [party.rank for party in done[0]] == [1, 2, 3]


# ---- what people read ----

def the_module_is_documented():
    for name in ('AisEvent', 'Case', 'Chart', 'Column', 'Decisions', 'Difference', 'Gap', 'Hit',
                 'Network', 'Proposal', 'Ranking', 'Result', 'Screening', 'Table',
                 'find_ais_events', 'interruptible', 'load'):
        thing = getattr(Fairlead, name)
        assert thing.__doc__ and not thing.__doc__.startswith('Object'), name
    for method in ('rank', 'select', 'to_networkx', 'to_igraph', 'find_paths', 'chart', 'export',
                   'diff', 'find_gaps', 'propose', 'screen', 'search'):
        assert getattr(Fairlead.Network, method).__doc__, method


def nothing_heavy_is_imported_before_it_is_needed():
    script = ('import gi, sys; gi.require_version("Fairlead", "1")\n'
              'from gi.repository import Fairlead\n'
              'print([name for name in ("numpy", "pandas", "networkx", "igraph")'
              ' if name in sys.modules])')
    found = subprocess.run([sys.executable, '-c', script], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    assert found == '[]\n', found


tap.run_cases('/library/python', [
    ranking_is_that_of_the_program,
    unknowns_are_those_of_the_program,
    a_kept_case_ranks_the_same,
    a_list_does_where_several_do,
    lists_are_sequences,
    entities_are_found_by_id,
    entities_tell_what_is_known,
    rankings_are_sequences,
    issues_have_sources,
    frames_hold_what_csv_says,
    frames_of_every_result,
    supplies_add_up,
    texts_of_any_script_come_whole,
    graphs_have_all_links,
    igraphs_have_all_links,
    disruptions_are_lists_of_moves,
    explanations_tell_what_carries,
    backtests_judge_measures,
    charts_are_pictures,
    paths_go_over_chosen_links,
    ownership_is_asked_in_all_ways,
    ships_are_told_of,
    results_are_drawn,
    networks_are_exported,
    reports_are_written,
    errors_are_told_apart,
    progress_is_told,
    work_ends_when_its_time_is_over,
    work_ends_at_an_interrupt,
    work_goes_on_in_a_thread,
    the_module_is_documented,
    nothing_heavy_is_imported_before_it_is_needed,
])
