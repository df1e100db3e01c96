# library/python/Fairlead/__init__.py: what makes the library read like Python
#
# PyGObject loads it with 'from gi.repository import Fairlead', from gi/overrides. numpy, pandas,
# NetworkX and igraph are imported when a method needs them.
"""Networks of sanctions lists, ship and company registers, ranked.

    from gi.repository import Fairlead
    network = Fairlead.load('sdn.csv', 'alt.csv', 'add.csv')
    frame = network.rank('programme:DPRK').to_pandas()
"""
# In this order: what a result can do is taken over by the classes that come after it
from . import tables, entities, ships, questions, networks, pictures, work  # noqa: F401
from .base import shown

globals().update(shown)
__all__ = list(shown)
