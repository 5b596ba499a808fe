#!/usr/bin/env python3
"""Writes Sources/CEL/Regex/ScriptTable.swift: the scripts of Unicode as RE2 knows them.

Asks google-re2 which code points each script has; run it after compare.py, which installs that.
"""

import re
import sys

from compare import ROOT, reexec_in_venv

TABLE = ROOT / "Sources/CEL/Regex/ScriptTable.swift"
HEAD = '''extension Scripts {
  /// A line a script: its name and its ranges.
  ///
  /// Source: `Scripts.txt` of Unicode 15, written by `Tests/RegexAgainstRE2/scripts.py`.
  static let table = """
'''


def ranges(name, points, text):
    import re2

    for match in re2.finditer(f"\\p{{{name}}}+", text):
        start, end = match.span()
        yield points[start], points[end - 1]


def lines(name, found):
    line = f"    {name}:"
    for low, high in found:
        word = f" {low:x}-{high:x}" if low != high else f" {low:x}"
        if len(line) + len(word) > 97:
            yield line + " \\"
            line = "     "
        line += word
    yield line


def main():
    reexec_in_venv()
    points = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
    text = "".join(map(chr, points))
    names = re.findall(r"^    (\w+):", TABLE.read_text(), re.MULTILINE)
    body = [line for name in names for line in lines(name, ranges(name, points, text))]
    TABLE.write_text(HEAD + "\n".join(body) + '\n    """\n}\n')


if __name__ == "__main__":
    sys.exit(main())
