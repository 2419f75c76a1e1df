#include "core/compare/self/arithmetic.h"

#include <algorithm>

namespace twosource {

std::optional<Decimal> point_of(const Quantity& quantity) {
  if (!quantity.low || quantity.low != quantity.high || quantity.low->is_negative())
    return std::nullopt;
  switch (quantity.hedge) {
    case Hedge::Exact:
    case Hedge::About:
    case Hedge::Nearly:
    case Hedge::JustOver:
      return quantity.low;
    default:
      return std::nullopt;
  }
}

namespace {

// Figures that are set against each other in one sentence are rounded less than their trailing
// zeros allow: "from 100 to 120" does not stand for 95 and 125.
std::optional<Decimal> closer(const Decimal& end, const Decimal& point, int per_mille) {
  const auto limit = point.times(Decimal(1000 + per_mille));
  const auto scaled = limit ? limit->scaled(-3) : std::nullopt;
  if (!scaled) return std::nullopt;
  return per_mille < 0 ? std::max(end, *scaled) : std::min(end, *scaled);
}

}  // namespace

std::optional<Bounds> bounds_of(const Quantity& quantity) {
  constexpr int kPerMille = 20;
  const auto point = point_of(quantity);
  if (!point) return std::nullopt;
  const Interval open = interval_of(quantity);
  if (!open.low || !open.high || open.low->is_negative()) return std::nullopt;
  if (quantity.hedge != Hedge::Exact || *point < Decimal(100)) return Bounds{*open.low, *open.high};
  const auto low = closer(*open.low, *point, -kPerMille);
  const auto high = closer(*open.high, *point, kPerMille);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

std::optional<Bounds> scaled(const Bounds& bounds, int power) {
  const auto low = bounds.low.scaled(power);
  const auto high = bounds.high.scaled(power);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

std::optional<Bounds> sum_of(const Bounds& a, const Bounds& b) {
  const auto low = a.low.plus(b.low);
  const auto high = a.high.plus(b.high);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

std::optional<Bounds> product_of(const Bounds& a, const Bounds& b) {
  const auto low = a.low.times(b.low);
  const auto high = a.high.times(b.high);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

bool overlap(const Bounds& a, const Bounds& b) {
  return a.low <= b.high && b.low <= a.high;
}

Bounds forgiving(const Bounds& by) {
  const auto unit = by.high.minus(by.low);
  const auto share = by.high.times(Decimal(3));
  const Decimal slack = std::max(unit.value_or(Decimal(1)),
                                 share ? share->scaled(-2).value_or(Decimal(1)) : Decimal(1));
  const auto low = by.low.minus(slack);
  return {low && !low->is_negative() ? *low : Decimal(0), by.high.plus(slack).value_or(by.high)};
}

Decimal rounded(const Decimal& value, int digits) {
  std::int64_t coefficient = value.coefficient();
  int exponent = value.exponent();
  std::int64_t limit = 1;
  for (int i = 0; i < digits; ++i) limit *= 10;
  std::int64_t last = 0;
  while (coefficient >= limit || -coefficient >= limit) {
    last = coefficient % 10;
    coefficient /= 10;
    ++exponent;
  }
  if (last >= 5) ++coefficient;
  if (last <= -5) --coefficient;
  return Decimal::make(coefficient, exponent).value_or(value);
}

std::string percent_text(const Decimal& part, const Decimal& whole) {
  constexpr int kDigits = 3;
  const auto hundred = part.scaled(2);
  const auto share = hundred ? hundred->divided_by(whole) : std::nullopt;
  return share ? rounded(share->value, kDigits).to_string() : "another share";
}

}  // namespace twosource
