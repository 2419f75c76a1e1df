#include "core/grammar/numeral_reader.h"

#include <algorithm>
#include <string>

namespace twosource {
namespace {

constexpr int kPrecision = 12;                      // of ratios that do not end
constexpr std::int64_t kLargestRatio = 1000000000;  // whole parts above are not put into a ratio

std::uint8_t coefficient_digits(const Decimal& value) {
  std::int64_t rest = value.coefficient() < 0 ? -value.coefficient() : value.coefficient();
  std::uint8_t count = 0;
  for (; rest != 0; rest /= 10) ++count;
  return std::max<std::uint8_t>(count, 1);
}

}  // namespace

Decimal NumeralReader::sum() const {
  Decimal total;
  for (std::size_t i = 0; i < count_; ++i) total = total.plus(parts_[i].value).value_or(total);
  return total;
}

void NumeralReader::keep(const Piece& piece) {
  state_.whole = sum();
  state_.end_byte = piece.span.end;
  state_.end_token = piece.end_token;
  state_.rest = piece.rest;
  any_ = true;
  if (!piece.rest.empty()) closed_ = true;
}

void NumeralReader::push(const Decimal& value, const Decimal& room, const Piece& piece,
                         bool digits) {
  if (count_ >= kMaxParts) return;
  Part& part = parts_[count_];
  part.before = state_;
  part.value = value;
  part.room = room;
  part.digits = digits;
  part.scaled_digits = false;
  ++count_;
  keep(piece);
}

bool NumeralReader::take(const Piece& piece, bool same_token) {
  if (closed_) return false;
  if (joined_) return take_joined_ten(piece);
  if (state_.ordinal) {
    // Only a smaller ordinal: "vigésimo tercero", "décimos primeiros".
    const bool plural = piece.word->role == NumberRole::Denominator && piece.word->plural &&
                        piece.word->both && data_.plural_ordinals;
    return (plural || piece.word->role == NumberRole::Ordinal) && take_ordinal(piece);
  }
  switch (piece.word->role) {
    case NumberRole::Value:
      return take_value(piece);
    case NumberRole::Scale:
      return take_scale(piece);
    case NumberRole::Ordinal:
      return take_ordinal(piece);
    case NumberRole::OrdinalStem:
      return !piece.rest.empty() && take_ordinal(piece);
    case NumberRole::Fraction:
      return take_fraction(piece, same_token);
    case NumberRole::Denominator:
      return take_denominator(piece);
    case NumberRole::Multiple:
      return take_multiple(piece);
    case NumberRole::DenominatorFirst:
      if (taken_ > 0) return false;
      divisor_ = piece.word->denominator;
      return true;
    case NumberRole::Article:
      if (counting_article()) {
        weak_ = false;
        push(Decimal(1), Decimal(), piece, false);
        return true;
      }
      if (taken_ > 0 || article_) return false;
      article_ = true;
      return true;
    case NumberRole::Vague:
      if (taken_ > 0) return false;
      vague_word_ = true;
      return true;
    default:
      return false;
  }
}

// "ninety-five", or "ninety - five" as pre-tokenized text writes it: the token behind the hyphen.
std::size_t NumeralReader::behind_hyphen(std::size_t at, bool& spaced) const {
  spaced = false;
  if (taken_ == 0 || !text_.is(at, "-")) return at;
  const bool before = text_.touches_before(at);
  const bool behind = text_.touches_before(at + 1);
  if (before && behind && text_.is(at + 1, TokenKind::Word)) return at + 1;
  spaced = !before && !behind && count_ > 0;
  return spaced ? at + 1 : at;
}

// "ninety - five", "five - eighths"; other words behind a dash begin something new.
bool NumeralReader::fits_behind_dash(const NumberWord& word) const {
  const bool unit = word.role == NumberRole::Value && word.value < Decimal(10) &&
                    parts_[count_ - 1].room == Decimal(10);
  return unit || (word.role == NumberRole::Denominator && word.plural);
}

// "treinta y dos quintos" are 32 fifths: behind a ten the joiner leads to its unit, and a fraction
// of two or more parts needs a joiner of its own ("con").
bool NumeralReader::joins_unit(const NumberWord& joiner, std::size_t at) const {
  if (!data_.joined_units || data_.closed_compounds || joiner.role != NumberRole::Joiner ||
      count_ == 0 || parts_[count_ - 1].room != Decimal(10))
    return false;
  std::vector<Piece> pieces;
  pieces_at(at, pieces);
  return pieces.size() == 1 && pieces[0].word->role == NumberRole::Value &&
         pieces[0].word->value < Decimal(10);
}

// Behind "and" or "point", which is pieces[0]: takes what can only be a fraction or decimals, else
// puts the pieces there that may go on.
NumeralReader::Passed NumeralReader::pass_joiner(std::vector<Piece>& pieces) {
  const bool point = pieces[0].word->role == NumberRole::Point;
  std::size_t next = pieces[0].end_token;
  if (data_.joined_units && text_.is(next, "-") && text_.touches_before(next)) ++next;
  const State before = state_;
  const bool article = count_article(pieces[0]);
  if (count_ == 0) return Passed::No;
  if (point ? try_decimals(next) : !joins_unit(*pieces[0].word, next) && try_joined_fraction(next))
    return Passed::Taken;
  if (article) {
    // "ein und ...": an article after all.
    count_ = 0;
    any_ = false;
    article_ = true;
    state_ = before;
  }
  if (point || article || pieces[0].word->role == NumberRole::FractionJoiner) return Passed::No;
  if (take_more_digits(next, true)) return Passed::Taken;
  const Decimal room = parts_[count_ - 1].room;
  pieces_at(next, pieces);
  if (pieces.empty()) return Passed::No;
  joined_ = joins_ten(*pieces[0].word);
  if (joined_) return Passed::On;
  if (room < Decimal(data_.joined_units ? 10 : 100)) return Passed::No;
  return may_be_joined(pieces[0]) ? Passed::On : Passed::No;
}

// "tens of thousands", "half a million", "three quarters of a million": pieces[0] is "of" or an
// article; behind a number it may only lead to a scale.
bool NumeralReader::pass_of(std::vector<Piece>& pieces) const {
  const bool of = pieces[0].word->role == NumberRole::Of;
  if (taken_ == 0) return !of;
  if (!state_.vague_low && state_.numerator == 0) return false;
  pieces_at(pieces[0].end_token, pieces);
  const bool orders = of && state_.vague_low;
  if (of && !orders && !pieces.empty() && pieces[0].word->role == NumberRole::Article)
    pieces_at(pieces[0].end_token, pieces);
  if (pieces.empty() || pieces[0].word->role != NumberRole::Scale) return false;
  return orders ? pieces[0].word->plural : !state_.vague_low;
}

bool NumeralReader::take_all(const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!take_tens_after_unit(pieces, i) && !take(pieces[i], i > 0)) return false;
    ++taken_;
  }
  return true;
}

