// Whole numbers and ordinals in words.
#include "core/grammar/numeral_reader.h"

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

// What may stand behind an ordinal of several words: below 10 behind the twentieth.
Decimal room_behind(const Decimal& value) {
  const auto whole = value.to_int();
  if (!whole || *whole < 10) return {};
  std::int64_t power = 10;
  while (power <= *whole / 10) power *= 10;
  return Decimal(power);
}

}  // namespace

bool NumeralReader::take_value(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if ((article_ && count_ == 0) || (word.bound && taken_ == 0)) return false;
  if (state_.numerator != 0 || state_.vague_low || vague_word_) return false;
  scale_ = Decimal(1);
  if (count_ == 0) {
    weak_ = word.weak;
    push(word.value, word.room, piece, false);
    return true;
  }
  weak_ = false;
  // "1.7 million four years ago"; but "3 million and four".
  if (parts_[count_ - 1].scaled_digits && piece.token == state_.end_token &&
      word.value < Decimal(100))
    return false;
  if (word.value.is_zero() || count_ >= kMaxParts || !(word.value < parts_[count_ - 1].room))
    return take_unit_of_denominator(piece);
  push(word.value, word.room, piece, false);
  return true;
}

// "doppelt", "twice", "tenfold": a number of its own, whether anything is compared is for the
// caller.
bool NumeralReader::take_multiple(const Piece& piece) {
  if (taken_ > 0 || article_) return false;
  multiple_ = true;
  weak_ = piece.word->weak;
  push(piece.word->value, Decimal(), piece, false);
  closed_ = true;
  return true;
}

// "ein-und-zwanzig", inside one word: pieces[i] is the unit. Advances i behind the ten.
bool NumeralReader::take_tens_after_unit(const std::vector<Piece>& pieces, std::size_t& i) {
  if (!data_.units_before_tens || i + 2 >= pieces.size()) return false;
  const NumberWord& unit = *pieces[i].word;
  const NumberWord& ten = *pieces[i + 2].word;
  if (unit.role != NumberRole::Value || pieces[i + 1].word->role != NumberRole::InnerJoiner)
    return false;
  const bool ordinal = ten.role == NumberRole::Ordinal;
  const bool denominator = ten.role == NumberRole::Denominator;
  if (ten.role != NumberRole::Value && !ordinal && !denominator) return false;
  if (!(unit.value < Decimal(10)) || ten.value < Decimal(20) || !(ten.value < Decimal(100)))
    return false;
  const Decimal value = unit.value.plus(ten.value).value_or(ten.value);
  if (count_ > 0 && !(value < parts_[count_ - 1].room)) return false;
  if (denominator) return false;
  weak_ = false;
  push(value, Decimal(), pieces[i + 2], false);
  if (ordinal) {
    state_.ordinal = true;
    closed_ = true;
  }
  i += 2;
  return true;
}

// "واحد وعشرون": whether the word is a ten that the unit read last takes behind "and".
bool NumeralReader::joins_ten(const NumberWord& word) const {
  const bool same_kind = word.role == (state_.ordinal ? NumberRole::Ordinal : NumberRole::Value);
  if (!data_.joined_tens || count_ == 0 || !same_kind || state_.numerator != 0) return false;
  const Part& unit = parts_[count_ - 1];
  const auto ten = word.value.to_int();
  return !unit.digits && Decimal(0) < unit.value && unit.value < Decimal(10) && ten && *ten >= 20 &&
         *ten < 100 && *ten % 10 == 0 && (count_ == 1 || word.value < parts_[count_ - 2].room);
}

bool NumeralReader::take_joined_ten(const Piece& piece) {
  joined_ = false;
  weak_ = false;
  Part& part = parts_[count_ - 1];
  part.value = part.value.plus(piece.word->value).value_or(part.value);
  part.room = Decimal();
  closed_ = state_.ordinal;
  keep(piece);
  return true;
}

