# bench/ais-encounters.py: the rule of encounters as a user of pandas and scipy writes it
#
# usage: bench/ais-encounters.py FILE
#
# Each ship's last report at every fifth minute, pairs of slow ones within 500 m by a tree, parted
# where they were apart for more than 30 minutes, and two hours. It knows no ports, crowds and tugs,
# holds all rows in memory, and takes their order as it is. Prints seconds of processor, rows and
# encounters.
import sys
import time

import numpy
import pandas
from scipy.spatial import cKDTree

TICK = 300
METRES_PER_DEGREE = 111195.08

rows = pandas.read_csv(sys.argv[1], usecols=['MMSI', 'BaseDateTime', 'LAT', 'LON', 'SOG'])
times = pandas.to_datetime(rows['BaseDateTime'], format='%Y-%m-%dT%H:%M:%S')
rows['tick'] = times.to_numpy().astype('datetime64[s]').astype('int64') // TICK
last = rows.drop_duplicates(['MMSI', 'tick'], keep='last')
slow = last[last['SOG'] < 2]
meets = []
for tick, at in slow.groupby('tick'):
    north = at['LAT'].to_numpy()
    east = at['LON'].to_numpy() * numpy.cos(numpy.radians(north))
    ships = at['MMSI'].to_numpy()
    tree = cKDTree(numpy.column_stack([north, east]) * METRES_PER_DEGREE)
    pairs = ships[tree.query_pairs(500, output_type='ndarray')]
    pairs.sort(axis=1)
    meets.append(numpy.column_stack([pairs, numpy.full(len(pairs), tick)]))
meets = numpy.concatenate(meets)
meets = meets[numpy.lexsort((meets[:, 2], meets[:, 1], meets[:, 0]))]
begins = numpy.ones(len(meets), dtype=bool)
begins[1:] = (meets[1:, :2] != meets[:-1, :2]).any(axis=1) | (
    numpy.diff(meets[:, 2]) * TICK > 1800)
first = numpy.flatnonzero(begins)
end = numpy.append(first[1:], len(meets))
found = (meets[end - 1, 2] - meets[first, 2]) * TICK >= 7200
print('%.2f %d %d' % (time.process_time(), len(rows), found.sum()))
