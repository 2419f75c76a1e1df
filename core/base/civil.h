// Civil dates: days of the proleptic Gregorian calendar, without clock or time zone.
//
// The library never asks for "now": the reference date is the article's date of publication.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace twosource {

using Day = std::chrono::sys_days;

// Both ends inclusive. An open end is the far past or the far future (kDistantPast,
// kDistantFuture).
struct DateInterval {
  Day from;
  Day to;
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
  bool contains(const DateInterval& other) const { return from <= other.from && other.to <= to; }
  bool overlaps(const DateInterval& other) const { return from <= other.to && other.from <= to; }
};

inline constexpr Day kDistantPast{std::chrono::year{-9999} / 1 / 1};
inline constexpr Day kDistantFuture{std::chrono::year{9999} / 12 / 31};

// A moment of publication: a day, and where it was given the time of day in minutes and the offset
// from UTC in minutes.
struct DateTime {
  Day day;
  std::optional<int> minute_of_day;
  std::optional<int> utc_offset_minutes;
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

// "2024-10-24". Years outside 0 to 9999 are clipped into that range.
std::string to_iso(Day day);
// "2024-10-24" or "2024-10-24T08:30" or "2024-10-24T08:30+02:00".
std::string to_iso(const DateTime& moment);

// ISO 8601: "2024-10-24", "2024-10-24T08:30", "...:00Z", "...:00.123+02:00", "2024-10-24 08:30",
// "20241024T0830Z". nullopt when it is not one or the day does not exist.
std::optional<DateTime> parse_iso(std::string_view text);

// The day of (year, month, day), or nullopt when it does not exist (30 February).
std::optional<Day> make_day(int year, unsigned month, unsigned day);
// The whole year, the whole month. REQUIRES: month in 1..12.
DateInterval whole_year(int year);
DateInterval whole_month(int year, unsigned month);

}  // namespace twosource
