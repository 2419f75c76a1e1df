#include "core/compare/unit_conversion.h"

#include "core/lang/units_data.h"

namespace twosource {
namespace {

constexpr int kConversionDigits = 15;

std::optional<Decimal> quotient(const std::optional<Decimal>& value, std::int64_t by) {
  if (!value) return std::nullopt;
  if (by == 1) return value;
  const auto out = value->divided_by(Decimal(by), kConversionDigits);
  return out ? std::optional(out->value) : std::nullopt;
}

std::optional<Decimal> product(const std::optional<Decimal>& value, std::int64_t by) {
  return value ? value->times(Decimal(by)) : std::nullopt;
}

std::optional<Decimal> offset_of(const UnitFacts& unit) {
  return quotient(Decimal(unit.offset_numerator), unit.offset_denominator);
}

}  // namespace

std::optional<Decimal> convert_unit(const Decimal& value, std::string_view from,
                                    std::string_view to) {
  if (from == to) return value;
  const UnitFacts* x = find_unit(from);
  const UnitFacts* y = find_unit(to);
  if (x == nullptr || y == nullptr || x->kind != y->kind) return std::nullopt;
  const auto scaled = quotient(product(value, x->factor_numerator), x->factor_denominator);
  const auto up = offset_of(*x);
  const auto down = offset_of(*y);
  if (!scaled || !up || !down) return std::nullopt;
  const auto raised = scaled->plus(*up);
  const auto base = raised ? raised->minus(*down) : std::nullopt;
  return quotient(product(base, y->factor_denominator), y->factor_numerator);
}

}  // namespace twosource
