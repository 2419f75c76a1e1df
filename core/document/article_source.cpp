// Opens one file after the other and hands it to the reader of its format.
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "core/document/byte_stream.h"
#include "core/document/format.h"
#include "core/document/json_articles.h"
#include "core/document/reader.h"
#include "core/document/readers.h"
#include "core/text/encoding.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadBytes = 64U << 10U;

Error about(const std::string& file, ErrorKind kind, std::string message) {
  Error error{kind, std::move(message)};
  error.file = file;
  return error;
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

// Whether the bytes must be decoded as a whole before anything can be told of them: UTF-16, by its
// mark or by the zero bytes of its spaces, digits and Latin letters.
bool is_wide(std::string_view head) {
  if (begins(head, "\xFF\xFE") || begins(head, "\xFE\xFF")) return true;
  if (binary_kind(head)) return false;
  const std::string_view start = head.substr(0, 4096);
  const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
  return zeros * 20 >= start.size();
}

// One open file: its bytes, and the reader that makes articles of them.
class OpenFile {
 public:
  OpenFile(std::unique_ptr<ByteStream> stream, std::string file, const ArticleDefaults& defaults)
      : stream_(*stream),
        window_(std::make_unique<InputWindow>(std::move(stream))),
        file_(std::move(file)),
        defaults_(defaults) {}

  std::optional<Result<Document>> next() {
    if (done_) return std::nullopt;
    if (!json_) {
      done_ = true;
      if (auto only = open()) return only;
      done_ = false;
    }
    auto article = json_->next();
    done_ = !article;
    return article;
  }

  // Of the file, also when what is read has been decoded from it.
  std::uint64_t consumed() const { return decoded_from_ ? *decoded_from_ : stream_.consumed(); }

 private:
  // Gives the one article of a text, or an error; nullopt when json_ reads on.
  std::optional<Result<Document>> open() {
    // A pipe may give record after record: the first must not wait for the rest of the head.
    bool whole = false;
    while (window_->rest().size() < kHeadBytes && !starts_with_record(window_->rest()) && !whole) {
      whole = !window_->more();
    }
    if (window_->rest().empty()) {
      if (window_->error()) return Result<Document>(stream_error());
      return fail(ErrorKind::BadInput, "the file is empty");
    }
    if (is_wide(window_->rest())) {
      if (auto error = decode_all()) return Result<Document>(std::move(*error));
    } else if (begins(window_->rest(), "\xEF\xBB\xBF")) {
      window_->skip_mark(3);
    }
    if (const auto kind = binary_kind(window_->rest())) {
      return fail(ErrorKind::BadInput,
                  "this is " + std::string(*kind) + "; give plain text, Markdown, HTML or JSON");
    }
    const Result<Format> format = tell_format(window_->rest(), whole, file_);
    if (!format) return fail(format.error().kind, format.error().message);
    if (*format != Format::Json && *format != Format::JsonLines) return whole_text(*format);
    const auto layout =
        *format == Format::JsonLines ? JsonArticles::Layout::Lines : JsonArticles::Layout::Values;
    json_.emplace(*window_, layout, file_, origins_.empty() ? nullptr : &origins_, defaults_,
                  notes_);
    return std::nullopt;
  }

  Error stream_error() const {
    Error error = *window_->error();
    error.file = file_;
    return error;
  }

  std::optional<Result<Document>> fail(ErrorKind kind, std::string message) const {
    return Result<Document>(about(file_, kind, std::move(message)));
  }

  std::optional<Error> read_all() {
    while (window_->rest().size() <= kMaxArticleBytes && window_->more()) {
    }
    if (window_->error()) return stream_error();
    if (window_->rest().size() > kMaxArticleBytes) {
      return about(file_, ErrorKind::TooLarge,
                   "the file is larger than " + std::to_string(kMaxArticleBytes >> 20U) +
                       " MiB, the limit for one article; split it, or give JSONL in UTF-8");
    }
    return std::nullopt;
  }

  // Replaces the window by one over the text in UTF-8.
  std::optional<Error> decode_all() {
    if (auto error = read_all()) return error;
    Result<Decoded> decoded = decode_text(window_->rest());
    if (!decoded) return about(file_, decoded.error().kind, decoded.error().message);
    decoded_from_ = stream_.consumed();
    keep(std::move(*decoded), 0);
    window_ = std::make_unique<InputWindow>(ByteStream::over(text_, file_));
    while (window_->more()) {
    }
    return std::nullopt;
  }

  void keep(Decoded decoded, std::uint64_t file_offset) {
    if (decoded.replaced > 0) {
      notes_.push_back(std::to_string(decoded.replaced) + " places are not " + decoded.encoding +
                       " and were replaced");
    }
    if (decoded.encoding != "UTF-8") notes_.push_back("decoded from " + decoded.encoding);
    for (const Decoded::Run& run : decoded.runs)
      origins_.push_back(
          {run.text_begin, file_offset + run.source_begin, run.text_length, run.source_length});
    text_ = std::move(decoded.text);
  }

  std::optional<Result<Document>> whole_text(Format format) {
    if (auto error = read_all()) return Result<Document>(std::move(*error));
    SourceText source{file_, window_->rest(), window_->offset(), 1, nullptr};
    if (origins_.empty()) {
      const std::string charset =
          format == Format::Html ? declared_charset(window_->rest()) : std::string();
      Result<Decoded> decoded = decode_text(window_->rest(), charset);
      if (!decoded) return fail(decoded.error().kind, decoded.error().message);
      if (!decoded->same_bytes) {
        keep(std::move(*decoded), window_->offset());
        source.text = text_;
        source.offset = 0;
      }
    }
    if (!origins_.empty()) source.origins = &origins_;
    Result<Draft> draft = format == Format::Html       ? read_html(source)
                          : format == Format::Markdown ? read_markdown(source)
                                                       : read_text(source);
    if (!draft) return Result<Document>(draft.error());
    draft->notes.insert(draft->notes.begin(), notes_.begin(), notes_.end());
    return finish(std::move(*draft), source, defaults_);
  }

  const ByteStream& stream_;
  std::unique_ptr<InputWindow> window_;
  std::string file_;
  const ArticleDefaults& defaults_;
  std::optional<JsonArticles> json_;
  std::string text_;  // decoded
  std::vector<SourceMap::Origin> origins_;
  std::vector<std::string> notes_;
  std::optional<std::uint64_t> decoded_from_;
  bool done_ = false;
};

struct Entry {
  std::string path;
  std::uint64_t size = 0;
  std::optional<Error> error;
};

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name[0] == '.';
}

