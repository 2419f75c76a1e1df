// What an aligned pair must be besides likely, before it is reported.
#pragma once

#include "core/compare/align.h"

namespace twosource {

inline double feature_of(const AlignedPair& pair, Feature feature) {
  return pair.features[static_cast<std::size_t>(feature)];
}

// Do the values support each other, or leave each other room?
bool agrees(Relation relation);

// Is one value the other, and not only inside it?
bool equal_values(Rule rule);

// "Eine", "jedna": the number is an article or a pronoun as often.
bool is_lone_one(const AlignedPair& pair, const Claim& a, const Claim& b);

// A figure inside a bound or an order of magnitude is no coincidence worth telling ("450 seats" is
// "more than 250"): there the counted thing itself must be shared.
bool counts_alike(const AlignedPair& pair);

}  // namespace twosource
