// Interval: the numbers that a written quantity leaves open, with the slack of rounding.
//
//   written          digits  interval
//   12.000           2       11500 .. 12500     half a unit of the last written digit
//   1.000            1         950 .. 1050      ... but never more than 5 % of the value
//   621.000          3      620000 .. 622000    a whole one where that is at most 0.2 %: cut off as
//   often as rounded 379              3       378.5 .. 379.5 20               1        19.5 .. 20.5
//   below 100 nobody rounds to tens without saying so rund 30 Mio.     1         27 .. 33 Mio.    a
//   hedge allows 10 % knapp 12.000     2       11000 .. 12000     down to one unit, at most 10 %
//   mehr als 500     1         500 .. -
//   Tausende         -         900 .. 100000    orders of magnitude are soft at the upper end
//
// The ends are exact decimals; only a unit conversion whose ratio does not end is rounded, to 15
// digits.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/decimal.h"
#include "core/base/quantity.h"
#include "core/compare/rules.h"

namespace twosource {

struct Interval {
  std::optional<Decimal> low;   // nullopt: open below
  std::optional<Decimal> high;  // nullopt: open above
  friend bool operator==(const Interval&, const Interval&) = default;

  // True where no number lies in both; ends that merely touch share nothing.
  bool disjoint(const Interval& other) const;
  bool contains(const Interval& other) const;
  bool contains(const Decimal& value) const;
};

// What the quantity leaves open.
Interval interval_of(const Quantity& quantity);
// The figure itself without slack: [low, high] as written.
Interval figure_of(const Quantity& quantity);
// How far the figure may be off through rounding and hedging, to one side; 0 for words of number.
Decimal slack_of(const Quantity& quantity);

// How the value of a piece of evidence stands to the value of a claim. `comparable` false: nothing
// can be said (other dimension, other currency, percent against percentage points).
struct ValueRelation {
  bool comparable = false;
  Relation relation = Relation::Compatible;
  Rule rule = Rule::NothingComparable;
};

// REQUIRES: amounts, not dates. Relations as CONTRACT defines them, seen from the claim.
ValueRelation relate_quantities(const Quantity& claim, Dimension claim_dimension,
                                const Quantity& evidence, Dimension evidence_dimension);

}  // namespace twosource
