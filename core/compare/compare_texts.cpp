#include "core/compare/compare_texts.h"

#include <algorithm>

#include "core/compare/align.h"
#include "core/compare/coverage.h"
#include "core/compare/pair/compare_statements.h"
#include "core/compare/profile.h"
#include "core/compare/verdict.h"

namespace twosource {
namespace {

// Two texts that somebody holds against each other are more likely about one thing than two
// articles of a corpus; this is the least story likeness they start with.
constexpr double kAssumedStory = 0.35;
constexpr double kUnrelatedBelow = 0.1;
// The prior of a likeness by plain weights.
constexpr double kPlainPrior = 1;

// A source that holds less of a statement's words speaks of something else, whatever its figures.
constexpr double kCovered = 0.5;

bool is_checkable(const Claim& claim) {
  return claim.kind != ClaimKind::Quote && claim.kind != ClaimKind::Event;
}

struct Counts {
  double conflict = 0;
  double support = 1;
  std::size_t checkable = 0;
  std::size_t supported = 0;
};

Counts count(const std::vector<ComparedPair>& pairs, const std::vector<Claim>& statements) {
  Counts out;
  for (const ComparedPair& pair : pairs) {
    if (pair.relation == Relation::Conflicts) out.conflict = std::max(out.conflict, pair.score);
  }
  for (const Claim& claim : statements) {
    if (!is_checkable(claim)) continue;
    ++out.checkable;
    double best = 0;
    for (const ComparedPair& pair : pairs) {
      if (pair.relation == Relation::Corroborates && pair.b.id == claim.id)
        best = std::max(best, pair.score);
    }
    if (best > 0) ++out.supported;
    out.support = std::min(out.support, best);
  }
  return out;
}

void settle(Comparison& out, const std::vector<Claim>& statements, double story) {
  const Counts counts = count(out.pairs, statements);
  if (counts.conflict > 0) {
    out.relation = PairRelation::Conflicts;
    out.score = counts.conflict;
  } else if (counts.checkable > 0 && counts.supported == counts.checkable) {
    out.relation = PairRelation::Corroborates;
    out.score = counts.support;
  } else if (!out.pairs.empty() || story >= kUnrelatedBelow) {
    out.relation = PairRelation::Compatible;
    out.score = story;
  } else {
    out.relation = PairRelation::Unrelated;
    out.score = 1 - story;
  }
}

// Whether `source` has the words of `statement`. Within one language; across two they are too few
// to say no.
bool is_told_by(const ReadDocument& statement, const ReadDocument& source) {
  const std::string& language = statement.document.info.language;
  return source.document.info.language != language ||
         coverage(statement.reading.claims, source.document.text, source.reading.claims,
                  language) >= kCovered;
}

Comparison compare_articles(const ReadDocument& a, const ReadDocument& b) {
  Comparison out;
  out.id = b.document.info.id;
  // The statement is the claim, the source is the evidence.
  const std::vector<Claim>& statements = b.reading.claims;
  const std::vector<Claim>& sources = a.reading.claims;
  const double story = likeness(profile_of(sources), profile_of(statements), plain_weight,
                                kPlainPrior, a.document.info.language == b.document.info.language);
  AlignOptions options;
  options.story = std::max(kAssumedStory, story);
  auto pairs = align_claims({b.document.info, statements}, {a.document.info, sources}, plain_weight,
                            options);
  const bool told = is_told_by(b, a);
  const bool same_matter = told || is_told_by(a, b);
  std::erase_if(pairs, [&](const AlignedPair& pair) {
    return (pair.values.relation == Relation::Corroborates && !told) ||
           (pair.values.relation == Relation::Conflicts && !same_matter);
  });
  for (const AlignedPair& pair : pairs) {
    const Evidence evidence =
        evidence_from(statements[pair.a], {a.document.info, std::string(), sources[pair.b], pair});
    out.pairs.push_back({sources[pair.b], statements[pair.a], evidence.relation, evidence.score,
                         evidence.rule, evidence.explanation});
  }
  std::stable_sort(out.pairs.begin(), out.pairs.end(),
                   [](const ComparedPair& x, const ComparedPair& y) { return x.score > y.score; });
  settle(out, statements, story);
  return out;
}

}  // namespace

Comparison compare_documents(const ReadDocument& a, const ReadDocument& b,
                             const ReadingTools& tools) {
  if (is_statement(a) && is_statement(b)) return compare_statements(a, b, tools);
  return compare_articles(a, b);
}

}  // namespace twosource
