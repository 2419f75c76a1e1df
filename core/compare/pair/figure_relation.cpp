#include "core/compare/pair/figure_relation.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "core/compare/claim_relation.h"
#include "core/compare/growing.h"
#include "core/compare/unit_conversion.h"
#include "core/text/token.h"

namespace twosource {
namespace {

bool is_day(const Claim& claim) {
  return claim.dimension == Dimension::Date || claim.dimension == Dimension::Time;
}

// The one figure that is written: of a bound its end; nullopt for ranges and words of number.
std::optional<Decimal> point_of(const Quantity& value) {
  if (value.low && value.high && *value.low != *value.high) return std::nullopt;
  return value.low ? value.low : value.high;
}

bool same_figures(const Quantity& a, const Quantity& b) {
  if (a.low == b.low && a.high == b.high) return a.low || a.high;
  const auto x = point_of(a);
  return x && x == point_of(b);
}

bool is_exact_range(const Claim& claim) {
  const Quantity& value = claim.value;
  return claim.dimension != Dimension::Score && value.hedge == Hedge::Exact && value.low &&
         value.high && *value.low != *value.high;
}

// "bis zu Tausende", "hundreds": too soft to exclude a figure.
bool is_vague(const Quantity& value) {
  return value.hedge == Hedge::Order || (value.digits == 0 && value.hedge != Hedge::Exact);
}

bool is_share(const Quantity& value) {
  return !value.ratio.empty() && value.unit.empty();
}

// "one in six", "one in seven": exact, whatever their decimals are rounded to.
bool fractions_differ(const Quantity& a, const Quantity& b) {
  return is_share(a) && is_share(b) && a.hedge == Hedge::Exact && b.hedge == Hedge::Exact &&
         a.ratio != b.ratio && a.low != b.low;
}

// "one of nine" names the nine.
bool names_whole(const Quantity& share, const Quantity& value) {
  const auto slash = share.ratio.find('/');
  const auto point = point_of(value);
  return slash != std::string::npos && point && point->to_string() == share.ratio.substr(slash + 1);
}

// "PLN-per-month" -> "PLN": what a price or a rate is told in, whether or not its "per" was read.
std::string_view base_unit(std::string_view unit) {
  return unit.substr(0, unit.find("-per-"));
}

bool units_agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || base_unit(a) == base_unit(b);
}

// The clock of a time: "T19:00", of "2018-09-29T19:00Z" too; empty for parts of a day.
std::string clock_of(const Timex& time) {
  const auto at = time.value.find('T');
  constexpr std::size_t kClock = 6;  // "T19:00"
  if (at == std::string::npos || time.value.size() < at + kClock) return {};
  const std::string out = time.value.substr(at, kClock);
  return out[1] >= '0' && out[1] <= '9' ? out : std::string();
}

bool is_spelled_out(const Claim& claim) {
  const std::vector<Token> tokens = tokenize(claim.text);
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const Token& token) { return token.is(TokenKind::Digits); });
}

