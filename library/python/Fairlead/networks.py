# library/python/Fairlead/networks.py
"""Cases, networks, rankings, and what is asked of them"""
import contextlib
import csv
import os
import tempfile

from .base import Fairlead, one_by_one, overriding, paths, public, texts


@contextlib.contextmanager
def _file_of_names(names):
    """The path of a file of names: of one, of a DataFrame, or of a list of names"""
    if isinstance(names, (str, os.PathLike)):
        yield os.fspath(names)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'names.csv')
        if hasattr(names, 'to_csv') and hasattr(names, 'columns'):
            names.to_csv(path, index=False)
        else:
            with open(path, 'w', encoding='utf-8', newline='') as file:
                rows = csv.writer(file)
                rows.writerow(['name'])
                rows.writerows([str(name)] for name in names)
        yield path


class Case(Fairlead.Case):
    """What is read: Case('sdn.csv', 'alt.csv', mappings=[...], as_of='2017-02-28')"""

    def __init__(self, *inputs, mappings=None, decisions=None, merges=True, hashes=False,
                 as_of=None, edition=None, **more):
        inputs = more.pop('inputs', one_by_one(inputs))
        super().__init__(inputs=paths(inputs), mappings=paths(mappings),
                         decisions=None if decisions is None else os.fspath(decisions),
                         merges=merges, hashes=hashes,
                         as_of=None if as_of is None else str(as_of),
                         edition=None if edition is None else str(edition), **more)

    def load(self, cancellable=None, progress=None):
        """Reads all inputs into a Network. progress(what, done, total) is told how far it is."""
        return super().load(cancellable, progress)

    def search(self, text, kind=None, limit=20, cancellable=None, progress=None):
        """As Network.search(), without a load where the case is a large one that was kept"""
        return super().search(text, kind, limit, cancellable, progress)

    def keep(self, path, data_set=None, cancellable=None, progress=None):
        """Imports all inputs into one file, which is an input like any other."""
        return super().keep(os.fspath(path), data_set, cancellable, progress)


Case = overriding(Case)


@public
def load(*inputs, cancellable=None, progress=None, **how):
    """Reads inputs into a Network; see Case for what else may be said."""
    return Case(*inputs, **how).load(cancellable, progress)


