#include "core/lang/strict_json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace twosource;

namespace {

// Runs a small schema over the bytes and gives "LINE message" of each error.
std::vector<std::string> faults(std::string_view bytes) {
  JsonReader json("x.json");
  if (const auto root = json.parse(bytes)) {
    json.only(*root, {"name", "rows", "size", "on"});
    json.text(*root, "name");
    json.integer(*root, "size", 0);
    json.boolean(*root, "on");
    for (const JsonNode& row : json.list(*root, "rows")) json.check_form(row, row.text);
  }
  std::vector<std::string> out;
  for (const Error& error : json.errors())
    out.push_back(std::to_string(error.line) + ' ' + error.message);
  return out;
}

}  // namespace

TEST_CASE("good data has no faults") {
  CHECK(faults("{\"name\": \"a\",\n \"rows\": [\"ein\", \"zwei\"], \"size\": 3, \"on\": true}")
            .empty());
  CHECK(faults("{\"name\": \"a\", \"size\": \"1e3\"}").empty());
}

TEST_CASE("each fault is named with its line") {
  CHECK(faults("{\n\"name\": \"a\",\n\"nam\": 1}") ==
        std::vector<std::string>{"3 unknown key 'nam'"});
  CHECK(faults("{\n\"name\": \"a\",\n\"name\": \"b\"}") ==
        std::vector<std::string>{"3 the key 'name' stands twice"});
  CHECK(faults("{}") == std::vector<std::string>{"1 the key 'name' is missing"});
  CHECK(faults("{\"name\":\n 5}") == std::vector<std::string>{"2 'name' must be a string"});
  CHECK(faults("{\"name\": \"a\", \"size\": 1.5}") ==
        std::vector<std::string>{"1 'size' must be a whole number"});
  CHECK(faults("{\"name\": \"a\", \"rows\": [\"\",\n\" x\",\n\"e\u0301\"]}").size() == 3);
  CHECK(faults("{\"name\": \"a\"").size() == 1);
  CHECK(faults("{\"name\": \"\xFF\"}").size() == 1);
  CHECK(faults("").size() == 1);
}

TEST_CASE("a form with a class of endings stands for each of its forms") {
  JsonReader json("x.json");
  const auto root = json.parse(
      R"({"endings": {"n": ["", "n"], "adj": ["e", "er"]},
"forms": ["Tag", "alt{adj} Stunde{n}"], "bad": ["Woche{m}", "{"]})");
  REQUIRE(root);
  json.read_endings(*root);
  CHECK(json.texts(*root, "forms") == std::vector<std::string>{"Tag", "alte Stunde", "alte Stunden",
                                                               "alter Stunde", "alter Stunden"});
  CHECK(json.errors().empty());
  CHECK(json.texts(*root, "bad").empty());
  REQUIRE(json.errors().size() == 2);
  CHECK(json.errors()[0].line == 2);
  CHECK(json.errors()[0].message == "'Woche{m}' names no class of 'endings'");
}
