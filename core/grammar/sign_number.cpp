#include "core/grammar/sign_number.h"

#include <algorithm>
#include <string>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

const Decimal kTen(10);
const Decimal kMyriad(10000);

bool is_digit_sign(const NumberWord& word) {
  return word.role == NumberRole::Value && word.value < kTen && !word.native;
}

std::uint8_t significant_digits(const Decimal& value) {
  std::int64_t rest = value.coefficient();
  std::uint8_t count = 0;
  for (; rest != 0; rest /= 10) ++count;
  return std::max<std::uint8_t>(count, 1);
}

bool is_round(const Decimal& value) {
  const auto tenth = value.scaled(-1);
  return tenth && tenth->is_integer() && !value.is_zero();
}

}  // namespace

const NumberWord* SignNumberReader::word_at(std::size_t at, std::size_t& end) const {
  if (at >= text_.size()) return nullptr;
  if (!text_.is(at, TokenKind::Ideograph) && !text_.is(at, TokenKind::Word)) return nullptr;
  const auto phrase = match_phrase(text_, data_.lexicon, at);
  if (!phrase) return nullptr;
  end = phrase->end_token;
  return &data_.words[phrase->payload];
}

bool SignNumberReader::read(std::size_t at, SignNumber& out, std::size_t limit) {
  first_ = at;
  count_ = 0;
  end_ = static_cast<std::uint32_t>(at);
  signs_ = digit_runs_ = 0;
  filled_ = vague_ = excess_ = closed_ = units_ = weak_ = behind_myriad_ = false;
  hedge_ = Hedge::Exact;
  scale_ = Decimal(1);
  limit = std::min(limit, text_.size());
  while (at < limit && !closed_ && count_ < kMaxParts && may_follow(at)) {
    const std::size_t next = step(at);
    if (next == at || next > limit) break;
    at = next;
  }
  return finish(out);
}

// Spaces inside a number stand behind a myriad (1억 5천만) where words are set off by spaces, and
// anywhere in texts that space their signs.
bool SignNumberReader::may_follow(std::size_t at) const {
  const Token& token = text_.token(at);
  if (at == first_ || !token.has(Token::kSpaceBefore)) return true;
  if (token.has(Token::kNewlineBefore)) return false;
  if (data_.signs.particles.empty()) return true;
  if (count_ == 0) return false;
  std::size_t end = 0;
  if (text_.is(at, TokenKind::Digits)) {
    // 7천 5백만: the digits go with the scale that touches them.
    const NumberWord* scale = word_at(at + 1, end);
    return behind_myriad_ ||
           (scale != nullptr && scale->role == NumberRole::Scale && text_.touches_before(at + 1));
  }
  const NumberWord* word = word_at(at, end);
  const bool mixed = word != nullptr && word->native && !parts_[count_ - 1].native;
  if (mixed && digit_runs_ > 0) return false;
  const bool scale = word != nullptr && word->role == NumberRole::Scale;
  const bool native = word != nullptr && word->native && parts_[count_ - 1].native;
  return behind_myriad_ || native || (scale && parts_[count_ - 1].digits) ||
         (word != nullptr && word->role == NumberRole::Point);
}

std::size_t SignNumberReader::step(std::size_t at) {
  if (at >= text_.size()) return at;
  if (text_.is(at, TokenKind::Digits)) return take_digits(at);
  std::size_t end = at;
  const NumberWord* word = word_at(at, end);
  if (word == nullptr && text_.is(at, TokenKind::Punct)) {
    // 三・五: only a mark that touches both of its neighbours.
    const auto mark = match_phrase(text_, data_.lexicon, at);
    if (!mark || data_.words[mark->payload].role != NumberRole::Point ||
        !text_.touches_before(at) || !text_.touches_before(mark->end_token))
      return at;
    return take_point(at, mark->end_token);
  }
  if (word == nullptr) return take_excess(at);
  if (at != first_ && unit_begins(at, end)) return at;
  switch (word->role) {
    case NumberRole::Value:
      return take_value(at, *word, end);
    case NumberRole::Scale:
      return take_scale(at, *word, end);
    case NumberRole::Vague:
      return take_vague(at, end);
    case NumberRole::Point:
      return take_point(at, end);
    default:
      return at;
  }
}

