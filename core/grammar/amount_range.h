// Ranges: two amounts that say between them what one does.
//
//   "10 bis 15 Prozent"  "zwischen 5 und 7 km"  "$2-3m"  "two or three"
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// Adds the next amount to the group when the two are a range.
bool read_range(const QuantityContext& c, AmountGroup& group);

}  // namespace twosource
