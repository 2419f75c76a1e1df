// The database: articles with their claims in Xapian. Readers see one committed state; the writer
// is alone, and what it has committed survives whatever kills it.
//
// Exceptions of Xapian end here, as Errors of kind Database that say what to do.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/compare/report.h"
#include "index/article_codec.h"
#include "index/store.h"

namespace twosource {

// One search for articles: weighted terms joined by OR, inside a filter.
struct ArticleQuery {
  std::vector<std::string> terms;  // database terms (schema.h); each weighs by its rarity
  std::optional<Day> from;         // window of publication; undated articles pass
  std::optional<Day> to;
  std::vector<std::string> without;  // terms of articles to leave out: the checked one itself
  EvidenceFilter filter;
  std::size_t limit = 50;
};

struct FoundArticle {
  std::uint32_t document = 0;
  double weight = 0;
};

class ArticleReader {
 public:
  static Result<ArticleReader> open(const std::string& database);
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  ~ArticleReader();

  // Best first; equal weights in no order that may be relied on, but complete: ties at the limit
  // are kept, up to twice the limit.
  Result<std::vector<FoundArticle>> search(const ArticleQuery& query);
  Result<StoredArticle> load(std::uint32_t document);
  // The head of the article, and all its bytes, from which decode_article makes the rest.
  struct Read {
    ArticleHead head;
    std::string bytes;
  };
  Result<Read> load_head(std::uint32_t document);
  // Changes whenever the reader moves on to another state of the database: what was learnt of the
  // one before may be wrong then.
  std::uint64_t generation() const;
  Result<std::optional<std::uint32_t>> find(std::string_view id);
  // How many articles hold the term.
  Result<std::uint32_t> frequency(const std::string& term);

  Result<CorpusSize> size();
  // How many articles pass the filter and hold none of the terms `without`.
  Result<std::uint64_t> count(const EvidenceFilter& filter,
                              const std::vector<std::string>& without);
  Result<StoreStatus> status();
  // Every article, by number in the database. Stops when `visit` returns false.
  Result<void> for_each(const std::function<bool(std::uint32_t document)>& visit);
  // Faults that the database's own check and a reading of every article find.
  Result<std::vector<std::string>> faults();

  // A later state of the database, when a writer has committed since.
  Result<void> refresh();

 private:
  friend class ArticleWriter;
  struct State;
  explicit ArticleReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class ArticleWriter {
 public:
  // Makes the database when the directory is missing or empty. Errors: Database (locked, foreign,
  // of a newer format, damaged), Unreadable.
  static Result<ArticleWriter> open(const std::string& database);
  // A database in memory, for tests.
  static Result<ArticleWriter> in_memory();
  ArticleWriter(ArticleWriter&&) noexcept;
  ArticleWriter& operator=(ArticleWriter&&) noexcept;
  // Gives up what has not been committed.
  ~ArticleWriter();

  // The content hash of the article with this id, or nothing. Sees what was put and not yet
  // committed.
  Result<std::optional<std::string>> content_hash(std::string_view id);
  // Adds the article, or replaces the one with its id. `bytes`: its encoded form.
  Result<void> put(const StoredArticle& article, const std::string& bytes);
  // False when there is none with this id.
  Result<bool> remove(std::string_view id);
  // Makes everything since the last commit visible, all or nothing.
  Result<void> commit();
  // A reader of the same database, for tests in memory. REQUIRES: the writer outlives it.
  Result<ArticleReader> reader();

 private:
  struct State;
  explicit ArticleWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace twosource
