"""What is printed depends on what the database holds, never on how it came to hold it."""
import itertools
import json
import random
import re
import unittest

from program import CORPUS, ProgramTest

ARTICLES = sorted((CORPUS / "articles").iterdir())
ANSWERS = [
    ("check", "--jsonl", "--fail-on", "never"),
]
OVERVIEWS = [
    ("report", "--jsonl", "--fail-on", "never"),
    ("report", "--format", "markdown", "--fail-on", "never"),
    ("report", "--format", "html", "--fail-on", "never"),
    ("status",),
]


class OrderTest(ProgramTest):
    def answers(self, database, jobs, files):
        return [self.expect(command, "--db", database, "--jobs", jobs, *options, *files, err=None)
                for command, *options in ANSWERS]

    def overviews(self, database, jobs):
        out = []
        for command, *options in OVERVIEWS:
            shown = self.expect(command, "--db", database, "--jobs", jobs, *options, err=None)
            out.append(shown.replace(database, "DB"))
        return out

    def index(self, database, files, jobs="1"):
        self.expect("index", "--db", database, "--jobs", jobs, *files, err=None)

    def assert_same(self, some, others):
        """Shows the first line that differs, not two whole pages."""
        for one, other in zip(some, others):
            for line, again in itertools.zip_longest(one.splitlines(), other.splitlines()):
                self.assertEqual(line, again)

    def test_neither_the_order_of_indexing_nor_the_jobs_show(self):
        self.index("straight.db", ARTICLES)
        checked = ARTICLES[::3]
        answers = self.answers("straight.db", "1", checked)
        overviews = self.overviews("straight.db", "1")
        self.assertIn('"verdict":"conflicting"', answers[0])
        self.assertIn('"id":"d-', overviews[0])
        deal = random.Random(5)
        for turn, jobs in enumerate(("2", "7")):
            with self.subTest(turn=turn, jobs=jobs):
                files = deal.sample(ARTICLES, len(ARTICLES))
                self.index(f"turn{turn}.db", files, jobs)
                self.assert_same(self.answers(f"turn{turn}.db", jobs, checked), answers)
                self.assert_same(self.overviews(f"turn{turn}.db", jobs), overviews)

    def test_neither_do_batches_and_removals(self):
        self.index("whole.db", ARTICLES)
        deal = random.Random(6)
        files = deal.sample(ARTICLES, len(ARTICLES))
        for first in range(0, len(files), 5):
            self.index("pieces.db", files[first:first + 5], "2")
        ids = sorted(set(re.findall(r'"article":\{"id":"([^"]+)"', "".join(self.answers("whole.db", "1", ARTICLES)))))
        self.assertGreater(len(ids), 20)
        removed = deal.sample(ids, 9)
        self.expect("remove", "--db", "pieces.db", *removed, err=None)
        self.assertNotEqual(self.overviews("pieces.db", "2"), self.overviews("whole.db", "1"))
        self.index("pieces.db", files, "2")
        self.assert_same(self.answers("pieces.db", "2", ARTICLES[1::3]), self.answers("whole.db", "1", ARTICLES[1::3]))
        self.assert_same(self.overviews("pieces.db", "2"), self.overviews("whole.db", "1"))

    def test_two_texts_conflict_from_either_side(self):
        sentences = []
        for file in ARTICLES:
            if file.suffix != ".txt":
                continue
            text = file.read_text(encoding="utf-8").split("\n\n", 1)[-1]
            sentences += [s for s in re.split(r"(?<=[.!?])\s+", " ".join(text.split())) if re.search(r"\d", s)]
        pairs = list(itertools.combinations(sentences, 2))
        pairs = random.Random(7).sample(pairs, min(len(pairs), 1000))

        def conflicts(ways):
            given = "".join(json.dumps({"id": str(n), "a": a, "b": b, "published": "2024-10-24"}) + "\n"
                            for n, (a, b) in enumerate(ways))
            lines = self.expect("compare", "--jsonl", given=given, err=None, code=None).splitlines()
            self.assertEqual(len(lines), len(ways))
            return {int(line["id"]) for line in map(json.loads, lines) if line["relation"] == "conflicts"}

        one = conflicts(pairs)
        other = conflicts([(b, a) for a, b in pairs])
        self.assertEqual([pairs[n] for n in sorted(one ^ other)], [])
        self.assertGreater(len(one), 3)


if __name__ == "__main__":
    unittest.main()
