#include "core/grammar/sign_number.h"

#include <algorithm>
#include <string>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

std::uint8_t significant_digits(const Decimal& value) {
  std::int64_t rest = value.coefficient();
  std::uint8_t count = 0;
  for (; rest != 0; rest /= 10) ++count;
  return std::max<std::uint8_t>(count, 1);
}

}  // namespace

const Decimal SignNumberReader::kTen(10);
const Decimal SignNumberReader::kMyriad(10000);

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
