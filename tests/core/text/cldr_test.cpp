#include "core/text/cldr.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/text/stem.h"

using namespace twosource;

namespace {
bool has(const std::vector<cldr::Named>& names, std::string_view id, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const cldr::Named& n) { return n.id == id && n.name == name; });
}
}  // namespace

TEST_CASE("CLDR's names come through in every language asked for") {
  CHECK(has(cldr::region_names("de"), "KP", "Nordkorea"));
  CHECK(has(cldr::region_names("ru"), "KP", "КНДР"));
  CHECK(has(cldr::region_names("en"), "US", "United States"));
  CHECK(has(cldr::region_names("en"), "US", "US"));
  CHECK(has(cldr::exemplar_cities("de"), "Asia/Pyongyang", "Pjöngjang"));
  CHECK(has(cldr::exemplar_cities("en"), "Asia/Pyongyang", "Pyongyang"));
  CHECK(has(cldr::currency_names("de"), "RUB", "Russischer Rubel"));
  CHECK(has(cldr::month_names("de"), "10", "Oktober"));
  CHECK(has(cldr::month_names("ru"), "10", "октября"));
  CHECK(has(cldr::weekday_names("en"), "4", "Thursday"));
  CHECK(has(cldr::weekday_names("en"), "7", "Sunday"));
  CHECK(cldr::region_of_zone("Asia/Pyongyang") == "KP");
  CHECK(cldr::region_names("xx").empty());
  CHECK(cldr::region_names("not a tag").empty());
}

TEST_CASE("any script becomes plain Latin letters") {
  CHECK(cldr::to_latin("Путин") == "Putin");
  CHECK(cldr::to_latin("Pjöngjang") == "Pjongjang");
  CHECK(cldr::to_latin("plain") == "plain");
}

TEST_CASE("the spell-out oracle answers without soft hyphens") {
  const auto forms = cldr::spell_out("de", 12000, false);
  CHECK(std::find(forms.begin(), forms.end(), "zwölftausend") != forms.end());
  const auto ordinals = cldr::spell_out("en", 21, true);
  CHECK(std::find(ordinals.begin(), ordinals.end(), "twenty-first") != ordinals.end());
}

TEST_CASE("stems bring inflected forms together") {
  CHECK(stem("soldaten", "de") == stem("soldat", "de"));
  CHECK(stem("ratified", "en") == stem("ratifies", "en"));
  CHECK(stem("unknown", "xx") == "unknown");
  CHECK(has_stemmer("de-CH"));
  CHECK_FALSE(has_stemmer("xx"));
}

TEST_CASE("a stem that was met before is remembered by language and word") {
  for (int turn = 0; turn < 2; ++turn) {
    CHECK(stem("nations", "en") == "nation");
    CHECK(stem("nations", "de") == "nation");
    CHECK(stem("generalen", "de") == "general");
    CHECK(stem("generalen", "en") == "generalen");
    // More words than are kept, some of them too long to be kept.
    for (int i = 0; i < 20000; ++i) {
      const std::string base = "mark" + std::string(i % 60, 'q') + std::to_string(i);
      REQUIRE(stem(base + "s", "en") == base);
    }
  }
}