// The digits of a time without its marks: "T12:00Z" -> "1200", "XXXX-06-04" -> "0604".
std::string digits_of(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

// "1200 GMT" is 12:00, "the 21st" is the day 21, "2018" the year, whatever the grammar took it for.
bool is_written_in(const Quantity& number, const Timex& time) {
  constexpr std::size_t kDay = 2;
  const auto point = point_of(number);
  if (!point || !point->is_integer()) return false;
  std::string figure = point->to_string();
  const std::string digits = digits_of(time.value);
  if (figure.size() == 1) figure.insert(0, 1, '0');
  if (figure.size() == kDay) return digits.ends_with(figure);
  return digits == figure || (figure.size() == 4 && digits.starts_with(figure));
}

// Plain numbers, ordinals and codes are read for one another; everything else keeps its dimension.
bool is_plain(const Claim& claim) {
  return claim.dimension == Dimension::Number || claim.dimension == Dimension::Ordinal;
}

bool is_year_number(const Claim& claim) {
  const auto point = point_of(claim.value);
  return claim.dimension == Dimension::Number && claim.item.text.empty() && point &&
         *point >= Decimal(1000) && *point <= Decimal(2100) && point->is_integer() &&
         claim.text.find_first_of(".,'") == std::string::npos;
}

bool is_year(const Claim& claim) {
  constexpr std::size_t kDigits = 4;
  return claim.timex && is_day(claim) && claim.timex->value.size() == kDigits;
}

bool is_day_of_month(const Claim& claim) {
  return claim.timex && is_day(claim) && claim.timex->value.starts_with("XXXX-XX-");
}

bool measures_years(const Claim& claim) {
  return claim.dimension == Dimension::Age || claim.kind == ClaimKind::Age ||
         claim.value.unit == "year";
}

// Could the one stand in the place of the other, its kind being unlike? One language's grammar
// reads an age, an amount of money, the other's a bare number.
bool kin(const Claim& a, const Claim& b) {
  const auto pair_is = [&](Dimension x, Dimension y) {
    return (a.dimension == x && b.dimension == y) || (a.dimension == y && b.dimension == x);
  };
  if (measures_years(a) && measures_years(b)) return true;
  if (pair_is(Dimension::Duration, Dimension::Set)) return a.value.unit == b.value.unit;
  if (is_share(a.value) != is_share(b.value)) return false;
  if (pair_is(Dimension::Number, Dimension::Age) || pair_is(Dimension::Number, Dimension::Money))
    return true;
  if (is_day(a) != is_day(b)) {
    const Claim& day = is_day(a) ? a : b;
    const Claim& number = is_day(a) ? b : a;
    if (is_year(day)) return is_year_number(number);
    return is_day_of_month(day) && number.dimension == Dimension::Ordinal;
  }
  return false;
}

bool one_kind_of_unit(const Claim& a, const Claim& b) {
  if (base_unit(a.value.unit) == base_unit(b.value.unit)) return true;
  if (a.value.unit.empty() || b.value.unit.empty()) return a.dimension != Dimension::Measure;
  return convert_unit(Decimal(1), a.value.unit, b.value.unit).has_value();
}

// Translators round what they convert: 27 metres for 30 yards, 80 degrees (Fahrenheit) for 26.
bool converts_roughly(const Quantity& a, const Quantity& b) {
  constexpr double kSlack = 0.15;
  const auto x = point_of(a);
  const auto y = point_of(b);
  if (!x || !y) return false;
  const auto near = [&](double u, double v) {
    return std::abs(u - v) <= kSlack * std::max(std::abs(u), std::abs(v));
  };
  if (a.unit == b.unit) {
    // Bare degrees may be of either scale.
    if (a.unit != "degree") return false;
    const auto fahrenheit = [](const Decimal& celsius) { return celsius.to_double() * 1.8 + 32; };
    return near(fahrenheit(*x), y->to_double()) || near(fahrenheit(*y), x->to_double());
  }
  if (a.unit.empty() || b.unit.empty()) return false;
  const auto converted = convert_unit(*x, a.unit, b.unit);
  return converted && near(converted->to_double(), y->to_double());
}

// Values that no relation compares, but of which the one could stand in the place of the other.
bool of_one_kind(const StatementFigure& x, const StatementFigure& y) {
  const Claim& a = x.claim;
  const Claim& b = y.claim;
  const bool plain = is_plain(a) && is_plain(b) && a.dimension == b.dimension;
  const bool coded = (x.is_code && is_plain(b)) || (y.is_code && is_plain(a));
  const bool sets = a.dimension == Dimension::Set && b.dimension == Dimension::Set &&
                    a.timex->value != b.timex->value;
  const bool rated = a.dimension == b.dimension && !is_day(a) && !a.timex &&
                     a.value.unit != b.value.unit && one_kind_of_unit(a, b);
  return plain || coded || sets || rated || kin(a, b);
}

// "9 o'clock" is any time from then to ten.
ValueRelation relate_clocks(const Timex& statement, const Timex& source) {
  constexpr std::size_t kHour = 3;  // "T09"
  const std::string a = clock_of(source);
  const std::string b = clock_of(statement);
  if (a.empty() || b.empty()) return {};
  if (a == b) return {true, Relation::Corroborates, Rule::DateEqual};
  const bool full_hour = a.ends_with(":00") || b.ends_with(":00");
  if (full_hour && a.compare(0, kHour, b, 0, kHour) == 0)
    return {true, Relation::Compatible, Rule::DateWider};
  return {true, Relation::Conflicts, Rule::DateDisjoint};
}

}  // namespace

bool written_alike(const Claim& a, const Claim& b) {
  if (a.timex && b.timex && is_day(a) && is_day(b)) return a.timex->value == b.timex->value;
  if (a.timex && is_day(a)) return is_written_in(b.value, *a.timex);
  if (b.timex && is_day(b)) return is_written_in(a.value, *b.timex);
  if (is_share(a.value) && is_share(b.value) && a.value.ratio == b.value.ratio) return true;
  if (is_share(a.value) != is_share(b.value))
    return is_share(a.value) ? names_whole(a.value, b.value) : names_whole(b.value, a.value);
  return same_figures(a.value, b.value) && units_agree(a.value.unit, b.value.unit);
}

