#include "core/grammar/amount_range.h"

#include <optional>

#include "core/grammar/amount_filter.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

// The numeral that the words behind `left` connect it with; `sure` when they can only mean a range.
bool connect(const QuantityContext& c, const Amount& left, std::size_t& right, bool& sure,
             bool& alternative) {
  right = left.numeral + 1;
  if (!c.usable(right)) return false;
  const std::size_t start = c.numerals[right].first_token;
  std::size_t at = left.end_token;
  if (at >= c.text.size() || at > start) return false;
  const auto reaches = [&](std::size_t end) {
    if (end == start) return true;
    if (end > start || start - end > 4) return false;
    return c.reader.read(right, static_cast<std::uint32_t>(at)).first_token == end;
  };
  // "zwischen 2 und ungefähr 7", "2 - ~7": a hedge before the right end.
  const auto reaches_hedged = [&](std::size_t end, bool any) {
    if (reaches(end)) return true;
    const auto hedge = start > 0 ? match_phrase_before(c.text, c.hedges.before, start - 1)
                                 : std::optional<PhraseMatch>();
    return hedge && hedge->first_token == end &&
           (any || static_cast<Hedge>(hedge->payload) == Hedge::About);
  };
  // Hedge words before "zwischen" and "from" are found later; only the first word matters here.
  std::size_t before = left.first_token;
  if (before > 0) {
    if (const auto between = match_phrase_before(c.text, c.numbers.range_between, before - 1)) {
      const std::string& joiner = c.numbers.range_between_joiners[between->payload];
      sure = true;
      if (c.text.is(at, joiner)) return reaches_hedged(at + 1, true);
    }
  }
  if (c.text.is(at, "-")) {
    const bool tight = c.text.touches_before(at) && c.text.touches_before(at + 1);
    const bool loose = !c.text.touches_before(at) && !c.text.touches_before(at + 1);
    sure = true;
    // "2 -7 g", as pre-tokenized text writes it
    const bool open = !c.text.touches_before(at) && c.text.is(at + 1, TokenKind::Digits) &&
                      c.numerals[left.numeral].plain_digits && !left.has_unit() &&
                      left.low < c.numerals[right].value.low.value_or(Decimal());
    return (tight || loose || open) && reaches_hedged(at + 1, false);
  }
  const auto infix = match_phrase(c.text, c.numbers.range_infix, at);
  if (!infix ||
      !(infix->payload == 0 ? reaches_hedged(infix->end_token, false) : reaches(infix->end_token)))
    return false;
  sure = infix->payload == 0;
  alternative = infix->payload == 2;
  if (alternative) return true;
  if (!sure && before > 0) {
    std::size_t from = before;
    if (const auto hedge = match_phrase_before(c.text, c.hedges.before, before - 1))
      from = hedge->first_token;
    sure = from > 0 && match_phrase_before(c.text, c.numbers.range_from, from - 1).has_value();
  }
  return true;
}

// Units: the left one may be left out, or be the same; a currency sign may stand on one side.
bool units_agree(const Amount& left, const Amount& right) {
  if (!left.has_unit() || (left.leads() && !right.has_unit())) return true;
  // 섭씨 5~10도
  if (left.unit_before && right.unit != nullptr && right.unit->kind == "angle") return true;
  return right.has_unit() && left.unit == right.unit &&
         (left.per == right.per || left.per.empty()) && same_currency(left, right);
}

// Whether the right end of a range is the left end of another one: "33-35" in "24.2 to 33-35", 15
// in "10 to 15 to 20". The numeral that it goes on with, or 0.
std::size_t goes_on(const QuantityContext& c, const Amount& right) {
  std::size_t third = 0;
  bool sure = false;
  bool alternative = false;
  return connect(c, right, third, sure, alternative) ? third : 0;
}

// "two or three", "10 or 15": neighbours only.
bool are_neighbours(const Decimal& low, const Decimal& high, const Decimal& scale) {
  const auto step = high.minus(low);
  return step && (*step == scale || (!(low < Decimal(10)) && *step < low));
}

// "rose by 300": a word of size ("by", "um") stands before the amount, a word of rising or falling
// a little before that.
bool tells_step(const QuantityContext& c, const Amount& left) {
  constexpr std::size_t kReach = 4;  // tokens before the word of size
  std::size_t at = left.first_token;
  if (at > 0) {
    if (const auto hedge = match_phrase_before(c.text, c.hedges.before, at - 1))
      at = hedge->first_token;
  }
  const auto sense = [&](std::size_t i) {
    const WordEntry* entry =
        c.text.is(i, TokenKind::Word) ? c.pack.claims.words.find(c.text.form(i)) : nullptr;
    return entry == nullptr ? WordSense() : entry->sense;
  };
  if (at < 2 || !sense(at - 1).marks.has(Mark::By)) return false;
  for (std::size_t i = at - 1; i > 0 && at - i <= kReach; --i) {
    const WordSense word = sense(i - 1);
    const bool moves =
        word.verb >= 0 &&
        (c.pack.claims.verbs[static_cast<std::size_t>(word.verb)].classes & (kRaise | kFall)) != 0;
    if (moves || word.marks.any(Mark::RaiseNoun | Mark::FallNoun)) return true;
  }
  return false;
}

