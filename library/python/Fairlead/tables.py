# library/python/Fairlead/tables.py
"""Columns and tables, as numpy and pandas have them"""
from gi.repository import GLib

from .base import Fairlead, overriding


def _decode(data, offsets):
    """The texts of a column: letters are decoded at once, and cut where the offsets say"""
    import numpy
    text = data.decode('utf-8')
    if len(text) != len(data):
        begins = (numpy.frombuffer(data, dtype=numpy.uint8) & 0xC0) != 0x80
        letters = numpy.zeros(len(data) + 1, dtype=numpy.int64)
        numpy.cumsum(begins, out=letters[1:])
        offsets = letters[offsets]
    cuts = offsets.tolist()
    texts = numpy.empty(len(cuts) - 1, dtype=object)
    texts[:] = [text[begin:end] for begin, end in zip(cuts, cuts[1:])]
    return texts


class Column(Fairlead.Column):
    """One column of a table, in plain memory."""

    def __len__(self):
        return self.get_n_rows()

    def __getitem__(self, row):
        row = row + len(self) if row < 0 else row
        if not 0 <= row < len(self):
            raise IndexError('there is no row %d' % row)
        return self.dup_cell(row)

    def to_numpy(self):
        """The cells as an array: numbers and words without a copy of each, texts as str.

        Integers, numbers and truths are int64, float64 and bool; days are datetime64[D], NaT where
        there is none; words are their numbers (int32, -1 where there is none: see get_words());
        texts are objects.
        """
        import numpy
        kind = self.get_column_type()
        data = self.get_values().get_data() or b''
        if kind == Fairlead.ColumnType.TEXT:
            offsets = numpy.frombuffer(self.get_offsets().get_data(), dtype=numpy.int64)
            return _decode(data, offsets)
        if kind == Fairlead.ColumnType.DAY:
            days = numpy.frombuffer(data, dtype=numpy.int32)
            dates = days.astype('datetime64[D]')
            dates[days == GLib.MININT32] = numpy.datetime64('NaT')
            return dates
        return numpy.frombuffer(data, dtype={
            Fairlead.ColumnType.INTEGER: numpy.int64,
            Fairlead.ColumnType.NUMBER: numpy.float64,
            Fairlead.ColumnType.TRUTH: numpy.bool_,
            Fairlead.ColumnType.WORD: numpy.int32,
        }[kind])

    def to_pandas(self):
        """The same as pandas has it: words are categories, integers that may be absent Int64.

        pandas before 2 holds days from 1677 to 2262 only; others are NaT there.
        """
        import numpy
        import pandas
        kind, cells = self.get_column_type(), self.to_numpy()
        if kind == Fairlead.ColumnType.WORD:
            return pandas.Categorical.from_codes(cells, self.get_words())
        if kind == Fairlead.ColumnType.INTEGER and len(cells) > 0 and cells.min() < 0:
            return pandas.arrays.IntegerArray(cells.copy(), cells < 0)
        if kind == Fairlead.ColumnType.DAY:
            if int(pandas.__version__.split('.')[0]) >= 2:
                return cells.astype('datetime64[s]')
            held = (cells >= numpy.datetime64('1677-09-22')) & (
                cells <= numpy.datetime64('2262-04-11'))
            return numpy.where(held, cells, numpy.datetime64('NaT')).astype('datetime64[ns]')
        return cells


Column = overriding(Column)


class Table(Fairlead.Table):
    """Columns of one length: table['score'] is one of them, table[0] too."""

    def __getitem__(self, key):
        if not isinstance(key, str):
            return super().__getitem__(key)
        column = self.get_column(key)
        if column is None:
            raise KeyError(key)
        return column

    def keys(self):
        """The headings"""
        return [column.get_name() for column in self]

    def to_numpy(self):
        """A dict of arrays by heading; see Column.to_numpy()"""
        return {column.get_name(): column.to_numpy() for column in self}

    def to_pandas(self):
        """A DataFrame. No object is made for a cell but for the texts."""
        import pandas
        return pandas.DataFrame({column.get_name(): column.to_pandas() for column in self},
                                copy=False)


Table = overriding(Table)


class Result(Fairlead.Result):
    """What can be had by columns, and written as CSV and JSON."""

    def to_table(self):
        """All of it by columns"""
        return self.dup_table()

    def to_pandas(self):
        """All of it as a DataFrame"""
        return self.dup_table().to_pandas()

    def to_csv(self):
        """The text that the command line writes with --format csv"""
        return self.dup_text(Fairlead.Format.CSV)

    def to_json(self):
        """The text that the command line writes with --format json"""
        return self.dup_text(Fairlead.Format.JSON)


Result = overriding(Result)
