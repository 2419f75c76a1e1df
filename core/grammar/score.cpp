#include "core/grammar/score.h"

#include <algorithm>

#include "core/grammar/amount_filter.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::size_t kScoreReach = 12;  // tokens looked at around two numbers for words of a match

bool score_words_near(const QuantityContext& c, std::size_t first, std::size_t end,
                      bool behind = true) {
  const std::size_t from = first > kScoreReach ? first - kScoreReach : 0;
  const std::size_t to = std::min(c.text.size(), end + kScoreReach);
  for (std::size_t i = from; i < to; ++i) {
    // What stands right behind is what is counted: "10 to 15 goals".
    if (i == first) i = behind ? end : end + 1;
    if (i < to && c.text.is(i, TokenKind::Word) && match_phrase(c.text, c.numbers.score_words, i))
      return true;
  }
  return false;
}

}  // namespace

// "61:72", "397 zu 0", "3-2".
bool read_score(const QuantityContext& c, std::size_t i, AmountGroup& group) {
  if (!c.usable(i + 1)) return false;
  const Numeral& a = c.numerals[i];
  const Numeral& b = c.numerals[i + 1];
  const std::size_t mark = a.end_token;
  const auto whole = [](const Numeral& n) {
    return !n.ordinal && !n.fraction && !n.article && n.rest.empty() &&
           n.value.low == n.value.high && n.value.low && n.value.low->is_integer() &&
           !n.value.low->is_negative();
  };
  if (!whole(a) || !whole(b) || mark >= c.text.size()) return false;
  const Decimal left = *a.value.low;
  const Decimal right = *b.value.low;
  const bool tight = b.first_token == mark + 1 && c.text.touches_before(mark) &&
                     c.text.touches_before(mark + 1) && a.plain_digits && b.plain_digits;
  bool found = false;
  if (tight && c.text.is(mark, ":")) {
    // "11:30" is a time of day unless the words around speak of a match.
    const bool clock = b.written_digits == 2 && left < Decimal(25) && right < Decimal(60);
    found = !clock || score_words_near(c, a.first_token, b.end_token);
  } else if (tight && c.text.is(mark, "-")) {
    const bool small = left < Decimal(1000) && right < Decimal(1000);
    found = small &&
            (!(left < right) || left.is_zero() || score_words_near(c, a.first_token, b.end_token));
  } else if (const auto infix = match_phrase(c.text, c.numbers.score_infix, mark)) {
    if (infix->end_token != b.first_token) return false;
    const bool from =
        a.first_token > 0 && match_phrase_before(c.text, c.numbers.range_from, a.first_token - 1);
    const bool range_too = match_phrase(c.text, c.numbers.range_infix, mark).has_value();
    found = !from && (!range_too || right < left ||
                      (left < Decimal(20) && right < Decimal(20) &&
                       score_words_near(c, a.first_token, b.end_token, false)));
  }
  if (!found) return false;
  const Amount second = c.reader.read(i + 1);
  if (second.has_unit() || c.reader.read(i).has_unit() || glued_to_letters(c, second)) return false;
  group.first = c.reader.read(i);
  group.last = second;
  group.score = true;
  group.next = i + 2;
  group.value.low = left;
  group.value.high = right;
  group.value.digits = 0;
  return true;
}

// "neun von zehn", "two in five", "jeder Fünfte".
bool read_share(const QuantityContext& c, std::size_t i, AmountGroup& group) {
  const Numeral& a = c.numerals[i];
  const auto whole = [](const Numeral& n) {
    return n.value.low ? n.value.low->to_int() : std::nullopt;
  };
  std::int64_t numerator = 1;
  std::int64_t denominator = 0;
  if (a.ordinal && a.all_words && a.rest.empty() && a.first_token > 0 &&
      match_phrase_before(c.text, c.numbers.every, a.first_token - 1)) {
    denominator = whole(a).value_or(0);
    if (denominator < 2) return false;
    group.first = c.reader.read(i);
    group.first.dimension = Dimension::Number;
    group.first.first_token = a.first_token - 1;
    group.first.span.begin = c.text.token(a.first_token - 1).begin;
    group.last = group.first;
    group.next = i + 1;
  } else {
    if (!c.usable(i + 1) || a.ordinal || (a.article && !c.numbers.articles_count) || a.fraction)
      return false;
    const Numeral& b = c.numerals[i + 1];
    auto link = match_phrase(c.text, c.numbers.shares, a.end_token);
    if (!link && c.numbers.shares_around_noun && a.all_words && b.all_words && a.rest.empty() &&
        c.text.is(a.end_token, TokenKind::Word))
      link = match_phrase(c.text, c.numbers.shares, a.end_token + 1);
    if (!link && whole(a) == 1) link = match_phrase(c.text, c.numbers.over, a.end_token);
    const auto division = match_phrase(c.text, c.numbers.divisions, a.end_token);
    if (!link) link = division;
    if (!link || link->end_token != b.first_token || b.ordinal || b.fraction || b.article)
      return false;
    numerator = whole(a).value_or(0);
    denominator = whole(b).value_or(0);
    if (numerator < 1 || denominator < 1 || (!division && denominator <= numerator)) return false;
    const bool two_words = link->end_token - link->first_token > 1;
    std::int64_t power = 10;
    while (power < denominator) power *= 10;
    const bool over = match_phrase(c.text, c.numbers.over, a.end_token).has_value();
    if (!division && !over && !two_words && denominator > 10 && power != denominator &&
        !b.all_words)
      return false;
    const Amount last = c.reader.read(i + 1);
    if (last.has_unit() || c.reader.read(i).has_unit() || glued_to_letters(c, last)) return false;
    group.first = c.reader.read(i);
    group.last = last;
    group.next = i + 2;
  }
  if (group.first.low.is_negative()) numerator = -numerator;
  const auto share = Decimal(numerator).divided_by(Decimal(denominator));
  if (!share) return false;
  group.value.low = share->value;
  group.value.high = share->value;
  group.value.ratio = std::to_string(numerator) + '/' + std::to_string(denominator);
  group.range = true;
  return true;
}

}  // namespace twosource
