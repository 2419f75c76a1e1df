// A state machine over the text with the open lists and objects on a stack of indices. Inside a
// string eight bytes are tested at a time for a quote, a backslash or a control character.
#include "core/document/json_tape.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;

// The high bit of each byte that is zero in `word` (bytes above a zero byte may be marked too, so
// only "none" and the lowest mark count).
std::uint64_t zero_bytes(std::uint64_t word) {
  return (word - kOnes) & ~word & kHighs;
}

// Offset of the next quote, backslash or control character from `at` on.
std::size_t next_special(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof(word));
    const std::uint64_t quotes = zero_bytes(word ^ (kOnes * '"'));
    const std::uint64_t slashes = zero_bytes(word ^ (kOnes * '\\'));
    const std::uint64_t controls = (word - kOnes * 0x20) & ~word & kHighs;
    if ((quotes | slashes | controls) != 0) break;
    at += 8;
  }
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '"' || c == '\\' || c < 0x20) return at;
    ++at;
  }
  return at;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The value of four hexadecimal digits at `at`, or -1.
int hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high(int unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(int unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

std::string quoted(char c) {
  if (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F)
    return std::string("'") + c + "'";
  return "a byte outside printable ASCII";
}

struct Escape {
  std::size_t length = 0;  // in the text, 0 when it is wrong
  char32_t value = 0;
  const char* fault = nullptr;
};

// The escape at `at`, where the backslash stands.
Escape read_escape(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {0, 0, "the text ends inside a string"};
  switch (text[at + 1]) {
    case '"':
      return {2, U'"', nullptr};
    case '\\':
      return {2, U'\\', nullptr};
    case '/':
      return {2, U'/', nullptr};
    case 'b':
      return {2, U'\b', nullptr};
    case 'f':
      return {2, U'\f', nullptr};
    case 'n':
      return {2, U'\n', nullptr};
    case 'r':
      return {2, U'\r', nullptr};
    case 't':
      return {2, U'\t', nullptr};
    case 'u':
      break;
    default:
      return {0, 0, "unknown escape in a string"};
  }
  const int unit = hex4(text, at + 2);
  if (unit < 0) return {0, 0, "\\u needs four hexadecimal digits"};
  if (is_low(unit)) return {0, 0, "a low surrogate without the high one before it"};
  if (!is_high(unit)) return {6, static_cast<char32_t>(unit), nullptr};
  const bool pair = text.substr(at + 6, 2) == "\\u";
  const int low = pair ? hex4(text, at + 8) : -1;
  if (!is_low(low)) return {0, 0, "a high surrogate without the low one behind it"};
  return {12,
          0x10000U + ((static_cast<char32_t>(unit) - 0xD800U) << 10U) +
              (static_cast<char32_t>(low) - 0xDC00U),
          nullptr};
}

// One pass over one value; the tape's vectors are its memory.
class Reader {
 public:
  Reader(std::string_view text, std::vector<JsonItem>& items, std::vector<std::uint32_t>& open)
      : text_(text), items_(items), open_(open) {}

  bool value_and_its_descendants() {
    skip_space();
    if (!value()) return false;
    while (!open_.empty()) {
      if (!member_or_end()) return false;
    }
    return true;
  }

  bool at_end() {
    skip_space();
    if (at_ == text_.size()) return true;
    return fail("something stands behind the end of the value");
  }

  std::size_t at() const { return at_; }
  JsonFault fault() && { return std::move(fault_); }

 private:
  bool fail(std::string message) {
    fault_ = {std::move(message), std::min(at_, text_.size())};
    return false;
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  bool unexpected(const char* wanted) {
    if (at_ >= text_.size())
      return fail(std::string("the text ends where ") + wanted + " should stand");
    return fail(std::string("expected ") + wanted + ", found " + quoted(text_[at_]));
  }

  // Inside the innermost list or object, whose last member (if any) has just been read.
  bool member_or_end() {
    JsonItem& container = items_[open_.back()];
    const bool is_object = container.kind == JsonItem::Kind::Object;
    const bool first = items_.size() == open_.back() + 1U;
    skip_space();
    if (at(is_object ? '}' : ']')) {
      ++at_;
      container.end = at_;
      container.after = static_cast<std::uint32_t>(items_.size());
      open_.pop_back();
      return true;
    }
    if (!first) {
      if (!at(',')) return unexpected(is_object ? "',' or '}'" : "',' or ']'");
      ++at_;
      skip_space();
    }
    if (!is_object) return value();
    if (!at('"')) return unexpected(first ? "a key or '}'" : "a key");
    if (!string(JsonItem::Kind::Key)) return false;
    skip_space();
    if (!at(':')) return unexpected("':' after a key");
    ++at_;
    skip_space();
    return value();
  }

  bool value() {
    if (at_ >= text_.size()) return unexpected("a value");
    switch (text_[at_]) {
      case '"':
        return string(JsonItem::Kind::String);
      case '{':
        return open(JsonItem::Kind::Object);
      case '[':
        return open(JsonItem::Kind::List);
      case 't':
        return word("true", JsonItem::Kind::Boolean);
      case 'f':
        return word("false", JsonItem::Kind::Boolean);
      case 'n':
        return word("null", JsonItem::Kind::Null);
      default:
        return number();
    }
  }

  bool open(JsonItem::Kind kind) {
    if (open_.size() >= JsonTape::kMaxDepth)
      return fail("nested deeper than " + std::to_string(JsonTape::kMaxDepth) + " levels");
    open_.push_back(static_cast<std::uint32_t>(items_.size()));
    push(kind, at_, at_);
    ++at_;
    return true;
  }

  void push(JsonItem::Kind kind, std::size_t begin, std::size_t end, bool escaped = false) {
    items_.push_back({kind, escaped, static_cast<std::uint32_t>(items_.size() + 1), begin, end});
  }

  bool word(std::string_view expected, JsonItem::Kind kind) {
    if (text_.substr(at_, expected.size()) != expected) return unexpected("a value");
    push(kind, at_, at_ + expected.size());
    at_ += expected.size();
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ > begin;
  }

  bool number() {
    const std::size_t begin = at_;
    if (at('-')) ++at_;
    const std::size_t whole = at_;
    if (!digits()) return unexpected("a value");
    if (text_[whole] == '0' && at_ > whole + 1) return fail("a number begins with 0");
    if (at('.')) {
      ++at_;
      if (!digits()) return unexpected("a digit");
    }
    if (at('e') || at('E')) {
      ++at_;
      if (at('+') || at('-')) ++at_;
      if (!digits()) return unexpected("a digit");
    }
    push(JsonItem::Kind::Number, begin, at_);
    return true;
  }

  bool string(JsonItem::Kind kind) {
    const std::size_t opening = at_;
    bool escaped = false;
    for (++at_;;) {
      at_ = next_special(text_, at_);
      if (at_ >= text_.size()) {
        at_ = opening;
        return fail("a string has no closing quote");
      }
      const char c = text_[at_];
      if (c == '"') break;
      if (c != '\\')
        return fail(std::string("a control character stands raw in a string") + name(c));
      const Escape escape = read_escape(text_, at_);
      if (escape.length == 0) return fail(escape.fault);
      escaped = true;
      at_ += escape.length;
    }
    push(kind, opening + 1, at_, escaped);
    ++at_;
    return true;
  }

  static std::string name(char c) {
    if (c == '\n') return " (a line break; write \\n)";
    if (c == '\t') return " (a tab; write \\t)";
    if (c == '\0') return " (a NUL byte)";
    return "";
  }

  std::string_view text_;
  std::vector<JsonItem>& items_;
  std::vector<std::uint32_t>& open_;
  std::size_t at_ = 0;
  JsonFault fault_;
};

std::optional<JsonFault> check_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  return JsonFault{"not UTF-8; save the file as UTF-8", first_invalid(text).value_or(0)};
}

}  // namespace

std::optional<JsonFault> JsonTape::read_prefix(std::string_view text, std::size_t& length) {
  text_ = text;
  items_.clear();
  open_.clear();
  Reader reader(text, items_, open_);
  if (!reader.value_and_its_descendants()) return std::move(reader).fault();
  length = reader.at();
  if (auto fault = check_utf8(text.substr(0, length))) return fault;
  return check_keys();
}

std::optional<JsonFault> JsonTape::read(std::string_view text) {
  text_ = text;
  items_.clear();
  open_.clear();
  if (auto fault = check_utf8(text)) return fault;
  Reader reader(text, items_, open_);
  if (!reader.value_and_its_descendants() || !reader.at_end()) return std::move(reader).fault();
  return check_keys();
}

std::optional<JsonFault> JsonTape::check_keys() const {
  std::vector<const JsonItem*> keys;
  for (std::size_t at = 0; at < items_.size(); ++at) {
    if (items_[at].kind != JsonItem::Kind::Object) continue;
    keys.clear();
    bool escaped = false;
    for (std::size_t member = at + 1; member < items_[at].after;
         member = items_[member + 1].after) {
      keys.push_back(&items_[member]);
      escaped = escaped || items_[member].escaped;
    }
    const auto by_name = [&](const JsonItem* a, const JsonItem* b) {
      if (escaped) return string(*a) < string(*b);
      // By length first: most keys differ in it.
      if (a->end - a->begin != b->end - b->begin) return a->end - a->begin < b->end - b->begin;
      return raw(*a) < raw(*b);
    };
    std::sort(keys.begin(), keys.end(), by_name);
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (!by_name(keys[i - 1], keys[i]))
        return JsonFault{"the key \"" + string(*keys[i]) + "\" stands twice in one object",
                         std::max(keys[i - 1]->begin, keys[i]->begin)};
    }
  }
  return std::nullopt;
}

