# library/python/Fairlead/base.py
"""What the modules of this package share"""
import os

from .. import override
from ...module import get_introspection_module

Fairlead = get_introspection_module('Fairlead')
shown = {}  # what there is beside what the library says of itself


def public(thing):
    shown[thing.__name__] = thing
    return thing


def overriding(type_):
    # PyGObject takes the end of this for the namespace, which is that of the package
    type_.__module__ = 'gi.overrides.Fairlead'
    return public(override(type_))


def texts(value):
    """One text or several, as a list; None stays None"""
    if value is None:
        return None
    return [value] if isinstance(value, (str, os.PathLike)) else [str(one) for one in value]


def paths(value):
    return None if value is None else [os.fspath(one) for one in several(value)]


def one_by_one(values):
    """What was given as arguments, or as one list"""
    if len(values) == 1 and isinstance(values[0], (list, tuple)):
        return values[0]
    return values


def several(value):
    return [value] if isinstance(value, (str, os.PathLike)) else list(value)
