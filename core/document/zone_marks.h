// What a line or paragraph is by its own characters and words, before its neighbours are asked.
// Texts are raw UTF-8 without white space at the ends; each question costs a few characters at the
// ends of a long text.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/byte_span.h"
#include "core/document/document.h"

namespace twosource {

// The span without white space and no-break spaces at both ends.
ByteSpan trimmed(std::string_view text, ByteSpan span);

// Ends with a full stop or its like, closing quotation marks and brackets apart.
bool ends_sentence(std::string_view text);
// Long, and ends a sentence.
bool is_prose(std::string_view text);
// Short, and no statement with a full stop.
bool is_headline_like(std::string_view text);
// One quotation from end to end, or marked as in a letter ("> ").
bool is_block_quote(std::string_view text);
// Cells apart by tabs or strokes.
bool is_table_row(std::string_view text);

// Length of a list's marker with the space behind it, 0 for none. `sure` when one alone is a list.
struct ListMarker {
  std::size_t length = 0;
  bool sure = false;
};
ListMarker list_marker(std::string_view text);

// "Foto: dpa", "© Getty Images", "Fot. PAP" at the start.
bool starts_credit(std::string_view text);
// The same behind a sentence or in brackets: "Kim bei einer Parade. (Foto: dpa)".
bool holds_credit(std::string_view text);

enum class Furniture : std::uint8_t {
  None,
  Line,     // a button, a hint of cookies, "Lesen Sie auch: ..."
  Heading,  // the heading of a list of teasers
};
Furniture furniture_of(std::string_view text);

// "Korrektur: In einer früheren Version ...", "This article has been retracted".
Notice::Kind notice_of(std::string_view text);

}  // namespace twosource
