"""Whatever `vekha schema` rejects, `vekha validate` rejects; whatever the latter accepts, the former
accepts: over the roadmaps that ship, and over files made of them by random edits.

VEKHA is the program, WORKFLOWS the folder of roadmaps; SAMPLES how many files to make of each.
"""

import copy
import json
import os
import random
import shutil
import subprocess

import jsonschema
import pytest
import yaml

from core_yaml import load

VEKHA = os.environ["VEKHA"]
WORKFLOWS = os.environ["WORKFLOWS"]
SAMPLES = int(os.environ.get("SAMPLES", "150"))
SCALARS = ["x", "", 1, 0, -3, 1.5, True, None, "1.1", "owner", "role:x", "а б", "2018-10-15", "en"]


def schema(*options):
    out = subprocess.run([VEKHA, "schema", *options], capture_output=True, check=True).stdout
    found = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


ROOT = schema()
INCLUDED = schema("--included")


def roadmaps():
    return sorted(name for name in os.listdir(WORKFLOWS) if name.endswith(".yaml"))


def places(tree, path=()):
    """Every place of a tree, by its path."""
    yield path
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield from places(value, path + (key,))


def at(tree, path):
    for key in path:
        tree = tree[key]
    return tree


def mutate_tree(tree, chance, words):
    """One edit of the kinds that people make who know YAML but not the language."""
    path = chance.choice([path for path in places(tree) if path])
    above, key = at(tree, path[:-1]), path[-1]
    edit = chance.randrange(6)
    if edit == 0:
        del above[key]
    elif edit == 1:
        above[key] = chance.choice(SCALARS)
    elif edit == 2:
        above[key] = [above[key]]
    elif edit == 3:
        above[key] = copy.deepcopy(at(tree, chance.choice([path for path in places(tree) if path])))
    elif edit == 4 and isinstance(above, dict):
        above[chance.choice(words)] = above.pop(key)
    elif isinstance(above[key], dict):
        above[key][chance.choice(words)] = chance.choice(SCALARS)


def mutate_text(text, chance):
    """One edit of lines, as accidents make them."""
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    edit = chance.randrange(5)
    if edit == 0:
        del lines[line]
    elif edit == 1:
        lines[line] = "  " + lines[line]
    elif edit == 2:
        lines.insert(chance.randrange(len(lines)), lines[line])
    elif edit == 3:
        lines[line] = lines[line].replace(":", ": " + chance.choice(["", "[", "x", "1", "~"]), 1)
    else:
        lines[line] = lines[line][: chance.randrange(len(lines[line]) + 1)]
    return "\n".join(lines)


def samples(name, chance):
    with open(os.path.join(WORKFLOWS, name), encoding="utf-8") as file:
        text = file.read()
    tree = load(text)
    words = sorted({key for path in places(tree) for key in path if isinstance(key, str)})
    yield text
    for _ in range(SAMPLES):
        mutated = copy.deepcopy(tree)
        for _ in range(chance.choice([1, 1, 1, 2])):
            mutate_tree(mutated, chance, words)
        # What is JSON is YAML.
        yield json.dumps(mutated, ensure_ascii=False, indent=1)
        yield mutate_text(text, chance)


def accepted(files, folder):
    """Which of these files have no errors by `vekha validate`."""
    answer = subprocess.run(
        [VEKHA, "validate", "--format", "json", *files], cwd=folder, capture_output=True
    )
    assert answer.returncode in (0, 1), answer.stderr
    problems = json.loads(answer.stdout)["diagnostics"]
    wrong = {problem["path"] for problem in problems if problem["severity"] == "error"}
    return [file not in wrong for file in files]


def complaints(text, validator=ROOT):
    """What the schema says against a file; what is no YAML, or no JSON, it has nothing to do with."""
    try:
        tree = load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        return [f"no YAML: {problem}"]
    return [error.message for error in validator.iter_errors(tree)]


@pytest.mark.parametrize("name", roadmaps())
def test_what_validate_accepts_the_schema_accepts(name, tmp_path):
    chance = random.Random(os.environ.get("SEED", "1"))
    shutil.copytree(os.path.join(WORKFLOWS, "library"), tmp_path / "library")
    files, texts = [], []
    for position, text in enumerate(samples(name, chance)):
        files.append(f"{position}.yaml")
        texts.append(text)
        (tmp_path / files[-1]).write_text(text, encoding="utf-8")
    verdicts = accepted(files, tmp_path)
    rejected = 0
    for file, text, is_accepted in zip(files, texts, verdicts):
        found = complaints(text)
        rejected += bool(found)
        assert not (is_accepted and found), f"{file}: {found[:3]}\n{text}"
    # The edits would prove nothing if all of them were right, or all wrong.
    assert any(verdicts[1:]) and rejected > SAMPLES / 10


def test_the_libraries_that_ship_fit_the_schema_of_included_files():
    checked = 0
    for folder, _, names in os.walk(os.path.join(WORKFLOWS, "library")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                assert complaints(file.read(), INCLUDED) == []
            checked += 1
    assert checked > 2


@pytest.mark.parametrize(
    "text",
    [
        "vekha: 1",
        "vekha: 2\nroadmap: {id: r, title: R}",
        "vekha: 1\nroadmap: {id: r}",
        "vekha: 1\nroadmap: {id: a b, title: R}",
        "vekha: 1\nroadmap: {id: r, title: R, language: de}",
        "vekha: 1\nroadmap: {id: r, title: R}\nroad: 1",
        "vekha: 1\nroadmap: {id: r, title: R}\npeople: [a]",
        "vekha: 1\nroadmap: {id: r, title: R}\nrules: [{id: a, require: 'true', severity: bad}]",
    ],
)
def test_the_schema_finds_what_is_of_the_wrong_form(text):
    assert complaints(text)
