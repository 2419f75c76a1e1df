// Readers: from a file, a directory or standard input to Documents, one at a time.
//
//   ArticleSource source({"archive.jsonl.zst", "stories/"}, defaults);
//   while (auto next = source.next()) {          // nullopt at the end
//     if (*next) use(**next); else report(next->error());
//   }
//
// Formats are told by content, not only by name: plain text (optional front matter), Markdown,
// HTML, JSON and JSONL records, each also gzip- or zstd-compressed. A bad record is one Error
// (file, line); the next call goes on behind it. Streams JSONL: memory does not grow with the file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/document.h"

namespace twosource {

// What holds for articles that do not say it themselves.
struct ArticleDefaults {
  std::string outlet;
  std::string language;
  std::optional<DateTime> published;
};

// The limits beyond which an article is refused (TooLarge).
inline constexpr std::size_t kMaxArticleBytes = 64U << 20U;

class ArticleSource {
 public:
  // `paths`: files, directories (walked in sorted order; files of the names .txt .md .html .json
  // .jsonl and the like, also .gz and .zst; hidden ones left out, links to directories not
  // followed), or "-" for standard input.
  ArticleSource(std::vector<std::string> paths, ArticleDefaults defaults);
  ArticleSource(ArticleSource&&) noexcept;
  ~ArticleSource();

  std::optional<Result<Document>> next();

  // Bytes read so far of all that there is to read (0 when unknown, as for a pipe): for progress,
  // also while another thread is in next().
  std::uint64_t bytes_read() const;
  std::uint64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads one article from memory. `name` tells the format where the content leaves it open (".md",
// ".html"). A JSONL text with several records gives the first.
Result<Document> read_article(std::string_view bytes, const std::string& name,
                              const ArticleDefaults& defaults = {});

// A document made of bare text, as `compare` and tests need it.
Document plain_document(std::string text, std::string language,
                        std::optional<DateTime> published = std::nullopt);

}  // namespace twosource
