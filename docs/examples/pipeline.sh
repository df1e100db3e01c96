#!/bin/sh
# docs/examples/pipeline.sh: who links the first ranked to whom, by a shell pipeline
#
# Takes options and inputs of fairlead rank: pipeline.sh --target programme:DPRK sdn.csv roles.csv
# Writes how many links of each kind the evidence behind the first ten has, and then the parties
# of whom anything hints at evasion. jq does the counting, or Python where there is no jq.
set -eu

each_hop='.evidence[].hops[].kind'
with_signals='select(.components.signals > 0) | [.rank, .name, .components.signals] | @tsv'

by_python () {
	python3 -c '
import json, sys
for line in sys.stdin:
    row = json.loads(line)
    if sys.argv[1] == "hops":
        for path in row["evidence"]:
            for hop in path["hops"]:
                print(hop["kind"])
    elif row["components"]["signals"] > 0:
        print(row["rank"], row["name"], "%g" % row["components"]["signals"], sep="\t")
' "$1"
}

lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
fairlead rank --format jsonl --limit 10 --paths 1 --draws 0 "$@" > "$lines"

echo 'links of the evidence:'
if command -v jq > /dev/null; then
	jq -r "$each_hop" "$lines"
else
	by_python hops < "$lines"
fi | sort | uniq -c | sort -k1,1nr -k2

echo 'with signals:'
if command -v jq > /dev/null; then
	jq -r "$with_signals" "$lines"
else
	by_python signals < "$lines"
fi
