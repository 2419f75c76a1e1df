// One pass over the tokens. A digit run or a word that the number lexicon knows starts a numeral;
// from there pieces (words, morphemes of a compound, digits) are taken as long as they fit.
//
// A number is kept as falling parts: "two million three hundred twenty" is 2000000 + 300 + 20, each
// with the room it leaves for what follows. A scale multiplies the parts below it. Where a piece
// does not fit ("one hundred and two hundred": the second hundred), the number ends before the part
// that the misfit belongs to.
#include "core/grammar/numeral.h"

#include <algorithm>
#include <array>

#include "core/grammar/digit_number.h"
#include "core/grammar/phrase_match.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

struct Piece {
  const NumberWord* word = nullptr;
  ByteSpan span;
  std::uint32_t token = 0;
  std::uint32_t end_token = 0;
  std::string_view rest;  // of the token, when the compound goes on behind the number
};

// A number so far: whole + numerator / denominator, or an order of magnitude.
struct State {
  Decimal whole;
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  Decimal fraction_scale{1};
  std::optional<Decimal> vague_low;
  Decimal vague_high;
  bool ordinal = false;
  bool fraction = false;
  bool about = false;  // a word that only tells the size: "vingtaine"
  std::uint32_t end_byte = 0;
  std::uint32_t end_token = 0;
  std::string_view rest;
};

struct Part {
  Decimal value;
  Decimal room;
  bool digits = false;
  State before;  // the number without this part and what follows
};

constexpr std::size_t kMaxParts = 12;
constexpr int kMaxSteps = 400;
constexpr int kPrecision = 12;

