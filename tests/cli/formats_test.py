#!/usr/bin/env python3
"""--format: several at once, files that are whole or not there, every format on hostile articles and on long lines."""
import json
import os
import signal
import stat
import subprocess
import sys
import time
import unittest

from program import CORPUS, PROGRAM, ROOT, ProgramTest

sys.path.insert(0, str(ROOT / "tests" / "reports"))
import validate

READING_FORMATS = ("terminal", "markdown")
MACHINE_FORMATS = ("sarif", "junit", "github", "rdjsonl", "checkstyle", "csv", "annotations", "claimreview")
VALIDATE = ROOT / "tests" / "reports" / "validate_formats.py"
SAMPLE = (CORPUS / "sample.txt").read_text(encoding="utf-8").split("---\n")[2]
HOSTILE = """---
outlet: "=HYPERLINK(1)"
title: "]]></failure><x> ::error::x"
published: 2024-10-24
language: de
---
""" + SAMPLE.replace("einen Wert von", "]]> <b>einen</b> =cmd|' /C calc'!A0 @everyone Wert von").replace(
    "Das Abkommen umfasst", "::error file=x::y \x1b[31m \u202e ##[error] Das Abkommen umfasst")


class FormatsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.expect("index", "--quiet", "--db", "db", CORPUS / "articles", err=None)

    def check(self, *arguments, code=1):
        done = self.run_program("check", "--quiet", "--db", "db", *arguments)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done

    def read(self, name):
        return (self.folder / name).read_bytes().decode()

    def validate(self, *names):
        done = subprocess.run([sys.executable, VALIDATE, *(self.folder / name for name in names)], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())

    def test_several_formats_at_once_say_the_same(self):
        wanted = [f"--format={name}=out.{name}" for name in MACHINE_FORMATS]
        done = self.check(*wanted, "--format", "json=out.json", "--format", "html=out.html", "--format", "terminal",
                          CORPUS / "sample.txt")
        self.assertIn("379:0 Stimmen", done.stdout.decode())
        self.validate(*(f"out.{name}" for name in MACHINE_FORMATS))
        findings = json.loads(self.read("out.json"))["findings"]
        levels = [finding["level"] for finding in findings]
        wrong = len(levels) - levels.count("none")
        self.assertGreater(wrong, 2)
        self.assertEqual(len(self.read("out.github").splitlines()), wrong)
        self.assertEqual(len(self.read("out.rdjsonl").splitlines()), wrong)
        self.assertEqual(self.read("out.checkstyle").count("<error "), wrong)
        results = json.loads(self.read("out.sarif"))["runs"][0]["results"]
        self.assertEqual([result["partialFingerprints"]["twosourceStatement/v1"] for result in results],
                         [finding["fingerprint"] for finding in findings if finding["level"] != "none"])
        self.assertEqual(self.read("out.junit").count("<failure "), levels.count("error"))
        self.assertEqual(len(self.read("out.csv").splitlines()), len(findings) + 1)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         sorted([f"out.{name}" for name in (*MACHINE_FORMATS, "json", "html")] + ["db"]))

    def test_places_are_those_of_the_file(self):
        article = "---\npublished: 2024-10-24\nlanguage: de\n---\n" + SAMPLE
        self.write("a b.txt", article)
        self.check("--format=sarif=out.sarif", "--format=rdjsonl=out.rdjsonl", "--format=github=out.github", "a b.txt")
        results = json.loads(self.read("out.sarif"))["runs"][0]["results"]
        places = [result["locations"][0]["physicalLocation"] for result in results]
        at = next(i for i, place in enumerate(places) if place["region"]["snippet"]["text"] == "34,4 Milliarden Dollar")
        self.assertEqual(places[at]["artifactLocation"]["uri"], "a%20b.txt")
        number = next(i for i, line in enumerate(article.splitlines(), 1) if "34,4 Milliarden" in line)
        line = article.splitlines()[number - 1]
        column = line.index("34,4") + 1
        end = column + len("34,4 Milliarden Dollar")
        region = places[at]["region"]
        self.assertEqual((region["startLine"], region["startColumn"], region["endColumn"]), (number, column, end))
        start = json.loads(self.read("out.rdjsonl").splitlines()[at])["location"]["range"]["start"]
        self.assertEqual(start, {"line": number, "column": len(line[:column - 1].encode()) + 1})
        self.assertGreater(start["column"], column)
        self.assertIn(f"file=a b.txt,line={number},endLine={number},col={column},endColumn={end},",
                      self.read("out.github").splitlines()[at])

    def validate_json(self, *names):
        schemas = validate.load_schemas(ROOT / "reports" / "schema")
        for name in names:
            for value in validate.objects_of(self.folder / name):
                self.assertEqual([f"{e.json_path}: {e.message[:200]}" for e in schemas["report-1"].iter_errors(value)], [])

    def claims(self, *arguments):
        done = self.run_program("claims", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def test_claims_explain_themselves(self):
        self.write("story.txt", "---\nlanguage: de\n---\nLaut Polizei starben 12 russische Soldaten.\n")
        plain = json.loads(self.claims("--format=json", "story.txt"))
        asked = json.loads(self.claims("--explain", "--format=json", "story.txt"))
        schemas = validate.load_schemas(ROOT / "reports" / "schema")
        self.assertEqual([e.message for e in schemas["claims-1"].iter_errors(asked)], [])
        reasons = [claim.pop("reasons") for claim in asked["claims"]]
        self.assertEqual(asked, plain)
        self.assertIn({"field": "attribution", "rule": "source-before", "words": "Laut",
                       "data": "core/lang/de/claims.json: words source_before"}, reasons[-1])
        terminal = self.claims("--explain", "--format=terminal", "story.txt")
        self.assertIn("why item: behind-figure", " ".join(terminal.split()))

    def test_hostile_articles_leave_every_format_whole(self):
        self.write("hostile.txt", HOSTILE)
        names = MACHINE_FORMATS + READING_FORMATS
        self.check(*(f"--format={name}=out.{name}" for name in (*names, "json", "jsonl")), "--verbose", "hostile.txt")
        self.validate(*(f"out.{name}" for name in names))
        self.validate_json("out.json", "out.jsonl")

    def test_a_line_of_ten_megabytes(self):
        long = SAMPLE.replace("\n", " ") + "wort " * 2_000_000
        self.write("long.txt", f"---\npublished: 2024-10-24\nlanguage: de\n---\n{long}\n")
        names = MACHINE_FORMATS + READING_FORMATS
        self.check(*(f"--format={name}=out.{name}" for name in (*names, "html", "json", "jsonl")), "long.txt")
        self.validate(*(f"out.{name}" for name in names))
        self.validate_json("out.json", "out.jsonl")
        self.assertLess((self.folder / "out.sarif").stat().st_size, 1_000_000)

    def test_a_run_that_fails_leaves_the_old_file(self):
        self.write("out.json", "old")
        self.expect("check", "--db", "missing", "--format", "json=out.json", CORPUS / "sample.txt", err=None, code=2)
        self.assertEqual(self.read("out.json"), "old")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["db", "out.json"])

    def test_rights_and_links_of_the_old_file_stay(self):
        self.write("real.json", "old")
        os.chmod(self.folder / "real.json", 0o640)
        (self.folder / "link.json").symlink_to("real.json")
        self.check("--format", "json=link.json", CORPUS / "sample.txt")
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertEqual(stat.S_IMODE((self.folder / "real.json").stat().st_mode), 0o640)
        self.assertIn("twosource.report/1", self.read("real.json"))
        self.check("--format", "json=/dev/null", CORPUS / "sample.txt")

    def test_files_that_cannot_be_written_and_shared_ones(self):
        sample = CORPUS / "sample.txt"
        self.expect("check", "--db", "db", "--format", "json=no/such/folder.json", sample, code=2,
                    err="no/such/folder.json: error: cannot be written: No such file or directory\n")
        self.expect("check", "--db", "db", "--format", "json=a", "--format", "csv=a", sample, code=2,
                    err="error: two formats cannot share a file: a\n")

    def test_a_result_never_takes_the_place_of_an_article(self):
        self.write("story.txt", SAMPLE)
        (self.folder / "link.txt").symlink_to("story.txt")
        for path in ("story.txt", "./story.txt", "link.txt"):
            self.expect("check", "--db", "db", "--format", f"sarif={path}", "story.txt", code=2,
                        err="error: the result would take the place of what is read: story.txt\n")
        self.assertEqual(self.read("story.txt"), SAMPLE)

    def test_a_run_that_is_ended_leaves_nothing_half_done(self):
        self.write("out.json", "old")
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = subprocess.Popen([PROGRAM, "check", "--db", "db", "--format", "json=out.json", "--format", "csv=out.csv", "-"],
                                       cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while len(list(self.folder.glob("out.*.??????"))) < 2:  # it waits for its input
                self.assertIsNone(process.poll())
                time.sleep(0.01)
            process.send_signal(ending)
            self.assertEqual(process.wait(timeout=60), -ending)
            process.stdin.close()
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["db", "out.json"])
        self.assertEqual(self.read("out.json"), "old")

    def test_fail_on_decides_what_fails_in_junit(self):
        self.check("--format", "junit=out.junit", "--fail-on", "never", CORPUS / "sample.txt", code=0)
        self.assertEqual(self.read("out.junit").count("<failure "), 0)
        self.validate("out.junit")

    def test_several_articles_in_one_document(self):
        self.write("hostile.txt", HOSTILE)
        self.check(*(f"--format={name}=out.{name}" for name in MACHINE_FORMATS), CORPUS / "sample.txt", "hostile.txt")
        self.validate(*(f"out.{name}" for name in MACHINE_FORMATS))
        self.assertEqual(self.read("out.junit").count("<testsuite "), 2)

    def test_links_on_the_terminal_only_where_they_are_known(self):
        plain = self.check("--format", "terminal", CORPUS / "sample.txt").stdout
        self.assertNotIn(b"\x1b", plain)
        linked = self.run_program("check", "--quiet", "--db", "db", "--format", "terminal", CORPUS / "sample.txt",
                                  FORCE_HYPERLINK="1").stdout
        self.assertEqual(linked.count(b"\x1b]8;;http"), linked.count(b"\x1b]8;;\x1b\\"))
        self.assertGreater(linked.count(b"\x1b]8;;http"), 0)


if __name__ == "__main__":
    unittest.main()
