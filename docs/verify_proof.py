#!/usr/bin/env python3
"""Checks a proof of `vekha audit --export` without Vekha.

Usage: verify_proof.py PROOF [CHECKPOINT]

Needs `cryptography` from PyPI. Shows that the events are those of the checkpoint, that every
signature is one of the act in its place, and that the journal continues CHECKPOINT, if one is
given. Whether the rules allowed each act is for `vekha audit --verify`. It prints who signed with
which key: compare these, or the digest of the definition, with what you know from elsewhere.
"""
import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def check(condition, problem):
    if not condition:
        sys.exit(f"the proof does not hold: {problem}")


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf(data):
    return sha256(b"\0" + data)


def node(left, right):
    return sha256(b"\1" + left + right)


def number(value):
    return value.to_bytes(8, "big")


def sized(data):
    return number(len(data)) + data


def root_of(leaves):
    """The root of RFC 6962, section 2.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    power = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root_of(leaves[:power]), root_of(leaves[power:]))


def root_by_path(hash_, index, size, path):
    """The root that a path of RFC 9162, section 2.1.3.2, leads to; None where it does not fit."""
    last = size - 1
    for step in path:
        if last == 0:
            return None
        if index & 1 or index == last:
            hash_ = node(step, hash_)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            hash_ = node(hash_, step)
        index, last = index >> 1, last >> 1
    return hash_ if last == 0 else None


def parse_checkpoint(note):
    lines = note.split("\n\n")[0].rstrip("\n").split("\n")
    check(len(lines) == 4 and lines[3].startswith("head "), "the checkpoint is malformed")
    return lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True), lines[3][5:]


def main():
    with open(sys.argv[1], "rb") as file:
        proof = json.load(file)
    check(proof["vekha-proof"] == 1, "its version is not known here")
    journal = bytes.fromhex(proof["journal"])
    definition = base64.b64decode(proof["definition"], validate=True)
    digest = sha256(definition)
    origin, size, root, head = parse_checkpoint(proof["checkpoint"])
    check(origin == f"vekha/journal/{proof['journal']}", "the checkpoint is of another run")

    events = [(event["number"], event["event"].encode(), event) for event in proof["events"]]
    complete = [n for n, _, _ in events] == list(range(1, size + 1))
    hashes = {}
    if complete:
        check(root_of([leaf(data) for _, data, _ in events]) == root, "the root is another one")
        previous = sha256(
            sized(b"vekha.journal.v1") + journal + digest + sized(proof["run"].encode()))
        for n, data, _ in events:
            hashes[n] = previous
            previous = sha256(
                sized(b"vekha.event.v1") + journal + number(n) + previous + sized(data))
        check(previous.hex() == head, "the chain ends in another hash")

    signed = 0
    for n, data, event in events:
        if "path" in event or not complete:
            path = [base64.b64decode(step, validate=True) for step in event["path"]]
            check(1 <= n <= size and root_by_path(leaf(data), n - 1, size, path) == root,
                  f"event {n} is not shown to be in the journal")
        said = json.loads(data)
        check(said["n"] == n and said["run"] == proof["journal"], f"event {n} is out of place")
        if "signature" not in said:
            continue
        signature = base64.b64decode(said.pop("signature"), validate=True)
        act = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        message = (
            sized(b"vekha.signature.v1") + journal + digest + number(n)
            + hashes.get(n, bytes.fromhex(event["previous"]))
            + sized(bytes.fromhex(said.get("seen", ""))) + sized(act.encode()))
        key = said["key"].removeprefix("ed25519:")
        check(key.encode() in definition, f"event {n}: the definition does not have its key")
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True)).verify(
                signature, message)
        except InvalidSignature:
            check(False, f"event {n}: the signature is not one of this act in this place")
        signed += 1
        print(f"event {n}: {said['event']} signed by {said['by']} with {said['key']}")

    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            kept = parse_checkpoint(file.read())
        check(kept[0] == origin and kept[1] <= size, "it does not continue the checkpoint")
        check(complete, "only a proof with every event shows that")
        check(root_of([leaf(data) for _, data, _ in events[:kept[1]]]) == kept[2],
              "it does not continue the checkpoint")

    print(f"the proof holds: {len(events)} of {size} events, {signed} signatures")
    print(f"definition {digest.hex()}")


main()
