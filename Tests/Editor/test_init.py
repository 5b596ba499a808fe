"""`vekha init` asks at a terminal: here at one that a program holds."""

import os
import pty
import select
import subprocess

import pytest

VEKHA = os.environ["VEKHA"]


def at_terminal(words, answers, folder):
    """What the program said, and its status, when somebody typed these lines at its questions."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [VEKHA, *words], cwd=folder, stdin=side, stdout=side, stderr=side, close_fds=True
    )
    os.close(side)
    said, waiting = b"", list(answers)
    while True:
        if select.select([main], [], [], 10)[0]:
            try:
                part = os.read(main, 4096)
            except OSError:
                part = b""
            if not part:
                break
            said += part
        else:
            process.kill()
            raise AssertionError(f"nothing more is said after {said.decode()!r}")
        if said.endswith(b":\r\n") and waiting is not None:
            if waiting:
                os.write(main, (waiting.pop(0) + "\n").encode())
            else:
                os.write(main, b"\x04")
                waiting = None
            # What is typed comes back from the terminal; it is no question.
            said += b" "
    os.close(main)
    return said.decode(), process.wait()


@pytest.mark.parametrize(
    "language, name, section", [("en", "Ann Example", "Walls"), ("ru", "Анна Иванова", "Стены")]
)
def test_the_first_roadmap_is_made_of_the_answers(language, name, section, tmp_path):
    answers = ["My house", language, "2027", "2028", name, "", section]
    answers += ["Build it" if language == "en" else "Построить", "", "", ""]
    said, status = at_terminal(["init", "--lang", language], answers, tmp_path)
    assert status == 0, said
    text = (tmp_path / "roadmap.yaml").read_text(encoding="utf-8")
    assert "My house" in text and name in text and section in text and "2027" in text
    check = subprocess.run([VEKHA, "validate", "--strict", "roadmap.yaml"], cwd=tmp_path)
    assert check.returncode == 0
    check = subprocess.run([VEKHA, "fmt", "--check", "roadmap.yaml"], cwd=tmp_path)
    assert check.returncode == 0


def test_silence_takes_what_is_usual(tmp_path):
    said, status = at_terminal(["init", "--lang", "en"], [""] * 40, tmp_path)
    # Where nothing is usual, the question comes again until somebody answers or leaves.
    assert status in (0, 64), said
    assert (tmp_path / "roadmap.yaml").exists() == (status == 0)


def test_answers_that_break_off_write_nothing(tmp_path):
    said, status = at_terminal(["init", "--lang", "en"], ["My house", "en"], tmp_path)
    assert status == 64 and "nothing is written" in said
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_answer_is_asked_for_again(tmp_path):
    answers = ["My house", "de", "en", "soon", "2027", "2020", "2028", "Ann", "", "Walls"]
    said, status = at_terminal(["init", "--lang", "en"], answers + ["Build it", "", "", ""], tmp_path)
    assert status == 0, said
    assert said.count("language of terms") == 2 and said.count("first year") == 2
    assert said.count("last year") == 2
