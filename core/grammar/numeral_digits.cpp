// Numbers that begin with digits, and fractions in digits and signs.
#include "core/grammar/numeral_reader.h"

#include <algorithm>
#include <string>

#include "core/grammar/phrase_match.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

struct VulgarFraction {
  char32_t sign;
  int numerator;
  int denominator;
};
constexpr VulgarFraction kVulgar[] = {
    {0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
    {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
    {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};

}  // namespace

bool NumeralReader::start_digits(std::size_t at, std::size_t& chain_end) {
  const auto number = text_.is(at, TokenKind::Digits) ? read_digits(text_, at, convention_, data_)
                                                      : read_bare_decimals(text_, at, data_);
  if (!number) {
    chain_end = at + 1;
    return false;
  }
  if (number->chain) {
    chain_end = number->end_token;
    return false;
  }
  digits_ = number;
  Piece piece;
  piece.token = static_cast<std::uint32_t>(at);
  piece.end_token = number->end_token;
  piece.span = {text_.token(at).begin, text_.token(number->end_token - 1).end};
  push(number->value, Decimal(), piece, true);
  taken_ = 1;
  exponent();
  power();
  slash_or_vulgar(false);
  if (state_.numerator == 0) slash_or_vulgar(true);
  ordinal_suffix();
  return true;
}

// "3rd", "3te"; a suffix that the data writes with a hyphen needs one: "5-м", but "5м" are metres.
void NumeralReader::ordinal_suffix() {
  std::size_t next = state_.end_token;
  // "1.º": the stop belongs to a raised letter.
  if (text_.is(next, ".") && text_.touches_before(next) && text_.touches_before(next + 1) &&
      text_.is(next + 1, TokenKind::Word) && text_.token(next + 1).has(Token::kNonAscii))
    ++next;
  if (data_.hyphened_ordinals &&
      (text_.is(next, "-") || text_.is(next, ":") || text_.is(next, "'")) &&
      text_.touches_before(next) && text_.is(next + 1, TokenKind::Word))
    ++next;
  if (!text_.touches_before(next) || !digits_->plain) return;
  if (text_.is(next, "\xC2\xB0") && raises_ordinal(next)) return make_ordinal(next);
  if (!text_.is(next, TokenKind::Word)) return;
  // "37º C": a raised letter before the letter of a temperature is the degree sign.
  if (text_.token(next).has(Token::kNonAscii) &&
      (text_.is(next + 1, "c") || text_.is(next + 1, "f")))
    return;
  const auto listed = [&](const std::string& form) {
    const auto& suffixes = data_.ordinal_digit_suffixes;
    return std::find(suffixes.begin(), suffixes.end(), form) != suffixes.end();
  };
  const std::string suffix(text_.form(next));
  if (!listed(suffix) && !(text_.is(next - 1, "-") && listed("-" + suffix))) return;
  make_ordinal(next);
}

void NumeralReader::make_ordinal(std::size_t suffix) {
  state_.ordinal = true;
  state_.end_token = static_cast<std::uint32_t>(suffix + 1);
  state_.end_byte = text_.token(suffix).end;
  closed_ = true;
}

// "il 3° posto", "5° anniversario", but "i 35° all'ombra", "un 3° C".
bool NumeralReader::raises_ordinal(std::size_t sign) const {
  if (match_phrase(text_, data_.degree_ordinal_after, sign + 1)) return true;
  constexpr std::size_t kSmallWord = 3;
  const std::size_t next = sign + 1;
  const bool counted = text_.is(next, TokenKind::Word) && text_.form(next).size() > kSmallWord &&
                       !text_.token(next).has(Token::kCapitalised);
  return counted && first_ > 0 &&
         match_phrase_before(text_, data_.degree_ordinal_before, first_ - 1);
}

// "1.5e6", "3 x 10^5".
void NumeralReader::exponent() {
  std::size_t i = state_.end_token;
  int sign = 1;
  if (text_.is(i, "e") && text_.touches_before(i) && text_.touches_before(i + 1)) {
    ++i;
  } else if ((text_.is(i, "\xC3\x97") || text_.is(i, "x") || text_.is(i, "*") ||
              text_.is(i, "\xC2\xB7")) &&
             text_.is(i + 1, "10") && text_.is(i + 2, "^") && text_.touches_before(i + 2)) {
    i += 3;
  } else {
    return;
  }
  if (text_.is(i, "-") || text_.is(i, "+")) {
    sign = text_.is(i, "-") ? -1 : 1;
    ++i;
  }
  if (!text_.is(i, TokenKind::Digits) || !text_.touches_before(i)) return;
  std::string digits;
  append_ascii_digits(text_.bytes(i), digits);
  if (digits.size() > 2) return;
  const auto value = parts_[0].value.scaled(sign * std::stoi(digits));
  if (!value) return;
  parts_[0].value = *value;
  digits_->plain = false;
  Piece piece;
  piece.end_token = static_cast<std::uint32_t>(i + 1);
  piece.span = {0, text_.token(i).end};
  keep(piece);
}

namespace {

// Rounded half up to `digits` significant digits.
Decimal rounded(const Decimal& value, int digits) {
  std::int64_t limit = 1;
  for (int i = 0; i < digits; ++i) limit *= 10;
  std::int64_t rest = value.abs().coefficient();
  int dropped = 0;
  for (; rest / 10 >= limit; ++dropped) rest /= 10;
  if (rest >= limit) {
    rest = (rest + 5) / 10;
    ++dropped;
  }
  const auto out = Decimal::make(value.is_negative() ? -rest : rest, value.exponent() + dropped);
  return out.value_or(value);
}

}  // namespace

// "2^10", "1,5^-2": the value rounded to nine digits, which leaves room for each product.
void NumeralReader::power() {
  constexpr int kDigits = 9;
  std::size_t i = state_.end_token;
  if (!text_.is(i, "^") || !text_.touches_before(i) || !text_.touches_before(i + 1)) return;
  ++i;
  const bool inverse = text_.is(i, "-");
  if (inverse || text_.is(i, "+")) ++i;
  if (!text_.is(i, TokenKind::Digits) || !text_.touches_before(i) || text_.form(i).size() > 2)
    return;
  Decimal value(1);
  for (int k = std::stoi(std::string(text_.form(i))); k > 0; --k) {
    const auto product = value.times(parts_[0].value);
    if (!product) return;
    value = rounded(*product, kDigits);
  }
  if (inverse) {
    const auto result = Decimal(1).divided_by(value, kDigits);
    if (!result) return;
    value = result->value;
  }
  parts_[0].value = value;
  digits_->plain = false;
  Piece piece;
  piece.end_token = static_cast<std::uint32_t>(i + 1);
  piece.span = {0, text_.token(i).end};
  keep(piece);
}

// "2 млн 300 тыс.", "2 mil 500 millones", "3 hundred and 21": digits behind a scale, which either
// fill all of its places or have a smaller scale of their own. `joined`: behind "and", where full
// places may also be another number ("2 million and 500,000").
bool NumeralReader::take_more_digits(std::size_t at, bool joined) {
  if (count_ == 0 || count_ >= kMaxParts || closed_ || !text_.is(at, TokenKind::Digits))
    return false;
  if (state_.numerator != 0 || state_.ordinal || state_.vague_low || vague_word_) return false;
  const Part& last = parts_[count_ - 1];
  const Decimal room = last.room;
  if (room < Decimal(digits_ ? 100 : 1000) || text_.token(at).has(Token::kNewlineBefore))
    return false;
  const auto scales = last.value.divided_by(room);
  if (!scales || !scales->exact || !scales->value.is_integer()) return false;
  const TokenizedText& source = text_.source();
  if (source.sentence_at(text_.token(at).begin) != source.sentence_at(begin_byte_)) return false;
  const auto number = read_digits(text_, at, convention_, data_);
  if (!number || number->chain || !number->value.is_integer() || number->value.is_zero() ||
      !(number->value < room))
    return false;
  std::vector<Piece> behind;
  pieces_at(number->end_token, behind);
  bool scaled = false;
  if (!behind.empty() && behind[0].word->role == NumberRole::Scale && !behind[0].word->money) {
    const auto product = number->value.times(behind[0].word->value);
    scaled = product && *product < room;
  }
  const auto tenfold = number->value.scaled(1);
  const bool fills = tenfold && !(*tenfold < room);
  const Decimal most(data_.joined_units || data_.joined_tens ? 1000 : 100);
  if (!scaled && (!fills || (joined && most < room))) return false;
  Piece piece;
  piece.token = static_cast<std::uint32_t>(at);
  piece.end_token = number->end_token;
  piece.span = {text_.token(at).begin, text_.token(number->end_token - 1).end};
  push(number->value, Decimal(), piece, true);
  scale_ = Decimal(1);
  if (!digits_) digits_ = number;
  more_digits_ = true;
  ++taken_;
  return true;
}

// "½" at token `i`.
void NumeralReader::vulgar_fraction(std::size_t i) {
  const char32_t sign = decode(text_.bytes(i), 0).value;
  Piece piece;
  piece.end_token = static_cast<std::uint32_t>(i + 1);
  piece.span = {0, text_.token(i).end};
  for (const VulgarFraction& vulgar : kVulgar) {
    if (vulgar.sign == sign) add_fraction(vulgar.numerator, vulgar.denominator, piece);
  }
}

// "3/4", "½", "1 4/5", "2½".
void NumeralReader::slash_or_vulgar(bool mixed) {
  std::size_t i = mixed ? state_.end_token : first_;
  // "7-3/4"
  if (mixed && text_.is(i, "-") && text_.touches_before(i) && text_.touches_before(i + 1) &&
      text_.is(i + 1, TokenKind::Digits) && digits_->plain)
    ++i;
  if (text_.is(i, TokenKind::Symbol)) return vulgar_fraction(i);
  const bool shape = text_.is(i, TokenKind::Digits) && text_.is(i + 1, "/") &&
                     text_.is(i + 2, TokenKind::Digits) && text_.touches_before(i + 1) &&
                     text_.touches_before(i + 2) &&
                     !(text_.is(i + 3, "/") && text_.touches_before(i + 3));
  if (!shape || (i > 0 && text_.touches_before(i) && !mixed && text_.is(i - 1, "/"))) return;
  std::string above;
  std::string below;
  append_ascii_digits(text_.bytes(i), above);
  append_ascii_digits(text_.bytes(i + 2), below);
  if (above.size() > 3 || below.size() > 4 || above[0] == '0' || below[0] == '0') return;
  const int numerator = std::stoi(above);
  const int denominator = std::stoi(below);
  const bool usual = denominator <= 10 || denominator == 12 || denominator == 16 ||
                     denominator == 20 || denominator % 100 == 0;
  if (!usual || denominator < 2 || numerator > 2 * denominator) return;
  if (mixed && numerator >= denominator) return;
  if (!mixed) count_ = 0;
  Piece piece;
  piece.end_token = static_cast<std::uint32_t>(i + 3);
  piece.span = {0, text_.token(i + 2).end};
  digits_->plain = false;
  add_fraction(numerator, denominator, piece);
}

}  // namespace twosource
