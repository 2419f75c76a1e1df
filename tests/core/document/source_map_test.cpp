#include "core/document/source_map.h"

#include <doctest/doctest.h>

#include "core/document/field_builder.h"

namespace twosource {

TEST_CASE("the example of the header") {
  const std::string source = "{\"text\":\"M\\u00fcnchen\"}";
  FieldBuilder field;
  field.copy("M", 9);
  field.atom("ü", 10, 6);
  field.copy("nchen", 16);
  field.map.learn_lines(source);
  const auto umlaut = field.map.place({1, 3});
  REQUIRE(umlaut.has_value());
  CHECK(umlaut->begin_byte == 10);
  CHECK(umlaut->end_byte == 16);
  CHECK(umlaut->begin_column == 11);
  CHECK(umlaut->end_column == 17);
  // Inside an atom there is only its start.
  CHECK(field.map.source_byte(2) == 10);
  CHECK(field.map.source_byte(3) == 16);
  CHECK(field.map.source_byte(8) == 21);
}

TEST_CASE("lines and columns count code points") {
  const std::string source = "äöü\r\nзdwei 😀x\n\nEnde";
  FieldBuilder field;
  field.copy(source, 0);
  field.map.learn_lines(source);
  struct Row {
    const char* piece;
    std::uint32_t line;
    std::uint32_t column;
    std::uint32_t end_column;
  };
  for (const Row& row : {Row{"ü", 1, 3, 4}, Row{"dwei", 2, 2, 6}, Row{"x", 2, 8, 9},
                         Row{"😀", 2, 7, 8}, Row{"Ende", 4, 1, 5}}) {
    CAPTURE(row.piece);
    const auto at = static_cast<std::uint32_t>(source.find(row.piece));
    const auto place =
        field.map.place({at, at + static_cast<std::uint32_t>(std::string(row.piece).size())});
    REQUIRE(place.has_value());
    CHECK(place->begin_line == row.line);
    CHECK(place->begin_column == row.column);
    CHECK(place->end_line == row.line);
    CHECK(place->end_column == row.end_column);
  }
}

TEST_CASE("neighbours that continue each other are one run") {
  FieldBuilder field;
  field.copy("ab", 5);
  field.copy("cd", 7);
  field.copy("ef", 20);
  CHECK(field.map.runs() == std::vector<SourceMap::Run>{{0, 5, 4, 4}, {4, 20, 2, 2}});
}

TEST_CASE("an offset of the stream and a first line are added") {
  const std::string record = "{\"text\":\"абв где\"}";
  FieldBuilder field;
  field.copy(record.substr(9, 13), 1009);
  field.map.learn_lines(record, 1000, 17);
  const auto place = field.map.place({7, 13});
  REQUIRE(place.has_value());
  CHECK(place->begin_byte == 1016);
  CHECK(place->begin_line == 17);
  CHECK(place->begin_column == 14);
  CHECK(place->end_column == 17);
}

TEST_CASE("an empty map has no places") {
  CHECK(!SourceMap().place({0, 1}).has_value());
}

TEST_CASE("a part of a field keeps its way back") {
  FieldBuilder from;
  from.copy("abc", 10);
  from.atom("&", 13, 5);
  from.copy("def", 18);
  FieldBuilder to;
  to.transfer(from, {1, 6});
  CHECK(to.text == "bc&de");
  CHECK(to.map.runs() == std::vector<SourceMap::Run>{{0, 11, 2, 2}, {2, 13, 1, 5}, {3, 18, 2, 2}});
}

}  // namespace twosource
