// The compiler of the lexicon, on dictionaries written for the test.
#include "core/meaning/build/compile.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "core/meaning/build/dictionary.h"
#include "core/meaning/meaning.h"

using namespace twosource;
using namespace twosource::lexicon_build;

namespace {

std::string base64_number(std::size_t value) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  do {
    out.insert(out.begin(), kDigits[value % 64]);
    value /= 64;
  } while (value != 0);
  return out;
}

class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("twosource-" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "dictd");
    std::filesystem::create_directories(path_ / "wordnet");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  void dictionary(const std::string& name,
                  const std::vector<std::pair<std::string, std::string>>& entries) const {
    std::ofstream index(*this / ("dictd/" + name + ".index"), std::ios::binary);
    std::ofstream text(*this / ("dictd/" + name + ".dict"), std::ios::binary);
    std::size_t offset = 0;
    for (const auto& [head, body] : entries) {
      index << head << '\t' << base64_number(offset) << '\t' << base64_number(body.size()) << '\n';
      text << body;
      offset += body.size();
    }
  }

  void file(const std::string& name, const std::string& bytes) const {
    std::ofstream(*this / name, std::ios::binary) << bytes;
  }

  CompileOptions options() const {
    return {*this / "dictd", *this / "wordnet", *this / "lexicon.bin"};
  }

 private:
  std::filesystem::path path_;
};

std::string best(const Lexicon& lexicon, std::string_view word, std::string_view language) {
  std::array<Concept, kMaxConcepts> out;
  const std::size_t count = lexicon.lookup(word, language, out);
  return count == 0 ? std::string() : std::string(out[0].name);
}

}  // namespace

