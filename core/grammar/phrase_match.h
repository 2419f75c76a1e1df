// Matching phrases of a lexicon against tokens, forwards and backwards.
#pragma once

#include <cstddef>
#include <optional>

#include "core/grammar/folded_text.h"
#include "core/lang/phrase_lexicon.h"

namespace twosource {

struct PhraseMatch {
  std::uint32_t payload = 0;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open
};

// Whether token `at`, which is not the first of its phrase, is `word` of a lexicon, spaces between
// Hangul syllables included.
bool is_phrase_word(const FoldedText& text, std::size_t at, std::string_view word);

// The longest phrase that begins at token `at`; never across a paragraph.
std::optional<PhraseMatch> match_phrase(const FoldedText& text, const PhraseLexicon& lexicon,
                                        std::size_t at);
// The longest phrase of a reversed lexicon whose last token is `at`.
std::optional<PhraseMatch> match_phrase_before(const FoldedText& text, const PhraseLexicon& lexicon,
                                               std::size_t at);

}  // namespace twosource
