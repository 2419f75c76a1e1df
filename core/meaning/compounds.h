// How languages join words: core/lang/shared/compounds.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace twosource {

struct CompoundRules {
  std::string language;
  std::vector<std::string> links;  // what may stand between two parts; "" first
};

// The rules of the language, or null when it writes no compounds as one word.
const CompoundRules* compound_rules(std::string_view language);
// Faults in the table: for tests.
const std::vector<Error>& compound_faults();

}  // namespace twosource