TEST_CASE("translations are told from definitions, examples and notes") {
  struct Row {
    int line;
    const char* text;
    Layout layout;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {__LINE__,
       "Heer /heɐ/ <n>\narmy <n>, host\n   Synonym: {Armee}\n\n see: {Heere}\n",
       Layout::FreeDict,
       {"army", "host"}},
      {__LINE__,
       "wojsko /v/ <n>\n1. troop\n(potocznie) grupa\n2. army, force\nopis\n",
       Layout::FreeDict,
       {"troop", "army", "force"}},
      {__LINE__, "treaty /t/ <N>\n  traktat\n", Layout::FreeDict, {"traktat"}},
      {__LINE__,
       "treble /t/\nI.  <Adj> 1.  potrójny\n 2.  [muz]  wysoki\nII.  <N>  sopran\n",
       Layout::FreeDict,
       {"potrójny", "wysoki", "sopran"}},
      {__LINE__,
       "Ausweis /a/\n [Am.] permit/pass <n> (official), \"card\", 3 cards\n",
       Layout::FreeDict,
       {"permit"}},
      {__LINE__, "x\nsoft\xC2\xADly\xC2\xA0spoken.\n", Layout::FreeDict, {"softly spoken"}},
      {__LINE__,
       "soldier\n   [sɜ]\n   1. _n.\n   1) солдат; рядовой; to play игра\n   2) воин\n",
       Layout::Running,
       {"солдат", "рядовой", "воин"}},
      {__LINE__, "x\n", Layout::FreeDict, {}},
      {__LINE__, "", Layout::FreeDict, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(translations_of(row.text, row.layout) == row.expected);
  }
}

TEST_CASE("the word a phrase is about") {
  const std::pair<const char*, const char*> rows[] = {
      {"Heer", "heer"},
      {"sich freuen", "freuen"},
      {"etw. ratifizieren", "ratifizieren"},
      {"śmiać się", "śmiać"},
      {"to", "to"},
      {"jdn./etw. entsenden", "entsenden"},
      {"au revoir", ""},
      {"Su-25", ""},
      {"x", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    const std::string phrase(row.first);
    CAPTURE(phrase);
    CHECK(core_word(phrase) == row.second);
  }
}

TEST_CASE("direct, backward and composed dictionaries meet in English concepts") {
  const Folder folder("compile-test");
  folder.dictionary("freedict-deu-eng",
                    {{"00databaseinfo", "Edition: 7.1\nGeneral Public License, version 3\n"},
                     {"soldat", "Soldat <n>\nsoldier, serviceman\n"},
                     {"soldaten", "Soldaten <pl>\nsoldiers\n"},
                     {"abkommen", "Abkommen <n>\nagreement, treaty\n"},
                     {"geheimer dienst", "geheimer Dienst\nsecret service\n"}});
  folder.dictionary("freedict-eng-fra", {{"treaty", "treaty\ntraité, pacte\n"}});
  folder.dictionary("freedict-ita-deu", {{"accordo", "accordo\nAbkommen\n"}});
  folder.dictionary("freedict-ita-fra", {{"patto", "patto\npacte\n"}});
  folder.dictionary("freedict-xxx-eng", {{"foo", "foo\nbar\n"}});
  folder.dictionary("mueller7", {{"soldier", "soldier\n   [s] _n.\n   1) солдат; a b c пример\n"}});
  const auto compiled = compile(folder.options());
  REQUIRE(compiled);
  CHECK(compiled->faults.empty());
  REQUIRE(compiled->sources.size() == 5);  // not the unknown language
  CHECK(compiled->sources[0].version == "7.1");
  CHECK(compiled->sources[0].licence == "GPL-3+");

  const auto lexicon = Lexicon::open(folder / "lexicon.bin");
  REQUIRE(lexicon);
  const Lexicon& read = **lexicon;
  CHECK(best(read, "soldat", "de") == best(read, "soldaten", "de"));
  CHECK(best(read, "soldat", "de") == best(read, "soldiers", "en"));
  CHECK(best(read, "солдат", "ru") == best(read, "soldier", "en"));
  CHECK(best(read, "traité", "fr") == "treaty");       // backwards
  CHECK(best(read, "accordo", "it") == "agreement");   // through German
  CHECK(best(read, "patto", "it") == "treaty");        // through French
  CHECK(best(read, "geheimer dienst", "de").empty());  // no article has it as one word
  CHECK(best(read, "foo", "xx").empty());
}

TEST_CASE("WordNet brings synonyms, derivations and irregular forms, with less weight") {
  const Folder folder("compile-wordnet");
  folder.dictionary("freedict-deu-eng", {{"senden", "senden\nsend\n"},
                                         {"liefern", "liefern\nsupply\n"},
                                         {"versorgen", "versorgen\nprovide\n"},
                                         {"versorgung", "x\nprovision\n"}});
  const std::string data =
      "  1 licence\n"
      "00000010 30 v 02 provide 0 supply 0 001 + 00000020 n 0101 | give\n"
      "00000030 30 v 01 send 0 000 | post\n";
  folder.file("wordnet/data.verb", data);
  folder.file("wordnet/data.noun", "00000020 04 n 01 provision 0 000 | the act\n");
  folder.file("wordnet/data.adj", "");
  folder.file("wordnet/data.adv", "");
  folder.file("wordnet/index.verb",
              "provide v 1 1 + 1 1 00000010\nsupply v 1 0 1 1 00000010\nsend v 1 0 1 0 00000030\n");
  folder.file("wordnet/index.noun", "");
  folder.file("wordnet/index.adj", "");
  folder.file("wordnet/index.adv", "");
  folder.file("wordnet/verb.exc", "sent send\n");
  REQUIRE(compile(folder.options()));
  const auto lexicon = Lexicon::open(folder / "lexicon.bin");
  REQUIRE(lexicon);
  std::array<Concept, kMaxConcepts> out;
  REQUIRE((*lexicon)->lookup("provide", "en", out) == 3);
  CHECK(out[0].name == "provide");
  CHECK(out[1].name == "provision");
  CHECK(out[2].name == "supply");
  CHECK(out[1].weight < 128);
  CHECK(best(**lexicon, "sent", "en") == "send");
}

TEST_CASE("a machine without dictionaries, and broken ones") {
  const Folder none("compile-none");
  const auto nothing = compile(none.options());
  REQUIRE_FALSE(nothing.has_value());
  CHECK(nothing.error().kind == ErrorKind::NotFound);
  CHECK_FALSE(std::filesystem::exists(none / "lexicon.bin"));

  const Folder broken("compile-broken");
  broken.dictionary("freedict-deu-eng", {{"soldat", "Soldat\nsoldier\n"}});
  broken.file("dictd/freedict-fra-eng.index", "mot\tA\tZZZZZZ\nautre\t!!\tB\n\t\t\nno tabs\n");
  broken.file("dictd/freedict-fra-eng.dict", "mot\nword\n");
  broken.file("dictd/freedict-spa-eng.index", "sol\tA\tB\n");  // its text is missing
  const auto compiled = compile(broken.options());
  REQUIRE(compiled);
  CHECK(compiled->sources.size() == 1);
  CHECK(compiled->faults.size() == 2);
}
