#include "cli/language_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "core/base/civil.h"
#include "core/claim/extract.h"
#include "core/document/reader.h"
#include "core/lang/embedded.h"

namespace twosource {
namespace {

// A row of the table: the dimension and the file that holds what a language must know for it.
struct GridRow {
  Dimension dimension;
  std::string_view data;
};

constexpr GridRow kRows[] = {
    {Dimension::Number, "numbers.json"},  {Dimension::Ordinal, "numbers.json"},
    {Dimension::Percent, "numbers.json"}, {Dimension::Money, "money.json"},
    {Dimension::Measure, "units.json"},   {Dimension::Duration, "units.json"},
    {Dimension::Age, "units.json"},       {Dimension::Score, "numbers.json"},
    {Dimension::Date, "dates.json"},      {Dimension::Time, "dates.json"},
    {Dimension::Set, "dates.json"},       {Dimension::Name, "names.json"},
};

// What an example says: the text holds a mention with this span and value, or none of the dimension
// where the span is empty.
struct Example {
  std::string_view text;
  std::string_view span;
  std::string_view value;
};

// The part of `line` up to the next tab, which is taken off.
std::string_view take_column(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view column = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return column;
}

bool holds(const Example& example, Dimension dimension, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (example.span.empty()) {
      if (mention.dimension == dimension) return false;
      continue;
    }
    // The value stands behind "text [begin,end) " in the line that tests print.
    const std::string line = to_line(mention, example.text);
    const std::string_view words = slice(example.text, mention.span);
    const std::size_t value = line.find(") ", words.size());
    if (words == example.span && value != line.npos && line.substr(value + 2) == example.value) {
      return true;
    }
  }
  return example.span.empty();
}

// How many examples of the table the engines read as they should.
std::size_t count_passing(std::string_view table, const std::string& tag, Dimension dimension,
                          const Languages& languages) {
  constexpr std::string_view kPublished = "# published ";
  std::optional<DateTime> published;
  std::size_t passing = 0;
  bool header = true;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.starts_with(kPublished)) published = parse_iso(line.substr(kPublished.size()));
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    Example example;
    example.text = take_column(line);
    example.span = take_column(line);
    example.value = take_column(line);
    const Document document = plain_document(std::string(example.text), tag, published);
    if (holds(example, dimension, read_mentions(document, languages))) ++passing;
  }
  return passing;
}

std::string cell(const std::string& tag, const GridRow& row, const Languages& languages) {
  const std::string stem = tag + "/examples/" + std::string(name_of(row.dimension));
  std::size_t passing = 0;
  for (const char* const ending : {".tsv", "s.tsv"}) {
    passing += count_passing(embedded_file(stem + ending), tag, row.dimension, languages);
  }
  if (passing > 0) return std::to_string(passing);
  return embedded_file(tag + "/" + std::string(row.data)).empty() ? "-" : ".";
}

}  // namespace

std::string language_grid(const Languages& languages) {
  const std::vector<std::string> tags = languages.tags();
  std::string out(9, ' ');
  for (const std::string& tag : tags) out += fmt::format(" {:>3}", tag);
  out += '\n';
  for (const GridRow& row : kRows) {
    out += fmt::format("{:<9}", name_of(row.dimension));
    for (const std::string& tag : tags) out += fmt::format(" {:>3}", cell(tag, row, languages));
    out += '\n';
  }
  out += '\n';
  for (const std::string& tag : tags) {
    out += fmt::format("{:<4} {}\n", tag, languages.find(tag).name);
  }
  return out;
}

}  // namespace twosource