// "Mio.": the stop belongs to the abbreviation.
void NumeralReader::take_abbreviation_stop(const NumberWord& word) {
  const std::size_t at = state_.end_token;
  if (!word.after_digits || word.glued || !text_.is(at, ".") || !text_.touches_before(at)) return;
  if (at + 1 >= text_.size() || text_.token(at + 1).has(Token::kParagraphBefore)) return;
  state_.end_byte = text_.token(at).end;
  state_.end_token = static_cast<std::uint32_t>(at + 1);
}

// Takes word pieces behind what is there, as long as they fit.
void NumeralReader::go_on() {
  std::vector<Piece> pieces;
  if (taken_ == 0 && !any_) state_.end_token = static_cast<std::uint32_t>(first_);
  while (!closed_ && state_.end_token < text_.size()) {
    const std::size_t at = state_.end_token;
    if (taken_ > 0 && text_.token(at).has(Token::kParagraphBefore)) return;
    bool dash = false;
    pieces_at(behind_hyphen(at, dash), pieces);
    if (pieces.empty() && !dash && take_more_digits(at, false)) continue;
    if (pieces.empty() || (dash && !fits_behind_dash(*pieces[0].word))) return;
    const NumberRole role = pieces[0].word->role;
    if (role == NumberRole::Joiner || role == NumberRole::FractionJoiner ||
        role == NumberRole::Point) {
      const Passed passed = pass_joiner(pieces);
      if (passed == Passed::No) return;
      if (passed == Passed::Taken) continue;
    } else if (role == NumberRole::Of || role == NumberRole::Article) {
      // "cent une": the article is taken as the value one.
      const bool counts = role == NumberRole::Article && counting_article();
      if (!counts && !pass_of(pieces)) return;
    }
    if (!take_all(pieces)) return;
    words_ = true;
    if (!any_) state_.end_token = pieces.back().end_token;
    take_abbreviation_stop(*pieces.back().word);
  }
}

