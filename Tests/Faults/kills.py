"""kills.py HAMMER FOLDER COUNT: kills writers without warning, COUNT times, then judges."""

import os
import random
import sys
import time

from hammer import Writers, fail, figure

hammer, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
notes = os.path.join(folder, "notes")
os.makedirs(notes)
writers = Writers(hammer, os.path.join(folder, "store.db"), notes)
seed = int(os.environ.get("SEED", random.randrange(1 << 32)))
chance = random.Random(seed)
began = time.monotonic()
for _ in range(4):
    writers.start()
for _ in range(count):
    time.sleep(chance.uniform(0.02, 0.25))
    writers.kill(chance.randrange(4))
    writers.start()
time.sleep(0.5)
writers.kill_all()
seconds = time.monotonic() - began
verdict, is_well = writers.verdict()
print(f"kills {count} seed {seed} seconds {seconds:.0f} refusals {len(writers.refused())}: {verdict}")
if writers.refused():
    fail(f"a writer was refused: {writers.refused()[0]}")
if figure(verdict, "acknowledged") < 10 * count:
    fail("too little was written for the kills to mean anything")
if not is_well:
    fail("the store lost or doubled something")
