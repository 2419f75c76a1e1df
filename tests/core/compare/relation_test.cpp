#include <doctest/doctest.h>

#include "core/compare/claim_relation.h"
#include "core/compare/interval.h"
#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

struct Side {
  const char* low;
  const char* high;
  Hedge hedge;
  int digits;
  const char* unit;
  Dimension dimension;

  Quantity quantity() const { return made::quantity(low, high, hedge, digits, unit); }
};

Side number(const char* value, int digits, Hedge hedge = Hedge::Exact) {
  const bool lower = hedge == Hedge::Above || hedge == Hedge::AtLeast;
  const bool upper = hedge == Hedge::Below || hedge == Hedge::AtMost;
  return {upper ? "-" : value, lower ? "-" : value, hedge, digits, "", Dimension::Number};
}

Side with_unit(const char* value, int digits, const char* unit, Dimension dimension) {
  return {value, value, Hedge::Exact, digits, unit, dimension};
}

struct Row {
  int line;
  Side claim;
  Side evidence;
  const char* expected;  // relation and rule, or "-" for not comparable
};

std::string shown(const ValueRelation& values) {
  if (!values.comparable) return "-";
  return std::string(name_of(values.relation)) + " " + std::string(name_of(values.rule));
}

ValueRelation relate(const Side& claim, const Side& evidence) {
  return relate_quantities(claim.quantity(), claim.dimension, evidence.quantity(),
                           evidence.dimension);
}

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      // Rounding: the coarser of the two figures decides.
      {__LINE__, number("12000", 2), number("12000", 2), "corroborates quantity-equal"},
      {__LINE__, number("12000", 2), number("12340", 4), "corroborates quantity-equal"},
      {__LINE__, number("1300000", 2), number("1280000", 3), "corroborates quantity-equal"},
      {__LINE__, number("12000", 2), number("13000", 2), "conflicts quantity-disjoint"},
      {__LINE__, number("32", 2), number("24", 2), "conflicts quantity-disjoint"},
      {__LINE__, number("32", 2), number("23", 2), "conflicts digits-swapped"},
      {__LINE__, number("379", 3), number("397", 3), "conflicts digits-swapped"},
      {__LINE__, number("5", 1), number("6", 1), "conflicts quantity-disjoint"},
      {__LINE__, number("20", 1), number("23", 2), "conflicts quantity-disjoint"},
      {__LINE__, number("100", 1), number("140", 2), "conflicts quantity-disjoint"},
      {__LINE__, number("621000", 3), number("621542", 6), "corroborates quantity-equal"},
      {__LINE__, number("621000", 3), number("622542", 6), "conflicts quantity-disjoint"},
      {__LINE__, number("53720", 4), number("53820", 4), "conflicts quantity-disjoint"},
      {__LINE__, number("0", 1), number("0", 1), "corroborates quantity-equal"},
      // Hedges.
      {__LINE__, number("12000", 2, Hedge::About), number("12345", 5),
       "corroborates quantity-equal"},
      {__LINE__, number("30000000", 1, Hedge::About), number("34000000", 2),
       "conflicts quantity-disjoint"},
      {__LINE__, number("12000", 2, Hedge::Nearly), number("11800", 3),
       "corroborates quantity-equal"},
      {__LINE__, number("12000", 2, Hedge::Nearly), number("12300", 3),
       "conflicts quantity-disjoint"},
      {__LINE__, number("12000", 2, Hedge::JustOver), number("11500", 3),
       "conflicts quantity-disjoint"},
      // Bounds name figures.
      {__LINE__, number("500", 1, Hedge::Above), number("520", 2), "corroborates quantity-inside"},
      {__LINE__, number("520", 2), number("500", 1, Hedge::Above), "compatible quantity-wider"},
      {__LINE__, number("500", 1, Hedge::Above), number("250", 2, Hedge::Above),
       "conflicts bounds-differ"},
      {__LINE__, number("500", 1, Hedge::Above), number("500", 1, Hedge::AtLeast),
       "corroborates quantity-equal"},
      {__LINE__, number("500", 1, Hedge::AtMost), number("250", 2, Hedge::Below),
       "conflicts bounds-differ"},
      {__LINE__, number("500", 1, Hedge::Above), number("300", 1), "conflicts quantity-disjoint"},
      {__LINE__, number("500", 1, Hedge::Above), number("400", 1, Hedge::Below),
       "conflicts quantity-disjoint"},
      {__LINE__, number("300", 1, Hedge::Above), number("400", 1, Hedge::Below),
       "compatible quantity-overlap"},
      // Orders of magnitude are soft.
      {__LINE__,
       {"1000", "10000", Hedge::Order, 0, "", Dimension::Number},
       number("3000", 1),
       "corroborates quantity-inside"},
      {__LINE__,
       number("3000", 1),
       {"1000", "10000", Hedge::Order, 0, "", Dimension::Number},
       "compatible quantity-wider"},
      {__LINE__,
       {"1000", "10000", Hedge::Order, 0, "", Dimension::Number},
       number("12000", 2),
       "corroborates quantity-inside"},
      {__LINE__, {"1000", "10000", Hedge::Order, 0, "", Dimension::Number}, number("30", 1), "-"},
      // Ranges.
      {__LINE__,
       {"10", "15", Hedge::Exact, 2, "percent", Dimension::Percent},
       with_unit("12", 2, "percent", Dimension::Percent),
       "corroborates quantity-inside"},
      {__LINE__,
       {"10", "15", Hedge::Exact, 2, "percent", Dimension::Percent},
       with_unit("20", 2, "percent", Dimension::Percent),
       "conflicts quantity-disjoint"},
      // Units and kinds.
      {__LINE__, with_unit("5", 1, "mile", Dimension::Measure),
       with_unit("8", 1, "kilometer", Dimension::Measure), "corroborates quantity-equal"},
      {__LINE__, with_unit("30", 2, "yard", Dimension::Measure),
       with_unit("30", 2, "meter", Dimension::Measure), "conflicts unit-confused"},
      // Rounded on the way from one system to the other, and back.
      {__LINE__, with_unit("320", 2, "kilometer", Dimension::Measure),
       with_unit("300", 1, "kilometer", Dimension::Measure), "compatible quantity-overlap"},
      {__LINE__, with_unit("80", 1, "fahrenheit", Dimension::Measure),
       with_unit("28", 2, "celsius", Dimension::Measure), "compatible quantity-overlap"},
      {__LINE__, with_unit("80", 1, "degree", Dimension::Measure),
       with_unit("27", 2, "degree", Dimension::Measure), "-"},
      {__LINE__, with_unit("320", 2, "kilometer", Dimension::Measure),
       with_unit("230", 2, "kilometer", Dimension::Measure), "conflicts digits-swapped"},
      {__LINE__, with_unit("320", 2, "kilometer", Dimension::Measure),
       with_unit("250", 2, "kilometer", Dimension::Measure), "conflicts quantity-disjoint"},
      {__LINE__, with_unit("8848", 4, "meter", Dimension::Measure),
       with_unit("8844", 4, "meter", Dimension::Measure), "conflicts quantity-disjoint"},
      {__LINE__, with_unit("2", 1, "week", Dimension::Duration),
       with_unit("14", 2, "day", Dimension::Duration), "corroborates duration-equal"},
      {__LINE__, with_unit("34400000000", 3, "USD", Dimension::Money),
       with_unit("34400000", 3, "USD", Dimension::Money), "conflicts scale-factor-1000"},
      {__LINE__, with_unit("5", 1, "USD", Dimension::Money),
       with_unit("6", 1, "EUR", Dimension::Money), "-"},
      {__LINE__, with_unit("3.5", 2, "percent", Dimension::Percent),
       with_unit("3.5", 2, "percentage-point", Dimension::Percent),
       "compatible percent-vs-percentage-point"},
      {__LINE__, with_unit("3.5", 2, "percent", Dimension::Percent),
       with_unit("4.5", 2, "percentage-point", Dimension::Percent), "-"},
      {__LINE__, number("5", 1), with_unit("6", 1, "percent", Dimension::Percent), "-"},
      // Votes.
      {__LINE__,
       {"397", "0", Hedge::Exact, 3, "", Dimension::Score},
       {"397", "0", Hedge::Exact, 3, "", Dimension::Score},
       "corroborates vote-equal"},
      {__LINE__,
       {"397", "0", Hedge::Exact, 3, "", Dimension::Score},
       {"0", "397", Hedge::Exact, 3, "", Dimension::Score},
       "compatible vote-equal"},
      {__LINE__,
       {"379", "0", Hedge::Exact, 3, "", Dimension::Score},
       {"397", "0", Hedge::Exact, 3, "", Dimension::Score},
       "conflicts vote-differs"},
  };
  return kRows;
}

