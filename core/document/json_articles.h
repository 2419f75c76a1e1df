// JsonArticles: the records of a JSON or JSONL stream, one after the other. A bad record is one
// error; reading goes on behind it. Holds one record at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/draft.h"
#include "core/document/input_window.h"
#include "core/document/json_tape.h"

namespace twosource {

class JsonArticles {
 public:
  enum class Layout {
    Lines,   // one record a line
    Values,  // records, or lists of records, spread over lines as they like
  };

  // `window`, `origins` and `defaults` outlive the object; `origins` is nullptr for a file in
  // UTF-8. `notes` hold for every record.
  JsonArticles(InputWindow& window, Layout layout, std::string file,
               const std::vector<SourceMap::Origin>* origins, const ArticleDefaults& defaults,
               std::vector<std::string> notes = {})
      : window_(window),
        layout_(layout),
        file_(std::move(file)),
        origins_(origins),
        defaults_(defaults),
        notes_(std::move(notes)) {}

  std::optional<Result<Document>> next();

 private:
  struct Extent {
    std::size_t size = 0;
    bool closed = false;  // its brackets match; else `size` is as far as that was seen
  };

  std::optional<Result<Document>> next_line();
  std::optional<Result<Document>> next_value();
  std::optional<Result<Document>> finish_stream();
  bool find_line_end(std::size_t& end);
  std::optional<Error> enter_value();
  Extent value_extent();
  std::size_t find_record(std::size_t from, std::size_t limit) const;
  bool skip_to_record(std::size_t from);
  Result<Document> read_source(const SourceText& source, std::size_t& fault);
  SourceText source_of(std::string_view text) const;
  Error error_here(std::string message, ErrorKind kind = ErrorKind::BadInput) const;
  Error too_large() const;
  void skip_line();

  InputWindow& window_;
  Layout layout_;
  std::string file_;
  const std::vector<SourceMap::Origin>* origins_;
  const ArticleDefaults& defaults_;
  std::vector<std::string> notes_;
  JsonTape tape_;
  bool in_list_ = false;
  bool want_comma_ = false;
  bool had_value_ = false;
  bool done_ = false;
  // Spaces before the record on its line; nullopt when something else stands before it.
  std::optional<std::size_t> indent_ = 0;
};

}  // namespace twosource
