# docs/examples/facilitators.py: from published files to a DataFrame of facilitators
#
#   python3 docs/examples/facilitators.py programme:DPRK sdn.csv alt.csv add.csv
#
# Each '# %%' begins a cell, for editors and notebooks that know them.

# %% The library: python3-gi, and the typelib of fairlead
import sys

import gi
gi.require_version('Fairlead', '1')
from gi.repository import Fairlead  # noqa: E402

target, inputs = sys.argv[1], sys.argv[2:]

# %% Files into a network. Ctrl-C ends it, as does the time
with Fairlead.interruptible(seconds=600) as cancellable:
    network = Fairlead.load(*inputs, cancellable=cancellable)
print('%d entities, %d links, %d doubts' % (len(network), network.get_n_links(),
                                            len(network.issues)))

# %% What is doubtful, before anything is made of it
print(network.issues.to_pandas()['tag'].value_counts().loc[lambda n: n > 0].to_string())

# %% The ranking, and how far each rank holds
ranking = network.rank(target, limit=10, draws=50)
frame = ranking.to_pandas()
print(frame[['rank', 'name', 'kind', 'score', 'proximity', 'rank_low', 'rank_high']]
      .to_string(index=False))

# %% A high rank is a question: what carries the first one
for hop in ranking.evidence(ranking[0].entity)[0]:
    for link in hop:
        print('%s is %s of %s (%s)' % (link.from_.name, link.kind, link.to.name, link.source))

# %% The rest of the network, for other tools
graph = network.to_networkx()
degrees = sorted((degree, name) for name, degree in graph.degree())
print('most links: %s' % graph.nodes[degrees[-1][1]]['name'])
