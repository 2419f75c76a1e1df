// Meaning: turns words of articles into concepts that are the same in every language.
//
//   Meaning meaning(lexicon);
//   meaning.concepts_of("Truppen", "de")    -> troop, force, band ...
//   meaning.concepts_of("troops", "en")     -> troop
//   Meaning().concepts_of("Truppen", "de")  -> w:trupp                 (no lexicon: the stem)
//
// Immutable, thread safe.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/meaning/lexicon.h"
#include "core/text/segment.h"

namespace twosource {

struct WeightedConcept {
  std::string name;         // a concept, or "w:" and the stem of a word outside the lexicon
  std::uint8_t weight = 0;  // 1..255
};

// How a word was found; later ones are weaker.
enum class MeaningStep : std::uint8_t { Exact, Stem, Compound, Prefix, Identity };

class Meaning {
 public:
  // `lexicon` may be null.
  explicit Meaning(std::shared_ptr<const Lexicon> lexicon = nullptr)
      : lexicon_(std::move(lexicon)) {}

  // The concepts of one word as it is written in a text, best first; never empty for a word with
  // letters. Tried in turn: the word, its stem, its parts (in languages that write compounds as one
  // word), its beginning, and the stem itself as "w:...".
  std::vector<WeightedConcept> concepts_of(std::string_view word, std::string_view language) const;
  // The same, with the names appended to `out` and how the word was found: for inner loops.
  MeaningStep append_concepts(std::string_view word, std::string_view language,
                              std::vector<std::string>& out) const;

  bool has_lexicon() const { return lexicon_ != nullptr; }
  const Lexicon* lexicon() const { return lexicon_.get(); }

 private:
  struct Found;
  Found find(std::string_view folded, std::string_view language) const;
  bool find_word(std::string_view folded, std::string_view language, Found& found) const;
  bool find_compound(std::string_view folded, std::string_view language, Found& found) const;

  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace twosource
