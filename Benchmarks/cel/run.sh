#!/bin/sh
# Times the twelve rules of RULES.json in this engine, in the Rust binding and in cel-python, in one run, and prints
# the ratios. Programs are built once; figures are nanoseconds of CPU time an evaluation, the median of seven.
#
#   Benchmarks/cel/run.sh [RULES.json]
set -eu
cd "$(dirname "$0")"
shared="${VEKHA_SHARED:-../../../shared}"
rules="${1:-$shared/data/cel_bench_rules.json}"
[ -r "$rules" ] || { echo "run.sh: cannot read $rules" >&2; exit 66; }

venv=.build/venv
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" --quiet install common-expression-language==0.10.0 cel-python==0.5.0
fi
swift build --configuration release --quiet
"$venv/bin/python" compare.py "$rules" "$(swift build --configuration release --show-bin-path)/cel-bench"
