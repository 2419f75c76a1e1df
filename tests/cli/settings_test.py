"""twosource.toml, `config`, rules, remarks, baseline and changed lines, as a user meets them."""
import json
import unittest

from program import CORPUS, ProgramTest

SAMPLE = (CORPUS / "sample.txt").read_text()


class Settings(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("desk/drafts/story.txt", SAMPLE)
        done = self.run_program("index", "--quiet", "--db", "desk/db", CORPUS / "articles")
        self.assertEqual(done.returncode, 0, done.stderr)

    def settings(self, text):
        self.write("desk/twosource.toml", text)

    def checked(self, *options, code=1):
        out = self.expect("check", "--format", "json", *options, "desk/drafts/story.txt", code=code, err=None)
        return {f["rule"]: f for f in json.loads(out)["findings"] if f["verdict"] not in ("unsupported", "consistent")}

    def test_settings_are_found_above_the_article_and_paths_are_theirs(self):
        self.settings('db = "db"\n')
        self.assertEqual(self.checked()["vote-differs"]["level"], "error")
        self.expect("check", "--config", "none", "desk/drafts/story.txt", err="error: name the database: --db DB (twosource index --db DB ARCHIVE makes one)\n", code=2)

    def test_the_command_line_wins(self):
        self.settings('db = "nowhere"\nfail-on = "never"\n')
        self.checked("--db", "desk/db", code=0)
        self.checked("--db", "desk/db", "--fail-on", "warning", code=1)

    def test_a_table_of_a_command_holds_for_it_alone(self):
        self.settings('db = "db"\nfail-on = "error"\n[check]\nfail-on = "never"\n[report]\nfail-on = "error"\n')
        self.checked(code=0)

    def test_rules_have_levels(self):
        self.settings('db = "db"\n[rules]\nvote-differs = "note"\ndigits-swapped = "off"\n')
        found = self.checked("--rule", "scale-factor-1000=warning", "--rule", "vote-differs=warning")
        self.assertEqual(found["vote-differs"]["level"], "warning")
        self.assertEqual(found["digits-swapped"]["level"], "none")
        self.assertEqual(found["scale-factor-1000"]["level"], "warning")

    def test_confidence_zone_and_trust(self):
        self.settings('db = "db"\n')
        self.assertEqual(self.checked("--min-confidence", "1", code=0)["vote-differs"]["level"], "note")
        self.assertEqual(self.checked("--trust", "Nobody", code=0)["vote-differs"]["level"], "warning")
        found = self.checked("--ignore-zone", "body", "--ignore-zone", "lead", code=0)
        self.assertLessEqual({f["claim"]["zone"] for f in found.values()}, {"headline"})

    def test_config_says_what_holds_and_why(self):
        self.settings('db = "db"\nlanguages = ["de", "en"]\n\n[check]\nmin-confidence = 0.5\nsince = 2024-01-01\n')
        out = self.expect("config", "--fail-on", "warning", "desk/drafts/story.txt")
        where = self.folder.resolve()
        self.assertEqual(out, f"# settings of {where}/desk/twosource.toml\n" + "\n".join(
            f"{row:<{len(str(where)) + 15}}  # {origin}" for row, origin in [
                (f'db = "{where}/desk/db"', "twosource.toml:1"),
                ('fail-on = "warning"', "command line"),
                ('languages = ["de", "en"]', "twosource.toml:2"),
                ('since = "2024-01-01"', "twosource.toml:6"),
                ('min-confidence = "0.5"', "twosource.toml:5")]) + "\n")
        self.assertEqual(self.expect("config"), '# no twosource.toml was found\nfail-on = "error"  # default\n')

    def test_mistakes_are_named_with_line_and_column(self):
        where = f"{self.folder.resolve()}/desk/twosource.toml"
        rows = [
            ('db = "db"\nfial-on = "error"\n', '2:11: error: there is no setting "fial-on"; did you mean fail-on?'),
            ("db = 1.5.2\n", "1:9: error: this is no TOML: "),
            ("quiet = 1\n", '1:9: error: "quiet" is true or false'),
            ("db = [\"a\", \"b\"]\n", '1:6: error: "db" takes one value'),
            ("db = true\n", '1:6: error: "db" is a text or a number'),
            ("[chekc]\n", "1:1: error: there is no table [chekc]"),
            ('format = "json=/etc/x"\n', "1:10: error: an output file named here stands in the folder"),
            ('format = "json=../x"\n', "1:10: error: an output file named here stands in the folder"),
            ("[rules]\nvote-differs = 3\n", "2:16: error: the level of a rule is a word"),
            ('config = "x"\n', '1:10: error: there is no setting "config"'),
        ]
        for text, message in rows:
            with self.subTest(text):
                self.settings(text)
                done = self.run_program("check", "desk/drafts/story.txt")
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"{where}:{message}", done.stderr.decode())

    def test_values_are_those_of_the_options(self):
        self.settings('fail-on = "all"\n')
        self.expect("check", "desk/drafts/story.txt", code=2,
                    err='error: twosource.toml:1: --fail-on is one of error, warning, note, never, not "all"\n')
        for words, message in [
            (["--rule", "vote-differ=off"], 'there is no rule "vote-differ"; did you mean vote-differs?'),
            (["--rule", "vote-differs"], '--rule is RULE=LEVEL, as in quote-changed=off, not "vote-differs"'),
            (["--rule", "vote-differs=loud"], 'the level of a rule is error, warning, note or off, not "loud"'),
            (["--min-confidence", "2"], '--min-confidence is a number from 0 to 1, not "2"'),
            (["--ignore-zone", "margin"], 'there is no zone "margin"; see --help'),
            (["--write-baseline", "x"], "--write-baseline needs --reason: why is this accepted?"),
            (["--reason", "x"], "--reason and --expires belong to --write-baseline"),
        ]:
            with self.subTest(words):
                self.expect("check", "--config", "none", "--db", "desk/db", *words, "desk/drafts/story.txt", code=2,
                            err=f"error: {message}\n")

    def test_remarks_in_the_text(self):
        self.settings('db = "db"\n')
        self.write("desk/drafts/story.txt", SAMPLE.replace(
            "Die Staatsduma hat am Donnerstag",
            "<!-- twosource-ignore vote-differs: 9.999 Stimmen hat niemand gezählt -->\nDie Staatsduma hat am Donnerstag"))
        found = self.checked()
        self.assertEqual(found["vote-differs"]["level"], "none")
        self.assertEqual(found["vote-differs"]["suppression"]["reason"], "9.999 Stimmen hat niemand gezählt")
        self.assertEqual(found["digits-swapped"]["level"], "error")
        self.assertNotIn("9.999", json.dumps([f["claim"]["text"] for f in found.values()]))

    def test_a_baseline_keeps_what_it_had_and_takes_the_rest(self):
        self.settings('db = "db"\n')
        self.checked("--write-baseline", "base.json", "--reason", "bekannt", code=0)
        first = (self.folder / "base.json").read_text()
        self.checked("--baseline", "base.json", "--fail-on", "note", code=0)
        self.checked("--baseline", "base.json", "--write-baseline", "base.json", "--reason", "anders", code=0)
        self.assertEqual((self.folder / "base.json").read_text(), first)
        self.expect("check", "--baseline", "none.json", "desk/drafts/story.txt", code=2,
                    err="none.json: error: there is no such baseline; write one with --write-baseline\n")

    def test_a_baseline_of_one_article_keeps_what_others_had_accepted(self):
        self.settings('db = "db"\n')
        self.checked("--write-baseline", "base.json", "--reason", "bekannt", code=0)
        before = {f["fingerprint"] for f in json.loads((self.folder / "base.json").read_text())["findings"]}
        self.write("desk/drafts/other.txt", SAMPLE.replace("379 zu 0", "378 zu 0"))
        self.expect("check", "--baseline", "base.json", "--write-baseline", "base.json", "--reason", "auch",
                    "desk/drafts/other.txt", err=None)
        after = {f["fingerprint"]: f["reason"] for f in json.loads((self.folder / "base.json").read_text())["findings"]}
        self.assertLess(before, set(after))
        self.assertEqual({after[f] for f in before}, {"bekannt"})

    def test_changed_lines_from_standard_input(self):
        self.settings('db = "db"\n')
        diff = "--- a/drafts/story.txt\n+++ b/drafts/story.txt\n@@ -16 +16 @@\n-x\n+y\n"
        done = self.run_program("check", "--format", "json", "--changed-lines", "-", "desk/drafts/story.txt", given=diff)
        found = json.loads(done.stdout)["findings"]
        self.assertEqual({f["place"]["line"] for f in found}, {16})
        self.expect("check", "--changed-lines", "-", "desk/drafts/story.txt", given="no diff", code=2,
                    err="-:1: error: this is no unified diff; make one with git diff -U0 or diff -u\n")


