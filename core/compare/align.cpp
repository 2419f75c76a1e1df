// How conflicts are found:
//
//   1. every pair of comparable claims gets its features and a probability;
//   2. pairs whose values agree explain both claims: an explained claim is never in conflict;
//   3. the unexplained claims compete: a conflict is a pair in which each is the other's best
//      partner, and a second function over the features, which knows by how much the pair won,
//      says how sure that is.
//
// Nothing here knows where in an article a claim stands.
#include "core/compare/align.h"

#include <algorithm>
#include <cmath>

#include "core/compare/align_features.h"
#include "core/compare/align_guard.h"
#include "core/compare/claim_key.h"
#include "core/compare/growing.h"
#include "core/compare/profile.h"
#include "core/compare/same_bearer.h"
#include "core/compare/sentence_grid.h"

namespace twosource {
namespace {

// A claim is taken as explained by an agreeing pair that would not yet be shown as corroboration.
constexpr double kExplainsFrom = 0.45;
// How close to the best two sentences must be to count as each other's counterpart.
constexpr double kCounterparts = 0.9;
// A denial of what another article affirms is read from one small word: only the surest pairs
// count.
constexpr double kDenialThreshold = 0.98;
// Which word a negation reaches differs too much between languages.
constexpr double kNever = 1.01;
constexpr double kUpdateShare = 0.6;
// The story rank of the closest article, and the likeness that it needs.
constexpr double kClosest = 0.95;
constexpr double kLeastStory = 0.06;
// What two sentences with figures of one name count as at least.
constexpr double kNamedSentence = 0.6;
constexpr double kNamedLead = 0.4;
constexpr double kRarest = 3;  // what the rarest equal figure says (Feature::Rarity)
// A lead of so many log odds is a full one.
constexpr double kFullLead = 3;

void set(FeatureValues& features, Feature feature, double value) {
  features[static_cast<std::size_t>(feature)] = value;
}

class Aligner {
 public:
  Aligner(const ReadySide& a, const ReadySide& b, const AlignOptions& options)
      : a_(a.side()),
        b_(b.side()),
        options_(options),
        model_(options.model != nullptr ? *options.model : AlignModel::embedded()),
        bridge_(bridge_between(a_, b_)),
        heads_(model_.of(bridge_)),
        pa_(a.prepared(bridge_)),
        pb_(b.prepared(bridge_)),
        sentences_(pa_, pb_) {}

  std::vector<AlignedPair> run() {
    compare_values();
    for (AlignedPair& pair : pairs_) describe(pair);
    find_explained();
    compete();
    for (AlignedPair& pair : pairs_) decide(pair);
    return std::move(pairs_);
  }

 private:
  void compare_values() {
    for (std::uint32_t i = 0; i < a_.claims.size(); ++i) {
      for (std::uint32_t j = 0; j < b_.claims.size(); ++j) {
        const DatedClaim claim{a_.claims[i], a_.info.published};
        const DatedClaim evidence{b_.claims[j], b_.info.published};
        const ValueRelation values = relate_claims(claim, evidence);
        if (!values.comparable) continue;
        AlignedPair pair;
        pair.a = i;
        pair.b = j;
        pair.values = with_growth(claim, evidence, values);
        pair.keyed = share_key(pa_.claims[i].keys, pb_.claims[j].keys);
        pairs_.push_back(pair);
        if (equal_values(values.rule))
          sentences_.add_equal_values(sentence_a(pairs_.back()), sentence_b(pairs_.back()),
                                      shared_rarity(pairs_.back()));
      }
    }
    sentences_.settle();
  }

  std::uint32_t sentence_a(const AlignedPair& pair) const { return pa_.claims[pair.a].sentence; }
  std::uint32_t sentence_b(const AlignedPair& pair) const { return pb_.claims[pair.b].sentence; }

  double shared_rarity(const AlignedPair& pair) const {
    return std::min(pa_.claims[pair.a].rarity, pb_.claims[pair.b].rarity);
  }

