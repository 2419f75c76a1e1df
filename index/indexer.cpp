#include "index/indexer.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "core/base/hash.h"
#include "core/base/run_ordered.h"
#include "core/claim/extract.h"
#include "index/article_codec.h"
#include "index/near_copy.h"
#include "index/xapian_store.h"

namespace twosource {
namespace {

// A part of the content hash: a new version of the reading makes old articles count as changed.
constexpr std::string_view kReadingVersion = "reading 1";

// One record on its way: read, then extracted, then written.
struct Task {
  std::optional<Error> error;
  Document document;
  std::string hash;
  bool unchanged = false;
};

struct Extracted {
  std::optional<Error> error;
  std::string id;
  StoredArticle article;
  std::string bytes;
  bool unchanged = false;
};

void add_part(std::string& all, std::string_view part) {
  all += std::to_string(part.size());
  all += ':';
  all += part;
}

// Whatever changes the stored article is in it.
std::string content_hash(const Document& document) {
  std::string all;
  add_part(all, kReadingVersion);
  add_part(all, document.info.title);
  add_part(all, document.text);
  add_part(all, document.info.outlet);
  add_part(all, document.info.url);
  add_part(all, document.info.language);
  add_part(all, document.info.agency);
  add_part(all, document.info.published ? to_iso(*document.info.published) : std::string());
  return hex_id(stable_hash(all)) + hex_id(stable_hash(all, 1));
}

Extracted extract(Task&& task, const ReadingTools& tools) {
  Extracted out;
  out.error = std::move(task.error);
  out.unchanged = task.unchanged;
  out.id = task.document.info.id;
  if (out.error || out.unchanged) return out;
  out.article.claims = read_claims(task.document, tools).claims;
  out.article.shingles = sample_shingles(task.document);
  out.article.info = std::move(task.document.info);
  out.article.content_hash = std::move(task.hash);
  out.bytes = encode_article(out.article);
  return out;
}

class Run {
 public:
  Run(ArticleSource& source, ArticleWriter& writer, const IndexOptions& options,
      const IndexProgressSink& on_progress, const IndexErrorSink& on_error)
      : source_(source),
        writer_(writer),
        options_(options),
        on_progress_(on_progress),
        on_error_(on_error) {}

  Result<IndexSummary> go() {
    const ReadingTools tools(
        options_.languages != nullptr ? *options_.languages : Languages::embedded(),
        options_.concepts);
    run_ordered(
        threads_for(options_.jobs), [this] { return next(); },
        [&](Task&& task, unsigned) { return extract(std::move(task), tools); },
        [this](Extracted&& extracted) { return take(std::move(extracted)); });
    if (failure_) return *failure_;
    if (const auto done = writer_.commit(); !done) return done.error();
    show(true);
    return summary_;
  }

 private:
  // In a worker's thread, some articles ahead of what was written.
  std::optional<Task> next() {
    auto document = source_.next();
    if (!document) return std::nullopt;
    Task task;
    if (!*document) {
      task.error = document->error();
      return task;
    }
    task.document = std::move(**document);
    task.hash = content_hash(task.document);
    const std::lock_guard turn(writing_);
    const auto stored = writer_.content_hash(task.document.info.id);
    // With the same id still on its way, what is stored now will not be what is stored then.
    const std::string& id = task.document.info.id;
    task.unchanged = stored && *stored == task.hash && !on_the_way_.contains(id);
    on_the_way_.insert(id);
    return task;
  }

  bool take(Extracted&& extracted) {
    ++progress_.articles;
    if (extracted.error) {
      ++summary_.failed;
      if (on_error_) on_error_(*extracted.error);
    } else {
      const std::lock_guard turn(writing_);
      on_the_way_.erase(on_the_way_.find(extracted.id));
      if (extracted.unchanged) {
        ++summary_.unchanged;
      } else if (!write(extracted)) {
        return false;
      }
    }
    show(false);
    return true;
  }

  // Looks again what the database holds: the same id may have been written in between.
  bool write(const Extracted& extracted) {
    const auto stored = writer_.content_hash(extracted.article.info.id);
    if (!stored) return fail(stored.error());
    if (*stored == extracted.article.content_hash) {
      ++summary_.unchanged;
      return true;
    }
    const auto put = writer_.put(extracted.article, extracted.bytes);
    if (!put) return fail(put.error());
    ++(*stored ? summary_.updated : summary_.added);
    summary_.claims += extracted.article.claims.size();
    progress_.claims = summary_.claims;
    if (++waiting_ < options_.batch_articles) return true;
    waiting_ = 0;
    const auto done = writer_.commit();
    return done ? true : fail(done.error());
  }

  bool fail(const Error& error) {
    failure_ = error;
    return false;
  }

  void show(bool last) {
    if (!on_progress_) return;
    constexpr std::chrono::milliseconds kPause{50};
    const auto now = std::chrono::steady_clock::now();
    if (!last && now - shown_ < kPause) return;
    shown_ = now;
    progress_.bytes_read = source_.bytes_read();
    progress_.bytes_total = source_.bytes_total();
    on_progress_(progress_);
  }

  ArticleSource& source_;
  ArticleWriter& writer_;
  std::mutex writing_;  // held around every use of the writer and of the ids below
  std::multiset<std::string> on_the_way_;  // ids that were read and are not yet written
  const IndexOptions& options_;
  const IndexProgressSink& on_progress_;
  const IndexErrorSink& on_error_;
  IndexSummary summary_;
  IndexProgress progress_;
  std::optional<Error> failure_;
  std::size_t waiting_ = 0;
  std::chrono::steady_clock::time_point shown_;
};

}  // namespace

Result<IndexSummary> index_articles(ArticleSource& source, const std::string& database,
                                    const IndexOptions& options,
                                    const IndexProgressSink& on_progress,
                                    const IndexErrorSink& on_error) {
  auto writer = ArticleWriter::open(database);
  if (!writer) return writer.error();
  return Run(source, *writer, options, on_progress, on_error).go();
}

}  // namespace twosource
