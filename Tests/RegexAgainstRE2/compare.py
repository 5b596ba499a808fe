#!/usr/bin/env python3
"""Compares the regular expressions of target CEL with Google's RE2.

Usage: compare.py [--seed N] [--patterns N] [--texts N] [--unicode] [--configuration release]

Makes patterns and texts from the seed, asks RE2 (PyPI package google-re2, installed into
.build/re2-venv) and ours (the test RegexAgainstRE2Tests) which patterns are accepted, whether
they match, and where, groups and successive matches included. --unicode compares the classes and
the case folding of all assigned code points instead. Exits with 1 when anything differs.

About one pair in a million differs for a known reason: in `(?:(s??)*?)*`, a lazy star that may be
empty inside a greedy one, RE2 goes round again because of how it lays out its program.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
VENV = ROOT / ".build" / "re2-venv"
RE2_VERSION = "google-re2==1.1.20251105"


def reexec_in_venv():
    python = VENV / "bin" / "python"
    if not python.exists():
        venv.create(VENV, with_pip=True)
        subprocess.check_call([python, "-m", "pip", "install", "-q", RE2_VERSION])
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])


LETTERS = list("aabbckKsSAB019_ -.\n\t") + list("éñßſKσςΣяЯ中😀ıİµǅ\u0345ẞ{}[]^$|()?*+\\,:<>=!PQE")
PLAIN = list("aaabbbcABks01_ -\n") + list("éñσΣяЯ中😀Kſ")
CLASSES = [r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"\pL", r"\PL", r"\p{Lu}", r"\p{Greek}",
           r"\P{Cyrillic}", r"\p{^Han}", r"\p{Latin}", r"\pN", r"\p{Any}", r"\p{Zs}", r"\pZ",
           r"\p{So}", r"\p{Ll}", r"\pC"]
POSIX = ["alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
         "space", "upper", "word", "xdigit"]
ESCAPES = [r"\n", r"\t", r"\r", r"\f", r"\v", r"\a", r"\x61", r"\x{e9}", r"\x{1F600}", r"\141",
           r"\060", r"\0", r"\.", r"\-", r"\[", r"\]", r"\\", r"\$", r"\^", r"\{", r"\/", r"\ ",
           r"\12", r"\x{3c3}", r"\x4B"]
BAD = [r"\1", r"\8", r"\_", r"\é", r"\y", r"\Z", r"\x", r"\x{}", r"\x{110000}", r"\xg1", r"\p{Foo}",
       r"\pQ", r"[[:foo:]]", r"(?=a)", r"(?!a)", r"(?<=a)", r"(?<!a)", r"(?>a)", r"(?P=n)",
       r"(?P<>a)", r"(?P<n", r"[z-a]", r"a**", r"a{1001}", r"a{2,1}", r"(?i", r"(?-)", r"(?x)a",
       r"[a", r"(a", r"a)", r"*", r"|*", r"(*)", r"\k<n>", r"\p", r"a{1000}{2}", r"(?i-)",
       r"(?--i)", r"[\Q]", r"\E", r"[a-\d]", r"\x{d800}", r"(?P<a b>c)", r"(?i)*", "\\"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = 0

    def one(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def character(self):
        letter = self.one(PLAIN)
        return "\\" + letter if letter in ".-" and self.chance(50) else letter

    def character_class(self):
        items = []
        for _ in range(self.random.randint(1, 4)):
            kind = self.random.randrange(10)
            if kind < 3:
                items.append(self.one(PLAIN))
            elif kind < 5:
                low, high = sorted([self.one(PLAIN), self.one(PLAIN)])
                items.append(f"{low}-{high}")
            elif kind < 6:
                items.append(self.one(["a-z", "0-9", "A-Z", "а-я", "А-Я", "α-ω", "\\x00-\\x7f",
                                       "\\x{80}-\\x{10ffff}", "-", "]", "^", "!--"]))
            elif kind < 7:
                items.append(self.one(CLASSES))
            elif kind < 8:
                items.append(f"[:{self.one(['', '', '^'])}{self.one(POSIX)}:]")
            else:
                items.append(self.one(ESCAPES))
        return f"[{self.one(['', '', '^'])}{''.join(items)}]"

    def atom(self, depth):
        kind = self.random.randrange(100)
        if kind < 45:
            return self.character()
        if kind < 53:
            return "."
        if kind < 63:
            return self.character_class()
        if kind < 69:
            return self.one(CLASSES)
        if kind < 73:
            return self.one(ESCAPES)
        if kind < 80:
            return self.one(["^", "$", r"\b", r"\b", r"\B", r"\A", r"\z"])
        if kind < 81:
            return "\\Q" + "".join(self.one(PLAIN + list("*+[](")) for _ in range(2)) + "\\E"
        if kind < 83:
            return f"(?{self.one(['i', 'm', 's', 'U', '-i', 'ms', 'i-s', 'is-mU', '-U', ''])})"
        if depth == 0:
            return self.character()
        return self.group(depth - 1)

    def group(self, depth):
        self.names += 1
        opening = self.one(["(", "(", "(", "(?:", "(?:", "(?i:", "(?s-m:", "(?m:", "(?U:",
                            f"(?P<n{self.names}>", f"(?<имя{self.names}>"])
        return f"{opening}{self.alternatives(depth)})"

    def repetition(self):
        if not self.chance(35):
            return ""
        return self.one(["*", "*", "+", "+", "?", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?",
                         "{2,}", "{0}", "{,2}", "{0,1}", "{1,}?", "{3,3}", "{0,}"])

    def sequence(self, depth):
        return "".join(self.atom(depth) + self.repetition()
                       for _ in range(self.random.randint(0 if self.chance(10) else 1, 5)))

    def alternatives(self, depth):
        count = self.one([1, 1, 1, 2, 2, 3])
        return "|".join(self.sequence(depth) for _ in range(count))

    def pattern(self):
        self.names = 0
        if self.chance(8):
            return "".join(self.one(LETTERS) for _ in range(self.random.randint(1, 8)))
        pattern = self.alternatives(self.random.randint(0, 3))
        if self.chance(5):
            place = self.random.randint(0, len(pattern))
            pattern = pattern[:place] + self.one(BAD) + pattern[place:]
        if self.chance(3) and pattern:
            place = self.random.randrange(len(pattern))
            pattern = pattern[:place] + self.one(LETTERS) + pattern[place + 1:]
        if self.chance(12):
            pattern = self.one(["(?i)", "(?s)", "(?m)", "(?U)", "(?im)"]) + pattern
        if self.chance(8):
            pattern = "^" + pattern + self.one(["", "$"])
        return pattern

    def text(self, pattern):
        # \B inside of a character is a place that RE2 knows and ours doesn't.
        letters = [c for c in PLAIN if ord(c) < 0x80] if "\\B" in pattern else PLAIN
        source = [c for c in pattern if c in letters and c.isalnum()] + letters
        length = self.one([0, 1, 2, 3, 4, 6, 8, 12, 20])
        if self.chance(30):
            return "".join(self.one("ab") for _ in range(length))
        return "".join(self.one(source) for _ in range(length))


def questions(arguments):
    maker = Maker(arguments.seed)
    for _ in range(arguments.patterns):
        pattern = maker.pattern()
        yield pattern, [maker.text(pattern) for _ in range(arguments.texts)]


# RE2 is at Unicode 15; since then these were put in another category or got an upper case.
CHANGED_SINCE = "\u0295\u019b\u0264\ua7d3\ua7d5\U0001171e"


def unicode_questions():
    import unicodedata

    assigned = [chr(c) for c in range(0x30000)
                if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")
                and chr(c) not in CHANGED_SINCE]
    every = "".join(assigned)
    categories = ("L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So "
                  "Z Zs Zl Zp C Cc Cf Co Cs").split()
    table = (ROOT / "Sources/CEL/Regex/ScriptTable.swift").read_text()
    scripts = [line.split(":")[0].strip() for line in table.splitlines()
               if line.startswith("    ") and ": " in line]
    for name in categories + scripts + ["Any"]:
        yield f"\\p{{{name}}}+", [every]
    cased = "".join(c for c in assigned if {c.lower(), c.upper(), c.title()} != {c})
    for letter in cased:
        yield f"(?i){letter}", [cased]
    yield f"(?i)[{cased[0]}-{cased[len(cased) // 2]}]+", [every]
    yield r"(?i)\p{Lu}+", [every]
    yield r"(?i)\P{Lu}+", [every]
    yield r"(?i)[^\p{Greek}k]+", [every]


def ask_ours(asked, configuration):
    folder = ROOT / ".build"
    asking, answering = folder / "re2-questions.tsv", folder / "re2-answers.tsv"
    asking.write_text("".join(
        "\t".join(part.encode().hex() for part in [pattern, *texts]) + "\n"
        for pattern, texts in asked))
    answering.unlink(missing_ok=True)
    environment = dict(os.environ, VEKHA_REGEX_QUESTIONS=str(asking),
                       VEKHA_REGEX_ANSWERS=str(answering))
    subprocess.run(["swift", "test", "-c", configuration, "--filter",
                    "patterns are answered for the comparison"],
                   cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return answering.read_text().split("\n")[:-1]


def show(span):
    return "none" if span[0] < 0 else f"{span[0]}-{span[1]}"


def re2_answer(regexp, text):
    """The answer in our test's words, from byte offsets."""
    first = regexp.search(text)
    if first is None:
        return "no none "
    groups = ",".join(show(first.span(i)) for i in range(regexp.groups + 1))
    spans, position = [], 0
    while position <= len(text):
        match = regexp.search(text, position)
        if match is None:
            break
        start, end = match.span()
        if start != end or not spans or spans[-1][1] != start:
            spans.append((start, end))
        position = end
        if start == end:
            position += 1
            while position < len(text) and text[position] & 0xC0 == 0x80:
                position += 1
    return f"yes {groups} {','.join(map(show, spans))}"


