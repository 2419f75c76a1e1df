// Rules: the names under which the comparator says why two statements agree or differ. Each has a
// page in reports/rules/<id>.md; the table here is the one list of them.
//
// A rule's level is what a finding gets when this rule decided it and nothing is configured.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/compare/report.h"

namespace twosource {

enum class Rule : std::uint8_t {
  NothingComparable,
  QuantityEqual,
  QuantityInside,
  QuantityWider,
  QuantityOverlap,
  QuantityBound,
  QuantityDisjoint,
  BoundsDiffer,
  ScaleFactor1000,
  DigitsSwapped,
  UnitConfused,
  PercentVsPercentagePoint,
  ChangeDirection,
  DateEqual,
  DateInside,
  DateWider,
  DateDisjoint,
  DurationEqual,
  DurationDisjoint,
  RankEqual,
  RankDiffers,
  ProvisionSame,
  VoteEqual,
  VoteDiffers,
  GrowingCount,
  RoleSame,
  RoleDiffers,
  QuoteSame,
  QuoteReworded,
  QuoteChanged,
  EventSame,
  EventDenied,
  NameDiffers,
  // The article against itself.
  PartsExceedTotal,
  ShareArithmetic,
  SharesExceedWhole,
  ChangeArithmetic,
  ConversionArithmetic,
  WeekdayDate,
  DurationStart,
  AgeBirth,
  VoteSeats,
  HeadlineDiffers,
  FigureToldTwice,
  SpeakersDisagree,
  // The article's wording against that of its evidence.
  HedgeDropped,
  AttributionDropped,
  AttributionChanged,
};

struct RuleInfo {
  Rule rule;
  std::string_view id;       // "quantity-disjoint": in reports and file names, never changed
  std::string_view summary;  // one clause for catalogues
  Level level;               // of a finding that rests on it
};

// All rules, in the order of the enum.
std::span<const RuleInfo> all_rules();
const RuleInfo& info_of(Rule rule);
std::string_view name_of(Rule rule);
std::optional<Rule> rule_named(std::string_view id);

// The level of a verdict by CONTRACT: conflicting is an error, disputed and outdated are warnings.
// A rule below an error (a changed quotation) lowers a conflict to its own level.
Level default_level(VerdictKind verdict, Rule rule);

}  // namespace twosource
