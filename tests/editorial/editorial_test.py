"""The recipe for a newsroom's CI, end to end: a repository of stories with the outlet's own archive."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TWOSOURCE", str(ROOT / "build/dev/cli/twosource"))

ARCHIVE = {
    "haushalt-2024-03-01.txt": """---
title: Kreistag beschließt Haushalt
outlet: Uferbote
published: 2024-03-01
language: de
---
Der Kreistag von Lindau hat am Freitag den Haushalt beschlossen. Er umfasst 412 Millionen Euro. Für den Neubau der Klinik
in Lindau sind 38 Millionen Euro vorgesehen. Landrätin Petra Sollmann nannte die Klinik das wichtigste Vorhaben des
Landkreises. Für den Haushalt stimmten 41 Kreisräte, dagegen 17.
""",
}

CLEAN = """---
title: Spatenstich für die Klinik in Lindau
outlet: Uferbote
published: 2024-03-20
language: de
---
In Lindau hat der Neubau der Klinik begonnen. Der Kreistag von Lindau hat dafür im Haushalt 38 Millionen Euro
vorgesehen.

Landrätin Petra Sollmann nannte die Klinik das wichtigste Vorhaben des Landkreises. Der Haushalt des Landkreises Lindau
umfasst 412 Millionen Euro.
"""
WRONG = CLEAN.replace("38 Millionen", "83 Millionen")

SETTINGS = """db = "archive.db"
[check]
fail-on = "error"
"""


class Editorial(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.repo = pathlib.Path(temporary.name) / "newsroom"
        (self.repo / "stories").mkdir(parents=True)
        (self.repo / "archive").mkdir()
        for name, text in ARCHIVE.items():
            (self.repo / "archive" / name).write_text(text)
        (self.repo / "twosource.toml").write_text(SETTINGS)
        (self.repo / ".gitignore").write_text("archive.db\n")
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        self.environment.update(TWOSOURCE=PROGRAM, TWOSOURCE_LEXICON="none", HOME=temporary.name,
                                GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8")
        for words in (["init", "-q", "-b", "main"], ["config", "user.name", "desk"],
                      ["config", "user.email", "desk@uferbote.example"]):
            self.git(*words)
        self.run_here([PROGRAM, "index", "--quiet", "--db", "archive.db", "archive"])
        self.commit("archive")

    def run_here(self, words, code=0, **environment):
        done = subprocess.run(list(map(str, words)), cwd=self.repo, env={**self.environment, **environment},
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def git(self, *words):
        return self.run_here(["git", *words])

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def story(self, text, name="klinik.md"):
        (self.repo / "stories" / name).write_text(text)
        self.commit(name)

    def check(self, code, *options, base="HEAD~1"):
        return self.run_here([ROOT / "scripts/check-stories", "--base", base, "stories", "--", *options], code)

    def findings(self, code, *options, base="HEAD~1"):
        report = json.loads(self.check(code, "--format", "json", *options, base=base))
        return [f for f in report["findings"] if f["verdict"] == "conflicting"]

    def test_a_clean_story_passes(self):
        self.story(CLEAN)
        self.assertEqual(self.findings(0), [])

    def test_a_figure_against_the_own_archive_fails_at_its_line(self):
        self.story(WRONG)
        found = self.findings(1)
        self.assertEqual([f["claim"]["text"] for f in found], ["83 Millionen Euro"])
        self.assertEqual(found[0]["rule"], "digits-swapped")
        self.assertEqual(found[0]["place"]["line"], 7)
        self.assertEqual(found[0]["evidence"][0]["article"]["outlet"], "Uferbote")
        self.assertEqual(found[0]["level"], "error")

    def test_only_changed_lines_are_answerable(self):
        self.story(WRONG)
        self.story(WRONG.replace("wichtigste", "größte"))
        self.assertEqual(self.findings(0), [])
        self.assertEqual(len(self.findings(1, base="HEAD~2")), 1)

    def test_an_altered_figure_fails(self):
        self.story(CLEAN)
        self.story(WRONG)
        self.assertEqual(len(self.findings(1)), 1)

    def test_a_remark_lets_it_pass_and_says_why(self):
        self.story(WRONG.replace("In Lindau hat der Neubau",
                                 "<!-- twosource-ignore digits-swapped: Nachtrag vom 18. März -->\nIn Lindau hat der Neubau"))
        found = self.findings(0)
        self.assertEqual(found[0]["suppression"], {"kind": "inSource", "reason": "Nachtrag vom 18. März"})

    def test_a_baseline_passes_until_it_expires(self):
        self.story(WRONG)
        self.check(0, "--write-baseline", "accepted.json", "--reason", "Nachtrag", "--expires", "2024-06-30")
        (self.repo / "twosource.toml").write_text(SETTINGS + 'baseline = "accepted.json"\n')
        found = self.findings(0, "--as-of", "2024-06-30")
        self.assertEqual(found[0]["suppression"], {"kind": "baseline", "reason": "Nachtrag", "expires": "2024-06-30"})
        self.assertNotIn("suppression", self.findings(1, "--as-of", "2024-07-01")[0])

    def test_a_baseline_does_not_hide_another_figure(self):
        self.story(WRONG)
        self.check(0, "--write-baseline", "accepted.json", "--reason", "Nachtrag")
        (self.repo / "twosource.toml").write_text(SETTINGS + 'baseline = "accepted.json"\n')
        self.commit("baseline")
        self.story(WRONG.replace("83 Millionen", "93 Millionen"))
        self.assertEqual(len(self.findings(1)), 1)

    def test_nothing_changed_and_no_such_base(self):
        self.assertIn("no story was changed", self.check(0, base="HEAD"))
        self.check(2, base="nowhere")

    def test_names_with_spaces_and_quotes(self):
        self.story(WRONG, "über 'uns' & co.md")
        self.assertEqual(len(self.findings(1)), 1)

    def test_the_hook_runs_what_it_says(self):
        hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
        words = hook["entry"].split()
        self.assertEqual(words[0], "twosource")
        self.story(WRONG)
        self.run_here([PROGRAM, *words[1:], "stories/klinik.md"], 1)
        self.story(CLEAN)
        self.run_here([PROGRAM, *words[1:], "stories/klinik.md"], 0)

    def test_the_action_runs_what_it_says(self):
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        step = action["runs"]["steps"][-1]
        self.story(WRONG)
        home = self.repo.parent / "action"
        (home / "build/release/cli").mkdir(parents=True)
        (home / "build/release/cli/twosource").symlink_to(PROGRAM)
        (home / "scripts").symlink_to(ROOT / "scripts")
        given = {"BASE": "HEAD~1", "PATHS": action["inputs"]["paths"]["default"],
                 "OPTIONS": action["inputs"]["options"]["default"], "GITHUB_ACTION_PATH": str(home)}
        self.assertEqual(set(step["env"]), {"BASE", "PATHS", "OPTIONS"})
        out = self.run_here(["sh", "-e", "-c", step["run"]], 1, **given)
        self.assertIn("::error file=stories/klinik.md,line=7", out)

    def test_the_gitlab_template_runs_what_it_says(self):
        template = yaml.safe_load((ROOT / "scripts/ci/gitlab-template.yml").read_text())[".twosource-check"]
        self.story(WRONG)
        self.run_here(["sh", "-e", "-c", "\n".join(template["script"])], 1, TWOSOURCE_HOME=str(ROOT), STORIES="stories",
                      CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD~1")
        self.assertIn("83 Millionen Euro", (self.repo / "twosource-junit.xml").read_text())
        self.assertTrue(shutil.which("git"))


if __name__ == "__main__":
    sys.exit(unittest.main())
