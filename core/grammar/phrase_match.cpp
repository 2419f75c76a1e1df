#include "core/grammar/phrase_match.h"

namespace twosource {

namespace {

std::string_view without_space(std::string_view word) {
  return word.starts_with(' ') ? word.substr(1) : word;
}

// Whether the space before the token, if it is Hangul, stands in the phrase too.
bool fits_space(const FoldedText& text, std::size_t at, std::string_view word) {
  if (!sets_spaces(without_space(word))) return true;
  return text.token(at).has(Token::kSpaceBefore) == word.starts_with(' ');
}

}  // namespace

bool is_phrase_word(const FoldedText& text, std::size_t at, std::string_view word) {
  return text.form(at) == without_space(word) && fits_space(text, at, word);
}

std::optional<PhraseMatch> match_phrase(const FoldedText& text, const PhraseLexicon& lexicon,
                                        std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  for (const PhraseLexicon::Phrase& phrase : lexicon.starting_with(text.form(at))) {
    const std::size_t end = at + phrase.words.size();
    if (end > text.size()) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < phrase.words.size(); ++i)
      same = is_phrase_word(text, at + i, phrase.words[i]) &&
             !text.token(at + i).has(Token::kParagraphBefore);
    if (same && !phrase.exact.empty()) {
      const ByteSpan span{text.token(at).begin, text.token(end - 1).end};
      same = slice(text.source().text, span) == phrase.exact;
    }
    if (same)
      return PhraseMatch{phrase.payload, static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

std::optional<PhraseMatch> match_phrase_before(const FoldedText& text, const PhraseLexicon& lexicon,
                                               std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  for (const PhraseLexicon::Phrase& phrase : lexicon.starting_with(text.form(at))) {
    const std::size_t n = phrase.words.size();
    if (n > at + 1) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < n; ++i)
      same = text.form(at - i) == without_space(phrase.words[i]) &&
             fits_space(text, at - i + 1, phrase.words[i - 1]) &&
             !text.token(at - i + 1).has(Token::kParagraphBefore);
    if (same && !phrase.exact.empty()) {
      const ByteSpan span{text.token(at + 1 - n).begin, text.token(at).end};
      same = slice(text.source().text, span) == phrase.exact;
    }
    if (same)
      return PhraseMatch{phrase.payload, static_cast<std::uint32_t>(at + 1 - n),
                         static_cast<std::uint32_t>(at + 1)};
  }
  return std::nullopt;
}

}  // namespace twosource
