// Calendar arithmetic for date expressions: ISO weeks, months, quarters, decades, movable feasts.
//
// All intervals are inclusive days of the proleptic Gregorian calendar.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil.h"

namespace twosource::calendar {

int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of_month(Day day);
// 1 (Monday) to 7 (Sunday).
int weekday_of(Day day);

struct IsoWeek {
  int year = 0;  // the year the week belongs to, which may not be that of the day
  int week = 0;  // 1..53
  friend bool operator==(IsoWeek, IsoWeek) = default;
};
IsoWeek iso_week(Day day);
// Monday to Sunday of the week that holds the day.
DateInterval week_around(Day day);

// The same day `count` months later (earlier when negative); the last of the month where it does
// not exist.
Day plus_months(Day day, int count);

// Easter Sunday of the Western churches.
Day easter(int year);

// A feast by its rule: "12-25" a fixed day, "easter-2" days from Easter, "11-4x4" the fourth
// Thursday of November, "5--1x1" the last Monday of May. nullopt when the rule is not one.
std::optional<Day> feast(std::string_view rule, int year);

// Units of time as TIMEX3 abbreviates them: Y M W D Q H (half year) DE CE MI WE, and TH TM TS.
// The interval of that unit which holds the day; nullopt for units of the clock.
std::optional<DateInterval> unit_around(std::string_view unit, Day day);
// The unit `count` units later (earlier when negative).
std::optional<DateInterval> unit_shifted(std::string_view unit, Day day, int count);
// Its TIMEX3 value: "2024", "2024-10", "2024-W43", "2024-10-24", "2024-Q4", "2024-H2", "202", "20",
// "2024-W43-WE".
std::string unit_value(std::string_view unit, Day first_day);

// The season of a year; winter begins in December of `year`.
std::optional<DateInterval> season(std::string_view code, int year);

}  // namespace twosource::calendar
