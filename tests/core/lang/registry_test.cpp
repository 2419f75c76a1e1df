#include "core/lang/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace twosource;
namespace fs = std::filesystem;

TEST_CASE("all built-in language data is without fault") {
  for (const Error& fault : Languages::embedded().faults()) FAIL_CHECK(describe(fault));
  const auto tags = Languages::embedded().tags();
  CHECK(std::find(tags.begin(), tags.end(), "de") != tags.end());
  CHECK(std::find(tags.begin(), tags.end(), "en") != tags.end());
}

TEST_CASE("a language is found by its tag, its base, or as the neutral one") {
  const Languages& languages = Languages::embedded();
  CHECK(languages.find("de").tag == "de");
  CHECK(languages.find("de-Latn-CH").tag == "de");
  CHECK(languages.find("xx").tag == "und");
  CHECK(languages.find("").tag == "und");
  CHECK(&languages.find("en") == &languages.find("en-GB"));
}

TEST_CASE("a folder at run time adds languages and reports its faults") {
  const fs::path folder = fs::temp_directory_path() / "twosource-registry-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "qaa");
  std::ofstream(folder / "qaa" / "language.json")
      << R"({"tag": "qaa", "name": "Invented", "sources": []})";
  const auto good = Languages::with_folder(folder.string());
  REQUIRE(good);
  CHECK((*good)->find("qaa-XX").name == "Invented");
  CHECK((*good)->find("de").tag == "de");

  std::ofstream(folder / "qaa" / "segmentation.json") << "{\n\"abbreviatons\": []}";
  const auto bad = Languages::with_folder(folder.string());
  REQUIRE_FALSE(bad);
  CHECK(bad.error().line == 2);
  CHECK(bad.error().message.find("abbreviatons") != std::string::npos);
  fs::remove_all(folder);
  CHECK_FALSE(Languages::with_folder(folder.string()));
}
