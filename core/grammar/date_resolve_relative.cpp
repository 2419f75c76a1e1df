// What is counted from the publication, or from the day named before.
#include "core/grammar/date_resolver.h"

namespace twosource {

namespace cal = calendar;
using namespace date_values;

bool DateResolver::weekday() {
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

bool DateResolver::deictic() {
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

std::string DateResolver::open_value(std::string_view unit) {
  if (unit == "Y") return "XXXX";
  if (unit == "M") return "XXXX-XX";
  if (unit == "W") return "XXXX-WXX";
  if (unit == "WE") return "XXXX-WXX-WE";
  if (unit == "DE") return "XXX";
  if (unit == "CE") return "XX";
  return "XXXX-XX-XX";
}

bool DateResolver::year() {
  int y = value(Kind::Year);
  // "1957-58": the second year has the century of the first.
  if (has(Kind::ShortYear))
    y = has(Kind::Year) ? y / 100 * 100 + value(Kind::ShortYear) % 100 : value(Kind::ShortYear);
  return emit_edged(padded(y, 4), whole_year(y));
}

// "the following day", "tags darauf": counted from the day that was named before.
bool DateResolver::later() {
  const std::string unit = has(Kind::Unit) ? code(Kind::Unit) : "D";
  if (!context_.mentioned) return emit(open_value(unit), std::nullopt);
  const auto range = cal::unit_shifted(unit, *context_.mentioned, value(Kind::Later));
  return range && emit_unit(unit, *range);
}

bool DateResolver::shifted_unit() {
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

bool DateResolver::daypart() {
  if (!shift() && !has(Kind::Edge)) return emit("XXXX-XX-XX", std::nullopt);
  if (!context_.published) return emit("XXXX-XX-XX", std::nullopt);
  const Day day = *context_.published + chrono_days{shift().value_or(0)};
  return emit(to_iso(day), DateInterval{day, day});
}

bool DateResolver::reference() {
  return emit(code(Kind::Ref), std::nullopt);
}

}  // namespace twosource
