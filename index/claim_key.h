// Claim keys: subject, item and dimension of a claim, by which statements find each other that
// belong to no common story - a rank, a population, an office.
#pragma once

#include <string>
#include <vector>

#include "core/claim/claim.h"

namespace twosource {

// The keys of a claim as database terms: one for each subject with each concept of the item. Empty
// where subject or item is missing: such a claim is found through its story only.
std::vector<std::string> claim_key_terms(const Claim& claim);

}  // namespace twosource
