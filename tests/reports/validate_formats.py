#!/usr/bin/env python3
"""Holds the formats for machines to what their consumers expect: validate_formats.py FILE...

A format is told by the end of the name (expected.sarif, hostile/expected.report.junit). Where a published schema or a
consumer is installed it is asked too: the SARIF schema of an npm package (scripts/deps browser), junitparser of Debian.
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE.parents[1] / "reports" / "schema"
SARIF_SCHEMA = HERE.parent / "browser/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def own_schema(name, value):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(value)


def check_sarif(text):
    log = json.loads(text)
    if SARIF_SCHEMA.exists():
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft4Validator(schema).validate(log)
    assert log["version"] == "2.1.0"
    run, = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    for result in run["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert re.fullmatch("f-[0-9a-f]{16}", result["partialFingerprints"]["twosourceStatement/v1"])
        for location in result["locations"] + result["relatedLocations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", uri), uri
        # A bracket that is not escaped would be read as a link.
        assert not re.search(r"(?<!\\)(\\\\)*[\[\]]", result["message"]["text"]), result["message"]["text"]
    return len(run["results"])


def check_junit(text):
    root = ElementTree.fromstring(text.encode())
    assert root.tag == "testsuites"
    for suite in root.findall("testsuite"):
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases) > 0
        for kind, counted in (("failure", "failures"), ("skipped", "skipped")):
            assert int(suite.get(counted)) == sum(case.find(kind) is not None for case in cases), kind
        assert all(case.get("name") and case.get("classname") for case in cases)
    try:
        import junitparser
    except ImportError:
        return len(root.findall(".//testcase"))
    parsed = junitparser.JUnitXml.fromstring(text.encode())
    return sum(1 for suite in parsed for _ in suite)


def check_checkstyle(text):
    root = ElementTree.fromstring(text.encode())
    assert root.tag == "checkstyle" and root.get("version")
    for error in root.iter("error"):
        assert error.get("severity") in ("error", "warning", "info")
        assert error.get("message") and error.get("source").startswith("twosource.")
        assert error.get("line") is None or int(error.get("line")) > 0
    assert all(file.get("name") for file in root.iter("file"))
    return sum(1 for _ in root.iter("error"))


def check_github(text):
    """Every line is one command, read as the runner reads it: properties up to the next "::"."""
    for line in text.splitlines():
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert command, line
        for part in command[2].split(","):
            key, _, value = part.partition("=")
            assert key in ("file", "line", "endLine", "col", "endColumn", "title") and value, part
        assert not re.search("%(?!25|0D|0A)", command[3]), line
    return len(text.splitlines())


def check_markdown(text):
    page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"],
                          input=text.encode(), capture_output=True, check=True).stdout.decode()
    ours = {"h1", "h2", "h3", "p", "br", "em", "strong", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
            "details", "summary", "sub"}
    tags = re.findall(r"<([a-zA-Z!?/][^\s>]*)([^>]*)", page)
    for name, attributes in tags:
        name = name.strip("/").lower()
        # Links of our own lead to where an article was published.
        if name == "a" and (not attributes or re.fullmatch(r' href="https?://[^"]*"', attributes)):
            continue
        if name == "input" and attributes == ' type="checkbox" disabled="" /':
            continue
        assert name in ours, f"<{name}{attributes}>"
        assert not attributes.strip(" /") or re.fullmatch(' align="(right|left|center)"', attributes), attributes
    assert not re.search(r"@\w", page), "a mention"
    assert not re.search(r"#\d", page), "a reference to an issue"
    return len(tags)


def check_terminal(text):
    # CI servers read what a program prints: no line may begin a command of theirs.
    assert not re.search(r"^\s*(::|##\[)", text, re.M), "a command"
    return len(text.splitlines())


def check_rdjsonl(text):
    for line in text.splitlines():
        own_schema("rdjson-1.schema.json", json.loads(line))
    return len(text.splitlines())


def check_csv(text):
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of different length"
    for row in rows[1:]:
        for cell in row:
            assert not re.match(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", cell), cell
    return len(rows) - 1


def check_annotations(text):
    page = json.loads(text)
    own_schema("annotations-1.schema.json", page)
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    return len(ids)


def check_claimreview(text):
    graph = json.loads(text)
    own_schema("claimreview-1.schema.json", graph)
    assert "ating" not in re.sub(r'"[^"]*":', lambda key: key[0], "".join(re.findall(r'"[^"]*":', text)))
    return len(graph["@graph"])


CHECKS = {name.removeprefix("check_"): check for name, check in list(globals().items()) if name.startswith("check_")}


def main():
    checked = 0
    for name in sys.argv[1:]:
        path = pathlib.Path(name)
        text = path.read_bytes().decode("utf-8")
        assert not UNSAFE.search(text), f"{name}: holds a control character"
        try:
            entries = CHECKS[path.name.rpartition(".")[2]](text)
        except (AssertionError, jsonschema.ValidationError, ElementTree.ParseError, ValueError) as error:
            print(f"{name}: {type(error).__name__}: {str(error)[:500]}")
            return 1
        if not entries:
            print(f"{name}: holds no entry")
            return 1
        checked += 1
    print(f"{checked} files hold")
    return 0 if checked else 1


if __name__ == "__main__":
    sys.exit(main())
