#include "core/compare/witness.h"

#include <doctest/doctest.h>

#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

ArticleInfo article(const std::string& id) {
  ArticleInfo out;
  out.id = id;
  out.outlet = id;
  out.language = "en";
  return out;
}

const std::vector<std::string> kVote{"w:vote", "w:treaty", "w:ratify", "w:parliament"};
const std::vector<std::string> kResult{"w:result", "w:count", "w:official", "w:deputies"};

std::vector<Claim> told(const std::string& value, const std::vector<std::string>& words) {
  return {made::count(value, "vote", 0, words, {"org:duma"})};
}

AlignedPair conflict() {
  AlignedPair out;
  out.values = {true, Relation::Conflicts, Rule::QuantityDisjoint};
  out.probability = 0.95;
  out.outcome = Outcome::Holds;
  return out;
}

// The pairs of the second witness after joining.
std::vector<AlignedPair> joined(const std::string& figure) {
  const ArticleInfo here = article("here");
  const ArticleInfo first = article("first");
  const ArticleInfo second = article("second");
  const std::vector<Claim> checked = told("379", kVote);
  const std::vector<Claim> leader = told("397", kResult);
  const std::vector<Claim> other = told(figure, kResult);
  AlignOptions story;
  story.story = 0.5;
  story.story_days = 1;
  std::vector<AlignedPair> sure{conflict()};
  std::vector<AlignedPair> none;
  std::vector<Witness> witnesses{{{first, leader}, story, sure}, {{second, other}, story, none}};
  join_witnesses({here, checked}, witnesses, plain_weight);
  return none;
}

}  // namespace

TEST_CASE("who says the same as a witness contradicts the claim too") {
  const std::vector<AlignedPair> pairs = joined("397");
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].a == 0);
  CHECK(pairs[0].values.relation == Relation::Conflicts);
  CHECK(pairs[0].through == "first (undated)");
  CHECK(pairs[0].probability < 0.95);
}

TEST_CASE("who has the checked figure or a third one does not join") {
  CHECK(joined("379").empty());
  CHECK(joined("215").empty());
}
