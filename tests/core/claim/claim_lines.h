// A compact form of claims that tests compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claim/extract.h"

namespace twosource::test {

// An article published on 2024-10-24 (a Thursday), id "test", language as given.
Document article(std::string_view language, std::string_view text);

// `kind | text | item | subjects | predicate | modality [not] [change] | sources | when`
std::string line_of(const Claim& claim);
std::vector<std::string> lines_of(std::string_view language, std::string_view text);

}  // namespace twosource::test
