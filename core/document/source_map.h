// SourceMap: the way from offsets of a field back to the source file, through front matter, Markdown, entities and
// JSON escapes.
//
//   source  {"text":"M\u00fcnchen"}      bytes 9..21
//   field   München                      bytes 0..8
//   runs    {0,9,1,1} {1,10,2,6} {3,16,5,5}
//
// A run maps field_length bytes of the field to source_length bytes of the source. Where both lengths are equal the
// bytes correspond one by one; where they differ the run is an atom (an entity, an escape, white space collapsed) and
// every offset inside maps to its start.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace twosource {

// A place in the source file. Bytes are offsets in the file (in the decompressed stream of a .gz or .zst; in the
// original bytes of a file in another encoding, as far as runs know them). Lines and columns count from 1; columns in
// code points.
struct SourcePlace {
  std::uint64_t begin_byte = 0;
  std::uint64_t end_byte = 0;
  std::uint32_t begin_line = 1;
  std::uint32_t begin_column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
};

class SourceMap {
 public:
  struct Run {
    std::uint32_t field_begin = 0;
    std::uint64_t source_begin = 0;
    std::uint32_t field_length = 0;
    std::uint32_t source_length = 0;
  };
  // One line of the source: where it starts, and its number.
  struct LineStart {
    std::uint64_t byte = 0;
    std::uint32_t line = 1;
  };

  bool empty() const { return runs_.empty(); }
  const std::vector<Run>& runs() const { return runs_; }

  // Appends a run; runs come in order of field_begin and without gaps. Neighbours that continue each other are merged.
  void append(Run run);

  // Learns lines and columns for the runs appended so far: `source` holds the bytes of the file from `source_offset`
  // on, the first of which stands on line `first_line`, column 1. Keeps only what the runs touch, not the bytes.
  void learn_lines(std::string_view source, std::uint64_t source_offset = 0, std::uint32_t first_line = 1);

  // The place of the span; nullopt when the map is empty.
  std::optional<SourcePlace> place(ByteSpan span) const;
  // The source byte of a field offset (of the end of the last run when beyond it).
  std::uint64_t source_byte(std::uint32_t field_byte) const;

 private:
  std::vector<Run> runs_;
  std::vector<LineStart> lines_;
  // Source bytes that are not the first of their code point, for columns (sorted); empty for ASCII.
  std::vector<std::uint64_t> continuation_;
};

}  // namespace twosource
