// The stored form of a claim: compact, versioned bytes for the index.
//
// Layout: version byte, then the members in the order of claim.h; numbers as varints, strings and
// lists behind their length. Reading never trusts the bytes: what is damaged gives an Error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/claim/claim.h"

namespace twosource {

// Appends one claim.
void encode(const Claim& claim, std::string& out);

// Reads one claim from the front of `bytes` and moves it behind. Errors: Database (cut off, of a
// newer version, or no claim at all); `bytes` is then undefined.
Result<Claim> decode(std::string_view& bytes);

// All claims of an article, and back.
std::string encode_claims(const std::vector<Claim>& claims);
Result<std::vector<Claim>> decode_claims(std::string_view bytes);

}  // namespace twosource
