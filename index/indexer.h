// Indexing: articles in, a database out. Extraction runs on many threads, one writer commits whole
// batches; the result does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/claim/concept_source.h"
#include "core/document/reader.h"
#include "core/lang/registry.h"

namespace twosource {

struct IndexOptions {
  const Languages* languages = nullptr;     // nullptr: the built-in ones
  const ConceptSource* concepts = nullptr;  // nullptr: stems only
  unsigned jobs = 0;                        // 0: all cores
  std::size_t batch_articles = 5000;        // articles per transaction: what a killed run can lose
};

struct IndexProgress {
  std::uint64_t articles = 0;  // read so far, unchanged ones included
  std::uint64_t claims = 0;
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;  // 0: unknown
};

struct IndexSummary {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;    // same id, changed content: replaced
  std::uint64_t unchanged = 0;  // same id, same content: skipped
  std::uint64_t failed = 0;     // records that could not be read
  std::uint64_t claims = 0;     // of the added and updated articles
};

// Called in the thread of the caller, at most every few milliseconds.
using IndexProgressSink = std::function<void(const IndexProgress&)>;
// Called for each record that could not be read, in input order.
using IndexErrorSink = std::function<void(const Error&)>;

// Adds or updates the articles of `source`; makes the database when the directory is missing or
// empty. Idempotent by article id. What is committed stays when the run is killed, and a rerun
// completes it. Errors: Database (locked, foreign, newer, damaged), Unreadable.
Result<IndexSummary> index_articles(ArticleSource& source, const std::string& database,
                                    const IndexOptions& options,
                                    const IndexProgressSink& on_progress,
                                    const IndexErrorSink& on_error);

}  // namespace twosource
