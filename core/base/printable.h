// Makes any bytes safe to print on a terminal or into a log line.
#pragma once

#include <string>
#include <string_view>

namespace twosource {

// A copy of `text` in which control characters (C0, C1, DEL), bidirectional controls and bytes that
// are not UTF-8 are written as \xNN or \u{NNNN}. Line breaks and tabs become a space. Everything
// else stays as it is.
std::string printable(std::string_view text);

}  // namespace twosource
