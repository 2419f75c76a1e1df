// What the table says about the words of one text: links, roles and flags, before people and short
// forms are looked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/folded_text.h"
#include "core/names/index.h"
#include "core/text/segment.h"

namespace twosource::names {

// A run of tokens that is a name, half open.
struct Found {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string id;
  NameForm form = NameForm::Name;
  bool needs_support = false;
  std::string role;
  std::uint32_t role_begin = 0;
  std::uint32_t role_end = 0;  // no role: equal to role_begin
};

// An office, title, agency or legal form in the text.
struct Marker {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  EntryKind kind = EntryKind::Role;
  std::string id;
};

struct Scan {
  std::vector<std::uint64_t> hashes;  // by token
  std::vector<std::uint16_t> flags;   // by token: WordFlags
  std::vector<Found> links;           // by place, disjoint
  std::vector<Marker> markers;        // by place; may lie inside links
};

Scan scan_names(const FoldedText& text, const NameIndex::Tables& tables);

// Matches one table at a token; the longest entry of the kind, or null.
const Entry* match_at(const TokenizedText& text, const std::vector<std::uint64_t>& hashes,
                      std::uint32_t token, const NameTable& table, EntryKind kind);

}  // namespace twosource::names