class Network(Fairlead.Network):
    """Entities and links: network['imo:7937317'] is an entity, network[0] too."""

    def __getitem__(self, key):
        if not isinstance(key, str):
            return super().__getitem__(key)
        entity = self.find(key)
        if entity is None:
            raise KeyError(key)
        return entity

    def __contains__(self, key):
        if isinstance(key, str):
            return self.find(key) is not None
        return isinstance(key, Fairlead.Entity) and self.find(key.get_id()) == key

    def select(self, *expressions):
        """The entities that any of the expressions stands for: 'programme:DPRK', 'imo:7937317'"""
        return super().select(texts(one_by_one(expressions)))

    @property
    def issues(self):
        """What is doubtful about the inputs"""
        return self.dup_issues()

    def rank(self, *target, cancellable=None, progress=None, **question):
        """Ranks every party by how it connects the target to the market.

        What else is asked are the properties of Question: limit, draws, seed, market, measures,
        include_targets, parameters, paths, draw_merges, drop_source, collect, sampling_error,
        by_jurisdiction.
        """
        if len(target) == 1 and isinstance(target[0], Fairlead.Question):
            return super().rank(target[0], cancellable, progress)
        for name in ('market', 'measures'):
            if name in question:
                question[name] = texts(question[name])
        target = question.pop('target', one_by_one(target))
        asked = Fairlead.Question(target=texts(target), **question)
        return super().rank(asked, cancellable, progress)

    def find_paths(self, from_, to, n=10, max_hops=0, time=Fairlead.PathTime.ANY_TIME,
                   by_hops=False, cancellable=None, progress=None, **links):
        """The best paths between those whom two expressions stand for

        What else may be said are the properties of PathQuestion: kinds, classes, as_of,
        through_hubs, max_degree, parameters, and count, for the number of the best paths.
        """
        asked = Fairlead.PathQuestion(
            **{'from': from_, 'to': to}, n=n, max_hops=max_hops, by_hops=by_hops,
            overlapping=time == Fairlead.PathTime.OVERLAPPING,
            in_order=time == Fairlead.PathTime.IN_ORDER, **_links(links))
        return super().ask_paths(asked, cancellable, progress)

    def find_common(self, *parties, cancellable=None, progress=None, **links):
        """What joins several: trees of links, as Paths

        What else may be said are the properties of CommonQuestion: kinds, classes, as_of, by_hops,
        through_hubs, max_degree, parameters.
        """
        asked = Fairlead.CommonQuestion(parties=texts(one_by_one(parties)), **_links(links))
        return super().find_common(asked, cancellable, progress)

    def find_ownership(self, entity=None, is_down=False, rules=None, as_of=None, limit=0,
                       cancellable=None, progress=None, **more):
        """Who owns an entity, what it owns, or, without one, all who fall under the rules

        What else may be said are the properties of OwnershipQuestion: rule_file, listed, joint,
        power, seed.
        """
        asked = Fairlead.OwnershipQuestion(
            entity=entity, down=is_down, limit=limit,
            **_plain(dict(more, rules=rules, as_of=as_of), rules=texts, as_of=str, listed=texts,
                     joint=texts, rule_file=os.fspath))
        return super().ask_ownership(asked, cancellable, progress)

    def find_fleets(self, entity=None, as_of=None, cancellable=None, progress=None):
        """Ships by who runs them, of an entity or all, single-ship companies seen through"""
        return super().find_fleets(entity, None if as_of is None else str(as_of), cancellable,
                                   progress)

    def find_signals(self, *target, parameters=None, cancellable=None, progress=None):
        """Signals of evasion of all ships, for a target or for all who are listed"""
        return super().find_signals(texts(one_by_one(target)) or None,
                                    None if parameters is None else os.fspath(parameters),
                                    cancellable, progress)

    def estimate_supply(self, cap, year, factors=None, cancellable=None, progress=None):
        """What was delivered against a cap in its twelve months"""
        return super().estimate_supply(cap, year, None if factors is None else os.fspath(factors),
                                       cancellable, progress)

    def diff(self, later, cancellable=None, progress=None):
        """What a later network has that this one has not: two editions of a list"""
        return super().diff(later, cancellable, progress)

    def find_gaps(self, programme=None, bodies=None, includes_all=False, cancellable=None,
                  progress=None):
        """Whom one body lists and another does not: find_gaps('dprk', ['UN', 'EU'])"""
        return super().find_gaps(programme, texts(bodies), includes_all, cancellable, progress)

    def screen(self, names, columns=None, max_hops=3, cancellable=None, progress=None):
        """Verdicts on names: the path of a CSV file, a DataFrame, or a list of names.

        columns says which header is what where that is not clear: {'name': 'Kunde'}.
        """
        said = None if columns is None else ['%s=%s' % one for one in dict(columns).items()]
        with _file_of_names(names) as path:
            return super().screen(path, said, max_hops, cancellable, progress)

    def propose(self, kind=None, threshold=Fairlead.RESOLVE_THRESHOLD,
                least=Fairlead.RESOLVE_LEAST, limit=0, cancellable=None, progress=None):
        """Pairs that may be one party, the most probable first; see Decisions for what then"""
        return super().propose(kind, threshold, least, limit, cancellable, progress)

    def search(self, text, kind=None, limit=20, cancellable=None, progress=None):
        """Entities that a text may mean: a name, with typing errors too, a number, an address"""
        return super().search(text, kind, limit, cancellable, progress)

    def chart(self, from_=None, to=None, n=5, around=None, hops=2, ranking=None,
              parameters=None, cancellable=None, progress=None):
        """A Chart of the best paths between two, or of what is around one"""
        if (from_ is None) != (to is None) or (from_ is None) == (around is None):
            raise ValueError('either from_ with to, or around is needed')
        if around is not None:
            return super().chart_around(texts(around), hops, ranking, cancellable, progress)
        return super().chart_paths(texts(from_), texts(to), n,
                                   None if parameters is None else os.fspath(parameters),
                                   cancellable, progress)

    def export(self, path, form=Fairlead.ExportForm.BY_ENDING, ranking=None, places=True,
               parameters=None, cancellable=None, progress=None, **part):
        """Writes it for another program: export('near.gexf', around='imo:7937317', hops=1)

        The form is told by the ending: .graphml, .gexf, .dot, .csv, .cypher, .ftm, .xlsx, .arcs.
        Which part of the network are the properties of Part: around, hops, kinds, component, and
        top, of a ranking. Returns the Export, which says how much was written.
        """
        export = Fairlead.Export.new(self, ranking, _part(part),
                                     None if parameters is None else os.fspath(parameters))
        export.save(form, os.fspath(path), places, cancellable, progress)
        return export

    def disrupt(self, *target, cancellable=None, progress=None, **question):
        """Which few designations cost a target most of its access, as a Disruption

        What else is asked are the properties of DisruptQuestion: budget, links, protect, costs,
        market, max_hops, candidates, answers, limit, parameters.
        """
        asked = _asked(Fairlead.DisruptQuestion, ('market', 'protect', 'costs'), target, question)
        return super().disrupt(asked, cancellable, progress)

    def backtest(self, as_of, target, labels, cancellable=None, progress=None, **question):
        """How well a ranking of that day finds those who were listed later, as a Backtest

        What else is asked are the properties of BacktestQuestion: until, market, drop_undated,
        draws, seed, parameters.
        """
        question.update(as_of=str(as_of), labels=labels)
        asked = _asked(Fairlead.BacktestQuestion, ('market', 'labels'), target, question)
        return super().backtest(asked, cancellable, progress)

    def links_to_pandas(self):
        """All links as a DataFrame; from and to are positions of entities"""
        return self.dup_links().to_pandas()

    def to_networkx(self):
        """A networkx.MultiDiGraph: nodes are ids, with what is known of entities and links"""
        import networkx
        graph = networkx.MultiDiGraph()
        entities = _rows(self.dup_table())
        ids = [entity.pop('id') for entity in entities]
        graph.add_nodes_from(zip(ids, entities))
        links = _rows(self.dup_links())
        graph.add_edges_from((ids[link.pop('from')], ids[link.pop('to')], link) for link in links)
        return graph

    def to_igraph(self):
        """An igraph.Graph, directed, with the same as attributes"""
        import igraph
        entities, links = _lists(self.dup_table()), _lists(self.dup_links())
        ends = list(zip(links.pop('from'), links.pop('to')))
        graph = igraph.Graph(n=len(self), edges=ends, directed=True)
        for name, values in entities.items():
            graph.vs[name] = values
        for name, values in links.items():
            graph.es[name] = values
        return graph