Timex date(const std::string& value, const char* from = nullptr, const char* to = nullptr) {
  Timex out;
  out.value = value;
  if (from != nullptr) out.range = DateInterval{parse_iso(from)->day, parse_iso(to)->day};
  return out;
}

}  // namespace

TEST_CASE("relations of amounts") {
  for (const Row& row : rows()) {
    CAPTURE(row.line);
    CHECK(shown(relate(row.claim, row.evidence)) == row.expected);
  }
}

TEST_CASE("swapping claim and evidence keeps conflict and comparability") {
  for (const Row& a : rows()) {
    for (const Row& b : rows()) {
      CAPTURE(a.line);
      CAPTURE(b.line);
      const ValueRelation here = relate(a.claim, b.evidence);
      const ValueRelation there = relate(b.evidence, a.claim);
      CHECK(here.comparable == there.comparable);
      CHECK((here.relation == Relation::Conflicts) == (there.relation == Relation::Conflicts));
    }
  }
}

TEST_CASE("relations of dates by granularity") {
  const Timex june = date("2024-06", "2024-06-01", "2024-06-30");
  const Timex nineteenth = date("2024-06-19", "2024-06-19", "2024-06-19");
  const Timex seventeenth = date("2024-06-17", "2024-06-17", "2024-06-17");
  CHECK(shown(relate_dates(nineteenth, nineteenth)) == "corroborates date-equal");
  CHECK(shown(relate_dates(june, nineteenth)) == "corroborates date-inside");
  CHECK(shown(relate_dates(nineteenth, june)) == "compatible date-wider");
  CHECK(shown(relate_dates(seventeenth, nineteenth)) == "conflicts date-disjoint");
  CHECK(shown(relate_dates(date("XXXX-06-19"), date("XXXX-06-19"))) == "corroborates date-equal");
  CHECK(shown(relate_dates(date("XXXX-06-17"), nineteenth)) == "conflicts date-disjoint");
  CHECK(shown(relate_dates(date("XXXX-06-19"), nineteenth)) == "corroborates date-equal");
  CHECK(shown(relate_dates(date("PAST_REF"), nineteenth)) == "-");
}

