#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/compare/align.h"
#include "core/compare/profile.h"
#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

const std::vector<std::string> kDuma{"n:vote", "n:treaty", "v:ratify", "n:parliament"};
const std::vector<std::string> kArmy{"n:soldier", "v:send", "n:front", "n:training"};
const std::vector<std::string> kTrade{"n:trade", "n:export", "v:reach", "n:value"};

ArticleInfo article(const std::string& id) {
  ArticleInfo out;
  out.id = id;
  out.language = "en";
  return out;
}

std::string shown(const std::vector<Claim>& a, const std::vector<Claim>& b, double story = 0.5) {
  const ArticleInfo left = article("a");
  const ArticleInfo right = article("b");
  AlignOptions options;
  options.story = story;
  std::string out;
  for (const AlignedPair& pair : align_claims({left, a}, {right, b}, plain_weight, options))
    out += a[pair.a].text + (pair.values.relation == Relation::Conflicts ? "#" : "=") +
           b[pair.b].text + " ";
  return out;
}

const std::vector<Claim> kStory{made::count("397", "vote", 0, kDuma, {"org:duma"}),
                                made::count("12000", "soldier", 1, kArmy, {"country:KP"}),
                                made::count("345", "million", 2, kTrade, {"country:RU"})};

std::vector<Claim> altered(std::size_t which, const std::string& value) {
  std::vector<Claim> out = kStory;
  out[which].text = value;
  out[which].value = made::quantity(value, value, Hedge::Exact, 3);
  return out;
}

}  // namespace

TEST_CASE("agreeing figures find each other") {
  CHECK(shown(kStory, kStory) == "397=397 12000=12000 345=345 ");
}

TEST_CASE("an altered figure conflicts with its counterpart alone") {
  CHECK(shown(kStory, altered(0, "379")) == "397#379 12000=12000 345=345 ");
  CHECK(shown(kStory, altered(1, "18500")) == "397=397 12000#18500 345=345 ");
}

TEST_CASE("order says nothing") {
  std::vector<Claim> turned = altered(1, "18500");
  std::reverse(turned.begin(), turned.end());
  CHECK(shown(kStory, turned) == "397=397 12000#18500 345=345 ");
}

TEST_CASE("a figure without a counterpart conflicts with nothing") {
  std::vector<Claim> shorter = kStory;
  shorter.erase(shorter.begin());
  CHECK(shown(kStory, shorter) == "12000=12000 345=345 ");
}

TEST_CASE("a figure that the other article tells elsewhere is not contradicted") {
  std::vector<Claim> both = altered(0, "379");
  both.push_back(made::count("397", "vote", 3, kDuma, {"org:duma"}));
  CHECK(shown(kStory, both) == "397=397 12000=12000 345=345 ");
}

TEST_CASE("what leaves room for a figure does not hide a contradiction") {
  std::vector<Claim> with_order = kStory;
  with_order.push_back(made::count("5000", "soldier", 3, {"n:soldier", "v:send"}, {}));
  with_order.back().text = "thousands";
  with_order.back().value = made::quantity("2000", "9999999", Hedge::Order, 0);
  CHECK(shown(with_order, kStory) == "397=397 12000=12000 345=345 thousands=12000 ");
  CHECK(shown(with_order, altered(1, "18500")).find("12000#18500") != std::string::npos);
}

TEST_CASE("a figure inside a bound supports it only when the same thing is counted") {
  std::vector<Claim> seats{made::count("450", "seat", 0, kDuma, {"org:duma"})};
  std::vector<Claim> people{made::count("250", "soldier", 0, kArmy, {"country:KP"})};
  people[0].value.high.reset();
  people[0].value.hedge = Hedge::Above;
  CHECK(shown(people, seats, 1).empty());
  std::vector<Claim> soldiers{made::count("450", "soldier", 0, kArmy, {"country:KP"})};
  CHECK(shown(people, soldiers, 1) == "250=450 ");
}

TEST_CASE("articles on other stories do not contradict each other") {
  CHECK(shown(kStory, altered(0, "379"), 0.05).find('#') == std::string::npos);
}

TEST_CASE("swapping the articles keeps the conflicts") {
  for (std::size_t which = 0; which < kStory.size(); ++which) {
    const auto changed = altered(which, "777");
    const std::string here = shown(kStory, changed);
    const std::string there = shown(changed, kStory);
    CAPTURE(here);
    CHECK(std::count(here.begin(), here.end(), '#') == std::count(there.begin(), there.end(), '#'));
  }
}

TEST_CASE("thin profiles say little, shared names and days much") {
  const Profile thin{{"W:n:police", 1}, {"W:n:man", 1}};
  Profile rich;
  for (int i = 0; i < 20; ++i) rich.emplace_back("N:person:" + std::to_string(10 + i), 1);
  CHECK(likeness(thin, thin, plain_weight, 30, true) < 0.1);
  CHECK(likeness(rich, rich, plain_weight, 30, true) > 0.6);
  CHECK(likeness(thin, rich, plain_weight, 30, true) == 0);
}

