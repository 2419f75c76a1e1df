#!/usr/bin/env python3
"""twosource demo: from nothing to a report, wherever the program is installed."""
import os
import pathlib
import re
import shutil
import unittest

from program import PROGRAM, ProgramTest


class Demo(ProgramTest):
    def test_into_a_folder_twice(self):
        for added in ("41 articles added, 0 updated, 0 unchanged", "0 articles added, 0 updated, 41 unchanged"):
            done = self.run_program("demo", "tour")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(added, done.stderr.decode())
            out = done.stdout.decode()
            self.assertIn("Conflicting (other articles say otherwise)", out)
            self.assertLess(len(out.splitlines()), 350)
            pages = re.findall(r"^   (?:the story|the archive): +(\S+)", out, re.M)
            self.assertEqual([pathlib.Path(page).name for page in pages], ["sample.html", "corpus.html"])
            for page in pages:
                self.assertIn("</html>", pathlib.Path(page).read_text())
        self.assertEqual(sorted(path.name for path in (self.folder / "tour").iterdir()),
                         ["corpus.html", "demo.db", "sample.html"])

    def test_the_commands_it_shows_do_what_it_did(self):
        out = self.run_program("demo", "a b's").stdout.decode()
        page = (self.folder / "a b's" / "sample.html").read_bytes()
        lines = re.findall(r"^\$ twosource (.*)$", out, re.M)
        self.assertEqual([line.split()[0] for line in lines], ["index", "check", "report"])
        import shlex
        for line, code in zip(lines, (0, 1, 1)):
            self.assertEqual(self.run_program(*shlex.split(line)).returncode, code, line)
        self.assertEqual((self.folder / "a b's" / "sample.html").read_bytes(), page)

    def test_a_folder_of_its_own(self):
        made = self.folder / "temporary"
        made.mkdir()
        done = self.run_program("demo", "--quiet", TMPDIR=str(made))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        folder, = made.iterdir()
        self.assertIn(f"{folder}/sample.html", done.stdout.decode())

    def test_nobody_reads_to_the_end(self):
        import subprocess
        done = subprocess.run(["sh", "-c", '"$0" demo --quiet tour; echo $? >&2', PROGRAM], cwd=self.folder,
                              stdout=os.open("/dev/null", os.O_WRONLY), stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.stderr, b"0\n")
        process = subprocess.Popen([PROGRAM, "demo", "--quiet", "tour"], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(timeout=60), 0)

    def test_settings_of_the_working_folder_do_not_change_it(self):
        self.write("twosource.toml", "this is no TOML")
        for words in (["demo", "tour"], ["generate", "bash"], ["languages"]):
            self.assertEqual(self.run_program(*words).returncode, 0)
        self.write("twosource.toml", '[check]\nfail-on = "never"\nformat = ["json=out.json"]\n')
        self.assertEqual(self.run_program("demo", "tour").returncode, 0)
        self.assertFalse((self.folder / "out.json").exists())

    def test_what_stands_in_the_way_is_named(self):
        self.write("file", "x")
        self.expect("demo", "file", code=2, out="", err=None)
        self.write("taken/demo.db", "x")
        done = self.run_program("demo", "taken")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"demo\.db: error: [^\n]+\n\Z")
        # A program without its files says so.
        bare = self.folder / "bin" / "twosource"
        bare.parent.mkdir()
        shutil.copy(os.path.realpath(PROGRAM), bare)
        import subprocess
        done = subprocess.run([bare, "demo"], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"not installed", done.stderr)


if __name__ == "__main__":
    unittest.main()
