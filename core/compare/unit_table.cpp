#include "core/compare/unit_table.h"

#include <utility>

namespace twosource {
namespace {
constexpr int kConversionDigits = 15;
}  // namespace

const UnitTable& UnitTable::embedded() {
  static const UnitTable kTable;
  return kTable;
}

void UnitTable::add(std::string unit, Factor factor) {
  factors_.insert_or_assign(std::move(unit), std::move(factor));
}

const UnitTable::Factor* UnitTable::find(std::string_view unit) const {
  const auto at = factors_.find(unit);
  return at == factors_.end() ? nullptr : &at->second;
}

bool UnitTable::same_kind(std::string_view a, std::string_view b) const {
  if (a == b) return true;
  const Factor* x = find(a);
  const Factor* y = find(b);
  return x != nullptr && y != nullptr && x->kind == y->kind;
}

std::optional<Decimal> UnitTable::convert(const Decimal& value, std::string_view from,
                                          std::string_view to) const {
  if (from == to) return value;
  const Factor* x = find(from);
  const Factor* y = find(to);
  if (x == nullptr || y == nullptr || x->kind != y->kind) return std::nullopt;
  // value * (x.scale / x.divisor) + x.offset, less y.offset, divided by (y.scale / y.divisor).
  std::optional<Decimal> up = value.times(x->scale);
  if (!up) return std::nullopt;
  auto base = up->divided_by(x->divisor, kConversionDigits);
  if (!base) return std::nullopt;
  const auto shifted = base->value.plus(x->offset);
  const auto moved = shifted ? shifted->minus(y->offset) : std::nullopt;
  const auto raised = moved ? moved->times(y->divisor) : std::nullopt;
  if (!raised) return std::nullopt;
  const auto out = raised->divided_by(y->scale, kConversionDigits);
  return out ? std::optional(out->value) : std::nullopt;
}

}  // namespace twosource
