// FieldBuilder: writes a field of a document and the map back to its source in one go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/source_map.h"

namespace twosource {

struct FieldBuilder {
  std::string text;
  SourceMap map;

  std::uint32_t size() const { return static_cast<std::uint32_t>(text.size()); }

  // Source bytes taken over as they are.
  void copy(std::string_view bytes, std::uint64_t source_begin) {
    const auto length = static_cast<std::uint32_t>(bytes.size());
    map.append({size(), source_begin, length, length});
    text += bytes;
  }

  // Bytes that stand for source_length others: an escape, an entity, collapsed white space.
  void atom(std::string_view bytes, std::uint64_t source_begin, std::uint32_t source_length) {
    map.append({size(), source_begin, static_cast<std::uint32_t>(bytes.size()), source_length});
    text += bytes;
  }

  // Part of another field, with its way back.
  void transfer(const FieldBuilder& from, ByteSpan span);
};

}  // namespace twosource
