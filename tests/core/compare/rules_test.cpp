#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "core/compare/rules.h"

using namespace twosource;

TEST_CASE("every rule has its page, and every page its rule") {
  const std::filesystem::path folder =
      std::filesystem::path(TWOSOURCE_SOURCE_DIR) / "reports" / "rules";
  std::set<std::string> ids;
  for (const RuleInfo& info : all_rules()) {
    CAPTURE(info.id);
    CHECK(ids.insert(std::string(info.id)).second);
    CHECK(rule_named(info.id) == info.rule);
    const auto page = folder / (std::string(info.id) + ".md");
    REQUIRE(std::filesystem::exists(page));
    std::ifstream in(page);
    std::string title;
    std::getline(in, title);
    CHECK(title == "# " + std::string(info.id));
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".md" || entry.path().stem() == "README") continue;
    CAPTURE(entry.path().string());
    CHECK(ids.contains(entry.path().stem().string()));
  }
}

TEST_CASE("levels follow the verdict") {
  CHECK(default_level(VerdictKind::Conflicting, Rule::QuantityDisjoint) == Level::Error);
  CHECK(default_level(VerdictKind::Disputed, Rule::QuantityDisjoint) == Level::Warning);
  CHECK(default_level(VerdictKind::Outdated, Rule::GrowingCount) == Level::Warning);
  CHECK(default_level(VerdictKind::Corroborated, Rule::QuantityEqual) == Level::None);
}