bool NumeralReader::of_at(std::size_t at) const {
  if (at >= text_.size()) return false;
  const auto phrase = match_phrase(text_, data_.lexicon, at);
  return phrase && data_.words[phrase->payload].role == NumberRole::Of;
}

// What may stand behind "and" inside a number.
bool NumeralReader::may_be_joined(const Piece& piece) const {
  const NumberRole role = piece.word->role;
  return role == NumberRole::Value || role == NumberRole::Ordinal ||
         (role == NumberRole::Article && counting_article()) ||
         (role == NumberRole::Scale && piece.word->bare &&
          (data_.joined_units || data_.joined_tens));
}

// An article behind a number with room for it is the value one, where the language says so.
bool NumeralReader::counting_article() const {
  if (data_.articles_count && divisor_ != 0 && count_ == 0) return true;
  return data_.articles_count && count_ > 0 && state_.numerator == 0 && !state_.ordinal &&
         !parts_[count_ - 1].digits && Decimal(1) < parts_[count_ - 1].room;
}

// The article read first is the number one after all: "bir buçuk", "en och en halv".
bool NumeralReader::count_article(const Piece& piece) {
  if (!article_ || !data_.articles_count || count_ > 0) return false;
  push(Decimal(1), Decimal(), piece, false);
  article_ = false;
  return true;
}

bool NumeralReader::ends_sentence(std::size_t end_token) const {
  const auto& sentences = text_.source().sentences;
  const std::size_t s = text_.source().sentence_at(text_.token(end_token - 1).begin);
  return s < sentences.size() && sentences[s].end_token == end_token;
}

bool NumeralReader::scale_fits(const Piece& piece) const {
  const NumberWord& word = *piece.word;
  const bool behind_digits = count_ > 0 && parts_[count_ - 1].digits;
  if (word.after_digits && !behind_digits && !(count_ > 0 && !word.glued)) return false;
  if (word.glued && !text_.touches_before(piece.token)) return false;
  if (word.no_digits && behind_digits) return false;
  // "100 mil." at the end of a sentence may be miles.
  if (word.after_digits && text_.is(piece.end_token - 1, ".") && ends_sentence(piece.end_token))
    return false;
  if (word.money) {
    // "£5m", "AUD1.5m": a sign or a code right before; "$ 5m" with a space too.
    if (first_ == 0 || !match_phrase_before(text_, money_.reversed, first_ - 1)) return false;
  }
  return true;
}

// "Tausende", "dozens", "several thousand", "tens of thousands".
bool NumeralReader::take_vague_scale(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (state_.vague_low) {
    const auto low = state_.vague_low->times(word.value);
    const auto high = state_.vague_high.times(word.value);
    if (!low || !high) return false;
    state_.vague_low = low;
    state_.vague_high = *high;
  } else if (count_ > 0) {
    const auto low = sum().times(word.value);
    if (!low) return false;
    state_.vague_low = low;
    state_.vague_high = low->times(Decimal(10)).value_or(*low);
    count_ = 0;
  } else {
    state_.vague_low = word.vague_low;
    state_.vague_high = word.vague_high;
  }
  keep(piece);
  any_ = any_ && !(word.weak && taken_ == 0);
  return true;
}

// "half a million", "two and a half million"
bool NumeralReader::take_scale_of_fraction(const Piece& piece) {
  const Decimal& by = piece.word->value;
  const auto scaled = state_.fraction_scale.times(by);
  if (!scaled) return false;
  for (std::size_t i = 0; i < count_; ++i) {
    const auto value = parts_[i].value.times(by);
    if (!value) return false;
    parts_[i].value = *value;
    parts_[i].room = Decimal();
  }
  state_.fraction_scale = *scaled;
  scale_ = by;
  keep(piece);
  return true;
}

