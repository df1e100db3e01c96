# library/python/Fairlead/pictures.py
"""Charts, and results that notebooks draw"""
import os

from gi.repository import GLib

from .base import Fairlead, overriding


class Chart(Fairlead.Chart):
    """A chart of evidence: a notebook shows it as it is."""

    title = property(Fairlead.Chart.get_title, doc='what was asked, in words')
    n_left_out = property(Fairlead.Chart.get_n_left_out, doc='parties that had no room')

    def _draw(self, picture, lanes, dark, cancellable, progress):
        lanes = getattr(Fairlead.Lanes, lanes.upper()) if isinstance(lanes, str) else lanes
        return self.draw(picture, lanes, dark, cancellable, progress).get_data()

    def to_svg(self, lanes='side', dark=False, cancellable=None, progress=None):
        """The drawing as a text; lanes are 'side', 'jurisdiction' or 'none'"""
        return self._draw(Fairlead.Picture.SVG, lanes, dark, cancellable, progress).decode('utf-8')

    def to_png(self, lanes='side', dark=False, cancellable=None, progress=None):
        """The drawing as the bytes of a PNG"""
        return self._draw(Fairlead.Picture.PNG, lanes, dark, cancellable, progress)

    def to_pdf(self, lanes='side', dark=False, cancellable=None, progress=None):
        """The drawing as the bytes of a PDF, to print"""
        return self._draw(Fairlead.Picture.PDF, lanes, dark, cancellable, progress)

    def save(self, path, lanes='side', dark=False, picture=Fairlead.Picture.BY_ENDING,
             cancellable=None, progress=None):
        """Draws it into a file: .svg, .png or .pdf"""
        lanes = getattr(Fairlead.Lanes, lanes.upper()) if isinstance(lanes, str) else lanes
        return super().save(picture, os.fspath(path), lanes, dark, cancellable, progress)

    def _repr_svg_(self):
        return self.to_svg()

    def __repr__(self):
        return '<Fairlead.Chart %r>' % self.title


Chart = overriding(Chart)


class Backtest(Fairlead.Backtest):
    """How well each measure finds the labelled: a notebook shows recall by depth."""

    def to_svg(self):
        """Recall by depth, a line for each measure"""
        return self.draw(None).get_data().decode('utf-8')

    def _repr_svg_(self):
        return self.to_svg()


Backtest = overriding(Backtest)


class Ownership(Fairlead.Ownership):
    """Who owns whom, or who falls under a rule: a notebook draws it where one party is asked about."""

    def to_svg(self, cancellable=None):
        """The drawing as a text"""
        return self.draw(cancellable).get_data().decode('utf-8')

    def save(self, path, cancellable=None):
        """Draws it into a file, as SVG"""
        return self.save_drawing(os.fspath(path), cancellable)

    def _repr_svg_(self):
        try:
            return self.to_svg()
        except GLib.Error as error:
            if error.matches(Fairlead.error_quark(), Fairlead.Error.USAGE):
                return None  # of all who fall under the rules there is none
            raise


Ownership = overriding(Ownership)


class VesselTimeline(Fairlead.VesselTimeline):
    """The life of a ship, a list of bars: a notebook draws it."""

    ship = property(Fairlead.VesselTimeline.dup_ship, doc='whose life it is')

    def to_svg(self, cancellable=None):
        """The drawing as a text"""
        return self.draw(cancellable).get_data().decode('utf-8')

    def save(self, path, cancellable=None):
        """Draws it into a file, as SVG"""
        return self.save_drawing(os.fspath(path), cancellable)

    def _repr_svg_(self):
        return self.to_svg()


VesselTimeline = overriding(VesselTimeline)


class Supply(Fairlead.Supply):
    """Deliveries against a cap: a notebook draws their sums."""

    def to_svg(self, cancellable=None):
        """The drawing as a text"""
        return self.draw(Fairlead.Picture.SVG, cancellable).get_data().decode('utf-8')

    def to_png(self, cancellable=None):
        """The drawing as the bytes of a PNG"""
        return self.draw(Fairlead.Picture.PNG, cancellable).get_data()

    def to_pdf(self, cancellable=None):
        """The drawing as the bytes of a PDF, to print"""
        return self.draw(Fairlead.Picture.PDF, cancellable).get_data()

    def save(self, path, picture=Fairlead.Picture.BY_ENDING, cancellable=None):
        """Draws it into a file: .svg, .png or .pdf"""
        return self.save_drawing(picture, os.fspath(path), cancellable)

    def _repr_svg_(self):
        return self.to_svg()


Supply = overriding(Supply)


class Explanation(Fairlead.Explanation):
    """Why a party ranks where it does: a list of the paths that are its evidence."""

    party = property(Fairlead.Explanation.dup_party, doc='its row of the ranking')
    signals = property(Fairlead.Explanation.dup_signals, doc='signals of evasion that hold')
    exposure = property(Fairlead.Explanation.get_exposure, doc='to the target, 0 to 1')

    @property
    def shares(self):
        """Which part of the score comes from each component, by name"""
        return {one: self.get_share(getattr(Fairlead.Component, one.upper()))
                for one in ('proximity', 'brokerage', 'necessity', 'control', 'signals')}

    @property
    def ranks_without(self):
        """The rank without the first hop of the evidence, without the first two, ..."""
        return [self.get_rank_without(n + 1) for n in range(self.get_n_removed())]


Explanation = overriding(Explanation)


class Disruption(Fairlead.Disruption):
    """Whom to designate, or which links to cut, and whom to warn before: a list of moves."""

    access = property(Fairlead.Disruption.get_access, doc='what is reached before')
    left = property(Fairlead.Disruption.get_left, doc='what is reached when all is done')
    after_answer = property(Fairlead.Disruption.get_after_answer,
                            doc='what is reached when the network has answered')


Disruption = overriding(Disruption)


class Move(Fairlead.Move):
    """One row of a disruption."""

    what = property(Fairlead.Move.get_what, doc="'designate', 'cut' or 'warn'")
    entity = property(Fairlead.Move.dup_entity, doc='who, or one end of a link')
    other = property(Fairlead.Move.dup_other, doc='the other end, or with whom it deals')
    loss = property(Fairlead.Move.get_loss, doc='of the access, by it alone')

    def __repr__(self):
        return '<Fairlead.Move %s %s>' % (self.what, self.entity.id if self.entity else '-')


Move = overriding(Move)
