#include "core/grammar/phrase_match.h"

namespace twosource {

std::optional<PhraseMatch> match_phrase(const FoldedText& text, const PhraseLexicon& lexicon,
                                        std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  for (const PhraseLexicon::Phrase& phrase : lexicon.starting_with(text.form(at))) {
    const std::size_t end = at + phrase.words.size();
    if (end > text.size()) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < phrase.words.size(); ++i)
      same =
          text.form(at + i) == phrase.words[i] && !text.token(at + i).has(Token::kParagraphBefore);
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
    bool same = phrase.exact.empty() || text.bytes(at) == phrase.exact;
    for (std::size_t i = 1; same && i < n; ++i)
      same = text.form(at - i) == phrase.words[i] &&
             !text.token(at - i + 1).has(Token::kParagraphBefore);
    if (same)
      return PhraseMatch{phrase.payload, static_cast<std::uint32_t>(at + 1 - n),
                         static_cast<std::uint32_t>(at + 1)};
  }
  return std::nullopt;
}

}  // namespace twosource