bool NumeralReader::take_scale(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (!scale_fits(piece)) return false;
  const bool order = word.vague || state_.vague_low || vague_word_ ||
                     (word.plural && count_ == 0 && !article_ && state_.numerator == 0);
  if (order && state_.numerator == 0) return take_vague_scale(piece);
  weak_ = false;
  if (state_.numerator != 0 && (count_ == 0 || state_.fraction))
    return take_scale_of_fraction(piece);
  // The parts below the scale are what it multiplies.
  std::size_t from = count_;
  Decimal multiplier;
  while (from > 0 && (parts_[from - 1].value < word.value || (count_ == 1 && parts_[0].digits))) {
    --from;
    multiplier = multiplier.plus(parts_[from].value).value_or(multiplier);
  }
  const bool none = from == count_;
  if (none && !(word.bare || (article_ && count_ == 0))) return false;
  if (none) multiplier = Decimal(1);
  const auto product = multiplier.times(word.value);
  if (!product) return false;
  if (from > 0 && !(*product < parts_[from - 1].room)) {
    if (!none) {
      state_ = parts_[from].before;
      count_ = from;
    }
    return false;
  }
  const State before = none ? state_ : parts_[from].before;
  const bool digits = !none && parts_[from].digits;
  count_ = from;
  scale_ = count_ == 0 ? word.value : Decimal(1);
  push(*product, word.room, piece, digits && word.after_digits);
  parts_[count_ - 1].scaled_digits = digits;
  state_.about = word.about;
  parts_[count_ - 1].before = before;
  return true;
}

bool NumeralReader::take_ordinal(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (state_.numerator != 0 || state_.vague_low || vague_word_) return false;
  if (count_ > 0 && parts_[count_ - 1].digits) return false;
  if (article_) {
    // "a third of": a fraction; "a third term": the ordinal alone, read when its turn comes.
    const bool share = word.both && !text_.is(piece.end_token, "-") &&
                       (of_at(piece.end_token) || piece.end_token >= text_.size() ||
                        !text_.is(piece.end_token, TokenKind::Word));
    if (!share || word.denominator < 3) return false;
    return add_fraction(1, word.denominator, piece);
  }
  Decimal value = word.value;
  if (count_ > 0) {
    // "one third"; "one hundredth" only of something, else it is the ordinal.
    const bool share = word.denominator < 100 || of_at(piece.end_token);
    if (word.both && share && count_ == 1 && parts_[0].value == Decimal(1) &&
        word.denominator >= 3) {
      count_ = 0;
      return add_fraction(1, word.denominator, piece);
    }
    if (!(word.value < parts_[count_ - 1].room)) {
      const auto whole = sum().to_int();
      if (data_.plain_denominators && word.denominator >= 3 && word.denominator < 100 && whole &&
          *whole > 1 && *whole < word.denominator && !state_.ordinal) {
        count_ = 0;
        return add_fraction(*whole, word.denominator, piece);
      }
      if (!scale_by_ordinal(word.value)) return false;
      value = Decimal();
    }
  }
  weak_ = false;
  const Decimal room = data_.stacked_ordinals ? room_behind(word.value) : Decimal();
  push(value, room, piece, false);
  state_.ordinal = true;
  closed_ = room.is_zero() && !(data_.joined_tens && word.value < Decimal(10));
  return true;
}

// "two hundredth", "fifty-two thousandth": the ordinal multiplies the parts below it.
bool NumeralReader::scale_by_ordinal(const Decimal& scale) {
  if (scale < Decimal(100)) return false;
  std::size_t from = count_;
  Decimal multiplier;
  while (from > 0 && parts_[from - 1].value < scale) {
    --from;
    multiplier = multiplier.plus(parts_[from].value).value_or(multiplier);
  }
  if (from == count_) return false;
  const auto product = multiplier.times(scale);
  if (!product || (from > 0 && !(*product < parts_[from - 1].room))) return false;
  parts_[from].value = *product;
  parts_[from].room = scale;
  count_ = from + 1;
  return true;
}

}  // namespace twosource
