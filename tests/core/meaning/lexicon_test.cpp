// The lexicon file: what is written is read, and no damaged file does harm.
#include "core/meaning/lexicon.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/meaning/build/writer.h"

using namespace twosource;
using lexicon_build::LexiconWriter;

namespace {

std::string small_lexicon() {
  LexiconWriter writer;
  writer.add("de", "soldat", "soldier", 1.0);
  writer.add("de", "vertrag", "contract", 2.0);
  writer.add("de", "vertrag", "treaty", 1.0);
  writer.add("de", "vertragen", "bear", 1.0);
  writer.add("en", "soldier", "soldier", 1.0);
  writer.add("en", "treaty", "treaty", 1.0);
  for (int i = 0; i < 9; ++i) writer.add("fr", "mot", "word" + std::to_string(i), 1.0 + i);
  writer.add_source({"freedict-deu-eng", "1.9", "GPL-3+"});
  writer.add_source({"wordnet", "", "WordNet"});
  auto bytes = writer.bytes();
  REQUIRE(bytes);
  return *bytes;
}

std::string looked_up(const Lexicon& lexicon, std::string_view word, std::string_view language) {
  std::array<Concept, kMaxConcepts> out;
  const std::size_t count = lexicon.lookup(word, language, out);
  std::string line;
  for (std::size_t i = 0; i < count; ++i)
    line += std::string(out[i].name) + ':' + std::to_string(out[i].weight) + ' ';
  return line;
}

// Every kind of question, so that every offset is followed.
void ask_everything(const Lexicon& lexicon) {
  std::array<Concept, kMaxConcepts> out;
  for (const std::string& language : lexicon.languages()) {
    for (const char* word :
         {"soldat", "vertrag", "vertragen", "treaty", "soldier", "mot", "x", ""}) {
      lexicon.lookup(word, language, out);
      lexicon.lookup_stem(word, language, out);
      lexicon.lookup_prefix(word, language, 2, out);
    }
    lexicon.word_count(language);
  }
  lexicon.sources();
  lexicon.verify();
}

}  // namespace

TEST_CASE("what is written is read") {
  const auto lexicon = Lexicon::from_bytes(small_lexicon());
  REQUIRE(lexicon);
  const Lexicon& read = **lexicon;
  CHECK(looked_up(read, "soldat", "de") == "soldier:255 ");
  CHECK(looked_up(read, "vertrag", "de-AT") == "contract:255 treaty:127 ");
  CHECK(looked_up(read, "treaty", "en") == "treaty:255 ");
  CHECK(looked_up(read, "vertra", "de").empty());
  CHECK(looked_up(read, "soldat", "en").empty());
  CHECK(looked_up(read, "soldat", "xx").empty());
  CHECK(looked_up(read, "", "de").empty());
  CHECK(read.languages() == std::vector<std::string>{"de", "en", "fr"});
  CHECK(read.word_count("de") == 3);
  CHECK(read.word_count("xx") == 0);
  REQUIRE(read.sources().size() == 2);
  CHECK(read.sources()[0].name == "freedict-deu-eng");
  CHECK(read.sources()[0].licence == "GPL-3+");
  CHECK(read.sources()[1].version.empty());
  CHECK(read.verify());
}

TEST_CASE("a word keeps its six best concepts, best first") {
  const auto lexicon = Lexicon::from_bytes(small_lexicon());
  REQUIRE(lexicon);
  CHECK(looked_up(**lexicon, "mot", "fr") ==
        "word8:255 word7:226 word6:198 word5:170 word4:141 word3:113 ");
}

TEST_CASE("beginnings are found, shortest word first") {
  const auto lexicon = Lexicon::from_bytes(small_lexicon());
  REQUIRE(lexicon);
  std::array<Concept, kMaxConcepts> out;
  REQUIRE((*lexicon)->lookup_prefix("vertrages", "de", 5, out) == 1);
  CHECK(out[0].name == "bear");  // "vertrage-n" shares more than "vertrag"
  REQUIRE((*lexicon)->lookup_prefix("vertragung", "de", 5, out) == 2);
  CHECK(out[0].name == "contract");
  CHECK((*lexicon)->lookup_prefix("verwandt", "de", 5, out) == 0);
}

TEST_CASE("the same content gives the same bytes") {
  CHECK(small_lexicon() == small_lexicon());
}

TEST_CASE("a lexicon without any word is a lexicon") {
  const auto bytes = LexiconWriter().bytes();
  REQUIRE(bytes);
  const auto lexicon = Lexicon::from_bytes(*bytes);
  REQUIRE(lexicon);
  ask_everything(**lexicon);
  CHECK((*lexicon)->languages().empty());
}

TEST_CASE("foreign, cut and damaged files are errors or harmless") {
  const std::string whole = small_lexicon();
  CHECK_FALSE(Lexicon::from_bytes("").has_value());
  CHECK_FALSE(Lexicon::from_bytes("{\"json\": true}").has_value());
  CHECK_FALSE(Lexicon::from_bytes(std::string(100000, '\0')).has_value());
  CHECK_FALSE(Lexicon::from_bytes(whole + "x").has_value());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto cut = Lexicon::from_bytes(whole.substr(0, size));
    REQUIRE_FALSE(cut.has_value());
    CHECK(cut.error().kind == ErrorKind::BadInput);
  }
  int opened = 0;
  int noticed = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      const auto lexicon = Lexicon::from_bytes(damaged);
      if (!lexicon) continue;
      ++opened;
      noticed += (*lexicon)->verify() ? 0 : 1;
      ask_everything(**lexicon);
    }
  }
  CHECK(opened > 0);
  CHECK(noticed == opened);
}

TEST_CASE("files: written whole, errors with the path and what to do") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "twosource-lexicon-test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "lexicon.bin").string();
  LexiconWriter writer;
  writer.add("de", "soldat", "soldier", 1.0);
  REQUIRE(writer.write(path));
  CHECK_FALSE(std::filesystem::exists(path + ".new"));
  const auto lexicon = Lexicon::open(path);
  REQUIRE(lexicon);
  CHECK(looked_up(**lexicon, "soldat", "de") == "soldier:255 ");

  const auto missing = Lexicon::open((folder / "none.bin").string());
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().kind == ErrorKind::NotFound);
  CHECK(missing.error().file.ends_with("none.bin"));
  CHECK_FALSE(Lexicon::open(folder.string()).has_value());
  std::ofstream(folder / "empty.bin").close();
  CHECK_FALSE(Lexicon::open((folder / "empty.bin").string()).has_value());
  CHECK_FALSE(writer.write((folder / "no" / "such" / "folder").string()).has_value());
  std::filesystem::remove_all(folder);
}
