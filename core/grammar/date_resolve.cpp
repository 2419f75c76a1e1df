// Resolving works on a frame: the first item of every kind that the match holds. What kinds are
// present decides which reading applies, from the most specific (a whole date in digits) to the
// vaguest (a reference to the past).
//
// Without a publication date nothing relative is resolved: the value keeps X for what is unknown
// and there is no range.
#include "core/grammar/date_resolve.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/grammar/date_calendar.h"

namespace twosource {
namespace {

namespace cal = calendar;
using Kind = DateWordKind;
using chrono_days = std::chrono::days;

constexpr chrono_days kFar{200};
constexpr chrono_days kVeryFar{270};

std::string padded(int value, int width) {
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

bool is_clock_unit(std::string_view unit) {
  return unit.size() == 2 && unit[0] == 'T';
}

// "P" count unit: P3Y, PT2H, PXD.
std::string period(std::string_view unit, const std::string& count) {
  if (is_clock_unit(unit)) return "PT" + count + std::string(unit.substr(1));
  if (unit == "H") return "P" + count + "H";
  return "P" + count + std::string(unit);
}

// Narrows an interval to its beginning, middle or end; generous, because such words are.
DateInterval edge_of(DateInterval whole, std::string_view code) {
  const auto length = (whole.to - whole.from).count() + 1;
  if (length < 3) return whole;
  if (length > 360) {
    // Whole years are cut at months.
    const int months = 12 * (cal::year_of(whole.to) - cal::year_of(whole.from) + 1);
    const auto cut = [&](int parts) { return cal::plus_months(whole.from, months * parts / 4); };
    if (code == "START") return {whole.from, cut(2) - chrono_days{1}};
    if (code == "END") return {cut(2), whole.to};
    if (code == "MID") return {cut(1), cut(3) - chrono_days{1}};
    return whole;
  }
  const chrono_days quarter{length / 4};
  const chrono_days half{length / 2};
  if (code == "START") return {whole.from, whole.from + half - chrono_days{1}};
  if (code == "END") return {whole.from + half, whole.to};
  if (code == "MID") return {whole.from + quarter, whole.to - quarter};
  return whole;
}

class Resolver {
 public:
  Resolver(const DateMatch& match, const DateContext& context) : match_(match), context_(context) {
    for (const DateItem* item : match.items) {
      const Kind kind = item->kind == Kind::DeicticNoun ? Kind::Deictic : item->kind;
      const DateItem*& slot = frame_.at(static_cast<std::size_t>(kind));
      if (slot == nullptr) slot = item;
    }
  }

  std::optional<ResolvedDate> run() {
    bool good = false;
    switch (match_.shape->make) {
      case DateMake::Date:
        good = date();
        break;
      case DateMake::Time:
        good = time();
        break;
      case DateMake::Duration:
        good = duration();
        break;
      case DateMake::Set:
        good = set();
        break;
      case DateMake::Nothing:
        break;
      case DateMake::Anchored:
        good = anchored();
        break;
    }
    if (!good) return std::nullopt;
    if (out_.timex.range) out_.single_day = out_.timex.range->from == out_.timex.range->to;
    return out_;
  }

 private:
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
  // A value with its range, narrowed by "early", "Ende" and the like.
  bool emit_edged(std::string text, std::optional<DateInterval> range) {
    if (range && has(Kind::Edge)) range = edge_of(*range, code(Kind::Edge));
    return emit(std::move(text), range);
  }
  bool emit_unit(std::string_view unit, DateInterval range) {
    return emit_edged(cal::unit_value(unit, range.from), range);
  }

  // ---- dates

  bool date() {
    const bool good = date_alone();
    if (!good) return false;
    std::string part = code(Kind::Daypart);
    if (part.empty()) part = code(Kind::Weekday);
    if (part.empty() && has(Kind::Deictic)) part = daypart_of_deictic_;
    if (part.empty()) return true;
    if (out_.timex.value.empty() || out_.timex.value.ends_with("_REF"))
      return has(Kind::Daypart) && today_part(part);
    out_.timex.value += 'T' + part;
    out_.timex.type = TimexType::Time;
    return true;
  }

  bool today_part(const std::string& part) {
    if (!context_.published) return emit("XXXX-XX-XXT" + part, std::nullopt);
    out_.timex.type = TimexType::Time;
    return emit(to_iso(*context_.published) + 'T' + part,
                DateInterval{*context_.published, *context_.published});
  }

  bool date_alone() {
    if (has(Kind::Numeric)) return numeric();
    if (has(Kind::Holiday)) return holiday();
    if (has(Kind::Month)) return month();
    if (has(Kind::Season)) return season();
    if (has(Kind::Half)) return half();
    if (has(Kind::Ordinal) && has(Kind::Unit)) return century();
    if (has(Kind::DecadeYear) || has(Kind::Decade)) return decade();
    if (has(Kind::Weekday)) return weekday();
    if (has(Kind::Deictic)) return deictic();
    if (has(Kind::Year) || has(Kind::ShortYear)) return year();
    if (has(Kind::Later)) return later();
    if (has(Kind::Unit)) return shifted_unit();
    if (has(Kind::Daypart)) return daypart();
    if (has(Kind::Ref)) return reference();
    return false;
  }

  // The year that is written, or said by "last year" and the like.
  std::optional<int> written_year() const {
    if (has(Kind::Year)) return value(Kind::Year);
    if (has(Kind::ShortYear)) return value(Kind::ShortYear);
    if (!context_.published) return std::nullopt;
    const int now = cal::year_of(*context_.published);
    if (code(Kind::Unit) == "Y") return now + shift().value_or(0);
    if (has(Kind::Deictic) && code(Kind::Deictic) == "Y") return now + value(Kind::Deictic);
    return std::nullopt;
  }
  bool year_is_assumed() const { return !has(Kind::Year) && !has(Kind::ShortYear); }

  // Of the intervals that `make` gives for the years around the publication, the one that tense and
  // shift mean. `unit_shift` is a word like "last" in front of the thing itself ("last June").
  template <typename Make>
  std::optional<DateInterval> choose_year(Make make, std::optional<int> unit_shift) const {
    const Day now = *context_.published;
    std::optional<DateInterval> past;
    std::optional<DateInterval> future;
    for (int y = cal::year_of(now) - 2; y <= cal::year_of(now) + 2; ++y) {
      const std::optional<DateInterval> candidate = make(y);
      if (!candidate) continue;
      const bool behind = unit_shift ? candidate->to < now : candidate->from <= now;
      const bool ahead = unit_shift ? candidate->from > now : candidate->to >= now;
      if (behind) past = candidate;
      if (ahead && !future) future = candidate;
    }
    if (unit_shift == 0) return make(cal::year_of(now));
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

  bool numeric() {
    const int packed = get(Kind::Numeric)->value;
    const int month_number = packed / 100 % 100;
    // "20.-24.10.2024": the first day stands alone and takes the rest from the second.
    const DateItem* own = has(Kind::DayOrdinal) ? get(Kind::DayOrdinal) : get(Kind::DayNumber);
    const int day_number = own != nullptr ? own->value : packed % 100;
    out_.timex.assumed = get(Kind::Numeric)->assumed;
    if (packed / 10000 != 0) return emit_day(packed / 10000, month_number, day_number);
    return day_of_some_year(month_number, day_number);
  }

  bool emit_day(int y, int m, int d) {
    const std::optional<Day> day = make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    return day && emit(to_iso(*day), DateInterval{*day, *day});
  }

  bool day_of_some_year(int m, int d) {
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

  bool month() {
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
    const auto make = [&](int y) {
      return std::optional(whole_month(y, static_cast<unsigned>(m)));
    };
    const auto chosen = choose_year(make, shift());
    out_.timex.assumed = true;
    return chosen && emit_edged(cal::unit_value("M", chosen->from), chosen);
  }

  bool season() {
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

  bool holiday() {
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
  bool half() {
    const std::string unit = code(Kind::Half);
    const int parts = unit == "Q" ? 4 : 2;
    int n = value(Kind::Half);
    if (n == 0 && has(Kind::Ordinal)) n = value(Kind::Ordinal) < 0 ? parts : value(Kind::Ordinal);
    if (n == 0) {
      if (!shift()) return false;
      if (!context_.published) return emit("XXXX-" + unit + "X", std::nullopt);
      const auto range = cal::unit_shifted(unit, *context_.published, *shift());
      return range && emit_unit(unit, *range);
    }
    if (n > parts) return false;
    const unsigned first_month = static_cast<unsigned>((n - 1) * (12 / parts) + 1);
    const auto make = [&](int y) {
      return cal::unit_around(unit, whole_month(y, first_month).from);
    };
    std::optional<DateInterval> range;
    if (const auto y = written_year()) range = make(*y);
    out_.timex.assumed = year_is_assumed();
    if (!range && !context_.published)
      return emit("XXXX-" + unit + std::to_string(n), std::nullopt);
    if (!range && context_.tense == Tense::Future) range = choose_year(make, std::nullopt);
    if (!range) range = recent_part(make);
    return range && emit_unit(unit, *range);
  }

  // A quarter that has begun this year is meant of this year; else nearest.
  template <typename Make>
  std::optional<DateInterval> recent_part(Make make) const {
    const auto here = make(cal::year_of(*context_.published));
    if (here && (here->from <= *context_.published || context_.tense != Tense::Past)) return here;
    return make(cal::year_of(*context_.published) - 1);
  }

  bool century() {
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

  bool decade() {
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

  bool weekday() {
    const int wanted = value(Kind::Weekday);
    if (!context_.published) return emit("XXXX-WXX-" + std::to_string(wanted), std::nullopt);
    const Day now = *context_.published;
    const int today = cal::weekday_of(now);
    const int back = (today - wanted + 7) % 7;
    const int ahead = (wanted - today + 7) % 7;
    int offset = -back;
    const auto said = shift();
    if (said && *said < 0) {
      offset = back == 0 ? -7 : -back;
      if (*said < -1) offset -= 7;
    } else if (said && *said > 0) {
      offset = ahead == 0 ? 7 : ahead;
      if (*said > 1) offset += 7;
    } else if (code(Kind::Unit) == "W" && said) {
      offset = wanted - today;
    } else if (said) {
      offset = context_.tense == Tense::Past ? -back : ahead;
    } else if (context_.tense == Tense::Future) {
      offset = ahead;
    }
    out_.timex.assumed = !said;
    const Day day = now + chrono_days{offset};
    return emit(to_iso(day), DateInterval{day, day});
  }

  bool deictic() {
    const DateItem* item = get(Kind::Deictic);
    std::string unit = item->word->code;
    // "D:EV": tonight.
    if (const auto colon = unit.find(':'); colon != std::string::npos) {
      daypart_of_deictic_ = unit.substr(colon + 1);
      unit.resize(colon);
    }
    const bool vague_now = item->word->loose && !match_.shape->exact && !has(Kind::Daypart) &&
                           (context_.tense == Tense::Present || context_.tense == Tense::Unknown);
    if (vague_now) {
      out_.timex.assumed = true;
      std::optional<DateInterval> range;
      if (context_.published) range = DateInterval{*context_.published, *context_.published};
      return emit("PRESENT_REF", range);
    }
    if (!context_.published) return emit(open_value(unit), std::nullopt);
    const auto range = cal::unit_shifted(unit, *context_.published, item->value);
    return range && emit_unit(unit, *range);
  }

  static std::string open_value(std::string_view unit) {
    if (unit == "Y") return "XXXX";
    if (unit == "M") return "XXXX-XX";
    if (unit == "W") return "XXXX-WXX";
    if (unit == "WE") return "XXXX-WXX-WE";
    if (unit == "DE") return "XXX";
    if (unit == "CE") return "XX";
    return "XXXX-XX-XX";
  }

  bool year() {
    int y = value(Kind::Year);
    // "1957-58": the second year has the century of the first.
    if (has(Kind::ShortYear))
      y = has(Kind::Year) ? y / 100 * 100 + value(Kind::ShortYear) % 100 : value(Kind::ShortYear);
    return emit_edged(padded(y, 4), whole_year(y));
  }

  // "the following day", "tags darauf": counted from the day that was named before.
  bool later() {
    const std::string unit = has(Kind::Unit) ? code(Kind::Unit) : "D";
    if (!context_.mentioned) return emit(open_value(unit), std::nullopt);
    const auto range = cal::unit_shifted(unit, *context_.mentioned, value(Kind::Later));
    return range && emit_unit(unit, *range);
  }

  bool shifted_unit() {
    const std::string unit = code(Kind::Unit);
    auto by = shift();
    if (!by && unit == "WE") {
      by = 0;
      if (context_.published && context_.tense != Tense::Future &&
          cal::weekday_of(*context_.published) < 6)
        by = -1;
      out_.timex.assumed = true;
    }
    if (!by && has(Kind::Edge)) by = 0;
    if (!by) by = 0;
    if (!context_.published) return emit(open_value(unit), std::nullopt);
    auto range = cal::unit_shifted(unit, *context_.published, *by);
    // "peaked by the end of the year", told before that end: it was the year before.
    if (range && !shift() && code(Kind::Edge) == "END" && context_.tense == Tense::Past &&
        edge_of(*range, "END").from > *context_.published) {
      range = cal::unit_shifted(unit, *context_.published, -1);
      out_.timex.assumed = true;
    }
    return range && emit_unit(unit, *range);
  }

  bool daypart() {
    if (!shift() && !has(Kind::Edge)) return emit("XXXX-XX-XX", std::nullopt);
    if (!context_.published) return emit("XXXX-XX-XX", std::nullopt);
    const Day day = *context_.published + chrono_days{shift().value_or(0)};
    return emit(to_iso(day), DateInterval{day, day});
  }

  bool reference() { return emit(code(Kind::Ref), std::nullopt); }

  // ---- times of day

  bool time() {
    out_.dimension = Dimension::Time;
    std::string clock;
    int seconds = -1;
    if (has(Kind::Clock)) {
      clock = code(Kind::Clock);
    } else if (has(Kind::NumericTime)) {
      // "3.16" with a full stop is a time only beside a word that says so.
      if (!get(Kind::NumericTime)->marked && !has(Kind::HalfDay) && !has(Kind::HourMark))
        return false;
      seconds = value(Kind::NumericTime);
    } else if (has(Kind::Hour)) {
      seconds = value(Kind::Hour) * 3600 + value(Kind::Minute) * 60;
    } else {
      return false;
    }
    if (seconds >= 0) {
      if (!apply_half_day(seconds)) return false;
      clock = padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2);
      if (seconds % 60 != 0) clock += ':' + padded(seconds % 60, 2);
    }
    clock = 'T' + clock + code(Kind::Zone);
    out_.open_time =
        !(has(Kind::Weekday) || has(Kind::Month) || has(Kind::Deictic) || has(Kind::Numeric));
    if (out_.open_time) emit("", std::nullopt);
    if (!out_.open_time && !date_alone()) return false;
    out_.timex.type = TimexType::Time;
    if (out_.timex.value.ends_with("_REF") && !today_part("")) return false;
    if (out_.timex.value.ends_with('T')) out_.timex.value.pop_back();
    out_.timex.value += clock;
    return true;
  }

  bool apply_half_day(int& seconds) const {
    const int hour = seconds / 3600;
    bool after_noon = false;
    if (has(Kind::HalfDay)) {
      if (hour == 0 || hour > 12) return false;
      after_noon = value(Kind::HalfDay) == 12;
      if (hour == 12) {
        if (!after_noon) seconds -= 12 * 3600;
        return true;
      }
    } else if (has(Kind::Daypart)) {
      const std::string part = code(Kind::Daypart);
      after_noon = part == "AF" || part == "EV" || (part == "NI" && hour >= 8);
    }
    if (after_noon && hour < 12) seconds += 12 * 3600;
    return true;
  }

  // ---- durations

  bool duration() {
    out_.dimension = Dimension::Duration;
    out_.timex.type = TimexType::Duration;
    if (has(Kind::Duration)) return emit(code(Kind::Duration), std::nullopt);
    const std::string unit = has(Kind::Unit) ? code(Kind::Unit) : code(Kind::Units);
    if (unit.empty()) return false;
    out_.unit = unit;
    if (has(Kind::Number)) {
      out_.count = value(Kind::Number);
      return emit(period(unit, std::to_string(*out_.count)), stretch(unit, *out_.count));
    }
    if (has(Kind::Future) && !has(Kind::Vague)) {
      out_.dimension = Dimension::Date;
      out_.timex.type = TimexType::Date;
      return emit("FUTURE_REF", std::nullopt);
    }
    return emit(period(unit, "X"), std::nullopt);
  }

  // The days of "the past five years": up to the publication, or on from it.
  std::optional<DateInterval> stretch(std::string_view unit, int count) const {
    const auto said = shift();
    if (!said || *said == 0 || !context_.published || is_clock_unit(unit)) return std::nullopt;
    const auto far = cal::unit_shifted(unit, *context_.published, *said < 0 ? -count : count);
    if (!far) return std::nullopt;
    const Day other = moved_by(unit, *said < 0 ? -count : count);
    if (*said < 0) return DateInterval{other, *context_.published};
    return DateInterval{*context_.published, other};
  }

  Day moved_by(std::string_view unit, int count) const {
    const Day now = *context_.published;
    if (unit == "D") return now + chrono_days{count};
    if (unit == "W" || unit == "WE") return now + chrono_days{7 * count};
    if (unit == "M") return cal::plus_months(now, count);
    if (unit == "Q") return cal::plus_months(now, 3 * count);
    if (unit == "H") return cal::plus_months(now, 6 * count);
    if (unit == "Y") return cal::plus_months(now, 12 * count);
    if (unit == "DE") return cal::plus_months(now, 120 * count);
    return cal::plus_months(now, 1200 * count);
  }

  // "three days ago", "in two weeks": a date of the precision of its unit.
  bool anchored() {
    const std::string unit = has(Kind::Unit) ? code(Kind::Unit) : code(Kind::Units);
    const int direction = match_.shape->direction;
    if (!has(Kind::Number) || unit.empty()) {
      // "vor Jahren", "a few days ago": how far is not said.
      if (unit.empty()) return false;
      return emit(direction < 0 ? "PAST_REF" : "FUTURE_REF", std::nullopt);
    }
    const int count = direction * value(Kind::Number);
    if (has(Kind::Later)) return anchored_at_mention(unit);
    if (is_clock_unit(unit)) {
      if (!context_.published) return emit("XXXX-XX-XX", std::nullopt);
      return unit == "TH" && std::abs(count) > 24
                 ? false
                 : emit(to_iso(*context_.published),
                        DateInterval{*context_.published, *context_.published});
    }
    if (!context_.published) return emit(open_value(unit), std::nullopt);
    const auto range = cal::unit_shifted(unit, *context_.published, count);
    if (!range) return false;
    out_.timex.assumed = unit != "D";
    return emit_unit(unit, *range);
  }

  bool anchored_at_mention(const std::string& unit) {
    if (!context_.mentioned || is_clock_unit(unit)) return emit(open_value(unit), std::nullopt);
    const auto range =
        cal::unit_shifted(unit, *context_.mentioned, value(Kind::Later) * value(Kind::Number));
    out_.timex.assumed = true;
    return range && emit_unit(unit, *range);
  }

  // ---- sets

  bool set() {
    out_.dimension = Dimension::Set;
    out_.timex.type = TimexType::Set;
    if (has(Kind::Set)) return emit(code(Kind::Set), std::nullopt);
    std::string part = code(Kind::Daypart);
    if (has(Kind::Weekday)) {
      if (part.empty()) part = code(Kind::Weekday);
      return emit(
          "XXXX-WXX-" + std::to_string(value(Kind::Weekday)) + (part.empty() ? "" : 'T' + part),
          std::nullopt);
    }
    if (has(Kind::Month)) return emit("XXXX-" + padded(value(Kind::Month), 2), std::nullopt);
    if (has(Kind::Season)) return emit("XXXX-" + code(Kind::Season), std::nullopt);
    if (!part.empty()) return emit("XXXX-XX-XXT" + part, std::nullopt);
    std::string unit = has(Kind::Unit) ? code(Kind::Unit) : code(Kind::Units);
    if (unit.empty()) unit = code(Kind::Half);
    if (unit.empty()) return false;
    std::string count = "1";
    if (has(Kind::Number)) count = std::to_string(value(Kind::Number));
    if (has(Kind::Ordinal)) count = std::to_string(value(Kind::Ordinal));
    if (has(Kind::Vague)) count = "X";
    return emit(period(unit, count), std::nullopt);
  }

  const DateMatch& match_;
  const DateContext& context_;
  std::array<const DateItem*, static_cast<std::size_t>(Kind::Literal) + 1> frame_{};
  std::string daypart_of_deictic_;
  ResolvedDate out_;
};

}  // namespace

std::optional<ResolvedDate> resolve_date(const DateMatch& match, const DateContext& context) {
  return Resolver(match, context).run();
}

}  // namespace twosource
