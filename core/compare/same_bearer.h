// Figures that belong to a name (core/claim/bearer.h): the age of a person, the number of a house
// in a street. What else their sentences say does not matter.
#pragma once

#include "core/compare/claim_relation.h"

namespace twosource {

// Both belong to a name, and it is the same one: "Shelly L. Bird" and "Shelly Bird", "Frieda
// Tiggs" and "Freida Tiggs", "W. 14th Street" and "West 14th Street".
bool share_bearer(const Claim& a, const Claim& b);

// Belong the two figures to different names?
bool bearers_differ(const Claim& a, const Claim& b);

// House numbers, of which one at least is known to be one. A block holds the hundred from its own
// number on. Only numbers in one street can differ.
bool is_address(const Claim& claim);
ValueRelation relate_addresses(const Claim& a, const Claim& b);

// Ages of one person that a birthday between the two days of publication explains.
bool birthday_between(const DatedClaim& a, const DatedClaim& b);

}  // namespace twosource
