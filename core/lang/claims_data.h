// The words by which statements are attributed, hedged, planned, denied.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct ClaimsData {
  bool present = false;
};

// Reads core/lang/<tag>/claims.json. Faults are noted in `json`.
ClaimsData load_claims(JsonReader& json, const JsonNode& root);

}  // namespace twosource
