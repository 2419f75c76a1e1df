// SourceMap: the way from offsets of a field back to the source file, through front matter,
// Markdown, entities and JSON escapes.
//
//   source  {"text":"M\u00fcnchen"}      bytes 9..21
//   field   München                      bytes 0..8
//   runs    {0,9,1,1} {1,10,2,6} {3,16,5,5}
//
// A run maps field_length bytes of the field to source_length bytes of the source. Where both
// lengths are equal the bytes correspond one by one; where they differ the run is an atom (an
// entity, an escape, white space collapsed) and every offset inside maps to its start.
//
// For a file in another encoding the source of the runs is its text in UTF-8; a second list of runs
// (`origin`) leads from there to the bytes of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace twosource {

// A place in the source file. Bytes are offsets in the file (in the decompressed stream of a .gz or
// .zst). Lines and columns count from 1, columns in code points; the end is the place behind the
// last code point.
struct SourcePlace {
  std::uint64_t begin_byte = 0;
  std::uint64_t end_byte = 0;
  std::uint32_t begin_line = 1;
  std::uint32_t begin_column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
  // The columns once more in bytes of UTF-8, for formats that count so.
  std::uint32_t begin_byte_column = 1;
  std::uint32_t end_byte_column = 1;
};

class SourceMap {
 public:
  struct Run {
    std::uint32_t field_begin = 0;
    std::uint64_t source_begin = 0;
    std::uint32_t field_length = 0;
    std::uint32_t source_length = 0;
    friend bool operator==(const Run&, const Run&) = default;
  };
  // One line of the source: where it starts, and its number.
  struct LineStart {
    std::uint64_t byte = 0;
    std::uint32_t line = 1;
  };
  // A stretch of the decoded text and the bytes of the file that it was made of.
  struct Origin {
    std::uint64_t decoded_begin = 0;
    std::uint64_t file_begin = 0;
    std::uint32_t decoded_length = 0;
    std::uint32_t file_length = 0;
  };

  bool empty() const { return runs_.empty(); }
  const std::vector<Run>& runs() const { return runs_; }

  // Appends a run; runs come in order of field_begin and without gaps. Neighbours that continue
  // each other are merged.
  void append(Run run);
  // Forgets everything; keeps the memory.
  void clear();

  // Learns lines and columns for the runs appended so far: `source` holds the bytes of the file
  // from `source_offset` on, the first of which stands on line `first_line`, column 1. Keeps only
  // what the runs touch (a bit for each byte, nothing for ASCII), not the bytes.
  void learn_lines(std::string_view source, std::uint64_t source_offset = 0,
                   std::uint32_t first_line = 1);

  // The source of the runs was decoded: `origins` (sorted, without gaps) lead on to the file. Keeps
  // only what the runs touch.
  void learn_origin(const std::vector<Origin>& origins);

  // The place of the span; nullopt when the map is empty.
  std::optional<SourcePlace> place(ByteSpan span) const;
  // The byte of the file of a field offset (of the end of the last run when beyond it).
  std::uint64_t source_byte(std::uint32_t field_byte) const;

 private:
  struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::uint32_t byte_column = 1;
  };

  std::uint64_t begin_in_source(std::uint32_t field_byte) const;
  std::uint64_t end_in_source(std::uint32_t field_end) const;
  Position position(std::uint64_t source_byte) const;
  std::uint64_t in_file(std::uint64_t source_byte, bool as_end) const;
  // Continuation bytes before a source byte, from the first learnt line on.
  std::uint64_t continuations_before(std::uint64_t source_byte) const;

  std::vector<Run> runs_;
  std::vector<LineStart> lines_;
  std::vector<Origin> origins_;
  // Bit i: byte lines_.front().byte + i of the source is not the first of its code point. Empty for
  // ASCII. ranks_[k] counts the bits before word k.
  std::vector<std::uint64_t> continuation_;
  std::vector<std::uint32_t> ranks_;
};

}  // namespace twosource
