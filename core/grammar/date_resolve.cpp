#include "core/grammar/date_resolve.h"

#include <array>
#include <cstdio>

#include "core/grammar/date_resolver.h"

namespace twosource {

namespace cal = calendar;

namespace date_values {

std::string padded(int value, int width) {
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

bool is_clock_unit(std::string_view unit) {
  return unit.size() == 2 && unit[0] == 'T';
}

DateInterval edge_of(DateInterval whole, std::string_view code) {
  const auto length = (whole.to - whole.from).count() + 1;
  if (length < 3) return whole;
  if (length > 360) {
    // Whole years are cut at months.
    const int months = 12 * (cal::year_of(whole.to) - cal::year_of(whole.from) + 1);
    const auto cut = [&](int parts) { return cal::plus_months(whole.from, months * parts / 4); };
    if (code == "START") return {whole.from, cut(2) - std::chrono::days{1}};
    if (code == "END") return {cut(2), whole.to};
    if (code == "MID") return {cut(1), cut(3) - std::chrono::days{1}};
    return whole;
  }
  const std::chrono::days quarter{length / 4};
  const std::chrono::days half{length / 2};
  if (code == "START") return {whole.from, whole.from + half - std::chrono::days{1}};
  if (code == "END") return {whole.from + half, whole.to};
  if (code == "MID") return {whole.from + quarter, whole.to - quarter};
  return whole;
}

}  // namespace date_values

namespace {

// "02:30" as seconds of the day.
int seconds_of(std::string_view clock) {
  const auto digit = [&](std::size_t i) { return i < clock.size() ? clock[i] - '0' : 0; };
  return (digit(0) * 10 + digit(1)) * 3600 + (digit(3) * 10 + digit(4)) * 60;
}

}  // namespace

using namespace date_values;

DateResolver::DateResolver(const DateMatch& match, const DateContext& context)
    : match_(match), context_(context) {
  for (const DateItem* item : match.items) {
    const Kind kind = item->kind == Kind::DeicticNoun ? Kind::Deictic : item->kind;
    const DateItem*& slot = frame_.at(static_cast<std::size_t>(kind));
    if (slot == nullptr) slot = item;
  }
}

std::optional<ResolvedDate> DateResolver::run() {
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

// A value with its range, narrowed by "early", "Ende" and the like.
bool DateResolver::emit_edged(std::string text, std::optional<DateInterval> range) {
  if (range && has(Kind::Edge)) range = edge_of(*range, code(Kind::Edge));
  return emit(std::move(text), range);
}

bool DateResolver::emit_unit(std::string_view unit, DateInterval range) {
  return emit_edged(cal::unit_value(unit, range.from), range);
}

bool DateResolver::date() {
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

bool DateResolver::today_part(const std::string& part) {
  if (!context_.published) return emit("XXXX-XX-XXT" + part, std::nullopt);
  out_.timex.type = TimexType::Time;
  return emit(to_iso(*context_.published) + 'T' + part,
              DateInterval{*context_.published, *context_.published});
}

bool DateResolver::date_alone() {
  if (has(Kind::Era)) return era();
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
  if (has(Kind::DayNumber) && code(Kind::Unit) == "D") return day_of_some_month();
  if (has(Kind::Unit)) return shifted_unit();
  if (has(Kind::Daypart)) return daypart();
  if (has(Kind::Ref)) return reference();
  return false;
}

// The year that is written, or said by "last year" and the like.
std::optional<int> DateResolver::written_year() const {
  if (has(Kind::Year)) return value(Kind::Year);
  if (has(Kind::ShortYear)) return value(Kind::ShortYear);
  if (!context_.published) return std::nullopt;
  const int now = cal::year_of(*context_.published);
  if (code(Kind::Unit) == "Y") return now + shift().value_or(0);
  if (has(Kind::Deictic) && code(Kind::Deictic) == "Y") return now + value(Kind::Deictic);
  return std::nullopt;
}

bool DateResolver::time() {
  out_.dimension = Dimension::Time;
  std::string clock;
  int seconds = -1;
  if (has(Kind::Clock)) {
    clock = code(Kind::Clock);
    if (has(Kind::Daypart)) seconds = seconds_of(clock);
  } else if (has(Kind::NumericTime)) {
    // "3.16" with a full stop is a time only beside a word that says so.
    if (!get(Kind::NumericTime)->marked && !has(Kind::HalfDay) && !has(Kind::HourMark) &&
        !match_.shape->stop)
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

bool DateResolver::apply_half_day(int& seconds) const {
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

std::optional<ResolvedDate> resolve_date(const DateMatch& match, const DateContext& context) {
  return DateResolver(match, context).run();
}

}  // namespace twosource
