// The start of a change takes scale and unit from its end, which alone names them; so do numbers
// with a hanging hyphen.
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// "von 24,2 auf 35 Milliarden Euro": 24.2 are billions of euros too; "from 12 to 8 percent"; and
// the links of a row, "160 to 180 to 200 euros". Only for a single amount without a unit: behind
// "from", or in a row.
void read_change(const QuantityContext& c, AmountGroup& group, bool in_row);

// "14- und 15-Jährige", "3-, 4- and 5-year-olds": the unit behind the last hyphen is that of all.
void read_hanging(const QuantityContext& c, AmountGroup& group);

}  // namespace twosource