  // All features but those of the competition, and the first probability.
  void describe(AlignedPair& pair) const {
    FeatureValues& f = pair.features;
    f = pair_features(a_, pa_, pair.a, b_, pb_, pair.b);
    const std::uint32_t s = sentence_a(pair);
    const std::uint32_t t = sentence_b(pair);
    const bool equal = equal_values(pair.values.rule);
    const double others = sentences_.equal_values(s, t) - (equal ? shared_rarity(pair) : 0);
    // A name is as good as a sentence to find the same figure by.
    const double named = share_bearer(a_.claims[pair.a], b_.claims[pair.b]) ? 1 : 0;
    set(f, Feature::Sentence, std::max(named * kNamedSentence, sentences_.words(s, t)));
    // A common name is as rare a figure as there is.
    const double siblings = named * kRarest + others;
    set(f, Feature::Siblings, siblings > 0 ? siblings / (siblings + 1) : 0);
    const bool anywhere = pair.keyed && told_in_any_story(a_.claims[pair.a]);
    set(f, Feature::Story, anywhere ? std::max(options_.story, model_.key_story) : options_.story);
    set(f, Feature::StoryRank, anywhere ? 1 : options_.story_rank);
    set(f, Feature::StoryNames, anywhere ? 1 : options_.story_names);
    set(f, Feature::StoryDays, anywhere ? 1 : options_.story_days);
    set(f, Feature::Rarity, equal ? shared_rarity(pair) : 0);
    set(f, Feature::SentenceFit, std::max(named, sentences_.fit(s, t)));
    set(f, Feature::SentenceLead, std::max(named * kNamedLead, sentences_.lead(s, t)));
    pair.head = agrees(pair.values.relation) ? &heads_.agree : &heads_.same;
    pair.probability = pair.head->probability(f);
  }

  // Best and second best log odds of each claim among the pairs that still compete.
  struct Rivals {
    static constexpr double kNone = -30;
    double best = kNone;
    double second = kNone;
    void add(double odds) {
      second = std::max(second, std::min(best, odds));
      best = std::max(best, odds);
    }
  };

  // Equal figures explain first. What merely leaves room for the other figure ("hundreds", "more
  // than 125") explains a claim only where no contradicting one is a better partner.
  void find_explained() {
    explained_a_.assign(a_.claims.size(), false);
    explained_b_.assign(b_.claims.size(), false);
    for (const AlignedPair& pair : pairs_) {
      if (!equal_values(pair.values.rule)) continue;
      // "From 2000 to 2019": equal figures of one sentence are partners, however thin the story.
      const bool counterparts = feature_of(pair, Feature::SentenceFit) >= kCounterparts;
      if (pair.probability < kExplainsFrom && !counterparts) continue;
      explained_a_[pair.a] = true;
      explained_b_[pair.b] = true;
    }
    explain_by_room();
  }

  void explain_by_room() {
    std::vector<double> against_a(a_.claims.size(), Rivals::kNone);
    std::vector<double> against_b(b_.claims.size(), Rivals::kNone);
    for (const AlignedPair& pair : pairs_) {
      if (pair.values.relation != Relation::Conflicts || !competes(pair)) continue;
      const double odds = heads_.same.log_odds(pair.features);
      against_a[pair.a] = std::max(against_a[pair.a], odds);
      against_b[pair.b] = std::max(against_b[pair.b], odds);
    }
    for (const AlignedPair& pair : pairs_) {
      if (!agrees(pair.values.relation) || equal_values(pair.values.rule)) continue;
      if (pair.probability < heads_.corroboration_threshold) continue;
      const double odds = heads_.same.log_odds(pair.features);
      if (odds >= against_a[pair.a]) explained_a_[pair.a] = true;
      if (odds >= against_b[pair.b]) explained_b_[pair.b] = true;
    }
  }

  // The newer figure of a growing count often stands beside the older one ("had been 1,500"): only
  // the newer claim must be unexplained. Which one that is, the relation says.
  bool competes(const AlignedPair& pair) const {
    switch (pair.values.relation) {
      case Relation::Conflicts:
        return !explained_a_[pair.a] && !explained_b_[pair.b];
      case Relation::Supersedes:
        return !explained_b_[pair.b];
      case Relation::Superseded:
        return !explained_a_[pair.a];
      case Relation::Corroborates:
      case Relation::Compatible:
        break;
    }
    return false;
  }

  void compete() {
    rivals_a_.assign(a_.claims.size(), {});
    rivals_b_.assign(b_.claims.size(), {});
    for (const AlignedPair& pair : pairs_) {
      if (!competes(pair)) continue;
      const double odds = heads_.same.log_odds(pair.features);
      rivals_a_[pair.a].add(odds);
      rivals_b_[pair.b].add(odds);
    }
    for (AlignedPair& pair : pairs_) {
      if (!competes(pair)) continue;
      const double odds = heads_.same.log_odds(pair.features);
      const double next = std::max(rivals_a_[pair.a].second, rivals_b_[pair.b].second);
      set(pair.features, Feature::Lead, std::clamp((odds - next) / kFullLead, 0.0, 1.0));
      set(pair.features, Feature::Unmatched, unmatched(pair));
    }
  }

