#include "core/compare/self/figures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::uint32_t kMostFillers = 3;

using ClaimsBySpan = std::map<std::pair<std::uint32_t, std::uint32_t>, const Claim*>;

ClaimsBySpan claims_of(const Reading& reading, Field field) {
  ClaimsBySpan out;
  for (const Claim& claim : reading.claims) {
    if (claim.field == field && claim.has_value())
      out.emplace(std::pair(claim.span.begin, claim.span.end), &claim);
  }
  return out;
}

// The first token that ends behind `byte`.
std::uint32_t token_at(const TokenizedText& text, std::uint32_t byte) {
  const auto at = std::partition_point(text.tokens.begin(), text.tokens.end(),
                                       [&](const Token& token) { return token.end <= byte; });
  return static_cast<std::uint32_t>(at - text.tokens.begin());
}

// Behind the last token that begins before `byte`.
std::uint32_t token_end(const TokenizedText& text, std::uint32_t byte) {
  const auto at = std::partition_point(text.tokens.begin(), text.tokens.end(),
                                       [&](const Token& token) { return token.begin < byte; });
  return static_cast<std::uint32_t>(at - text.tokens.begin());
}

bool is_filler(const FigureSentence& sentence, const PhraseLexicon& fillers, std::uint32_t i) {
  const auto match = match_phrase(*sentence.text, fillers, i);
  return match && match->end_token == i + 1;
}

}  // namespace

Figures::Figures(const Document& document, const Reading& reading, const LanguagePack& pack) {
  if (!document.title_in_text) add_field(document, Field::Title, reading, pack);
  add_field(document, Field::Text, reading, pack);
}

void Figures::add_field(const Document& document, Field field, const Reading& reading,
                        const LanguagePack& pack) {
  const ClaimsBySpan claims = claims_of(reading, field);
  if (claims.empty()) return;
  tokenized_.push_back(
      std::make_unique<TokenizedText>(analyse_text(document.field(field), pack.segmentation)));
  const TokenizedText& text = *tokenized_.back();
  texts_.push_back(std::make_unique<FoldedText>(text));
  std::size_t sentence = 0;
  std::size_t open = text.sentences.size();  // the sentence that sentences_.back() stands for
  for (const Mention& mention : reading.mentions) {
    if (mention.field != field) continue;
    const auto claim = claims.find({mention.span.begin, mention.span.end});
    if (claim == claims.end() || claim->second->dimension != mention.dimension) continue;
    while (sentence < text.sentences.size() &&
           text.sentences[sentence].span.end <= mention.span.begin)
      ++sentence;
    if (sentence == text.sentences.size()) break;
    if (open != sentence) {
      open = sentence;
      const Sentence& found = text.sentences[sentence];
      sentences_.push_back({texts_.back().get(), found.first_token, found.end_token, {}});
    }
    const ByteSpan wide = mention.wide.empty() ? mention.span : mention.wide;
    sentences_.back().figures.push_back(
        {claim->second, &mention, token_at(text, mention.span.begin),
         token_end(text, mention.span.end), token_at(text, wide.begin), token_end(text, wide.end)});
  }
}

std::uint32_t phrase_before(const FigureSentence& sentence, const PhraseLexicon& lexicon,
                            const PhraseLexicon& fillers, std::uint32_t at) {
  std::uint32_t stop = at;
  for (std::uint32_t skipped = 0; skipped <= kMostFillers && stop > sentence.first; ++skipped) {
    // The longest phrase wins: begin as far back as one could.
    constexpr std::uint32_t kLongest = 5;
    const std::uint32_t back = std::min(stop - sentence.first, kLongest);
    for (std::uint32_t begin = stop - back; begin < stop; ++begin) {
      const auto match = match_phrase(*sentence.text, lexicon, begin);
      if (match && match->end_token == stop) return begin;
    }
    if (!is_filler(sentence, fillers, stop - 1)) break;
    --stop;
  }
  return at;
}

std::uint32_t phrase_behind(const FigureSentence& sentence, const PhraseLexicon& lexicon,
                            const PhraseLexicon& fillers, std::uint32_t at) {
  std::uint32_t i = at;
  for (std::uint32_t skipped = 0; skipped <= kMostFillers && i < sentence.end; ++skipped, ++i) {
    const auto match = match_phrase(*sentence.text, lexicon, i);
    if (match && match->end_token <= sentence.end) return match->end_token;
    if (!is_filler(sentence, fillers, i)) break;
  }
  return at;
}

std::uint32_t past_fillers(const FigureSentence& sentence, const PhraseLexicon& fillers,
                           std::uint32_t at, std::uint32_t end) {
  const std::uint32_t limit = std::min(end, at + kMostFillers);
  while (at < limit && is_filler(sentence, fillers, at)) ++at;
  return at;
}

bool holds_phrase(const FigureSentence& sentence, const PhraseLexicon& lexicon, std::uint32_t first,
                  std::uint32_t end) {
  for (std::uint32_t i = std::max(first, sentence.first); i < std::min(end, sentence.end); ++i) {
    if (match_phrase(*sentence.text, lexicon, i)) return true;
  }
  return false;
}

}  // namespace twosource
