// How conflicts are found:
//
//   1. every pair of comparable claims gets its features and a probability;
//   2. pairs whose values agree explain both claims: an explained claim is never in conflict;
//   3. the unexplained claims compete: a conflict is a pair in which each is the other's best
//      partner by a clear margin, in sentences that are each other's best counterpart.
//
// Nothing here knows where in an article a claim stands.
#include "core/compare/align.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/compare/align_features.h"
#include "core/compare/claim_key.h"
#include "core/compare/growing.h"

namespace twosource {
namespace {

// A claim is taken as explained by an agreeing pair that would not yet be shown as corroboration.
constexpr double kExplainsFrom = 0.25;
// Sentences that share less are no counterparts, unless item and subject make up for it.
constexpr double kSentenceFloor = 0.12;
// A denial of what another article affirms is read from one small word: only the surest pairs
// count.
constexpr double kDenialThreshold = 0.98;
// How close to the best counterpart a sentence must come to count as one.
constexpr double kSentenceNearBest = 0.92;

struct Grid {
  std::size_t columns = 0;
  std::vector<double> values;
  double& at(std::size_t i, std::size_t j) { return values[i * columns + j]; }
  double at(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
};

bool agrees(Relation relation) {
  return relation == Relation::Corroborates || relation == Relation::Compatible;
}

bool equal_values(Rule rule) {
  switch (rule) {
    case Rule::QuantityEqual:
    case Rule::DateEqual:
    case Rule::DurationEqual:
    case Rule::RankEqual:
    case Rule::VoteEqual:
    case Rule::RoleSame:
    case Rule::QuoteSame:
      return true;
    default:
      return false;
  }
}

bool same_language(const AlignSide& a, const AlignSide& b) {
  return a.info.language == b.info.language;
}

double log_odds(double p) {
  constexpr double kTiny = 1e-9;
  const double bounded = std::clamp(p, kTiny, 1 - kTiny);
  return std::log(bounded / (1 - bounded));
}

class Aligner {
 public:
  Aligner(const AlignSide& a, const AlignSide& b, const TermWeight& weight,
          const AlignOptions& options)
      : a_(a),
        b_(b),
        options_(options),
        model_(options.model != nullptr ? *options.model : AlignModel::embedded()),
        pa_(prepare(a, weight, same_language(a, b))),
        pb_(prepare(b, weight, same_language(a, b))) {}

  std::vector<AlignedPair> run() {
    compare_values();
    compare_sentences();
    for (AlignedPair& pair : pairs_) score(pair);
    return survivors();
  }

 private:
  void compare_values() {
    for (std::uint32_t i = 0; i < a_.claims.size(); ++i) {
      for (std::uint32_t j = 0; j < b_.claims.size(); ++j) {
        const DatedClaim claim{a_.claims[i], a_.info.published};
        const DatedClaim evidence{b_.claims[j], b_.info.published};
        const ValueRelation values = relate_claims(claim, evidence);
        if (!values.comparable) continue;
        const bool keyed = share_key(pa_.claims[i].keys, pb_.claims[j].keys);
        pairs_.push_back({i, j, with_growth(claim, evidence, values), keyed, 0, {}});
      }
    }
  }

  // Likeness of all sentences with claims, words and equal values together.
  void compare_sentences() {
    const std::size_t rows = pa_.sentences.size();
    agreeing_ = {pb_.sentences.size(), std::vector<double>(rows * pb_.sentences.size())};
    likeness_ = agreeing_;
    for (const AlignedPair& pair : pairs_) {
      if (!equal_values(pair.values.rule)) continue;
      agreeing_.at(sentence_a(pair), sentence_b(pair)) += shared_rarity(pair);
    }
    for (std::size_t s = 0; s < rows; ++s) {
      for (std::size_t t = 0; t < pb_.sentences.size(); ++t) {
        const double values = agreeing_.at(s, t);
        likeness_.at(s, t) =
            overlap(pa_.sentences[s].terms, pb_.sentences[t].terms) + 0.5 * values / (values + 1);
      }
    }
    best_for_a_.assign(rows, 0);
    best_for_b_.assign(pb_.sentences.size(), 0);
    for (std::size_t s = 0; s < rows; ++s) {
      for (std::size_t t = 0; t < pb_.sentences.size(); ++t) {
        best_for_a_[s] = std::max(best_for_a_[s], likeness_.at(s, t));
        best_for_b_[t] = std::max(best_for_b_[t], likeness_.at(s, t));
      }
    }
  }

  std::uint32_t sentence_a(const AlignedPair& pair) const { return pa_.claims[pair.a].sentence; }
  std::uint32_t sentence_b(const AlignedPair& pair) const { return pb_.claims[pair.b].sentence; }

  double shared_rarity(const AlignedPair& pair) const {
    return std::min(pa_.claims[pair.a].rarity, pb_.claims[pair.b].rarity);
  }

  void score(AlignedPair& pair) const {
    FeatureValues f = pair_features(a_, pa_, pair.a, b_, pb_, pair.b);
    const auto set = [&](Feature feature, double value) {
      f[static_cast<std::size_t>(feature)] = value;
    };
    const std::uint32_t s = sentence_a(pair);
    const std::uint32_t t = sentence_b(pair);
    const bool equal = equal_values(pair.values.rule);
    const double others = agreeing_.at(s, t) - (equal ? shared_rarity(pair) : 0);
    set(Feature::Sentence, overlap(pa_.sentences[s].terms, pb_.sentences[t].terms));
    set(Feature::Siblings, others > 0 ? others / (others + 1) : 0);
    set(Feature::Story, story_of(pair));
    set(Feature::Rarity, equal ? shared_rarity(pair) : 0);
    pair.features = f;
    pair.probability = (agrees(pair.values.relation) ? model_.agree : model_.differ).probability(f);
  }

