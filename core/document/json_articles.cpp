// Lines are cut at line breaks, which no JSON string holds raw. Values are cut by counting brackets
// outside strings; when a record is broken so that the count is worth nothing, reading takes up
// again at the next line on which a record begins in the same column as the broken one.
#include "core/document/json_articles.h"

#include <algorithm>
#include <cstring>

#include "core/document/readers.h"

namespace twosource {
namespace {

bool is_json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_json_space);
}

}  // namespace

std::optional<Result<Document>> JsonArticles::next() {
  if (done_) return std::nullopt;
  return layout_ == Layout::Lines ? next_line() : next_value();
}

SourceText JsonArticles::source_of(std::string_view text) const {
  return {file_, text, window_.offset(), window_.line(), origins_};
}

Error JsonArticles::error_here(std::string message, ErrorKind kind) const {
  return error_at(source_of(window_.rest()), 0, std::move(message), kind);
}

Error JsonArticles::too_large() const {
  return error_here("the record is larger than " + std::to_string(kMaxArticleBytes >> 20U) +
                        " MiB, the limit for one article; split it",
                    ErrorKind::TooLarge);
}

// The error of a stream that broke off, once, or the end.
std::optional<Result<Document>> JsonArticles::finish_stream() {
  done_ = true;
  if (window_.error()) {
    Error error = *window_.error();
    error.file = file_;
    error.line = window_.line();
    return Result<Document>(std::move(error));
  }
  if (in_list_) {
    return Result<Document>(
        error_here("the list of records has no closing ']'; the file may be cut off"));
  }
  if (!had_value_) return Result<Document>(error_here("the file holds no article record"));
  return std::nullopt;
}

Result<Document> JsonArticles::read_source(const SourceText& source, std::size_t& fault) {
  if (const auto broken = tape_.read(source.text)) {
    fault = broken->at;
    return error_at(source, broken->at, broken->message);
  }
  fault = source.text.size();
  std::size_t object = 0;
  const bool wraps = tape_.root().kind == JsonItem::Kind::Object &&
                     tape_.member(0, "text") == nullptr &&
                     tape_.member(0, "articleBody") == nullptr;
  if (wraps) object = find_article(tape_).value_or(0);
  Result<Draft> draft = read_record(tape_, object, source);
  if (!draft) return draft.error();
  draft->notes.insert(draft->notes.begin(), notes_.begin(), notes_.end());
  return finish(std::move(*draft), source, defaults_);
}

bool JsonArticles::find_line_end(std::size_t& end) {
  for (std::size_t scanned = 0;;) {
    const std::string_view rest = window_.rest();
    const void* found = rest.size() > scanned
                            ? std::memchr(rest.data() + scanned, '\n', rest.size() - scanned)
                            : nullptr;
    if (found != nullptr) {
      end = static_cast<std::size_t>(static_cast<const char*>(found) - rest.data());
      return true;
    }
    scanned = rest.size();
    end = rest.size();
    if (end > kMaxArticleBytes || !window_.more()) return false;
  }
}

void JsonArticles::skip_line() {
  std::size_t end = 0;
  while (!find_line_end(end)) {
    window_.drop(end, 0);
    if (window_.rest().empty() && !window_.more()) return;
  }
  window_.drop(end + 1, 1);
}

std::optional<Result<Document>> JsonArticles::next_line() {
  for (;;) {
    std::size_t end = 0;
    const bool whole = find_line_end(end);
    if (end > kMaxArticleBytes) {
      had_value_ = true;
      Error error = too_large();
      skip_line();
      return Result<Document>(std::move(error));
    }
    // A last line without a line break is a line, unless the stream broke off in it.
    if (!whole && (end == 0 || window_.error())) return finish_stream();
    const std::string_view line = window_.rest().substr(0, end);
    if (is_blank(line)) {
      window_.drop(end + 1, whole ? 1 : 0);
      continue;
    }
    had_value_ = true;
    std::size_t fault = 0;
    Result<Document> document = read_source(source_of(line), fault);
    window_.drop(end + 1, whole ? 1 : 0);
    return document;
  }
}

