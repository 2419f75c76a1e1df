// A compact form of claims that tests compare.
#pragma once

#include <cstdint>
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

// A sentence and the claims that must be read in it; others may be there too. A wanted line that
// starts with '!' must not be there, matched by its beginning.
struct ClaimRow {
  int line;
  const char* language;
  const char* text;
  std::vector<const char*> claims;
};
// Whether a wanted line is the whole line or its beginning.
enum class LineMatch : std::uint8_t { Whole, Beginning };
void check_claims(const std::vector<ClaimRow>& rows, LineMatch match);

}  // namespace twosource::test
