// Figures: the amounts and dates of an article in their sentences, with the claims made of them and
// the words around them. What the rules of core/compare/self look at.
//
//   "12.000 Soldaten, darunter 8.000 Russen"
//    ^^^^^^ Figure 0            ^^^^^ Figure 1       gap(0) = "Soldaten , darunter"
//
// Lives for the check of one article; document and reading must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/claim/extract.h"
#include "core/document/document.h"
#include "core/grammar/folded_text.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

struct Figure {
  const Claim* claim = nullptr;  // never nullptr
  const Mention* mention = nullptr;
  std::uint32_t first = 0;  // tokens of the span, half open
  std::uint32_t end = 0;
  std::uint32_t wide_first = 0;  // with the hedge words that belong to it
  std::uint32_t wide_end = 0;
};

// The figures of one sentence, in its order. Tokens count within the field.
struct FigureSentence {
  const FoldedText* text = nullptr;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::vector<Figure> figures;

  std::string_view form(std::uint32_t i) const { return text->form(i); }
};

class Figures {
 public:
  Figures(const Document& document, const Reading& reading, const LanguagePack& pack);

  // Sentences with at least one figure, title first.
  const std::vector<FigureSentence>& sentences() const { return sentences_; }

 private:
  void add_field(const Document& document, Field field, const Reading& reading,
                 const LanguagePack& pack);

  std::vector<std::unique_ptr<TokenizedText>> tokenized_;
  std::vector<std::unique_ptr<FoldedText>> texts_;
  std::vector<FigureSentence> sentences_;
};

// The tokens of `lexicon`'s longest phrase that ends right before token `at`: its first token, or
// `at` for none. Looks back over words of `fillers`, at most three.
std::uint32_t phrase_before(const FigureSentence& sentence, const PhraseLexicon& lexicon,
                            const PhraseLexicon& fillers, std::uint32_t at);
// The same forwards: the token behind the phrase that starts at `at`, or behind fillers from there;
// `at` for none.
std::uint32_t phrase_behind(const FigureSentence& sentence, const PhraseLexicon& lexicon,
                            const PhraseLexicon& fillers, std::uint32_t at);
// The token behind the words of `fillers` from `at` on, at most three and never beyond `end`.
std::uint32_t past_fillers(const FigureSentence& sentence, const PhraseLexicon& fillers,
                           std::uint32_t at, std::uint32_t end);
// Some word of [first, end) is in the lexicon.
bool holds_phrase(const FigureSentence& sentence, const PhraseLexicon& lexicon, std::uint32_t first,
                  std::uint32_t end);

}  // namespace twosource