const JsonItem* JsonTape::member(std::size_t object, std::string_view key) const {
  if (items_[object].kind != JsonItem::Kind::Object) return nullptr;
  for (std::size_t at = object + 1; at < items_[object].after; at = items_[at + 1].after) {
    const JsonItem& name = items_[at];
    if (name.escaped ? string(name) == key : raw(name) == key) return &items_[at + 1];
  }
  return nullptr;
}

std::string JsonTape::string(const JsonItem& item) const {
  if (!item.escaped) return std::string(raw(item));
  FieldBuilder out;
  unescape(item, 0, out);
  return std::move(out.text);
}

void JsonTape::unescape(const JsonItem& item, std::uint64_t text_offset, FieldBuilder& out) const {
  const std::string_view body = raw(item);
  if (!item.escaped) {
    out.copy(body, text_offset + item.begin);
    return;
  }
  out.text.reserve(out.text.size() + body.size());
  std::string plain;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t slash = std::min(body.find('\\', at), body.size());
    if (slash > at) out.copy(body.substr(at, slash - at), text_offset + item.begin + at);
    if (slash == body.size()) break;
    const Escape escape = read_escape(body, slash);
    plain.clear();
    append_utf8(plain, escape.value);
    out.atom(plain, text_offset + item.begin + slash, static_cast<std::uint32_t>(escape.length));
    at = slash + std::max<std::size_t>(escape.length, 1);
  }
}

}  // namespace twosource
