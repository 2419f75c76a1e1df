// How wide a text stands on a terminal, and cutting it to a width.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twosource {

// Columns on a terminal (Unicode Standard Annex #11, revision 40): 2 for wide and fullwidth
// characters and emoji, 0 for combining marks and format characters, 1 for the rest.
std::uint32_t display_width(std::string_view text);

// The longest beginning of `text` that is at most `columns` wide, never cutting a code point from
// its marks; with an ellipsis in place of what was cut off.
std::string cut_to_width(std::string_view text, std::uint32_t columns);

}  // namespace twosource
