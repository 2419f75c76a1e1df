// Every format against stored files: tests/golden/<case>/expected.<format>.
// TWOSOURCE_UPDATE_GOLDEN=1 rewrites them; read the difference before it is committed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "reports/registry.h"
#include "tests/reports/fixture.h"

using namespace twosource;

namespace {

struct Case {
  const char* name;
  Content content;
};

constexpr Case kCases[] = {{"mentions", Content::Mentions},
                           {"claims", Content::Claims},
                           {"report", Content::Report},
                           {"discrepancies", Content::Discrepancies},
                           {"comparison", Content::Comparison}};

std::filesystem::path golden_file(const std::string& name, const std::string& format) {
  return std::filesystem::path(TWOSOURCE_SOURCE_DIR) / "tests/golden" / name /
         ("expected." + format);
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// A page without its style, its script and the catalogue of rules, which would make every golden
// file change with them.
std::string without_fixed_parts(std::string page) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"<style>", "</style>"},
           {"<script>", "</script>"},
           {"<summary>The rules</summary>", "</details>"},
           {"'sha256-", "'"},
           {"'sha256-", "'"}}) {
    const std::size_t at = page.find(from);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + from.size();
    page.replace(begin, page.find(to, begin) - begin, from[0] == '<' ? "..." : "");
    if (from[0] == '\'') page.replace(at, from.size(), "'digest ");
  }
  return page;
}

void check_golden(const std::string& name, const std::string& format, const std::string& whole) {
  const std::string got = format.ends_with("html") ? without_fixed_parts(whole) : whole;
  const auto path = golden_file(name, format);
  if (std::getenv("TWOSOURCE_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << got;
  }
  INFO("TWOSOURCE_UPDATE_GOLDEN=1 rewrites ", path.string());
  CHECK(content_of(path) == got);
}

bool renders(const FormatInfo& format, Content content) {
  return std::find(format.contents.begin(), format.contents.end(), content) !=
         format.contents.end();
}

RenderOptions golden_options() {
  RenderOptions options;
  options.version = "0.0.0";
  return options;
}

}  // namespace

TEST_CASE("every format writes what its golden file says") {
  const fixture::Everything all = fixture::story();
  for (const Case& row : kCases) {
    for (const FormatInfo& format : formats()) {
      if (!renders(format, row.content)) continue;
      CAPTURE(row.name);
      CAPTURE(format.name);
      const std::string name(format.name);
      check_golden(row.name, name, fixture::rendered(name, row.content, all, golden_options()));
    }
  }
}

TEST_CASE("the terminal report in colour and on a narrow screen") {
  const fixture::Everything all = fixture::story();
  RenderOptions options = golden_options();
  options.color = true;
  check_golden("report", "color", fixture::rendered("terminal", Content::Report, all, options));
  options.color = false;
  options.width = 44;
  check_golden("report", "narrow", fixture::rendered("terminal", Content::Report, all, options));
}

TEST_CASE("hostile text in every format") {
  const std::string text =
      "</script><img src=x onerror=alert(1)> **bold** `code` [x](javascript:alert(1)) | cell\n"
      "# head\n=cmd|' /C calc'!A0\n::error file=x::y\n@everyone #1 ]]> "
      "\x1b[31mred\x1b]8;;http://evil\x07link\x1b]8;;\x07 \xc2\x9b"
      "2J \xe2\x80\xae"
      "evil\xe2\x80\xac "
      "\xff\xfe\xc3 www.evil.example https://evil.example \xf3\xa0\x81\x81 \\u0000 \"quoted\"";
  const fixture::Everything all = fixture::hostile(text);
  for (const Case& row : kCases) {
    for (const FormatInfo& format : formats()) {
      if (!renders(format, row.content)) continue;
      const std::string name(format.name);
      check_golden("hostile", std::string(row.name) + "." + name,
                   fixture::rendered(name, row.content, all, golden_options()));
    }
  }
}
