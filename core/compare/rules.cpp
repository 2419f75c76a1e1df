#include "core/compare/rules.h"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

constexpr std::array<RuleInfo, 48> kRules{{
    {Rule::NothingComparable, "nothing-comparable", "no article of the corpus speaks of it",
     Level::None},
    {Rule::QuantityEqual, "quantity-equal", "the same figure at the coarser precision",
     Level::None},
    {Rule::QuantityInside, "quantity-inside", "a narrower figure inside the stated range",
     Level::None},
    {Rule::QuantityWider, "quantity-wider", "a wider or weaker figure that excludes nothing",
     Level::None},
    {Rule::QuantityOverlap, "quantity-overlap", "two ranges that share some values", Level::None},
    {Rule::QuantityBound, "quantity-bound", "the same figure, once told as a limit", Level::None},
    {Rule::QuantityDisjoint, "quantity-disjoint", "figures that exclude each other after rounding",
     Level::Error},
    {Rule::BoundsDiffer, "bounds-differ", "two bounds on the same side with different figures",
     Level::Error},
    {Rule::ScaleFactor1000, "scale-factor-1000",
     "the same figure a thousand or a million times larger", Level::Error},
    {Rule::DigitsSwapped, "digits-swapped", "the same digits in another order", Level::Error},
    {Rule::UnitConfused, "unit-confused", "the same figure with another unit of the same kind",
     Level::Error},
    {Rule::PercentVsPercentagePoint, "percent-vs-percentage-point",
     "the same figure as percent and as percentage points", Level::None},
    {Rule::ChangeDirection, "change-direction", "a rise against a fall", Level::Error},
    {Rule::DateEqual, "date-equal", "the same day, month or year", Level::None},
    {Rule::DateInside, "date-inside", "a narrower date inside the stated one", Level::None},
    {Rule::DateWider, "date-wider", "a wider date that excludes nothing", Level::None},
    {Rule::DateDisjoint, "date-disjoint", "dates that exclude each other", Level::Error},
    {Rule::DurationEqual, "duration-equal", "the same span of time", Level::None},
    {Rule::DurationDisjoint, "duration-disjoint", "spans of time that exclude each other",
     Level::Error},
    {Rule::RankEqual, "rank-equal", "the same place in the same list", Level::None},
    {Rule::RankDiffers, "rank-differs", "another place in the same list", Level::Error},
    {Rule::ProvisionSame, "provision-same", "the same article or paragraph of the same text",
     Level::None},
    {Rule::VoteEqual, "vote-equal", "the same result of a vote or a match", Level::None},
    {Rule::VoteDiffers, "vote-differs", "another result of the same vote or match", Level::Error},
    {Rule::GrowingCount, "growing-count", "a later figure of a count that grows", Level::Warning},
    {Rule::RoleSame, "role-same", "the same person in the same office", Level::None},
    {Rule::RoleDiffers, "role-differs", "another person in the same office", Level::Error},
    {Rule::QuoteSame, "quote-same", "the same words of the same speaker", Level::None},
    {Rule::QuoteReworded, "quote-reworded", "a translation or a part of the same words",
     Level::None},
    {Rule::QuoteChanged, "quote-changed", "nearly the same words of the same speaker",
     Level::Warning},
    {Rule::EventSame, "event-same", "the same happening", Level::None},
    {Rule::EventDenied, "event-denied", "the same happening, affirmed here and denied there",
     Level::Error},
    {Rule::NameDiffers, "name-differs", "another name in a statement that is otherwise the same",
     Level::Error},
    {Rule::PartsExceedTotal, "parts-exceed-total", "parts that are more than their total",
     Level::Warning},
    {Rule::ShareArithmetic, "share-arithmetic", "a percentage that does not fit its counts",
     Level::Warning},
    {Rule::SharesExceedWhole, "shares-exceed-whole", "shares that add up to more than everything",
     Level::Warning},
    {Rule::ChangeArithmetic, "change-arithmetic", "a change that does not fit its two ends",
     Level::Warning},
    {Rule::ConversionArithmetic, "conversion-arithmetic",
     "a conversion in brackets that does not fit", Level::Warning},
    {Rule::WeekdayDate, "weekday-date", "a weekday that the date does not fall on", Level::Warning},
    {Rule::DurationStart, "duration-start", "a span of time that does not reach its start",
     Level::Warning},
    {Rule::AgeBirth, "age-birth", "an age that does not fit the year of birth", Level::Warning},
    {Rule::VoteSeats, "vote-seats", "more votes than the chamber has seats", Level::Warning},
    {Rule::HeadlineDiffers, "headline-differs",
     "a figure of the headline that the text does not have", Level::Warning},
    {Rule::FigureToldTwice, "figure-told-twice", "the same thing told with two figures",
     Level::Warning},
    {Rule::SpeakersDisagree, "speakers-disagree", "two speakers with two figures of the same thing",
     Level::Warning},
    {Rule::HedgeDropped, "hedge-dropped", "a limit or doubt of the sources that was left out",
     Level::Warning},
    {Rule::AttributionDropped, "attribution-dropped", "a statement of one source told as a fact",
     Level::Warning},
    {Rule::AttributionChanged, "attribution-changed", "words that others give to another speaker",
     Level::Warning},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (static_cast<std::size_t>(kRules[i].rule) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the table stands in the order of the enum");

}  // namespace

std::span<const RuleInfo> all_rules() {
  return kRules;
}

const RuleInfo& info_of(Rule rule) {
  return kRules.at(static_cast<std::size_t>(rule));
}

std::string_view name_of(Rule rule) {
  return info_of(rule).id;
}

std::optional<Rule> rule_named(std::string_view id) {
  const auto at = std::find_if(kRules.begin(), kRules.end(),
                               [&](const RuleInfo& info) { return info.id == id; });
  if (at == kRules.end()) return std::nullopt;
  return at->rule;
}

Level default_level(VerdictKind verdict, Rule rule) {
  switch (verdict) {
    case VerdictKind::Conflicting:
      return info_of(rule).level;
    case VerdictKind::Disputed:
    case VerdictKind::Outdated:
      return Level::Warning;
    case VerdictKind::Corroborated:
    case VerdictKind::Consistent:
    case VerdictKind::Unsupported:
      return Level::None;
  }
  return Level::None;
}

}  // namespace twosource
