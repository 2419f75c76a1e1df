// The number words of a language and how it writes digits.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct NumbersData {
  bool present = false;
};

// Reads core/lang/<tag>/numbers.json. Faults are noted in `json`.
NumbersData load_numbers(JsonReader& json, const JsonNode& root);

}  // namespace twosource
