#include "core/policy/policy.h"

#include <doctest/doctest.h>

#include "core/document/reader.h"
#include "core/policy/fingerprint.h"

using namespace twosource;

namespace {

constexpr std::string_view kStory =
    "Eins mit 379 Stimmen.\n"
    "\n"
    "<!-- twosource-ignore vote-differs, rank-differs: geprueft mit der Kanzlei -->\n"
    "Zwei mit 380 Stimmen\n"
    "und Platz 12.\n"
    "\n"
    "Drei mit 381 Stimmen. <!-- twosource-ignore all: zitiert -->\n"
    "\n"
    "Vier mit 382 Stimmen. <!-- twosource-ignore ohne Grund -->\n"
    "<!-- twosource-ignore date-disjoint: nie gemeldet -->\n";

Document story() {
  auto read = read_article(kStory, "story.txt");
  REQUIRE(read);
  return std::move(*read);
}

Finding finding_at(const Document& document, std::string_view word, const std::string& rule,
                   Level level = Level::Error) {
  Finding out;
  const auto at = static_cast<std::uint32_t>(document.text.find(word));
  out.claim.span = {at, at + static_cast<std::uint32_t>(word.size())};
  out.claim.text = std::string(word);
  out.claim.sentence_text = "mit " + std::string(word) + " Stimmen";
  out.rule = rule;
  out.level = level;
  out.confidence = 0.9;
  Evidence evidence;
  evidence.relation = Relation::Conflicts;
  evidence.article.outlet = "Bote";
  out.evidence.push_back(evidence);
  return out;
}

struct Applied {
  Report report;
  PolicyEffect effect;
  Level level(std::size_t i) const { return report.findings.at(i).level; }
};

Applied applied(const Policy& policy, std::vector<Finding> findings) {
  Applied out;
  set_fingerprints(findings);
  out.report.findings = std::move(findings);
  out.effect = apply_policy(policy, story(), out.report);
  return out;
}

}  // namespace

TEST_CASE("remarks hold for their paragraph or their line, and for the rules they name") {
  const Document document = story();
  REQUIRE(document.remarks.size() == 3);
  CHECK(document.remarks[0].begin_line == 4);
  CHECK(document.remarks[0].end_line == 5);
  CHECK(document.remarks[1].begin_line == 7);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].find("line 9") == 0);
  const Applied out = applied(
      {}, {finding_at(document, "379", "vote-differs"), finding_at(document, "380", "vote-differs"),
           finding_at(document, "12", "quantity-disjoint"),
           finding_at(document, "381", "quantity-disjoint")});
  CHECK(out.level(0) == Level::Error);
  CHECK(out.level(1) == Level::None);
  CHECK(out.level(2) == Level::Error);
  CHECK(out.level(3) == Level::None);
  REQUIRE(out.report.findings[1].suppression.has_value());
  CHECK(out.report.findings[1].suppression->reason == "geprueft mit der Kanzlei");
  CHECK(out.effect.suppressed == 2);
  REQUIRE(out.effect.notes.size() == 1);
  CHECK(out.effect.notes[0].find("story.txt:10") == 0);
}

TEST_CASE("a remark reaches over blank lines, and every remark of a paragraph to its end") {
  constexpr std::string_view kText =
      "<!-- twosource-ignore all: a -->\n"
      "\n"
      "\n"
      "x\n"
      "<!-- twosource-ignore all: b -->\n"
      "y\n"
      "<!-- twosource-ignore all: c -->\n"
      "\n"
      "z\n"
      "<!-- twosource-ignore all: d -->";
  const Remarks remarks = find_remarks(kText, 1);
  REQUIRE(remarks.found.size() == 4);
  CHECK(remarks.found[0].begin_line == 4);
  CHECK(remarks.found[0].end_line == 7);
  CHECK(remarks.found[1].begin_line == 6);
  CHECK(remarks.found[1].end_line == 7);
  CHECK(remarks.found[2].begin_line == 9);
  CHECK(remarks.found[2].end_line == 10);
  CHECK(remarks.found[3].begin_line > remarks.found[3].end_line);
}

