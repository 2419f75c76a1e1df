// How a language names units of measure, percentages and time spans.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct UnitsData {
  bool present = false;
};

// Reads core/lang/<tag>/units.json. Faults are noted in `json`.
UnitsData load_units(JsonReader& json, const JsonNode& root);

}  // namespace twosource