// A unit or counter that is longer than the number word, or as long as a weak one: 千米, 조각, 两.
bool SignNumberReader::unit_begins(std::size_t at, std::size_t end) const {
  std::size_t longest = 0;
  for (const PhraseLexicon* lexicon : {&units_data_.lexicon, &data_.signs.counters}) {
    const auto match = match_phrase(text_, *lexicon, at);
    if (match) longest = std::max<std::size_t>(longest, match->end_token);
  }
  if (longest == end) {
    const auto word = match_phrase(text_, data_.lexicon, at);
    std::size_t behind = end;
    const NumberWord* next = word_at(end, behind);
    const bool scales = next != nullptr && next->role == NumberRole::Scale;
    return word && data_.words[word->payload].weak && !data_.words[word->payload].native && !scales;
  }
  return longest > end;
}

bool SignNumberReader::particle_begins(std::size_t at, std::size_t end) const {
  const auto particle = match_phrase(text_, data_.signs.particles, at);
  return particle && particle->end_token > end;
}

bool SignNumberReader::fits(const Decimal& value) const {
  if (count_ == 0) return true;
  return !excess_ && !vague_ && value < parts_[count_ - 1].room;
}

void SignNumberReader::push(Part part, std::size_t end, std::uint32_t signs) {
  part.end_before = end_;
  part.signs_before = signs_;
  part.filled = filled_;
  filled_ = false;
  parts_[count_++] = part;
  end_ = static_cast<std::uint32_t>(end);
  signs_ += signs;
  if (!part.scaled) scale_ = Decimal(1);
  behind_myriad_ = part.scaled && !(part.room < kMyriad);
}

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

// 四百五 is 450, 两万三 is 23000; not 四百零五.
void SignNumberReader::complete_ellipsis(const NumberWord* scale) {
  if (!data_.signs.elliptic || count_ < 2) return;
  Part& last = parts_[count_ - 1];
  const Part& before = parts_[count_ - 2];
  const bool digit = !last.scaled && !last.digits && !last.native && !last.filled && !last.pair &&
                     last.room.is_zero() && last.high < kTen && last.low == last.high;
  if (!digit || !before.scaled || before.room < Decimal(100)) return;
  if (scale != nullptr && !(before.room < scale->value)) return;
  const auto tenth = before.room.scaled(-1);
  const auto value = tenth ? last.low.times(*tenth) : std::nullopt;
  if (value) last.low = last.high = *value;
}

bool SignNumberReader::finish(SignNumber& out) {
  if (count_ == 0) return false;
  complete_ellipsis(nullptr);
  out = SignNumber();
  out.weak = weak_ && count_ == 1;
  for (std::size_t i = 0; i < count_; ++i) {
    const auto low = out.low.plus(parts_[i].low);
    const auto high = out.high.plus(parts_[i].high);
    if (!low || !high) return false;
    out.low = *low;
    out.high = *high;
    out.pair = out.pair || parts_[i].pair;
    out.native = out.native || parts_[i].native;
  }
  out.hedge = hedge_;
  out.end_token = end_;
  out.signs = signs_;
  out.has_digits = digit_runs_ > 0;
  out.counts_units = units_;
  out.scale = scale_;
  out.row = count_ == 1 && parts_[0].digits && digit_runs_ == 0 && out.low.is_integer();
  const bool one_run = digit_runs_ == 1 && count_ == 1;
  out.plain_digits = one_run && signs_ == 0 && digits_.plain && !excess_;
  if (one_run && signs_ == 0) out.written_digits = digits_.run_length;
  out.significant = one_run ? digits_.digits : significant_digits(out.low);
  return true;
}

}  // namespace twosource
