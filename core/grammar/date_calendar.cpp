#include "core/grammar/date_calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace twosource::calendar {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day ymd(Day day) {
  return chrono::year_month_day{day};
}

Day first_of_month(int year, unsigned month) {
  return chrono::sys_days{chrono::year{year} / chrono::month{month} / 1};
}

// The first year of the span of `length` years (10, 100, 1000) around `year`.
int floor_year(int year, int length) {
  return year - ((year % length) + length) % length;
}

DateInterval years(int first, int count) {
  return {whole_year(first).from, whole_year(first + count - 1).to};
}

// Reads a signed number and moves on.
bool read_number(std::string_view& text, int& out) {
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, out);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  return true;
}

// The nth weekday of a month; from the end for negative n.
std::optional<Day> nth_weekday(int year, unsigned month, int nth, int weekday) {
  if (nth > 0) {
    const Day first = first_of_month(year, month);
    const int ahead = (weekday - weekday_of(first) + 7) % 7;
    const Day day = first + chrono::days{ahead + 7 * (nth - 1)};
    return month_of(day) == month ? std::optional(day) : std::nullopt;
  }
  const Day last = whole_month(year, month).to;
  const int back = (weekday_of(last) - weekday + 7) % 7;
  return last - chrono::days{back + 7 * (-nth - 1)};
}

std::string format(const char* pattern, int a, int b) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), pattern, a, b);
  return buffer.data();
}

}  // namespace

int year_of(Day day) {
  return int{ymd(day).year()};
}
unsigned month_of(Day day) {
  return unsigned{ymd(day).month()};
}
unsigned day_of_month(Day day) {
  return unsigned{ymd(day).day()};
}
int weekday_of(Day day) {
  return static_cast<int>(chrono::weekday{day}.iso_encoding());
}

IsoWeek iso_week(Day day) {
  // A week belongs to the year that holds its Thursday.
  const Day thursday = day + chrono::days{4 - weekday_of(day)};
  const int year = year_of(thursday);
  const auto days = (thursday - whole_year(year).from).count();
  return {year, static_cast<int>(days / 7) + 1};
}

DateInterval week_around(Day day) {
  const Day monday = day - chrono::days{weekday_of(day) - 1};
  return {monday, monday + chrono::days{6}};
}

Day plus_months(Day day, int count) {
  const chrono::year_month_day moved = ymd(day) + chrono::months{count};
  if (moved.ok()) return chrono::sys_days{moved};
  return chrono::sys_days{moved.year() / moved.month() / chrono::last};
}

Day easter(int year) {
  // Gauss's rule in the form of Lichtenberg, for the Gregorian calendar.
  const int k = year / 100;
  const int moon = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
  const int sun = 2 - (3 * k + 3) / 4;
  const int a = year % 19;
  const int seed = (19 * a + moon) % 30;
  const int correction = (seed + a / 11) / 29;
  const int limit = 21 + seed - correction;
  const int first_sunday = 7 - (year + year / 4 + sun) % 7;
  const int distance = 7 - (limit - first_sunday) % 7;
  return first_of_month(year, 3) + chrono::days{limit + distance - 1};
}

std::optional<Day> feast(std::string_view rule, int year) {
  constexpr std::string_view kEaster = "easter";
  int a = 0;
  int b = 0;
  if (rule.starts_with(kEaster)) {
    rule.remove_prefix(kEaster.size());
    if (rule.empty()) return easter(year);
    if (rule.front() == '+') rule.remove_prefix(1);
    if (!read_number(rule, a) || !rule.empty()) return std::nullopt;
    return easter(year) + chrono::days{a};
  }
  if (!read_number(rule, a) || a < 1 || a > 12 || rule.empty() || rule.front() != '-')
    return std::nullopt;
  rule.remove_prefix(1);
  if (!read_number(rule, b)) return std::nullopt;
  const auto month = static_cast<unsigned>(a);
  if (rule.empty()) return b > 0 ? make_day(year, month, static_cast<unsigned>(b)) : std::nullopt;
  if (rule.front() != 'x') return std::nullopt;
  rule.remove_prefix(1);
  int weekday = 0;
  if (!read_number(rule, weekday) || !rule.empty() || weekday < 1 || weekday > 7 || b == 0)
    return std::nullopt;
  return nth_weekday(year, month, b, weekday);
}

std::optional<DateInterval> unit_around(std::string_view unit, Day day) {
  const int year = year_of(day);
  const unsigned month = month_of(day);
  if (unit == "D") return DateInterval{day, day};
  if (unit == "W") return week_around(day);
  if (unit == "WE")
    return DateInterval{week_around(day).from + chrono::days{5}, week_around(day).to};
  if (unit == "M") return whole_month(year, month);
  if (unit == "Q") {
    const unsigned first = (month - 1) / 3 * 3 + 1;
    return DateInterval{first_of_month(year, first), whole_month(year, first + 2).to};
  }
  if (unit == "H") {
    const unsigned first = month <= 6 ? 1 : 7;
    return DateInterval{first_of_month(year, first), whole_month(year, first + 5).to};
  }
  if (unit == "Y") return whole_year(year);
  if (unit == "DE") return years(floor_year(year, 10), 10);
  if (unit == "CE") return years(floor_year(year, 100), 100);
  if (unit == "MI") return years(floor_year(year, 1000), 1000);
  return std::nullopt;
}

std::optional<DateInterval> unit_shifted(std::string_view unit, Day day, int count) {
  if (unit == "D") return unit_around(unit, day + chrono::days{count});
  if (unit == "W" || unit == "WE") return unit_around(unit, day + chrono::days{7 * count});
  int months = 0;
  if (unit == "M") months = 1;
  if (unit == "Q") months = 3;
  if (unit == "H") months = 6;
  if (unit == "Y") months = 12;
  if (unit == "DE") months = 120;
  if (unit == "CE") months = 1200;
  if (unit == "MI") months = 12000;
  if (months == 0 || count > 1000 || count < -1000) return std::nullopt;
  return unit_around(unit, plus_months(day, months * count));
}

std::string unit_value(std::string_view unit, Day first_day) {
  const int year = year_of(first_day);
  const int month = static_cast<int>(month_of(first_day));
  if (unit == "Y") return format("%04d", year, 0);
  if (unit == "M") return format("%04d-%02d", year, month);
  if (unit == "Q") return format("%04d-Q%d", year, (month - 1) / 3 + 1);
  if (unit == "H") return format("%04d-H%d", year, month <= 6 ? 1 : 2);
  if (unit == "DE") return format("%03d", year / 10, 0);
  if (unit == "CE") return format("%02d", year / 100, 0);
  if (unit == "MI") return format("%d", year / 1000, 0);
  if (unit == "W" || unit == "WE") {
    const IsoWeek week = iso_week(first_day);
    return format("%04d-W%02d", week.year, week.week) + (unit == "WE" ? "-WE" : "");
  }
  return to_iso(first_day);
}

std::optional<DateInterval> season(std::string_view code, int year) {
  const auto months = [](int y, unsigned first, int y2, unsigned last) {
    return DateInterval{first_of_month(y, first), whole_month(y2, last).to};
  };
  if (code == "SP") return months(year, 3, year, 5);
  if (code == "SU") return months(year, 6, year, 8);
  if (code == "FA") return months(year, 9, year, 11);
  if (code == "WI") return months(year, 12, year + 1, 2);
  return std::nullopt;
}

}  // namespace twosource::calendar
