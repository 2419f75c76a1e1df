// Exact arithmetic on what written figures leave open. Everything is decided with Decimal; what
// does not fit into one counts as unknown, and unknown never contradicts.
#pragma once

#include <optional>
#include <string>

#include "core/compare/interval.h"

namespace twosource {

// A closed interval with both ends, none of them negative.
struct Bounds {
  Decimal low;
  Decimal high;
};

// The bounds of a figure that is written as one number, with the slack of rounding and hedging;
// nullopt for ranges, open ends, orders of magnitude and negative numbers.
std::optional<Bounds> bounds_of(const Quantity& quantity);
// The number as written; nullopt as above.
std::optional<Decimal> point_of(const Quantity& quantity);

// The bounds times 10^power; nullopt when that does not fit.
std::optional<Bounds> scaled(const Bounds& bounds, int power);
std::optional<Bounds> sum_of(const Bounds& a, const Bounds& b);
std::optional<Bounds> product_of(const Bounds& a, const Bounds& b);
bool overlap(const Bounds& a, const Bounds& b);

// One unit of the last digit more to each side, or three per cent: computed figures are cut off as
// often as rounded, and come from unrounded ones.
Bounds forgiving(const Bounds& bounds);
// To so many significant digits, half away from zero: for messages.
Decimal rounded(const Decimal& value, int digits);
// 100 * part / whole, for messages: "37.5".
std::string percent_text(const Decimal& part, const Decimal& whole);

}  // namespace twosource