def ask_re2(pattern, texts):
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        regexp = re2.compile(pattern.encode(), options)
    except re2.error as error:
        return f"error {error}", []
    names = [""] * (regexp.groups + 1)
    for name, number in regexp.groupindex.items():
        names[number] = name.decode()
    return f"ok {','.join(names)}", [re2_answer(regexp, text.encode()) for text in texts]


def compare(asked, answered):
    different = pairs = refused = 0
    for (pattern, texts), line in zip(asked, answered, strict=True):
        ours, *our_answers = line.split("\t")
        theirs, their_answers = ask_re2(pattern, texts)
        if ours.startswith("error"):
            refused += 1
        sizes_differ = "too large" in ours or "too large" in theirs
        if sizes_differ or ("`\\C` is not supported" in ours and "\\C" in pattern):
            continue
        if ours.startswith("error") and theirs.startswith("error"):
            continue
        if ours != theirs:
            different += 1
            print(f"pattern {pattern!r}\n  ours {ours}\n  RE2  {theirs}")
            continue
        for text, our, their in zip(texts, our_answers, their_answers, strict=True):
            pairs += 1
            if our != their:
                different += 1
                shorter = text if len(text) < 200 else text[:40] + "…"
                print(f"pattern {pattern!r} text {shorter!r}\n  ours {our[:500]}\n"
                      f"  RE2  {their[:500]}")
    print(f"{len(asked)} patterns, {refused} refused; {pairs} pairs compared; "
          f"{different} differences")
    return different


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patterns", type=int, default=40_000)
    parser.add_argument("--texts", type=int, default=6)
    parser.add_argument("--unicode", action="store_true")
    parser.add_argument("--configuration", default="debug", choices=["debug", "release"])
    arguments = parser.parse_args()
    reexec_in_venv()
    asked = list(unicode_questions() if arguments.unicode else questions(arguments))
    answered = ask_ours(asked, arguments.configuration)
    return 1 if compare(asked, answered) else 0


if __name__ == "__main__":
    sys.exit(main())
