// Declining names: all forms of all words together, and nothing where no rule fits.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/lang/registry.h"
#include "core/names/cases.h"

using namespace twosource;
using names::NameCases;

namespace {

bool has(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

std::vector<std::string> cases_of(std::string_view language, std::string_view name) {
  return NameCases(Languages::embedded().find(language).names).of(name);
}

}  // namespace

TEST_CASE("names are declined word by word in the same case") {
  const auto person = cases_of("ru", "Владимир Путин");
  CHECK(has(person, "Владимира Путина"));
  CHECK(has(person, "Владимиром Путиным"));
  CHECK_FALSE(has(person, "Владимиром Путина"));
  CHECK_FALSE(has(person, "Владимир Путин"));
  CHECK(has(cases_of("pl", "Szwajcaria"), "Szwajcarii"));
  CHECK(has(cases_of("cs", "Praha"), "Praze"));
  CHECK(has(cases_of("uk", "Харків"), "Харкові"));
}

TEST_CASE("acronyms, foreign letters and long titles are not declined") {
  CHECK(cases_of("ru", "США").empty());
  CHECK(cases_of("ru", "Reuters").empty());
  CHECK(cases_of("ru", "Организация по безопасности и сотрудничеству").empty());
  CHECK(cases_of("de", "Berlin").empty());
  CHECK(cases_of("ru", "").empty());
}
