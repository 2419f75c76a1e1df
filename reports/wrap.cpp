#include "reports/wrap.h"

#include "core/text/utf8.h"
#include "core/text/width.h"

namespace twosource {
namespace {

// A piece that is not broken: a run of narrow characters, or one wide character with its marks.
struct Piece {
  std::string_view text;
  std::size_t columns = 0;
  bool space_before = false;
  bool line_before = false;
};

// The piece at `at`, which moves behind it. Nothing is left when its text is empty.
Piece next_piece(std::string_view text, std::size_t& at) {
  Piece piece;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) {
    piece.space_before = true;
    piece.line_before |= text[at] == '\n';
    ++at;
  }
  const std::size_t begin = at;
  std::size_t last = 0;  // columns of the last character that is no mark
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') {
    const std::size_t length = decode(text, at).length;
    const std::size_t wide = display_width(text.substr(at, length));
    if (at > begin && wide != 0 && (wide == 2 || last == 2)) break;
    if (wide != 0) last = wide;
    piece.columns += wide;
    at += length;
  }
  piece.text = text.substr(begin, at - begin);
  return piece;
}

}  // namespace

void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width) {
  const auto break_line = [&] {
    out += '\n';
    out.append(indent, ' ');
    column = indent;
  };
  bool line_empty = true;
  std::size_t at = 0;
  while (true) {
    Piece piece = next_piece(text, at);
    if (piece.text.empty()) break;
    const std::size_t gap = piece.space_before && !line_empty ? 1 : 0;
    if (piece.line_before && !line_empty) {
      break_line();
      line_empty = true;
    } else if (!line_empty && column + gap + piece.columns > width) {
      break_line();
      line_empty = true;
    } else if (gap != 0) {
      out += ' ';
      ++column;
    }
    // Wider than a whole line: character by character.
    for (std::size_t i = 0; i < piece.text.size();) {
      const std::size_t length = decode(piece.text, i).length;
      const std::size_t wide = display_width(piece.text.substr(i, length));
      if (column + wide > width && column > indent) break_line();
      out += piece.text.substr(i, length);
      column += wide;
      i += length;
    }
    line_empty = false;
  }
  out += '\n';
}

}  // namespace twosource
