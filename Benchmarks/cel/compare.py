"""Compares the CPU time of rules in this engine with that in the CEL engines of PyPI.

Usage: compare.py RULES.json PATH-OF-CEL-BENCH
"""

import datetime
import json
import math
import statistics
import subprocess
import sys
import time

import cel
import celpy


def value(tagged):
    """The Python value of a tagged value such as {"int": "1"}."""
    ((kind, content),) = tagged.items()
    if kind == "list":
        return [value(element) for element in content]
    if kind == "map":
        return {value(key): value(entry) for key, entry in content}
    if kind == "timestamp":
        return datetime.datetime.fromisoformat(content.replace("Z", "+00:00"))
    return {"int": int, "double": float}.get(kind, lambda same: same)(content)


def nanoseconds(call):
    """CPU time of one call: the median of seven runs of some 20 ms."""
    count = 1
    while True:
        start = time.process_time_ns()
        for _ in range(count):
            call()
        if time.process_time_ns() - start >= 20_000_000:
            break
        count *= 2
    times = []
    for _ in range(7):
        start = time.process_time_ns()
        for _ in range(count):
            call()
        times.append((time.process_time_ns() - start) / count)
    return statistics.median(times)


def rust(rule, bindings):
    program = cel.compile(rule["expr"])
    context = cel.Context(variables=bindings)
    assert program.execute(context) is rule["expect"], rule["name"]
    return nanoseconds(lambda: program.execute(context))


def python(rule, bindings):
    environment = celpy.Environment(runner_class=celpy.CompiledRunner)
    program = environment.program(environment.compile(rule["expr"]))
    context = {name: celpy.json_to_cel(bound) for name, bound in bindings.items()}
    assert bool(program.evaluate(context)) is rule["expect"], rule["name"]
    return nanoseconds(lambda: program.evaluate(context))


def mean(figures):
    return math.exp(statistics.fmean(map(math.log, figures)))


def main(rules_path, bench_path):
    with open(rules_path, encoding="utf-8") as file:
        suite = json.load(file)
    bindings = {name: value(tagged) for name, tagged in suite["bindings"].items()}
    ours = json.loads(subprocess.run([bench_path, rules_path], check=True, capture_output=True).stdout)
    columns = {"maps": [], "records": [], "compile": [], "rust": [], "cel-python": []}
    print(f"{'rule':16}" + "".join(f"{name:>12}" for name in columns))
    for rule in suite["rules"]:
        own = ours[rule["name"]]
        row = [own["evaluate"], own["evaluateRecords"], own["compile"], rust(rule, bindings), python(rule, bindings)]
        for column, figure in zip(columns.values(), row):
            column.append(figure)
        print(f"{rule['name']:16}" + "".join(f"{figure:12,.0f}" for figure in row))
    means = {name: mean(column) for name, column in columns.items()}
    print(f"{'geometric mean':16}" + "".join(f"{figure:12,.0f}" for figure in means.values()))
    print(f"maps / rust {means['maps'] / means['rust']:.3f}, records / rust {means['records'] / means['rust']:.3f}, "
          f"maps / cel-python {means['maps'] / means['cel-python']:.5f}")
    print(f"slowest compilation {max(columns['compile']) / 1000:.1f} µs")
    print(f"100,000 measures x 3 rules: {ours['records']['milliseconds']:.0f} ms")


main(sys.argv[1], sys.argv[2])
