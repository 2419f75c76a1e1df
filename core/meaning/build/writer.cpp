#include "core/meaning/build/writer.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <set>
#include <utility>

#include "core/base/hash.h"
#include "core/meaning/lexicon_format.h"
#include "core/text/stem.h"

namespace twosource::lexicon_build {
namespace {

using lexicon_format::Header;
using lexicon_format::LanguageRow;
using lexicon_format::Table;

using Ranked = std::vector<std::pair<std::string_view, double>>;  // best first

Ranked best_of(const std::map<std::string, double, std::less<>>& concepts) {
  Ranked out(concepts.begin(), concepts.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (out.size() > kMaxConcepts) out.resize(kMaxConcepts);
  return out;
}

class Buffer {
 public:
  void number(std::uint32_t value) {
    char raw[4];
    std::memcpy(raw, &value, sizeof raw);
    bytes_.append(raw, sizeof raw);
  }
  void numbers(const std::vector<std::uint32_t>& values) {
    for (const std::uint32_t value : values) number(value);
  }
  void text(std::string_view value) {
    bytes_ += value;
    while (bytes_.size() % 4 != 0) bytes_ += '\0';
  }
  void skip(std::size_t size) { bytes_.append(size, '\0'); }
  std::uint32_t offset() const { return static_cast<std::uint32_t>(bytes_.size()); }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

using ConceptIndex = std::map<std::string, std::uint32_t, std::less<>>;
using Rows = std::vector<std::pair<std::string_view, Ranked>>;  // sorted by key

Table write_table(Buffer& out, const Rows& rows, const ConceptIndex& index) {
  Table table{};
  table.count = static_cast<std::uint32_t>(rows.size());
  std::uint32_t slots = 4;
  while (slots < rows.size() * 3 / 2 + 1) slots *= 2;
  table.slot_mask = slots - 1;
  std::vector<std::uint32_t> slot(slots);
  std::vector<std::uint32_t> key_offsets{0};
  std::vector<std::uint32_t> link_starts{0};
  std::vector<std::uint32_t> links;
  std::string keys;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto& [key, concepts] = rows[i];
    auto at = static_cast<std::uint32_t>(stable_hash(key)) & table.slot_mask;
    while (slot[at] != 0) at = (at + 1) & table.slot_mask;
    slot[at] = i + 1;
    keys += key;
    key_offsets.push_back(static_cast<std::uint32_t>(keys.size()));
    const double top = concepts.empty() ? 1 : concepts.front().second;
    for (const auto& [name, weight] : concepts) {
      const auto scaled = static_cast<std::uint8_t>(std::clamp(weight / top * 255, 1.0, 255.0));
      links.push_back(lexicon_format::pack_link(index.find(name)->second, scaled));
    }
    link_starts.push_back(static_cast<std::uint32_t>(links.size()));
  }
  table.slots = out.offset();
  out.numbers(slot);
  table.key_offsets = out.offset();
  out.numbers(key_offsets);
  table.link_starts = out.offset();
  out.numbers(link_starts);
  table.links = out.offset();
  table.link_count = static_cast<std::uint32_t>(links.size());
  out.numbers(links);
  table.keys = out.offset();
  table.keys_size = static_cast<std::uint32_t>(keys.size());
  out.text(keys);
  return table;
}

}  // namespace

void LexiconWriter::add(std::string_view language, std::string_view word,
                        std::string_view concept_name, double weight) {
  if (word.empty() || concept_name.empty() || weight <= 0) return;
  auto language_it = languages_.find(language);
  if (language_it == languages_.end())
    language_it = languages_.emplace(std::string(language), Words()).first;
  auto word_it = language_it->second.find(word);
  if (word_it == language_it->second.end())
    word_it = language_it->second.emplace(std::string(word), Concepts()).first;
  auto it = word_it->second.find(concept_name);
  if (it == word_it->second.end()) it = word_it->second.emplace(std::string(concept_name), 0).first;
  it->second += weight;
}

Result<std::string> LexiconWriter::bytes() const {
  if (languages_.size() > lexicon_format::kMaxLanguages)
    return Error{ErrorKind::TooLarge, "a lexicon holds at most 256 languages", {}, 0, 0};
  Header header{};
  std::memcpy(header.magic, lexicon_format::kMagic, sizeof header.magic);
  header.version = lexicon_format::kVersion;
  header.language_count = static_cast<std::uint32_t>(languages_.size());

  // What is kept decides which concepts there are.
  std::map<std::string_view, Rows> words;
  std::map<std::string_view, std::map<std::string, Concepts, std::less<>>> stems;
  ConceptIndex index;
  for (const auto& [tag, list] : languages_) {
    Rows& rows = words[tag];
    auto& by_stem = stems[tag];
    for (const auto& [word, concepts] : list) {
      rows.emplace_back(word, best_of(concepts));
      for (const auto& [name, weight] : rows.back().second) {
        index.emplace(name, 0);
        const double top = rows.back().second.front().second;
        by_stem[stem(word, tag)][std::string(name)] += weight / top;
      }
    }
  }
  std::uint32_t next = 0;
  for (auto& [name, number] : index) number = next++;
  if (next >= 1U << 24U)
    return Error{ErrorKind::TooLarge, "a lexicon holds at most 16 million concepts", {}, 0, 0};

  Buffer out;
  out.skip(sizeof header + languages_.size() * sizeof(LanguageRow));
  std::string source_lines;
  for (const LexiconSource& source : sources_)
    source_lines += source.name + '\t' + source.version + '\t' + source.licence + '\n';
  header.sources = out.offset();
  header.sources_size = static_cast<std::uint32_t>(source_lines.size());
  out.text(source_lines);

  std::string names;
  std::vector<std::uint32_t> offsets{0};
  for (const auto& [name, number] : index) {
    names += name;
    offsets.push_back(static_cast<std::uint32_t>(names.size()));
  }
  header.concept_count = next;
  header.concept_offsets = out.offset();
  out.numbers(offsets);
  header.concept_names = out.offset();
  header.concept_names_size = static_cast<std::uint32_t>(names.size());
  out.text(names);

  std::vector<LanguageRow> rows;
  for (const auto& [tag, list] : languages_) {
    LanguageRow row{};
    std::memcpy(row.tag, tag.data(), std::min(tag.size(), sizeof row.tag));
    row.words = write_table(out, words[tag], index);
    Rows stem_rows;
    for (const auto& [stemmed, concepts] : stems[tag])
      stem_rows.emplace_back(stemmed, best_of(concepts));
    row.stems = write_table(out, stem_rows, index);
    rows.push_back(row);
  }

  std::string& bytes = out.bytes();
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
    return Error{ErrorKind::TooLarge, "a lexicon holds at most 4 GB", {}, 0, 0};
  const std::size_t row_bytes = rows.size() * sizeof(LanguageRow);
  if (row_bytes != 0) std::memcpy(bytes.data() + sizeof header, rows.data(), row_bytes);
  header.file_size = bytes.size();
  header.content_hash = stable_hash(std::string_view(bytes).substr(sizeof header + row_bytes));
  const std::uint64_t first = stable_hash({reinterpret_cast<const char*>(&header), sizeof header});
  header.header_hash = stable_hash(std::string_view(bytes).substr(sizeof header, row_bytes), first);
  std::memcpy(bytes.data(), &header, sizeof header);
  return std::move(bytes);
}

Result<void> LexiconWriter::write(const std::string& path) const {
  auto content = bytes();
  if (!content) return content.error();
  const std::string beside = path + ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(content->data(), static_cast<std::streamsize>(content->size()));
  file.close();
  if (!file || std::rename(beside.c_str(), path.c_str()) != 0) {
    const std::string reason = std::strerror(errno);
    std::remove(beside.c_str());
    return Error{ErrorKind::Unreadable, "the lexicon cannot be written: " + reason, path, 0, 0};
  }
  return {};
}

}  // namespace twosource::lexicon_build
