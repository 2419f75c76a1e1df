// The two sides of a comparison made ready: claims and their sentences as sorted keys with weights,
// so that a feature is one merge of two short lists.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/compare/align.h"

namespace twosource {

struct WeightedKey {
  std::uint64_t key = 0;
  double weight = 0;
  double alone = 0;  // its weight where the other side lacks it
};
using KeyList = std::vector<WeightedKey>;  // sorted by key, each once

struct PreparedClaim {
  KeyList item;
  KeyList predicate;
  KeyList near;
  KeyList subject;
  std::string item_text;  // folded
  std::uint64_t primary_source = 0;
  std::vector<std::uint64_t> keys;  // claim keys
  double rarity = 0;                // 0..3: how much an equal value elsewhere would say
  std::uint32_t sentence = 0;
};

struct PreparedSentence {
  KeyList terms;  // words and names
  KeyList names;
  std::vector<std::uint32_t> claims;
};

struct PreparedSide {
  std::vector<PreparedClaim> claims;
  std::vector<PreparedSentence> sentences;
};

// `same_language` false: roots of long words are compared beside concepts and stems, since many
// words of two languages are cousins ("Kandidat", "candidate").
PreparedSide prepare(const AlignSide& side, const TermWeight& weight, bool same_language);

// Shared weight over the geometric mean of both: 0..1; 0 when a list is empty.
double overlap(const KeyList& a, const KeyList& b);

// The features that depend on the two claims alone: neither on the other pairs nor on the relation.
FeatureValues pair_features(const AlignSide& a, const PreparedSide& pa, std::uint32_t i,
                            const AlignSide& b, const PreparedSide& pb, std::uint32_t j);

}  // namespace twosource
