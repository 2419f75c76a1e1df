// UnitTable: exact ratios between units of the same kind, read from core/lang/shared/units.json.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace twosource {

class UnitTable {
 public:
  // The built-in table.
  static const UnitTable& embedded();
  // An empty table knows no unit: only equal identifiers are comparable.
  UnitTable() = default;

  struct Factor {
    std::string kind;  // "length", "time": what converts into each other
    Decimal scale;     // one unit is scale / divisor base units
    Decimal divisor{1};
    Decimal offset;  // added after scaling (temperatures), in base units
  };
  void add(std::string unit, Factor factor);

  bool same_kind(std::string_view a, std::string_view b) const;
  // `value` of unit `from` in unit `to`; nullopt when they are of different kinds or it overflows.
  std::optional<Decimal> convert(const Decimal& value, std::string_view from,
                                 std::string_view to) const;

 private:
  const Factor* find(std::string_view unit) const;
  std::map<std::string, Factor, std::less<>> factors_;
};

}  // namespace twosource
