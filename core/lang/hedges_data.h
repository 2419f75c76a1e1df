// The words that blur or bound a number: "rund", "mehr als", "or more".
#pragma once

#include <string>
#include <vector>

#include "core/base/quantity.h"
#include "core/lang/phrase_lexicon.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct HedgesData {
  bool present = false;
  PhraseLexicon before;  // reversed; payload: the Hedge
  PhraseLexicon after;   // payload: the Hedge
  PhraseLexicon filler;  // reversed: may stand between hedge and number ("mehr als die 500")
};

// Reads core/lang/<tag>/hedges.json. Faults are noted in `json`.
HedgesData load_hedges(JsonReader& json, const JsonNode& root);
const HedgesData& or_neutral(const HedgesData& data);

}  // namespace twosource
