// Ranges: two amounts that say between them what one does.
//
//   "10 bis 15 Prozent"  "zwischen 5 und 7 km"  "$2-3m"  "two or three"
#pragma once

#include <optional>

#include "core/grammar/quantity_context.h"

namespace twosource {

// Adds the next amount to the group when the two are a range.
bool read_range(const QuantityContext& c, AmountGroup& group);

// "10 bis 15 Millionen", "from 3 to 2 million": the start of a range or change with the scale that
// only its end names, unless it is ten times as much or more ("from 500 to 2 million"). nullopt on
// overflow.
std::optional<Decimal> shared_scale(const Numeral& a, const Numeral& b, const Decimal& start,
                                    const Decimal& end);

// Neither names another currency than the other.
bool same_currency(const Amount& left, const Amount& right);

}  // namespace twosource
