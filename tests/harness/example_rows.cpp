#include "tests/harness/example_rows.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace twosource::test {

namespace fs = std::filesystem;

namespace {

void read_table(const fs::path& path, std::vector<ExampleRow>& out) {
  constexpr std::string_view kPublished = "# published ";
  ExampleRow row;
  row.language = path.parent_path().parent_path().filename().string();
  row.table = path.stem().string();
  std::ifstream in(path);
  bool header = true;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with(kPublished)) row.published = line.substr(kPublished.size());
    if (line.empty() || line[0] == '#') continue;
    row.place =
        row.language + "/examples/" + path.filename().string() + ':' + std::to_string(number);
    row.columns = split_columns(line);
    if (!header) out.push_back(row);
    header = false;
  }
}

}  // namespace

std::vector<std::string> split_columns(std::string_view line) {
  constexpr std::size_t kColumns = 5;
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  out.resize(std::max(out.size(), kColumns));
  return out;
}

std::vector<ExampleRow> example_rows(std::string_view table) {
  std::set<fs::path> files;
  for (const auto& folder : fs::directory_iterator(TWOSOURCE_SOURCE_DIR "/core/lang")) {
    if (!fs::is_directory(folder.path() / "examples")) continue;
    for (const auto& entry : fs::directory_iterator(folder.path() / "examples")) {
      if (entry.path().extension() == ".tsv" && (table.empty() || entry.path().stem() == table))
        files.insert(entry.path());
    }
  }
  std::vector<ExampleRow> rows;
  for (const fs::path& file : files) read_table(file, rows);
  return rows;
}

}  // namespace twosource::test
