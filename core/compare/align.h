// Alignment: which claims of two articles speak of the same thing.
//
// Every pair of claims whose values can be held against each other gets a probability from a
// logistic model over explainable features (weights.json). Probability alone cannot find conflicts:
// what does is competition. Pairs that agree cancel first; what is left competes one to one, and a
// conflict is kept only between mutual best partners in sentences that are each other's best
// counterpart. The order of numbers or sentences is never a feature.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/claim/claim.h"
#include "core/compare/claim_relation.h"
#include "core/document/document.h"

namespace twosource {

// How much a word or name says: high for rare ones. Keys as profile.h makes them.
using TermWeight = std::function<double(std::string_view)>;
// Without a corpus: names 3, words 1.
double plain_weight(std::string_view key);

// What the model sees of a pair; every value within 0..1, except `rarity` (0..3).
enum class Feature : std::uint8_t {
  Item,            // what is counted, by concepts or spelling
  Subject,         // shared subjects
  SubjectDiffers,  // both name subjects and share none
  Predicate,
  Sentence,  // likeness of the two sentences: words and names by weight
  Near,      // words closest to the value
  Names,     // names of the sentences
  Siblings,  // other values of the two sentences that agree
  Story,     // likeness of the two articles
  Unit,      // the same unit, currency or counted kind
  Kind,
  TimeDiffers,  // both say when, and it is not the same time
  Source,       // the same primary source
  Rarity,       // how little chance there is for two equal values to be equal by accident
};
inline constexpr std::size_t kFeatureCount = 14;
std::string_view name_of(Feature feature);

using FeatureValues = std::array<double, kFeatureCount>;

// One logistic function over the features.
struct AlignHead {
  double bias = 0;
  FeatureValues weights{};
  double probability(const FeatureValues& features) const;
};

// The model: one head for pairs whose values agree, where the agreement itself is evidence, one for
// pairs whose values differ; and the thresholds chosen with them.
struct AlignModel {
  AlignHead agree;
  AlignHead differ;
  double corroboration_threshold = 0.5;
  double compatible_threshold = 0.4;  // of evidence that neither supports nor excludes
  double conflict_threshold = 0.5;
  double conflict_story = 0.3;   // articles less alike cannot contradict each other
  double conflict_margin = 0.7;  // in log odds, over the next best partner
  double key_story = 0.25;       // claims with one key count as if their articles were so alike

  // Committed: core/compare/weights.json.
  static const AlignModel& embedded();
};

// One side of a comparison; the caller owns everything.
struct AlignSide {
  const ArticleInfo& info;
  std::span<const Claim> claims;
};

struct AlignedPair {
  std::uint32_t a = 0;  // index into the claims of side a
  std::uint32_t b = 0;
  ValueRelation values;  // seen from a
  bool keyed = false;    // the claims share a claim key
  double probability = 0;
  FeatureValues features{};
};

struct AlignOptions {
  double story = 0;  // likeness of the articles, 0..1
  const AlignModel* model = nullptr;
};

// The pairs that hold after competition, by a, then b. Swapping the sides gives the same conflicts.
std::vector<AlignedPair> align_claims(const AlignSide& a, const AlignSide& b,
                                      const TermWeight& weight, const AlignOptions& options);

}  // namespace twosource
