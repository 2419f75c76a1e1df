// Figures that belong to a name.
#include <doctest/doctest.h>

#include "core/compare/claim_relation.h"
#include "core/compare/same_bearer.h"
#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

Claim age(const std::string& years, const std::string& bearer) {
  Claim out = made::count(years, "man", 0, {});
  out.kind = ClaimKind::Age;
  out.dimension = Dimension::Age;
  out.value.unit = "year";
  out.bearer = bearer;
  return out;
}

Claim house(const std::string& number, const std::string& street) {
  Claim out = made::count(number, "block", 0, {});
  out.bearer = street;
  return out;
}

DateTime day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) /
                                static_cast<int>(of_month)},
          std::nullopt, std::nullopt};
}

ValueRelation related(const Claim& a, const Claim& b) {
  const std::optional<DateTime> published = day(2024, 5, 3);
  const ValueRelation there = relate_claims({a, published}, {b, published});
  const ValueRelation back = relate_claims({b, published}, {a, published});
  CHECK((there.relation == Relation::Conflicts) == (back.relation == Relation::Conflicts));
  return there;
}

}  // namespace

TEST_CASE("names are one in spite of initials, small slips and points of the compass") {
  const auto same = [](const std::string& a, const std::string& b) {
    return share_bearer(age("30", a), age("30", b));
  };
  CHECK(same("person:shelly-l-bird", "person:shelly-bird"));
  CHECK(same("person:frieda-tigs", "person:freida-tigs"));
  CHECK(same("place:w-14th", "place:west-14th"));
  CHECK_FALSE(same("person:shelly-bird", "person:anna-bird"));
  CHECK_FALSE(same("person:shelly-bird", "place:shelly-bird"));
  CHECK_FALSE(same("place:w-14th", "place:w-15th"));
  CHECK_FALSE(same("", ""));
}

TEST_CASE("ages of two persons do not contradict each other, those of one do") {
  CHECK(related(age("26", "person:kor-vale"), age("36", "person:kor-vale")).relation ==
        Relation::Conflicts);
  CHECK_FALSE(related(age("26", "person:kor-vale"), age("36", "person:tam-orde")).comparable);
  CHECK(related(age("26", "person:kor-vale"), age("26", "person:tam-orde")).comparable);
}

TEST_CASE("a birthday between two articles is no contradiction") {
  const std::optional<DateTime> spring = day(2024, 3, 1);
  const std::optional<DateTime> autumn = day(2024, 10, 1);
  const Claim younger = age("26", "person:kor-vale");
  const Claim older = age("27", "person:kor-vale");
  CHECK(relate_claims({younger, spring}, {older, autumn}).relation == Relation::Compatible);
  CHECK(relate_claims({older, spring}, {younger, autumn}).relation == Relation::Conflicts);
  CHECK(relate_claims({younger, spring}, {older, spring}).relation == Relation::Conflicts);
}

TEST_CASE("a block holds a hundred houses, and streets are told apart") {
  const Claim block = house("2100", "place:alvin");
  CHECK(related(block, house("2152", "place:alvin")).relation != Relation::Conflicts);
  CHECK(related(block, house("2200", "place:alvin")).relation == Relation::Conflicts);
  CHECK(related(block, house("2100", "place:alvyn")).relation == Relation::Corroborates);
  CHECK_FALSE(related(block, house("2200", "place:burke")).comparable);
  CHECK_FALSE(related(block, house("2200", "")).comparable);
}