TEST_CASE("a level never contradicts a change, a rise stands against a fall") {
  const std::optional<DateTime> undated;
  Claim level = made::count("300", "jobs", 0, {});
  Claim rise = level;
  rise.change = Change::IncreaseBy;
  Claim fall = level;
  fall.change = Change::DecreaseBy;
  Claim other = made::count("200", "jobs", 0, {});
  Claim reached = level;
  reached.change = Change::IncreaseTo;
  CHECK(shown(relate_claims({level, undated}, {rise, undated})) == "corroborates quantity-equal");
  CHECK(shown(relate_claims({other, undated}, {rise, undated})) == "-");
  CHECK(shown(relate_claims({reached, undated}, {rise, undated})) == "-");
  CHECK(shown(relate_claims({rise, undated}, {fall, undated})) == "conflicts change-direction");
}

TEST_CASE("a bound names the figure that it is told with") {
  const Quantity exact = made::quantity("820000", "820000", Hedge::Exact, 2);
  const Quantity more = made::quantity("820000", "-", Hedge::Above, 2);
  const Quantity other = made::quantity("640000", "-", Hedge::Above, 2);
  const auto related = [](const Quantity& a, const Quantity& b) {
    return shown(relate_quantities(a, Dimension::Number, b, Dimension::Number));
  };
  CHECK(related(exact, more) == "corroborates quantity-bound");
  CHECK(related(more, exact) == "corroborates quantity-bound");
  CHECK(related(exact, other) == "compatible quantity-wider");
}

TEST_CASE("a share is no count, but a percentage") {
  Quantity share = made::quantity("0.2", "0.2", Hedge::Exact, 0);
  share.ratio = "1/5";
  const Quantity five = made::quantity("5", "5", Hedge::Exact, 1);
  const Quantity twenty = made::quantity("20", "20", Hedge::Exact, 2, "percent");
  const Quantity thirty = made::quantity("30", "30", Hedge::Exact, 2, "percent");
  const auto related = [](const Quantity& a, Dimension x, const Quantity& b, Dimension y) {
    const std::string here = shown(relate_quantities(a, x, b, y));
    const std::string there = shown(relate_quantities(b, y, a, x));
    CHECK(here == there);
    return here;
  };
  CHECK(related(share, Dimension::Number, five, Dimension::Number) == "-");
  CHECK(related(share, Dimension::Number, share, Dimension::Number) ==
        "corroborates quantity-equal");
  CHECK(related(share, Dimension::Number, twenty, Dimension::Percent) ==
        "corroborates quantity-equal");
  CHECK(related(share, Dimension::Number, thirty, Dimension::Percent) ==
        "conflicts quantity-disjoint");
}

TEST_CASE("one figure, of which one side read the mark between the digits otherwise") {
  Claim grouped = made::count("150000", "car", 0, {});
  grouped.text = "150,000";
  Claim decimal = made::count("150", "car", 0, {});
  decimal.text = "150,000";
  Claim thousands = made::count("150", "car", 0, {});
  thousands.text = "150";
  const std::optional<DateTime> day;
  CHECK(shown(relate_claims({grouped, day}, {decimal, day})) == "corroborates quantity-equal");
  CHECK(shown(relate_claims({grouped, day}, {thousands, day})) == "conflicts scale-factor-1000");
}

TEST_CASE("days counted from another day exclude written dates by the day of the week alone") {
  const auto date = [](const char* text, const char* value, int day) {
    Claim claim;
    claim.kind = ClaimKind::Date;
    claim.dimension = Dimension::Date;
    claim.text = text;
    const Day at{std::chrono::year{2024} / 5 / day};
    claim.timex = Timex{TimexType::Date, value, DateInterval{at, at}, false};
    return claim;
  };
  const std::optional<DateTime> none;
  const Claim written = date("17 May", "2024-05-17", 17);
  CHECK(shown(relate_claims({written, none}, {date("11 days later", "2024-05-10", 10), none})) ==
        "-");
  CHECK(shown(relate_claims({written, none}, {date("10 May", "2024-05-10", 10), none})) ==
        "conflicts date-disjoint");
}
