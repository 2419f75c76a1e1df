// Breaks text into lines of a width in columns. Wide characters count two; text without spaces
// (Chinese, Japanese) may break between any two of them; a word that is wider than the line is cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace twosource {

// Appends `text` and a line break to `out`. The first line starts at `column`, where the cursor
// stands already; the others are indented by `indent` spaces. A line break in `text` is kept.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width);

}  // namespace twosource