ValueRelation relate_figures(const DatedFigure& a, const DatedFigure& b) {
  const DatedClaim statement{b.figure.claim, b.published};
  const DatedClaim source{a.figure.claim, a.published};
  if (statement.claim.dimension == Dimension::Time && source.claim.dimension == Dimension::Time)
    return relate_clocks(*statement.claim.timex, *source.claim.timex);
  const bool days = is_day(statement.claim) && is_day(source.claim);
  // Without a day of publication nothing is counted from it.
  ValueRelation out = days && !a.published && !b.published
                          ? relate_dates(*statement.claim.timex, *source.claim.timex)
                          : relate_claims(statement, source);
  // "flooded up to 20 feet" is a change to one grammar and a level to the other.
  if (!out.comparable && !is_day(statement.claim) && !is_day(source.claim) &&
      statement.claim.dimension == source.claim.dimension)
    out = relate_quantities(statement.claim.value, statement.claim.dimension, source.claim.value,
                            source.claim.dimension);
  return with_growth(statement, source, out);
}

Agreement agreement(const StatementFigure& x, const StatementFigure& y,
                    const ValueRelation& values) {
  const Claim& a = x.claim;
  const Claim& b = y.claim;
  // "3D" is not the same 3 as in "3 sensors".
  if (x.is_code != y.is_code && a.text.size() + b.text.size() == 2)
    return a.text == b.text ? Agreement::Value : Agreement::None;
  if (written_alike(a, b)) return Agreement::Written;
  if (fractions_differ(a.value, b.value)) return Agreement::None;
  if (converts_roughly(a.value, b.value)) return Agreement::Compatible;
  if (!values.comparable) return Agreement::None;
  // Two ranges that are written out name their ends.
  if (is_exact_range(a) && is_exact_range(b)) return Agreement::None;
  // "a week" is four days by courtesy at most.
  const bool timed = a.dimension == Dimension::Duration && b.dimension == Dimension::Duration;
  if (timed && a.value.unit != b.value.unit) return Agreement::None;
  if (values.relation == Relation::Corroborates && a.value.unit == b.value.unit)
    return Agreement::Value;
  const bool agree =
      values.relation == Relation::Corroborates || values.relation == Relation::Compatible;
  return agree ? Agreement::Compatible : Agreement::None;
}

std::optional<ValueRelation> rivalry(const StatementFigure& x, const StatementFigure& y,
                                     const ValueRelation& values) {
  const Claim& a = x.claim;
  const Claim& b = y.claim;
  if (says_little(a) || says_little(b)) return std::nullopt;
  if (is_share(a.value) != is_share(b.value)) return std::nullopt;
  if (is_vague(a.value) || is_vague(b.value)) return std::nullopt;
  if (fractions_differ(a.value, b.value))
    return ValueRelation{true, Relation::Conflicts, Rule::QuantityDisjoint};
  if (values.comparable && values.relation == Relation::Conflicts)
    return one_kind_of_unit(a, b) ? std::optional(values) : std::nullopt;
  const bool ranges = is_exact_range(a) && is_exact_range(b);
  if (ranges && values.comparable && values.relation != Relation::Supersedes &&
      values.relation != Relation::Superseded)
    return ValueRelation{true, Relation::Conflicts, Rule::BoundsDiffer};
  if (values.comparable || !of_one_kind(x, y)) return std::nullopt;
  return ValueRelation{true, Relation::Conflicts,
                       is_day(a) || is_day(b) ? Rule::DateDisjoint : Rule::QuantityDisjoint};
}

bool says_little(const Claim& claim) {
  // "one", "eine" is hardly more than an article; "the first meeting", "a second one" count
  // loosely.
  if (claim.dimension == Dimension::Ordinal) return is_spelled_out(claim);
  return claim.dimension == Dimension::Number && claim.value.low == Decimal(1) &&
         is_spelled_out(claim);
}

Kinship kinship(const Claim& a, const Claim& b) {
  if (a.dimension != b.dimension) return Kinship::Reading;
  const bool precise = !a.timex || !b.timex || a.timex->value.size() == b.timex->value.size();
  return precise && a.value.unit == b.value.unit ? Kinship::Unit : Kinship::Dimension;
}

}  // namespace twosource
