// A strict reader of JSON data files: line numbers for every value, duplicate keys are errors,
// unknown keys are errors.
//
//   JsonReader json("de/hedges.json");
//   auto root = json.parse(bytes);
//   json.only(*root, {"hedges"});
//   for (const JsonNode& row : json.list(*root, "hedges")) { ... json.text(row, "form") ... }
//   if (!json.errors().empty()) ...
//
// Reading goes on after an error with an empty value, so that one run shows every fault of a file.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/error.h"

namespace twosource {

struct JsonNode {
  enum class Kind : std::uint8_t { Null, Boolean, Number, String, List, Object };
  Kind kind = Kind::Null;
  bool boolean = false;
  std::string text;  // of a string; of a number as it is written
  std::uint32_t line = 0;
  std::vector<JsonNode> items;
  struct Member;
  std::vector<Member> members;  // in the order of the file

  bool is(Kind k) const { return kind == k; }
  const JsonNode* find(std::string_view key) const;
};

struct JsonNode::Member {
  std::string first;  // the key
  JsonNode second;
};

class JsonReader {
 public:
  explicit JsonReader(std::string file) : file_(std::move(file)) {}

  // nullopt (and an error noted) when the bytes are not JSON, not UTF-8, or hold a key twice.
  std::optional<JsonNode> parse(std::string_view bytes);

  // Notes an error at the node.
  void fail(const JsonNode& at, const std::string& message);
  // Notes an error for every member that is not listed.
  void only(const JsonNode& object, std::initializer_list<std::string_view> keys);

  // Members of an object. A missing or mistyped one is an error where `required`, else gives the
  // empty value.
  std::string text(const JsonNode& object, std::string_view key, bool required = true);
  std::int64_t integer(const JsonNode& object, std::string_view key, std::int64_t fallback);
  std::optional<Decimal> decimal(const JsonNode& object, std::string_view key,
                                 bool required = true);
  bool boolean(const JsonNode& object, std::string_view key, bool fallback = false);
  // A string "stem{class}" stands for the stem with every ending of the class (read_endings); one
  // string may name several classes.
  std::vector<std::string> texts(const JsonNode& object, std::string_view key,
                                 bool required = false);
  const std::vector<JsonNode>& list(const JsonNode& object, std::string_view key,
                                    bool required = false);
  // A member that is an object, or an empty one.
  const JsonNode& object(const JsonNode& object, std::string_view key, bool required = false);

  // Learns the classes of endings from the member "endings" of `root`: {"class": ["", "s", ...]}.
  void read_endings(const JsonNode& root);

  // A word form as data files hold it: not empty, NFC, no surrounding space. Notes an error
  // otherwise.
  void check_form(const JsonNode& at, std::string_view form);

  const std::string& file() const { return file_; }
  const std::vector<Error>& errors() const { return errors_; }

 private:
  const JsonNode* member(const JsonNode& object, std::string_view key, JsonNode::Kind kind,
                         bool required);
  void inflect(const JsonNode& at, std::string_view form, std::vector<std::string>& out);

  std::string file_;
  std::map<std::string, std::vector<std::string>, std::less<>> endings_;
  std::vector<Error> errors_;
};

}  // namespace twosource
