#include "core/compare/self/self_check.h"

#include <algorithm>
#include <utility>

#include "core/compare/self/article_rules.h"
#include "core/compare/self/figures.h"
#include "core/compare/self/sentence_rules.h"

namespace twosource {
namespace {

constexpr double kConfidence = 0.9;

using SentenceRule = void (*)(const SentenceView&, Contradictions&);
constexpr SentenceRule kSentenceRules[] = {check_parts,   check_share,    check_share_sum,
                                           check_votes,   check_change,   check_conversion,
                                           check_weekday, check_duration, check_age};

Evidence own_evidence(const ArticleInfo& article, const Claim& claim, Rule rule) {
  Evidence out;
  out.relation = Relation::Conflicts;
  out.score = kConfidence;
  out.rule = name_of(rule);
  out.article = article;
  out.claim = claim;
  out.explanation = "The same article has \"" + claim.text + "\".";
  return out;
}

Finding finding_of(const ArticleInfo& article, Contradiction&& found) {
  Finding out;
  out.claim = *found.claim;
  out.scope = Scope::Article;
  out.verdict =
      found.rule == Rule::SpeakersDisagree ? VerdictKind::Disputed : VerdictKind::Conflicting;
  out.confidence = kConfidence;
  out.level = Level::Warning;
  out.rule = name_of(found.rule);
  out.message = std::move(found.message);
  for (const Claim* other : found.others)
    out.evidence.push_back(own_evidence(article, *other, found.rule));
  return out;
}

}  // namespace

std::vector<Finding> check_article(const Document& document, const Reading& reading,
                                   const LanguagePack& pack) {
  Contradictions found;
  const Figures figures(document, reading, pack);
  for (const FigureSentence& sentence : figures.sentences()) {
    const SentenceView view{sentence, pack, document.info};
    for (const SentenceRule rule : kSentenceRules) rule(view, found);
  }
  check_headline(reading.claims, found);
  check_told_twice(reading.claims, found);
  check_speakers(reading.claims, pack, found);
  std::stable_sort(found.begin(), found.end(), [](const Contradiction& a, const Contradiction& b) {
    return a.claim < b.claim;  // all point into reading.claims
  });
  std::vector<Finding> out;
  out.reserve(found.size());
  for (Contradiction& one : found) out.push_back(finding_of(document.info, std::move(one)));
  return out;
}

}  // namespace twosource
