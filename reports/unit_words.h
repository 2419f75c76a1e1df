// English names of the units that the model names by CLDR's identifiers.
#pragma once

#include <string>
#include <string_view>

namespace twosource {

// "kilometers per hour", "imperial gallons", "USD", "%"; with `one` for a single one ("foot").
// Empty for no unit. An unknown identifier is read word by word.
std::string unit_words(std::string_view unit, bool one = false);

}  // namespace twosource
