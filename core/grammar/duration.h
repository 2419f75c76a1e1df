// Durations with a number: their TIMEX3 value, and their exact value in a smaller unit.
#pragma once

#include "core/grammar/mention.h"
#include "core/grammar/quantity_context.h"

namespace twosource {

// "15 Jahre" P15Y, "2 hours 30 minutes" PT2H30M, "Tausende Jahre" PXY; "1,5 Stunden" are 90 minutes
// too, so that they meet amounts given in the smaller unit exactly.
void set_duration(const QuantityContext& c, const AmountGroup& group, Mention& mention);

}  // namespace twosource
