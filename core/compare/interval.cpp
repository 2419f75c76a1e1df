// A quantity opens an interval in two steps: the slack of rounding, from the written digits, and
// the shape of the hedge. Two quantities are brought to one unit by converting the ends of the
// intervals, so that "5 miles" (4.5 to 5.5) holds 8 kilometres.
#include "core/compare/interval.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/compare/unit_conversion.h"

namespace twosource {
namespace {

// Half a unit of a value's last written digit, before any cap. `digits` 0: nothing is known.
int magnitude(const Decimal& value) {
  std::int64_t rest = std::llabs(value.coefficient());
  int digits = 0;
  for (; rest != 0; rest /= 10) ++digits;
  return digits + value.exponent();  // 379 -> 3, 0.05 -> -1
}

Decimal share_of(const Decimal& value, int per_mille) {
  const auto out = value.abs().times(Decimal(per_mille));
  return out ? out->scaled(-3).value_or(Decimal()) : Decimal();
}

bool below_hundred(const Decimal& value) {
  return value.abs() < Decimal(100);
}

// One unit of the last digit that was written; numbers under 100 are never taken as rounded to
// tens.
Decimal written_unit(const Quantity& quantity, const Decimal& value) {
  if (value.is_zero()) return Decimal(1);
  int exponent = magnitude(value) - std::max<int>(quantity.digits, 1);
  if (quantity.digits == 0 && value.is_integer()) exponent = value.exponent();
  if (below_hundred(value)) exponent = std::min(exponent, 0);
  return Decimal::make(1, exponent).value_or(Decimal(1));
}

Decimal half(const Decimal& value) {
  const auto five = value.times(Decimal(5));
  return five ? five->scaled(-1).value_or(value) : value;
}

Decimal slack_at(const Quantity& quantity, const Decimal& value) {
  const Decimal unit = written_unit(quantity, value);
  switch (quantity.hedge) {
    case Hedge::About:
      return std::max(std::min(half(unit), share_of(value, 100)), share_of(value, 20));
    case Hedge::Nearly:
    case Hedge::JustOver:
      return std::min(std::max(unit, share_of(value, 20)), share_of(value, 100));
    case Hedge::Exact:
    case Hedge::Above:
    case Hedge::AtLeast:
    case Hedge::Below:
    case Hedge::AtMost:
    case Hedge::Order:
      break;
  }
  // What is written to many digits and ends in noughts was cut off as often as rounded.
  if (unit >= Decimal(10) && unit <= share_of(value, 2)) return unit;
  return below_hundred(value) ? half(unit) : std::min(half(unit), share_of(value, 50));
}

std::optional<Decimal> lowered(const std::optional<Decimal>& end, const Decimal& by) {
  if (!end) return end;
  return end->minus(by).value_or(*end);
}

std::optional<Decimal> raised(const std::optional<Decimal>& end, const Decimal& by) {
  if (!end) return end;
  return end->plus(by).value_or(*end);
}

std::optional<Decimal> times_ten(const std::optional<Decimal>& end) {
  return end ? end->scaled(1) : end;
}

bool is_point(const Quantity& quantity) {
  return quantity.low && quantity.high && *quantity.low == *quantity.high;
}

bool names_lower_bound(const Quantity& quantity) {
  return quantity.low &&
         (!quantity.high || quantity.hedge == Hedge::AtLeast || quantity.hedge == Hedge::Above);
}

bool names_upper_bound(const Quantity& quantity) {
  return quantity.high &&
         (!quantity.low || quantity.hedge == Hedge::AtMost || quantity.hedge == Hedge::Below);
}

}  // namespace

bool Interval::disjoint(const Interval& other) const {
  const auto before = [](const Interval& a, const Interval& b) {
    return a.high && b.low && *a.high <= *b.low && !(a.low == a.high && b.low == b.high && a == b);
  };
  return before(*this, other) || before(other, *this);
}

bool Interval::contains(const Decimal& value) const {
  return (!low || *low <= value) && (!high || value <= *high);
}

bool Interval::contains(const Interval& other) const {
  const bool low_inside = !low || (other.low && *low <= *other.low);
  const bool high_inside = !high || (other.high && *other.high <= *high);
  return low_inside && high_inside;
}

Decimal slack_of(const Quantity& quantity) {
  const std::optional<Decimal>& end = quantity.low ? quantity.low : quantity.high;
  return end ? slack_at(quantity, *end) : Decimal();
}

Interval figure_of(const Quantity& quantity) {
  if (quantity.hedge == Hedge::Above || quantity.hedge == Hedge::AtLeast)
    return {quantity.low, quantity.low == quantity.high ? std::nullopt : quantity.high};
  if (quantity.hedge == Hedge::Below || quantity.hedge == Hedge::AtMost)
    return {quantity.low == quantity.high ? std::nullopt : quantity.low, quantity.high};
  return {quantity.low, quantity.high};
}

Interval interval_of(const Quantity& quantity) {
  Interval out = figure_of(quantity);
  const Decimal slack = slack_of(quantity);
  switch (quantity.hedge) {
    case Hedge::Nearly:
      return {lowered(out.low, slack), out.high};
    case Hedge::JustOver:
      return {out.low, raised(out.high, slack)};
    case Hedge::Above:
    case Hedge::AtLeast:
    case Hedge::Below:
    case Hedge::AtMost:
      return out;
    case Hedge::Order:
      // "Thousands" are not 300, but people say it of 12,000 too.
      return {out.low ? std::optional(share_of(*out.low, 900)) : out.low, times_ten(out.high)};
    case Hedge::Exact:
    case Hedge::About:
      break;
  }
  return {lowered(out.low, slack), raised(out.high, slack)};
}

namespace {

// Both values in the unit of the claim.
struct Held {
  Interval figure;
  Interval wide;
  std::optional<Decimal> point;  // the figure that the words name
};

std::optional<Decimal> named_figure(const Quantity& quantity) {
  if (quantity.hedge == Hedge::Order) return std::nullopt;
  if (is_point(quantity)) return quantity.low;
  if (!quantity.high) return quantity.low;
  if (!quantity.low) return quantity.high;
  return std::nullopt;
}

bool convert_end(std::optional<Decimal>& end, const std::string& from, const std::string& to) {
  if (!end) return true;
  end = convert_unit(*end, from, to);
  return end.has_value();
}

std::optional<Held> held(const Quantity& quantity, const std::string& unit) {
  Held out{figure_of(quantity), interval_of(quantity), named_figure(quantity)};
  if (quantity.unit == unit) return out;
  for (std::optional<Decimal>* end :
       {&out.figure.low, &out.figure.high, &out.wide.low, &out.wide.high, &out.point}) {
    if (!convert_end(*end, quantity.unit, unit)) return std::nullopt;
  }
  return out;
}

// The same figure at the coarser precision: the wider interval holds the other's figure.
bool same_figure(const Held& a, const Held& b) {
  if (a.figure == b.figure) return true;
  if (!a.point || !b.point) return a.wide.contains(b.figure) && b.wide.contains(a.figure);
  return a.wide.contains(*b.point) || b.wide.contains(*a.point);
}

bool digits_swapped(const Decimal& a, const Decimal& b) {
  std::string x = a.to_string();
  std::string y = b.to_string();
  if (x == y || x.size() != y.size() || x.size() < 2) return false;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

bool equal_after_scaling(const Held& a, const Held& b) {
  if (!a.point || !b.point || a.point->is_zero()) return false;
  if (!a.wide.low || !a.wide.high) return false;
  for (const int power : {3, 6, -3, -6}) {
    const auto scaled = b.point->scaled(power);
    if (scaled && a.wide.contains(*scaled)) return true;
  }
  return false;
}

Rule why_disjoint(const Quantity& claim, const Quantity& evidence, const Held& a, const Held& b) {
  if (claim.unit != evidence.unit && claim.low == evidence.low && claim.high == evidence.high)
    return Rule::UnitConfused;
  if (equal_after_scaling(a, b)) return Rule::ScaleFactor1000;
  if (a.point && b.point && digits_swapped(*a.point, *b.point)) return Rule::DigitsSwapped;
  return Rule::QuantityDisjoint;
}

bool same_side_bounds(const Quantity& a, const Quantity& b) {
  return (names_lower_bound(a) && names_lower_bound(b)) ||
         (names_upper_bound(a) && names_upper_bound(b));
}

// Figures of two bounds after rounding, as if they were exact.
bool bounds_agree(const Quantity& a, const Quantity& b, const Held& x, const Held& y) {
  const auto around = [](const Quantity& quantity, const Decimal& figure) {
    const Decimal slack = slack_at(quantity, figure);
    return Interval{lowered(figure, slack), raised(figure, slack)};
  };
  if (!x.point || !y.point) return true;
  return around(a, *x.point).contains(*y.point) || around(b, *y.point).contains(*x.point);
}

// Lengths, speeds and temperatures pass from feet to metres and back, and every hand rounds: what
// is written to three digits or fewer says no more than a tenth.
bool near_measures(const Quantity& claim, const Quantity& evidence, const Held& a, const Held& b) {
  constexpr int kRoundedDigits = 3;
  constexpr int kTenth = 100;  // per mille
  const bool rounded = std::min(claim.digits, evidence.digits) <= kRoundedDigits;
  if (!rounded || !a.point || !b.point || digits_swapped(*a.point, *b.point)) return false;
  // "30 yards", "30 metres": not rounded, but the unit confused.
  if (claim.unit != evidence.unit && claim.low == evidence.low && claim.high == evidence.high)
    return false;
  const Decimal& larger = *a.point < *b.point ? *b.point : *a.point;
  const auto gap = a.point->minus(*b.point);
  return gap && gap->abs() <= share_of(larger, kTenth);
}

ValueRelation relate_held(const Quantity& claim, const Quantity& evidence, const Held& a,
                          const Held& b, bool measures) {
  if (same_side_bounds(claim, evidence)) {
    if (bounds_agree(claim, evidence, a, b))
      return {true, Relation::Corroborates, Rule::QuantityEqual};
    if (measures && near_measures(claim, evidence, a, b))
      return {true, Relation::Compatible, Rule::QuantityOverlap};
    return {true, Relation::Conflicts, Rule::BoundsDiffer};
  }
  const bool bounded = names_lower_bound(claim) || names_upper_bound(claim) ||
                       names_lower_bound(evidence) || names_upper_bound(evidence);
  const bool vague = claim.hedge == Hedge::Order || evidence.hedge == Hedge::Order;
  if (!bounded && !vague && same_figure(a, b))
    return {true, Relation::Corroborates, Rule::QuantityEqual};
  if (a.figure == b.figure) return {true, Relation::Corroborates, Rule::QuantityEqual};
  const bool meets_bound = bounded && a.point && b.point && *a.point == *b.point;
  if (meets_bound) return {true, Relation::Corroborates, Rule::QuantityBound};
  if (a.wide.disjoint(b.wide)) {
    // Orders of magnitude are too soft to exclude a figure nearby.
    if (vague) return {};
    if (measures && near_measures(claim, evidence, a, b))
      return {true, Relation::Compatible, Rule::QuantityOverlap};
    return {true, Relation::Conflicts, why_disjoint(claim, evidence, a, b)};
  }
  if (a.wide.contains(b.wide)) return {true, Relation::Corroborates, Rule::QuantityInside};
  if (b.wide.contains(a.wide)) return {true, Relation::Compatible, Rule::QuantityWider};
  return {true, Relation::Compatible, Rule::QuantityOverlap};
}

ValueRelation relate_scores(const Quantity& claim, const Quantity& evidence) {
  if (claim.low == evidence.low && claim.high == evidence.high)
    return {true, Relation::Corroborates, Rule::VoteEqual};
  // The same two figures told from the other side.
  if (claim.low == evidence.high && claim.high == evidence.low)
    return {true, Relation::Compatible, Rule::VoteEqual};
  return {true, Relation::Conflicts, Rule::VoteDiffers};
}

// "80 degrees", "27 Grad": nobody says of which scale, and each country has its own.
bool of_unnamed_scale(const Quantity& quantity) {
  return quantity.unit == "degree";
}

bool percent_units(std::string_view a, std::string_view b) {
  return (a == "percent" && b == "percentage-point") || (b == "percent" && a == "percentage-point");
}

// "One of seven" is a share, "seven" a count; of a percentage it is the hundredth part.
bool is_share(const Quantity& quantity) {
  return !quantity.ratio.empty() && quantity.unit.empty();
}

Quantity as_percentage(Quantity share) {
  for (std::optional<Decimal>* end : {&share.low, &share.high}) {
    if (*end) *end = (*end)->scaled(2);
  }
  share.unit = "percent";
  return share;
}

}  // namespace

ValueRelation relate_quantities(const Quantity& claim, Dimension claim_dimension,
                                const Quantity& evidence, Dimension evidence_dimension) {
  const bool empty = (!claim.low && !claim.high) || (!evidence.low && !evidence.high);
  if (empty) return {};
  if (claim_dimension == Dimension::Score && evidence_dimension == Dimension::Score)
    return relate_scores(claim, evidence);
  if (percent_units(claim.unit, evidence.unit)) {
    if (claim.low != evidence.low || claim.high != evidence.high) return {};
    return {true, Relation::Compatible, Rule::PercentVsPercentagePoint};
  }
  if (is_share(claim) && evidence.unit == "percent")
    return relate_quantities(as_percentage(claim), evidence_dimension, evidence,
                             evidence_dimension);
  if (is_share(evidence) && claim.unit == "percent")
    return relate_quantities(claim, claim_dimension, as_percentage(evidence), claim_dimension);
  if (is_share(claim) != is_share(evidence) && claim.low != evidence.low) return {};
  if (claim_dimension != evidence_dimension) {
    // The same figure read as another kind of amount (a counting word that one language's data does
    // not know) supports; it never excludes.
    const bool known_units = !claim.unit.empty() && !evidence.unit.empty();
    const bool same = claim.low == evidence.low && claim.high == evidence.high;
    if (!same || (known_units && claim.unit != evidence.unit)) return {};
    return {true, Relation::Corroborates, Rule::QuantityEqual};
  }
  const auto a = held(claim, claim.unit);
  const auto b = held(evidence, claim.unit);
  if (!a || !b) return {};
  ValueRelation out = relate_held(claim, evidence, *a, *b, claim_dimension == Dimension::Measure);
  const bool unsaid = of_unnamed_scale(claim) || of_unnamed_scale(evidence);
  if (unsaid && out.relation == Relation::Conflicts) return {};
  const bool lasts = claim_dimension == Dimension::Duration;
  if (lasts && out.rule == Rule::QuantityEqual) out.rule = Rule::DurationEqual;
  if (lasts && out.rule == Rule::QuantityDisjoint) out.rule = Rule::DurationDisjoint;
  return out;
}

}  // namespace twosource
