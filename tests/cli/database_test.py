"""Commands on a database: index, check, report, status, remove, explain."""
import contextlib
import fcntl
import json
import os
import pty
import re
import select
import subprocess
import sys
import unittest

from program import CLEAN, CORPUS, PROGRAM, ROOT, ProgramTest

sys.path.insert(0, str(ROOT / "tests" / "reports"))
import validate

SAMPLE = CORPUS / "sample.txt"


def on_terminal(words, folder, **environment):
    """What the program writes when standard output and error are one terminal."""
    parent, child = pty.openpty()
    process = subprocess.Popen([PROGRAM, *map(str, words)], stdin=subprocess.DEVNULL, stdout=child, stderr=child,
                               cwd=folder, env={**CLEAN, **environment})
    os.close(child)
    out = b""
    while True:
        ready, _, _ = select.select([parent], [], [], 60)
        try:
            piece = os.read(parent, 65536) if ready else b""
        except OSError:
            piece = b""
        if not piece:
            break
        out += piece
    os.close(parent)
    return process.wait(timeout=60), out.decode()


class Database(ProgramTest):
    def setUp(self):
        super().setUp()
        done = self.run_program("index", "--db", "db", CORPUS / "articles")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr.decode(), r"\Atwosource: 41 articles added, 0 updated, 0 unchanged; \d+ claims\n\Z")
        self.assertEqual(done.stdout, b"")

    def test_index_again_changes_nothing(self):
        before = self.expect("status", "--db", "db")
        self.expect("index", "--db", "db", CORPUS / "articles",
                    err="twosource: 0 articles added, 0 updated, 41 unchanged; 0 claims\n")
        self.assertEqual(self.expect("status", "--db", "db"), before)

    def test_status(self):
        out = self.expect("status", "--db", "db", "--verify")
        self.assertRegex(out, r"\A41 articles, \d+ claims\npublished 2024-06-20 to 2024-12-04\n")
        self.assertRegex(out, r"\n +16  de\n")
        self.assertRegex(out, r"\nverified: 41 articles and \d+ claims are sound\n\Z")

    def test_a_lexicon_that_was_named_must_be_one(self):
        self.write("broken.bin", "no lexicon")
        for lexicon in ("nowhere.bin", "broken.bin"):
            done = self.run_program("status", "--db", "db", TWOSOURCE_LEXICON=lexicon)
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr.decode(), rf"\A{lexicon}: error: [^\n]+\n\Z")

    def test_exit_codes_of_check(self):
        for words, code in (([], 1), (["--fail-on", "error"], 1), (["--fail-on", "note"], 1), (["--fail-on", "never"], 0)):
            with self.subTest(words):
                self.expect("check", "--db", "db", *words, SAMPLE, code=code)
        # Errors win over findings.
        self.expect("check", "--db", "db", SAMPLE, "nowhere.txt", code=2, err=None)
        self.write("plain.txt", "Nothing happened in the village of Nowhere.")
        self.expect("check", "--db", "db", "plain.txt", code=0)

    def test_check_is_the_same_for_any_number_of_jobs(self):
        one = self.expect("check", "--db", "db", "--jsonl", "--fail-on", "never", "--jobs", "1", CORPUS / "articles")
        for jobs in ("2", "5"):
            self.assertEqual(self.expect("check", "--db", "db", "--jsonl", "--fail-on", "never", "--jobs", jobs,
                                         CORPUS / "articles"), one)
        self.assertEqual(one.count("\n"), 41)

    def test_output_keeps_to_the_schemas(self):
        schemas = validate.load_schemas(ROOT / "reports" / "schema")
        runs = {"report.json": ["check", "--db", "db", "--format", "json", SAMPLE],
                "report.jsonl": ["check", "--db", "db", "--format", "jsonl", CORPUS],
                "groups.json": ["report", "--db", "db", "--format", "json"],
                "groups.jsonl": ["report", "--db", "db", "--jsonl"],
                "compare.json": ["compare", "--format", "json", CORPUS / "articles" / "elbkurier-2024-10-24-duma.txt", SAMPLE]}
        for name, words in runs.items():
            with self.subTest(name):
                path = self.folder / name
                path.write_bytes(self.run_program(*words).stdout)
                values = validate.objects_of(path)
                self.assertTrue(values or name == "groups.jsonl")  # the corpus may hold no discrepancy
                for value in values:
                    schema = value.get("schema", "twosource.discrepancy/1").removeprefix("twosource.").replace("/", "-")
                    self.assertEqual([f"{e.json_path}: {e.message}" for e in schemas[schema].iter_errors(value)], [])

    def test_every_claim_has_one_finding_of_the_corpus(self):
        report = json.loads(self.expect("check", "--db", "db", "--format", "json", SAMPLE, code=1))
        claims = json.loads(self.expect("claims", "--format", "json", SAMPLE))
        found = [f["claim"]["id"] for f in report["findings"] if f["scope"] == "corpus"]
        self.assertEqual(sorted(found), sorted(c["id"] for c in claims["claims"]))
        self.assertEqual(report["summary"]["claims"], len(found))
        text = SAMPLE.read_text().splitlines()
        for finding in report["findings"]:
            place, claim = finding["place"], finding["claim"]
            if place["line"] == place["end_line"]:
                self.assertEqual(text[place["line"] - 1][place["column"] - 1:place["end_column"] - 1], claim["text"])

    def test_filters(self):
        def outlets(*words):
            done = self.run_program("check", "--db", "db", "--format", "json", *words, SAMPLE)
            self.assertEqual(done.stderr, b"")
            return {e["article"].get("outlet") for f in json.loads(done.stdout)["findings"] for e in f["evidence"]}
        self.assertEqual(outlets("--outlets", "Elbkurier"), {"Elbkurier"})
        self.assertEqual(outlets("--outlets", "Elbkurier,Mainblick", "--outlets", "Harbour Tribune"),
                         {"Elbkurier", "Mainblick", "Harbour Tribune"})
        self.assertEqual(outlets("--as-of", "2024-06-30") - {"Elbkurier"}, set())
        self.expect("check", "--db", "db", "--since", "never", SAMPLE, code=2,
                    err='error: --since is a date like 2024-10-24, not "never"\n')

    def test_explain(self):
        report = json.loads(self.expect("check", "--db", "db", "--format", "json", SAMPLE, code=1))
        finding = next(f for f in report["findings"] if f["verdict"] == "conflicting" and f["scope"] == "corpus")
        out = self.expect("explain", "--db", "db", "--article", SAMPLE, finding["claim"]["id"])
        self.assertIn(finding["claim"]["id"] + ": conflicting", out)
        self.assertIn(finding["rule"], out)
        money = next(f for f in report["findings"] if f["claim"]["text"] == "34,4 Milliarden Dollar")
        out = self.expect("explain", "--db", "db", "--article", SAMPLE, money["claim"]["id"])
        for line in ("read as       34,400,000,000 USD", "leaves open   34,350,000,000 to 34,450,000,000, by rounding and hedge",
                     "about         ", "how sure      asserted", "rule          scale-factor-1000: "):
            self.assertIn("  " + line, out)
        self.expect("explain", "--db", "db", "--article", SAMPLE, "c-0000000000000000", code=2, out="",
                    err=f"{SAMPLE}: error: there is no claim c-0000000000000000; twosource claims lists the ids\n")

    def test_explain_by_words_and_by_piece_of_evidence(self):
        out = self.expect("explain", "--db", "db", "--article", SAMPLE, "32 Artikel")
        self.assertRegex(out, r"\AClaim c-[0-9a-f]{16}: conflicting\n")
        evidence = re.findall(r"^Evidence (c-[0-9a-f]{16}): conflicts$", out, re.M)
        self.assertGreater(len(evidence), 1)
        words = lambda text: re.findall(r"^  words +(.*) \(", text.split("Evidence", 1)[0], re.M)
        self.assertEqual(words(out), ['"32"'])
        self.assertEqual(words(self.expect("explain", "--db", "db", "--article", SAMPLE, "34,4 Milliarden")),
                         ['"34,4 Milliarden Dollar"'])
        one = self.expect("explain", "--db", "db", "--article", SAMPLE, "32 Artikel", evidence[1])
        self.assertEqual(re.findall("^Evidence (.*):", one, re.M), [evidence[1]])
        self.expect("explain", "--db", "db", "--article", SAMPLE, "32 Artikel", "c-1", code=2, out="", err=None)
        self.expect("explain", "--db", "db", "--article", SAMPLE, "", code=2, out="",
                    err="error: name a statement: its id, or words of it\n")

    def test_explain_an_article_of_the_database(self):
        archived = CORPUS / "articles" / "northgate-ledger-2024-10-24-explainer.md"
        report = json.loads(self.expect("check", "--db", "db", "--format", "json", archived, code=None))
        finding = next(f for f in report["findings"] if f["scope"] == "corpus" and len(f["evidence"]) > 1)
        claim = finding["claim"]["id"]
        out = self.expect("explain", "--db", "db", claim)
        start = f"Claim {claim}: {finding['verdict']} article Northgate Ledger, 2024-10-24, en, {report['article']['id']} "
        self.assertEqual(" ".join(out.split())[:len(start)], start)
        self.assertEqual(re.findall("^Evidence (.*): ", out, re.M), [e["claim"]["id"] for e in finding["evidence"]])
        self.assertNotIn(report["article"]["id"], out.split("Evidence", 1)[1])
        self.expect("explain", "--db", "db", "c-0000000000000000", code=2, out="",
                    err="db: error: there is no claim c-0000000000000000; twosource claims lists the ids; name the article when "
                        "the database does not hold it: --article FILE\n")

    def test_remove(self):
        article = json.loads(self.expect("claims", "--format", "json",
                                         CORPUS / "articles" / "elbkurier-2024-10-24-duma.txt"))["article"]["id"]
        self.expect("remove", "--db", "db", article, err="twosource: 1 articles removed\n")
        self.assertTrue(self.expect("status", "--db", "db").startswith("40 articles"))
        done = self.run_program("remove", "--db", "db", article)
        self.assertEqual(done.returncode, 2)
        self.assertIn(f'db: error: the database holds no article "{article}"', done.stderr.decode())

    def test_a_terminal_gets_the_report_for_people(self):
        code, out = on_terminal(["check", "--db", "db", SAMPLE], self.folder)
        self.assertEqual(code, 1)
        self.assertIn("\x1b[1;31mConflicting \x1b[0m", out)
        code, plain = on_terminal(["check", "--db", "db", SAMPLE], self.folder, NO_COLOR="1")
        self.assertNotIn("\x1b[1", plain)
        self.assertIn("Conflicting (", plain)

    def test_descriptors_that_the_caller_closed(self):
        # A database opened as descriptor 2 would take in every message.
        before = {path: path.read_bytes() for path in (self.folder / "db").iterdir()}

        def run_closed(words, closed):
            done = subprocess.run(["sh", "-c", f'exec "$0" {words} {closed}>&-', PROGRAM], cwd=self.folder, env=CLEAN,
                                  capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 2, (closed, words, done.stderr))
            return done

        for closed, words in (("2", "check --db db nowhere.txt"), ("1", "status --db db"), ("0", "check --db db -")):
            done = run_closed(words, closed)
            if closed == "0":
                self.assertRegex(done.stderr, rb"\Astandard input: error: Bad file descriptor\n")
        changed = [path.name for path, content in before.items() if path.read_bytes() != content]
        self.assertEqual(changed, [])
        run_closed("index --db db nowhere.txt", "2")
        self.expect("status", "--db", "db", "--verify")

    def test_a_locked_database_is_named(self):
        locks = list((self.folder / "db").rglob("flintlock"))
        self.assertTrue(locks)
        with contextlib.ExitStack() as held:
            for lock in locks:  # as another writer would hold them
                fcntl.lockf(held.enter_context(open(lock, "r+b")), fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.write("new.txt", "Police counted 12 people in Bonn.")
            for words in (["index", "--db", "db", "new.txt"], ["remove", "--db", "db", "x"]):
                refused = self.run_program(*words)
                self.assertEqual(refused.returncode, 2)
                self.assertRegex(refused.stderr.decode(), r"\Adb: error: [^\n]*(locked|another)[^\n]*\n\Z")
            # Readers are not locked out.
            self.assertTrue(self.expect("status", "--db", "db").startswith("41 articles"))
        self.expect("status", "--db", "db", "--verify")


class WithoutDatabase(ProgramTest):
    def test_missing_database(self):
        for words in (["check", "--db", "db", SAMPLE], ["status", "--db", "db"], ["report", "--db", "db"],
                      ["remove", "--db", "db", "x"], ["explain", "--db", "db", "--article", SAMPLE, "c-0"]):
            with self.subTest(words[0]):
                done = self.run_program(*words)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr.decode(), r"\Adb: error: [^\n]+\n\Z")

    def test_foreign_folder_and_file(self):
        self.write("db/notes.txt", "not a database")
        self.write("file", "not a database")
        for database in ("db", "file"):
            for words in (["index", "--db", database, SAMPLE], ["check", "--db", database, SAMPLE],
                          ["status", "--db", database]):
                with self.subTest(" ".join(map(str, words[:3]))):
                    done = self.run_program(*words)
                    self.assertEqual(done.returncode, 2, done.stderr)
                    self.assertRegex(done.stderr.decode(), rf"\A{database}: error: [^\n]+\n\Z")
        self.assertEqual((self.folder / "db" / "notes.txt").read_text(), "not a database")

    def test_the_same_id_again_and_again_whatever_the_jobs(self):
        self.write("again.jsonl", "".join(
            json.dumps({"id": "a", "text": f"Police counted {number} people in Bonn."}) + "\n" for number in (10, 10, 11, 11, 10)))
        self.write("back.jsonl", "".join(
            json.dumps({"id": "a", "text": f"Police counted {number} people in Bonn."}) + "\n" for number in (12, 10)))
        for jobs in (1, 2, 8):
            with self.subTest(jobs):
                self.expect("index", "--db", f"db{jobs}", "--jobs", jobs, "again.jsonl",
                            err="twosource: 1 articles added, 2 updated, 2 unchanged; 3 claims\n")
                self.expect("index", "--db", f"db{jobs}", "--jobs", jobs, "back.jsonl",
                            err="twosource: 0 articles added, 2 updated, 0 unchanged; 2 claims\n")
                self.expect("index", "--db", f"db{jobs}", "--jobs", jobs, "again.jsonl", err=None)

    def test_bad_records_do_not_stop_the_index(self):
        lines = [json.dumps({"id": f"r{i}", "text": f"Police counted {i + 10} people in Bonn."}) for i in range(20)]
        lines[16] = "{broken"
        self.write("many.jsonl", "\n".join(lines))
        done = self.run_program("index", "--db", "db", "many.jsonl")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"\Amany\.jsonl:17(:\d+)?: error: [^\n]+\ntwosource: 19 articles added, ")
        self.assertTrue(self.expect("status", "--db", "db").startswith("19 articles"))


