#include "core/lang/strict_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/normal_form.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

// Counts lines as nlohmann's parser takes the bytes.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::uint32_t* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ != b.at_;
  }

 private:
  const char* at_;
  std::uint32_t* line_;
};

// Builds the tree from nlohmann's events. Values are built on a stack and moved into their parent
// when they end.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(JsonReader& reader, const std::uint32_t& line) : reader_(reader), line_(line) {}

  JsonNode root;

  bool null() override { return leaf({}); }
  bool boolean(bool value) override {
    return leaf({.kind = JsonNode::Kind::Boolean,
                 .boolean = value,
                 .text = {},
                 .items = {},
                 .members = {}});
  }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override {
    return leaf(
        {.kind = JsonNode::Kind::String, .text = std::move(value), .items = {}, .members = {}});
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::Object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::List); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (stack_.back().node.find(name) != nullptr) {
      JsonNode here;
      here.line = line_;
      reader_.fail(here, "the key '" + name + "' stands twice");
    }
    stack_.back().key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string& near,
                   const nlohmann::json::exception&) override {
    JsonNode here;
    here.line = line_;
    reader_.fail(here, "not valid JSON near '" + near.substr(0, 40) + "'");
    return false;
  }

 private:
  struct Open {
    JsonNode node;
    std::string key;
  };

  bool number(std::string written) {
    return leaf(
        {.kind = JsonNode::Kind::Number, .text = std::move(written), .items = {}, .members = {}});
  }
  bool open(JsonNode::Kind kind) {
    JsonNode node;
    node.kind = kind;
    node.line = line_;
    stack_.push_back({std::move(node), {}});
    return true;
  }
  bool close() {
    JsonNode node = std::move(stack_.back().node);
    stack_.pop_back();
    return place(std::move(node));
  }
  bool leaf(JsonNode node) {
    node.line = line_;
    return place(std::move(node));
  }
  bool place(JsonNode node) {
    if (stack_.empty()) {
      root = std::move(node);
    } else if (stack_.back().node.is(JsonNode::Kind::Object)) {
      stack_.back().node.members.push_back({std::move(stack_.back().key), std::move(node)});
    } else {
      stack_.back().node.items.push_back(std::move(node));
    }
    return true;
  }

  JsonReader& reader_;
  const std::uint32_t& line_;
  std::vector<Open> stack_;
};

std::string_view describe_kind(JsonNode::Kind kind) {
  switch (kind) {
    case JsonNode::Kind::Null:
      return "null";
    case JsonNode::Kind::Boolean:
      return "true or false";
    case JsonNode::Kind::Number:
      return "a number";
    case JsonNode::Kind::String:
      return "a string";
    case JsonNode::Kind::List:
      return "a list";
    case JsonNode::Kind::Object:
      return "an object";
  }
  return "";
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  const auto it =
      std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.first == key; });
  return it == members.end() ? nullptr : &it->second;
}

std::optional<JsonNode> JsonReader::parse(std::string_view bytes) {
  if (const auto bad = first_invalid(bytes)) {
    errors_.push_back(
        {ErrorKind::BadInput, "not UTF-8 at byte " + std::to_string(*bad), file_, 0, 0});
    return std::nullopt;
  }
  std::uint32_t line = 1;
  TreeBuilder builder(*this, line);
  const std::size_t before = errors_.size();
  const bool good =
      nlohmann::json::sax_parse(CountingIterator(bytes.data(), &line),
                                CountingIterator(bytes.data() + bytes.size(), &line), &builder);
  if (!good || errors_.size() != before) return std::nullopt;
  return std::move(builder.root);
}

void JsonReader::fail(const JsonNode& at, const std::string& message) {
  errors_.push_back({ErrorKind::BadInput, message, file_, at.line, 0});
}

void JsonReader::only(const JsonNode& object, std::initializer_list<std::string_view> keys) {
  for (const auto& [key, value] : object.members) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      fail(value, "unknown key '" + key + "'");
  }
}

const JsonNode* JsonReader::member(const JsonNode& object, std::string_view key,
                                   JsonNode::Kind kind, bool required) {
  const JsonNode* found = object.find(key);
  if (found == nullptr) {
    if (required) fail(object, "the key '" + std::string(key) + "' is missing");
    return nullptr;
  }
  if (!found->is(kind)) {
    fail(*found, "'" + std::string(key) + "' must be " + std::string(describe_kind(kind)));
    return nullptr;
  }
  return found;
}

