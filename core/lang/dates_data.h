// How a language writes dates, times and sets of times.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct DatesData {
  bool present = false;
};

// Reads core/lang/<tag>/dates.json. Faults are noted in `json`.
DatesData load_dates(JsonReader& json, const JsonNode& root);

}  // namespace twosource
