#include "core/base/civil.h"

#include <doctest/doctest.h>

#include <vector>

using namespace twosource;

TEST_CASE("ISO 8601 dates and times are read and written") {
  struct Row {
    const char* written;
    const char* printed;  // nullptr: not a date
  };
  const std::vector<Row> rows = {
      {"2024-10-24", "2024-10-24"},
      {"20241024", "2024-10-24"},
      {"2024-10-24T08:30", "2024-10-24T08:30"},
      {"2024-10-24 08:30:59", "2024-10-24T08:30"},
      {"2024-10-24T08:30:00Z", "2024-10-24T08:30+00:00"},
      {"2024-10-24T08:30:00.123+02:00", "2024-10-24T08:30+02:00"},
      {"20241024T083000-0530", "2024-10-24T08:30-05:30"},
      {"2024-02-30", nullptr},
      {"2023-02-29", nullptr},
      {"2024-13-01", nullptr},
      {"2024-10", nullptr},
      {"2024-10-24x", nullptr},
      {"2024-10-24T25:00", nullptr},
      {"yesterday", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto moment = parse_iso(row.written);
    REQUIRE(moment.has_value() == (row.printed != nullptr));
    if (moment) CHECK(to_iso(*moment) == row.printed);
  }
}

TEST_CASE("months and years know their ends") {
  CHECK(to_iso(whole_month(2024, 2).to) == "2024-02-29");
  CHECK(to_iso(whole_month(2023, 2).to) == "2023-02-28");
  CHECK(to_iso(whole_year(2024).from) == "2024-01-01");
  CHECK(to_iso(whole_year(2024).to) == "2024-12-31");
  CHECK(whole_year(2024).contains(whole_month(2024, 6)));
  CHECK_FALSE(whole_month(2024, 6).contains(whole_year(2024)));
  CHECK(whole_month(2024, 6).overlaps(whole_year(2024)));
  CHECK_FALSE(make_day(2024, 6, 31));
}