struct VulgarFraction {
  char32_t sign;
  int numerator;
  int denominator;
};
constexpr VulgarFraction kVulgar[] = {
    {0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
    {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
    {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};

std::uint8_t coefficient_digits(const Decimal& value) {
  std::int64_t rest = value.coefficient() < 0 ? -value.coefficient() : value.coefficient();
  std::uint8_t count = 0;
  for (; rest != 0; rest /= 10) ++count;
  return std::max<std::uint8_t>(count, 1);
}

// How many bytes of `bytes` fold to the first `folded` bytes of its folded form.
std::uint32_t unfolded_length(std::string_view bytes, std::size_t folded) {
  std::string form;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::uint32_t length = decode(bytes, at).length;
    fold_word(bytes.substr(0, at + length), form);
    if (form.size() > folded) break;
    at += length;
  }
  return static_cast<std::uint32_t>(at);
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Takes a closed compound apart: "dreihundertfünfundzwanzigtausend" -> 3 100 5 und 20 1000.
class CompoundSplitter {
 public:
  CompoundSplitter(const NumbersData& data, std::string_view form) : data_(data), form_(form) {}

  // The morphemes from the start of the form, or nothing. `used` is the bytes they cover.
  bool split(std::vector<std::pair<std::uint32_t, std::uint32_t>>& out, std::size_t& used) {
    // A whole reading first, then one that leaves a known remainder ("zwölf-jährig"), then an
    // ordinal before a superlative ("dritt-größte").
    bool found = false;
    for (mode_ = Mode::Whole; !found; mode_ = mode_ == Mode::Whole ? Mode::Rest : Mode::Stem) {
      path_.clear();
      steps_ = 0;
      found = walk(0);
      if (mode_ == Mode::Stem) break;
    }
    if (!found) return false;
    out = path_;
    used = used_;
    return true;
  }

 private:
  enum class Mode : std::uint8_t { Whole, Rest, Stem };

  bool may_end(std::size_t at) const {
    if (path_.empty()) return false;
    const NumberRole last = data_.words[path_.back().second].role;
    if (last == NumberRole::InnerJoiner) return false;
    const std::string_view rest = form_.substr(at);
    if (last == NumberRole::OrdinalStem) {
      return mode_ == Mode::Stem && rest.size() > 3 &&
             std::any_of(data_.superlative_rests.begin(), data_.superlative_rests.end(),
                         [&](const std::string& e) { return ends_with(rest, e); });
    }
    if (rest.empty()) return true;
    return mode_ == Mode::Rest &&
           std::any_of(data_.compound_rests.begin(), data_.compound_rests.end(),
                       [&](const std::string& r) { return rest.starts_with(r); });
  }

  bool walk(std::size_t at) {
    if (++steps_ > kMaxSteps) return false;
    if (at == form_.size()) {
      used_ = at;
      return may_end(at);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> next;
    data_.morphemes.prefixes(form_.substr(at), next);
    for (auto it = next.rbegin(); it != next.rend(); ++it) {
      const NumberRole role = data_.words[it->second].role;
      // Nothing follows an order of magnitude: "honderd-en-achtste", not "honderden".
      if (!path_.empty() && data_.words[path_.back().second].vague) break;
      path_.push_back(*it);
      const bool last = role == NumberRole::Ordinal || role == NumberRole::OrdinalStem;
      if (last) {
        used_ = at + it->first;
        if (may_end(used_)) return true;
      } else if (path_.size() < kMaxParts && walk(at + it->first)) {
        return true;
      }
      path_.pop_back();
    }
    used_ = at;
    return may_end(at);
  }

  const NumbersData& data_;
  std::string_view form_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> path_;  // length, word
  Mode mode_ = Mode::Whole;
  std::size_t used_ = 0;
  int steps_ = 0;
};

class Reader {
 public:
  Reader(const FoldedText& text, const NumbersData& data, const MoneyData& money)
      : text_(text), data_(data), money_(money), convention_(text, data) {}

  // The numeral that begins at token `at`; false when there is none. `chain_end` is set behind
  // digits that are no number ("24.10.2024").
  bool read(std::size_t at, Numeral& out, std::size_t& chain_end);

 private:
  void pieces_at(std::size_t at, std::vector<Piece>& out);
  bool split_compound(std::size_t at, std::vector<Piece>& out);

  bool start_digits(std::size_t at, std::size_t& chain_end);
  void exponent();
  void slash_or_vulgar(bool mixed);
  void go_on();
  bool take(const Piece& piece, bool same_token);
  bool take_value(const Piece& piece);
  bool take_tens_after_unit(const std::vector<Piece>& pieces, std::size_t& i);
  bool take_scale(const Piece& piece);
  bool take_vague_scale(const Piece& piece);
  bool take_ordinal(const Piece& piece);
  bool scale_by_ordinal(const Decimal& scale);
  bool take_fraction(const Piece& piece, bool same_token);
  bool take_denominator(const Piece& piece);
  bool add_fraction(std::int64_t numerator, std::int64_t denominator, const Piece& piece);
  bool try_joined_fraction(std::size_t at);
  bool try_decimals(std::size_t at);
  bool scale_fits(const Piece& piece) const;
  bool may_be_joined(const Piece& piece) const;
  bool of_at(std::size_t at) const;
  bool counting_article() const;
  void keep(const Piece& piece);
  void push(const Decimal& value, const Decimal& room, const Piece& piece, bool digits);
  Decimal sum() const;
  bool finish(Numeral& out);

  const FoldedText& text_;
  const NumbersData& data_;
  const MoneyData& money_;
  DigitConvention convention_;

  // The numeral being read.
  std::size_t first_ = 0;
  std::array<Part, kMaxParts> parts_;
  std::size_t count_ = 0;
  State state_;
  bool any_ = false;     // state_ holds a number
  bool closed_ = false;  // nothing may follow
  bool article_ = false;
  bool vague_word_ = false;
  bool weak_ = false;
  bool words_ = false;
  std::optional<DigitNumber> digits_;
  std::uint32_t begin_byte_ = 0;
  std::uint32_t taken_ = 0;  // pieces taken
  Decimal scale_{1};
};

bool Reader::split_compound(std::size_t at, std::vector<Piece>& out) {
  const std::string_view form = text_.form(at);
  if (form.size() < 4 || !data_.morphemes.starts(form)) return false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> morphemes;
  std::size_t used = 0;
  if (!CompoundSplitter(data_, form).split(morphemes, used)) return false;
  const Token& token = text_.token(at);
  const std::string_view bytes = text_.bytes(at);
  std::size_t folded = 0;
  for (const auto& [length, word] : morphemes) {
    Piece piece;
    piece.word = &data_.words[word];
    piece.span = {token.begin + unfolded_length(bytes, folded),
                  token.begin + unfolded_length(bytes, folded + length)};
    piece.token = static_cast<std::uint32_t>(at);
    piece.end_token = static_cast<std::uint32_t>(at + 1);
    folded += length;
    out.push_back(piece);
  }
  out.back().rest = form.substr(used);
  if (out.back().rest.empty()) out.back().span.end = token.end;
  return true;
}

void Reader::pieces_at(std::size_t at, std::vector<Piece>& out) {
  out.clear();
  if (at >= text_.size()) return;
  const Token& token = text_.token(at);
  if (!token.is(TokenKind::Word) && !token.is(TokenKind::Ideograph)) return;
  if (const auto phrase = match_phrase(text_, data_.lexicon, at)) {
    Piece piece;
    piece.word = &data_.words[phrase->payload];
    piece.token = static_cast<std::uint32_t>(at);
    piece.end_token = phrase->end_token;
    piece.span = {token.begin, text_.token(piece.end_token - 1).end};
    out.push_back(piece);
    return;
  }
  if (data_.closed_compounds) split_compound(at, out);
}

Decimal Reader::sum() const {
  Decimal total;
  for (std::size_t i = 0; i < count_; ++i) total = total.plus(parts_[i].value).value_or(total);
  return total;
}

void Reader::keep(const Piece& piece) {
  state_.whole = sum();
  state_.end_byte = piece.span.end;
  state_.end_token = piece.end_token;
  state_.rest = piece.rest;
  any_ = true;
  if (!piece.rest.empty()) closed_ = true;
}

void Reader::push(const Decimal& value, const Decimal& room, const Piece& piece, bool digits) {
  if (count_ >= kMaxParts) return;
  Part& part = parts_[count_];
  part.before = state_;
  part.value = value;
  part.room = room;
  part.digits = digits;
  ++count_;
  keep(piece);
}

// What may stand behind an ordinal of several words: below 10 behind the twentieth.
Decimal room_behind(const Decimal& value) {
  const auto whole = value.to_int();
  if (!whole || *whole < 10) return {};
  std::int64_t power = 10;
  while (power <= *whole / 10) power *= 10;
  return Decimal(power);
}

bool Reader::take_value(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (article_ && count_ == 0) return false;
  if (state_.numerator != 0 || state_.vague_low || vague_word_) return false;
  scale_ = Decimal(1);
  if (count_ == 0) {
    weak_ = word.weak;
    push(word.value, word.room, piece, false);
    return true;
  }
  weak_ = false;
  if (word.value.is_zero() || count_ >= kMaxParts || !(word.value < parts_[count_ - 1].room))
    return false;
  push(word.value, word.room, piece, false);
  return true;
}

// "ein-und-zwanzig", inside one word: pieces[i] is the unit. Advances i behind the ten.
bool Reader::take_tens_after_unit(const std::vector<Piece>& pieces, std::size_t& i) {
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

bool Reader::of_at(std::size_t at) const {
  if (at >= text_.size()) return false;
  const auto phrase = match_phrase(text_, data_.lexicon, at);
  return phrase && data_.words[phrase->payload].role == NumberRole::Of;
}

// What may stand behind "and" inside a number.
bool Reader::may_be_joined(const Piece& piece) const {
  const NumberRole role = piece.word->role;
  return role == NumberRole::Value || role == NumberRole::Ordinal ||
         (role == NumberRole::Article && counting_article()) ||
         (role == NumberRole::Scale && piece.word->bare && data_.joined_units);
}

// An article behind a number with room for it is the value one, where the language says so.
bool Reader::counting_article() const {
  return data_.articles_count && count_ > 0 && state_.numerator == 0 && !state_.ordinal &&
         !parts_[count_ - 1].digits && Decimal(1) < parts_[count_ - 1].room;
}

bool Reader::scale_fits(const Piece& piece) const {
  const NumberWord& word = *piece.word;
  const bool behind_digits = count_ > 0 && parts_[count_ - 1].digits;
  if (word.after_digits && !behind_digits && !(count_ > 0 && !word.glued)) return false;
  if (word.glued && !text_.touches_before(piece.token)) return false;
  if (word.no_digits && behind_digits) return false;
  if (word.money) {
    // "£5m", "AUD1.5m": a sign or a code right before; "$ 5m" with a space too.
    if (first_ == 0 || !match_phrase_before(text_, money_.reversed, first_ - 1)) return false;
  }
  return true;
}

// "Tausende", "dozens", "several thousand", "tens of thousands".
bool Reader::take_vague_scale(const Piece& piece) {
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

bool Reader::take_scale(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (!scale_fits(piece)) return false;
  const bool order = word.vague || state_.vague_low || vague_word_ ||
                     (word.plural && count_ == 0 && !article_ && state_.numerator == 0);
  if (order && state_.numerator == 0) return take_vague_scale(piece);
  weak_ = false;
  if (state_.numerator != 0 && (count_ == 0 || state_.fraction)) {
    // "half a million", "two and a half million"
    const auto scaled = state_.fraction_scale.times(word.value);
    if (!scaled) return false;
    for (std::size_t i = 0; i < count_; ++i) {
      const auto value = parts_[i].value.times(word.value);
      if (!value) return false;
      parts_[i].value = *value;
      parts_[i].room = Decimal();
    }
    state_.fraction_scale = *scaled;
    scale_ = word.value;
    keep(piece);
    return true;
  }
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
  state_.about = word.about;
  parts_[count_ - 1].before = before;
  return true;
}

bool Reader::take_ordinal(const Piece& piece) {
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
  closed_ = room.is_zero();
  return true;
}

// "two hundredth", "fifty-two thousandth": the ordinal multiplies the parts below it.
bool Reader::scale_by_ordinal(const Decimal& scale) {
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

// Adds numerator / denominator to the whole parts and ends at the piece.
bool Reader::add_fraction(std::int64_t numerator, std::int64_t denominator, const Piece& piece) {
  state_.numerator = numerator;
  state_.denominator = denominator;
  state_.fraction = true;
  state_.fraction_scale = Decimal(1);
  scale_ = Decimal(1);
  weak_ = false;
  keep(piece);
  return true;
}

bool Reader::take_fraction(const Piece& piece, bool same_token) {
  const NumberWord& word = *piece.word;
  if (state_.numerator != 0 || state_.vague_low || vague_word_ || state_.ordinal) return false;
  if (count_ == 0 || same_token) return add_fraction(word.numerator, word.denominator, piece);
  if (count_ == 1 && parts_[0].value == Decimal(1) && !parts_[0].digits) {
    count_ = 0;  // "one half"
    return add_fraction(word.numerator, word.denominator, piece);
  }
  return false;
}

bool Reader::take_denominator(const Piece& piece) {
  const NumberWord& word = *piece.word;
  if (state_.numerator != 0 || state_.vague_low || vague_word_ || word.denominator <= 0)
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
  count_ = 0;
  return add_fraction(*whole, word.denominator, piece);
}

bool Reader::take(const Piece& piece, bool same_token) {
  if (closed_) return false;
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

// Behind a joiner: "and a half", "und drei Viertel". `at` is the token behind it.
bool Reader::try_joined_fraction(std::size_t at) {
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
  const Part& part = parts_[count_ - 1];
  Decimal scale = part.room < Decimal(1000) ? Decimal(1) : part.room;
  add_fraction(numerator, denominator, last);
  if (scale != Decimal(1)) {
    // "one billion and three quarters million": a smaller scale of its own.
    std::vector<Piece> after;
    pieces_at(last.end_token, after);
    if (after.size() == 1 && after[0].word->role == NumberRole::Scale &&
        after[0].word->value < scale) {
      scale = after[0].word->value;
      keep(after[0]);
    }
    closed_ = true;
  }
  state_.fraction_scale = scale;
  return true;
}

// Behind "point": the digits, one word each. `at` is the token behind it.
bool Reader::try_decimals(std::size_t at) {
  if (count_ == 0 || state_.numerator != 0 || state_.ordinal || parts_[0].digits) return false;
  std::string digits;
  std::vector<Piece> pieces;
  Piece last;
  for (std::size_t i = at; digits.size() < 15;) {
    pieces_at(i, pieces);
    const bool ten = last.word != nullptr && last.word->room == Decimal(10);
    if (ten && data_.joined_units && pieces.size() == 1 &&
        pieces[0].word->role == NumberRole::Joiner)
      pieces_at(pieces[0].end_token, pieces);
    if (pieces.empty() || pieces[0].word->role != NumberRole::Value) break;
    auto value = pieces[0].word->value.to_int();
    if (!value || *value > 99) break;
    if (pieces.size() == 2 && digits.empty() && pieces[1].word->role == NumberRole::Value &&
        pieces[1].word->value < pieces[0].word->room) {
      // "settantuno" in one word.
      value = *value + pieces[1].word->value.to_int().value_or(0);
      pieces.erase(pieces.begin());
    } else if (pieces.size() != 1) {
      break;
    }
    const bool behind_ten = !digits.empty() && last.word != nullptr && !last.word->room.is_zero() &&
                            *value > 0 && *value < 10;
    if (behind_ten) digits.pop_back();
    digits += std::to_string(*value);
    last = pieces[0];
    i = last.end_token;
    if (text_.is(i, "-") && text_.touches_before(i)) ++i;
  }
  if (digits.empty()) return false;
  const auto tail = Decimal::parse("." + digits);
  if (!tail) return false;
  push(*tail, Decimal(), last, false);
  return true;
}

bool Reader::start_digits(std::size_t at, std::size_t& chain_end) {
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
  return true;
}

// "1.5e6", "3 x 10^5".
void Reader::exponent() {
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

// "3/4", "½", "1 4/5", "2½".
void Reader::slash_or_vulgar(bool mixed) {
  std::size_t i = mixed ? state_.end_token : first_;
  // "7-3/4"
  if (mixed && text_.is(i, "-") && text_.touches_before(i) && text_.touches_before(i + 1) &&
      text_.is(i + 1, TokenKind::Digits) && digits_->plain)
    ++i;
  Piece piece;
  if (text_.is(i, TokenKind::Symbol)) {
    const char32_t sign = decode(text_.bytes(i), 0).value;
    for (const VulgarFraction& vulgar : kVulgar) {
      if (vulgar.sign != sign) continue;
      piece.end_token = static_cast<std::uint32_t>(i + 1);
      piece.span = {0, text_.token(i).end};
      add_fraction(vulgar.numerator, vulgar.denominator, piece);
    }
    return;
  }
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
  piece.end_token = static_cast<std::uint32_t>(i + 3);
  piece.span = {0, text_.token(i + 2).end};
  digits_->plain = false;
  add_fraction(numerator, denominator, piece);
}

// Takes word pieces behind what is there, as long as they fit.
void Reader::go_on() {
  std::vector<Piece> pieces;
  std::size_t at = any_ || taken_ > 0 ? state_.end_token : first_;
  while (!closed_ && at < text_.size()) {
    if (taken_ > 0 && text_.token(at).has(Token::kParagraphBefore)) return;
    std::size_t word_at = at;
    const bool hyphen = taken_ > 0 && text_.is(at, "-") && text_.is(at + 1, TokenKind::Word) &&
                        text_.touches_before(at) && text_.touches_before(at + 1);
    const bool spaced_hyphen = taken_ > 0 && count_ > 0 && text_.is(at, "-") &&
                               !text_.touches_before(at) && !text_.touches_before(at + 1);
    if (hyphen || spaced_hyphen) word_at = at + 1;
    pieces_at(word_at, pieces);
    if (spaced_hyphen && !pieces.empty()) {
      // "ninety - five", "five - eighths": as pre-tokenized text writes them.
      const NumberWord& word = *pieces[0].word;
      const bool unit = word.role == NumberRole::Value && word.value < Decimal(10) &&
                        parts_[count_ - 1].room == Decimal(10);
      if (!unit && !(word.role == NumberRole::Denominator && word.plural)) return;
    }
    if (pieces.empty()) return;
    const NumberRole role = pieces[0].word->role;
    if (role == NumberRole::Joiner || role == NumberRole::Point) {
      std::size_t next = pieces[0].end_token;
      if (count_ == 0) return;
      if (data_.joined_units && text_.is(next, "-") && text_.touches_before(next)) ++next;
      if (role == NumberRole::Point) {
        if (!try_decimals(next)) return;
        at = state_.end_token;
        continue;
      }
      if (try_joined_fraction(next)) {
        at = state_.end_token;
        continue;
      }
      if (parts_[count_ - 1].room < Decimal(data_.joined_units ? 10 : 100)) return;
      pieces_at(next, pieces);
      if (pieces.empty() || !may_be_joined(pieces[0])) return;
    } else if (role == NumberRole::Article && counting_article()) {
      // "cent une": taken as the value one.
    } else if (role == NumberRole::Of || role == NumberRole::Article) {
      // "tens of thousands", "half a million", "three quarters of a million"
      if (taken_ > 0 && !state_.vague_low && state_.numerator == 0) return;
      std::size_t next = pieces[0].end_token;
      if (taken_ > 0) {
        const bool of = role == NumberRole::Of;
        if (of && state_.vague_low) {
          pieces_at(next, pieces);
          if (pieces.empty() || pieces[0].word->role != NumberRole::Scale ||
              !pieces[0].word->plural)
            return;
        } else {
          pieces_at(next, pieces);
          if (of && !pieces.empty() && pieces[0].word->role == NumberRole::Article)
            pieces_at(pieces[0].end_token, pieces);
          if (pieces.empty() || pieces[0].word->role != NumberRole::Scale || state_.vague_low)
            return;
        }
      } else if (role == NumberRole::Of) {
        return;
      }
    }
    const std::size_t end = pieces.back().end_token;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool glued = i > 0;
      if (take_tens_after_unit(pieces, i)) {
        ++taken_;
        continue;
      }
      if (!take(pieces[i], glued)) return;
      ++taken_;
    }
    words_ = true;
    at = end;
    if (!any_) state_.end_token = static_cast<std::uint32_t>(end);
    // "Mio.": the stop belongs to the abbreviation.
    const NumberWord& last = *pieces.back().word;
    if (last.after_digits && !last.glued && text_.is(at, ".") && text_.touches_before(at) &&
        at + 1 < text_.size() && !text_.token(at + 1).has(Token::kParagraphBefore)) {
      state_.end_byte = text_.token(at).end;
      state_.end_token = static_cast<std::uint32_t>(at + 1);
      ++at;
    }
  }
}

bool Reader::finish(Numeral& out) {
  out = Numeral();
  out.first_token = static_cast<std::uint32_t>(first_);
  out.end_token = state_.end_token;
  out.span = {begin_byte_, state_.end_byte};
  out.rest = std::string(state_.rest);
  out.ordinal = state_.ordinal;
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
  Decimal value = state_.whole;
  bool exact = true;
  if (state_.numerator != 0) {
    out.fraction = true;
    const auto scaled = Decimal(state_.numerator).times(state_.fraction_scale);
    if (!scaled) return false;
    const auto quotient = scaled->divided_by(Decimal(state_.denominator), kPrecision);
    if (!quotient) return false;
    exact = quotient->exact;
    if (!exact && state_.fraction_scale == Decimal(1)) {
      const auto whole = state_.whole.to_int();
      if (whole && *whole < 1000000000) {
        out.value.ratio = std::to_string(*whole * state_.denominator + state_.numerator) + '/' +
                          std::to_string(state_.denominator);
      }
    }
    const auto total = value.plus(quotient->value);
    if (!total) return false;
    value = *total;
  }
  out.value.low = value;
  out.value.high = value;
  if (state_.about) out.value.hedge = Hedge::About;
  if (digits_ && !out.fraction) {
    out.value.digits = digits_->digits;
  } else {
    out.value.digits = exact ? coefficient_digits(value) : 0;
  }
  out.plain_digits = digits_ && digits_->plain && !words_ && !out.fraction;
  if (digits_) out.written_digits = digits_->run_length;
  return true;
}

bool Reader::read(std::size_t at, Numeral& out, std::size_t& chain_end) {
  first_ = at;
  count_ = 0;
  state_ = State();
  any_ = closed_ = article_ = vague_word_ = weak_ = words_ = false;
  digits_.reset();
  taken_ = 0;
  scale_ = Decimal(1);
  begin_byte_ = text_.token(at).begin;
  chain_end = 0;
  if (text_.is(at, TokenKind::Digits) || text_.is(at, TokenKind::Punct)) {
    if (!start_digits(at, chain_end)) return false;
    taken_ = 1;
    exponent();
    slash_or_vulgar(false);
    if (state_.numerator == 0) slash_or_vulgar(true);
    // "3rd", "3te"
    std::size_t next = state_.end_token;
    // "1.º": the stop belongs to a raised letter.
    if (text_.is(next, ".") && text_.touches_before(next) && text_.touches_before(next + 1) &&
        text_.is(next + 1, TokenKind::Word) && text_.token(next + 1).has(Token::kNonAscii))
      ++next;
    if (data_.hyphened_ordinals && (text_.is(next, "-") || text_.is(next, ":")) &&
        text_.touches_before(next) && text_.is(next + 1, TokenKind::Word))
      ++next;
    // "37º C": a raised letter before the letter of a temperature is the degree sign.
    const bool degree = text_.is(next, TokenKind::Word) &&
                        text_.token(next).has(Token::kNonAscii) &&
                        (text_.is(next + 1, "c") || text_.is(next + 1, "f"));
    if (text_.is(next, TokenKind::Word) && text_.touches_before(next) && digits_->plain &&
        !degree) {
      const auto& suffixes = data_.ordinal_digit_suffixes;
      if (std::find(suffixes.begin(), suffixes.end(), text_.form(next)) != suffixes.end()) {
        state_.ordinal = true;
        state_.end_token = static_cast<std::uint32_t>(next + 1);
        state_.end_byte = text_.token(next).end;
        closed_ = true;
      }
    }
  } else if (text_.is(at, TokenKind::Symbol)) {
    slash_or_vulgar(false);
  }
  go_on();
  if (!any_) {
    if (!article_ || taken_ != 1) return false;
    // An article alone: one, if a unit follows; the caller looks.
    state_.whole = Decimal(1);
    state_.end_byte = text_.token(state_.end_token - 1).end;
    if (!finish(out)) return false;
    out.article = true;
    return true;
  }
  return finish(out);
}

// "3. Platz": digits with a stop inside a sentence.
void read_ordinal_stop(const FoldedText& text, const NumbersData& data, Numeral& numeral) {
  const std::size_t stop = numeral.end_token;
  if (!data.ordinal_stop || !numeral.plain_digits || numeral.ordinal) return;
  if (!text.is(stop, ".") || !text.touches_before(stop) || stop + 1 >= text.size()) return;
  const Token& next = text.token(stop + 1);
  if (!next.has(Token::kSpaceBefore) || next.has(Token::kParagraphBefore)) return;
  if (numeral.written_digits > 3 || text.token(numeral.first_token).has(Token::kNewlineBefore))
    return;
  const auto& sentences = text.source().sentences;
  const std::size_t s = text.source().sentence_at(text.token(stop).begin);
  if (s < sentences.size() && sentences[s].end_token <= stop + 1) {
    // The sentence seems to end here; "am 3. Verhandlungstag" shows that it does not.
    const std::size_t first = numeral.first_token;
    if (first == 0 || !match_phrase(text, data.ordinal_before, first - 1)) return;
  }
  numeral.ordinal = true;
  numeral.span.end = text.token(stop).end;
  numeral.end_token = static_cast<std::uint32_t>(stop + 1);
}

bool unit_follows(const FoldedText& text, const Numeral& numeral, const LanguagePack& pack) {
  const std::size_t next = numeral.end_token;
  if (next >= text.size() || !text.is(next, TokenKind::Word)) return false;
  return or_neutral(pack.units).starts_unit(text.form(next)) ||
         or_neutral(pack.money).starts_currency(text.form(next));
}

// "un sur dix", and where the language says so "un Français sur dix".
bool share_follows(const FoldedText& text, const NumbersData& data, std::size_t at) {
  return match_phrase(text, data.shares, at) ||
         (data.shares_around_noun && match_phrase(text, data.shares, at + 1));
}

}  // namespace

std::vector<Numeral> find_numerals(const FoldedText& text, const LanguagePack& pack) {
  const NumbersData& data = or_neutral(pack.numbers);
  std::vector<Numeral> out;
  Reader reader(text, data, or_neutral(pack.money));
  Numeral numeral;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = text.token(i);
    if (token.is(TokenKind::Punct)) {
      // Only ".25" begins with a mark.
      if (i + 1 >= text.size() || !text.is(i + 1, TokenKind::Digits) ||
          !read_bare_decimals(text, i, data))
        continue;
    }
    if (token.is(TokenKind::Symbol) && !token.has(Token::kNonAscii)) continue;
    if (token.is(TokenKind::Word) || token.is(TokenKind::Ideograph)) {
      // Most words end here: one probe of the lexicon, one look into the trie.
      const std::string_view form = text.form(i);
      if (data.lexicon.starting_with(form).empty() &&
          !(data.closed_compounds && data.morphemes.starts(form)))
        continue;
    }
    std::size_t chain_end = 0;
    if (!reader.read(i, numeral, chain_end)) {
      if (chain_end > i) i = chain_end - 1;
      continue;
    }
    if (numeral.article && !unit_follows(text, numeral, pack) &&
        !(data.articles_count && share_follows(text, data, numeral.end_token)))
      continue;
    read_ordinal_stop(text, data, numeral);
    i = numeral.end_token - 1;
    out.push_back(numeral);
  }
  return out;
}

std::vector<Numeral> find_numerals(const TokenizedText& text, const LanguagePack& pack) {
  return find_numerals(FoldedText(text), pack);
}

}  // namespace twosource
