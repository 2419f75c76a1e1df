// A sweep over the places where a mark begins or ends: between two of them the marks that cover the
// text are the same, and one link holds the stretch.
#include "reports/html/marked_text.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "reports/escape.h"

namespace twosource {
namespace {

// Marks of one field in order of their begin, handed out piece by piece.
class Sweep {
 public:
  Sweep(std::string_view text, Field field, const std::vector<TextMark>& marks) : text_(text) {
    for (const TextMark& mark : marks) {
      if (mark.field == field && mark.span.begin < mark.span.end && mark.span.end <= text.size()) {
        marks_.push_back(&mark);
      }
    }
    std::stable_sort(marks_.begin(), marks_.end(), [](const TextMark* a, const TextMark* b) {
      return a->span.begin < b->span.begin;
    });
  }

  // REQUIRES: parts come in the order of the text.
  void append(std::string& out, ByteSpan part) {
    std::uint32_t at = part.begin;
    while (at < part.end) {
      update(at);
      const std::uint32_t end = next_change(at, part.end);
      append_piece(out, {at, end});
      at = end;
    }
  }

 private:
  void update(std::uint32_t at) {
    while (next_ < marks_.size() && marks_[next_]->span.begin <= at) {
      active_.push_back(marks_[next_++]);
    }
    std::erase_if(active_, [&](const TextMark* mark) { return mark->span.end <= at; });
  }

  std::uint32_t next_change(std::uint32_t at, std::uint32_t end) const {
    for (const TextMark* mark : active_) end = std::min(end, mark->span.end);
    if (next_ < marks_.size()) end = std::min(end, marks_[next_]->span.begin);
    return std::max(end, at + 1);
  }

  void append_piece(std::string& out, ByteSpan piece) const {
    const std::string_view words = slice(text_, piece);
    if (active_.empty()) {
      append_html(out, words);
      return;
    }
    const TextMark* const top =
        *std::min_element(active_.begin(), active_.end(), [](const TextMark* a, const TextMark* b) {
          return std::make_tuple(-a->weight, a->span.size()) <
                 std::make_tuple(-b->weight, b->span.size());
        });
    out += "<a class=\"claim " + top->verdict + "\" href=\"#" + html_text(top->finding) +
           "\" data-findings=\"" + html_text(top->finding);
    for (const TextMark* mark : active_) {
      if (mark != top) out += " " + html_text(mark->finding);
    }
    out += "\">";
    append_html(out, words);
    out += "<span class=\"vh\" lang=\"en\"> (" + top->verdict + ")</span></a>";
  }

  std::string_view text_;
  std::vector<const TextMark*> marks_;
  std::vector<const TextMark*> active_;
  std::size_t next_ = 0;
};

std::string_view class_of(Zone zone) {
  return zone == Zone::Body ? std::string_view() : name_of(zone);
}

// The lines of the text that hold something, with the zone of each.
struct Block {
  ByteSpan span;
  Zone zone = Zone::Body;
};

std::vector<Block> blocks_of(const Document& document) {
  std::vector<Block> out;
  const std::string_view text = document.text;
  auto zone = document.zones.begin();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t first = text.find_first_not_of(" \t\r", at);
    if (first < end) {
      while (zone != document.zones.end() && zone->span.end <= first) ++zone;
      const bool inside = zone != document.zones.end() && zone->span.begin <= first;
      out.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                     inside ? zone->zone : Zone::Body});
    }
    at = end + 1;
  }
  return out;
}

void append_block(std::string& out, Sweep& sweep, const Block& block) {
  const std::string_view name = class_of(block.zone);
  out += name.empty() ? "<p>" : "<p class=\"" + std::string(name) + "\">";
  sweep.append(out, block.span);
  out += "</p>\n";
}

}  // namespace

std::string marked_article(const Document& document, std::vector<TextMark> marks) {
  std::string out;
  if (!document.title_in_text && !document.info.title.empty()) {
    Sweep title(document.info.title, Field::Title, marks);
    const auto size = static_cast<std::uint32_t>(document.info.title.size());
    append_block(out, title, {{0, size}, Zone::Headline});
  }
  Sweep text(document.text, Field::Text, marks);
  for (const Block& block : blocks_of(document)) append_block(out, text, block);
  return out;
}

}  // namespace twosource
