// The reader of the lexicon file. The header, the language rows and the bounds of every section are
// checked at opening; offsets inside sections when they are followed.
#include "core/meaning/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/base/hash.h"
#include "core/meaning/lexicon_format.h"

namespace twosource {
namespace {

using lexicon_format::Header;
using lexicon_format::LanguageRow;
using lexicon_format::Table;

class Mapping {
 public:
  Mapping() = default;
  Mapping(void* address, std::size_t size) : address_(address), size_(size) {}
  Mapping(Mapping&& other) noexcept : address_(other.address_), size_(other.size_) {
    other.address_ = nullptr;
  }
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (address_ != nullptr) munmap(address_, size_);
  }
  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }
  bool mapped() const { return address_ != nullptr; }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

Error bad(const std::string& what) {
  return {ErrorKind::BadInput, what + "; make it anew with twosource-lexicon", {}, 0, 0};
}

// The `index`-th 32-bit number of the array at `offset`; the caller has checked the bounds of the
// array.
std::uint32_t number_at(std::string_view bytes, std::uint32_t offset, std::size_t index) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset + index * sizeof value, sizeof value);
  return value;
}

bool inside(std::string_view bytes, std::uint32_t offset, std::uint64_t size) {
  return std::uint64_t{offset} + size <= bytes.size();
}

bool valid(std::string_view bytes, const Table& table) {
  const std::uint64_t rows = std::uint64_t{table.count} + 1;
  const std::uint64_t slots = std::uint64_t{table.slot_mask} + 1;
  return (slots & table.slot_mask) == 0 && inside(bytes, table.slots, slots * 4) &&
         inside(bytes, table.key_offsets, rows * 4) && inside(bytes, table.link_starts, rows * 4) &&
         inside(bytes, table.links, std::uint64_t{table.link_count} * 4) &&
         inside(bytes, table.keys, table.keys_size);
}

std::string_view tag_of(const LanguageRow& row) {
  return {row.tag, strnlen(row.tag, sizeof row.tag)};
}

}  // namespace

struct Lexicon::View {
  Mapping mapping;
  std::string owned;
  std::string_view bytes;
  Header header{};
  std::vector<LanguageRow> rows;

  std::string_view concept_name(std::uint32_t index) const {
    if (index >= header.concept_count) return {};
    const std::uint32_t begin = number_at(bytes, header.concept_offsets, index);
    const std::uint32_t end = number_at(bytes, header.concept_offsets, index + 1);
    if (begin > end || end > header.concept_names_size) return {};
    return bytes.substr(header.concept_names + begin, end - begin);
  }

  std::string_view key(const Table& table, std::uint32_t index) const {
    const std::uint32_t begin = number_at(bytes, table.key_offsets, index);
    const std::uint32_t end = number_at(bytes, table.key_offsets, index + 1);
    if (begin > end || end > table.keys_size) return {};
    return bytes.substr(table.keys + begin, end - begin);
  }

  // Index of the key, or count.
  std::uint32_t find(const Table& table, std::string_view word) const {
    auto at = static_cast<std::uint32_t>(stable_hash(word)) & table.slot_mask;
    for (std::uint32_t step = 0; step <= table.slot_mask; ++step) {
      const std::uint32_t slot = number_at(bytes, table.slots, at);
      if (slot == 0 || slot > table.count) break;
      if (key(table, slot - 1) == word) return slot - 1;
      at = (at + 1) & table.slot_mask;
    }
    return table.count;
  }

  std::size_t links(const Table& table, std::uint32_t index,
                    std::span<Concept, kMaxConcepts> out) const {
    if (index >= table.count) return 0;
    const std::uint32_t begin = number_at(bytes, table.link_starts, index);
    const std::uint32_t end =
        std::min(number_at(bytes, table.link_starts, index + 1), table.link_count);
    std::size_t count = 0;
    for (std::uint32_t i = begin; i < end && count < out.size(); ++i) {
      const std::uint32_t link = number_at(bytes, table.links, i);
      const std::string_view name = concept_name(link >> 8U);
      if (!name.empty()) out[count++] = {name, static_cast<std::uint8_t>(link & 0xFFU)};
    }
    return count;
  }

  const LanguageRow* row(std::string_view language) const {
    const std::string_view base = language.substr(0, language.find('-'));
    for (const LanguageRow& r : rows) {
      if (tag_of(r) == base) return &r;
    }
    return nullptr;
  }

