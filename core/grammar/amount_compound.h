// Compound amounts: "2 Stunden 30 Minuten", "5 feet 7", "$20 and 43c", "an hour and a half".
#pragma once

#include <cstdint>

#include "core/grammar/quantity_context.h"

namespace twosource {

// How many `small` make one `large`, when that is a whole number; 0 otherwise.
std::int64_t parts_of(const UnitFacts& large, const UnitFacts& small);
// "tres horas y media", "deux ans et demi": adds the fraction behind the unit.
bool read_joined_fraction(const QuantityContext& c, AmountGroup& group);
// Adds the smaller parts behind the group's only amount. REQUIRES: its value is set.
bool read_compound(const QuantityContext& c, AmountGroup& group);

}  // namespace twosource
