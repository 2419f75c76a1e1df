#include "core/grammar/duration.h"

#include <string>
#include <utility>

#include "core/grammar/amount_compound.h"

namespace twosource {

namespace {

// One part of a duration without its "P" or "PT": "3Y", "30M"; decades are told in years ("10Y").
std::string period_part(const UnitFacts& facts, const Decimal& amount) {
  std::string letters = facts.timex;
  std::erase(letters, 'T');
  const std::size_t digits = letters.find_first_not_of("0123456789");
  Decimal count = amount;
  if (const auto factor = Decimal::parse(letters.substr(0, digits)); digits > 0 && factor)
    count = amount.times(*factor).value_or(amount);
  return count.to_string() + letters.substr(digits);
}

bool is_of_clock(const UnitFacts& facts) {
  return facts.timex.find('T') != std::string::npos;
}

// "P15Y", "PT2H30M", "P2.5Y".
void set_timex(const QuantityContext& c, const AmountGroup& group, Mention& mention) {
  const auto* unit = group.first.unit;
  if (unit == nullptr || unit->timex.empty() || !group.first.per.empty()) return;
  Timex timex;
  timex.type = TimexType::Duration;
  if (mention.value.hedge == Hedge::Order ||
      c.numerals[group.first.numeral].value.hedge == Hedge::Order) {
    timex.value = std::string(is_of_clock(*unit) ? "PTX" : "PX") + unit->timex.back();
    mention.timex = timex;
    return;
  }
  std::string date;
  std::string time;
  const std::size_t last =
      group.range || group.fraction_added ? group.first.numeral : group.last.numeral;
  for (std::size_t i = group.first.numeral; i <= last; ++i) {
    const Amount part = i == group.first.numeral  ? group.first
                        : i == group.last.numeral ? group.last
                                                  : c.reader.read(i);
    const UnitFacts& own = part.unit != nullptr ? *part.unit : *unit;
    if (own.timex.empty()) return;  // "2 hours and 30 ms": TIMEX3 has no such unit
    (is_of_clock(own) ? time : date) += period_part(own, part.low);
  }
  timex.value = "P" + date + (time.empty() ? "" : "T" + time);
  mention.timex = timex;
}

// "1,5 Stunden": 90 minutes, so that it meets amounts given in the smaller unit exactly.
void set_smaller_base(const AmountGroup& group, Quantity& value) {
  if (value.base || group.range || group.first.unit == nullptr || !value.low || !value.high ||
      *value.low != *value.high || value.low->is_integer())
    return;
  static constexpr std::pair<std::string_view, std::string_view> kSmaller[] = {{"hour", "minute"},
                                                                               {"minute", "second"},
                                                                               {"day", "hour"},
                                                                               {"week", "day"},
                                                                               {"year", "month"}};
  for (const auto& [large, small] : kSmaller) {
    if (group.first.unit->id != large) continue;
    const std::int64_t parts = parts_of(*group.first.unit, *find_unit(small));
    const auto base = value.low->times(Decimal(parts));
    if (base && base->is_integer()) value.base = Quantity::Base{base, base, std::string(small)};
  }
}

}  // namespace

void set_duration(const QuantityContext& c, const AmountGroup& group, Mention& mention) {
  set_timex(c, group, mention);
  set_smaller_base(group, mention.value);
  // Hours and minutes are told in whole minutes and seconds: "PT90M".
  const auto& base = mention.value.base;
  if (mention.timex && base && base->low && !group.value.base &&
      mention.timex->value.starts_with("PT"))
    mention.timex->value = "PT" + base->low->to_string() + (base->unit == "minute" ? "M" : "S");
}

}  // namespace twosource
