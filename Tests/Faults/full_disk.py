"""full_disk.py HAMMER FOLDER: fills a small file system under four writers, then gives it space.

Needs root, to mount a tmpfs.
"""

import os
import subprocess
import sys
import time

from hammer import ENVIRONMENT, Writers, fail, figure

hammer, folder = sys.argv[1], sys.argv[2]
mount, notes = os.path.join(folder, "mount"), os.path.join(folder, "notes")
os.makedirs(mount)
os.makedirs(notes)
store = os.path.join(mount, "store.db")


def until(condition, what):
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            fail(f"no {what} in 20 seconds")
        time.sleep(0.02)


subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], check=True)
writers = Writers(hammer, store, notes)
try:
    for _ in range(4):
        writers.start()
    until(lambda: len(writers.refused()) > 200, "refusals")
    before = writers.acknowledged()
    found = subprocess.run(
        [hammer, "find", store, "start"], capture_output=True, text=True, env=ENVIRONMENT)
    if found.stdout.strip() != "present":
        fail(f"reading a full store: {found.stdout} {found.stderr}")
    subprocess.run(["mount", "-o", "remount,size=32m", mount], check=True)
    until(lambda: writers.acknowledged() > before + 200, "writing after space came back")
    writers.kill_all()
    verdict, is_well = writers.verdict()
finally:
    for writer in writers.running:
        writer.kill()
        writer.wait()
    subprocess.run(["umount", mount], check=True)
refused = writers.refused()
print(f"full disk: refusals {len(refused)} before {before} {verdict}")
strange = [line for line in refused if not line.startswith("refused 74 no space is left")]
if strange:
    fail(f"{len(strange)} refusals do not say that the disk is full: {strange[0]}")
if before == 0 or figure(verdict, "acknowledged") <= before:
    fail("nothing was written before or after")
if not is_well:
    fail("the store lost or doubled something")
