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
  std::optional<PhraseMatch> tail;
  if (const auto votes = match_phrase(c.text, c.numbers.vote_infix, mark);
      votes && votes->end_token == b.first_token) {
    found = true;
    tail = match_phrase(c.text, c.numbers.vote_tail, b.end_token);
  } else if (tight && c.text.is(mark, ":")) {
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
  if (tail) {
    group.last.end_token = tail->end_token;
    group.last.span.end = c.text.token(tail->end_token - 1).end;
    group.last.core.end = group.last.span.end;
  }
  group.score = true;
  group.next = i + 2;
  group.value.low = left;
  group.value.high = right;
  group.value.digits = 0;
  return true;
}

namespace {

std::int64_t whole_value(const Numeral& numeral) {
  const auto whole = numeral.value.low ? numeral.value.low->to_int() : std::nullopt;
  return whole.value_or(0);
}

// What connects two numerals as parts of a share; end_token is 0 when nothing does.
struct ShareLink {
  std::uint32_t end_token = 0;  // half open, of all that belongs to the share
  bool ratio = false;           // any two numbers may stand in it
  bool sure = false;            // it can mean nothing else
};

ShareLink share_link(const QuantityContext& c, const Numeral& a, const Numeral& b) {
  const std::size_t at = a.end_token;
  if (b.first_token == at) {
    // "três vinte e um avos"
    const auto mark = match_phrase(c.text, c.numbers.fraction_marks, b.end_token);
    return mark ? ShareLink{mark->end_token, true, true} : ShareLink{};
  }
  const auto leads = [&](const std::optional<PhraseMatch>& match) {
    return match && match->end_token == b.first_token;
  };
  const auto share = match_phrase(c.text, c.numbers.shares, at);
  if (leads(share)) return {b.end_token, false, share->end_token - share->first_token > 1};
  const bool around = c.numbers.shares_around_noun && a.all_words && a.rest.empty() &&
                      c.text.is(at, TokenKind::Word);
  if (around && leads(match_phrase(c.text, c.numbers.shares, at + 1)))
    return {b.end_token, false, false};
  if (leads(match_phrase(c.text, c.numbers.divisions, at))) return {b.end_token, true, true};
  if (whole_value(a) == 1 && leads(match_phrase(c.text, c.numbers.over, at)))
    return {b.end_token, false, true};
  return {};
}

void set_share(AmountGroup& group, std::int64_t numerator, std::int64_t denominator,
               const Decimal& share) {
  group.value.low = share;
  group.value.high = share;
  group.value.ratio = std::to_string(numerator) + '/' + std::to_string(denominator);
  group.range = true;
}

// "jeder Fünfte"
bool read_every(const QuantityContext& c, std::size_t i, AmountGroup& group) {
  const Numeral& a = c.numerals[i];
  if (!a.ordinal || !a.all_words || !a.rest.empty() || a.first_token == 0 ||
      !match_phrase_before(c.text, c.numbers.every, a.first_token - 1))
    return false;
  const std::int64_t denominator = whole_value(a);
  if (denominator < 2) return false;
  const auto share = Decimal(1).divided_by(Decimal(denominator));
  if (!share) return false;
  group.first = c.reader.read(i);
  group.first.dimension = Dimension::Number;
  group.first.first_token = a.first_token - 1;
  group.first.span.begin = c.text.token(a.first_token - 1).begin;
  group.last = group.first;
  group.next = i + 1;
  set_share(group, 1, denominator, share->value);
  return true;
}

// Whether the digits of a share look like one: "9 von 10", "37 von 100", but not "3 von 17".
bool usual_denominator(std::int64_t denominator) {
  std::int64_t power = 10;
  while (power < denominator) power *= 10;
  return denominator <= 10 || power == denominator;
}

}  // namespace

// "neun von zehn", "two in five", "jeder Fünfte", "beş bölü sekiz".
bool read_share(const QuantityContext& c, std::size_t i, AmountGroup& group) {
  if (read_every(c, i, group)) return true;
  const Numeral& a = c.numerals[i];
  if (!c.usable(i + 1) || a.ordinal || (a.article && !c.numbers.articles_count) || a.fraction)
    return false;
  const Numeral& b = c.numerals[i + 1];
  if (b.ordinal || b.fraction || b.article) return false;
  const ShareLink link = share_link(c, a, b);
  std::int64_t numerator = whole_value(a);
  const std::int64_t denominator = whole_value(b);
  if (link.end_token == 0 || numerator < 1 || denominator < 1) return false;
  if (!link.ratio && denominator <= numerator) return false;
  // "un sur 20": where "sur" stands around a noun, it always tells a share.
  const bool one_in = c.numbers.shares_around_noun && numerator == 1 && denominator % 5 == 0;
  if (!link.sure && !b.all_words && !one_in && !usual_denominator(denominator)) return false;
  const Amount first = c.reader.read(i);
  Amount last = c.reader.read(i + 1);
  if (last.has_unit() || first.has_unit() || glued_to_letters(c, last)) return false;
  if (first.low.is_negative()) numerator = -numerator;
  const auto share = Decimal(numerator).divided_by(Decimal(denominator));
  if (!share) return false;
  if (link.end_token > last.end_token) {
    last.end_token = link.end_token;
    last.span.end = c.text.token(link.end_token - 1).end;
  }
  group.first = first;
  group.last = last;
  group.next = i + 2;
  set_share(group, numerator, denominator, share->value);
  return true;
}

}  // namespace twosource
