// The start of a change takes scale and unit from its end, which alone names them.
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// "von 24,2 auf 35 Milliarden Euro": 24.2 are billions of euros too; "from 12 to 8 percent"; and
// the links of a row, "160 to 180 to 200 euros". Only for a single amount without a unit: behind
// "from", or in a row.
void read_change(const QuantityContext& c, AmountGroup& group, bool in_row);

}  // namespace twosource
