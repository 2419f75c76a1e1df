// JsonWriter: writes JSON into a string, members in the order in which they are given.
//
//   JsonWriter json(out, JsonWriter::kCompact);
//   json.begin_object();
//   json.member("text", mention_text);
//   json.end_object();
//
// No input can make the output anything but valid JSON: bytes that are not UTF-8 become U+FFFD.
// Control characters (C1 and bidirectional ones too) and line separators are written as \uXXXX, so
// that JSON shown on a terminal or pasted into a script stays inert. Nesting is the caller's duty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twosource {

class JsonWriter {
 public:
  static constexpr unsigned kCompact = 0;

  // Appends to `out`, which must outlive the writer. `indent`: spaces a level, or kCompact for one
  // line.
  explicit JsonWriter(std::string& out, unsigned indent = kCompact) : out_(out), indent_(indent) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);

  void text(std::string_view value);
  void integer(std::uint64_t value);
  // At most four decimals: scores and probabilities, never values of the model (those are text).
  void real(double value);
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  // Left out when empty.
  void member_if(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  // What stands before a value or key: a comma, a line break with indentation.
  void lead();
  void break_line();

  std::string& out_;
  unsigned indent_;
  std::vector<bool> has_members_;  // one for each open bracket
  bool after_key_ = false;
};

// `text` as a quoted JSON string.
void append_json_string(std::string& out, std::string_view text);

}  // namespace twosource
