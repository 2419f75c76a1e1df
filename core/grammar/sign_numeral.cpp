#include "core/grammar/sign_numeral.h"

#include <algorithm>

#include "core/grammar/numeral_reader.h"
#include "core/grammar/sign_numeral_reader.h"

namespace twosource {
namespace {

constexpr int kPrecision = 12;

}  // namespace

void SignNumeralReader::end_at(Numeral& out, std::size_t end) const {
  out.end_token = static_cast<std::uint32_t>(end);
  out.span.end = text_.token(end - 1).end;
}

void SignNumeralReader::fill(std::size_t first, Numeral& out) const {
  out = Numeral();
  out.first_token = static_cast<std::uint32_t>(first);
  out.span.begin = text_.token(first).begin;
  end_at(out, number_.end_token);
  out.value.low = number_.low;
  out.value.high = number_.high;
  out.value.hedge = number_.hedge;
  out.value.digits = number_.significant;
  out.in_words = number_.signs > 0;
  out.all_words = !number_.has_digits;
  out.plain_digits = number_.plain_digits;
  out.written_digits = number_.written_digits;
  out.scale = number_.scale;
}

bool SignNumeralReader::read(std::size_t at, Numeral& out) {
  if (read_word(at, out)) return true;
  std::size_t first = at;
  const auto mark = match_phrase(text_, signs_.ordinal_before, at);
  if (mark) first = mark->end_token;
  if (first >= text_.size() || !reader_.read(first, number_)) return false;
  fill(at, out);
  const bool whole =
      number_.hedge == Hedge::Exact && number_.low == number_.high && number_.low.is_integer();
  if (mark) {
    if (!whole || (!signs_.particles.empty() && !word_begins(at))) return false;
    out.ordinal = true;
    return true;
  }
  if (!whole || read_over(out) || read_mixed(out) || read_half(out)) return true;
  read_ordinal_mark(out);
  return true;
}

// 半, 一半, 첫 번째: a word of its own.
bool SignNumeralReader::read_word(std::size_t at, Numeral& out) {
  std::size_t end = at;
  const NumberWord* word = reader_.word_at(at, end);
  if (word == nullptr) return false;
  const bool ordinal = word->role == NumberRole::Ordinal;
  if (!ordinal && word->role != NumberRole::Fraction) return false;
  number_ = SignNumber();
  number_.signs = 1;
  number_.end_token = static_cast<std::uint32_t>(end);
  number_.low = number_.high = word->value;
  number_.significant = 1;
  fill(at, out);
  out.ordinal = ordinal;
  if (ordinal) return true;
  return set_fraction(out, Decimal(), Decimal(word->numerator), Decimal(word->denominator), end);
}

bool SignNumeralReader::set_fraction(Numeral& out, const Decimal& whole, const Decimal& numerator,
                                     const Decimal& denominator, std::size_t end) {
  const auto quotient = numerator.divided_by(denominator, kPrecision);
  const auto value = quotient ? whole.plus(quotient->value) : std::nullopt;
  if (!value) return false;
  out.fraction = true;
  out.plain_digits = false;
  out.scale = Decimal(1);
  out.value.low = out.value.high = *value;
  out.value.digits = 0;
  if (quotient->exact) {
    const auto count =
        std::to_string(value->coefficient() < 0 ? -value->coefficient() : value->coefficient());
    out.value.digits = static_cast<std::uint8_t>(count.size());
  } else if (numerator.is_integer()) {
    const auto parts = whole.times(denominator);
    const auto sum = parts ? parts->plus(numerator) : std::nullopt;
    if (sum) out.value.ratio = sum->to_string() + '/' + denominator.to_string();
  }
  end_at(out, end);
  return true;
}

// What stands behind 分之. Where a scale is a particle too (오분의 일만), the number may end before
// it.
bool SignNumeralReader::read_numerator(std::size_t at, SignNumber& numerator, bool& negative) {
  std::size_t end = at;
  const NumberWord* word = reader_.word_at(at, end);
  negative = word != nullptr && word->role == NumberRole::Negative;
  if (negative) at = end;
  if (at >= text_.size() || !reader_.read(at, numerator)) return false;
  const std::size_t last = numerator.end_token - 1;
  if (last > at && is_particle(last) && !(numerator.low < number_.low)) {
    SignNumber shorter;
    if (reader_.read(at, shorter, last)) numerator = shorter;
  }
  return numerator.hedge == Hedge::Exact && numerator.low == numerator.high;
}

// 三分之二, 3分の2, 3분의 2; 四分一.
bool SignNumeralReader::read_over(Numeral& out) {
  auto over = match_phrase(text_, signs_.over, out.end_token);
  const bool one_only = !over;
  if (one_only) over = match_phrase(text_, signs_.over_one, out.end_token);
  if (!over || number_.low < Decimal(2)) return false;
  SignNumber numerator;
  bool negative = false;
  if (!read_numerator(over->end_token, numerator, negative)) return false;
  if (one_only && (numerator.low != Decimal(1) || numerator.signs != 1 || numerator.has_digits ||
                   Decimal(10) < number_.low))
    return false;
  out.all_words = out.all_words && !numerator.has_digits;
  out.in_words = true;
  const Decimal above = negative ? numerator.low.negated() : numerator.low;
  return set_fraction(out, Decimal(), above, number_.low, numerator.end_token);
}

// 一又三分之二, 3と5分の1, 삼과 오분의 일.
bool SignNumeralReader::read_mixed(Numeral& out) {
  const auto joiner = match_phrase(text_, signs_.whole_joiners, out.end_token);
  if (!joiner || joiner->end_token >= text_.size()) return false;
  const SignNumber whole = number_;
  Numeral fraction;
  const bool found = reader_.read(joiner->end_token, number_);
  if (found) fill(joiner->end_token, fraction);
  if (found && number_.low.is_integer() && read_over(fraction)) {
    const SignNumber denominator = number_;
    number_ = whole;
    const auto value = whole.low.plus(*fraction.value.low);
    if (!value) return false;
    out.fraction = true;
    out.plain_digits = false;
    out.all_words = out.all_words && fraction.all_words;
    out.in_words = true;
    out.value.low = out.value.high = *value;
    out.value.digits = 0;
    if (!fraction.value.ratio.empty()) {
      const auto slash = fraction.value.ratio.find('/');
      const auto above = Decimal::parse(fraction.value.ratio.substr(0, slash));
      const auto parts = whole.low.times(denominator.low);
      const auto sum = above && parts ? parts->plus(*above) : std::nullopt;
      if (sum) out.value.ratio = sum->to_string() + fraction.value.ratio.substr(slash);
    } else {
      out.value.digits = static_cast<std::uint8_t>(whole.significant + fraction.value.digits);
    }
    end_at(out, fraction.end_token);
    return true;
  }
  number_ = whole;
  return false;
}

// 三个半小时: the half stands behind the counter, in one phrase of the lexicon with it.
bool SignNumeralReader::read_half(Numeral& out) {
  std::size_t end = out.end_token;
  const NumberWord* word = reader_.word_at(out.end_token, end);
  if (word == nullptr || word->role != NumberRole::Fraction || end < out.end_token + 2U)
    return false;
  return set_fraction(out, number_.low, Decimal(word->numerator % word->denominator),
                      Decimal(word->denominator), end);
}

// 三番目, 127位, 세 번째; not 100위안, where a unit begins with the mark.
void SignNumeralReader::read_ordinal_mark(Numeral& out) {
  const auto mark = match_phrase(text_, signs_.ordinal_after, out.end_token);
  if (!mark) return;
  std::uint32_t kind = 0;
  if (counted_until(out.end_token, kind) > mark->end_token) return;
  out.ordinal = true;
  end_at(out, mark->end_token);
}

std::vector<Numeral> find_sign_numerals(const FoldedText& text, const LanguagePack& pack) {
  const NumbersData& data = or_neutral(pack.numbers);
  NumeralReader plain(text, data, or_neutral(pack.money));
  SignNumeralReader signs(text, pack);
  std::vector<Numeral> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = text.token(i);
    Numeral numeral;
    if (token.is(TokenKind::Word) || token.is(TokenKind::Ideograph)) {
      if (const std::size_t end = signs.lookalike_end(i)) {
        i = end - 1;
        continue;
      }
      if (!signs.may_begin(i) || !signs.read(i, numeral)) continue;
      if (signs.counts(numeral) || (!out.empty() && signs.continues(out.back(), numeral)))
        out.push_back(numeral);
      i = numeral.end_token - 1;
      continue;
    }
    if (token.is(TokenKind::Punct) && !read_bare_decimals(text, i, data)) continue;
    if (token.is(TokenKind::Symbol) && !token.has(Token::kNonAscii)) continue;
    // What digits alone can be - fractions, powers, decimals - unless signs stand behind: those are
    // read sign by sign (12千米 are kilometres).
    std::size_t chain_end = 0;
    const bool found = plain.read(i, numeral, chain_end);
    Numeral longer;
    if (token.is(TokenKind::Digits) && chain_end <= i && signs.read(i, longer) &&
        (!found || numeral.in_words || longer.end_token > numeral.end_token)) {
      numeral = longer;
    } else if (!found) {
      if (chain_end > i) i = chain_end - 1;
      continue;
    }
    i = numeral.end_token - 1;
    out.push_back(numeral);
  }
  return out;
}

}  // namespace twosource
