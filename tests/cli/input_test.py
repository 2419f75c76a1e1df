"""What goes in: files of every kind, good and bad. Bad ones are named, counted and skipped; the others go on."""
import gzip
import json
import os
import subprocess
import sys
import unittest

from program import CLEAN, CORPUS, PROGRAM, ROOT, ProgramTest

sys.path.insert(0, str(ROOT / "tests" / "reports"))
import validate

STORY = "Rund 12.000 Menschen kamen am 3. Mai 2024 nach Köln, sagte die Polizei.\n"


def records(number, **more):
    return [{"id": f"r{i}", "language": "en", "text": f"Police counted {i + 100} people on 3 May 2024.", **more}
            for i in range(number)]


def jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


class Reading(ProgramTest):
    def test_missing_file(self):
        done = self.run_program("mentions", "nowhere.txt")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"\Anowhere\.txt: error: .+\ntwosource: 1 of 1 articles could not be read\n\Z")

    def test_empty_file(self):
        self.write("empty.txt", "")
        done = self.run_program("mentions", "empty.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("empty.txt: error: the file is empty", done.stderr.decode())

    def test_binary_file(self):
        self.write("picture.bin", bytes(range(256)) * 20)
        done = self.run_program("mentions", "picture.bin")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"\Apicture\.bin: error: ")

    def test_folder_without_articles(self):
        (self.folder / "empty").mkdir()
        done = self.run_program("mentions", "--jsonl", "empty")
        self.assertEqual(done.stdout, b"")

    def test_other_encodings_are_recognised(self):
        for encoding in ("latin-1", "utf-16", "utf-8-sig"):
            with self.subTest(encoding):
                self.write("story.txt", STORY.encode(encoding))
                out = json.loads(self.expect("mentions", "--jsonl", "--language", "de", "story.txt"))
                self.assertEqual([m["low"] for m in out["mentions"] if m["dimension"] == "number"], ["12000"])

    def test_decoding_is_noted(self):
        self.write("story.txt", STORY.encode("latin-1"))
        done = self.run_program("mentions", "--jsonl", "--verbose", "story.txt")
        self.assertIn("windows-1252", done.stderr.decode())

    def test_compressed(self):
        self.write("story.jsonl.gz", gzip.compress(jsonl(records(3)).encode()))
        self.assertEqual(len(self.expect("mentions", "--jsonl", "story.jsonl.gz").splitlines()), 3)

    def test_broken_record_in_line_17(self):
        lines = jsonl(records(20)).splitlines(keepends=True)
        lines[16] = '{"id": "broken", "text": "no end\n'
        self.write("many.jsonl", "".join(lines))
        for command in ("mentions", "claims"):
            with self.subTest(command):
                done = self.run_program(command, "--jsonl", "many.jsonl")
                self.assertEqual(done.returncode, 2)
                ids = [json.loads(line) for line in done.stdout.decode().splitlines()]
                ids = [o.get("id") or o["article"]["id"] for o in ids]
                self.assertEqual(ids, [f"r{i}" for i in range(20) if i != 16])
                self.assertRegex(done.stderr.decode(),
                                 r"\Amany\.jsonl:17(:\d+)?: error: [^\n]+\ntwosource: 1 of 20 articles could not be read\n\Z")

    def test_quiet_keeps_errors(self):
        done = self.run_program("mentions", "--quiet", "nowhere.txt")
        self.assertEqual(done.stderr.decode().count("\n"), 1)

    def test_several_good_and_bad_files(self):
        self.write("a.txt", STORY)
        self.write("c.txt", STORY)
        done = self.run_program("mentions", "--jsonl", "a.txt", "b.txt", "c.txt")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout.count(b"\n"), 2)
        self.assertEqual(done.stderr.count(b"b.txt: error"), 1)

    def test_hostile_file_name(self):
        self.write("\x1b[31m\u202ename.txt", STORY)
        done = self.run_program("mentions", "--format", "terminal", ".")
        self.assertEqual(done.returncode, 0)
        for bad in (b"\x1b", "\u202e".encode()):
            self.assertNotIn(bad, done.stdout + done.stderr)


