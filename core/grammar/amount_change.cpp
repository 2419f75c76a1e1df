#include "core/grammar/amount_change.h"

#include <algorithm>
#include <optional>

#include "core/grammar/amount_filter.h"
#include "core/grammar/amount_range.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::size_t kMostLinks = 4;

// The token behind the words that lead from the start of a change to its end; 0 for none.
std::size_t behind_link(const QuantityContext& c, std::size_t at) {
  if (at >= c.text.size() || c.text.token(at).has(Token::kParagraphBefore)) return 0;
  if (const auto to = match_phrase(c.text, c.numbers.change_to, at)) return to->end_token;
  const auto infix = match_phrase(c.text, c.numbers.range_infix, at);
  return infix ? infix->end_token : 0;
}

bool behind_from(const QuantityContext& c, std::size_t first) {
  if (first == 0) return false;
  if (const auto hedge = match_phrase_before(c.text, c.hedges.before, first - 1))
    first = hedge->first_token;
  return first > 0 && match_phrase_before(c.text, c.numbers.range_from, first - 1).has_value();
}

// The amount that the link leads to; a hedge may stand between.
std::optional<Amount> linked(const QuantityContext& c, const Amount& from, std::size_t index) {
  const std::size_t behind = behind_link(c, from.end_token);
  if (behind == 0 || !c.usable(index)) return std::nullopt;
  Amount amount = c.reader.read(index, static_cast<std::uint32_t>(behind));
  std::size_t begin = amount.first_token;
  if (begin > behind) {
    const auto hedge = match_phrase_before(c.text, c.hedges.before, begin - 1);
    if (hedge) begin = hedge->first_token;
  }
  const Numeral& numeral = c.numerals[index];
  if (begin != behind || numeral.ordinal || numeral.article || amount.low.is_negative() ||
      glued_to_letters(c, amount))
    return std::nullopt;
  return amount;
}

// "3 to 2 million": the start shares the scale.
void share_scale(const Numeral& start, const Numeral& end, const Decimal& end_value,
                 Amount& amount) {
  const auto low = shared_scale(start, end, amount.low, end_value);
  const auto high = shared_scale(start, end, amount.high, end_value);
  if (!low || !high) return;
  amount.low = *low;
  amount.high = *high;
}

bool may_be_year(const Numeral& numeral) {
  if (!numeral.plain_digits || numeral.written_digits != 4 || !numeral.value.low) return false;
  return Decimal(1000) < *numeral.value.low && *numeral.value.low < Decimal(2200);
}

// The amount that ends an enumeration with hanging hyphens: 5 in "3-, 4- and 5-year-olds".
std::optional<Amount> end_of_hanging(const QuantityContext& c, const AmountGroup& group) {
  Amount at = group.first;
  for (std::size_t i = 0; i < kMostLinks && at.dangling_hyphen; ++i) {
    std::size_t next = at.end_token;
    if (c.text.is(next, ",")) ++next;
    const auto joiner = match_phrase(c.text, c.numbers.range_infix, next);
    if (joiner && joiner->payload == 2) {
      next = joiner->end_token;
    } else {
      for (const std::string& word : c.units.amount_joiners) {
        if (!c.text.is(next, word)) continue;
        ++next;
        break;
      }
    }
    const std::size_t index = group.next + i;
    if (next == at.end_token || !c.usable(index) || c.numerals[index].first_token != next)
      return std::nullopt;
    at = c.reader.read(index, static_cast<std::uint32_t>(next));
    if (at.first_token != next) return std::nullopt;
  }
  if (at.dangling_hyphen || !at.adjective || !at.has_unit()) return std::nullopt;
  return at;
}

}  // namespace

void read_hanging(const QuantityContext& c, AmountGroup& group) {
  if (group.range || !group.first.dangling_hyphen || group.first.has_unit()) return;
  const auto end = end_of_hanging(c, group);
  if (!end) return;
  group.first.unit = end->unit;
  group.first.currency = end->currency;
  group.first.dimension = end->dimension;
  group.first.age_form =
      end->age_form || match_phrase(c.text, c.units.age_after, end->end_token).has_value();
  group.first.adjective = true;
  group.last = group.first;
}

void read_change(const QuantityContext& c, AmountGroup& group, bool in_row) {
  Amount& start = group.first;
  const Numeral& numeral = c.numerals[start.numeral];
  if (group.range || (start.has_unit() && !start.leads()) || numeral.ordinal || numeral.article ||
      numeral.fraction || !numeral.rest.empty() || numeral.value.hedge == Hedge::Order ||
      may_be_year(numeral))
    return;
  if (!in_row && !behind_from(c, start.first_token)) return;
  Amount end = start;
  std::size_t links = 0;
  bool row = true;  // the same word between all of them
  for (; links == 0 || (links < kMostLinks && !end.has_unit()); ++links) {
    const auto next = linked(c, end, group.next + links);
    if (!next) break;
    row = row && c.text.form(end.end_token) == c.text.form(start.end_token);
    end = *next;
  }
  if (links == 0 || end.adjective || end.age_form) return;
  if (links > 1 && row) group.chain_end = std::max(group.chain_end, end.numeral + 1);
  group.link_end = static_cast<std::uint32_t>(behind_link(c, start.end_token));
  const Numeral& last = c.numerals[end.numeral];
  if (!end.has_unit() && start.has_unit()) return;
  if (start.has_unit() ? start.unit != end.unit || !same_currency(start, end) : end.leads()) return;
  share_scale(numeral, last, end.low, start);
  start.unit = end.unit;
  start.currency = end.currency;
  start.per = end.per;
  start.dimension = end.dimension;
  group.last = start;
}

}  // namespace twosource
