#!/usr/bin/env python3
"""The tour of the README: every command is run, and what stands below it must be what it prints.

A line "..." stands for any number of lines. How many claims and statements there are may move with the reading of the
corpus, so that these numbers are not compared.
"""
import os
import pathlib
import re
import subprocess
import unittest

from program import CLEAN, PROGRAM, ROOT, ProgramTest

README = (ROOT / "README.md").read_text(encoding="utf-8")
COUNTS = re.compile(r"\d+(?= (claims|statements|conflicting|disputed|outdated|corroborated|consistent|unsupported|discrepancies)\b)")


def steps_of(text):
    """Pairs of a command and the lines that the text shows below it."""
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, *shown = step.rstrip("\n").split("\n")
            yield command, shown


def matches(shown, printed):
    if not shown:
        return not printed
    if shown[0] == "...":
        return any(matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


class Tour(ProgramTest):
    def run_all(self, commands):
        (self.folder / "corpora").symlink_to(ROOT / "corpora")
        script = "".join(f"{command}\nstatus=$?; printf '\\0'; (exit $status)\n" for command in commands)
        path = f"{pathlib.Path(PROGRAM).resolve().parent}:{os.environ['PATH']}"
        done = subprocess.run(["sh", "-c", script], cwd=self.folder, env={**CLEAN, "PATH": path}, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        return done.stdout.decode().split("\0")

    def test_the_output_is_real(self):
        steps = list(steps_of(README))
        self.assertGreater(len(steps), 8)
        without_counts = lambda lines: [COUNTS.sub("N", line) for line in lines]
        for (command, shown), printed in zip(steps, self.run_all([command for command, _ in steps])):
            with self.subTest(command):
                lines = printed.rstrip("\n").split("\n") if printed else []
                self.assertTrue(matches(without_counts(shown), without_counts(lines)), f"$ {command}\n{printed}")

    def test_the_comparison_notices_what_is_not_printed(self):
        printed = ["a", "b", "c"]
        for shown in (["a", "b", "c"], ["..."], ["...", "b", "..."], ["a", "...", "c"], ["...", "a", "b", "c"]):
            self.assertTrue(matches(shown, printed), shown)
        for shown in ([], ["a"], ["b", "..."], ["...", "c", "b"], ["a", "...", "x"]):
            self.assertFalse(matches(shown, printed), shown)


class Catalogue(unittest.TestCase):
    def test_every_rule_stands_in_the_table(self):
        rules = sorted(path.stem for path in (ROOT / "reports" / "rules").glob("*.md"))
        self.assertEqual(sorted(re.findall(r"^\| \[`([a-z0-9-]+)`\]\(reports/rules/\1\.md\) \|", README, re.M)), rules)

    def test_every_verdict_and_format_is_explained(self):
        for verdict in ("corroborated", "consistent", "conflicting", "disputed", "outdated", "unsupported"):
            self.assertRegex(README, rf"\n\| `{verdict}` \| ")
        listed = subprocess.run([PROGRAM, "check", "--help"], capture_output=True, text=True).stdout
        formats = re.findall(r"^  ([a-z]+) ", listed.partition("Formats:\n")[2].split("Examples:")[0], re.M)
        self.assertGreater(len(formats), 12)
        held = (ROOT / "reports" / "README.md").read_text(encoding="utf-8")
        for name in formats:
            self.assertRegex(README, rf"\n\| [^|]*`{name}`[^|]* \| ")
            self.assertRegex(held, rf"\n\| `{name}` \| ")
            self.assertTrue((ROOT / "tests" / "golden" / "report" / f"expected.{name}").exists(), name)
            self.assertTrue((ROOT / "tests" / "golden" / "hostile" / f"expected.report.{name}").exists(), name)

    def test_links_lead_to_files(self):
        for target in re.findall(r"\]\(([^)#:]+)\)", README):
            self.assertTrue((ROOT / target).exists(), target)


if __name__ == "__main__":
    unittest.main()
