#!/usr/bin/env python3
"""Holds JSON to the schemas: validate.py SCHEMA_DIR FILE...

A FILE is JSON or, when its name ends in "jsonl", one object a line. The schema is told by the member "schema"; a line
without it is a group of the corpus-wide report. Stricter than the schemas: a member that they do not name is refused, so
that no field is written without being described.
"""
import json
import pathlib
import sys

import jsonschema


def strict(node):
    """The schema with every object closed."""
    if isinstance(node, dict):
        node = {key: strict(value) for key, value in node.items()}
        if node.get("type") == "object" and "properties" in node:
            node.setdefault("additionalProperties", False)
    elif isinstance(node, list):
        node = [strict(value) for value in node]
    return node


def load_schemas(folder):
    validators = {}
    for path in sorted(pathlib.Path(folder).glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        name = path.name.removesuffix(".schema.json")
        validators[name] = jsonschema.Draft202012Validator(strict(schema))
    return validators


def refuse_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def objects_of(path):
    text = path.read_text(encoding="utf-8")
    if path.name.endswith("jsonl"):
        return [json.loads(line, object_pairs_hook=refuse_doubles) for line in text.splitlines()]
    value = json.loads(text, object_pairs_hook=refuse_doubles)
    return value if isinstance(value, list) else [value]


def main():
    validators = load_schemas(sys.argv[1])
    faults = checked = 0
    for name in sys.argv[2:]:
        for value in objects_of(pathlib.Path(name)):
            schema = value.get("schema", "twosource.discrepancy/1").removeprefix("twosource.").replace("/", "-")
            checked += 1
            for error in validators[schema].iter_errors(value):
                faults += 1
                print(f"{name}: {error.json_path}: {error.message[:300]}")
    print(f"{checked} objects, {faults} faults")
    return 1 if faults or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
