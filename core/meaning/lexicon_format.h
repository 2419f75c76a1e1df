// The layout of the lexicon file, version 1. Little endian; all offsets are bytes from the start of
// the file, 4-byte aligned.
//
//   Header | language rows | sources (text) | concept offsets, names |
//   by language twice (words, stems): slots, key offsets, link starts, links, keys
//
// Keys are sorted by bytes; `slots` is an open-addressing table from the hash of a key to its index
// and 1. A link is a concept index (24 bits) and a weight (8 bits). The sources are lines of three
// columns separated by tabs.
#pragma once

#include <cstdint>

namespace twosource::lexicon_format {

inline constexpr char kMagic[8] = {'2', 'S', 'R', 'C', 'L', 'E', 'X', '\n'};
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kMaxLanguages = 256;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t language_count;
  std::uint64_t file_size;
  std::uint64_t content_hash;  // of everything behind the language rows
  std::uint32_t sources;       // offset
  std::uint32_t sources_size;
  std::uint32_t concept_count;
  std::uint32_t concept_offsets;  // concept_count + 1 offsets into the names
  std::uint32_t concept_names;
  std::uint32_t concept_names_size;
  std::uint64_t header_hash;  // of the header with this field 0, and the language rows
};

struct Table {
  std::uint32_t count;
  std::uint32_t slots;  // slot_mask + 1 entries
  std::uint32_t slot_mask;
  std::uint32_t key_offsets;  // count + 1
  std::uint32_t link_starts;  // count + 1
  std::uint32_t links;
  std::uint32_t link_count;
  std::uint32_t keys;
  std::uint32_t keys_size;
};

struct LanguageRow {
  char tag[8];  // padded with zeros
  Table words;
  Table stems;
};

static_assert(sizeof(Header) == 64);
static_assert(sizeof(LanguageRow) == 80);

inline constexpr std::uint32_t pack_link(std::uint32_t concept_index, std::uint8_t weight) {
  return concept_index << 8U | weight;
}

}  // namespace twosource::lexicon_format