def _asked(kind, several, target, properties):
    """A question with these properties, of which some are lists of texts"""
    for name in several:
        if name in properties:
            properties[name] = texts(properties[name])
    return kind(target=texts(target) or None, **properties)


def _plain(properties, **plain):
    """What is said, as properties have it"""
    return {name: value if value is None or name not in plain else plain[name](value)
            for name, value in properties.items()}


def _links(properties):
    """What is said of links, as properties have it"""
    return _plain(properties, kinds=texts, classes=texts, as_of=str, parameters=os.fspath)


def _part(properties):
    """A Part with these properties; None where there are none"""
    for name in ('around', 'kinds'):
        if name in properties:
            properties[name] = texts(properties[name])
    return Fairlead.Part(**properties) if properties else None


def _lists(table):
    """A list of plain values for each column; days as ISO 8601 or None"""
    lists = {}
    for column in table:
        cells = column.to_numpy()
        kind = column.get_column_type()
        if kind == Fairlead.ColumnType.WORD:
            words = list(column.get_words()) + [None]
            lists[column.get_name()] = [words[number] for number in cells.tolist()]
        elif kind == Fairlead.ColumnType.DAY:
            lists[column.get_name()] = [None if day is None else day.isoformat()
                                        if hasattr(day, 'isoformat') else str(day)
                                        for day in cells.tolist()]
        else:
            lists[column.get_name()] = cells.tolist()
    return lists


def _rows(table):
    """A dict of plain values for each row"""
    lists = _lists(table)
    return [dict(zip(lists, values)) for values in zip(*lists.values())]


Network = overriding(Network)


class Ranking(Fairlead.Ranking):
    """Parties in order: ranking[0] is the first."""

    network = property(Fairlead.Ranking.get_network, doc='whose parties are ranked')

    def evidence(self, entity, n=3):
        """The strongest chains of links from an entity to the target"""
        return self.dup_evidence(entity, n)

    def explain(self, entity, n=3, cancellable=None):
        """Why an entity, or the one of an id, ranks where it does: an Explanation"""
        entity = self.network[entity] if isinstance(entity, str) else entity
        return super().explain(entity, n, cancellable)

    def chart(self, top=5, n=2, cancellable=None, progress=None):
        """A Chart of the first ranked, and of n paths each that lead to the target"""
        return self.chart_first(top, n, cancellable, progress)

    def report(self, path, title=None, limit=100, top=10, collect=20, cancellable=None,
               progress=None, **part):
        """Writes one HTML file that holds all, as the command line writes it

        Which part of the network can be searched in it are the properties of Part. Load with
        hashes=True for the hashes of the sources, rank with draws for the intervals.
        """
        report = Fairlead.Report(title=title, limit=limit, top=top, collect=collect)
        return report.save(self, _part(part), os.fspath(path), cancellable, progress)

    def export(self, path, **how):
        """Writes the network with ranks, scores and components: see Network.export()"""
        return self.network.export(path, ranking=self, **how)


Ranking = overriding(Ranking)
