"""Commands, options, help and formats, as a user meets them."""
import re
import unittest

from program import PROGRAM, ProgramTest

COMMANDS = ["index", "check", "report", "compare", "claims", "mentions", "explain", "status", "remove", "languages", "config",
            "demo", "generate"]


class Help(ProgramTest):
    def test_version(self):
        for option in ("--version", "-V"):
            out = self.expect(option)
            self.assertRegex(out, r"\Atwosource \d+\.\d+\.\d+\n\Z")

    def test_overview_names_every_command(self):
        out = self.expect("--help")
        self.assertEqual(out, self.expect("help"))
        listed = re.findall(r"^  ([a-z]+)  ", out.split("Commands:")[1].split("Options")[0], re.M)
        self.assertEqual(listed, COMMANDS)

    def test_each_command_explains_itself(self):
        for command in COMMANDS:
            with self.subTest(command):
                out = self.expect(command, "--help")
                self.assertEqual(out, self.expect("help", command))
                self.assertEqual(out, self.expect(command, "-h"))
                self.assertTrue(out.startswith(f"Usage: twosource {command} "), out)
                self.assertIn("\nExamples:\n  ", out)
                self.assertIn("--jobs N", out)
                self.assertIn("Exit codes:", out)
                self.assertLessEqual(max(map(len, out.splitlines())), 80)

    def test_help_lists_the_formats_that_the_command_writes(self):
        for command in COMMANDS:
            if command == "config":  # takes the options of check and writes nothing
                continue
            with self.subTest(command):
                listed = re.findall(r"^  ([a-z]+) ", self.expect(command, "--help").partition("Formats:\n")[2].split("Examples:")[0],
                                    re.M)
                # A command names its formats, too, when it is asked for one that it does not write.
                words = [command, "--db", "x", "--format", "none"] if command in ("check", "report") else [
                    command, "--format", "none", "x"]
                refused = self.run_program(*words, *(["x"] if command == "check" else [])).stderr.decode()
                written = refused.partition("this command writes: ")[2].split()
                self.assertEqual(listed, [name.strip(",") for name in written])
                self.assertEqual(bool(listed), command in ("check", "report", "compare", "claims", "mentions"))

    def test_help_wins_over_what_is_missing(self):
        self.assertIn("Usage:", self.expect("check", "--help"))

    def test_examples_parse(self):
        """Every example of the help is understood: it fails on its files, not on its options."""
        for command in COMMANDS:
            out = self.expect(command, "--help")
            for line in re.findall(r"^  (?:.*\| )?twosource (.*)$", out.split("Examples:")[1], re.M):
                words = [w for w in line.split() if not w.startswith("#")]
                done = self.run_program(*words)
                self.assertNotIn(b"there is no option", done.stderr, line)
                self.assertNotIn(b"--help)", done.stderr, line)


class Mistakes(ProgramTest):
    def test_no_command(self):
        done = self.run_program()
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, b"error: name a command\n")
        self.assertIn(b"Commands:", done.stdout)

    def test_messages(self):
        rows = [
            (["mention"], 'there is no command "mention"; did you mean mentions?'),
            (["chekc", "x"], 'there is no command "chekc"; did you mean check?'),
            (["frobnicate"], 'there is no command "frobnicate" (see twosource --help)'),
            (["--jobs", "2", "check"], "the command comes first: twosource COMMAND --jobs ... (see twosource --help)"),
            (["help", "statsu"], 'there is no command "statsu"; did you mean status?'),
            (["claims", "--fromat", "json", "x"], "there is no option --fromat; did you mean --format?"),
            (["claims", "--form", "json", "x"], "there is no option --form; did you mean --format?"),
            (["claims", "--frobnicate"], "there is no option --frobnicate (see twosource claims --help)"),
            (["claims", "-x"], "there is no option -x (see twosource claims --help)"),
            (["claims", "--jobs"], "--jobs needs a value (see twosource claims --help)"),
            (["claims", "--jobs=", "x"], "--jobs needs a value (see twosource claims --help)"),
            (["claims", "--quiet=1", "x"], "--quiet takes no value (see twosource claims --help)"),
            (["claims", "--jobs", "0", "x"], '--jobs is a number from 1 to 1024, not "0"'),
            (["claims", "--jobs", "many", "x"], '--jobs is a number from 1 to 1024, not "many"'),
            (["claims", "--jobs", "1", "--jobs", "2", "x"], "--jobs is given twice"),
            (["claims", "--color", "red", "x"], '--color is one of auto, always, never, not "red"'),
            (["claims", "--published", "yesterday", "x"], '--published is a date like 2024-10-24, not "yesterday"'),
            (["claims", "--published", "2024-02-30", "x"], '--published is a date like 2024-10-24, not "2024-02-30"'),
            (["claims"], "claims needs an article: a file, a folder, or - (see twosource claims --help)"),
            (["status", "--db", "x", "y"], "status takes no arguments (see twosource status --help)"),
            (["explain", "--db", "x", "a", "b", "c"],
             "too many arguments: explain takes the id of a claim, and perhaps of a piece of evidence (see twosource explain --help)"),
            (["check", "story.txt"], "name the database: --db DB (twosource index --db DB ARCHIVE makes one)"),
            (["check", "--db", "x", "--fail-on", "all", "y"], '--fail-on is one of error, warning, note, never, not "all"'),
            (["claims", "--format", "jsno", "x"],
             'there is no format "jsno"; this command writes: terminal, markdown, json, jsonl, csv'),
            (["claims", "--format", "json", "--format", "markdown", "x"],
             "two formats cannot share standard output; give one a file: --format markdown=FILE"),
            (["compare", "x"], "compare takes two articles: A B (or --jsonl [FILE])"),
        ]
        for words, message in rows:
            with self.subTest(" ".join(words)):
                self.expect(*words, out="", err=f"error: {message}\n", code=2)

    def test_control_characters_do_not_reach_the_terminal(self):
        done = self.run_program("\x1b[31mred\x07")
        self.assertEqual(done.returncode, 2)
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertNotIn(b"\x07", done.stderr)

    def test_arguments_behind_dashes_are_files(self):
        self.write("--quiet", "Am 3. Mai kamen 12 Gäste.")
        out = self.expect("mentions", "--jsonl", "--", "--quiet")
        self.assertIn('"low":"12"', out)


if __name__ == "__main__":
    print(PROGRAM)
    unittest.main()