std::uint64_t size_of(const std::string& path) {
  std::error_code code;
  const auto size = fs::file_size(path, code);
  return code ? 0 : size;
}

// The article files below a directory. Links to directories are not followed.
void walk(const std::string& directory, std::vector<Entry>& out) {
  std::vector<Entry> found;
  std::vector<fs::path> open = {directory};
  while (!open.empty()) {
    const fs::path folder = open.back();
    open.pop_back();
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
      if (is_hidden(at->path())) continue;
      std::error_code ignored;
      if (at->is_directory(ignored) && !at->is_symlink(ignored)) {
        open.push_back(at->path());
      } else if (at->is_regular_file(ignored) && is_article_name(at->path().string())) {
        found.push_back({at->path().string(), size_of(at->path().string()), std::nullopt});
      }
    }
    if (code)
      found.push_back({folder.string(), 0,
                       about(folder.string(), ErrorKind::Unreadable,
                             "the directory cannot be read: " + code.message())});
  }
  if (found.empty()) {
    found.push_back({directory, 0,
                     about(directory, ErrorKind::BadInput,
                           "the directory holds no articles (.txt .md .html .json .jsonl, also "
                           ".gz or .zst)")});
  }
  std::sort(found.begin(), found.end(),
            [](const Entry& a, const Entry& b) { return a.path < b.path; });
  std::move(found.begin(), found.end(), std::back_inserter(out));
}

}  // namespace

struct ArticleSource::State {
  ArticleDefaults defaults;
  std::vector<Entry> entries;
  std::size_t at = 0;
  std::unique_ptr<OpenFile> open;
  std::uint64_t finished_bytes = 0;
  std::uint64_t total_bytes = 0;
  std::atomic<std::uint64_t> read_bytes = 0;  // read by the thread that shows the progress
};

ArticleSource::ArticleSource(std::vector<std::string> paths, ArticleDefaults defaults)
    : state_(std::make_unique<State>()) {
  state_->defaults = std::move(defaults);
  bool known = true;
  for (const std::string& path : paths) {
    std::error_code code;
    if (path != "-" && fs::is_directory(path, code)) {
      walk(path, state_->entries);
    } else {
      known = known && path != "-" && fs::is_regular_file(path, code);
      state_->entries.push_back({path, path == "-" ? 0 : size_of(path), std::nullopt});
    }
  }
  for (const Entry& entry : state_->entries) state_->total_bytes += entry.size;
  if (!known) state_->total_bytes = 0;
}

ArticleSource::ArticleSource(ArticleSource&&) noexcept = default;
ArticleSource::~ArticleSource() = default;

std::optional<Result<Document>> ArticleSource::next() {
  State& state = *state_;
  for (;;) {
    if (state.open) {
      auto article = state.open->next();
      state.read_bytes = state.finished_bytes + state.open->consumed();
      if (article) return article;
      state.finished_bytes += state.open->consumed();
      state.open.reset();
    }
    if (state.at == state.entries.size()) return std::nullopt;
    const Entry& entry = state.entries[state.at++];
    if (entry.error) return Result<Document>(*entry.error);
    Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(entry.path);
    if (!stream) return Result<Document>(stream.error());
    state.open = std::make_unique<OpenFile>(std::move(*stream), entry.path, state.defaults);
  }
}

std::uint64_t ArticleSource::bytes_read() const {
  return state_->read_bytes;
}

std::uint64_t ArticleSource::bytes_total() const {
  return state_->total_bytes;
}

Result<Document> read_article(std::string_view bytes, const std::string& name,
                              const ArticleDefaults& defaults) {
  OpenFile file(ByteStream::over(bytes, name), name, defaults);
  if (auto article = file.next()) return std::move(*article);
  return about(name, ErrorKind::BadInput, "no article in it");
}

Document plain_document(std::string text, std::string language, std::optional<DateTime> published) {
  if (first_invalid(text)) text = replace_invalid(text);
  Draft draft;
  draft.text.copy(text, 0);
  draft.language = std::move(language);
  return assemble(std::move(draft), {"", text, 0, 1, nullptr}, {"", "", published});
}

}  // namespace twosource
