// The example tables beside the language data: core/lang/<tag>/examples/<name>.tsv, columns
// separated by tabs. Lines that begin with '#' are remarks; "# published DATE" gives the day of the
// rows below; the first other line names the columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twosource::test {

struct ExampleRow {
  std::string place;                 // "de/examples/dates.tsv:17"
  std::string language;              // "de"
  std::string table;                 // "dates"
  std::string published;             // ISO date; empty for none
  std::vector<std::string> columns;  // five: text, two that the table defines, note, known failure

  // What would be right is not read yet; the row must fail.
  bool known_failure() const { return !columns[4].empty(); }
};

// The columns of one line, five at least.
std::vector<std::string> split_columns(std::string_view line);

// All rows of all languages, of one table or (empty) of every table; sorted by file and line.
std::vector<ExampleRow> example_rows(std::string_view table = {});

}  // namespace twosource::test
