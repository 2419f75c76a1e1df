#include "core/base/civil.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace twosource {
namespace {

// Reads exactly `count` digits at `at` and moves on; nullopt when they are not there.
std::optional<int> digits(std::string_view text, std::size_t& at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i) {
    if (at + static_cast<std::size_t>(i) >= text.size()) return std::nullopt;
    const char c = text[at + static_cast<std::size_t>(i)];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += static_cast<std::size_t>(count);
  return value;
}

bool skip(std::string_view text, std::size_t& at, char c) {
  if (at < text.size() && text[at] == c) {
    ++at;
    return true;
  }
  return false;
}

// Reads hours and minutes "08:30" or "0830", and drops seconds and their fraction.
std::optional<int> clock_time(std::string_view text, std::size_t& at) {
  const auto hour = digits(text, at, 2);
  if (!hour || *hour > 24) return std::nullopt;
  skip(text, at, ':');
  const auto minute = digits(text, at, 2);
  if (!minute || *minute > 59) return std::nullopt;
  const std::size_t before = at;
  skip(text, at, ':');
  if (!digits(text, at, 2)) at = before;
  if (skip(text, at, '.') || skip(text, at, ',')) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  return *hour * 60 + *minute;
}

std::optional<int> offset(std::string_view text, std::size_t& at) {
  if (skip(text, at, 'Z') || skip(text, at, 'z')) return 0;
  if (at >= text.size() || (text[at] != '+' && text[at] != '-')) return std::nullopt;
  const int sign = text[at++] == '-' ? -1 : 1;
  const auto hour = digits(text, at, 2);
  if (!hour) return std::nullopt;
  skip(text, at, ':');
  return sign * (*hour * 60 + digits(text, at, 2).value_or(0));
}

}  // namespace

std::string to_iso(Day day) {
  const std::chrono::year_month_day ymd{day};
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u",
                std::clamp(int{ymd.year()}, 0, 9999), unsigned{ymd.month()}, unsigned{ymd.day()});
  return buffer.data();
}

std::string to_iso(const DateTime& moment) {
  std::string out = to_iso(moment.day);
  std::array<char, 24> buffer{};
  if (moment.minute_of_day) {
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", *moment.minute_of_day / 60,
                  *moment.minute_of_day % 60);
    out += buffer.data();
  }
  if (moment.minute_of_day && moment.utc_offset_minutes) {
    const int minutes =
        *moment.utc_offset_minutes < 0 ? -*moment.utc_offset_minutes : *moment.utc_offset_minutes;
    std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d",
                  *moment.utc_offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
    out += buffer.data();
  }
  return out;
}

std::optional<DateTime> parse_iso(std::string_view text) {
  std::size_t at = 0;
  const auto year = digits(text, at, 4);
  if (!year) return std::nullopt;
  const bool dashed = skip(text, at, '-');
  const auto month = digits(text, at, 2);
  if (!month || (dashed && !skip(text, at, '-'))) return std::nullopt;
  const auto day_of_month = digits(text, at, 2);
  if (!day_of_month) return std::nullopt;
  const auto day =
      make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day_of_month));
  if (!day) return std::nullopt;
  DateTime out{*day, std::nullopt, std::nullopt};
  if (at == text.size()) return out;
  if (!skip(text, at, 'T') && !skip(text, at, 't') && !skip(text, at, ' ')) return std::nullopt;
  out.minute_of_day = clock_time(text, at);
  if (!out.minute_of_day) return std::nullopt;
  skip(text, at, ' ');
  if (at < text.size()) {
    out.utc_offset_minutes = offset(text, at);
    if (!out.utc_offset_minutes || at != text.size()) return std::nullopt;
  }
  return out;
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

DateInterval whole_year(int year) {
  const std::chrono::year y{year};
  return {Day{y / 1 / 1}, Day{y / 12 / 31}};
}

DateInterval whole_month(int year, unsigned month) {
  const std::chrono::year_month ym{std::chrono::year{year}, std::chrono::month{month}};
  return {Day{ym / 1}, Day{ym / std::chrono::last}};
}

}  // namespace twosource
