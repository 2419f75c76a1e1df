// Every row of core/lang/*/examples/*.tsv that the engines of core/grammar are to read.
//
// A row is one expectation: the text holds a mention with this span and this value, or - where the
// span is empty - no mention of the dimension that the file is named after. A row marked as a known
// failure must fail.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/grammar/mentions.h"
#include "core/lang/registry.h"

namespace {

using namespace twosource;

struct Row {
  std::string file;  // "de/examples/dates.tsv"
  int line = 0;
  std::string language;
  std::string dimension;
  std::string published;
  std::vector<std::string> columns;
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  out.resize(5);
  return out;
}

// "numbers.tsv" holds numbers; files that no engine of this folder reads are left to others.
std::string dimension_of(std::string stem) {
  static const std::set<std::string> kKnown = {"number",  "ordinal",  "percent", "money",
                                               "measure", "duration", "age",     "score",
                                               "date",    "time",     "set"};
  if (kKnown.contains(stem)) return stem;
  if (!stem.empty() && stem.back() == 's') stem.pop_back();
  return kKnown.contains(stem) ? stem : "";
}

void read_rows(const std::filesystem::path& path, std::vector<Row>& out) {
  Row row;
  row.language = path.parent_path().parent_path().filename().string();
  row.file = row.language + "/examples/" + path.filename().string();
  row.dimension = dimension_of(path.stem().string());
  if (row.dimension.empty()) return;
  std::ifstream in(path);
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    ++row.line;
    if (line.starts_with("# published ")) row.published = line.substr(12);
    if (line.empty() || line[0] == '#') continue;
    row.columns = split(line);
    if (!header) out.push_back(row);
    header = false;
  }
}

std::vector<Row> all_rows() {
  namespace fs = std::filesystem;
  std::set<fs::path> files;
  for (const auto& folder : fs::directory_iterator(TWOSOURCE_SOURCE_DIR "/core/lang")) {
    if (!fs::is_directory(folder.path() / "examples")) continue;
    for (const auto& entry : fs::directory_iterator(folder.path() / "examples")) {
      if (entry.path().extension() == ".tsv") files.insert(entry.path());
    }
  }
  std::vector<Row> rows;
  for (const fs::path& file : files) read_rows(file, rows);
  return rows;
}

std::string value_of(const Mention& mention, const std::string& text) {
  const std::string line = to_line(mention, text);
  return line.substr(line.find(") ", slice(text, mention.span).size()) + 2);
}

// Empty when the row holds, else what was found instead.
std::string fault_of(const Row& row) {
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
    if (row.columns[1].empty() && name_of(mention.dimension) == row.dimension)
      return "found\n" + found;
  }
  if (row.columns[1].empty()) return {};
  return found.empty() ? "found nothing" : "found\n" + found;
}

TEST_CASE("the engines read the examples of every language") {
  const std::vector<Row> rows = all_rows();
  REQUIRE(rows.size() > 400);
  for (const Row& row : rows) {
    const std::string place = row.file + ':' + std::to_string(row.line);
    const std::string fault = fault_of(row);
    CAPTURE(place);
    CAPTURE(row.columns[0]);
    CAPTURE(row.columns[2]);
    CAPTURE(fault);
    if (row.columns[4].empty()) {
      CHECK(fault.empty());
    } else {
      // A known failure that passes: take its mark away.
      CHECK_FALSE(fault.empty());
    }
  }
}

TEST_CASE("every dimension of a supported language has examples") {
  std::map<std::string, int> count;
  for (const Row& row : all_rows()) ++count[row.language + '/' + row.dimension];
  for (const std::string language : {"de", "en"}) {
    for (const std::string dimension :
         {"number", "ordinal", "percent", "money", "measure", "duration", "age", "score"}) {
      CAPTURE(language);
      CAPTURE(dimension);
      CHECK(count[language + '/' + dimension] >= 30);
    }
  }
}

}  // namespace
