// Timex: the normal form of a time expression, after TIMEX3 (ISO-TimeML, TimeML 1.2.1).
//
//   "am Donnerstag" (published 2024-10-24)   DATE      2024-10-24   from/to 2024-10-24
//   "im Juni"                                DATE      2024-06      from 2024-06-01 to 2024-06-30
//   "15 Jahre"                               DURATION  P15Y
//   "alle vier Jahre"                        SET       P4Y
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil.h"

namespace twosource {

enum class TimexType : std::uint8_t { Date, Time, Duration, Set };

struct Timex {
  TimexType type = TimexType::Date;
  std::string value;  // "2024-10-24", "2024-W43", "XXXX-06", "P15Y", "PAST_REF", ...
  std::optional<DateInterval> range;  // the days it covers, when it is resolved
  bool assumed = false;  // a part (most often the year) was taken from the publication date
  friend bool operator==(const Timex&, const Timex&) = default;
};

// "DATE", "TIME", "DURATION", "SET".
std::string_view name_of(TimexType type);
std::optional<TimexType> timex_type_named(std::string_view name);

}  // namespace twosource
