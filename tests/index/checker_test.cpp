// The whole way, from article records to findings.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "index/checker.h"
#include "index/discrepancies.h"
#include "index/indexer.h"
#include "index/maintenance.h"
#include "tests/index/scratch.h"

using namespace twosource;

namespace {

struct Record {
  const char* id;
  const char* outlet;
  const char* published;
  const char* text;
};

std::string json(const Record& record) {
  return std::string("{\"id\":\"") + record.id + "\",\"outlet\":\"" + record.outlet +
         "\",\"published\":\"" + record.published +
         "\",\"language\":\"en\",\"url\":\"https://example.org/" + record.id + "\",\"text\":\"" +
         record.text + "\"}\n";
}

const std::vector<Record> kCorpus{
    {"duma-1", "Harbour Tribune", "2024-10-24",
     "The State Duma in Moscow ratified the partnership treaty with North Korea on Thursday. "
     "Lawmakers voted 397 to 0 for the treaty. The treaty has 23 articles and was signed by "
     "Vladimir Putin and Kim Jong Un in Pyongyang on 19 June 2024."},
    {"duma-2", "Northgate Ledger", "2024-10-25",
     "The partnership treaty between Russia and North Korea has 23 articles. The State Duma in "
     "Moscow ratified the treaty on Thursday; Vladimir Putin and Kim Jong Un had signed the "
     "treaty in Pyongyang on 19 June 2024."},
    {"strike", "Elbe Courier", "2024-10-24",
     "Some 12,000 workers of the shipyards in Bremen went on strike on Thursday. The union "
     "demands 7 percent more pay. The strike lasts 24 hours."},
    {"marathon", "Fenland Chronicle", "2024-10-20",
     "More than 23,000 runners took part in the marathon of Cambridge. The winner needed 2 hours "
     "and 11 minutes."}};

const char* kChecked =
    "The State Duma in Moscow ratified the partnership treaty with North Korea on Thursday. The "
    "treaty has 32 articles and was signed by Vladimir Putin and Kim Jong Un in Pyongyang on 19 "
    "June 2024.";

std::string index(const Scratch& scratch, const std::string& name,
                  const std::vector<Record>& records, unsigned jobs = 1) {
  std::string lines;
  for (const Record& record : records) lines += json(record);
  const std::string file = scratch.write(name + ".jsonl", lines);
  ArticleSource source({file}, {});
  IndexOptions options;
  options.jobs = jobs;
  const auto summary = index_articles(source, scratch.path(name), options, {}, {});
  REQUIRE(summary);
  CHECK(summary->failed == 0);
  return scratch.path(name);
}

Report check(const std::string& database, const Record& record, CheckOptions options = {}) {
  auto checker = Checker::open(database, options);
  REQUIRE(checker);
  const auto document = read_article(json(record), "article.jsonl");
  REQUIRE(document);
  auto report = checker->check(*document);
  REQUIRE(report);
  return std::move(*report);
}

// "text verdict article,article; ..." of every finding with evidence.
std::string shown(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) {
    out += finding.claim.text + " " + std::string(name_of(finding.verdict));
    std::vector<std::string> ids;
    for (const Evidence& evidence : finding.evidence) ids.push_back(evidence.article.id);
    std::sort(ids.begin(), ids.end());
    for (const std::string& id : ids) out += " " + id;
    out += "; ";
  }
  return out;
}

const Finding* finding(const Report& report, const std::string& text) {
  for (const Finding& one : report.findings) {
    if (one.claim.text == text) return &one;
  }
  return nullptr;
}

Record checked() {
  return {"new", "Weser Post", "2024-10-26", kChecked};
}

}  // namespace

TEST_CASE("a wrong figure is contradicted by those who tell it right, and by nobody else") {
  const Scratch scratch;
  const Report report = check(index(scratch, "db", kCorpus), checked());
  const Finding* wrong = finding(report, "32");
  REQUIRE(wrong != nullptr);
  CHECK(wrong->verdict == VerdictKind::Conflicting);
  CHECK(wrong->level == Level::Error);
  for (const Finding& one : report.findings) {
    for (const Evidence& evidence : one.evidence)
      CHECK((evidence.article.id == "duma-1" || evidence.article.id == "duma-2"));
  }
  CHECK(report.summary().conflicting == 1);
  CHECK(report.corpus.articles == 4);
}

