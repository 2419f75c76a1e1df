// Resolves one match; resolve_date (date_resolve.h) is its face.
//
// Resolving works on a frame: the first item of every kind that the match holds. What kinds are
// present decides which reading applies, from the most specific (a whole date in digits) to the
// vaguest (a reference to the past).
//
// Without a publication date nothing relative is resolved: the value keeps X for what is unknown
// and there is no range.
//
// Its members stand in several files: date_resolve.cpp chooses the reading and reads the clock,
// date_resolve_calendar.cpp reads what has a place in the calendar (days, months, feasts, quarters,
// centuries), date_resolve_relative.cpp what is counted from the publication, date_resolve_span.cpp
// durations and sets.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/grammar/date_calendar.h"
#include "core/grammar/date_resolve.h"

namespace twosource {

class DateResolver {
 public:
  DateResolver(const DateMatch& match, const DateContext& context);

  std::optional<ResolvedDate> run();

 private:
  using Kind = DateWordKind;
  using chrono_days = std::chrono::days;

  const DateItem* get(Kind kind) const { return frame_.at(static_cast<std::size_t>(kind)); }
  bool has(Kind kind) const { return get(kind) != nullptr; }
  int value(Kind kind, int fallback = 0) const { return has(kind) ? get(kind)->value : fallback; }
  std::string code(Kind kind) const {
    const DateItem* item = get(kind);
    return item != nullptr && item->word != nullptr ? item->word->code : std::string();
  }

  // last -1, this 0, next 1, whatever kind of word says it.
  std::optional<int> shift() const {
    if (has(Kind::Shift)) return value(Kind::Shift);
    if (has(Kind::Past)) return -1;
    if (has(Kind::Future)) return 1;
    return std::nullopt;
  }

  bool emit(std::string text, std::optional<DateInterval> range) {
    out_.timex.value = std::move(text);
    out_.timex.range = range;
    return true;
  }

  bool year_is_assumed() const { return !has(Kind::Year) && !has(Kind::ShortYear); }

  // Dates.
  bool emit_edged(std::string text, std::optional<DateInterval> range);
  bool emit_unit(std::string_view unit, DateInterval range);
  bool date();
  bool today_part(const std::string& part);
  bool date_alone();
  std::optional<int> written_year() const;
  bool numeric();
  bool emit_day(int y, int m, int d);
  bool day_of_some_year(int m, int d);
  bool day_of_some_month();
  bool month();
  bool season();
  bool holiday();
  bool half();
  bool century();
  bool era();
  bool decade();
  bool weekday();
  bool deictic();
  static std::string open_value(std::string_view unit);
  bool year();
  bool later();
  bool shifted_unit();
  bool daypart();
  bool reference();

  // Of the intervals that `make` gives for the years around the publication, the one that tense and
  // shift mean. `unit_shift` is a word like "last" in front of the thing itself ("last June").
  template <typename Make>
  std::optional<DateInterval> choose_year(Make make, std::optional<int> unit_shift) const {
    const Day now = *context_.published;
    std::optional<DateInterval> past;
    std::optional<DateInterval> future;
    for (int y = calendar::year_of(now) - 2; y <= calendar::year_of(now) + 2; ++y) {
      const std::optional<DateInterval> candidate = make(y);
      if (!candidate) continue;
      const bool behind = unit_shift ? candidate->to < now : candidate->from <= now;
      const bool ahead = unit_shift ? candidate->from > now : candidate->to >= now;
      if (behind) past = candidate;
      if (ahead && !future) future = candidate;
    }
    if (unit_shift == 0) return make(calendar::year_of(now));
    if (unit_shift) return *unit_shift < 0 ? past : future;
    if (!past || !future) return past ? past : future;
    if (past == future) return past;
    // Tense decides unless it points far away from a day that is close on the other side: such a
    // date would carry its year. The farther the telling word stands, the less it is trusted.
    const chrono_days back = now - past->to;
    const chrono_days ahead = future->from - now;
    const chrono_days far = context_.tense_is_near ? kVeryFar : kFar;
    if (context_.tense == Tense::Past && back < far) return past;
    if (context_.tense == Tense::Future && ahead < far) return future;
    return back <= ahead ? past : future;
  }

  // A quarter that has begun this year is meant of this year; else nearest.
  template <typename Make>
  std::optional<DateInterval> recent_part(Make make) const {
    const auto here = make(calendar::year_of(*context_.published));
    if (here && (here->from <= *context_.published || context_.tense != Tense::Past)) return here;
    return make(calendar::year_of(*context_.published) - 1);
  }

  // Times of day.
  bool time();
  bool apply_half_day(int& seconds) const;

  // Durations and sets.
  bool duration();
  std::optional<DateInterval> stretch(std::string_view unit, int count) const;
  Day moved_by(std::string_view unit, int count) const;
  bool anchored();
  bool set();

  static constexpr chrono_days kFar{200};
  static constexpr chrono_days kVeryFar{270};

  const DateMatch& match_;
  const DateContext& context_;
  std::array<const DateItem*, static_cast<std::size_t>(Kind::Literal) + 1> frame_{};
  std::string daypart_of_deictic_;
  ResolvedDate out_;
};

namespace date_values {

// The number with leading zeros.
std::string padded(int value, int width);
// Units of the clock: TH, TM, TS.
bool is_clock_unit(std::string_view unit);
// Narrows an interval to its beginning, middle or end; generous, because such words are.
DateInterval edge_of(DateInterval whole, std::string_view code);

}  // namespace date_values
}  // namespace twosource
