"""Reads YAML as version 1.2 with the core schema, as JSON Schema sees it: every key is a text."""

import re

import yaml


class CoreLoader(yaml.SafeLoader):
    """A loader without the resolvers of YAML 1.1, to which those of the core schema are added."""

    yaml_implicit_resolvers = {}


RESOLVERS = [
    ("null", r"|~|null|Null|NULL", ["", "~", "n", "N"]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
        r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
]
for name, pattern, first in RESOLVERS:
    CoreLoader.add_implicit_resolver(
        "tag:yaml.org,2002:" + name, re.compile(f"^(?:{pattern})$"), first
    )


def integer(loader, node):
    text = loader.construct_scalar(node)
    if text.startswith("0o"):
        return int(text[2:], 8)
    return int(text, 16) if text.startswith("0x") else int(text)


def mapping(loader, node):
    """A mapping by the texts of its keys; of two equal ones the last counts."""
    loader.flatten = None
    found = {}
    yield found
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.YAMLError("a key is no scalar")
        found[key.value] = loader.construct_object(value, deep=True)


CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)
CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping)


def load(text):
    return yaml.load(text, Loader=CoreLoader)