  // nullopt when all is well.
  std::string check() {
    if (bytes.size() < sizeof header ||
        std::memcmp(bytes.data(), lexicon_format::kMagic, sizeof lexicon_format::kMagic) != 0)
      return "this is no lexicon file";
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.version != lexicon_format::kVersion)
      return "the lexicon file is of version " + std::to_string(header.version) +
             ", this program reads version " + std::to_string(lexicon_format::kVersion);
    if (header.file_size != bytes.size()) return "the lexicon file is cut short or too long";
    const std::size_t row_bytes = std::size_t{header.language_count} * sizeof(LanguageRow);
    if (header.language_count > lexicon_format::kMaxLanguages ||
        sizeof header + row_bytes > bytes.size() || header_hash(row_bytes) != header.header_hash)
      return "the head of the lexicon file is damaged";
    rows.resize(header.language_count);
    if (row_bytes != 0) std::memcpy(rows.data(), bytes.data() + sizeof header, row_bytes);
    const std::uint64_t concept_rows = std::uint64_t{header.concept_count} + 1;
    bool good = inside(bytes, header.sources, header.sources_size) &&
                inside(bytes, header.concept_offsets, concept_rows * 4) &&
                inside(bytes, header.concept_names, header.concept_names_size);
    for (const LanguageRow& r : rows) good = good && valid(bytes, r.words) && valid(bytes, r.stems);
    return good ? std::string() : "the head of the lexicon file is damaged";
  }

  std::uint64_t header_hash(std::size_t row_bytes) const {
    Header copy = header;
    copy.header_hash = 0;
    const std::uint64_t first = stable_hash({reinterpret_cast<const char*>(&copy), sizeof copy});
    return stable_hash(bytes.substr(sizeof copy, row_bytes), first);
  }
};

Lexicon::Lexicon() : view_(std::make_unique<View>()) {}
Lexicon::~Lexicon() = default;

Result<std::shared_ptr<const Lexicon>> Lexicon::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const bool missing = errno == ENOENT;
    return Error{missing ? ErrorKind::NotFound : ErrorKind::Unreadable,
                 missing ? "there is no lexicon here; make one with twosource-lexicon"
                         : std::string("the lexicon cannot be read: ") + std::strerror(errno),
                 path, 0, 0};
  }
  struct stat info {};
  const bool known = fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0;
  void* address =
      known ? mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_SHARED, file, 0)
            : MAP_FAILED;
  close(file);
  if (address == MAP_FAILED) {
    Error error = bad("this is no lexicon file");
    error.file = path;
    return error;
  }
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  // The view is replaced as a whole because a mapping does not move into place.
  lexicon->view_.reset(
      new View{Mapping(address, static_cast<std::size_t>(info.st_size)), {}, {}, {}, {}});
  lexicon->view_->bytes = lexicon->view_->mapping.bytes();
  if (const std::string fault = lexicon->view_->check(); !fault.empty()) {
    Error error = bad(fault);
    error.file = path;
    return error;
  }
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

Result<std::shared_ptr<const Lexicon>> Lexicon::from_bytes(std::string bytes) {
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  lexicon->view_->owned = std::move(bytes);
  lexicon->view_->bytes = lexicon->view_->owned;
  if (const std::string fault = lexicon->view_->check(); !fault.empty()) return bad(fault);
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

std::size_t Lexicon::lookup(std::string_view word, std::string_view language,
                            std::span<Concept, kMaxConcepts> out) const {
  const LanguageRow* row = view_->row(language);
  return row == nullptr ? 0 : view_->links(row->words, view_->find(row->words, word), out);
}

std::size_t Lexicon::lookup_stem(std::string_view stem, std::string_view language,
                                 std::span<Concept, kMaxConcepts> out) const {
  const LanguageRow* row = view_->row(language);
  return row == nullptr ? 0 : view_->links(row->stems, view_->find(row->stems, stem), out);
}

std::size_t Lexicon::lookup_prefix(std::string_view word, std::string_view language,
                                   std::size_t shared, std::span<Concept, kMaxConcepts> out) const {
  constexpr std::size_t kMaxLonger = 3;
  const LanguageRow* row = view_->row(language);
  if (row == nullptr || row->words.count == 0) return 0;
  const Table& table = row->words;
  for (std::size_t length = word.size(); length >= std::max<std::size_t>(shared, 1); --length) {
    const std::string_view beginning = word.substr(0, length);
    std::uint32_t low = 0;
    std::uint32_t high = table.count;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (view_->key(table, middle) < beginning) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // The shortest of the next keys that begin so: the sorted first is not always it.
    std::uint32_t best = table.count;
    std::size_t best_size = length + kMaxLonger + 1;
    for (std::uint32_t i = low; i < table.count && i < low + 16; ++i) {
      const std::string_view key = view_->key(table, i);
      if (!key.starts_with(beginning)) break;
      if (key.size() < best_size) {
        best = i;
        best_size = key.size();
      }
    }
    if (best != table.count) return view_->links(table, best, out);
  }
  return 0;
}

std::vector<std::string> Lexicon::languages() const {
  std::vector<std::string> out;
  for (const LanguageRow& row : view_->rows) out.emplace_back(tag_of(row));
  std::sort(out.begin(), out.end());
  return out;
}

std::size_t Lexicon::word_count(std::string_view language) const {
  const LanguageRow* row = view_->row(language);
  return row == nullptr ? 0 : row->words.count;
}

std::size_t Lexicon::concept_count() const {
  return view_->header.concept_count;
}

std::vector<LexiconSource> Lexicon::sources() const {
  std::vector<LexiconSource> out;
  std::string_view text = view_->bytes.substr(view_->header.sources, view_->header.sources_size);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) continue;
    out.push_back({std::string(line.substr(0, first)),
                   std::string(line.substr(first + 1, second - first - 1)),
                   std::string(line.substr(second + 1))});
  }
  return out;
}

bool Lexicon::verify() const {
  const std::size_t head = sizeof(Header) + view_->rows.size() * sizeof(LanguageRow);
  return stable_hash(view_->bytes.substr(head)) == view_->header.content_hash;
}

}  // namespace twosource
