#include <doctest/doctest.h>

#include "core/compare/verdict.h"
#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

struct Piece {
  const char* outlet;
  Relation relation;
  const char* rule;
  const char* source = "";
  const char* cluster = "";
};

Evidence evidence(const Piece& piece, int number) {
  Evidence out;
  out.relation = piece.relation;
  out.rule = piece.rule;
  out.score = 0.9;
  out.article.id = "article-" + std::to_string(number);
  out.article.outlet = piece.outlet;
  out.article.published = parse_iso("2024-10-24");
  out.claim = made::count("397", "votes", 0, {});
  out.primary_source = piece.source;
  out.cluster = piece.cluster;
  return out;
}

Finding judged(const std::vector<Piece>& pieces, const std::string& speaker = {}) {
  Claim claim = made::count("379", "votes", 0, {});
  if (!speaker.empty()) claim.attribution.push_back({speaker, speaker, SourceKind::Speaker});
  std::vector<Evidence> all;
  for (const Piece& piece : pieces) all.push_back(evidence(piece, static_cast<int>(all.size())));
  return judge(std::move(claim), std::move(all), 41);
}

constexpr Piece kSupport{"A", Relation::Corroborates, "quantity-equal"};
constexpr Piece kAgainst{"B", Relation::Conflicts, "quantity-disjoint"};
constexpr Piece kWider{"C", Relation::Compatible, "quantity-wider"};
constexpr Piece kLater{"D", Relation::Supersedes, "growing-count"};

}  // namespace

TEST_CASE("verdicts") {
  CHECK(judged({}).verdict == VerdictKind::Unsupported);
  CHECK(judged({kWider}).verdict == VerdictKind::Consistent);
  CHECK(judged({kWider, kSupport}).verdict == VerdictKind::Corroborated);
  CHECK(judged({kAgainst}).verdict == VerdictKind::Conflicting);
  CHECK(judged({kAgainst, kSupport}).verdict == VerdictKind::Disputed);
  CHECK(judged({kLater, kSupport}).verdict == VerdictKind::Outdated);
}

TEST_CASE("two speakers dispute, they do not contradict an outlet") {
  const Piece other{"B", Relation::Conflicts, "quantity-disjoint", "org:pentagon"};
  CHECK(judged({other}, "org:nis-kr").verdict == VerdictKind::Disputed);
  CHECK(judged({other}, "org:pentagon").verdict == VerdictKind::Conflicting);
  CHECK(judged({other}).verdict == VerdictKind::Conflicting);
}

TEST_CASE("messages quote both figures with outlet and date") {
  CHECK(judged({kAgainst}).message == "\"379\" is contradicted: B (2024-10-24) has \"397\".");
  CHECK(judged({}).message == "Nothing comparable to \"379\" was found in 41 articles.");
  CHECK(judged({kAgainst}).level == Level::Error);
}

TEST_CASE("one voice is counted once") {
  const auto voices = [](const std::vector<Piece>& pieces) {
    return judged(pieces).independent_sources;
  };
  constexpr Relation kYes = Relation::Corroborates;
  CHECK(voices({{"A", kYes, "quantity-equal"}, {"B", kYes, "quantity-equal"}}) == 2);
  CHECK(voices({{"A", kYes, "quantity-equal"}, {"A", kYes, "quantity-equal"}}) == 1);
  CHECK(voices({{"A", kYes, "quantity-equal", "", "w-1"},
                {"B", kYes, "quantity-equal", "", "w-1"}}) == 1);
  CHECK(voices({{"A", kYes, "quantity-equal", "org:nis-kr"},
                {"B", kYes, "quantity-equal", "org:nis-kr"},
                {"C", kYes, "quantity-equal"}}) == 2);
}
