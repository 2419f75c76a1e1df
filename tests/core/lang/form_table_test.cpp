#include "core/lang/form_table.h"

#include <doctest/doctest.h>

#include <string>
#include <unordered_map>

using namespace twosource;

TEST_CASE("a table gives back what was put under each form, and nothing for others") {
  FormTable<int> table;
  CHECK(table.empty());
  CHECK(table.find("haus") == nullptr);
  std::unordered_map<std::string, int> same;
  for (int i = 0; i < 5000; ++i) {
    const std::string form = "wort" + std::to_string(i * 7 % 3001);
    table[form] += i;
    same[form] += i;
  }
  CHECK(table.size() == same.size());
  for (const auto& [form, value] : same) {
    CAPTURE(form);
    const int* const found = table.find(form, form_hash(form));
    REQUIRE(found != nullptr);
    CHECK(*found == value);
    CHECK(table.find(form + "e") == nullptr);
  }
}

TEST_CASE("a table tells forms apart by their bytes, whatever the hash") {
  FormTable<int> table;
  table["eins"] = 1;
  CHECK(table.find("zwei", form_hash("eins")) == nullptr);
  CHECK(table.find("") == nullptr);
  table[""] = 7;
  REQUIRE(table.find("") != nullptr);
  CHECK(*table.find("") == 7);
}

TEST_CASE("a table is walked in the order of its making") {
  FormTable<int> table;
  for (const char* form : {"c", "a", "b", "a"}) ++table[form];
  std::string forms;
  for (const auto& [form, count] : table) forms += form + std::to_string(count);
  CHECK(forms == "c1a2b1");
}

TEST_CASE("the hash of a form sees every byte and the length") {
  CHECK(form_hash("abcdefgh") != form_hash("abcdefgi"));
  CHECK(form_hash("abcdefghi") != form_hash("abcdefghj"));
  CHECK(form_hash(std::string_view("a\0", 2)) != form_hash("a"));
  for (const char* form : {"", "a", "längeres Wort"}) CHECK(form_hash(form) >= 256);
}
