#include "reports/escape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/text/utf8.h"

namespace twosource {

bool is_unsafe(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x7F && c < 0xA0) return true;
  if (c < 0x200E) return c == 0x061C;           // Arabic letter mark
  if (c <= 0x200F) return true;                 // direction marks
  if (c >= 0x2028 && c <= 0x202E) return true;  // separators, embeddings, overrides
  if (c >= 0x2066 && c <= 0x206F) return true;  // isolates, deprecated format characters
  if (c >= 0xFFF9 && c <= 0xFFFB) return true;  // interlinear annotation
  return c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    if (c.value == ' ' || c.value == '\t' || c.value == '\n' || c.value == '\r') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, is_unsafe(c.value) ? U'\uFFFD' : c.value);
  }
  return out;
}

std::string terminal_text(std::string_view text) {
  constexpr std::string_view kWordJoiner = "\u2060";  // invisible
  std::string out = one_line(text);
  for (const std::string_view command : {std::string_view("::"), std::string_view("##[")}) {
    for (std::size_t at = out.find(command); at != std::string::npos; at = out.find(command, at)) {
      out.insert(at + 1, kWordJoiner);
      at += 1 + kWordJoiner.size();
    }
  }
  return out;
}

namespace {

// Characters that start or shape markup anywhere in a line.
constexpr std::string_view kMarkdown = "\\`*_[]<>#|~$&@";

void append_markdown(std::string& out, char c) {
  switch (c) {
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '&':
      out += "&amp;";
      break;
    case '@':
      out += "&#64;&#8203;";
      break;  // no mention of a user, no address; both are sought after entities were read
    case '#':
      out += "&#35;&#8203;";
      break;  // no heading, no reference to an issue
    case '|':
      out += "&#124;";
      break;  // a backslash does not help inside tables everywhere
    default:
      out += '\\', out += c;
  }
}

// A list marker, a rule or a setext underline is markup only at the start of a line.
bool starts_block(const std::string& line) {
  if (line.empty()) return false;
  if (line[0] == '-' || line[0] == '+' || line[0] == '=') return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos || (line[digits] != '.' && line[digits] != ')')) {
    return false;
  }
  return digits + 1 == line.size() || line[digits + 1] == ' ';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  out.reserve(line.size() + line.size() / 8);
  const std::size_t marker =
      starts_block(line) ? line.find_first_not_of("0123456789") : std::string::npos;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (i == marker && kMarkdown.find(c) == std::string_view::npos) {
      out += '\\', out += c;
    } else if (c == ':' && (line.compare(i, 3, "://") == 0 || line.compare(i, 2, "::") == 0)) {
      out += "&#58;";  // no link made from a bare address, no command to a CI runner
    } else if (c == '.' && i >= 3 && line.compare(i - 3, 3, "www") == 0) {
      out += "&#46;";
    } else if (kMarkdown.find(c) != std::string_view::npos) {
      append_markdown(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

void append_html(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    switch (c.value) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case 0x200E:
      case 0x200F:
      case 0x061C:
      case 0xFEFF:
        break;  // direction marks, byte order mark: invisible
      default:
        append_utf8(out, is_unsafe(c.value) ? U'\uFFFD' : c.value);
    }
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html(out, text);
  return out;
}

std::string safe_url(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && c != '<' && c != '>' && c != '\\' && c != '"';
  });
  return plain ? std::string(url) : std::string();
}

std::string lang_attribute(std::string_view tag) {
  constexpr std::size_t kLongest = 35;  // BCP 47 asks that this much be stored
  const bool plain = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return plain && tag.size() >= 2 && tag.size() <= kLongest && tag != "und" ? std::string(tag)
                                                                            : std::string();
}

std::string decimal_text(double value, int decimals) {
  if (!std::isfinite(value)) return "0";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, decimals);
  if (end.ec != std::errc()) return "0";
  std::string out(buffer.data(), end.ptr);
  if (out.find('.') != std::string::npos) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
  }
  return out == "-0" ? "0" : out;
}

}  // namespace twosource
