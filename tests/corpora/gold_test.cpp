// The bundled corpus against its gold file: every statement gets its verdict from the right
// evidence, nothing else is called a conflict, and other stories are never evidence.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "index/checker.h"
#include "index/indexer.h"

using namespace twosource;
namespace fs = std::filesystem;

namespace {

const fs::path kCorpus = fs::path(TWOSOURCE_SOURCE_DIR) / "corpora" / "north-korea-treaty";

struct Checked {
  Document document;
  Report report;
  nlohmann::json gold;
  std::map<std::string, std::string> names;  // article id -> the name the gold file uses
};

// The gold file names articles by id, or by file stem where an article has none of its own.
std::map<std::string, std::string> gold_names() {
  std::map<std::string, std::string> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(kCorpus / "articles")) {
    if (entry.path().extension() == ".jsonl") continue;
    ArticleSource one({entry.path().string()}, {});
    const auto document = one.next();
    REQUIRE((document && *document));
    const std::string& id = (*document)->info.id;
    out[id] = id.starts_with("a-") ? entry.path().stem().string() : id;
  }
  return out;
}

Checked check_sample() {
  const fs::path db = fs::temp_directory_path() / "twosource-gold-test.db";
  fs::remove_all(db);
  ArticleSource articles({(kCorpus / "articles").string()}, {});
  const auto indexed = index_articles(articles, db.string(), {}, {},
                                      [](const Error& error) { FAIL(describe(error)); });
  REQUIRE(indexed);
  REQUIRE(indexed->added >= 30);
  auto checker = Checker::open(db.string());
  REQUIRE(checker);
  ArticleSource sample({(kCorpus / "sample.txt").string()}, {});
  auto document = sample.next();
  REQUIRE((document && *document));
  auto report = checker->check(**document);
  REQUIRE(report);
  std::ifstream in(kCorpus / "gold.json");
  Checked out{std::move(**document), std::move(*report), nlohmann::json::parse(in), gold_names()};
  fs::remove_all(db);
  return out;
}

ByteSpan place_of(const nlohmann::json& statement, const std::string& text) {
  const auto quote = statement["quote"].get<std::string>();
  const auto value = statement["value"].get<std::string>();
  const std::size_t at = text.find(quote);
  REQUIRE(at != std::string::npos);
  const std::size_t inside = quote.find(value);
  REQUIRE(inside != std::string::npos);
  return {static_cast<std::uint32_t>(at + inside),
          static_cast<std::uint32_t>(at + inside + value.size())};
}

std::vector<const Finding*> findings_at(const Report& report, ByteSpan span) {
  std::vector<const Finding*> out;
  for (const Finding& finding : report.findings) {
    if (finding.scope == Scope::Corpus && finding.claim.field == Field::Text &&
        finding.claim.span.overlaps(span))
      out.push_back(&finding);
  }
  return out;
}

bool is_conflict(const Finding& finding) {
  return finding.verdict == VerdictKind::Conflicting || finding.verdict == VerdictKind::Disputed;
}

std::string name_in_gold(const Checked& checked, const Evidence& evidence) {
  const auto it = checked.names.find(evidence.article.id);
  return it != checked.names.end() ? it->second : evidence.article.id;
}

std::set<std::string> evidence_of(const Checked& checked, const Finding& finding, bool supporting) {
  std::set<std::string> out;
  for (const Evidence& e : finding.evidence) {
    const bool supports = e.relation == Relation::Corroborates ||
                          e.relation == Relation::Compatible || e.relation == Relation::Superseded;
    if (supports == supporting) out.insert(name_in_gold(checked, e));
  }
  return out;
}

bool any_of(const std::set<std::string>& have, const nlohmann::json& wanted) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const auto& id) {
           return have.contains(id.template get<std::string>());
         });
}

std::string describe_findings(const std::vector<const Finding*>& findings) {
  std::string out;
  for (const Finding* finding : findings) {
    out += std::string(name_of(finding->verdict)) + " '" + finding->claim.text + "' (" +
           finding->rule + ", " + std::to_string(finding->evidence.size()) + " pieces); ";
  }
  return out.empty() ? "no claim" : out;
}

}  // namespace

// The finding that gives the statement its verdict on the right evidence, or nullptr.
const Finding* right_finding(const Checked& checked, const nlohmann::json& statement) {
  std::set<std::string> right{statement["verdict"].get<std::string>()};
  for (const auto& other : statement.value("alternatives", nlohmann::json::array())) {
    right.insert(other.get<std::string>());
  }
  const nlohmann::json none = nlohmann::json::array();
  for (const Finding* f : findings_at(checked.report, place_of(statement, checked.document.text))) {
    if (!right.contains(std::string(name_of(f->verdict)))) continue;
    if (!any_of(evidence_of(checked, *f, true), statement.value("corroborated_by", none))) continue;
    if (!any_of(evidence_of(checked, *f, false), statement.value("contradicted_by", none)))
      continue;
    return f;
  }
  return nullptr;
}

TEST_CASE("the sample article's report says what the gold file says") {
  const Checked checked = check_sample();
  std::set<const Finding*> expected_conflicts;
  for (const auto& statement : checked.gold["statements"]) {
    const auto quote = statement["quote"].get<std::string>();
    CAPTURE(quote);
    const auto here = findings_at(checked.report, place_of(statement, checked.document.text));
    const Finding* hit = right_finding(checked, statement);
    INFO("wanted " << statement["verdict"] << ", got " << describe_findings(here));
    if (statement.contains("known_gap")) {
      CHECK_MESSAGE(hit == nullptr, "a known gap has closed: take the mark out of gold.json");
    } else {
      CHECK(hit != nullptr);
    }
    if (hit != nullptr && is_conflict(*hit)) expected_conflicts.insert(hit);
    for (const auto& never : statement.value("never", nlohmann::json::array())) {
      for (const Finding* finding : here) {
        for (const Evidence& e : finding->evidence) {
          CHECK_MESSAGE(name_in_gold(checked, e) != never.get<std::string>(),
                        "evidence from another story: " << e.article.id);
        }
      }
    }
  }
  for (const Finding& finding : checked.report.findings) {
    if (finding.scope == Scope::Corpus && is_conflict(finding)) {
      CHECK_MESSAGE(expected_conflicts.contains(&finding),
                    "a conflict too many: " << finding.claim.text << ": " << finding.message);
    }
  }
}

TEST_CASE("teasers and picture credits make no claims") {
  const Checked checked = check_sample();
  for (const auto& place : checked.gold["not_statements"]) {
    const auto text = place.get<std::string>();
    CAPTURE(text);
    const std::size_t at = checked.document.text.find(text);
    REQUIRE(at != std::string::npos);
    const ByteSpan span{static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(at + text.size())};
    CHECK(findings_at(checked.report, span).empty());
  }
}

TEST_CASE("near copies of one agency text count as one source") {
  const Checked checked = check_sample();
  std::set<std::string> wire;
  for (const auto& id : checked.gold["wire_cluster"]) wire.insert(id.get<std::string>());
  bool seen = false;
  for (const Finding& finding : checked.report.findings) {
    std::set<std::string> clusters;
    std::size_t copies = 0;
    for (const Evidence& e : finding.evidence) {
      if (!wire.contains(e.article.id)) continue;
      ++copies;
      clusters.insert(e.cluster);
    }
    if (copies < 2) continue;
    seen = true;
    CAPTURE(finding.claim.text);
    CHECK(clusters.size() == 1);
    CHECK_FALSE(clusters.contains(""));
  }
  CHECK(seen);
}