// "increased by 300 to 4,500": the step and where it led, since the ends of a range lie nearer to
// each other. Those of one unit ("by 2 to 10 percent") may lie farther apart. A word that leads to
// no level ("bis") always makes a range.
bool is_step_and_level(const QuantityContext& c, const Amount& left, const Decimal& low,
                       const Amount& right) {
  const WordEntry* to = c.pack.claims.words.find(c.text.form(left.end_token));
  if (to == nullptr || !to->sense.marks.has(Mark::To)) return false;
  constexpr std::int64_t kFarApart = 5;
  constexpr std::int64_t kFarApartWithUnit = 20;
  const auto bound = low.times(Decimal(right.has_unit() ? kFarApartWithUnit : kFarApart));
  return bound && Decimal() < low && !(right.low < *bound) && tells_step(c, left);
}

void make_range(AmountGroup& group, const Amount& right, const Decimal& low) {
  const Amount left = group.first;
  group.first.per = right.per;
  group.last = right;
  group.range = true;
  group.next = right.numeral + 1;
  group.first.low = low;
  if (!left.has_unit()) {
    group.first.unit = right.unit;
    group.first.currency = right.currency;
    group.first.dimension = right.dimension;
  } else if (left.leads() && !right.has_unit()) {
    group.last.currency = left.currency;
    group.last.unit = left.unit;
    group.last.dimension = left.dimension;
  }
  group.first.age_form = right.age_form;
  group.first.adjective = right.adjective;
}

}  // namespace

bool same_currency(const Amount& left, const Amount& right) {
  return left.currency == nullptr || right.currency == nullptr ||
         (left.currency->code == right.currency->code &&
          left.currency->minor == right.currency->minor);
}

std::optional<Decimal> shared_scale(const Numeral& a, const Numeral& b, const Decimal& start,
                                    const Decimal& end) {
  constexpr std::int64_t kNear = 10;
  if (a.scale != Decimal(1) || b.scale == Decimal(1)) return start;
  const auto multiplier = end.divided_by(b.scale);
  const auto most = multiplier ? multiplier->value.times(Decimal(kNear)) : std::nullopt;
  return most && start < *most ? start.times(b.scale) : start;
}

bool read_range(const QuantityContext& c, AmountGroup& group) {
  const Amount& left = group.first;
  const Numeral& a = c.numerals[left.numeral];
  if (a.value.hedge == Hedge::Order || a.article || !a.rest.empty()) return false;
  std::size_t right_index = 0;
  bool sure = false;
  bool alternative = false;
  if (!connect(c, left, right_index, sure, alternative)) return false;
  const Numeral& b = c.numerals[right_index];
  if (b.value.hedge == Hedge::Order || a.ordinal != b.ordinal || b.article) return false;
  Amount right = c.reader.read(right_index, left.end_token);
  if (right.low.is_negative() && c.text.is(left.end_token, "-") &&
      right.first_token == left.end_token) {
    right.low = right.low.negated();
    right.high = right.low;
  }
  if (right.first_token < left.end_token) right.first_token = b.first_token;
  if (const std::size_t third = goes_on(c, right)) {
    // Three in a row are no range; a dash binds closer than a word.
    // "5 to 7 percent to 3 to 5 percent" are two ranges: the first one is complete.
    const bool complete = right.has_unit() && !left.has_unit();
    const bool same = !complete && c.text.form(left.end_token) == c.text.form(right.end_token);
    if (same) group.chain_end = third + 1;
    if (same || c.text.is(right.end_token, "-")) return false;
  }
  if (glued_to_letters(c, right) || !units_agree(left, right)) return false;
  if (!sure && left.has_unit() && left.first_token > 0 &&
      match_phrase_before(c.text, c.numbers.range_changes, left.first_token - 1))
    return false;
  auto low = shared_scale(a, b, left.low, right.low);
  if (low && !left.has_unit()) low = low->times(right.times);
  if (!low || !(*low < right.high)) return false;
  if (alternative && !are_neighbours(*low, right.high, b.scale)) return false;
  if (!alternative && is_step_and_level(c, left, *low, right)) {
    group.link_end = left.end_token + 1;
    return false;
  }
  make_range(group, right, *low);
  return true;
}

}  // namespace twosource
