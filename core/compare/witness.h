// Witnesses: once it is sure that an article contradicts a claim, every other article that bears
// that article out contradicts the claim too, however little its own sentence has in common with
// it.
#pragma once

#include <span>
#include <vector>

#include "core/compare/align.h"

namespace twosource {

// An article of the corpus with its pairs that hold against the claims of the checked one.
struct Witness {
  AlignSide side;
  AlignOptions story;  // against the checked article
  std::vector<AlignedPair>& pairs;
};

// Adds to the pairs of the witnesses those that follow from another witness's conflict. A claim
// that already stands in a pair with a witness gets no second one from it. At most kLeaders
// articles with conflicts are followed.
inline constexpr std::size_t kLeaders = 3;
void join_witnesses(const AlignSide& checked, std::span<Witness> witnesses,
                    const TermWeight& weight);

}  // namespace twosource