namespace {

Claim rank_by_gdp(const std::string& place) {
  Claim out = made::count(place, "gdp", 0, kTrade, {"country:KP"});
  out.kind = ClaimKind::Rank;
  return out;
}

Claim provision(const std::string& number) {
  Claim out = made::count(number, "provision", 0, kDuma, {"country:KP"});
  out.dimension = Dimension::Ordinal;
  return out;
}

Claim said_by(Claim claim, const std::string& source, int day) {
  claim.attribution.push_back({source, source, SourceKind::Speaker});
  const Day date = std::chrono::sys_days{std::chrono::year{2024} / 10 / day};
  claim.when = DateInterval{date, date};
  return claim;
}

}  // namespace

TEST_CASE("a standing fact is contradicted in any story, a passing one only in its own") {
  constexpr double kOtherStory = 0.05;
  CHECK(shown({rank_by_gdp("127")}, {rank_by_gdp("137")}, kOtherStory) == "127#137 ");
  const Claim injured = made::count("127", "injured", 0, kTrade, {"country:KP"});
  const Claim others = made::count("137", "injured", 0, kTrade, {"country:KP"});
  CHECK(shown({injured}, {others}, kOtherStory).empty());
  Claim elsewhere = rank_by_gdp("137");
  elsewhere.subject = {made::entity("country:MN")};
  CHECK(shown({rank_by_gdp("127")}, {elsewhere}, kOtherStory).empty());
}

TEST_CASE("the number of a provision is a name") {
  CHECK(shown({provision("4")}, {provision("4")}) == "4=4 ");
  CHECK(shown({provision("4")}, {provision("23")}).empty());
  CHECK(shown({provision("4")}, {made::count("4", "provision", 0, kDuma, {"country:KP"})}).empty());
}

TEST_CASE("a source's later and larger figure brings its earlier one up to date") {
  const Claim before = said_by(kStory[1], "org:nis-kr", 18);
  Claim now = said_by(altered(1, "18500")[1], "org:nis-kr", 23);
  const ArticleInfo left = article("a");
  const ArticleInfo right = article("b");
  const std::vector<Claim> a{before};
  AlignOptions options;
  options.story = 0.5;
  SUBCASE("alone") {
    const std::vector<Claim> b{now};
    const auto pairs = align_claims({left, a}, {right, b}, plain_weight, options);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].values.relation == Relation::Supersedes);
    const auto turned = align_claims({right, b}, {left, a}, plain_weight, options);
    REQUIRE(turned.size() == 1);
    CHECK(turned[0].values.relation == Relation::Superseded);
  }
  SUBCASE("beside the earlier one") {
    const std::vector<Claim> b{before, now};
    const auto pairs = align_claims({left, a}, {right, b}, plain_weight, options);
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].values.relation == Relation::Corroborates);
    CHECK(pairs[1].values.relation == Relation::Supersedes);
  }
  SUBCASE("another source contradicts") {
    now.attribution.front().id = "org:pentagon";
    const std::vector<Claim> b{now};
    const auto pairs = align_claims({left, a}, {right, b}, plain_weight, options);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].values.relation == Relation::Conflicts);
  }
}

TEST_CASE("features and outcomes are the same from both sides") {
  const auto changed = altered(1, "18500");
  const ArticleInfo left = article("a");
  const ArticleInfo right = article("b");
  const AlignOptions options{0.5, 1, nullptr};
  const auto here = align_all({left, kStory}, {right, changed}, plain_weight, options);
  const auto there = align_all({right, changed}, {left, kStory}, plain_weight, options);
  REQUIRE(here.size() == there.size());
  for (const AlignedPair& pair : here) {
    const auto mirror = std::find_if(there.begin(), there.end(), [&](const AlignedPair& other) {
      return other.a == pair.b && other.b == pair.a;
    });
    REQUIRE(mirror != there.end());
    CHECK(mirror->outcome == pair.outcome);
    for (std::size_t i = 0; i < kFeatureCount; ++i) {
      CAPTURE(name_of(static_cast<Feature>(i)));
      CHECK(mirror->features[i] == doctest::Approx(pair.features[i]));
      CHECK(pair.features[i] >= 0);
      CHECK(pair.features[i] <= 3);
    }
  }
}

TEST_CASE("the shares of the features add up to the probability") {
  const ArticleInfo left = article("a");
  const ArticleInfo right = article("b");
  const auto pairs =
      align_all({left, kStory}, {right, altered(1, "18500")}, plain_weight, {0.5, 1, nullptr});
  REQUIRE_FALSE(pairs.empty());
  for (const AlignedPair& pair : pairs) {
    double odds = 0;
    for (const FeatureShare& share : shares_of(pair)) odds += share.share;
    CHECK(1 / (1 + std::exp(-odds)) == doctest::Approx(pair.probability));
  }
}

TEST_CASE("in a thin story only the closest article can contradict") {
  const ArticleInfo left = article("a");
  const ArticleInfo right = article("b");
  const auto other_story = [&](double story, double rank) {
    const AlignOptions options{story, rank, nullptr};
    const auto pairs =
        align_all({left, kStory}, {right, altered(1, "18500")}, plain_weight, options);
    return std::any_of(pairs.begin(), pairs.end(),
                       [](const AlignedPair& pair) { return pair.outcome == Outcome::OtherStory; });
  };
  CHECK_FALSE(other_story(0.1, 1));
  CHECK(other_story(0.1, 0.5));
  CHECK(other_story(0.01, 1));
  CHECK_FALSE(other_story(0.5, 0.5));
}
