// What each piece adds to a number that is written sign by sign.
#include <string>

#include "core/grammar/phrase_match.h"
#include "core/grammar/sign_number.h"

namespace twosource {
namespace {

bool is_digit_sign(const NumberWord& word) {
  return word.role == NumberRole::Value && word.value < Decimal(10) && !word.native;
}

bool is_round(const Decimal& value) {
  const auto tenth = value.scaled(-1);
  return tenth && tenth->is_integer() && !value.is_zero();
}

}  // namespace

std::size_t SignNumberReader::take_digits(std::size_t at) {
  if (vague_ || (count_ > 0 && !parts_[count_ - 1].scaled)) return at;
  const auto number = read_digits(text_, at, convention_, data_);
  if (!number || number->chain || !fits(number->value)) return at;
  digits_ = *number;
  ++digit_runs_;
  units_ = true;
  Part part;
  part.low = part.high = number->value;
  part.digits = true;
  push(part, number->end_token, 0);
  return number->end_token;
}

std::size_t SignNumberReader::take_value(std::size_t at, const NumberWord& word, std::size_t end) {
  if (vague_ || excess_) return at;
  if (word.value.is_zero() && count_ > 0) return take_zero(at, end);
  if (is_digit_sign(word)) return take_row(at);
  // Words that no scale multiplies: 열, 스물, 하나.
  if (!fits(word.value) || (count_ > 0 && parts_[count_ - 1].digits)) return at;
  weak_ = word.weak && count_ == 0;
  Part part;
  part.low = part.high = word.value;
  part.room = word.room;
  part.native = true;
  units_ = true;
  push(part, end, 1);
  return end;
}

// 一千零五: the zero fills the places left out; something must follow.
std::size_t SignNumberReader::take_zero(std::size_t at, std::size_t end) {
  if (parts_[count_ - 1].room < kTen) return at;
  std::size_t behind = end;
  const NumberWord* next = word_at(end, behind);
  if (next != nullptr && next->role == NumberRole::Value && next->value.is_zero()) return at;
  filled_ = true;
  const std::size_t after = step(end);
  filled_ = false;
  return after == end ? at : after;
}

std::size_t SignNumberReader::row_length(std::size_t at, std::string& digits) const {
  std::size_t i = at;
  while (digits.size() <= kLongestRow && (i == at || text_.touches_before(i))) {
    std::size_t end = i;
    const NumberWord* word = word_at(i, end);
    if (word == nullptr || !is_digit_sign(*word)) break;
    // 二两, 삼이다: a unit, a particle.
    if (i != at && (word->weak || unit_begins(i, end) || particle_begins(i, end))) break;
    digits += static_cast<char>('0' + word->value.to_int().value_or(0));
    i = end;
  }
  return i;
}

// One sign, a pair of neighbours, or a number written place by place.
std::size_t SignNumberReader::take_row(std::size_t at) {
  std::string digits;
  std::size_t end = row_length(at, digits);
  Part part;
  // 两年零三个月: the zero is a joiner, not the first place of 03.
  if (digits.size() == 2 && digits[0] == '0') {
    digits.pop_back();
    end = at + 1;
  }
  if (digits.size() == 1) {
    part.low = part.high = Decimal(digits[0] - '0');
  } else if (digits.size() == 2 && data_.signs.pair_ranges && digits[0] > '0' &&
             digits[1] == digits[0] + 1) {
    part.low = Decimal(digits[0] - '0');
    part.high = Decimal(digits[1] - '0');
    part.pair = true;
  } else {
    // 십일일: behind a scale one digit belongs to the number.
    if (count_ > 0) {
      std::size_t behind = at;
      word_at(at, behind);
      digits.resize(1);
      end = behind;
    }
    const bool row = count_ > 0 || digits.size() > 2 || data_.signs.digit_rows ||
                     digits.find('0') != std::string::npos;
    const auto value = Decimal::parse(digits);
    if (!row || digits.size() > kLongestRow || !value) return at;
    part.low = part.high = *value;
    part.digits = count_ == 0;
  }
  if (!fits(part.high)) return at;
  units_ = true;
  push(part, end, static_cast<std::uint32_t>(digits.size()));
  return end;
}

std::size_t SignNumberReader::take_vague_scale(const NumberWord& word, std::size_t end) {
  Part part;
  part.low = word.vague_low;
  part.high = word.vague_high;
  part.scaled = true;
  hedge_ = Hedge::Order;
  vague_ = false;
  push(part, end, 2);
  return end;
}

std::size_t SignNumberReader::take_scale(std::size_t at, const NumberWord& word, std::size_t end) {
  const bool behind_digits = count_ > 0 && parts_[count_ - 1].digits;
  if (word.money || (word.after_digits && !behind_digits)) return at;
  if (word.glued && !text_.touches_before(at)) return at;
  if (excess_ && word.value < kMyriad) return at;
  if (vague_) return take_vague_scale(word, end);
  if (word.vague) return count_ == 0 ? take_vague_scale(word, end) : at;
  if (!(word.value < kMyriad)) complete_ellipsis(&word);
  const bool dozen = word.value.coefficient() != 1;
  std::size_t from = count_;
  Decimal low;
  Decimal high;
  while (from > 0 && !parts_[from - 1].native &&
         (parts_[from - 1].high < word.value || dozen || (from == 1 && parts_[0].digits))) {
    --from;
    low = low.plus(parts_[from].low).value_or(low);
    high = high.plus(parts_[from].high).value_or(high);
  }
  const bool none = from == count_;
  if (none && (!word.bare || (count_ > 0 && parts_[count_ - 1].native))) return at;
  if (none) low = high = Decimal(1);
  // Signs multiply a hundred or a thousand by one digit only.
  const bool small = !dozen && word.value < kMyriad && !behind_digits;
  if (small && !(high < kTen)) return at;
  const auto product_low = low.times(word.value);
  const auto product_high = high.times(word.value);
  if (!product_low || !product_high || product_high->is_zero()) return at;
  if (from > 0 && !(*product_high < parts_[from - 1].room)) {
    // 一百二百: what the scale belongs to is another number.
    if (!none) {
      end_ = parts_[from].end_before;
      signs_ = parts_[from].signs_before;
      count_ = from;
    }
    closed_ = true;
    return at;
  }
  Part part;
  part.low = *product_low;
  part.high = *product_high;
  part.room = hedge_ == Hedge::Order ? Decimal() : word.value;
  part.scaled = true;
  const Decimal scale =
      behind_myriad_ && from == 0 ? scale_.times(word.value).value_or(word.value) : word.value;
  const Part before = none ? Part() : parts_[from];
  const bool filled = none ? filled_ : before.filled;
  count_ = from;
  push(part, end, 1);
  scale_ = count_ == 1 ? scale : Decimal(1);
  parts_[count_ - 1].filled = filled;
  if (!none) {
    parts_[count_ - 1].end_before = before.end_before;
    parts_[count_ - 1].signs_before = before.signs_before;
  }
  if (excess_ || dozen) closed_ = true;
  return end;
}

// 数百, 几十万; behind a number with room 十几, 二十几万, 10数人.
std::size_t SignNumberReader::take_vague(std::size_t at, std::size_t end) {
  if (vague_ || excess_ || hedge_ != Hedge::Exact) return at;
  if (count_ == 0) {
    std::size_t behind = end;
    const NumberWord* next = word_at(end, behind);
    if (next == nullptr || next->role != NumberRole::Scale || next->after_digits) return at;
    vague_ = true;
    const std::size_t after = step(end);
    vague_ = false;
    return after == end ? at : after;
  }
  const Part& last = parts_[count_ - 1];
  const Decimal room = last.digits && is_round(last.low) ? kTen : last.room;
  if (room < kTen || last.native) return at;
  Part part;
  part.high = room;
  hedge_ = Hedge::Order;
  push(part, end, 1);
  return end;
}

// 三点五, 两千万点五五; not 三点十分, a time of day.
std::size_t SignNumberReader::take_point(std::size_t at, std::size_t end) {
  if (count_ == 0 || excess_ || hedge_ != Hedge::Exact) return at;
  Part& last = parts_[count_ - 1];
  if ((last.digits && digit_runs_ > 0) || last.pair) return at;
  std::string digits;
  std::size_t i = end;
  if (text_.is(i, TokenKind::Digits)) {
    append_ascii_digits(text_.bytes(i), digits);
    ++i;
  } else {
    i = row_length(end, digits);
  }
  if (digits.empty() || digits.size() > kLongestRow) return at;
  std::size_t behind = i;
  const NumberWord* next = word_at(i, behind);
  if (next != nullptr && next->role == NumberRole::Scale && next->value < kMyriad) return at;
  const auto tail = Decimal::parse("." + digits);
  const auto sum = tail ? last.low.plus(*tail) : std::nullopt;
  if (!sum) return at;
  last.low = last.high = *sum;
  last.room = Decimal();
  last.digits = true;
  last.scaled = false;
  units_ = true;
  end_ = static_cast<std::uint32_t>(i);
  signs_ += static_cast<std::uint32_t>(digits.size()) + 1;
  return i;
}

// 3000多, 100여, 二十余万: only behind a round number.
std::size_t SignNumberReader::take_excess(std::size_t at) {
  if (count_ == 0 || excess_ || hedge_ != Hedge::Exact || !text_.touches_before(at)) return at;
  const auto phrase = match_phrase(text_, data_.signs.excess, at);
  const Part& last = parts_[count_ - 1];
  if (!phrase || !(last.scaled || is_round(last.low)) || last.pair) return at;
  excess_ = true;
  hedge_ = Hedge::JustOver;
  end_ = phrase->end_token;
  return phrase->end_token;
}

}  // namespace twosource