TEST_CASE("no number of remarks is too much") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "<!-- twosource-ignore all: a -->\n";
  const Remarks remarks = find_remarks(text, 1);
  CHECK(remarks.found.size() == 1000);
  REQUIRE(remarks.notes.size() == 1);
  CHECK(remarks.notes[0].find("line 1001") == 0);
}

TEST_CASE("comments of a plain text are no story") {
  const Document document = story();
  const auto at = static_cast<std::uint32_t>(document.text.find("geprueft"));
  CHECK(document.zone_at(Field::Text, at) == Zone::Boilerplate);
  CHECK(document.zone_at(Field::Text, 0) != Zone::Boilerplate);
}

TEST_CASE("rules, confidence and trust set levels") {
  const Document document = story();
  Policy policy;
  policy.rules["rank-differs"] = Level::Note;
  policy.rules["quote-changed"] = Level::None;
  const Applied ruled = applied(policy, {finding_at(document, "379", "rank-differs"),
                                         finding_at(document, "379", "quote-changed"),
                                         finding_at(document, "379", "vote-differs")});
  CHECK(ruled.level(0) == Level::Note);
  CHECK(ruled.level(1) == Level::None);
  CHECK(ruled.level(2) == Level::Error);
  Policy unsure;
  unsure.min_confidence = 0.95;
  CHECK(applied(unsure, {finding_at(document, "379", "vote-differs")}).level(0) == Level::Note);
  Policy trusting;
  trusting.trusted_outlets = {"Kurier"};
  CHECK(applied(trusting, {finding_at(document, "379", "vote-differs")}).level(0) ==
        Level::Warning);
  trusting.trusted_outlets.push_back("Bote");
  CHECK(applied(trusting, {finding_at(document, "379", "vote-differs")}).level(0) == Level::Error);
}

TEST_CASE("a baseline holds until its day") {
  const Document document = story();
  std::vector<Finding> findings{finding_at(document, "379", "vote-differs")};
  set_fingerprints(findings);
  Policy policy;
  policy.today = parse_iso("2025-01-10")->day;
  policy.baseline.emplace();
  policy.baseline->add(
      {findings[0].fingerprint, "vote-differs", "379", "bekannt", parse_iso("2025-01-10")->day});
  CHECK(applied(policy, findings).level(0) == Level::None);
  policy.today = parse_iso("2025-01-11")->day;
  const Applied late = applied(policy, findings);
  CHECK(late.level(0) == Level::Error);
  REQUIRE(late.effect.notes.size() >= 1);
  CHECK(late.effect.notes[0].find("expired on 2025-01-10") != std::string::npos);
}

TEST_CASE("zones and changed lines take findings out") {
  const Document document = story();
  Policy policy;
  auto changed = ChangedLines::parse("+++ b/story.txt\n@@ -1 +1 @@\n-x\n+y\n", "d");
  REQUIRE(changed);
  policy.changed = *changed;
  const Applied out = applied(policy, {finding_at(document, "379", "vote-differs"),
                                       finding_at(document, "382", "vote-differs")});
  REQUIRE(out.report.findings.size() == 1);
  CHECK(out.report.findings[0].claim.text == "379");
  CHECK(out.effect.left_out == 1);
  Policy zoned;
  Finding caption = finding_at(document, "379", "vote-differs");
  caption.claim.zone = Zone::Caption;
  zoned.ignored_zones = {Zone::Caption};
  CHECK(applied(zoned, {caption}).report.findings.empty());
}

TEST_CASE("a fingerprint follows the statement, not its place") {
  const Document document = story();
  std::vector<Finding> here{finding_at(document, "379", "vote-differs"),
                            finding_at(document, "379", "vote-differs"),
                            finding_at(document, "380", "vote-differs")};
  set_fingerprints(here);
  CHECK(here[0].fingerprint.size() == 18);
  CHECK(here[0].fingerprint != here[1].fingerprint);
  CHECK(here[0].fingerprint != here[2].fingerprint);
  std::vector<Finding> moved{finding_at(document, "379", "vote-differs")};
  moved[0].claim.span = {500, 503};
  moved[0].claim.sentence_text = "MIT   379 STIMMEN";
  set_fingerprints(moved);
  CHECK(moved[0].fingerprint == here[0].fingerprint);
}
