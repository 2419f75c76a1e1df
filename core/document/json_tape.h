// JsonTape: a strict JSON reader that keeps where each string stands, as the way back from a field
// to its file needs it.
//
// The items of a value lie in one vector in the order of the text; an item knows the index behind
// its last descendant. Strings are checked but not copied: they stay the raw bytes between the
// quotes until somebody unescapes them. The memory is kept from one value to the next.
//
// Strict after RFC 8259, and stricter: a key that stands twice in an object, a lone surrogate and
// bytes that are not UTF-8 are errors. No recursion.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/field_builder.h"

namespace twosource {

struct JsonItem {
  enum class Kind : std::uint8_t { Null, Boolean, Number, String, Key, List, Object };
  Kind kind = Kind::Null;
  bool escaped = false;     // a string or key with a backslash in it
  std::uint32_t after = 0;  // index of the next item that is not a descendant
  std::size_t begin = 0;    // offsets in the text; of strings and keys without the quotes
  std::size_t end = 0;
};

struct JsonFault {
  std::string message;  // "expected ':' after a key"
  std::size_t at = 0;   // offset in the text
};

class JsonTape {
 public:
  static constexpr std::size_t kMaxDepth = 512;

  // Reads one value, with white space around it, and nothing behind it. `text` must outlive the
  // use of the items.
  std::optional<JsonFault> read(std::string_view text);
  // Reads one value at the start of `text`; `length` is where it ended.
  std::optional<JsonFault> read_prefix(std::string_view text, std::size_t& length);

  std::string_view text() const { return text_; }
  const std::vector<JsonItem>& items() const { return items_; }
  const JsonItem& root() const { return items_.front(); }

  std::string_view raw(const JsonItem& item) const {
    return text_.substr(item.begin, item.end - item.begin);
  }
  // The value of a member of the object at index `object`, or nullptr.
  const JsonItem* member(std::size_t object, std::string_view key) const;
  std::size_t index_of(const JsonItem& item) const {
    return static_cast<std::size_t>(&item - items_.data());
  }
  // A string or key without escapes.
  std::string string(const JsonItem& item) const;
  // The same into a field; `text_offset` is the offset of the text in the source.
  void unescape(const JsonItem& item, std::uint64_t text_offset, FieldBuilder& out) const;

 private:
  std::optional<JsonFault> check_keys() const;

  std::string_view text_;
  std::vector<JsonItem> items_;
  std::vector<std::uint32_t> open_;
};

}  // namespace twosource
