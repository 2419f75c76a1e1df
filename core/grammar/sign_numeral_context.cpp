// Whether signs that form a number count as one here.
#include "core/grammar/sign_numeral_reader.h"

#include <algorithm>

namespace twosource {

std::size_t SignNumeralReader::counted_until(std::size_t at, std::uint32_t& kind) const {
  if (at >= text_.size() || text_.token(at).has(Token::kNewlineBefore)) return 0;
  std::size_t end = 0;
  const auto longest = [&](const std::optional<PhraseMatch>& match, std::uint32_t what) {
    if (!match || match->end_token <= end) return;
    end = match->end_token;
    kind = what;
  };
  longest(match_phrase(text_, units_.lexicon, at), kUnit);
  longest(match_phrase(text_, money_.lexicon, at), kUnit);
  const auto counter = match_phrase(text_, signs_.counters, at);
  longest(counter, counter ? counter->payload : 0);
  if (const auto filler = match_phrase(text_, units_.fillers, at)) {
    longest(match_phrase(text_, units_.lexicon, filler->end_token), kUnit);
    longest(match_phrase(text_, money_.lexicon, filler->end_token), kUnit);
  }
  return end;
}

bool SignNumeralReader::is_edge(std::size_t at) const {
  if (at >= text_.size() || text_.token(at).has(Token::kNewlineBefore)) return true;
  return text_.is(at, TokenKind::Punct) || text_.is(at, TokenKind::Symbol);
}

bool SignNumeralReader::stands_alone(const Numeral& numeral, std::size_t end) const {
  const std::size_t first = numeral.first_token;
  const bool opens = first == 0 || text_.token(first).has(Token::kNewlineBefore) ||
                     text_.is(first - 1, TokenKind::Punct) ||
                     text_.is(first - 1, TokenKind::Symbol);
  return opens && is_edge(end);
}

// 负, 排名, 约, 人民币 before it: a number is to come.
bool SignNumeralReader::announced(const Numeral& numeral) const {
  if (numeral.first_token == 0) return false;
  const std::size_t before = numeral.first_token - 1;
  for (const PhraseLexicon* lexicon :
       {&data_.negatives, &data_.rank_words, &hedges_.before, &units_.before, &money_.reversed}) {
    if (match_phrase_before(text_, *lexicon, before)) return true;
  }
  return false;
}

// 二至三公升, 十万以上: what stands behind it only stands behind numbers.
bool SignNumeralReader::leads_on(const Numeral& numeral) const {
  const std::size_t end = numeral.end_token;
  if (match_phrase(text_, hedges_.after, end)) return number_.signs > 1;
  const auto infix = match_phrase(text_, data_.range_infix, end);
  if (!infix || infix->payload != 0 || infix->end_token >= text_.size()) return false;
  return text_.is(infix->end_token, TokenKind::Digits) || may_begin(infix->end_token);
}

bool SignNumeralReader::word_begins(std::size_t at) const {
  return at == 0 || text_.token(at).has(Token::kSpaceBefore) ||
         !text_.is(at - 1, TokenKind::Ideograph);
}

// Words between spaces with particles at their ends: 이백 명이, 쉰둘이, but not 이상, 사건, 오만.
bool SignNumeralReader::counts_between_spaces(const Numeral& numeral, std::size_t counted,
                                              std::uint32_t kind) const {
  const std::size_t first = numeral.first_token;
  const std::size_t end = numeral.end_token;
  const bool behind_sign = first > 0 && match_phrase_before(text_, data_.negatives, first - 1);
  if (!word_begins(first) && !behind_sign) return false;
  if (numeral.ordinal || numeral.fraction || behind_sign) return true;
  const bool touches = text_.touches_before(end) && text_.is(end, TokenKind::Ideograph);
  if (counted == 0 && touches && !is_particle(end)) return false;
  if (number_.signs > 2) return true;
  if (number_.native && (number_.signs == 2 || !number_.weak)) return true;
  if (counted == 0) return number_.signs == 2 && number_.counts_units && announced(numeral);
  // One sign and a counter of one sign are mostly a word: 사건, 이번, 구간.
  const bool money = match_phrase(text_, money_.lexicon, end).has_value();
  const bool scale_and_money = !number_.counts_units && money;
  if (number_.signs == 2 || number_.native || scale_and_money) return true;
  return counted > end + 1 && (touches || kind == kUnit);
}

bool SignNumeralReader::counts(const Numeral& numeral) const {
  if (!numeral.all_words) return true;
  std::uint32_t kind = 0;
  const std::size_t counted = counted_until(numeral.end_token, kind);
  if (stands_alone(numeral, numeral.end_token)) return true;
  const bool alone_with_counter =
      counted != 0 && numeral.first_token == 0 && counted == text_.size();
  if (alone_with_counter) return true;
  if (!signs_.particles.empty()) return counts_between_spaces(numeral, counted, kind);
  if (numeral.ordinal) return true;
  // 一半, 三分之二 are shares; 半 needs a unit.
  if (numeral.fraction)
    return kind == kUnit || numeral.end_token > numeral.first_token + 1U || number_.signs > 1;
  const bool article = number_.low == Decimal(1) && number_.signs == 1;
  if (article && counted != 0 && kind == SignNumbers::kClassifier) return false;
  const bool doubtful = number_.signs == 1 || number_.pair || number_.row;
  return !doubtful || counted != 0 || announced(numeral) || leads_on(numeral);
}

std::size_t SignNumeralReader::lookalike_end(std::size_t at) {
  const auto word = match_phrase(text_, signs_.lookalikes, at);
  if (!word) return 0;
  if (word->payload == SignNumbers::kPrefix) return word->end_token;
  Numeral numeral;
  if (!read(at, numeral)) return word->end_token;
  std::uint32_t kind = 0;
  const std::size_t counted = counted_until(numeral.end_token, kind);
  // 백일 alone is a hundred and one; in a sentence it is the hundredth day.
  const bool whole_text = !signs_.particles.empty() && at == 0 && numeral.end_token == text_.size();
  const bool number =
      whole_text || std::max<std::size_t>(counted, numeral.end_token) > word->end_token;
  return number ? 0 : word->end_token;
}

}  // namespace twosource
