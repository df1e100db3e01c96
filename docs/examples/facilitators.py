# docs/examples/facilitators.py: from published files to a DataFrame of facilitators
#
#   python3 docs/examples/facilitators.py programme:DPRK sdn.csv alt.csv add.csv sdn_comments.csv
#
# Each '# %%' begins a cell, for editors and notebooks that know them.

# %% The library: python3-gi, and the typelib of fairlead
import sys

import gi
gi.require_version('Fairlead', '1')
from gi.repository import Fairlead  # noqa: E402

target, inputs = sys.argv[1], sys.argv[2:]  # whom they serve; files, folders, archives

# %% Files into a network: who there is, and who is linked with whom
network = Fairlead.load(*inputs)
print('%d entities, %d links' % (len(network), network.get_n_links()))

# %% What is doubtful, before anything is made of it
print(network.issues.to_pandas().groupby('tag', observed=True).size().to_string())

# %% The ranking as a DataFrame, and how far each rank holds
ranking = network.rank(target, limit=10, draws=50)
frame = ranking.to_pandas()
print(frame[['rank', 'name', 'kind', 'score', 'rank_low', 'rank_high']].to_string(index=False))

# %% A high rank is a question: what carries the first one, down to the line
for hop in ranking.evidence(ranking[0].entity)[0]:
    for link in hop:
        print('%s is %s of %s (%s)' % (link.from_.name, link.kind, link.to.name, link.source))

# %% The rest of the network, for other tools
graph = network.to_networkx()
first = max(graph.nodes, key=graph.degree)
print('most links: %s' % graph.nodes[first]['name'])