class Generated(ProgramTest):
    def test_shells_and_man_read_what_is_generated(self):
        import shutil
        import subprocess
        for what, program in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"])):
            self.write(f"completion.{what}", self.expect("generate", what))
            if shutil.which(program[0]):
                subprocess.run([*program, str(self.folder / f"completion.{what}")], check=True)
        page = self.expect("generate", "man")
        for word in (".SH VERDICTS", "\\fBdigits\\-swapped\\fR", "TWOSOURCE_LEXICON", ".TH TWOSOURCE 1", ".SS check ARTICLE", "\\-\\-changed\\-lines", "twosource.toml"):
            self.assertIn(word, page)
        self.assertNotRegex(page, r"(?m)^'")
        self.expect("generate", "tcsh", err='error: generate makes man, bash, zsh or fish, not "tcsh"\n', code=2)

    def test_bash_completes_commands_options_and_choices(self):
        import subprocess
        self.write("completion", self.expect("generate", "bash"))

        def complete(*words):
            script = ("source ./completion; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _twosource; "
                      "printf '%s\\n' \"${COMPREPLY[@]}\"")
            return subprocess.run(["bash", "-c", script, "bash", *words], cwd=self.folder, capture_output=True, text=True,
                                  check=True).stdout.split()
        self.assertEqual(complete("twosource", "che"), ["check"])
        self.assertEqual(complete("twosource", "check", "--chan"), ["--changed-lines"])
        self.assertEqual(complete("twosource", "check", "--fail-on", "w"), ["warning"])
        self.assertEqual(complete("twosource", "check", "--format", "m"), ["markdown"])
        self.assertEqual(complete("twosource", "check", "--format", "s"), ["sarif"])
        self.assertEqual(complete("twosource", "claims", "--format", "s"), [])


if __name__ == "__main__":
    unittest.main()
