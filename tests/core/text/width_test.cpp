#include "core/text/width.h"

#include <doctest/doctest.h>

using namespace twosource;

TEST_CASE("wide characters take two columns, marks none") {
  CHECK(display_width("Nordkorea") == 9);
  CHECK(display_width("北朝鮮") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("제재 15년") == 9);
  CHECK(display_width("") == 0);
}

TEST_CASE("a text is cut at a width, with an ellipsis") {
  CHECK(cut_to_width("Nordkorea", 9) == "Nordkorea");
  CHECK(cut_to_width("Nordkorea", 5) == "Nord…");
  CHECK(cut_to_width("北朝鮮", 5) == "北朝…");
  CHECK(cut_to_width("北朝鮮", 4) == "北…");
  CHECK(cut_to_width("abc", 0).empty());
  for (std::uint32_t columns = 0; columns < 12; ++columns)
    CHECK(display_width(cut_to_width("a北b朝c鮮d", columns)) <= columns);
}
