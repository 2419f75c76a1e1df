// The two sides of a comparison made ready: claims and their sentences as sorted keys with weights,
// so that a feature is one merge of two short lists.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/compare/align.h"

namespace twosource {

// Words or names. One word has several keys: its stem, what it means, its root; two words are the
// same where they share one.
class TermSet {
 public:
  // The keys of one term that count, with what each says; `alone`: what the term says where the
  // other side lacks it. A term without keys is left out.
  struct Key {
    std::uint64_t key = 0;
    double weight = 0;
  };
  void add(const std::vector<Key>& keys, double alone);
  // Call once when all is added.
  void finish();
  bool empty() const { return alone_.empty(); }

  // Shared weight over the geometric mean of both: 0..1; 0 when one is empty.
  friend double overlap(const TermSet& a, const TermSet& b);

 private:
  struct Entry {
    std::uint64_t key;
    double weight;
    std::uint32_t term;
  };
  std::vector<Entry> entries_;  // by key
  std::vector<double> alone_;   // by term
};

struct PreparedClaim {
  TermSet item;
  TermSet predicate;
  TermSet near;
  TermSet subject;
  std::string item_text;  // folded
  std::uint64_t primary_source = 0;
  std::vector<std::uint64_t> keys;  // claim keys
  double rarity = 0;                // 0..3: how much an equal value elsewhere would say
  std::uint32_t sentence = 0;
};

struct PreparedSentence {
  TermSet terms;  // words and names
  TermSet names;
  std::vector<std::uint32_t> claims;
};

struct PreparedSide {
  std::vector<PreparedClaim> claims;
  std::vector<PreparedSentence> sentences;
};

// Across languages words meet by what they mean and, since many are cousins ("Kandidat",
// "candidate"), by their roots; in one language by their stems.
PreparedSide prepare(const AlignSide& side, const TermWeight& weight, Bridge bridge);

// The features that depend on the two claims alone: neither on the other pairs nor on the relation.
FeatureValues pair_features(const AlignSide& a, const PreparedSide& pa, std::uint32_t i,
                            const AlignSide& b, const PreparedSide& pb, std::uint32_t j);

}  // namespace twosource
