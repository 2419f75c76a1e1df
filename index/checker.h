// Checker: the front door of the library - a document in, a finished Report out.
//
//   Result<Checker> checker = Checker::open("news.db", {});
//   if (!checker) return checker.error();
//   Result<Report> report = checker->check(document);
//
// A Checker reads one state of the database and reopens it by itself when a writer has moved on. It
// is used by one thread at a time; open one per thread, which costs under a millisecond.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/claim/concept_source.h"
#include "core/compare/report.h"
#include "core/document/document.h"
#include "core/document/reader.h"
#include "core/lang/registry.h"
#include "index/store.h"

namespace twosource {

struct CheckOptions {
  const Languages* languages = nullptr;     // nullptr: the built-in ones
  const ConceptSource* concepts = nullptr;  // nullptr: stems only
  EvidenceFilter evidence;        // --outlets, --languages, --since, --until; --as-of is `until`
  std::size_t max_articles = 50;  // candidates per road; bounds the cost of a check
};

// An article with its report.
struct CheckedArticle {
  Document document;
  Report report;
};

class Checker {
 public:
  // Errors: NotFound, Database (foreign, newer, damaged).
  static Result<Checker> open(const std::string& database, CheckOptions options = {});
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  // Every claim of the article has exactly one finding of scope Corpus. The article itself (same id
  // or same url) is never evidence. Errors: Database.
  Result<Report> check(const Document& article);

  // The same for the article of the database that makes the claim; nullopt when none does. Its text
  // is not kept, so that nothing holds it against itself and the document has no text. Walks the
  // database to find it. Errors: Database.
  Result<std::optional<CheckedArticle>> check_stored(std::string_view claim);

 private:
  struct State;
  // Findings of scope Corpus and Wording, and the sizes.
  Result<Report> search(const ArticleInfo& article, std::vector<Claim> claims);
  Result<std::optional<StoredArticle>> article_with(std::string_view claim);
  explicit Checker(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Checks every article of `source`, on `jobs` threads (0: all cores), and hands the results to
// `sink` in input order, one at a time, in the thread of the caller. A bad record or a failed check
// reaches the sink as its Error and the rest goes on; the sink stops the run by returning false.
// Errors: those of Checker::open.
Result<void> check_articles(ArticleSource& source, const std::string& database,
                            const CheckOptions& options, unsigned jobs,
                            const std::function<bool(Result<CheckedArticle>)>& sink);

}  // namespace twosource