// Moves to the next value: past white space, commas, and the brackets of the list. An error when
// something else stands there; at the end of the stream rest() is empty.
std::optional<Error> JsonArticles::enter_value() {
  for (;;) {
    std::string_view rest = window_.rest();
    if (rest.empty()) {
      if (!window_.more()) return std::nullopt;
      continue;
    }
    const char c = rest.front();
    if (is_json_space(c)) {
      if (c == '\n') indent_ = 0;
      if (c == ' ' && indent_) ++*indent_;
      window_.drop(1);
      continue;
    }
    if (c == '[' && !in_list_) {
      in_list_ = true;
      want_comma_ = false;
      had_value_ = true;
    } else if (c == ']' && in_list_) {
      in_list_ = false;
      want_comma_ = false;
    } else if (c == ',' && in_list_ && want_comma_) {
      want_comma_ = false;
    } else if (in_list_ && want_comma_) {
      want_comma_ = false;
      return error_here("expected ',' or ']' behind a record");
    } else {
      return std::nullopt;
    }
    indent_.reset();
    window_.drop(1, 0);
  }
}

// How far the value at the start of the window reaches, by its brackets.
JsonArticles::Extent JsonArticles::value_extent() {
  std::size_t at = 0;
  std::size_t depth = 0;
  bool in_string = false;
  for (;;) {
    const std::string_view rest = window_.rest();
    for (; at < rest.size(); ++at) {
      const char c = rest[at];
      if (in_string) {
        if (c == '\\') ++at;
        if (c == '"') in_string = false;
        // Where records begin on lines of their own there is a better place to go on from.
        if (c == '\n' && indent_) return {at + 1, false};
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        if (++depth > JsonTape::kMaxDepth && indent_) return {at, false};
      } else if (c == '}' || c == ']') {
        if (depth <= 1) return {at + depth, at + depth > 0};
        --depth;
      } else if (depth == 0 && (c == ',' || is_json_space(c))) {
        return {at, true};
      }
    }
    if (rest.size() > kMaxArticleBytes || !window_.more()) return {rest.size(), depth == 0};
  }
}

// Offset of a line, from the one that holds `from` on, on which a record begins in the column of
// the last one; npos when the bytes at hand hold none.
std::size_t JsonArticles::find_record(std::size_t from, std::size_t limit) const {
  const std::string_view rest = window_.rest().substr(0, limit);
  for (std::size_t line = rest.find('\n', std::min(rest.rfind('\n', from), from));
       line != std::string_view::npos; line = rest.find('\n', line + 1)) {
    const std::size_t start = line + 1 + *indent_;
    if (start < rest.size() && rest[start] == '{' &&
        rest.substr(line + 1, *indent_).find_first_not_of(' ') == std::string_view::npos)
      return start;
  }
  return std::string_view::npos;
}

// Goes on behind a value that has no end; false when there is nothing to go on from.
bool JsonArticles::skip_to_record(std::size_t from) {
  while (indent_) {
    const std::size_t found = find_record(from, window_.rest().size());
    if (found != std::string_view::npos) {
      window_.drop(found);
      return true;
    }
    // The last line may be cut.
    window_.drop(std::min(window_.rest().rfind('\n'), window_.rest().size()));
    from = 0;
    if (!window_.more()) break;
  }
  return false;
}

std::optional<Result<Document>> JsonArticles::next_value() {
  if (auto error = enter_value()) return Result<Document>(std::move(*error));
  if (window_.rest().empty()) return finish_stream();
  had_value_ = true;
  const char opening = window_.rest().front();
  const Extent extent = value_extent();
  if (!extent.closed && window_.error()) {
    window_.drop(extent.size);
    return finish_stream();
  }
  const std::string_view value = window_.rest().substr(0, std::max<std::size_t>(extent.size, 1));
  std::size_t fault = 0;
  Result<Document> document = extent.size > kMaxArticleBytes ? Result<Document>(too_large())
                                                             : read_source(source_of(value), fault);
  if (extent.closed && (in_list_ || opening == '{')) {
    // A fault inside makes the end doubtful.
    const bool doubtful = fault < value.size() && indent_;
    const std::size_t next = doubtful ? find_record(fault, value.size()) : std::string_view::npos;
    want_comma_ = in_list_ && next == std::string_view::npos;
    if (want_comma_ || next == std::string_view::npos) indent_.reset();
    window_.drop(std::min(next, value.size()));
  } else {
    want_comma_ = false;
    done_ = !skip_to_record(fault);
  }
  return document;
}

}  // namespace twosource
