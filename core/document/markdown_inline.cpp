// One pass marks bytes that are not text (`drop`); emphasis marks are dropped in pairs only, so
// that "5 * 3" and snake_case stay. A second pass writes what is left. CommonMark's finer rules
// (which of three stars belong together) do not matter for plain text.
#include "core/document/markdown_inline.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/document/draft.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::size_t kLongestTarget = 4096;  // bytes of a link's target with its title

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Inline {
 public:
  Inline(const FieldBuilder& raw, const std::set<std::string>& references)
      : raw_(raw), text_(raw.text), references_(references), drop_(raw.text.size(), false) {}

  void write(FieldBuilder& out) {
    mark();
    bool space = false;
    std::size_t space_begin = 0;
    const std::uint32_t start = out.size();
    for (std::size_t at = 0; at < text_.size();) {
      if (drop_[at]) {
        ++at;
        continue;
      }
      if (is_space(text_[at])) {
        if (!space) space_begin = at;
        space = true;
        ++at;
        continue;
      }
      if (space && out.size() > start) write_space(space_begin, at, out);
      space = false;
      const Entity entity =
          text_[at] == '&' && !literal(at) ? read_entity(text_.substr(at)) : Entity{};
      if (entity.length > 0) {
        const std::uint64_t source = source_of(at);
        out.atom(entity.text, source,
                 static_cast<std::uint32_t>(source_of(at + entity.length) - source));
        at += entity.length;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text_.size() && !drop_[end] && !is_space(text_[end]) && text_[end] != '&') ++end;
      out.transfer(raw_, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    }
  }

 private:
  struct Bracket {
    std::size_t at;
    bool image;
  };
  struct Delimiter {
    std::size_t at;
    std::size_t length;
  };

  std::uint64_t source_of(std::size_t at) const {
    return raw_.map.source_byte(static_cast<std::uint32_t>(at));
  }

  bool literal(std::size_t at) const { return at > 0 && drop_[at - 1] && text_[at - 1] == '\\'; }

  void write_space(std::size_t begin, std::size_t end, FieldBuilder& out) const {
    const std::uint64_t source = source_of(begin);
    out.atom(" ", source, static_cast<std::uint32_t>(source_of(end) - source));
  }

  void drop(std::size_t begin, std::size_t end) {
    std::fill(drop_.begin() + static_cast<std::ptrdiff_t>(begin),
              drop_.begin() + static_cast<std::ptrdiff_t>(std::min(end, drop_.size())), true);
  }

  void mark() {
    for (std::size_t at = 0; at < text_.size();) {
      switch (text_[at]) {
        case '\\':
          at = backslash(at);
          break;
        case '`':
          at = code(at);
          break;
        case '!':
          if (at + 1 < text_.size() && text_[at + 1] == '[') {
            brackets_.push_back({at, true});
            ++at;
          }
          ++at;
          break;
        case '[':
          brackets_.push_back({at, false});
          ++at;
          break;
        case ']':
          at = close_bracket(at);
          break;
        case '<':
          at = angle(at);
          break;
        case '*':
        case '_':
        case '~':
          at = delimiter(at);
          break;
        default:
          ++at;
      }
    }
  }

  std::size_t backslash(std::size_t at) {
    if (at + 1 < text_.size() && is_punctuation(text_[at + 1])) {
      drop_[at] = true;
      return at + 2;
    }
    return at + 1;
  }

  std::size_t run_length(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == text_[at]) ++end;
    return end - at;
  }

  // A code span keeps its words and loses its backticks.
  std::size_t code(std::size_t at) {
    const std::size_t length = run_length(at);
    if (length >= no_closer_.size() || no_closer_[length]) return at + length;
    for (std::size_t close = text_.find('`', at + length); close != std::string_view::npos;
         close = text_.find('`', close)) {
      const std::size_t closing = run_length(close);
      if (closing == length) {
        drop(at, at + length);
        drop(close, close + length);
        return close + length;
      }
      close += closing;
    }
    no_closer_[length] = true;
    return at + length;
  }

  // The offset behind the target "(...)" at `at`, or npos.
  std::size_t target_end(std::size_t at) const {
    int depth = 0;
    const std::size_t limit = std::min(text_.size(), at + kLongestTarget);
    for (std::size_t i = at; i < limit; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '(') {
        ++depth;
      } else if (text_[i] == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return std::string_view::npos;
  }

  std::size_t close_bracket(std::size_t at) {
    if (brackets_.empty()) return at + 1;
    const Bracket open = brackets_.back();
    brackets_.pop_back();
    const std::size_t content = open.at + (open.image ? 2 : 1);
    std::size_t end = std::string_view::npos;
    const char next = at + 1 < text_.size() ? text_[at + 1] : '\0';
    if (next == '(') end = target_end(at + 1);
    if (next == '[') {
      const std::size_t close = text_.substr(0, at + 256).find(']', at + 2);
      if (close != std::string_view::npos) end = close + 1;
    }
    if (end == std::string_view::npos) {
      const std::string_view label = text_.substr(content, at - content);
      if (!open.image && label.size() > 1 && label[0] == '^') {  // a footnote's mark
        drop(open.at, at + 1);
        return at + 1;
      }
      if (references_.count(ascii_lower(label)) == 0) return at + 1;
      end = at + 1;
    }
    if (open.image) {
      drop(open.at, end);
    } else {
      drop(open.at, content);
      drop(at, end);
    }
    return end;
  }

  std::size_t angle(std::size_t at) {
    const std::size_t close = text_.substr(0, at + kLongestTarget).find('>', at);
    if (close == std::string_view::npos || at + 1 >= text_.size()) return at + 1;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    if (inside.find("://") != std::string_view::npos &&
        inside.find(' ') == std::string_view::npos) {
      drop_[at] = drop_[close] = true;
      return close + 1;
    }
    const bool tag =
        !inside.empty() &&
        (is_letter(inside[0]) || (inside[0] == '/' && inside.size() > 1 && is_letter(inside[1])));
    if (!tag) return at + 1;
    drop(at, close + 1);
    return close + 1;
  }

  std::size_t delimiter(std::size_t at) {
    const char mark = text_[at];
    const std::size_t length = run_length(at);
    const std::size_t end = at + length;
    if (mark == '~' && length != 2) return end;
    const char before = at > 0 ? text_[at - 1] : ' ';
    const char after = end < text_.size() ? text_[end] : ' ';
    bool opens = !is_space(after);
    bool closes = !is_space(before);
    if (mark == '_') {
      const auto in_word = [](char c) { return !is_space(c) && !is_punctuation(c); };
      opens = opens && !in_word(before);
      closes = closes && !in_word(after);
    }
    std::vector<Delimiter>& open = open_[mark == '*' ? 0 : (mark == '_' ? 1 : 2)];
    std::size_t left = length;
    while (closes && left > 0 && !open.empty()) {
      Delimiter& opener = open.back();
      const std::size_t both = std::min(opener.length, left);
      drop(opener.at + opener.length - both, opener.at + opener.length);
      drop(end - left, end - left + both);
      opener.length -= both;
      left -= both;
      if (opener.length == 0) open.pop_back();
    }
    if (opens && left > 0) open.push_back({end - left, left});
    return end;
  }

  const FieldBuilder& raw_;
  std::string_view text_;
  const std::set<std::string>& references_;
  std::vector<bool> drop_;
  std::vector<Bracket> brackets_;
  std::array<std::vector<Delimiter>, 3> open_;
  std::array<bool, 16> no_closer_{};
};

char32_t numeric_entity(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    char32_t digit = 99;
    if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A' + 10);
    if (digit >= (hex ? 16U : 10U)) return 0;
    value = value * (hex ? 16 : 10) + digit;
  }
  const bool bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  return bad ? 0xFFFD : value;
}

}  // namespace

void write_markdown_inline(const FieldBuilder& raw, const std::set<std::string>& references,
                           FieldBuilder& out) {
  Inline(raw, references).write(out);
}

Entity read_entity(std::string_view text) {
  constexpr std::size_t kLongestName = 34;
  const std::size_t end = text.substr(0, kLongestName).find(';');
  if (end == std::string_view::npos || end < 2 || text[0] != '&') return {};
  const std::string_view name = text.substr(1, end - 1);
  char32_t value = 0;
  if (name[0] == '#') {
    value = numeric_entity(name.substr(1));
  } else if (name == "apos") {
    value = U'\'';
  } else {
    const std::string terminated(name);
    const htmlEntityDesc* known =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    if (known != nullptr) value = known->value;
  }
  if (value == 0) return {};
  Entity out;
  append_utf8(out.text, value);
  out.length = static_cast<std::uint32_t>(end + 1);
  return out;
}

}  // namespace twosource
