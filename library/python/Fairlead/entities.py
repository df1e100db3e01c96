# library/python/Fairlead/entities.py
"""Entities, links, sources, issues, ranked parties and paths"""
import os

from .base import Fairlead, overriding, texts


class Entity(Fairlead.Entity):
    """A party, ship, address or port. Equal to another object of the same entity."""

    id = property(Fairlead.Entity.get_id, doc='its id, as outputs print it')
    name = property(Fairlead.Entity.get_name, doc='its primary name')
    kind = property(Fairlead.Entity.get_kind, doc='what it is, in a word')
    is_stub = property(Fairlead.Entity.get_is_stub, doc='whether it is only referred to')
    is_listed = property(Fairlead.Entity.get_is_listed, doc='whether a designation stands')
    position = property(Fairlead.Entity.get_position, doc='its place in the network')

    @property
    def facts(self):
        """Its names, numbers, attributes and listings, with everybody who says each"""
        return self.dup_facts()

    @property
    def links(self):
        """The links that go from it or to it"""
        return self.dup_links()

    def timeline(self, target=None, parameters=None, cancellable=None, progress=None):
        """Of a ship: her life, as a VesselTimeline"""
        return self.find_timeline(texts(target),
                                  None if parameters is None else os.fspath(parameters),
                                  cancellable, progress)

    def __eq__(self, other):
        return isinstance(other, Fairlead.Entity) and self.equal(other)

    def __hash__(self):
        return hash(self.get_id())

    def __repr__(self):
        return '<Fairlead.Entity %s %r>' % (self.get_id(), self.get_name())


Entity = overriding(Entity)


class Link(Fairlead.Link):
    """What one source says of two entities: from_ is KIND of to."""

    kind = property(Fairlead.Link.get_kind, doc='a word: shareholder, director')
    confidence = property(Fairlead.Link.get_confidence, doc='0 to 1')
    note = property(Fairlead.Link.get_note, doc="the source's own words")
    is_over = property(Fairlead.Link.get_is_over, doc='whether it had ended')
    from_ = property(Fairlead.Link.dup_from, doc='who is KIND of the other')
    to = property(Fairlead.Link.dup_to, doc='the other')
    share = property(Fairlead.Link.dup_share, doc='how much is held')
    period = property(Fairlead.Link.dup_period, doc='from when to when it held')
    source = property(Fairlead.Link.dup_source, doc='who says it')

    def __repr__(self):
        return '<Fairlead.Link %s %s %s>' % (self.from_.id, self.kind, self.to.id)


Link = overriding(Link)


class Source(Fairlead.Source):
    """Where something stands; str() is file:line."""

    def __str__(self):
        return self.to_string()


Source = overriding(Source)


class Issue(Fairlead.Issue):
    """What is doubtful about one record."""

    tag = property(Fairlead.Issue.get_tag, doc='its kind, in a word')
    severity = property(Fairlead.Issue.get_severity, doc='how bad it is')
    text = property(Fairlead.Issue.get_text, doc='what it is in this record')
    meaning = property(Fairlead.Issue.get_meaning, doc='what the tag means')
    source = property(Fairlead.Issue.dup_source, doc='where the record stands')

    def __repr__(self):
        return '<Fairlead.Issue %s %s>' % (self.tag, self.source)


Issue = overriding(Issue)


class RankedParty(Fairlead.RankedParty):
    """One row of a ranking."""

    rank = property(Fairlead.RankedParty.get_rank, doc='from 1')
    score = property(Fairlead.RankedParty.get_score, doc='0 to 1')
    degree = property(Fairlead.RankedParty.get_degree, doc='distinct neighbours')
    is_target = property(Fairlead.RankedParty.get_is_target, doc='whether it is of the target')
    entity = property(Fairlead.RankedParty.dup_entity, doc='who it is')

    @property
    def components(self):
        """What the score is made of, by name"""
        return {one: self.get_component(getattr(Fairlead.Component, one.upper()))
                for one in ('proximity', 'brokerage', 'necessity', 'control', 'signals')}

    @property
    def interval(self):
        """The ranks at 5 and 95 % of the draws; None where it took part in none"""
        took_part, low, high, _ = self.get_spread()
        return (low, high) if took_part else None

    def __repr__(self):
        return '<Fairlead.RankedParty %d %s>' % (self.rank, self.entity.id)


RankedParty = overriding(RankedParty)


class Path(Fairlead.Path):
    """A chain of links: a list of hops."""

    confidence = property(Fairlead.Path.get_confidence, doc='product over the hops')
    strength = property(Fairlead.Path.get_strength, doc='the order of paths')


Path = overriding(Path)


class Paths(Fairlead.Paths):
    """Paths between two, or trees that join several: a list of them."""

    bound = property(Fairlead.Paths.get_bound, doc='what ended the search too soon, or None')

    @property
    def n_cheapest(self):
        """How many cost as little as the best; None where count was not asked"""
        n = self.get_n_cheapest()
        return None if n != n else n


Paths = overriding(Paths)


class Hop(Fairlead.Hop):
    """One step of a path: a list of the links that say so."""

    from_ = property(Fairlead.Hop.dup_from, doc='where the path comes from')
    to = property(Fairlead.Hop.dup_to, doc='where it goes to')


Hop = overriding(Hop)
