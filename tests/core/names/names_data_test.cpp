// The data of names is read strictly, and what the program carries is without fault.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/lang/names_data.h"
#include "core/lang/registry.h"

using namespace twosource;

namespace {

std::vector<Error> faults_of(const std::string& bytes) {
  JsonReader json("names.json");
  if (const auto root = json.parse(bytes)) load_names(json, *root);
  return json.errors();
}

}  // namespace

TEST_CASE("the shared tables of names have no fault") {
  for (const Error& fault : shared_names().faults) FAIL_CHECK(describe(fault));
  CHECK(shared_names().entities.size() > 300);
  CHECK(shared_names().first_names.size() > 300);
}

TEST_CASE("names.json is read strictly") {
  struct Row {
    const char* json;
    const char* complaint;  // empty: none
  };
  const Row rows[] = {
      {R"({})", ""},
      {R"({"endings":{"adj":["","e"]},"countries":[{"code":"KP","adjective":["nordkoreanisch{adj}"]}]})",
       ""},
      {R"({"countries":[{"code":"KP","adjective":["nordkoreanisch{adj}"]}]})", "endings"},
      {R"({"countries":[{"code":"KP","names":["Nordkorea"]},{"code":"KP","names":["NK"]}]})",
       "twice"},
      {R"({"roles":[{"id":"president","forms":[]}]})", "at least one form"},
      {R"({"roles":[{"id":"president","forms":[" President"]}]})", "space"},
      {R"({"roles":[{"id":"president","form":["President"]}]})", "form"},
      {R"({"definite":["der","der"]})", "twice"},
      {R"({"cases":[{"endings":["а"],"forms":["-1ы","-1е"]}]})", ""},
      {R"({"cases":[{"endings":["а"],"forms":["-ы"]}]})", "letters"},
      {R"({"cases":[{"endings":["а","а"],"forms":["-1ы"]}]})", "twice"},
      {R"({"cases":[{"endings":["а"],"forms":["-1ы"]},{"endings":["о"],"forms":["","а"]}]})",
       "every case"},
      {R"({"unheard_of":[]})", "unheard_of"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const std::vector<Error> faults = faults_of(row.json);
    if (std::string(row.complaint).empty()) {
      CHECK(faults.empty());
    } else {
      const bool named = std::any_of(faults.begin(), faults.end(), [&](const Error& e) {
        return e.message.find(row.complaint) != std::string::npos;
      });
      CHECK(named);
    }
  }
}

TEST_CASE("endings are written out") {
  JsonReader json("names.json");
  const auto root = json.parse(
      R"({"endings":{"adj":["","e","en"]},"names":[{"id":"org:un","forms":["Vereint{adj} Nationen"]}]})");
  REQUIRE(root);
  const NamesData data = load_names(json, *root);
  REQUIRE(data.names.size() == 1);
  CHECK(data.names[0].forms ==
        std::vector<std::string>{"Vereint Nationen", "Vereinte Nationen", "Vereinten Nationen"});
}

TEST_CASE("every language with names names the same offices") {
  // An office that only one language knows cannot be compared across languages.
  const std::set<std::string> german = [] {
    std::set<std::string> ids;
    for (const NamedForms& row : Languages::embedded().find("de").names.roles) ids.insert(row.id);
    return ids;
  }();
  for (const char* id : {"president", "prime-minister", "foreign-minister", "defence-minister",
                         "secretary-general", "spokesperson", "dictator", "chancellor"}) {
    CAPTURE(id);
    CHECK(german.contains(id));
    const auto& roles = Languages::embedded().find("en").names.roles;
    CHECK(std::any_of(roles.begin(), roles.end(),
                      [&](const NamedForms& row) { return row.id == id; }));
  }
}