std::string JsonReader::text(const JsonNode& object, std::string_view key, bool required) {
  const JsonNode* found = member(object, key, JsonNode::Kind::String, required);
  return found != nullptr ? found->text : std::string();
}

std::int64_t JsonReader::integer(const JsonNode& object, std::string_view key,
                                 std::int64_t fallback) {
  const auto value = decimal(object, key, false);
  if (!value) return fallback;
  const auto whole = value->to_int();
  if (!whole) fail(*object.find(key), "'" + std::string(key) + "' must be a whole number");
  return whole.value_or(fallback);
}

std::optional<Decimal> JsonReader::decimal(const JsonNode& object, std::string_view key,
                                           bool required) {
  const JsonNode* found = object.find(key);
  if (found == nullptr) {
    if (required) fail(object, "the key '" + std::string(key) + "' is missing");
    return std::nullopt;
  }
  // A decimal may be a JSON number or a string ("1e12", "0.0254"), which is exact whatever its
  // length.
  const bool fits = found->is(JsonNode::Kind::Number) || found->is(JsonNode::Kind::String);
  auto value = fits ? Decimal::parse(found->text) : Result<Decimal>(Error{});
  if (!value) {
    fail(*found, "'" + std::string(key) + "' must be a decimal number");
    return std::nullopt;
  }
  return *value;
}

bool JsonReader::boolean(const JsonNode& object, std::string_view key, bool fallback) {
  const JsonNode* found =
      object.find(key) != nullptr ? member(object, key, JsonNode::Kind::Boolean, false) : nullptr;
  return found != nullptr ? found->boolean : fallback;
}

std::vector<std::string> JsonReader::texts(const JsonNode& object, std::string_view key,
                                           bool required) {
  std::vector<std::string> out;
  for (const JsonNode& item : list(object, key, required)) {
    if (item.is(JsonNode::Kind::String)) {
      inflect(item, item.text, out);
    } else {
      fail(item, "'" + std::string(key) + "' must hold strings only");
    }
  }
  return out;
}

void JsonReader::read_endings(const JsonNode& root) {
  for (const auto& [name, list] : object(root, "endings").members) {
    for (const JsonNode& item : list.items) {
      if (!item.is(JsonNode::Kind::String)) fail(item, "an ending must be a string");
      endings_[name].push_back(item.text);
    }
    if (endings_[name].empty()) fail(list, "'" + name + "' must list its endings");
  }
}

void JsonReader::inflect(const JsonNode& at, std::string_view form, std::vector<std::string>& out) {
  const std::size_t open = form.find('{');
  if (open == std::string_view::npos) {
    out.emplace_back(form);
    return;
  }
  const std::size_t close = form.find('}', open);
  const auto it = close == std::string_view::npos
                      ? endings_.end()
                      : endings_.find(form.substr(open + 1, close - open - 1));
  if (it == endings_.end()) {
    fail(at, "'" + std::string(form) + "' names no class of 'endings'");
    return;
  }
  for (const std::string& ending : it->second) {
    std::string whole(form.substr(0, open));
    whole += ending;
    whole += form.substr(close + 1);
    inflect(at, whole, out);
  }
}

const std::vector<JsonNode>& JsonReader::list(const JsonNode& object, std::string_view key,
                                              bool required) {
  static const std::vector<JsonNode> kEmpty;
  const JsonNode* found = member(object, key, JsonNode::Kind::List, required);
  return found != nullptr ? found->items : kEmpty;
}

const JsonNode& JsonReader::object(const JsonNode& object, std::string_view key, bool required) {
  static const JsonNode kEmpty{
      .kind = JsonNode::Kind::Object, .text = {}, .items = {}, .members = {}};
  const JsonNode* found = member(object, key, JsonNode::Kind::Object, required);
  return found != nullptr ? *found : kEmpty;
}

void JsonReader::check_form(const JsonNode& at, std::string_view form) {
  if (form.empty()) {
    fail(at, "a form must not be empty");
  } else if (form.front() == ' ' || form.back() == ' ') {
    fail(at, "the form '" + std::string(form) + "' begins or ends with a space");
  } else if (!is_nfc(form)) {
    fail(at, "the form '" + std::string(form) + "' is not in Unicode's NFC");
  }
}

}  // namespace twosource
