// How a language names currencies.
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct MoneyData {
  bool present = false;
};

// Reads core/lang/<tag>/money.json. Faults are noted in `json`.
MoneyData load_money(JsonReader& json, const JsonNode& root);

}  // namespace twosource
