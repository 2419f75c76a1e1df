"""Runs the built program in a fresh folder and compares exactly what it says."""
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("TWOSOURCE", "build/dev/cli/twosource")
ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpora" / "north-korea-treaty"

# Nothing of the caller's terminal or machine may change a result.
CLEAN = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LANG", "LC_ALL")}
CLEAN.update(TERM="xterm", COLUMNS="80", TWOSOURCE_LEXICON="none")


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run_program(self, *arguments, given=b"", **environment):
        given = given.encode() if isinstance(given, str) else given
        return subprocess.run([PROGRAM, *map(str, arguments)], input=given, capture_output=True, cwd=self.folder,
                              env={**CLEAN, **environment}, timeout=120)

    def expect(self, *arguments, out=None, err="", code=0, given=b""):
        """Runs, and compares what is given: `out` and `err` exactly; None (also for `code`) is not compared."""
        done = self.run_program(*arguments, given=given)
        stdout, stderr = done.stdout.decode(), done.stderr.decode()
        if err is not None:
            self.assertEqual(stderr, err)
        if out is not None:
            self.assertEqual(stdout, out)
        if code is not None:
            self.assertEqual(done.returncode, code, stderr)
        return stdout
