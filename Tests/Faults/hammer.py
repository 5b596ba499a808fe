"""Starts, stops and judges the hammer: what the fault scripts share."""

import os
import re
import signal
import subprocess
import sys
import time

ENVIRONMENT = dict(os.environ, SWIFT_BACKTRACE="enable=no")


class Writers:
    """Four processes that append to one store, and the files of what was acknowledged to them."""

    def __init__(self, hammer, store, notes, options=()):
        self.hammer, self.store, self.notes, self.options = hammer, store, notes, options
        self.started = 0
        self.running = []
        self.refusals = open(os.path.join(notes, "refusals"), "ab")

    def start(self):
        self.started += 1
        name = f"w{self.started}"
        acks = os.path.join(self.notes, name + ".acks")
        self.running.append(subprocess.Popen(
            [self.hammer, "write", self.store, name, acks, *self.options],
            stdout=self.refusals, stderr=self.refusals, env=ENVIRONMENT))

    def kill(self, index):
        """Ends one writer without warning; fails where it had ended by itself."""
        writer = self.running.pop(index)
        if writer.poll() is not None:
            sys.exit(f"a writer ended by itself with {writer.returncode}: {self.refused()[-1:]}")
        writer.kill()
        writer.wait()

    def kill_all(self):
        while self.running:
            self.kill(0)

    def stop_all(self):
        """Halts the writers where they are, and returns when all of them stand still."""
        for writer in self.running:
            writer.send_signal(signal.SIGSTOP)
        for writer in self.running:
            while state(writer.pid) != "T":
                time.sleep(0.001)

    def acks(self):
        names = [name for name in os.listdir(self.notes) if name.endswith(".acks")]
        return [os.path.join(self.notes, name) for name in sorted(names)]

    def acknowledged(self):
        return sum(open(path, "rb").read().count(b"\n") for path in self.acks())

    def refused(self):
        self.refusals.flush()
        with open(self.refusals.name, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()

    def verdict(self):
        """What the hammer finds in the store: its figures by name, and whether all is well."""
        result = subprocess.run(
            [self.hammer, "verify", self.store, *self.acks()],
            capture_output=True, text=True, env=ENVIRONMENT)
        return result.stdout.strip() + result.stderr.strip(), result.returncode == 0


def state(pid):
    """The state of a process in one letter, all of its threads alike."""
    letters = set()
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/stat") as file:
            letters.add(file.read().rpartition(")")[2].split()[0])
    return letters.pop() if len(letters) == 1 else "?"


def figure(verdict, name):
    """The number after `name` in a verdict, 0 where there is none."""
    found = re.search(rf"\b{name} (\d+)", verdict)
    return int(found.group(1)) if found else 0


def fail(message):
    sys.exit(f"FAILED: {message}")
