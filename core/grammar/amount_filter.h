// Numbers that are no amounts: parts of names, labels, notes, pronouns.
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// "5G", "A320", "747s": letters touch the number that are neither unit nor currency.
bool glued_to_letters(const QuantityContext& c, const Amount& amount);
// "Kapitel 5", "Model 3", "Fortune 100": the number names a thing.
bool is_label(const QuantityContext& c, const Amount& amount);
// Any of the reasons why a single amount is none.
bool is_no_amount(const QuantityContext& c, const Amount& amount);

}  // namespace twosource
