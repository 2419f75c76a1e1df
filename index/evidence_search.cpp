#include "index/evidence_search.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/compare/claim_key.h"
#include "core/compare/profile.h"
#include "core/compare/story.h"
#include "core/compare/witness.h"
#include "index/near_copy.h"
#include "index/schema.h"

namespace twosource {
namespace {

// The rarest keys of each kind: names, figures and days are the same in all languages, meanings in
// those that a dictionary knows, stems in one.
constexpr std::size_t kCommonTerms = 40;
constexpr std::size_t kStemTerms = 30;
constexpr std::size_t kMeaningTerms = 40;
constexpr std::size_t kKeyTerms = 60;
constexpr std::chrono::days kNear{10};
// Articles that share less are another story; only claims with the same key are compared then.
constexpr double kStoryFloor = 0.06;

using Ranked = std::vector<std::pair<double, std::string>>;

void append_rarest(Ranked ranked, std::size_t most, std::vector<std::string>& out) {
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (ranked.size() > most) ranked.resize(most);
  for (const auto& [w, key] : ranked) {
    if (w > 0) out.push_back(schema::profile_term(key));
  }
}

// The rarest keys of the profile as database terms, by weight, then by name.
std::vector<std::string> query_terms(const Profile& profile, const TermWeight& weight) {
  Ranked common;
  Ranked stems;
  Ranked meanings;
  for (const auto& [key, count] : profile) {
    Ranked& kind = is_spelled_key(key) ? stems : is_dictionary_key(key) ? meanings : common;
    kind.emplace_back(weight(key), key);
  }
  std::vector<std::string> out;
  append_rarest(std::move(common), kCommonTerms, out);
  append_rarest(std::move(stems), kStemTerms, out);
  append_rarest(std::move(meanings), kMeaningTerms, out);
  return out;
}

std::vector<std::string> key_terms(const ArticleInfo& info, const std::vector<Claim>& claims) {
  std::set<std::string> out;
  for (const Claim& claim : claims) {
    for (const std::uint64_t key : claim_keys({claim, info.published}))
      out.insert(schema::claim_key_term(key));
  }
  std::vector<std::string> list(out.begin(), out.end());
  if (list.size() > kKeyTerms) list.resize(kKeyTerms);
  return list;
}

}  // namespace

std::vector<std::string> EvidenceSearch::own_terms(const ArticleInfo& info) {
  std::vector<std::string> out{schema::id_term(info.id)};
  if (!info.url.empty()) out.push_back(schema::url_term(info.url));
  return out;
}

double EvidenceSearch::weight(std::string_view key) {
  if (const double* known = weights_.find(key)) return *known;
  const auto found = reader_.frequency(schema::profile_term(key));
  const double frequency = found ? static_cast<double>(*found) : 0;
  return weights_[key] = key_weight(key, frequency, articles_);
}

Result<std::vector<EvidenceSearch::Candidate>> EvidenceSearch::candidates(
    const ArticleInfo& info, const std::vector<Claim>& claims, const EvidenceOptions& options) {
  std::map<std::uint32_t, bool> found;
  const auto take = [&](const ArticleQuery& query, bool by_key) -> Result<void> {
    const auto articles = reader_.search(query);
    if (!articles) return articles.error();
    for (const FoundArticle& article : *articles) found[article.document] |= by_key;
    return {};
  };
  ArticleQuery query;
  query.without = own_terms(info);
  query.filter = options.filter;
  query.terms =
      query_terms(profile_of(claims), [this](std::string_view key) { return weight(key); });
  query.limit = options.max_articles;
  if (info.published) {
    query.from = info.published->day - kNear;
    query.to = info.published->day + kNear;
    if (const auto done = take(query, false); !done) return done.error();
    query.from.reset();
    query.to.reset();
    query.limit = options.max_articles / 2;
  }
  if (const auto done = take(query, false); !done) return done.error();
  query.terms = key_terms(info, claims);
  query.limit = options.max_articles;
  if (const auto done = take(query, true); !done) return done.error();
  std::vector<Candidate> out;
  for (const auto& [document, by_key] : found) out.push_back({document, by_key});
  return out;
}

Result<std::vector<EvidenceArticle>> EvidenceSearch::load_stories(
    const ArticleInfo& info, const std::vector<Claim>& claims,
    const std::vector<Candidate>& candidates) {
  const Profile profile = profile_of(claims);
  const TermWeight weigh = [this](std::string_view key) { return weight(key); };
  std::vector<EvidenceArticle> out;
  for (const Candidate& candidate : candidates) {
    auto read = reader_.load_head(candidate.document);
    if (!read) return read.error();
    const StoryMatch story =
        match_stories({info, profile}, {read->head.info, read->head.profile}, weigh, articles_);
    if (story.likeness < kStoryFloor && !candidate.by_key) continue;
    auto article = decode_article(std::move(read->head), read->bytes);
    if (!article) return article.error();
    out.push_back({std::move(*article), story, {}});
  }
  return out;
}

void EvidenceSearch::join(const AlignSide& checked, double closest,
                          std::vector<EvidenceArticle>& articles) {
  std::sort(articles.begin(), articles.end(),
            [](const EvidenceArticle& a, const EvidenceArticle& b) {
              return a.article.info.id < b.article.info.id;
            });
  std::vector<Witness> witnesses;
  for (EvidenceArticle& evidence : articles) {
    if (evidence.story.likeness < kStoryFloor) continue;
    witnesses.push_back({{evidence.article.info, evidence.article.claims},
                         align_options(evidence.story, closest),
                         evidence.pairs});
  }
  join_witnesses(checked, witnesses, [this](std::string_view key) { return weight(key); });
}

Result<void> EvidenceSearch::refresh_weights() {
  constexpr std::size_t kMostWeights = 200'000;  // some 20 MB
  const auto size = reader_.size();
  if (!size) return size.error();
  const bool same = size_.articles == size->articles && size_.claims == size->claims &&
                    generation_ == reader_.generation();
  if (!same || weights_.size() > kMostWeights) weights_ = {};
  size_ = *size;
  generation_ = reader_.generation();
  articles_ = static_cast<double>(size->articles);
  return {};
}

Result<std::vector<EvidenceArticle>> EvidenceSearch::find(const ArticleInfo& info,
                                                          const std::vector<Claim>& claims,
                                                          const EvidenceOptions& options) {
  if (const auto done = refresh_weights(); !done) return done.error();
  const auto wanted = candidates(info, claims, options);
  if (!wanted) return wanted.error();
  auto out = load_stories(info, claims, *wanted);
  if (!out) return out.error();
  double closest = 0;
  for (const EvidenceArticle& evidence : *out) closest = std::max(closest, evidence.story.likeness);
  const TermWeight weigh = [this](std::string_view key) { return weight(key); };
  const ReadySide checked({info, claims}, weigh);
  for (EvidenceArticle& evidence : *out) {
    const StoredArticle& article = evidence.article;
    const ReadySide other({article.info, article.claims}, weigh);
    evidence.pairs = align_claims(checked, other, align_options(evidence.story, closest));
    if (evidence.story.likeness < kStoryFloor)
      std::erase_if(evidence.pairs, [](const AlignedPair& pair) { return !pair.keyed; });
  }
  join({info, claims}, closest, *out);
  std::erase_if(*out, [](const EvidenceArticle& evidence) { return evidence.pairs.empty(); });
  std::vector<StoredArticle*> articles;
  for (EvidenceArticle& evidence : *out) articles.push_back(&evidence.article);
  cluster_near_copies(articles);
  return out;
}

}  // namespace twosource
