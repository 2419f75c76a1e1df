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
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/claim/claim.h"
#include "core/compare/claim_relation.h"
#include "core/compare/report.h"
#include "core/document/document.h"

namespace twosource {

// How much a word or name says: high for rare ones. Keys as profile.h makes them.
using TermWeight = std::function<double(std::string_view)>;
// Without a corpus: names 3, words 1.
double plain_weight(std::string_view key);

// What the model sees of a pair of claims; every value within 0..1, except `rarity` (0..3).
enum class Feature : std::uint8_t {
  Item,            // what is counted, by concepts or spelling
  Subject,         // shared subjects
  SubjectDiffers,  // both name subjects and share none
  ItemDiffers,     // both name what is counted and share nothing of it
  Predicate,
  PredicateDiffers,  // both have a verb and share nothing of it
  Sentence,          // likeness of the two sentences: words and names by weight
  Near,              // words closest to the value
  Names,             // names of the sentences
  Siblings,          // other values of the two sentences that agree
  Story,             // likeness of the two articles
  StoryRank,         // the same as a share of that of the closest article there is
  StoryNames,        // likeness of the names in the two articles
  StoryDays,         // how close to each other they were published
  Unit,              // the same unit, currency or counted kind
  Kind,
  TimeDiffers,   // both say when, and it is not the same time
  Source,        // the same primary source
  Rarity,        // how little chance there is for two equal values to be equal by accident
  SentenceFit,   // how close the two sentences come to being each other's best counterpart
  SentenceLead,  // by how much they are closer to each other than to any other sentence
  Alone,         // no other values of this kind in the two sentences
  Size,          // figures of one order, days of one year
  // Only where the values differ; known once the rivals are.
  Lead,       // by how much the pair is better than the next best partner of either claim
  Unmatched,  // how few claims of the two sentences are left without a partner
};
inline constexpr std::size_t kFeatureCount = 25;
std::string_view name_of(Feature feature);

using FeatureValues = std::array<double, kFeatureCount>;

// One logistic function over the features.
struct AlignHead {
  double bias = 0;
  FeatureValues weights{};
  double log_odds(const FeatureValues& features) const;
  double probability(const FeatureValues& features) const;
};

// What two languages have in common decides what a feature is worth.
enum class Bridge : std::uint8_t {
  OneLanguage,
  Spelling,  // two languages: names, roots and numbers
  Lexicon,   // two languages with the meanings of their words
};
inline constexpr std::size_t kBridgeCount = 3;
std::string_view name_of(Bridge bridge);

// The weights for one bridge: `agree` for pairs whose values agree, where the agreement itself is
// evidence; `same` for pairs whose values differ, to rank rivals; `conflict` for the best of them,
// which knows how they won.
struct AlignHeads {
  AlignHead agree;
  AlignHead same;
  AlignHead conflict;
  double corroboration_threshold = 2;  // unread weights report nothing
  double conflict_threshold = 2;
};

// The model: the heads, and the thresholds chosen with them.
struct AlignModel {
  std::string made_by;  // one line for people: how the weights came about
  std::array<AlignHeads, kBridgeCount> heads;
  double compatible_threshold = 0.4;  // of evidence that neither supports nor excludes
  double conflict_story = 0.06;       // articles less alike cannot contradict each other
  double key_story = 0.25;  // claims with one key count as if their articles were so alike

  const AlignHeads& of(Bridge bridge) const { return heads.at(static_cast<std::size_t>(bridge)); }

  // Reads a file of weights. Errors: BadInput.
  static Result<AlignModel> from_json(std::string_view bytes);
  // Committed: core/compare/weights.json, made by tests/fit.
  static const AlignModel& embedded();
};

// One side of a comparison; the caller owns everything.
struct AlignSide {
  const ArticleInfo& info;
  std::span<const Claim> claims;
};

// Why a pair holds, or does not.
enum class Outcome : std::uint8_t {
  Holds,
  Unsure,      // under the threshold
  NotAlike,    // a figure inside a bound, but of something else
  OtherStory,  // articles too far apart to contradict each other
  Explained,   // one of the claims has a partner that agrees
  Rivalled,    // one of the claims has a better partner
};
inline constexpr std::size_t kOutcomeCount = 6;
std::string_view name_of(Outcome outcome);

struct AlignedPair {
  std::uint32_t a = 0;  // index into the claims of side a
  std::uint32_t b = 0;
  ValueRelation values;  // seen from a
  bool keyed = false;    // the claims share a claim key
  double probability = 0;
  FeatureValues features{};
  Outcome outcome = Outcome::Unsure;
  const AlignHead* head = nullptr;  // of the model, that gave the probability
  double threshold = 0;             // that the probability had to reach
  std::string through;  // outlet and day of the article whose figure it repeats (witness.h)
};

// What each feature adds to the log odds of the pair, the largest first.
std::vector<FeatureShare> shares_of(const AlignedPair& pair);

struct AlignOptions {
  double story = 0;       // likeness of the articles, 0..1
  double story_rank = 1;  // and as a share of the closest article's
  const AlignModel* model = nullptr;
  double story_names = 0;   // likeness of the articles' names, 0..1
  double story_days = 0.4;  // closeness of their days of publication, 0..1
};

struct PreparedSide;

// A side that takes part in many comparisons: its words are weighed once for each bridge, when that
// is first asked for. What it is made of must outlive it.
class ReadySide {
 public:
  ReadySide(const AlignSide& side, const TermWeight& weight);
  ~ReadySide();
  ReadySide(const ReadySide&) = delete;
  ReadySide& operator=(const ReadySide&) = delete;

  const AlignSide& side() const { return side_; }
  const PreparedSide& prepared(Bridge bridge) const;

 private:
  AlignSide side_;
  const TermWeight& weight_;
  mutable std::array<std::unique_ptr<const PreparedSide>, kBridgeCount> prepared_;
};

// The pairs that hold after competition, by a, then b. Swapping the sides gives the same conflicts.
std::vector<AlignedPair> align_claims(const ReadySide& a, const ReadySide& b,
                                      const AlignOptions& options);
std::vector<AlignedPair> align_claims(const AlignSide& a, const AlignSide& b,
                                      const TermWeight& weight, const AlignOptions& options);

// Every pair whose values can be held against each other, with what became of it.
std::vector<AlignedPair> align_all(const AlignSide& a, const AlignSide& b, const TermWeight& weight,
                                   const AlignOptions& options);

Bridge bridge_between(const AlignSide& a, const AlignSide& b);

}  // namespace twosource
