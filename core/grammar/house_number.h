// Numbers of houses in addresses.
#pragma once

#include "core/grammar/quantity_context.h"

namespace twosource {

// "358 El Brillo Way", "Hauptstraße 12-14", "22, rue de Rivoli", "via Garibaldi, 5".
bool is_house_number(const QuantityContext& c, const Amount& amount);

}  // namespace twosource
