#include "core/grammar/date_calendar.h"

#include <doctest/doctest.h>

#include <string>

namespace twosource {
namespace {

Day day(const char* iso) {
  return parse_iso(iso)->day;
}

std::string shown(const std::optional<DateInterval>& interval) {
  return interval ? to_iso(interval->from) + ".." + to_iso(interval->to) : "none";
}

}  // namespace

TEST_CASE("ISO weeks belong to the year that holds their Thursday") {
  struct Row {
    const char* date;
    int year;
    int week;
  };
  for (const Row& row :
       {Row{"2024-10-24", 2024, 43}, Row{"2021-01-03", 2020, 53}, Row{"2021-01-04", 2021, 1},
        Row{"2018-12-31", 2019, 1}, Row{"2016-01-01", 2015, 53}, Row{"2015-12-28", 2015, 53},
        Row{"2000-02-29", 2000, 9}, Row{"1999-01-01", 1998, 53}}) {
    CAPTURE(row.date);
    CHECK(calendar::iso_week(day(row.date)) == calendar::IsoWeek{row.year, row.week});
  }
}

TEST_CASE("Easter falls where the almanac says") {
  for (const char* sunday :
       {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25", "2076-04-19"}) {
    CAPTURE(sunday);
    CHECK(to_iso(calendar::easter(calendar::year_of(day(sunday)))) == sunday);
  }
}

TEST_CASE("months are added with the last day where the day does not exist") {
  struct Row {
    const char* date;
    int months;
    const char* expected;
  };
  for (const Row& row : {Row{"2024-01-31", 1, "2024-02-29"}, Row{"2023-01-31", 1, "2023-02-28"},
                         Row{"2024-02-29", 12, "2025-02-28"}, Row{"2024-02-29", -48, "2020-02-29"},
                         Row{"2024-12-15", 1, "2025-01-15"}, Row{"2024-03-31", -1, "2024-02-29"}}) {
    CAPTURE(row.date);
    CAPTURE(row.months);
    CHECK(to_iso(calendar::plus_months(day(row.date), row.months)) == row.expected);
  }
}

TEST_CASE("feasts follow their rules") {
  struct Row {
    const char* rule;
    int year;
    const char* expected;
  };
  for (const Row& row : {Row{"12-25", 2024, "2024-12-25"}, Row{"easter-2", 2025, "2025-04-18"},
                         Row{"easter+49", 2024, "2024-05-19"}, Row{"11-4x4", 2023, "2023-11-23"},
                         Row{"11-4x4", 2024, "2024-11-28"}, Row{"5--1x1", 2024, "2024-05-27"},
                         Row{"9-1x1", 2024, "2024-09-02"}, Row{"2-29", 2024, "2024-02-29"}}) {
    CAPTURE(row.rule);
    CAPTURE(row.year);
    const auto found = calendar::feast(row.rule, row.year);
    REQUIRE(found.has_value());
    CHECK(to_iso(*found) == row.expected);
  }
  for (const char* wrong :
       {"", "13-1", "2-30", "x", "easterly", "11-4x", "11-4x9", "11-0x1", "5-5x1 "}) {
    CAPTURE(wrong);
    CHECK_FALSE(calendar::feast(wrong, 2023).has_value());
  }
}

TEST_CASE("units around and beside a day") {
  struct Row {
    const char* unit;
    int shift;
    const char* expected;
    const char* value;
  };
  const Day thursday = day("2024-10-24");
  for (const Row& row : {Row{"D", -1, "2024-10-23..2024-10-23", "2024-10-23"},
                         Row{"W", 0, "2024-10-21..2024-10-27", "2024-W43"},
                         Row{"W", 10, "2024-12-30..2025-01-05", "2025-W01"},
                         Row{"WE", 0, "2024-10-26..2024-10-27", "2024-W43-WE"},
                         Row{"M", -8, "2024-02-01..2024-02-29", "2024-02"},
                         Row{"Q", 0, "2024-10-01..2024-12-31", "2024-Q4"},
                         Row{"Q", 1, "2025-01-01..2025-03-31", "2025-Q1"},
                         Row{"H", -1, "2024-01-01..2024-06-30", "2024-H1"},
                         Row{"Y", 1, "2025-01-01..2025-12-31", "2025"},
                         Row{"DE", -1, "2010-01-01..2019-12-31", "201"},
                         Row{"CE", -1, "1900-01-01..1999-12-31", "19"},
                         Row{"MI", 0, "2000-01-01..2999-12-31", "2"}}) {
    CAPTURE(row.unit);
    CAPTURE(row.shift);
    const auto interval = calendar::unit_shifted(row.unit, thursday, row.shift);
    CHECK(shown(interval) == row.expected);
    REQUIRE(interval.has_value());
    CHECK(calendar::unit_value(row.unit, interval->from) == row.value);
  }
  CHECK_FALSE(calendar::unit_shifted("TH", thursday, 1).has_value());
  CHECK_FALSE(calendar::unit_shifted("Y", thursday, 1000000).has_value());
}

TEST_CASE("winter reaches into the next year") {
  CHECK(shown(calendar::season("WI", 2023)) == "2023-12-01..2024-02-29");
  CHECK(shown(calendar::season("SU", 2024)) == "2024-06-01..2024-08-31");
  CHECK(shown(calendar::season("XX", 2024)) == "none");
}

}  // namespace twosource
