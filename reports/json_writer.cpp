#include "reports/json_writer.h"

#include <array>
#include <charconv>

#include "core/text/utf8.h"
#include "reports/escape.h"

namespace twosource {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_u16(std::string& out, std::uint32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(unit >> shift) & 15U];
}

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      append_u16(out, static_cast<unsigned char>(c));
  }
}

bool is_plain_ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && is_plain_ascii(text[end])) ++end;
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      append_ascii(out, text[at]);
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (is_unsafe(c.value)) {
      if (c.value > 0xFFFF) {
        append_u16(out, 0xD800U + ((c.value - 0x10000U) >> 10U));
        append_u16(out, 0xDC00U + ((c.value - 0x10000U) & 0x3FFU));
      } else {
        append_u16(out, c.value);
      }
    } else {
      append_utf8(out, c.value);
    }
    at += c.length;
  }
  out += '"';
}

void JsonWriter::break_line() {
  if (indent_ == kCompact) return;
  out_ += '\n';
  out_.append(has_members_.size() * indent_, ' ');
}

void JsonWriter::lead() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) return;
  if (has_members_.back()) out_ += ',';
  has_members_.back() = true;
  break_line();
}

void JsonWriter::open(char bracket) {
  lead();
  out_ += bracket;
  has_members_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool had = has_members_.back();
  has_members_.pop_back();
  if (had) break_line();
  out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  lead();
  append_json_string(out_, name);
  out_ += indent_ == kCompact ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  lead();
  append_json_string(out_, value);
}

void JsonWriter::integer(std::uint64_t value) {
  lead();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), end.ptr);
}

void JsonWriter::real(double value) {
  lead();
  out_ += decimal_text(value, 4);
}

void JsonWriter::boolean(bool value) {
  lead();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  lead();
  out_ += "null";
}

}  // namespace twosource
