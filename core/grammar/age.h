// Ages and ranks: numbers that their surroundings make something else.
#pragma once

#include "core/grammar/mention.h"
#include "core/grammar/quantity_context.h"

namespace twosource {

// "58-jährig", "aged 13", "Müller (58)". Also turns the adjective that is no age ("15-jährige
// Haft") back into a time span.
bool read_age(const QuantityContext& c, const AmountGroup& group, Mention& mention);
// "Platz 127", "No. 5", "#1".
bool read_rank(const QuantityContext& c, const Amount& amount, Mention& mention);

}  // namespace twosource
