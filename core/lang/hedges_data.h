// The words that blur or bound a number.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct HedgesData {
  bool present = false;
};

// Reads core/lang/<tag>/hedges.json. Faults are noted in `json`.
HedgesData load_hedges(JsonReader& json, const JsonNode& root);

}  // namespace twosource
