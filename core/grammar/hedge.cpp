#include "core/grammar/hedge.h"

#include <optional>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

bool is_bound(Hedge hedge) {
  return hedge == Hedge::Above || hedge == Hedge::AtLeast || hedge == Hedge::Below ||
         hedge == Hedge::AtMost;
}

// The outer hedge wins when it is a bound ("up to about 500"), else the inner one stays.
void combine(std::optional<Hedge>& hedge, Hedge outer) {
  if (!hedge || (is_bound(outer) && !is_bound(*hedge))) hedge = outer;
}

void open_interval(Quantity& value, Hedge hedge) {
  // A range keeps both of its ends: "from up to 10 to 15".
  const bool range =
      value.low && value.high && *value.low != *value.high && value.hedge != Hedge::Order;
  if (range && is_bound(hedge)) return;
  if (hedge == Hedge::Above || hedge == Hedge::AtLeast) {
    value.high.reset();
  } else if (hedge == Hedge::Below || hedge == Hedge::AtMost) {
    value.low.reset();
  }
  if (value.base) {
    if (!value.high) value.base->high.reset();
    if (!value.low) value.base->low.reset();
  }
  value.hedge = hedge;
}

std::optional<PhraseMatch> hedge_before(const FoldedText& text, const HedgesData& hedges,
                                        std::size_t first) {
  if (first == 0 || text.token(first).has(Token::kParagraphBefore)) return std::nullopt;
  if (const auto direct = match_phrase_before(text, hedges.before, first - 1)) return direct;
  // "more than just 500", "at least another 20": one filler, behind a phrase of two words or more.
  if (const auto filler = match_phrase_before(text, hedges.filler, first - 1)) {
    if (filler->first_token == 0) return std::nullopt;
    const auto match = match_phrase_before(text, hedges.before, filler->first_token - 1);
    if (match && match->end_token - match->first_token >= 2) return match;
  }
  return std::nullopt;
}

std::optional<PhraseMatch> hedge_after(const FoldedText& text, const LanguagePack& pack,
                                       std::size_t end) {
  const HedgesData& hedges = or_neutral(pack.hedges);
  // 5000人以上, 3만 명 이상: behind the counter.
  if (const auto counter = match_phrase(text, or_neutral(pack.numbers).signs.counters, end)) {
    if (const auto behind = match_phrase(text, hedges.after, counter->end_token)) return behind;
  }
  if (const auto direct = match_phrase(text, hedges.after, end)) {
    // A word right behind is a hedge; "+" only when it touches.
    const bool sign = text.is(end, TokenKind::Punct) || text.is(end, TokenKind::Symbol);
    if (!sign || text.touches_before(end)) return direct;
  }
  std::size_t at = end;
  if (text.is(at, ",")) ++at;
  if (at == end && text.is(at, TokenKind::Word) && !text.token(at).has(Token::kParagraphBefore)) {
    // "500 people or more": one noun between.
    const auto match = match_phrase(text, hedges.after, at + 1);
    if (match && match->end_token - match->first_token >= 2) return match;
    ++at;
    if (!text.is(at, ",")) return std::nullopt;
    ++at;
  }
  const auto match = match_phrase(text, hedges.after, at);
  if (match && match->end_token - match->first_token >= 2) return match;
  return std::nullopt;
}

}  // namespace

void apply_hedges(const FoldedText& text, const LanguagePack& pack, std::size_t first,
                  std::size_t end, std::size_t from, Mention& mention) {
  const HedgesData& hedges = or_neutral(pack.hedges);
  std::optional<Hedge> hedge;
  std::size_t begin = first;
  for (int depth = 0; depth < 2; ++depth) {
    const auto match = hedge_before(text, hedges, begin);
    if (!match || match->first_token < from) break;
    combine(hedge, static_cast<Hedge>(match->payload));
    begin = match->first_token;
  }
  if (begin < first) mention.wide.begin = text.token(begin).begin;
  if (const auto match = hedge_after(text, pack, end)) {
    combine(hedge, static_cast<Hedge>(match->payload));
    mention.wide.end = text.token(match->end_token - 1).end;
  }
  if (!hedge) return;
  if (mention.value.hedge == Hedge::Order && !is_bound(*hedge)) return;
  open_interval(mention.value, *hedge);
}

}  // namespace twosource
