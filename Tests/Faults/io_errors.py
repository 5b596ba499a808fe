"""io_errors.py HAMMER FOLDER STEP: lets the n-th write, sync or truncation of a request fail.

For each system call and error, n = 1, 1 + STEP, … until the request meets no failure: once, and
from then on. After each: the request is told as done, not written or unknown, and that is true; sent
again without failures it is done exactly once; the store is whole. Needs strace.
"""

import os
import shutil
import subprocess
import sys

from hammer import ENVIRONMENT, fail

hammer, folder, step = sys.argv[1], sys.argv[2], int(sys.argv[3])
CALLS = ("pwrite64", "fdatasync,fsync", "ftruncate")
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
counts = {"injected": 0, "done": 0, "refused": 0, "unknown": 0, "killed": 0}


def once(store, request, *prefix):
    return subprocess.run(
        [*prefix, hammer, "once", store, request],
        capture_output=True, text=True, env=ENVIRONMENT, timeout=60)


def is_present(store, request):
    result = subprocess.run(
        [hammer, "find", store, request], capture_output=True, text=True, env=ENVIRONMENT)
    if result.stdout.strip() not in ("present", "absent"):
        fail(f"find: {result.stdout} {result.stderr}")
    return result.stdout.strip() == "present"


def judge(store, request, result, was_present, what):
    """Compares what was told with what is there, then sends the request again."""
    words = result.stdout.split()
    if result.returncode == -9 or result.returncode == 137:
        counts["killed"] += 1
    elif result.returncode == 0 and words[0] in ("appended", "already"):
        counts["done"] += 1
        if not is_present(store, request):
            fail(f"{what}: told as done, but absent")
    elif result.returncode in (66, 74) and words[0] == "refused" and len(words) > 4:
        counts["unknown" if words[1] == "unknown" else "refused"] += 1
        if words[1] == "not-written" and is_present(store, request) and not was_present:
            fail(f"{what}: told as not written, but present: {result.stdout}")
    else:
        fail(f"{what}: exit {result.returncode}: {result.stdout} {result.stderr}")
    again = once(store, request)
    if again.returncode != 0 or again.stdout.split()[0] not in ("appended", "already"):
        fail(f"{what}: sent again: {again.stdout} {again.stderr}")
    verdict = subprocess.run(
        [hammer, "verify", store], capture_output=True, text=True, env=ENVIRONMENT)
    if verdict.returncode != 0:
        fail(f"{what}: {verdict.stdout} {verdict.stderr}")


def fill(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def scenario(name, source, request):
    """Injects every fault at every site of one request on a copy of the store in `source`."""
    target, log = os.path.join(folder, "work"), os.path.join(folder, "log")
    store = os.path.join(target, "store.db")
    for call in CALLS:
        for fault in FAULTS:
            for sticky in ("", "+"):
                site = 1
                while True:
                    fill(source, target)
                    result = once(
                        store, request, "strace", "-f", "-qq", "-o", log, "-e", f"trace={call}",
                        "-e", f"inject={call}:{fault}:when={site}{sticky}")
                    met = result.returncode in (-9, 137) or "INJECTED" in open(log).read()
                    if not met:
                        break
                    counts["injected"] += 1
                    judge(store, request, result, name == "retry", f"{name} {call} {fault} when={site}{sticky}")
                    site += step


empty, filled = os.path.join(folder, "empty"), os.path.join(folder, "filled")
os.makedirs(empty)
os.makedirs(filled)
if once(os.path.join(filled, "store.db"), "before").returncode != 0:
    fail("the hammer does not run")
scenario("new store", empty, "r-1")
scenario("append", filled, "r-1")
scenario("retry", filled, "before")
print("faults " + " ".join(f"{name} {count}" for name, count in counts.items()))
if counts["unknown"] == 0 or counts["refused"] == 0 or counts["killed"] == 0:
    fail("some kind of fault never struck")
