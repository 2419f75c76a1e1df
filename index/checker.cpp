#include "index/checker.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/base/run_ordered.h"
#include "core/claim/extract.h"
#include "core/compare/claim_key.h"
#include "core/compare/self/self_check.h"
#include "core/compare/verdict.h"
#include "core/compare/withdrawn.h"
#include "core/compare/wording.h"
#include "core/policy/fingerprint.h"
#include "index/evidence_search.h"
#include "index/xapian_store.h"

namespace twosource {

struct Checker::State {
  State(ArticleReader opened, CheckOptions wanted)
      : reader(std::move(opened)), options(std::move(wanted)), evidence(reader) {}

  ArticleReader reader;
  CheckOptions options;
  EvidenceSearch evidence;
};

Checker::Checker(std::unique_ptr<State> state) : state_(std::move(state)) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Result<Checker> Checker::open(const std::string& database, CheckOptions options) {
  auto reader = ArticleReader::open(database);
  if (!reader) return reader.error();
  if (options.languages == nullptr) options.languages = &Languages::embedded();
  return Checker(std::make_unique<State>(std::move(*reader), std::move(options)));
}

namespace {

// A figure that an article much closer to the checked one confirms is not contradicted by a more
// distant one: that speaks of something else. Facts that belong to no story are told anywhere.
constexpr double kRivalStory = 0.8;

// The likeness of the closest article that confirms each claim; 0 where none does.
std::vector<double> best_support(std::size_t claims, const std::vector<EvidenceArticle>& articles) {
  std::vector<double> out(claims, 0);
  for (const EvidenceArticle& other : articles) {
    for (const AlignedPair& pair : other.pairs) {
      if (pair.values.relation == Relation::Corroborates)
        out[pair.a] = std::max(out[pair.a], other.story.likeness);
    }
  }
  return out;
}

// Why a statement of the article no longer counts: its own note, or a later version's.
std::string withdrawal(const EvidenceArticle& article, const Claim& claim,
                       const std::vector<EvidenceArticle>& all) {
  const HeldVersion held{article.article.info, article.article.cluster};
  for (const EvidenceArticle& other : all) {
    if (takes_back({other.article.info, other.article.cluster}, held))
      return withdrawal_by(other.article.info);
  }
  return withdrawal_of(article.article.info, claim);
}

std::vector<Finding> judge_all(std::vector<Claim> claims,
                               const std::vector<EvidenceArticle>& articles,
                               std::uint64_t searched) {
  std::vector<std::vector<Evidence>> evidence(claims.size());
  const std::vector<double> supported = best_support(claims.size(), articles);
  for (const EvidenceArticle& other : articles) {
    for (const AlignedPair& pair : other.pairs) {
      const bool standing = pair.keyed && is_standing_fact(claims[pair.a]);
      if (pair.values.relation == Relation::Conflicts && !standing &&
          other.story.likeness < kRivalStory * supported[pair.a])
        continue;
      const Counterpart counterpart{other.article.info, other.article.cluster,
                                    other.article.claims[pair.b], pair,
                                    withdrawal(other, other.article.claims[pair.b], articles)};
      evidence[pair.a].push_back(evidence_from(claims[pair.a], counterpart));
    }
  }
  std::vector<Finding> out;
  out.reserve(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i)
    out.push_back(judge(std::move(claims[i]), std::move(evidence[i]), searched));
  return out;
}

// Puts each of `more` behind the findings of its claim. Both are in the order of the claims.
std::vector<Finding> merged(std::vector<Finding> findings, std::vector<Finding> more) {
  if (more.empty()) return findings;
  std::vector<Finding> out;
  out.reserve(findings.size() + more.size());
  auto next = more.begin();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string claim = findings[i].claim.id;
    out.push_back(std::move(findings[i]));
    if (i + 1 < findings.size() && findings[i + 1].claim.id == claim) continue;
    for (; next != more.end() && next->claim.id == claim; ++next) out.push_back(std::move(*next));
  }
  std::move(next, more.end(), std::back_inserter(out));
  return out;
}

// Adds what the article says against itself and what its wording lacks to the findings of the
// corpus.
void finish(Report& report, std::vector<Finding> own) {
  std::vector<Finding> wording = check_wording(report.findings);
  report.findings = merged(merged(std::move(report.findings), std::move(own)), std::move(wording));
  set_fingerprints(report.findings);
}

}  // namespace

Result<Report> Checker::search(const ArticleInfo& article, std::vector<Claim> claims) {
  Report out;
  out.article = article;
  const auto size = state_->reader.size();
  if (!size) return size.error();
  out.corpus = *size;
  const EvidenceFilter& filter = state_->options.evidence;
  const auto searched = state_->reader.count(filter, EvidenceSearch::own_terms(article));
  if (!searched) return searched.error();
  const auto articles =
      state_->evidence.find(article, claims, {filter, state_->options.max_articles});
  if (!articles) return articles.error();
  out.findings = judge_all(std::move(claims), *articles, *searched);
  return out;
}

Result<Report> Checker::check(const Document& article) {
  const ReadingTools tools(*state_->options.languages, state_->options.concepts);
  Reading reading = read_claims(article, tools);
  std::vector<Finding> own =
      check_article(article, reading, state_->options.languages->find(article.info.language));
  auto out = search(article.info, std::move(reading.claims));
  if (!out) return out.error();
  out->file = article.file;
  finish(*out, std::move(own));
  return out;
}

Result<std::optional<StoredArticle>> Checker::article_with(std::string_view claim) {
  std::optional<StoredArticle> found;
  std::optional<Error> failure;
  const auto walked = state_->reader.for_each([&](std::uint32_t document) {
    auto article = state_->reader.load(document);
    if (!article) {
      failure = article.error();
    } else if (std::any_of(article->claims.begin(), article->claims.end(),
                           [&](const Claim& one) { return one.id == claim; })) {
      found = std::move(*article);
    }
    return !failure && !found;
  });
  if (!walked) return walked.error();
  if (failure) return *failure;
  return found;
}

Result<std::optional<CheckedArticle>> Checker::check_stored(std::string_view claim) {
  auto article = article_with(claim);
  if (!article) return article.error();
  if (!*article) return std::optional<CheckedArticle>();
  StoredArticle& stored = **article;
  auto report = search(stored.info, std::move(stored.claims));
  if (!report) return report.error();
  finish(*report, {});
  CheckedArticle out;
  out.document.info = std::move(stored.info);
  out.report = std::move(*report);
  return std::optional(std::move(out));
}

Result<void> check_articles(ArticleSource& source, const std::string& database,
                            const CheckOptions& options, unsigned jobs,
                            const std::function<bool(Result<CheckedArticle>)>& sink) {
  jobs = threads_for(jobs);
  std::vector<Checker> checkers;
  for (unsigned i = 0; i < jobs; ++i) {
    auto checker = Checker::open(database, options);
    if (!checker) return checker.error();
    checkers.push_back(std::move(*checker));
  }
  run_ordered(
      jobs, [&] { return source.next(); },
      [&](Result<Document>&& document, unsigned thread) -> Result<CheckedArticle> {
        if (!document) return document.error();
        auto report = checkers[thread].check(*document);
        if (!report) return report.error();
        return CheckedArticle{std::move(*document), std::move(*report)};
      },
      sink);
  return {};
}

}  // namespace twosource