// Whole parts and fraction as one value.
bool NumeralReader::finish_value(Numeral& out) const {
  Decimal value = state_.whole;
  bool exact = true;
  if (state_.numerator != 0) {
    out.fraction = true;
    const auto scaled = Decimal(state_.numerator).times(state_.fraction_scale);
    if (!scaled) return false;
    const auto quotient = scaled->divided_by(Decimal(state_.denominator), kPrecision);
    if (!quotient) return false;
    exact = quotient->exact;
    const auto whole = state_.whole.to_int();
    if (!exact && state_.fraction_scale == Decimal(1) && whole && *whole < kLargestRatio) {
      out.value.ratio = std::to_string(*whole * state_.denominator + state_.numerator) + '/' +
                        std::to_string(state_.denominator);
    }
    const auto total = value.plus(quotient->value);
    if (!total) return false;
    value = *total;
  }
  out.value.low = value;
  out.value.high = value;
  if (state_.about) out.value.hedge = Hedge::About;
  if (digits_ && !more_digits_ && !out.fraction) {
    out.value.digits = digits_->digits;
  } else {
    out.value.digits = exact ? coefficient_digits(value) : 0;
  }
  return true;
}

bool NumeralReader::finish(Numeral& out) const {
  out = Numeral();
  out.first_token = static_cast<std::uint32_t>(first_);
  out.end_token = state_.end_token;
  out.span = {begin_byte_, state_.end_byte};
  out.rest = std::string(state_.rest);
  out.ordinal = state_.ordinal;
  out.multiple = multiple_;
  out.in_words = words_;
  out.all_words = words_ && !digits_;
  out.scale = scale_;
  out.pronoun_like = weak_ && taken_ == 1;
  if (state_.vague_low) {
    out.value.low = state_.vague_low;
    out.value.high = state_.vague_high;
    out.value.hedge = Hedge::Order;
    return true;
  }
  if (!finish_value(out)) return false;
  out.plain_digits = digits_ && digits_->plain && !words_ && !out.fraction;
  if (digits_) out.written_digits = digits_->run_length;
  return true;
}

void NumeralReader::reset(std::size_t at) {
  first_ = at;
  count_ = 0;
  state_ = State();
  any_ = closed_ = article_ = multiple_ = vague_word_ = weak_ = words_ = joined_ = false;
  more_digits_ = false;
  digits_.reset();
  taken_ = 0;
  divisor_ = 0;
  scale_ = Decimal(1);
  begin_byte_ = text_.token(at).begin;
}

bool NumeralReader::read(std::size_t at, Numeral& out, std::size_t& chain_end) {
  reset(at);
  chain_end = 0;
  if (text_.is(at, TokenKind::Digits) || text_.is(at, TokenKind::Punct)) {
    if (!start_digits(at, chain_end)) return false;
  } else if (text_.is(at, TokenKind::Symbol)) {
    slash_or_vulgar(false);
    if (!any_) return false;
  }
  go_on();
  if (any_) return (divisor_ == 0 || divide_by_first()) && finish(out);
  if (!article_ || taken_ != 1) return false;
  // An article alone: one, if a unit follows; the caller looks.
  state_.whole = Decimal(1);
  state_.end_byte = text_.token(state_.end_token - 1).end;
  if (!finish(out)) return false;
  out.article = true;
  return true;
}

}  // namespace twosource
