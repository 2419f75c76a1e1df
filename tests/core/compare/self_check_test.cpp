// The article against itself: every row of core/lang/*/examples/consistency.tsv, and the arithmetic
// that the rules decide with.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "core/claim/extract.h"
#include "core/compare/self/arithmetic.h"
#include "core/compare/self/self_check.h"
#include "core/document/reader.h"
#include "core/lang/registry.h"
#include "tests/core/compare/made_claims.h"
#include "tests/harness/example_rows.h"

using namespace twosource;
using twosource::test::ExampleRow;

namespace {

std::vector<Finding> findings_of(const ExampleRow& row) {
  const std::string& both = row.columns[0];
  const std::size_t bar = both.find(" | ");
  std::string record =
      R"({"id":"a","language":")" + row.language + R"(","published":")" + row.published + R"(")";
  if (bar != std::string::npos) record += R"(,"title":")" + both.substr(0, bar) + "\"";
  record += R"(,"text":")" + (bar == std::string::npos ? both : both.substr(bar + 3)) + "\"}\n";
  const auto document = read_article(record, "article.jsonl");
  REQUIRE(document);
  const Languages& languages = Languages::embedded();
  const Reading reading = read_claims(*document, ReadingTools(languages));
  return check_article(*document, reading, languages.find(row.language));
}

// "claim rule; ..." of all that is found.
std::string shown(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings)
    out += (out.empty() ? "" : "; ") + finding.claim.text + " " + finding.rule;
  return out;
}

std::string text_of(const std::optional<Bounds>& bounds) {
  return bounds ? bounds->low.to_string() + ".." + bounds->high.to_string() : "none";
}

}  // namespace

TEST_CASE("the examples of every language") {
  const std::vector<ExampleRow> rows = test::example_rows("consistency");
  REQUIRE(rows.size() > 100);
  for (const ExampleRow& row : rows) {
    const std::string expected =
        row.columns[1].empty() ? "" : row.columns[1] + " " + row.columns[2];
    const std::string found = shown(findings_of(row));
    CAPTURE(row.place);
    CAPTURE(row.columns[0]);
    if (!row.known_failure()) {
      CHECK(found == expected);
    } else {
      CHECK_FALSE(found == expected);
    }
  }
}

TEST_CASE("every language has examples that are found, and examples that are left alone") {
  std::map<std::string, std::pair<int, int>> count;
  for (const ExampleRow& row : test::example_rows("consistency")) {
    auto& [found, silent] = count[row.language];
    ++(row.columns[1].empty() ? silent : found);
  }
  for (const std::string& tag : Languages::embedded().tags()) {
    if (!Languages::embedded().find(tag).consistency.present) continue;
    CAPTURE(tag);
    CHECK(count[tag].first >= 4);
    CHECK(count[tag].second >= 4);
  }
}

TEST_CASE("a finding names the other places and is a warning") {
  const ExampleRow row{
      "", "en", "consistency", "2024-10-25",
      test::split_columns("Sales rose 10 percent to $120 million from $100 million.")};
  const auto findings = findings_of(row);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].scope == Scope::Article);
  CHECK(findings[0].level == Level::Warning);
  CHECK(findings[0].verdict == VerdictKind::Conflicting);
  CHECK(findings[0].message ==
        "From $100 million to $120 million is a change of 20 percent, not of 10 percent.");
  REQUIRE(findings[0].evidence.size() == 2);
  CHECK(findings[0].evidence[0].claim.text == "$100 million");
  CHECK(findings[0].evidence[1].claim.text == "$120 million");
  CHECK(findings[0].evidence[0].article.id == "a");
}

TEST_CASE("nothing is checked without the words of the language") {
  const ExampleRow row{"", "tlh", "consistency", "2024-10-25",
                       test::split_columns("12 people, including 15 children")};
  CHECK(shown(findings_of(row)).empty());
}

TEST_CASE("bounds are narrower than rounding allows") {
  CHECK(text_of(bounds_of(made::quantity("100", "100", Hedge::Exact, 1))) == "98..102");
  CHECK(text_of(bounds_of(made::quantity("10", "10", Hedge::Exact, 2))) == "9.5..10.5");
  CHECK(text_of(bounds_of(made::quantity("100", "100", Hedge::AtLeast, 1))) == "none");
  CHECK(text_of(bounds_of(made::quantity("10", "15", Hedge::Exact, 2))) == "none");
  CHECK(text_of(product_of({Decimal(2), Decimal(3)}, {Decimal(10), Decimal(10)})) == "20..30");
  CHECK(text_of(sum_of({Decimal(2), Decimal(3)}, {Decimal(10), Decimal(10)})) == "12..13");
  CHECK(overlap({Decimal(1), Decimal(2)}, {Decimal(2), Decimal(3)}));
  CHECK_FALSE(overlap({Decimal(1), Decimal(2)}, {Decimal(3), Decimal(3)}));
}

TEST_CASE("messages round half away from zero") {
  CHECK(rounded(*Decimal::parse("27.961"), 3).to_string() == "28");
  CHECK(rounded(*Decimal::parse("-12345"), 2).to_string() == "-12000");
  CHECK(rounded(*Decimal::parse("1255"), 3).to_string() == "1260");
  CHECK(rounded(Decimal(7), 3).to_string() == "7");
  CHECK(percent_text(Decimal(2), Decimal(3)) == "66.7");
}