  // Facts that belong to no story are the same fact in any article.
  double story_of(const AlignedPair& pair) const {
    const bool anywhere = pair.keyed && told_in_any_story(a_.claims[pair.a]);
    return anywhere ? std::max(options_.story, model_.key_story) : options_.story;
  }

  bool counterparts(const AlignedPair& pair) const {
    const std::uint32_t s = sentence_a(pair);
    const std::uint32_t t = sentence_b(pair);
    const double here = likeness_.at(s, t);
    const double best = std::max(best_for_a_[s], best_for_b_[t]);
    return here >= kSentenceFloor && here >= kSentenceNearBest * best;
  }

  void find_explained(std::vector<bool>& a, std::vector<bool>& b) const {
    a.assign(a_.claims.size(), false);
    b.assign(b_.claims.size(), false);
    for (const AlignedPair& pair : pairs_) {
      if (!agrees(pair.values.relation)) continue;
      const double needed =
          equal_values(pair.values.rule) ? kExplainsFrom : model_.corroboration_threshold;
      if (pair.probability < needed) continue;
      a[pair.a] = true;
      b[pair.b] = true;
    }
  }

  // Best and second best probability of each claim among the pairs that still compete.
  struct Rivals {
    double best = 0;
    double second = 0;
    void add(double p) {
      second = std::max(second, std::min(best, p));
      best = std::max(best, p);
    }
  };

  std::vector<AlignedPair> survivors() const {
    std::vector<bool> explained_a;
    std::vector<bool> explained_b;
    find_explained(explained_a, explained_b);
    std::vector<Rivals> rivals_a(a_.claims.size());
    std::vector<Rivals> rivals_b(b_.claims.size());
    const auto competes = [&](const AlignedPair& pair) {
      return pair.values.relation == Relation::Conflicts && !explained_a[pair.a] &&
             !explained_b[pair.b];
    };
    for (const AlignedPair& pair : pairs_) {
      if (!competes(pair)) continue;
      rivals_a[pair.a].add(pair.probability);
      rivals_b[pair.b].add(pair.probability);
    }
    std::vector<AlignedPair> out;
    for (const AlignedPair& pair : pairs_) {
      bool keep = false;
      if (agrees(pair.values.relation)) {
        keep = pair.probability >= needed(pair) && counts_alike(pair);
      } else if (pair.values.relation == Relation::Conflicts) {
        keep = competes(pair) && wins(pair, rivals_a[pair.a], rivals_b[pair.b]);
      } else {
        keep = updates(pair, explained_a[pair.a], explained_b[pair.b]);
      }
      if (keep) out.push_back(pair);
    }
    return out;
  }

  // What neither supports nor excludes decides nothing: it is worth showing from less on, if it
  // counts the same thing.
  double needed(const AlignedPair& pair) const {
    constexpr double kSameItem = 0.6;
    const bool wider = pair.values.relation == Relation::Compatible &&
                       pair.features[static_cast<std::size_t>(Feature::Item)] >= kSameItem;
    return wider ? model_.compatible_threshold : model_.corroboration_threshold;
  }

  // A figure inside a bound or an order of magnitude is no coincidence worth telling ("450 seats"
  // is "more than 250"): there the counted thing itself must be shared.
  static bool counts_alike(const AlignedPair& pair) {
    constexpr double kAlikeSentence = 0.15;
    switch (pair.values.rule) {
      case Rule::QuantityInside:
      case Rule::QuantityWider:
      case Rule::QuantityOverlap:
      case Rule::GrowingCount:
      case Rule::ProvisionSame:
        return pair.features[static_cast<std::size_t>(Feature::Item)] > 0 ||
               pair.features[static_cast<std::size_t>(Feature::Sentence)] >= kAlikeSentence;
      default:
        return true;
    }
  }

  // The newer figure of a growing count often stands beside the older one ("had been 1,500"): only
  // the newer claim must be unexplained. Which one that is, the relation says.
  bool updates(const AlignedPair& pair, bool explained_a, bool explained_b) const {
    const bool newer_explained =
        pair.values.relation == Relation::Supersedes ? explained_b : explained_a;
    return !newer_explained && options_.story >= model_.conflict_story &&
           pair.probability >= model_.conflict_threshold && counts_alike(pair);
  }

  // Can the two claims contradict each other at all?
  bool same_matter(const AlignedPair& pair) const {
    if (options_.story >= model_.conflict_story) return true;
    return pair.keyed && is_standing_fact(a_.claims[pair.a]) && is_standing_fact(b_.claims[pair.b]);
  }

  bool wins(const AlignedPair& pair, const Rivals& a, const Rivals& b) const {
    const double p = pair.probability;
    if (!same_matter(pair)) return false;
    if (pair.values.rule == Rule::EventDenied && p < kDenialThreshold) return false;
    if (p < model_.conflict_threshold || p < a.best || p < b.best) return false;
    if (log_odds(p) - log_odds(std::max(a.second, b.second)) < model_.conflict_margin) return false;
    return counterparts(pair);
  }

  const AlignSide& a_;
  const AlignSide& b_;
  const AlignOptions& options_;
  const AlignModel& model_;
  PreparedSide pa_;
  PreparedSide pb_;
  std::vector<AlignedPair> pairs_;
  Grid agreeing_;
  Grid likeness_;
  std::vector<double> best_for_a_;
  std::vector<double> best_for_b_;
};

}  // namespace

double plain_weight(std::string_view key) {
  return key.starts_with("N:") ? 3 : 1;
}

std::vector<AlignedPair> align_claims(const AlignSide& a, const AlignSide& b,
                                      const TermWeight& weight, const AlignOptions& options) {
  return Aligner(a, b, weight, options).run();
}

}  // namespace twosource
