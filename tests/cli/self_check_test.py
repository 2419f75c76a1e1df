"""The article against itself, wording against evidence, and evidence that was taken back."""
import json
import sys
import unittest

from program import ROOT, ProgramTest

sys.path.insert(0, str(ROOT / "tests" / "reports"))
import validate

ARTICLE = """---
published: 2024-10-25
language: de
outlet: Weserblatt
---
Unglück am Hafen

Bei dem Unglück starben 12 Menschen, darunter 15 Kinder. Die Straße ist 100 Meilen (180 Kilometer) lang.

Am Donnerstag, 23. Oktober 2024, begann die Suche.
"""


def record(number, outlet, text, published="2024-10-24", title="Soldiers on the way"):
    return json.dumps({"id": f"a-{number}", "outlet": outlet, "published": published, "language": "en", "title": title,
                       "text": text}) + "\n"


class SelfCheck(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("other.jsonl", record(0, "Elbe Courier", "The village fair was opened by the mayor on Sunday."))
        self.index("other.jsonl")

    def index(self, name):
        done = self.run_program("index", "--db", "db", name)
        self.assertEqual(done.returncode, 0, done.stderr)

    def report(self, article, code=None):
        done = self.run_program("check", "--db", "db", "--format", "json", article)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr)
        report = json.loads(done.stdout)
        schema = validate.load_schemas(ROOT / "reports" / "schema")["report-1"]
        self.assertEqual([f"{e.json_path}: {e.message}" for e in schema.iter_errors(report)], [])
        return report

    def test_findings_about_the_article(self):
        self.write("story.txt", ARTICLE)
        # Warnings: below the default of --fail-on.
        findings = [f for f in self.report("story.txt", code=0)["findings"] if f["scope"] == "article"]
        self.assertEqual([(f["rule"], f["claim"]["text"], f["level"]) for f in findings],
                         [("parts-exceed-total", "12", "warning"),
                          ("conversion-arithmetic", "180 Kilometer", "warning"),
                          ("weekday-date", "Donnerstag, 23. Oktober 2024", "warning")])
        self.assertEqual([e["claim"]["text"] for e in findings[0]["evidence"]], ["15"])
        self.assertEqual(findings[2]["message"], "2024-10-23 is a Wednesday, not a Thursday.")
        self.expect("check", "--db", "db", "--fail-on", "warning", "story.txt", code=1)

    def test_what_people_read(self):
        self.write("story.txt", ARTICLE)
        terminal = self.expect("check", "--db", "db", "--format", "terminal", "story.txt")
        self.assertIn("Inside the article", terminal)
        self.assertIn("2024-10-23 is a Wednesday, not a Thursday.", terminal)
        self.assertIn("here: 100 mile", terminal)
        self.assertNotIn("0 independent sources", terminal)
        markdown = self.expect("check", "--db", "db", "--format", "markdown", "story.txt")
        self.assertIn("## Inside the article", markdown)
        self.assertIn("- here: **15 Kinder** (story.txt:8:", markdown)

    def test_the_summary_counts_the_corpus_alone(self):
        self.write("story.txt", ARTICLE)
        report = self.report("story.txt")
        self.assertEqual(report["summary"]["conflicting"], 0)
        self.assertEqual(report["summary"]["claims"], len([f for f in report["findings"] if f["scope"] == "corpus"]))

    BODY = "North Korea has sent {} soldiers to Russia, the defence ministry in Seoul said on Thursday. "

    def test_a_later_correction_takes_the_weight_of_the_earlier_version(self):
        self.write("story.jsonl", record(9, "Weserblatt", self.BODY.format("12,000"), "2024-10-26"))
        self.write("wrong.jsonl", record(1, "Harbour Tribune", self.BODY.format("15,000")))
        self.index("wrong.jsonl")
        first = [f for f in self.report("story.jsonl", code=1)["findings"] if f["claim"]["text"] == "12,000"]
        self.assertEqual([f["verdict"] for f in first], ["conflicting"])
        self.write("right.jsonl", record(2, "Harbour Tribune", self.BODY.format("12,000") +
                                         "\n\nCorrection: An earlier version of this article had 15,000 soldiers.",
                                         "2024-10-25"))
        self.index("right.jsonl")
        finding = next(f for f in self.report("story.jsonl", code=0)["findings"] if f["claim"]["text"] == "12,000")
        self.assertEqual(finding["verdict"], "corroborated")
        taken_back = [e for e in finding["evidence"] if e.get("withdrawn")]
        self.assertEqual([e["article"]["id"] for e in taken_back], ["a-1"])
        self.assertIn("the outlet has corrected it on 2024-10-25", taken_back[0]["explanation"])
        kept = next(e for e in finding["evidence"] if e["article"]["id"] == "a-2")
        self.assertEqual(kept["article"]["notice"]["kind"], "corrected")
        self.assertIn("the article was corrected", kept["explanation"])

    def test_a_retracted_article_is_no_evidence(self):
        self.write("story.jsonl", record(9, "Weserblatt", self.BODY.format("12,000"), "2024-10-26"))
        self.write("gone.jsonl", record(1, "Harbour Tribune", self.BODY.format("15,000") +
                                        "\n\nThis article has been retracted."))
        self.index("gone.jsonl")
        finding = next(f for f in self.report("story.jsonl", code=0)["findings"] if f["claim"]["text"] == "12,000")
        self.assertEqual(finding["verdict"], "unsupported")
        self.assertIn("the outlet has retracted it", finding["evidence"][0]["explanation"])

    def test_a_note_of_correction_makes_no_claims(self):
        self.write("story.txt", "Ein Satz ohne Zahl.\n\nKorrektur: In einer früheren Version standen 15 Tote.\n")
        claims = json.loads(self.expect("claims", "--format", "json", "story.txt"))
        self.assertEqual([c["text"] for c in claims["claims"] if c["text"] == "15"], [])
        self.assertEqual(claims["article"]["notice"]["kind"], "corrected")


if __name__ == "__main__":
    unittest.main()
