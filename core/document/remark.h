// Remarks: comments in an article that speak to twosource.
//
//   <!-- twosource-ignore quantity-disjoint: the ministry corrected itself, see the note below -->
//
// A remark on a line of its own holds for the paragraph behind it; one behind text for the line it
// stands on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twosource {

struct Remark {
  std::vector<std::string> rules;  // "quantity-disjoint", or "all"
  std::string reason;
  std::uint32_t begin_line = 0;  // of the file, from 1: the lines that it holds for
  std::uint32_t end_line = 0;    // inclusive
  std::uint32_t line = 0;        // where the remark itself stands
};

struct Remarks {
  std::vector<Remark> found;
  std::vector<std::string> notes;  // what looks like a remark and cannot be read, with its line
};

// The remarks in a text whose first line has the number `first_line`. Linear in its length.
Remarks find_remarks(std::string_view text, std::uint32_t first_line);

}  // namespace twosource
