// Runs the example tables of dates, times and sets that stand beside the language data.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/grammar/date.h"
#include "core/grammar/numeral.h"
#include "core/lang/registry.h"
#include "core/text/segment.h"

namespace twosource {
namespace {

struct ExampleRow {
  std::string file;
  int line = 0;
  std::string language;
  std::optional<DateTime> published;
  std::vector<std::string> columns;  // text, span, value, note, known failure
};

std::vector<std::string> split_tabs(const std::string& line) {
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

void read_table(const std::filesystem::path& path, const std::string& language,
                std::vector<ExampleRow>& rows) {
  std::ifstream in(path);
  std::optional<DateTime> published;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    constexpr std::string_view kPublished = "# published ";
    if (line.starts_with(kPublished)) published = parse_iso(line.substr(kPublished.size()));
    if (line.empty() || line[0] == '#' || line.starts_with("text\t")) continue;
    rows.push_back({path.filename().string(), number, language, published, split_tabs(line)});
  }
}

std::vector<ExampleRow> all_rows() {
  std::vector<ExampleRow> rows;
  const std::filesystem::path root = std::filesystem::path(TWOSOURCE_SOURCE_DIR) / "core/lang";
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  for (const auto& folder : folders) {
    for (const char* name : {"dates.tsv", "times.tsv", "sets.tsv"}) {
      const auto path = folder / "examples" / name;
      if (std::filesystem::exists(path)) read_table(path, folder.filename().string(), rows);
    }
  }
  return rows;
}

// What the row's span was read as: the value line of the mention with that span, or of all mentions
// where the row says that there is none.
std::string reading(const ExampleRow& row) {
  const LanguagePack& pack = Languages::embedded().find(row.language);
  const TokenizedText text = analyse_text(row.columns[0], pack.segmentation);
  std::string out;
  for (const Mention& mention : find_dates(text, find_numerals(text, pack), pack, row.published)) {
    const std::string whole = to_line(mention, text.text);
    const std::string value = whole.substr(whole.find(") ") + 2);
    if (row.columns[1].empty()) out += whole + "; ";
    if (!row.columns[1].empty() && slice(text.text, mention.span) == row.columns[1]) return value;
  }
  return out;
}

}  // namespace

TEST_CASE("the example tables of dates, times and sets hold") {
  const std::vector<ExampleRow> rows = all_rows();
  CHECK(rows.size() > 120);
  for (const ExampleRow& row : rows) {
    CAPTURE(row.language + "/examples/" + row.file + ':' + std::to_string(row.line) + ": " +
            row.columns[0]);
    CAPTURE(row.columns[1]);
    const bool known_failure = !row.columns[4].empty();
    if (known_failure) {
      // Such a row says what would be right; once it is read so, its mark must go.
      CHECK(reading(row) != row.columns[2]);
    } else {
      CHECK(reading(row) == row.columns[2]);
    }
  }
}

}  // namespace twosource
