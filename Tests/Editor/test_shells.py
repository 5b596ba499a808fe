"""Shells complete ids of measures and people: real ones, at a terminal that a program holds."""

import os
import pty
import re
import select
import shutil
import subprocess
import time

import pytest

VEKHA = os.environ["VEKHA"]
WORKFLOWS = os.environ["WORKFLOWS"]
SHELLS = {
    "bash": (["bash", "--norc", "-i"], ". ./vekha"),
    "zsh": (["zsh", "-f"], "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D"),
    "fish": (["fish", "--no-config"], "source ./vekha"),
}


class Terminal:
    def __init__(self, words, folder, environment):
        self.process, self.main = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        self.said = ""

    def until(self, pattern, seconds=10):
        """Waits until something was said that matches."""
        end = time.time() + seconds
        while not re.search(pattern, self.said):
            if time.time() > end:
                raise AssertionError(f"{pattern} is not in {self.said[-2000:]!r}")
            if select.select([self.main], [], [], 0.1)[0]:
                text = os.read(self.main, 65536).decode(errors="replace")
                self.said += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]", "", text)

    def type(self, keys):
        self.said = ""
        os.write(self.main, keys.encode())

    def close(self):
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self.main)


@pytest.mark.parametrize("shell", SHELLS)
def test_ids_of_measures_and_people_are_completed(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "vekha").symlink_to(VEKHA)
    for name in os.listdir(WORKFLOWS):
        path = os.path.join(WORKFLOWS, name)
        copy = shutil.copytree if os.path.isdir(path) else shutil.copyfile
        copy(path, tmp_path / name)
    environment = {
        "PATH": f"{tmp_path}/bin:/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path),
        "TERM": "xterm", "COLUMNS": "100", "LC_ALL": "C.UTF-8",
    }
    script = subprocess.run(
        [VEKHA, "--generate-completion-script", shell], capture_output=True, check=True
    ).stdout
    (tmp_path / ("_vekha" if shell == "zsh" else "vekha")).write_bytes(script)
    subprocess.run(
        [VEKHA, "start", "library-opening.yaml", "--as", "dana"],
        cwd=tmp_path, env=environment, check=True, capture_output=True,
    )
    words, setup = SHELLS[shell]
    terminal = Terminal(words, tmp_path, environment)
    try:
        terminal.until(r"[#$%>] ?")
        terminal.type(setup + "; echo rea''dy\r")
        terminal.until(r"ready\r")
        terminal.type("vekha why safety\t")
        terminal.until(r"safety-check")
        terminal.type("\x15vekha approve founding-order --as ru\t")
        terminal.until(r"--as ruth")
    finally:
        terminal.close()
