// What has a place in the calendar.
#include "core/grammar/date_resolver.h"

namespace twosource {

namespace cal = calendar;
using namespace date_values;

namespace {

constexpr int kLastYear = 2199;  // that "AD" may stand beside

}  // namespace

bool DateResolver::numeric() {
  const int packed = get(Kind::Numeric)->value;
  const int month_number = packed / 100 % 100;
  // "20.-24.10.2024": the first day stands alone and takes the rest from the second.
  const DateItem* own = has(Kind::DayOrdinal) ? get(Kind::DayOrdinal) : get(Kind::DayNumber);
  const int day_number = own != nullptr ? own->value : packed % 100;
  out_.timex.assumed = get(Kind::Numeric)->assumed;
  if (packed / 10000 != 0) return emit_day(packed / 10000, month_number, day_number);
  return day_of_some_year(month_number, day_number);
}

bool DateResolver::emit_day(int y, int m, int d) {
  const std::optional<Day> day = make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
  return day && emit(to_iso(*day), DateInterval{*day, *day});
}

bool DateResolver::day_of_some_year(int m, int d) {
  if (!make_day(2000, static_cast<unsigned>(m), static_cast<unsigned>(d))) return false;
  if (const auto y = written_year()) {
    out_.timex.assumed = out_.timex.assumed || year_is_assumed();
    return emit_day(*y, m, d);
  }
  if (!context_.published) return emit("XXXX-" + padded(m, 2) + '-' + padded(d, 2), std::nullopt);
  const int wanted = value(Kind::Weekday);
  const auto make = [&](int y) -> std::optional<DateInterval> {
    const auto day = make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    if (!day || (wanted != 0 && cal::weekday_of(*day) != wanted)) return std::nullopt;
    return DateInterval{*day, *day};
  };
  auto chosen = choose_year(make, std::nullopt);
  // The weekday fits no year near by: one of the two is a mistake; the date is the safer one.
  if (!chosen) {
    const auto any = [&](int y) -> std::optional<DateInterval> {
      const auto day = make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
      return day ? std::optional(DateInterval{*day, *day}) : std::nullopt;
    };
    chosen = choose_year(any, std::nullopt);
  }
  out_.timex.assumed = true;
  return chosen && emit(to_iso(chosen->from), chosen);
}

// 24日: of the month that lies nearest, or on the side that the tense shows.
bool DateResolver::day_of_some_month() {
  const int d = value(Kind::DayNumber);
  if (!context_.published) return emit("XXXX-XX-" + padded(d, 2), std::nullopt);
  const Day now = *context_.published;
  std::optional<Day> past;
  std::optional<Day> future;
  for (int months = -2; months <= 2; ++months) {
    const Day first = cal::plus_months(now - chrono_days{cal::day_of_month(now) - 1}, months);
    const auto day = make_day(cal::year_of(first), cal::month_of(first), static_cast<unsigned>(d));
    if (!day) continue;
    if (*day <= now) past = day;
    if (*day >= now && !future) future = day;
  }
  if (!past || !future) return false;
  const bool ahead = context_.tense == Tense::Future ||
                     (context_.tense != Tense::Past && *future - now < now - *past);
  const Day chosen = ahead ? *future : *past;
  out_.timex.assumed = true;
  return emit(to_iso(chosen), DateInterval{chosen, chosen});
}

bool DateResolver::month() {
  const int m = value(Kind::Month);
  const DateItem* day =
      get(Kind::DayNumber) != nullptr ? get(Kind::DayNumber) : get(Kind::DayOrdinal);
  if (day != nullptr) return day_of_some_year(m, day->value);
  if (const auto y = written_year()) {
    out_.timex.assumed = year_is_assumed();
    return emit_edged(padded(*y, 4) + '-' + padded(m, 2),
                      whole_month(*y, static_cast<unsigned>(m)));
  }
  if (!context_.published) return emit("XXXX-" + padded(m, 2), std::nullopt);
  const auto make = [&](int y) { return std::optional(whole_month(y, static_cast<unsigned>(m))); };
  const auto chosen = choose_year(make, shift());
  out_.timex.assumed = true;
  return chosen && emit_edged(cal::unit_value("M", chosen->from), chosen);
}

bool DateResolver::season() {
  const std::string name = code(Kind::Season);
  if (const auto y = written_year()) {
    out_.timex.assumed = year_is_assumed();
    return emit_edged(padded(*y, 4) + '-' + name, cal::season(name, *y));
  }
  if (!context_.published) return emit("XXXX-" + name, std::nullopt);
  const auto make = [&](int y) { return cal::season(name, y); };
  const auto chosen = choose_year(make, shift());
  out_.timex.assumed = true;
  return chosen && emit_edged(padded(cal::year_of(chosen->from), 4) + '-' + name, chosen);
}

bool DateResolver::holiday() {
  const std::string rule = code(Kind::Holiday);
  const auto make = [&](int y) -> std::optional<DateInterval> {
    const auto day = cal::feast(rule, y);
    return day ? std::optional(DateInterval{*day, *day}) : std::nullopt;
  };
  if (const auto y = written_year()) {
    const auto day = make(*y);
    out_.timex.assumed = year_is_assumed();
    return day && emit(to_iso(day->from), day);
  }
  if (!context_.published) {
    const auto day = cal::feast(rule, 2001);
    if (!day) return false;
    const bool fixed = rule.find('x') == std::string::npos && !rule.starts_with("easter");
    return emit(fixed ? "XXXX" + to_iso(*day).substr(4) : "XXXX-XX-XX", std::nullopt);
  }
  const auto chosen = choose_year(make, shift());
  out_.timex.assumed = true;
  return chosen && emit(to_iso(chosen->from), chosen);
}

// Quarters and halves of a year.
bool DateResolver::half() {
  const std::string unit = code(Kind::Half);
  const int parts = unit == "Q" ? 4 : 2;
  int n = value(Kind::Half);
  if (n == 0 && has(Kind::Ordinal)) n = value(Kind::Ordinal) < 0 ? parts : value(Kind::Ordinal);
  if (n == 0) n = value(Kind::Number);
  if (n == 0) {
    if (!shift()) return false;
    if (!context_.published) return emit("XXXX-" + unit + "X", std::nullopt);
    const auto range = cal::unit_shifted(unit, *context_.published, *shift());
    return range && emit_unit(unit, *range);
  }
  if (n > parts) return false;
  const unsigned first_month = static_cast<unsigned>((n - 1) * (12 / parts) + 1);
  const auto make = [&](int y) { return cal::unit_around(unit, whole_month(y, first_month).from); };
  std::optional<DateInterval> range;
  if (const auto y = written_year()) range = make(*y);
  out_.timex.assumed = year_is_assumed();
  if (!range && !context_.published) return emit("XXXX-" + unit + std::to_string(n), std::nullopt);
  if (!range && context_.tense == Tense::Future) range = choose_year(make, std::nullopt);
  if (!range) range = recent_part(make);
  return range && emit_unit(unit, *range);
}

bool DateResolver::century() {
  const std::string unit = code(Kind::Unit);
  if (unit != "CE" && unit != "MI") return false;
  // "die erste Hälfte des 15. Jahrhunderts": the ordinal nearest to the unit counts.
  int n = 0;
  for (const DateItem* item : match_.items) {
    if (item->kind == Kind::Ordinal) n = item->value;
  }
  const int length = unit == "CE" ? 100 : 1000;
  if (n < 1 || n * length > 9999) return false;
  const DateInterval range{whole_year((n - 1) * length).from, whole_year(n * length - 1).to};
  return emit_edged(padded(n - 1, unit == "CE" ? 2 : 1), range);
}

// "44 BC", "79 n. Chr.", "5. Jahrhundert v. Chr.": days are known after Christ only.
bool DateResolver::era() {
  const bool before = value(Kind::Era) < 0;
  if (has(Kind::Unit)) {
    if (!before) return century();
    const int n = value(Kind::Ordinal);
    if (n < 1 || code(Kind::Unit) != "CE") return false;
    return emit("BC" + padded(n - 1, 2), std::nullopt);
  }
  const int y = has(Kind::Year) ? value(Kind::Year) : value(Kind::Number);
  if (y < 1) return false;
  if (before) return emit("BC" + padded(y, 4), std::nullopt);
  return y <= kLastYear && emit(padded(y, 4), whole_year(y));
}

bool DateResolver::decade() {
  int first = value(Kind::DecadeYear);
  if (has(Kind::Decade)) {
    first = 1900 + value(Kind::Decade);
    if (context_.published && first > cal::year_of(*context_.published)) first -= 100;
    if (value(Kind::Decade) < 20 && context_.published &&
        cal::year_of(*context_.published) >= 2005 + value(Kind::Decade))
      first += 100;
    out_.timex.assumed = true;
  }
  return emit_unit("DE", DateInterval{whole_year(first).from, whole_year(first + 9).to});
}

}  // namespace twosource
