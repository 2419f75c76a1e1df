#include "core/grammar/amount_compound.h"

#include <algorithm>

#include "core/grammar/amount_filter.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

// Adds a smaller part to the group: one of the group's last unit is `below` of the part's unit.
bool add_part(AmountGroup& group, const Amount& part, std::int64_t below) {
  Quantity& value = group.value;
  if (below <= 1 || !value.low || !(part.low < Decimal(below)) || part.low.is_negative())
    return false;
  const Decimal head = value.base ? *value.base->low : *value.low;
  const auto scaled = head.times(Decimal(below));
  const auto base = scaled ? scaled->plus(part.low) : std::nullopt;
  if (!base) return false;
  value.base = Quantity::Base{*base, *base, {}};
  return true;
}

// "5 feet 7", "2 hours ten": the smaller unit is left out. 0 when it cannot be meant.
std::int64_t implied_parts(const QuantityContext& c, const UnitFacts& unit, bool joined,
                           Amount& part) {
  if (unit.id == "foot" && !joined) {
    part.unit = find_unit("inch");
    return 12;
  }
  if (unit.id == "hour" && !c.text.is(part.end_token, TokenKind::Word) && Decimal(4) < part.low) {
    part.unit = find_unit("minute");
    return 60;
  }
  return 0;
}

// "an hour and a half": the next numeral is a fraction of the same unit.
bool add_fraction(const QuantityContext& c, AmountGroup& group) {
  const Amount part = c.reader.read(group.next, c.numerals[group.next].first_token);
  if (part.has_unit() || !group.value.low) return false;
  const auto total = group.value.low->plus(part.low);
  if (!total || glued_to_letters(c, part)) return false;
  group.first.low = *total;
  group.first.high = *total;
  group.value.low = total;
  group.value.high = total;
  group.value.digits = static_cast<std::uint8_t>(group.value.digits + 1);
  group.last = part;
  group.next += 1;
  group.fraction_added = true;
  return true;
}

}  // namespace

// How many `small` make one `large`, when that is a whole number; 0 otherwise.
std::int64_t parts_of(const UnitFacts& large, const UnitFacts& small) {
  if (large.kind != small.kind || large.kind == "percent" || large.kind == "temperature") return 0;
  const auto a = Decimal(large.factor_numerator).times(Decimal(small.factor_denominator));
  const auto b = Decimal(large.factor_denominator).times(Decimal(small.factor_numerator));
  if (!a || !b) return 0;
  const auto ratio = a->divided_by(*b);
  if (!ratio || !ratio->exact) return 0;
  return ratio->value.to_int().value_or(0);
}

// "tres horas y media", "deux ans et demi".
bool read_joined_fraction(const QuantityContext& c, AmountGroup& group) {
  if (!c.numbers.fraction_after_unit || group.range || !group.first.has_unit() ||
      !c.usable(group.next))
    return false;
  const Numeral& b = c.numerals[group.next];
  const std::size_t at = group.last.end_token;
  bool joined = false;
  for (const std::string& joiner : c.units.amount_joiners) joined = joined || c.text.is(at, joiner);
  // 两米半, 2시간 반: nothing stands between.
  const bool direct = c.numbers.signs.present && b.first_token == at;
  if (!(direct || (joined && b.first_token == at + 1)) || !b.fraction || !b.all_words) return false;
  if (c.reader.read(group.next, b.first_token).has_unit() || !b.value.low) return false;
  const auto half = b.value.low->times(group.first.times);
  const auto low = half ? group.first.low.plus(*half) : std::nullopt;
  const auto high = half ? group.first.high.plus(*half) : std::nullopt;
  if (!low || !high || !(*b.value.low < Decimal(1))) return false;
  group.first.low = *low;
  group.first.high = *high;
  group.first.span.end = b.span.end;
  group.first.end_token = b.end_token;
  group.last = group.first;
  group.next += 1;
  return true;
}

