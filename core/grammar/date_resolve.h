// From a matched shape to its TIMEX3 value and the days it covers.
#pragma once

#include <optional>
#include <string>

#include "core/base/civil.h"
#include "core/base/quantity.h"
#include "core/base/timex.h"
#include "core/grammar/date_match.h"

namespace twosource {

// Which side of the publication a clause speaks of.
enum class Tense : std::int8_t { Past = -1, Present = 0, Future = 1, Unknown = 2 };

struct DateContext {
  std::optional<Day> published;
  std::optional<Day> mentioned;  // the last day that the text named before
  Tense tense = Tense::Unknown;
  bool tense_is_near = false;  // shown by a word of the same clause
};

struct ResolvedDate {
  Timex timex;
  Dimension dimension = Dimension::Date;
  bool open_time = false;    // a time of day that lacks its day: value begins with "T"
  bool single_day = false;   // the range is one day
  std::optional<int> count;  // of a duration with a number
  std::string unit;          // TIMEX3 unit of a duration
};

// nullopt when the words make no sense together (30 February, "Ende" of nothing).
std::optional<ResolvedDate> resolve_date(const DateMatch& match, const DateContext& context);

}  // namespace twosource
