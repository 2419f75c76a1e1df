// The catalogue of rules: one page in reports/rules for each rule of the comparator, and none
// besides.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "core/compare/rules.h"

using namespace twosource;

TEST_CASE("every rule has its page, and every page its rule") {
  namespace fs = std::filesystem;
  std::set<std::string> pages;
  for (const auto& entry : fs::directory_iterator(TWOSOURCE_SOURCE_DIR "/reports/rules")) {
    pages.insert(entry.path().filename().string());
  }
  for (const RuleInfo& rule : all_rules()) {
    const std::string name = std::string(rule.id) + ".md";
    CAPTURE(name);
    CHECK(pages.erase(name) == 1);
    std::ifstream in(fs::path(TWOSOURCE_SOURCE_DIR "/reports/rules") / name);
    std::ostringstream page;
    page << in.rdbuf();
    CHECK(page.str().starts_with("# " + std::string(rule.id) + "\n\n"));
    CHECK(page.str().find("\n## Example\n\n") != std::string::npos);
    CHECK(page.str().find("\n## What to do\n\n") != std::string::npos);
  }
  CAPTURE(pages.empty() ? std::string() : *pages.begin());
  CHECK(pages.empty());
}
