// Fractions and decimals in words.
#include "core/grammar/numeral_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/grammar/phrase_match.h"

namespace twosource {

// Adds numerator / denominator to the whole parts and ends at the piece.
bool NumeralReader::add_fraction(std::int64_t numerator, std::int64_t denominator,
                                 const Piece& piece) {
  state_.numerator = numerator;
  state_.denominator = denominator;
  state_.fraction = true;
  state_.fraction_scale = Decimal(1);
  scale_ = Decimal(1);
  weak_ = false;
  keep(piece);
  return true;
}

bool NumeralReader::take_fraction(const Piece& piece, bool same_token) {
  const NumberWord& word = *piece.word;
  if (state_.numerator != 0 || state_.vague_low || vague_word_ || state_.ordinal) return false;
  if (word.added) return take_added_fraction(piece);
  if (count_ == 0 || same_token) return add_fraction(word.numerator, word.denominator, piece);
  if (count_ == 1 && parts_[0].value == Decimal(1) && !parts_[0].digits) {
    count_ = 0;  // "one half"
    return add_fraction(word.numerator, word.denominator, piece);
  }
  if (word.counted && count_ == 1 && parts_[0].value.is_integer() &&
      parts_[0].value < Decimal(10) && Decimal(1) < parts_[0].value) {
    const std::int64_t count = parts_[0].value.to_int().value_or(0);
    count_ = 0;  // "drei halbe Tage"
    return add_fraction(count * word.numerator, word.denominator, piece);
  }
  return false;
}

// "beş buçuk", "bir buçuk": half more than the number before it.
bool NumeralReader::take_added_fraction(const Piece& piece) {
  if (count_ == 0 && !count_article(piece)) return false;
  return add_fraction(piece.word->numerator, piece.word->denominator, piece);
}

// "üçte iki": the denominator stood first, what followed is the numerator.
bool NumeralReader::divide_by_first() {
  const auto numerator = sum().to_int();
  if (!numerator || *numerator <= 0 || state_.ordinal || state_.numerator != 0 || state_.vague_low)
    return false;
  count_ = 0;
  state_.whole = Decimal();
  state_.numerator = *numerator;
  state_.denominator = divisor_;
  state_.fraction = true;
  weak_ = false;
  return true;
}

// "four quarters" are of a year, "seven halves" of games; so are "3 quarters", unless of something.
// More than a whole is a fraction only of one thing: "five quarters of an hour".
bool NumeralReader::counts_parts(std::int64_t whole, const Piece& piece) const {
  const bool of = of_at(piece.end_token);
  if (whole < piece.word->denominator) return parts_[0].digits && !of;
  if (!of || whole % piece.word->denominator == 0) return true;
  const auto next = match_phrase(text_, data_.lexicon, piece.end_token + 1U);
  return !next || data_.words[next->payload].role != NumberRole::Article;
}

bool NumeralReader::take_denominator(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (state_.numerator != 0 || state_.vague_low || vague_word_ || word.denominator <= 1)
    return false;
  if (article_ || count_ == 0) {
    if (word.plural) return !article_ && data_.plural_ordinals && word.both && take_ordinal(piece);
    if (!article_ && word.both) return false;
    if (!article_ && piece.rest.empty() && !data_.closed_compounds) return false;
    return add_fraction(1, word.denominator, piece);
  }
  const auto whole = sum().to_int();
  if (!whole || *whole <= 0 || *whole > 1000000) return false;
  if (word.both && !word.plural && *whole != 1) return false;
  if (word.unit_too && counts_parts(*whole, piece)) return false;
  count_ = 0;
  return add_fraction(*whole, word.denominator, piece);
}

// "one twenty-fifth", "twenty twenty-fifths": `ten` does not fit as a value, but begins a compound
// denominator.
bool NumeralReader::take_unit_of_denominator(const Piece& ten) {
  if (!data_.ordinal_denominators || ten.word->room != Decimal(10) || count_ == 0 ||
      state_.ordinal || parts_[0].digits)
    return false;
  const auto whole = sum().to_int();
  const auto tens = ten.word->value.to_int();
  if (!whole || !tens || *whole < 1 || *whole > 99) return false;
  std::size_t next = ten.end_token;
  if (text_.is(next, "-") && text_.touches_before(next)) ++next;
  std::vector<Piece> pieces;
  pieces_at(next, pieces);
  if (pieces.size() != 1) return false;
  const NumberWord& unit = *pieces[0].word;
  const bool plural = unit.role == NumberRole::Denominator && unit.plural;
  if (!plural && (unit.role != NumberRole::Ordinal || *whole != 1)) return false;
  if (unit.denominator < 1 || unit.denominator > 9) return false;
  count_ = 0;
  closed_ = true;
  return add_fraction(*whole, *tens + unit.denominator, pieces[0]);
}

// "and fifty-four hundredths": adds the unit behind the ten pieces[0] to the numerator.
void NumeralReader::join_unit(std::vector<Piece>& pieces, std::int64_t& numerator) const {
  std::size_t next = pieces[0].end_token;
  if (text_.is(next, "-") && text_.touches_before(next)) ++next;
  std::vector<Piece> units;
  pieces_at(next, units);
  if (units.size() != 1 || units[0].word->role != NumberRole::Value) return;
  const auto unit = units[0].word->value.to_int();
  if (!unit || *unit < 1 || *unit > 9) return;
  numerator += *unit;
  pieces = std::move(units);
}

// Behind a joiner: "and a half", "und drei Viertel". `at` is the token behind it.
bool NumeralReader::try_joined_fraction(std::size_t at) {
  if (count_ == 0 || state_.numerator != 0 || state_.ordinal) return false;
  std::vector<Piece> pieces;
  pieces_at(at, pieces);
  if (pieces.empty()) return false;
  std::int64_t numerator = 1;
  const NumberWord* first = pieces[0].word;
  std::size_t k = 0;
  const bool counts = first->role == NumberRole::Article || first->role == NumberRole::Value;
  if (counts) {
    numerator = first->value.to_int().value_or(0);
    if (pieces.size() == 1 && first->room == Decimal(10)) join_unit(pieces, numerator);
    if (pieces.size() == 1) {
      std::size_t next = pieces[0].end_token;
      if (text_.is(next, "-") && text_.touches_before(next)) ++next;
      pieces_at(next, pieces);
      if (pieces.empty()) return false;
    } else {
      k = 1;
    }
  }
  const Piece& last = pieces[k];
  const NumberWord& word = *last.word;
  std::int64_t denominator = word.denominator;
  if (word.role == NumberRole::Fraction) {
    numerator *= word.numerator;
  } else if (word.role == NumberRole::Ordinal) {
    if (!word.both || numerator != 1 || !counts) return false;
  } else if (word.role != NumberRole::Denominator) {
    return false;
  }
  if (numerator <= 0 || denominator <= numerator) return false;
  // "3 million and a half": half of the last scale.
  const Decimal room = parts_[count_ - 1].room;
  add_fraction(numerator, denominator, last);
  if (!(room < Decimal(1000))) scale_joined_fraction(last, room);
  return true;
}

// "one billion and three quarters million": the fraction may have a smaller scale of its own, or
// name the same one again ("مليون ونصف المليون").
void NumeralReader::scale_joined_fraction(const Piece& last, const Decimal& scale) {
  state_.fraction_scale = scale;
  closed_ = true;
  std::vector<Piece> after;
  pieces_at(last.end_token, after);
  if (after.size() != 1 || after[0].word->role != NumberRole::Scale || scale < after[0].word->value)
    return;
  state_.fraction_scale = after[0].word->value;
  keep(after[0]);
}

// Behind "point": the digits, one word each ("two five"), or read as numbers ("veinticinco",
// "quinientos doce"). `at` is the token behind it.
bool NumeralReader::try_decimals(std::size_t at) {
  constexpr std::size_t kMostDigits = 15;
  if (count_ == 0 || state_.numerator != 0 || state_.ordinal || parts_[0].digits) return false;
  std::string digits;     // of the numbers before `run`
  std::int64_t run = -1;  // the number that may still go on; -1 before the first
  std::vector<Piece> pieces;
  Piece last;
  for (std::size_t i = at; digits.size() < kMostDigits;) {
    pieces_at(i, pieces);
    if (data_.joined_units && run >= 0 && last.word->room == Decimal(10) && pieces.size() == 1 &&
        pieces[0].word->role == NumberRole::Joiner)
      pieces_at(pieces[0].end_token, pieces);
    if (!std::all_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return is_decimal(*piece.word); }))
      break;
    for (const Piece& piece : pieces) {
      const std::int64_t value = piece.word->value.to_int().value_or(0);
      if (run >= 0 && value > 0 && Decimal(value) < last.word->room) {
        run += value;
      } else {
        if (run >= 0) digits += std::to_string(run);
        run = value;
      }
      last = piece;
    }
    if (pieces.empty()) break;
    i = last.end_token;
    if (text_.is(i, "-") && text_.touches_before(i)) ++i;
  }
  if (run < 0) return false;
  const auto tail = Decimal::parse("." + digits + std::to_string(run));
  if (!tail) return false;
  push(*tail, Decimal(), last, false);
  return true;
}

// Whether the word may be one of the decimals behind "point".
bool NumeralReader::is_decimal(const NumberWord& word) const {
  const bool value =
      word.role == NumberRole::Value || (word.role == NumberRole::Article && data_.articles_count);
  return value && Decimal(-1) < word.value && word.value < Decimal(1000);
}

}  // namespace twosource
