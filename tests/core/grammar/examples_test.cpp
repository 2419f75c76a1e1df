// Every row of core/lang/*/examples/*.tsv that the engines of core/grammar are to read.
//
// A row is one expectation: the text holds a mention with this span and this value, or - where the
// span is empty - no mention of the dimension that the file is named after. A row marked as a known
// failure must fail.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/grammar/mentions.h"
#include "core/lang/registry.h"
#include "tests/harness/example_rows.h"

namespace {

using namespace twosource;
using test::ExampleRow;

const std::vector<std::string> kAmounts = {"number",  "ordinal",  "percent", "money",
                                           "measure", "duration", "age",     "score"};
const std::vector<std::string> kTimes = {"date", "time", "set"};

// "dates.tsv" holds dates; empty for tables that no engine of this folder reads.
std::string dimension_of(std::string table) {
  for (const auto* dimensions : {&kAmounts, &kTimes}) {
    for (const std::string& dimension : *dimensions) {
      if (table == dimension || table == dimension + 's') return dimension;
    }
  }
  return "";
}

std::vector<ExampleRow> rows_of_mentions() {
  std::vector<ExampleRow> rows = test::example_rows();
  std::erase_if(rows, [](const ExampleRow& row) { return dimension_of(row.table).empty(); });
  return rows;
}

std::string value_of(const Mention& mention, const std::string& text) {
  const std::string line = to_line(mention, text);
  return line.substr(line.find(") ", slice(text, mention.span).size()) + 2);
}

// Empty when the row holds, else what was found instead.
std::string fault_of(const ExampleRow& row) {
  const std::string& text = row.columns[0];
  const LanguagePack& pack = Languages::embedded().find(row.language);
  const TokenizedText tokens = analyse_text(text, pack.segmentation);
  const auto published = parse_iso(row.published);
  const auto mentions = find_mentions(tokens, Field::Text, pack, published);
  std::string found;
  for (const Mention& mention : mentions) {
    found += "  " + to_line(mention, text) + '\n';
    const bool same = slice(text, mention.span) == row.columns[1];
    if (!row.columns[1].empty() && same && value_of(mention, text) == row.columns[2]) return {};
    if (row.columns[1].empty() && name_of(mention.dimension) == dimension_of(row.table))
      return "found\n" + found;
  }
  if (row.columns[1].empty()) return {};
  return found.empty() ? "found nothing" : "found\n" + found;
}

TEST_CASE("the engines read the examples of every language") {
  const std::vector<ExampleRow> rows = rows_of_mentions();
  REQUIRE(rows.size() > 2500);
  for (const ExampleRow& row : rows) {
    const std::string fault = fault_of(row);
    CAPTURE(row.place);
    CAPTURE(row.columns[0]);
    CAPTURE(row.columns[2]);
    CAPTURE(fault);
    if (row.known_failure()) {
      // One that passes: take its mark away.
      CHECK_FALSE(fault.empty());
    } else {
      CHECK(fault.empty());
    }
  }
}

TEST_CASE("every dimension of every language has examples, negative ones included") {
  std::map<std::string, int> count;
  std::map<std::string, int> negative;
  for (const ExampleRow& row : rows_of_mentions()) {
    if (row.known_failure()) continue;
    ++count[row.language + '/' + dimension_of(row.table)];
    if (row.columns[1].empty()) ++negative[row.language];
  }
  const std::set<std::string> most = {"de", "en"};
  for (const std::string& language : Languages::embedded().tags()) {
    CAPTURE(language);
    CHECK(negative[language] >= 10);
    for (const auto* dimensions : {&kAmounts, &kTimes}) {
      for (const std::string& dimension : *dimensions) {
        CAPTURE(dimension);
        CHECK(count[language + '/' + dimension] >= (most.contains(language) ? 30 : 10));
      }
    }
  }
}

}  // namespace