class Compare(ProgramTest):
    def test_records(self):
        rows = [{"id": "same", "a": "12,000 soldiers were sent to Russia.", "b": "Russia received 12,000 soldiers.", "language": "en"},
                {"id": "other", "a": "12,000 soldiers were sent to Russia.", "b": "13,500 soldiers were sent to Russia.", "language": "en"},
                {"a": "Nothing.", "b": "Nobody."}]
        given = "".join(json.dumps(row) + "\n" for row in rows)
        out = [json.loads(line) for line in self.expect("compare", "--jsonl", "-", given=given).splitlines()]
        self.assertEqual([(o["id"], o["schema"]) for o in out], [(i, "twosource.comparison/1") for i in ("same", "other", "3")])
        self.assertEqual([o["relation"] for o in out], ["corroborates", "conflicts", "unrelated"])
        self.write("pairs.jsonl", given)
        self.assertEqual([json.loads(l) for l in self.expect("compare", "--jsonl", "pairs.jsonl").splitlines()], out)
        self.assertEqual([json.loads(l) for l in self.expect("compare", "--jsonl", given=given).splitlines()], out)

    def test_bad_records(self):
        given = '{"a":"x"}\n\n[1]\n{"a":"x","b":"y","published":"soon"}\n{"a":1,"b":"y"}\n{"id":"good","a":"x","b":"y"}\n{'
        done = self.run_program("compare", "--jsonl", "-", given=given)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.decode().splitlines(), [
            '-:1: error: the record needs two texts, "a" and "b"',
            "-:3: error: the record is not a JSON object",
            '-:4: error: "published" is not a date like 2024-10-24',
            '-:5: error: "a" is not a string',
            "-:7: error: the record is not JSON"])
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.decode().splitlines()], ["good"])

    def test_files(self):
        self.write("a.txt", "The police counted 12,000 people in Cologne.")
        self.write("b.txt", "The police counted 15,000 people in Cologne.")
        out = json.loads(self.expect("compare", "--language", "en", "--format", "json", "a.txt", "b.txt"))
        self.assertEqual(out["relation"], "conflicts")
        done = self.run_program("compare", "a.txt", "nowhere.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"nowhere.txt: error: ", done.stderr)


if __name__ == "__main__":
    unittest.main()
