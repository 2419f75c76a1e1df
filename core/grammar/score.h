// Pairs of numbers that are one thing without being a range: scores, votes and shares.
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// "61:72", "397 zu 0", "3-2": the numerals i and i + 1. False leaves the group as it was.
bool read_score(const QuantityContext& c, std::size_t i, AmountGroup& group);
// "neun von zehn", "two in five", "jeder Fünfte".
bool read_share(const QuantityContext& c, std::size_t i, AmountGroup& group);

}  // namespace twosource