namespace {

// What stands behind the group: the place of its next part, and how it is joined.
struct Joint {
  std::size_t at = 0;
  bool comma = false;
  bool joined = false;
};

Joint joint_behind(const QuantityContext& c, const AmountGroup& group) {
  Joint joint;
  joint.at = group.last.end_token;
  joint.comma = c.text.is(joint.at, ",");
  if (joint.comma) ++joint.at;
  for (const std::string& joiner : c.units.amount_joiners)
    joint.joined = joint.joined || c.text.is(joint.at, joiner);
  if (joint.joined) ++joint.at;
  return joint;
}

// 五块六毛八, 2ドル3セント, 150円25銭: each part counts what the one before is worth ten or a
// hundred of; a last digit without a name counts tenths.
std::int64_t coin_parts(const QuantityContext& c, const AmountGroup& group, const Amount& part,
                        bool comma) {
  const CurrencyForm* before = group.last.currency;
  if (comma || before == nullptr || before->minor || !group.first.low.is_integer()) return 0;
  if (part.currency == nullptr) {
    const bool digit = !part.has_unit() && part.low.is_integer() && part.low < Decimal(10) &&
                       c.text.touches_before(part.first_token);
    const bool counts = match_phrase(c.text, c.numbers.signs.counters, part.end_token).has_value();
    return digit && !counts ? 10 : 0;
  }
  if (part.currency->code != before->code && part.currency->code != group.first.currency->code)
    return 0;
  const Decimal worth = part.currency->minor ? *Decimal(1).scaled(-2) : part.currency->factor;
  const auto ratio = before->factor.divided_by(worth);
  return ratio && ratio->exact ? ratio->value.to_int().value_or(0) : 0;
}

// "twenty dollars and 43", "$20 43c": how many of the part make one of the group; 0 for none.
std::int64_t minor_parts(const QuantityContext& c, const AmountGroup& group, const Amount& part,
                         bool comma) {
  const CurrencyForm& currency = *group.first.currency;
  if (c.numbers.signs.present) return coin_parts(c, group, part, comma);
  const Numeral& a = c.numerals[group.first.numeral];
  const Numeral& b = c.numerals[part.numeral];
  const int places = currency_places(currency.code);
  const bool minor = part.currency != nullptr && part.currency->minor && !currency.minor;
  const bool bare = !part.has_unit() && !comma && b.value.digits != 0 &&
                    (b.written_digits == 2 || b.all_words) && !b.pronoun_like &&
                    Decimal(9) < part.low && !c.text.is(part.end_token, TokenKind::Word) &&
                    !c.text.is(part.end_token, "%") && a.scale == Decimal(1);
  if (places <= 0 || !(minor || bare) || !group.first.low.is_integer()) return 0;
  return places == 2 ? 100 : places == 3 ? 1000 : 0;
}

}  // namespace

// "2 Stunden 30 Minuten", "5 feet 7", "$20 and 43c".
bool read_compound(const QuantityContext& c, AmountGroup& group) {
  const Numeral& a = c.numerals[group.first.numeral];
  if (group.range || a.value.hedge == Hedge::Order || !group.first.has_unit() ||
      !group.first.per.empty() || group.first.adjective || group.first.low.is_negative())
    return false;
  if (group.first.unit != nullptr && group.first.dimension == Dimension::Percent) return false;
  const UnitFacts* unit = group.first.unit;
  std::int64_t parts = 1;
  for (; c.usable(group.next); ++group.next) {
    const Numeral& b = c.numerals[group.next];
    const Joint joint = joint_behind(c, group);
    if (joint.at != b.first_token || b.ordinal || b.value.hedge == Hedge::Order) break;
    if (joint.joined && b.fraction && parts == 1 && unit != nullptr && add_fraction(c, group))
      return true;
    if (c.text.token(joint.at).has(Token::kParagraphBefore)) break;
    Amount part = c.reader.read(group.next, static_cast<std::uint32_t>(joint.at));
    if (part.first_token != b.first_token || part.low.is_negative()) break;
    std::int64_t below = 0;
    if (group.first.currency != nullptr) {
      if (parts == 1 || c.numbers.signs.present) below = minor_parts(c, group, part, joint.comma);
    } else if (part.unit != nullptr && part.per.empty() && !part.adjective) {
      below = parts_of(*unit, *part.unit);
    } else if (!part.has_unit() && !joint.comma) {
      below = implied_parts(c, *unit, joint.joined, part);
    }
    if (below == 0 || glued_to_letters(c, part) || !add_part(group, part, below)) break;
    parts *= below;
    if (part.unit != nullptr) unit = part.unit;
    group.value.base->unit = unit != nullptr ? unit->id : group.first.currency->code;
    group.value.digits = 0;
    group.last = part;
  }
  if (parts == 1) return false;
  const auto whole = group.value.base->low->divided_by(Decimal(parts));
  if (!whole) return false;
  group.value.low = whole->value;
  group.value.high = whole->value;
  if (group.first.currency != nullptr) group.value.base.reset();
  return true;
}

}  // namespace twosource
