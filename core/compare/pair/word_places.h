// Where in one statement the words of another stand: by stem, by concept, and across languages by
// the root that cousins share.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/compare/pair/statement.h"

namespace twosource {

class WordPlaces {
 public:
  // `held` must outlive the object. `same_language` as the statements whose words are looked up.
  WordPlaces(const Statement& held, bool same_language);

  // Indices into the held statement's words, sorted, each once.
  std::vector<std::uint32_t> of(const StatementWord& word) const;
  bool has(const StatementWord& word) const;

  const Statement& held() const { return held_; }

 private:
  const std::vector<std::uint32_t>* find(const std::string& key) const;

  const Statement& held_;
  bool same_language_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;
};

bool share_concept(const Term& a, const Term& b);

// Of the content words nearest to a figure of `statement`, the share that stands near a figure of
// the other side, in the sentence of that figure: 0..1; 0 where there are none.
double shared_context(const Statement& statement, const Claim& figure, const WordPlaces& other,
                      const Claim& other_figure);

}  // namespace twosource