class Streaming(ProgramTest):
    def test_each_answer_comes_as_soon_as_it_is_ready(self):
        for jobs in ("1", "4"):
            with self.subTest(jobs=jobs):
                process = subprocess.Popen([PROGRAM, "mentions", "--jsonl", "--jobs", jobs, "-"], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, cwd=self.folder, env=CLEAN)
                for record in records(3):
                    process.stdin.write(jsonl([record]).encode())
                    process.stdin.flush()
                    self.assertEqual(json.loads(process.stdout.readline())["id"], record["id"])
                process.stdin.close()
                self.assertEqual(process.stdout.read(), b"")
                process.stdout.close()
                self.assertEqual(process.wait(timeout=60), 0)

    def test_the_number_of_jobs_changes_nothing(self):
        given = jsonl(records(300))
        for words in (["mentions", "--jsonl"], ["claims", "--jsonl"], ["mentions", "--format", "json"],
                      ["claims", "--format", "markdown"]):
            with self.subTest(" ".join(words)):
                one = self.expect(*words, "--jobs", "1", "-", given=given)
                for jobs in ("2", "7"):
                    self.assertEqual(self.expect(*words, "--jobs", jobs, "-", given=given), one)

    def test_a_reader_that_goes_away_is_no_error(self):
        self.write("many.jsonl", jsonl(records(5000)))
        for words in (["mentions", "--jsonl"], ["claims", "--format", "markdown"]):
            process = subprocess.Popen([PROGRAM, *words, "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       cwd=self.folder, env=CLEAN)
            process.stdout.read(100)
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()
            self.assertEqual(process.wait(timeout=60), 0)

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        self.write("many.jsonl", jsonl(records(2000)))
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "mentions", "--jsonl", "many.jsonl"], stdout=full, stderr=subprocess.PIPE,
                                  cwd=self.folder, env=CLEAN)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard output cannot be written", done.stderr)


class Formats(ProgramTest):
    def test_json_is_an_object_or_an_array(self):
        self.write("a.txt", STORY)
        self.assertIsInstance(json.loads(self.expect("claims", "--format", "json", "a.txt")), dict)
        self.assertEqual(len(json.loads(self.expect("claims", "--format", "json", "a.txt", "a.txt"))), 2)

    def test_several_formats_at_once(self):
        self.write("a.txt", STORY)
        out = self.expect("claims", "--format", "jsonl", "--format", "markdown=a.md", "--format=json=a.json", "a.txt")
        self.assertEqual(json.loads(out), json.loads((self.folder / "a.json").read_text()))
        self.assertTrue((self.folder / "a.md").read_text().startswith("# "))

    def test_a_file_that_cannot_be_written(self):
        self.write("a.txt", STORY)
        self.expect("claims", "--format", "json=no/such/folder.json", "a.txt", out="",
                    err="no/such/folder.json: error: cannot be written: No such file or directory\n", code=2)

    def test_a_pipe_gets_markdown(self):
        self.write("a.txt", STORY)
        self.assertEqual(self.expect("claims", "a.txt"), self.expect("claims", "--format", "markdown", "a.txt"))

    def test_colour(self):
        self.write("a.txt", STORY)
        plain = self.expect("claims", "--format", "terminal", "a.txt")
        self.assertNotIn("\x1b", plain)
        self.assertIn("\x1b[", self.expect("claims", "--format", "terminal", "--color", "always", "a.txt"))

    def test_offsets_are_code_points(self):
        text = "😀 Öl: 東京 12.000 Fass, 1,5 Mio. €"
        given = jsonl([{"id": "x", "language": "de", "title": "Ü 7 Orte", "text": text}])
        out = json.loads(self.expect("mentions", "--jsonl", "-", given=given))
        self.assertGreaterEqual(len(out["mentions"]), 2)
        for mention in out["mentions"]:
            field = "Ü 7 Orte" if mention.get("field") == "title" else text
            self.assertEqual(field[mention["start"]:mention["end"]], mention["text"])

    def test_output_keeps_to_the_schemas(self):
        paths = []
        for command in ("mentions", "claims"):
            for kind in ("json", "jsonl"):
                path = self.folder / f"{command}.{kind}"
                path.write_text(self.expect(command, "--format", kind, CORPUS / "articles", CORPUS / "sample.txt"))
                paths.append(path)
        schemas = validate.load_schemas(ROOT / "reports" / "schema")
        for path in paths:
            for value in validate.objects_of(path):
                name = value["schema"].removeprefix("twosource.").replace("/", "-")
                self.assertEqual([e.message for e in schemas[name].iter_errors(value)], [], path.name)

    def test_text_that_is_not_utf8_in_records(self):
        given = b'{"id":"x","language":"en","text":"12 \xff\xfe people"}\n' + jsonl(records(1)).encode()
        done = self.run_program("mentions", "--jsonl", "-", given=given)
        for line in done.stdout.decode().splitlines():
            json.loads(line)
        self.assertIn(b'"id":"r0"', done.stdout)


if __name__ == "__main__":
    unittest.main()
