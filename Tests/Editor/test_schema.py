"""Whatever `vekha schema` rejects, `vekha validate` rejects; whatever the latter accepts, the former
accepts: over the roadmaps that ship, and over files made of them by random edits.

VEKHA is the program, WORKFLOWS the folder of roadmaps; SAMPLES how many files to make of each, SEED
where chance begins. The roadmaps are those that ship, the whole ones of docs/language.md, and
whole.yaml, which has every key of the language.
"""

import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess

import jsonschema
import pytest
import yaml

from core_yaml import load

VEKHA = os.environ["VEKHA"]
WORKFLOWS = os.environ["WORKFLOWS"]
SAMPLES = int(os.environ.get("SAMPLES", "20"))
SCALARS = ["x", "", 1, 0, -3, 1.5, True, None, "1.1", "owner", "role:x", "а б", "2018-10-15", "en"]


def schema(*options):
    out = subprocess.run([VEKHA, "schema", *options], capture_output=True, check=True).stdout
    found = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


ROOT = schema()
INCLUDED = schema("--included")


HERE = pathlib.Path(__file__).resolve().parent


def roadmaps():
    """The texts to begin with, by name."""
    found = {
        name: (pathlib.Path(WORKFLOWS) / name).read_text(encoding="utf-8")
        for name in sorted(os.listdir(WORKFLOWS))
        if name.endswith(".yaml")
    }
    found["whole.yaml"] = (HERE / "whole.yaml").read_text(encoding="utf-8")
    page = (HERE.parent.parent / "docs" / "language.md").read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(r"(?ms)^```yaml roadmap\n(.*?)^```$", page)):
        found[f"language.md-{number + 1}"] = block
    return found


ROADMAPS = roadmaps()


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


def words_of(schema):
    """Every key and every word that a schema knows."""
    keys, words = set(), set()
    stack = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            keys.update(node.get("properties", {}))
            words.update(word for word in node.get("enum", []) if isinstance(word, str))
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return sorted(keys), sorted(words)


KEYS, WORDS = words_of(ROOT.schema)


def made(node, chance, depth=0):
    """Something of the form that a schema asks for, as far as a form can tell."""
    if "$ref" in node:
        node = ROOT.schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    for word in ("anyOf", "oneOf"):
        if word in node:
            return made(chance.choice(node[word]), chance, depth)
    if "enum" in node:
        return chance.choice(node["enum"])
    if "const" in node:
        return node["const"]
    kinds = node.get("type", "string")
    kind = chance.choice(kinds) if isinstance(kinds, list) else kinds
    if kind == "object":
        wanted = set(node.get("required", []))
        if depth < 4:
            wanted |= {key for key in node.get("properties", {}) if chance.random() < 0.3}
        inside = {key: made(node["properties"][key], chance, depth + 1) for key in sorted(wanted)}
        if isinstance(node.get("additionalProperties"), dict) and depth < 4:
            inside["n1"] = made(node["additionalProperties"], chance, depth + 1)
        return inside
    if kind == "array":
        return [made(node["items"], chance, depth + 1) for _ in range(chance.randrange(3))]
    if kind in ("integer", "number"):
        return chance.choice([0, 1, 2, 7])
    if kind == "boolean":
        return chance.random() < 0.5
    return chance.choice(WORDS + [str(scalar) for scalar in SCALARS])


def records(schema):
    return [(key, shape) for node in schema["$defs"].values()
            for key, shape in node.get("properties", {}).items()]


SLOTS = records(ROOT.schema)


def mutate_tree(tree, chance, words):
    """One edit of the kinds that people make who know YAML but not the language."""
    path = chance.choice([path for path in places(tree) if path])
    above, key = at(tree, path[:-1]), path[-1]
    edit = chance.randrange(9)
    if edit == 6:
        # A key that stands somewhere in the language, with something of its form.
        name, shape = chance.choice(SLOTS)
        inside = above[key] if isinstance(above[key], dict) else above
        if isinstance(inside, dict):
            inside[name] = made(shape, chance)
    elif edit == 7:
        # What is there, in another value of its form.
        shapes = [shape for name, shape in SLOTS if name == key]
        if shapes:
            above[key] = made(chance.choice(shapes), chance)
    elif edit == 8:
        above[key] = chance.choice(WORDS)
    elif edit == 0:
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
    text = ROADMAPS[name]
    tree = load(text)
    words = sorted({key for path in places(tree) for key in path if isinstance(key, str)} | set(KEYS))
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


def test_the_roadmaps_to_begin_with_have_every_key():
    used = set()
    for text in ROADMAPS.values():
        used.update(key for path in places(load(text)) for key in path if isinstance(key, str))
    for folder, _, names in os.walk(os.path.join(WORKFLOWS, "library")):
        for name in names:
            text = (pathlib.Path(folder) / name).read_text(encoding="utf-8")
            used.update(key for path in places(load(text)) for key in path if isinstance(key, str))
    assert not set(KEYS) - used, "put these into Tests/Editor/whole.yaml"


@pytest.mark.parametrize("name", ROADMAPS)
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
    assert rejected > SAMPLES / 10
    assert any(verdicts[1:])


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
