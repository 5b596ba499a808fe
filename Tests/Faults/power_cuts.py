"""power_cuts.py HAMMER FOLDER ROUNDS CONTROLS: cuts the power of a small ext4 under four writers.

The writers are halted, then the file system is shut down without flushing its log, then mounted
again: what was not synced is gone. CONTROLS rounds with `synchronous=NORMAL` must lose something,
or the other rounds prove nothing. Needs root and a loop device.
"""

import fcntl
import os
import struct
import subprocess
import sys
import time

from hammer import Writers, fail, figure

FS_IOC_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32), linux/fs.h
NO_LOG_FLUSH = 2


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shut_down(mount):
    descriptor = os.open(mount, os.O_RDONLY)
    fcntl.ioctl(descriptor, FS_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
    os.close(descriptor)


def power_cut(hammer, folder, options):
    """One round: writes, cuts, mounts again; gives the verdict."""
    image, mount, notes = (os.path.join(folder, name) for name in ("image", "mount", "notes"))
    os.makedirs(mount)
    os.makedirs(notes)
    with open(image, "wb") as file:
        file.truncate(64 << 20)
    run("mkfs.ext4", "-q", "-F", image)
    run("mount", "-o", "loop", image, mount)
    writers = Writers(hammer, os.path.join(mount, "store.db"), notes, options)
    try:
        for _ in range(4):
            writers.start()
        deadline = time.monotonic() + 10
        while writers.acknowledged() < 200 and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.3)
        writers.stop_all()
        shut_down(mount)
        writers.kill_all()
        run("umount", mount)
        run("mount", "-o", "loop", image, mount)
        return writers.verdict()
    finally:
        for writer in writers.running:
            writer.kill()
            writer.wait()
        run("umount", mount)
        os.unlink(image)


hammer, folder, rounds, controls = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
acknowledged = lost = lossy = 0
for number in range(rounds):
    verdict, is_well = power_cut(hammer, os.path.join(folder, f"round{number}"), ())
    acknowledged += figure(verdict, "acknowledged")
    lost += figure(verdict, "lost")
    if not is_well:
        fail(f"round {number}: {verdict}")
print(f"power cuts {rounds}: acknowledged {acknowledged} lost {lost}")
for number in range(controls):
    verdict, _ = power_cut(hammer, os.path.join(folder, f"control{number}"), ("--normal",))
    lossy += figure(verdict, "lost") > 0
    print(f"control without sync: {verdict}")
if acknowledged < 100 * rounds:
    fail("too little was written for the cuts to mean anything")
if lossy == 0:
    fail("no control lost anything, so these rounds prove nothing")
