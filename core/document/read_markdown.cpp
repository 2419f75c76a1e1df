// Blocks after CommonMark, as far as they decide what is prose: headings, paragraphs, lists, block
// quotes, tables; code and definitions of links are left out. Lines are read once, in order.
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "core/document/front_matter.h"
#include "core/document/markdown_inline.h"
#include "core/document/readers.h"

namespace twosource {
namespace {

struct Line {
  std::size_t begin = 0;  // offsets in the text, without indentation and line break
  std::size_t end = 0;
  std::size_t indent = 0;
  bool blank() const { return begin == end; }
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// Comments become spaces, byte by byte; line breaks stay.
std::string without_comments(std::string_view text) {
  std::string out(text);
  for (std::size_t open = out.find("<!--"); open != std::string::npos;
       open = out.find("<!--", open)) {
    const std::size_t close = out.find("-->", open + 4);
    if (close == std::string::npos) break;
    for (std::size_t at = open; at < close + 3; ++at) {
      if (out[at] != '\n') out[at] = ' ';
    }
    open = close + 3;
  }
  return out;
}

std::vector<Line> lines_of(std::string_view text, std::size_t from) {
  std::vector<Line> lines;
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line{at, end, 0};
    while (line.begin < line.end && is_blank(text[line.begin])) {
      line.indent += text[line.begin] == '\t' ? 4 : 1;
      ++line.begin;
    }
    while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

class Blocks {
 public:
  Blocks(const SourceText& source, std::size_t body, Draft& draft)
      : text_(without_comments(source.text)),
        offset_(source.offset),
        draft_(draft),
        lines_(lines_of(text_, body)) {
    find_references();
  }

  void read() {
    while (at_ < lines_.size()) block();
    flush();
    draft_.structured = true;
  }

 private:
  std::string_view of(const Line& line) const {
    return std::string_view(text_).substr(line.begin, line.end - line.begin);
  }

  // "[label]: target": the label in lower case.
  static std::optional<std::string> reference_label(std::string_view line) {
    if (line.size() < 4 || line[0] != '[' || line[1] == '^') return std::nullopt;
    const std::size_t close = line.find("]:");
    if (close == std::string_view::npos || close < 2 || close > 200) return std::nullopt;
    return ascii_lower(line.substr(1, close - 1));
  }

  void find_references() {
    for (const Line& line : lines_) {
      if (auto label = reference_label(of(line))) references_.insert(std::move(*label));
    }
  }

  static bool is_fence(std::string_view line) {
    return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
  }

  static bool is_rule(std::string_view line) {
    if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_')) return false;
    return std::all_of(line.begin(), line.end(), [&](char c) { return c == line[0] || c == ' '; });
  }

  static std::size_t heading_level(std::string_view line) {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    const bool fits = level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ');
    return fits ? level : 0;
  }

  // Length of the marker of a list item with the space behind it; 0 for none.
  static std::size_t item_marker(std::string_view line) {
    if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
      return 2;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 9 && line[digits] >= '0' && line[digits] <= '9')
      ++digits;
    const bool fits = digits > 0 && digits + 1 < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return fits ? digits + 2 : 0;
  }

  bool is_delimiter_row(std::size_t index) const {
    if (index >= lines_.size()) return false;
    const std::string_view line = of(lines_[index]);
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
  }

  // One line, or the lines of one code block or table.
  void block() {
    const Line line = lines_[at_];
    const std::string_view text = of(line);
    if (line.blank()) {
      flush();
      after_blank_ = true;
      ++at_;
      return;
    }
    const bool fresh = pending_.empty();
    if (is_fence(text)) return skip_fence(text.substr(0, 3));
    if (line.indent >= 4 && fresh && after_blank_ && !in_list_) {  // code by indentation
      ++at_;
      return;
    }
    if (line.indent == 0 && !text.empty() && text[0] != '-' && item_marker(text) == 0)
      in_list_ = in_list_ && !after_blank_;
    after_blank_ = false;
    if (heading_level(text) > 0) return heading(line, heading_level(text));
    if (!fresh && zone_ == Zone::Body && is_setext(text)) {
      zone_ = Zone::Headline;
      flush();
      ++at_;
      return;
    }
    if (is_rule(text)) {
      flush();
      ++at_;
      return;
    }
    if (reference_label(text) && fresh) {
      ++at_;
      return;
    }
    if (text[0] == '>') return quote(line);
    if (fresh && text.find('|') != std::string_view::npos && is_delimiter_row(at_ + 1))
      return table();
    if (const std::size_t marker = item_marker(text)) return item(line, marker);
    if (zone_ == Zone::Quote && quote_depth_ && fresh) zone_ = Zone::Body;
    pending_.push_back({line.begin, line.end, line.indent});
    ++at_;
  }

  bool is_setext(std::string_view line) const {
    return line.find_first_not_of('=') == std::string_view::npos ||
           (line.size() >= 2 && line.find_first_not_of('-') == std::string_view::npos);
  }

  void skip_fence(std::string_view fence) {
    flush();
    for (++at_; at_ < lines_.size(); ++at_) {
      if (of(lines_[at_]).substr(0, 3) == fence) {
        ++at_;
        return;
      }
    }
  }

  void heading(const Line& line, std::size_t level) {
    flush();
    std::string_view text = of(line).substr(level);
    while (!text.empty() && (text.back() == '#' || text.back() == ' ')) text.remove_suffix(1);
    zone_ = Zone::Headline;
    pending_.push_back({line.begin + level, line.begin + level + text.size(), 0});
    flush();
    ++at_;
  }

  void quote(const Line& line) {
    std::size_t begin = line.begin;
    while (begin < line.end && (text_[begin] == '>' || text_[begin] == ' ')) ++begin;
    if (zone_ != Zone::Quote) flush();
    zone_ = Zone::Quote;
    quote_depth_ = true;
    if (begin == line.end) {
      flush();
      zone_ = Zone::Quote;
    } else {
      if (item_marker(std::string_view(text_).substr(begin, line.end - begin)) > 0) {
        flush();
        zone_ = Zone::Quote;
      }
      pending_.push_back({begin, line.end, 0});
    }
    ++at_;
  }

  void item(const Line& line, std::size_t marker) {
    flush();
    zone_ = Zone::List;
    in_list_ = true;
    std::size_t begin = line.begin + marker;
    // A task's box.
    const std::string_view rest = std::string_view(text_).substr(begin, line.end - begin);
    if (rest.substr(0, 4) == "[ ] " || rest.substr(0, 4) == "[x] ") begin += 4;
    pending_.push_back({begin, line.end, 0});
    ++at_;
  }

  void table() {
    for (std::size_t row = 0; at_ < lines_.size() && !lines_[at_].blank() &&
                              of(lines_[at_]).find('|') != std::string_view::npos;
         ++at_, ++row) {
      if (row != 1) write_row(lines_[at_]);
    }
    last_zone_ = Zone::Table;
  }

  void write_row(const Line& line) {
    separate(Zone::Table, line.begin);
    const std::uint32_t begin = draft_.text.size();
    std::size_t at = line.begin;
    bool first = true;
    while (at < line.end) {
      if (text_[at] == '|') ++at;
      std::size_t end = at;
      while (end < line.end && text_[end] != '|') end += text_[end] == '\\' ? 2U : 1U;
      end = std::min(end, line.end);
      FieldBuilder raw;
      raw.copy(std::string_view(text_).substr(at, end - at), offset_ + at);
      if (!first && end > at) draft_.text.atom(" | ", offset_ + at - 1, 1);
      write_markdown_inline(raw, references_, draft_.text);
      first = false;
      at = end;
      if (at + 1 >= line.end) break;
    }
    add_zone(begin, Zone::Table);
  }

  // A paragraph that is nothing but an image gives its description as a caption.
  bool write_image() {
    if (pending_.size() != 1) return false;
    const Line& line = pending_.front();
    const std::string_view text = of(line);
    if (text.substr(0, 2) != "![" || text.back() != ')') return false;
    const std::size_t close = text.find("](");
    if (close == std::string_view::npos) return false;
    FieldBuilder raw;
    raw.copy(text.substr(2, close - 2), offset_ + line.begin + 2);
    // Behind the target the caption may stand as the title of the image.
    if (trim_space(raw.text).empty()) {
      const std::size_t quote = text.find('"', close);
      const std::size_t end = text.rfind('"');
      if (quote == std::string_view::npos || end <= quote) return true;
      raw = {};
      raw.copy(text.substr(quote + 1, end - quote - 1), offset_ + line.begin + quote + 1);
    }
    write(raw, Zone::Caption, line.begin);
    return true;
  }

  void flush() {
    if (pending_.empty()) {
      if (!quote_depth_ || after_blank_) zone_ = Zone::Body;
      quote_depth_ = false;
      return;
    }
    if (!write_image()) {
      FieldBuilder raw;
      for (std::size_t i = 0; i < pending_.size(); ++i) {
        const Line& line = pending_[i];
        if (i > 0) {
          const std::size_t before = pending_[i - 1].end;
          raw.atom(" ", offset_ + before, static_cast<std::uint32_t>(line.begin - before));
        }
        raw.copy(of(line), offset_ + line.begin);
      }
      write(raw, zone_, pending_.front().begin);
    }
    pending_.clear();
    zone_ = Zone::Body;
    quote_depth_ = false;
  }

  void write(const FieldBuilder& raw, Zone zone, std::size_t source) {
    FieldBuilder block;
    write_markdown_inline(raw, references_, block);
    if (block.text.empty()) return;
    separate(zone, source);
    const std::uint32_t begin = draft_.text.size();
    draft_.text.transfer(block, {0, block.size()});
    add_zone(begin, zone);
  }

  // A blank line between blocks, a line break between items of a list and rows of a table.
  void separate(Zone zone, std::size_t source) {
    const bool same = zone == last_zone_ && (zone == Zone::List || zone == Zone::Table);
    if (draft_.text.size() > 0) draft_.text.atom(same ? "\n" : "\n\n", offset_ + source, 0);
    last_zone_ = zone;
  }

  void add_zone(std::uint32_t begin, Zone zone) {
    if (zone != Zone::Body && draft_.text.size() > begin)
      draft_.known.push_back({{begin, draft_.text.size()}, zone});
  }

  std::string text_;
  std::uint64_t offset_;
  Draft& draft_;
  std::vector<Line> lines_;
  std::set<std::string> references_;
  std::size_t at_ = 0;
  std::vector<Line> pending_;  // lines of the open block
  Zone zone_ = Zone::Body;     // of the open block
  Zone last_zone_ = Zone::Body;
  bool quote_depth_ = false;
  bool after_blank_ = true;
  bool in_list_ = false;
};

}  // namespace

Result<Draft> read_markdown(const SourceText& source) {
  Draft draft;
  const Result<std::size_t> body = read_front_matter(source, draft);
  if (!body) return body.error();
  Blocks(source, *body, draft).read();
  return draft;
}

}  // namespace twosource
