#include "core/document/json_tape.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace twosource {
namespace {

bool accepts(const std::string& text) {
  JsonTape tape;
  return !tape.read(text).has_value();
}

bool has_double_key(const std::string& text) {
  std::vector<std::set<std::string>> open;
  bool twice = false;
  const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& value) {
    if (event == nlohmann::json::parse_event_t::object_start) open.emplace_back();
    if (event == nlohmann::json::parse_event_t::object_end) open.pop_back();
    if (event == nlohmann::json::parse_event_t::key)
      twice = twice || !open.back().insert(value.get<std::string>()).second;
    return true;
  };
  return !nlohmann::json::parse(text, watch, false).is_discarded() && twice;
}

}  // namespace

TEST_CASE("faults are named with their place") {
  struct Row {
    const char* text;
    const char* message;
    std::size_t at;
  };
  const std::vector<Row> rows = {
      {"{\"a\" 1}", "expected ':' after a key, found '1'", 5},
      {"{\"a\":1", "the text ends where ',' or '}' should stand", 6},
      {"{\"a\":1,}", "expected a key, found '}'", 7},
      {"[1 2]", "expected ',' or ']', found '2'", 3},
      {"{\"a\":\"x", "a string has no closing quote", 5},
      {"{\"a\":tru}", "expected a value, found 't'", 5},
      {"{\"a\":01}", "a number begins with 0", 7},
      {"{\"a\":1} x", "something stands behind the end of the value", 8},
      {"\"\\x\"", "unknown escape in a string", 1},
      {"\"\\u12g4\"", "\\u needs four hexadecimal digits", 1},
      {"\"\\ud800\"", "a high surrogate without the low one behind it", 1},
      {"\"\\ud800\\u0041\"", "a high surrogate without the low one behind it", 1},
      {"\"\\udc00\"", "a low surrogate without the high one before it", 1},
      {"{\"a\":1,\"b\":2,\"a\":3}", "the key \"a\" stands twice in one object", 14},
      {"{\"a\":1,\"\\u0061\":3}", "the key \"a\" stands twice in one object", 8},
      {"\"a\tb\"", "a control character stands raw in a string (a tab; write \\t)", 2},
      {"\"\xFF\"", "not UTF-8; save the file as UTF-8", 1},
      {"", "the text ends where a value should stand", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    JsonTape tape;
    const std::string text = row.text;
    const auto fault = tape.read(text);
    REQUIRE(fault.has_value());
    CHECK(fault->message == row.message);
    CHECK(fault->at == row.at);
  }
}

TEST_CASE("depth is bounded and costs no stack") {
  CHECK(accepts(std::string(500, '[') + std::string(500, ']')));
  CHECK(!accepts(std::string(513, '[') + std::string(513, ']')));
  CHECK(!accepts(std::string(5000000, '[')));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  CHECK(!accepts(objects));
}

TEST_CASE("strings lead back to their bytes") {
  const std::string text = R"({"text":"M\u00fcnchen \"so\" \ud83d\ude00\n","id":7})";
  JsonTape tape;
  REQUIRE(!tape.read(text).has_value());
  FieldBuilder field;
  tape.unescape(*tape.member(0, "text"), 100, field);
  CHECK(field.text == "München \"so\" 😀\n");
  const std::size_t smile = field.text.find("😀");
  CHECK(field.map.source_byte(static_cast<std::uint32_t>(smile)) == 100 + text.find("\\ud83d"));
  CHECK(tape.raw(*tape.member(0, "id")) == "7");
  CHECK(tape.member(0, "none") == nullptr);
}

// Every text of a small grammar with one byte changed: what nlohmann accepts we accept, but for
// keys that stand twice.
TEST_CASE("the same texts are JSON for another parser") {
  const std::vector<std::string> seeds = {
      R"({"a":[1,-2.5e+3,true,false,null,"x\n\u00e9"],"b":{"c":{}}})", R"([[],{},[{}],"",0,-0])",
      R"({"\u0061b":"\ud83d\ude00","ü":"ж"})", " { \"k\" : \"v\" } \r\n"};
  const std::string changes = "\"\\{}[]:,0-e.u \n\tat\x01\x7F\xC3\xFF";
  int compared = 0;
  for (const std::string& seed : seeds) {
    for (std::size_t at = 0; at <= seed.size(); ++at) {
      for (std::size_t change = 0; change <= 2 * changes.size(); ++change) {
        std::string text = seed;
        if (change < changes.size()) {
          text.insert(at, 1, changes[change]);
        } else if (at < seed.size() && change < 2 * changes.size()) {
          text[at] = changes[change - changes.size()];
        } else {
          text.erase(at, 1);
        }
        CAPTURE(text);
        const bool other = nlohmann::json::accept(text);
        const bool ours = accepts(text);
        REQUIRE(ours == (other && !has_double_key(text)));
        ++compared;
      }
    }
  }
  CHECK(compared > 5000);
}

}  // namespace twosource
