// Conversion between units of one kind, by the exact ratios of core/lang/shared/units.json.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/decimal.h"

namespace twosource {

// `value` of unit `from` in unit `to` (CLDR identifiers). Exact where the result ends, else rounded
// to 15 digits. nullopt when the units are of different kinds or unknown, or it does not fit.
std::optional<Decimal> convert_unit(const Decimal& value, std::string_view from,
                                    std::string_view to);

}  // namespace twosource
