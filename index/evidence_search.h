// The evidence for the claims of one article: candidates from the database, aligned claim by claim.
//
// Two roads lead to candidates: articles on the same story (names, rare words, values and days in
// common, first near the day of publication, then anywhere), and articles that hold a claim with
// the same key. What is found does not depend on the order of indexing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/compare/align.h"
#include "core/compare/report.h"
#include "core/compare/story.h"
#include "core/lang/form_table.h"
#include "index/xapian_store.h"

namespace twosource {

struct EvidenceOptions {
  EvidenceFilter filter;
  std::size_t max_articles = 50;  // a road
};

// An article of the corpus with the pairs that hold; AlignedPair::a is the checked article's claim.
struct EvidenceArticle {
  StoredArticle article;
  StoryMatch story;  // what it has in common with the checked one
  std::vector<AlignedPair> pairs;
};

// Used by one thread at a time, for any number of articles: what the corpus says of its words is
// remembered.
class EvidenceSearch {
 public:
  // `reader` must outlive the search.
  explicit EvidenceSearch(ArticleReader& reader) : reader_(reader) {}

  // What the corpus holds on the claims of the article `info`, which is left out itself (same id or
  // url). Near copies among the result share a cluster. Sorted by article id.
  Result<std::vector<EvidenceArticle>> find(const ArticleInfo& info,
                                            const std::vector<Claim>& claims,
                                            const EvidenceOptions& options);

  // Terms of the articles that are the checked one itself.
  static std::vector<std::string> own_terms(const ArticleInfo& info);

 private:
  struct Candidate {
    std::uint32_t document = 0;
    bool by_key = false;
  };
  Result<std::vector<Candidate>> candidates(const ArticleInfo& info,
                                            const std::vector<Claim>& claims,
                                            const EvidenceOptions& options);
  // The candidates that are alike enough or share a key, with their likeness.
  Result<std::vector<EvidenceArticle>> load_stories(const ArticleInfo& info,
                                                    const std::vector<Claim>& claims,
                                                    const std::vector<Candidate>& candidates);
  // Sorts by article id, and lets those that bear out a conflict stand beside it.
  void join(const AlignSide& checked, double closest, std::vector<EvidenceArticle>& articles);
  double weight(std::string_view key);

  // Forgets the weights when the database has moved on, or they have become too many.
  Result<void> refresh_weights();

  ArticleReader& reader_;
  CorpusSize size_;  // of the state that the weights belong to
  std::uint64_t generation_ = 0;
  double articles_ = 0;
  FormTable<double> weights_;  // by key
};

}  // namespace twosource
