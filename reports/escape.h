// Makes article text inert in each format. Everything that a renderer did not write itself goes
// through here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twosource {

// Control characters (C0 other than white space, DEL, C1), bidirectional controls, line and
// paragraph separators, interlinear and tag characters: what can drive a terminal or reorder a
// line.
bool is_unsafe(char32_t c);

// One line of plain text: unsafe characters and bytes that are not UTF-8 become U+FFFD; runs of
// white space one space.
std::string one_line(std::string_view text);

// one_line in which no line can be read as a command by a CI runner that watches the output
// ("::error", "##[error]").
std::string terminal_text(std::string_view text);

// one_line with every character that Markdown (GitHub's too) or HTML could read as markup written
// as an entity or behind a backslash; autolinks and @mentions are broken by an entity. Fit for a
// line of its own, for list items and for table cells.
std::string markdown_text(std::string_view text);

// Text for an HTML or XML element or a quoted attribute: markup is written as entities, unsafe
// characters and bytes that are not UTF-8 become U+FFFD, line breaks stay. The invisible direction
// marks of right-to-left text are left out; the page isolates directions by itself.
std::string html_text(std::string_view text);
// The same, appended.
void append_html(std::string& out, std::string_view text);

// A web address that may become a link: http or https, printable ASCII without quotes, brackets
// and backslashes. Empty when it is not one.
std::string safe_url(std::string_view url);

// A BCP 47 tag fit for a lang attribute; empty ("language unknown") for "und" and for anything that
// is not one.
std::string lang_attribute(std::string_view tag);

// `value` with at most `decimals` decimals, without trailing zeros: "0.93", "1". Not a number gives
// "0".
std::string decimal_text(double value, int decimals);

}  // namespace twosource