  // 1 where the two claims are the only ones of their sentences without a partner.
  double unmatched(const AlignedPair& pair) const {
    const auto left = [](const PreparedSentence& sentence, const std::vector<bool>& explained) {
      return std::count_if(sentence.claims.begin(), sentence.claims.end(),
                           [&](std::uint32_t claim) { return !explained[claim]; });
    };
    const auto most = std::max(left(pa_.sentences[sentence_a(pair)], explained_a_),
                               left(pb_.sentences[sentence_b(pair)], explained_b_));
    return 1.0 / static_cast<double>(std::max<std::ptrdiff_t>(most, 1));
  }

  void decide(AlignedPair& pair) const {
    if (agrees(pair.values.relation)) {
      pair.threshold = needed(pair);
      pair.outcome = if_alike(pair);
    } else if (!competes(pair)) {
      pair.outcome = Outcome::Explained;
    } else {
      decide_conflict(pair);
    }
  }

  static Outcome if_alike(const AlignedPair& pair) {
    if (pair.probability < pair.threshold) return Outcome::Unsure;
    return counts_alike(pair) ? Outcome::Holds : Outcome::NotAlike;
  }

  // What neither supports nor excludes decides nothing: it is worth showing from less on, if it
  // counts the same thing.
  double needed(const AlignedPair& pair) const {
    constexpr double kSameItem = 0.6;
    const bool wider = pair.values.relation == Relation::Compatible &&
                       feature_of(pair, Feature::Item) >= kSameItem;
    return wider ? std::min(model_.compatible_threshold, heads_.corroboration_threshold)
                 : heads_.corroboration_threshold;
  }

  void decide_conflict(AlignedPair& pair) const {
    const double odds = heads_.same.log_odds(pair.features);
    const bool beaten = odds < rivals_a_[pair.a].best || odds < rivals_b_[pair.b].best;
    pair.head = &heads_.conflict;
    pair.probability = pair.head->probability(pair.features);
    pair.threshold = pair.values.rule == Rule::EventDenied
                         ? std::max(kDenialThreshold, heads_.conflict_threshold)
                         : heads_.conflict_threshold;
    if (pair.values.rule == Rule::EventDenied && bridge_ != Bridge::OneLanguage)
      pair.threshold = kNever;
    if (is_lone_one(pair, a_.claims[pair.a], b_.claims[pair.b]))
      pair.threshold = std::max(kDenialThreshold, pair.threshold);
    // What brings a figure up to date does not call it wrong: it is worth telling from less on.
    if (pair.values.relation != Relation::Conflicts) pair.threshold *= kUpdateShare;
    if (!same_matter(pair)) {
      pair.outcome = Outcome::OtherStory;
    } else if (beaten) {
      pair.outcome = Outcome::Rivalled;
    } else {
      pair.outcome = if_alike(pair);
    }
  }

  // Can the two claims contradict each other at all?
  bool same_matter(const AlignedPair& pair) const {
    if (options_.story >= model_.conflict_story) return true;
    // Thin articles share little; the closest there is may be the same story all the same.
    if (options_.story_rank >= kClosest && options_.story >= kLeastStory) return true;
    return pair.keyed && is_standing_fact(a_.claims[pair.a]) && is_standing_fact(b_.claims[pair.b]);
  }

  const AlignSide& a_;
  const AlignSide& b_;
  const AlignOptions& options_;
  const AlignModel& model_;
  Bridge bridge_;
  const AlignHeads& heads_;
  const PreparedSide& pa_;
  const PreparedSide& pb_;
  SentenceGrid sentences_;
  std::vector<AlignedPair> pairs_;
  std::vector<bool> explained_a_;
  std::vector<bool> explained_b_;
  std::vector<Rivals> rivals_a_;
  std::vector<Rivals> rivals_b_;
};

}  // namespace

std::vector<AlignedPair> align_all(const AlignSide& a, const AlignSide& b, const TermWeight& weight,
                                   const AlignOptions& options) {
  return Aligner(ReadySide(a, weight), ReadySide(b, weight), options).run();
}

std::vector<AlignedPair> align_claims(const ReadySide& a, const ReadySide& b,
                                      const AlignOptions& options) {
  std::vector<AlignedPair> out = Aligner(a, b, options).run();
  std::erase_if(out, [](const AlignedPair& pair) { return pair.outcome != Outcome::Holds; });
  return out;
}

std::vector<AlignedPair> align_claims(const AlignSide& a, const AlignSide& b,
                                      const TermWeight& weight, const AlignOptions& options) {
  return align_claims(ReadySide(a, weight), ReadySide(b, weight), options);
}

}  // namespace twosource
