#include "cli/language_grid.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/quantity.h"
#include "core/lang/embedded.h"
#include "core/text/width.h"

namespace twosource {
namespace {

// A column: the dimension and the file that holds what a language must know for it.
struct Column {
  Dimension dimension;
  std::string_view data;
};

constexpr Column kColumns[] = {
    {Dimension::Number, "numbers.json"},  {Dimension::Ordinal, "numbers.json"},
    {Dimension::Percent, "numbers.json"}, {Dimension::Money, "money.json"},
    {Dimension::Measure, "units.json"},   {Dimension::Duration, "units.json"},
    {Dimension::Age, "units.json"},       {Dimension::Score, "numbers.json"},
    {Dimension::Date, "dates.json"},      {Dimension::Time, "dates.json"},
    {Dimension::Set, "dates.json"},       {Dimension::Name, "names.json"},
};

// Rows of a table of examples, comments and head left out.
std::size_t count_examples(std::string_view table) {
  std::size_t rows = 0;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view line = table.substr(at, end - at);
    if (!line.empty() && line[0] != '#' && !line.starts_with("text\t")) ++rows;
    at = end + 1;
  }
  return rows;
}

std::string cell(const std::string& tag, const Column& column) {
  const std::string folder = tag + "/examples/" + std::string(name_of(column.dimension));
  const std::size_t examples = count_examples(embedded_file(folder + ".tsv")) +
                               count_examples(embedded_file(folder + "s.tsv"));
  if (examples > 0) return std::to_string(examples);
  return embedded_file(tag + "/" + std::string(column.data)).empty() ? "-" : ".";
}

}  // namespace

std::string language_grid(const Languages& languages) {
  std::string out = fmt::format("{:<4} {:<12}", "", "");
  for (const Column& column : kColumns) out += fmt::format(" {:>8}", name_of(column.dimension));
  out += '\n';
  for (const std::string& tag : languages.tags()) {
    const std::string name = cut_to_width(languages.find(tag).name, 12);
    out += fmt::format("{:<4} {}{}", tag, name, std::string(12 - display_width(name), ' '));
    for (const Column& column : kColumns) out += fmt::format(" {:>8}", cell(tag, column));
    out += '\n';
  }
  return out;
}

}  // namespace twosource
