#include "core/base/printable.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/base/error.h"

using namespace twosource;

TEST_CASE("printable text cannot drive a terminal") {
  struct Row {
    std::string_view given;
    std::string_view printed;
  };
  const std::vector<Row> rows = {
      {"plain äöü 漢字 😀", "plain äöü 漢字 😀"},
      {"\x1b[31mred", "\\x1B[31mred"},
      {"a\nb\tc", "a b c"},
      {"\xC2\x9B"
       "31m",
       "\\u{009B}31m"},
      {"\u202Eevil", "\\u{202E}evil"},
      {"\xFF\xC3", "\\xFF\\xC3"},
      {"\xC0\xAF", "\\xC0\\xAF"},
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
      {std::string_view("\0", 1), "\\x00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.printed);
    CHECK(printable(row.given) == row.printed);
  }
}

TEST_CASE("an error says where, and quotes nothing raw") {
  CHECK(describe({ErrorKind::BadInput, "no text", "a.jsonl", 17, 0}) ==
        "a.jsonl:17: error: no text");
  CHECK(describe({ErrorKind::BadInput, "no text", "a.jsonl", 17, 3}) ==
        "a.jsonl:17:3: error: no text");
  CHECK(describe({ErrorKind::NotFound, "no such file", "a\x1b.txt", 0, 0}) ==
        "a\\x1B.txt: error: no such file");
  CHECK(describe({ErrorKind::Usage, "no command", "", 0, 0}) == "error: no command");
}
