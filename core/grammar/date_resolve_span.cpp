// Durations, sets of times, and points of time that a duration tells.
#include <cstdlib>

#include "core/grammar/date_resolver.h"

namespace twosource {

namespace cal = calendar;
using namespace date_values;

namespace {

// "P" count unit: P3Y, PT2H, PXD.
std::string period(std::string_view unit, const std::string& count) {
  if (is_clock_unit(unit)) return "PT" + count + std::string(unit.substr(1));
  if (unit == "H") return "P" + count + "H";
  return "P" + count + std::string(unit);
}

}  // namespace

bool DateResolver::duration() {
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
std::optional<DateInterval> DateResolver::stretch(std::string_view unit, int count) const {
  const auto said = shift();
  if (!said || *said == 0 || !context_.published || is_clock_unit(unit)) return std::nullopt;
  const auto far = cal::unit_shifted(unit, *context_.published, *said < 0 ? -count : count);
  if (!far) return std::nullopt;
  const Day other = moved_by(unit, *said < 0 ? -count : count);
  if (*said < 0) return DateInterval{other, *context_.published};
  return DateInterval{*context_.published, other};
}

Day DateResolver::moved_by(std::string_view unit, int count) const {
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
bool DateResolver::anchored() {
  const std::string unit = has(Kind::Unit) ? code(Kind::Unit) : code(Kind::Units);
  const int direction = match_.shape->direction;
  if (!has(Kind::Number) || unit.empty()) {
    // "vor Jahren", "a few days ago": how far is not said.
    if (unit.empty()) return false;
    return emit(direction < 0 ? "PAST_REF" : "FUTURE_REF", std::nullopt);
  }
  const int count = direction * value(Kind::Number);
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

bool DateResolver::set() {
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

}  // namespace twosource
