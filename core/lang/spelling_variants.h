// Spelling variants: letters that a language may write in another way ("ö" as "oe", "ß" as "ss").
//
// numbers.json, units.json and the like hold them once as "variants": [["ö", "oe"], ...]; every
// form is then known in each of its spellings.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lang/strict_json.h"

namespace twosource {

class SpellingVariants {
 public:
  SpellingVariants() = default;
  // Reads the member "variants" of `root`, which may be missing.
  SpellingVariants(JsonReader& json, const JsonNode& root);

  // The form itself, and the form with all pairs replaced where that makes a difference.
  std::vector<std::string> of(std::string_view form) const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

}  // namespace twosource
