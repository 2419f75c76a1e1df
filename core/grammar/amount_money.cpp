// Currencies and scales around a number, and what stands behind "of".
#include "core/grammar/amount.h"
#include "core/grammar/phrase_match.h"

namespace twosource {

// "$5", "EUR 5".
void AmountReader::read_currency_before(Amount& amount, std::uint32_t from_token) const {
  const auto match = match_phrase_before(text_, money_.reversed, amount.first_token - 1);
  if (!match || match->first_token < from_token) return;
  const bool inside_word = match->first_token > 0 && text_.touches_before(match->first_token) &&
                           text_.is(match->first_token - 1, TokenKind::Word);
  if (inside_word) return;
  amount.currency = &money_.forms[match->payload];
  amount.currency_before = true;
  amount.dimension = Dimension::Money;
  amount.first_token = match->first_token;
  amount.span.begin = text_.token(match->first_token).begin;
}

// Whether a currency is all that stands between this number and the one before.
bool AmountReader::behind_money(const Amount& amount) const {
  if (amount.numeral == 0) return false;
  const std::size_t between = numerals_[amount.numeral - 1].end_token;
  const auto match = match_phrase(text_, money_.lexicon, between);
  return match && match->end_token == amount.first_token;
}

bool AmountReader::take_money(Amount& amount, std::size_t at, bool touching) const {
  if (at >= text_.size() || text_.token(at).has(Token::kParagraphBefore)) return false;
  const auto match = match_phrase(text_, money_.lexicon, at);
  if (!match) return false;
  const CurrencyForm& form = money_.forms[match->payload];
  if (form.glued_only && !touching) return false;
  if (form.part_only && !behind_money(amount)) return false;
  // "5 $10 notes": the sign belongs to the number behind it.
  if (form.before && match->end_token < text_.size() &&
      text_.is(match->end_token, TokenKind::Digits) && text_.touches_before(match->end_token) &&
      !touching)
    return false;
  const auto unit = match_phrase(text_, units_.lexicon, at);
  if (unit && unit->end_token > match->end_token) return false;
  if (amount.currency_before && (form.minor || form.factor != Decimal(1))) return false;
  // "4 million pounds", but by weight "200 pounds", "2000-Pfund-Bombe", "4 million pounds of beef".
  const bool bomb = text_.is(match->end_token, "-") && text_.touches_before(match->end_token);
  if (form.from != Decimal() && (amount.low < form.from || bomb || is_of(match->end_token)))
    return false;
  amount.currency = &form;
  amount.dimension = Dimension::Money;
  amount.end_token = match->end_token;
  amount.span.end = text_.token(match->end_token - 1).end;
  if (form.before && !form.minor) take_scale_behind(amount);
  return true;
}

bool AmountReader::is_of(std::size_t at) const {
  if (at >= text_.size()) return false;
  const auto of = match_phrase(text_, numbers_.lexicon, at);
  return of && numbers_.words[of->payload].role == NumberRole::Of;
}

// "75 USD million": the scale behind the code or sign.
void AmountReader::take_scale_behind(Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  const std::size_t at = amount.end_token;
  if (numeral.in_words || amount.currency_before || !text_.is(at, TokenKind::Word) ||
      text_.token(at).has(Token::kNewlineBefore))
    return;
  const auto match = match_phrase(text_, numbers_.lexicon, at);
  if (!match) return;
  const NumberWord& word = numbers_.words[match->payload];
  if (word.role != NumberRole::Scale || word.glued || word.vague || word.value < Decimal(1000))
    return;
  const auto low = amount.low.times(word.value);
  const auto high = amount.high.times(word.value);
  if (!low || !high) return;
  amount.low = *low;
  amount.high = *high;
  amount.end_token = match->end_token;
  amount.span.end = text_.token(match->end_token - 1).end;
}

// "deux millions d'euros": the unit behind a scale word and "of".
bool AmountReader::take_behind_of(Amount& amount, std::size_t at) const {
  if (!is_of(at)) return false;
  const auto of = match_phrase(text_, numbers_.lexicon, at);
  const Numeral& numeral = numerals_[amount.numeral];
  const bool order = numeral.value.hedge == Hedge::Order || numeral.value.hedge == Hedge::About;
  if (!order && !numeral.fraction && numeral.scale < Decimal(1000000)) return false;
  if (!amount.currency_before && take_money(amount, of->end_token, false)) return true;
  const UnitMatch match = unit_at(of->end_token, false);
  if (match.form == nullptr || amount.currency_before) return false;
  take_unit(amount, match, false);
  return true;
}

}  // namespace twosource
