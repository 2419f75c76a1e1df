// Coverage: how much of what a statement says its source says too, by words.
#pragma once

#include <string_view>
#include <vector>

#include "core/claim/claim.h"

namespace twosource {

// The share of the words and names around the claims of `statement` that stand anywhere in the text
// of `source`: 0..1; 1 for a statement without words. `language` of both.
double coverage(const std::vector<Claim>& statement, std::string_view source,
                const std::vector<Claim>& source_claims, std::string_view language);

}  // namespace twosource
