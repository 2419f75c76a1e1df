#include "core/base/quantity.h"

#include "core/base/names.h"

namespace twosource {
namespace {

constexpr NameTable<Dimension, 12> kDimensions{{"number", "ordinal", "percent", "money", "measure",
                                                "duration", "age", "score", "date", "time", "set",
                                                "name"}};
constexpr NameTable<Hedge, 9> kHedges{
    {"exact", "about", "nearly", "just_over", "above", "at_least", "below", "at_most", "order"}};

std::string interval(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  if (low && high && *low == *high) return low->to_string();
  return (low ? low->to_string() : "") + ".." + (high ? high->to_string() : "");
}

}  // namespace

std::string_view name_of(Dimension dimension) {
  return kDimensions.of(dimension);
}
std::string_view name_of(Hedge hedge) {
  return kHedges.of(hedge);
}
std::optional<Dimension> dimension_named(std::string_view name) {
  return kDimensions.find(name);
}
std::optional<Hedge> hedge_named(std::string_view name) {
  return kHedges.find(name);
}

std::string to_line(const Quantity& quantity) {
  std::string out = interval(quantity.low, quantity.high);
  if (!quantity.unit.empty()) out += ' ' + quantity.unit;
  if (quantity.hedge != Hedge::Exact) out += ' ' + std::string(name_of(quantity.hedge));
  if (quantity.digits != 0) out += " digits=" + std::to_string(quantity.digits);
  if (!quantity.ratio.empty()) out += " ratio=" + quantity.ratio;
  if (quantity.base)
    out += " base=" + interval(quantity.base->low, quantity.base->high) + ' ' + quantity.base->unit;
  return out;
}

}  // namespace twosource