TEST_CASE("every claim has one finding of the corpus, and says how much was searched") {
  const Scratch scratch;
  const std::string database = index(scratch, "db", {kCorpus[2], kCorpus[3]});
  const Report report = check(database, checked());
  CHECK(!report.findings.empty());
  std::map<std::string, int> seen;
  for (const Finding& one : report.findings) {
    CHECK(++seen[one.claim.id] == 1);
    CHECK(one.verdict == VerdictKind::Unsupported);
    CHECK(one.message.find("2 articles") != std::string::npos);
  }
}

TEST_CASE("an article is no evidence for itself, by id or by url") {
  const Scratch scratch;
  const std::string database = index(scratch, "db", {kCorpus[0]});
  CHECK(check(database, kCorpus[0]).summary().corroborated == 0);
  Record other_id = kCorpus[0];
  other_id.id = "copy";
  auto document = read_article(json(other_id), "article.jsonl");
  REQUIRE(document);
  CHECK(check(database, other_id).summary().corroborated > 0);
  document->info.url = "https://example.org/duma-1";
  auto checker = Checker::open(database, {});
  REQUIRE(checker);
  CHECK(checker->check(*document)->summary().corroborated == 0);
}

TEST_CASE("what is published after the day asked for does not count") {
  const Scratch scratch;
  const std::string database = index(scratch, "db", kCorpus);
  CheckOptions options;
  options.evidence.until = parse_iso("2024-10-24")->day;
  for (const Finding& one : check(database, checked(), options).findings) {
    for (const Evidence& evidence : one.evidence) CHECK(evidence.article.id != "duma-2");
  }
}

TEST_CASE("findings depend neither on the order of indexing nor on the number of jobs") {
  const Scratch scratch;
  const std::string expected = shown(check(index(scratch, "db", kCorpus), checked()));
  std::vector<Record> turned(kCorpus.rbegin(), kCorpus.rend());
  CHECK(shown(check(index(scratch, "turned", turned), checked())) == expected);
  std::rotate(turned.begin(), turned.begin() + 1, turned.end());
  CHECK(shown(check(index(scratch, "rotated", turned, 3), checked())) == expected);
}

TEST_CASE("indexing again changes nothing, a changed article is replaced") {
  const Scratch scratch;
  const std::string database = index(scratch, "db", kCorpus);
  std::string lines;
  for (const Record& record : kCorpus) lines += json(record);
  Record changed = kCorpus[3];
  changed.text = "More than 21,000 runners took part in the marathon of Cambridge.";
  lines += json(changed);
  lines += "{\"text\": broken\n";
  ArticleSource source({scratch.write("again.jsonl", lines)}, {});
  int errors = 0;
  const auto summary = index_articles(source, database, {}, {}, [&](const Error&) { ++errors; });
  REQUIRE(summary);
  CHECK(summary->added == 0);
  CHECK(summary->unchanged == 4);
  CHECK(summary->updated == 1);
  CHECK(summary->failed == 1);
  CHECK(errors == 1);
  const auto verified = verify_database(database);
  REQUIRE(verified);
  CHECK(verified->articles == 4);
  CHECK(verified->faults.empty());
}

TEST_CASE("near copies are one voice") {
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "Paragraph number " + std::to_string(i * 37 + 5) + " of the agency tells of place " +
            std::to_string(i * 91 + 3) + " and of many other words that differ " +
            std::to_string(i * 53) + ". ";
  text += kCorpus[0].text;
  const Record one{"wire-1", "Paper One", "2024-10-24", text.c_str()};
  const Record two{"wire-2", "Paper Two", "2024-10-24", text.c_str()};
  const Report report = check(index(scratch, "db", {one, two}), checked());
  const Finding* day = finding(report, "19 June 2024");
  REQUIRE(day != nullptr);
  REQUIRE(day->evidence.size() == 2);
  CHECK(!day->evidence[0].cluster.empty());
  CHECK(day->evidence[0].cluster == day->evidence[1].cluster);
  CHECK(day->independent_sources == 1);
}

TEST_CASE("the corpus-wide report groups what does not fit together") {
  const Scratch scratch;
  std::vector<Record> records = kCorpus;
  records.push_back(checked());
  std::vector<Discrepancy> groups;
  const auto done =
      find_discrepancies(index(scratch, "db", records), {}, [&](const Discrepancy& group) {
        groups.push_back(group);
        return true;
      });
  REQUIRE(done);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].values.size() == 2);
  CHECK(groups[0].values[0].claims.size() == 2);
  CHECK(groups[0].message.find("\"32") != std::string::npos);
}
