// Names that CLDR does not know: adjectives, inhabitants, organisations, roles.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct NamesData {
  bool present = false;
};

// Reads core/lang/<tag>/names.json. Faults are noted in `json`.
NamesData load_names(JsonReader& json, const JsonNode& root);

}  // namespace twosource
