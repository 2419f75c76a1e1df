#include "core/document/reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/core/document/checks.h"

namespace twosource {

TEST_CASE("a record of our own") {
  const std::string bytes =
      R"({"id":"dpa-1","outlet":"Example Post","published":"2024-10-24T08:30:00+02:00",)"
      R"("language":"de","title":"Ein \"Titel\"","text":"Zeile 1\nM\u00fcnchen \ud83d\ude00 ja","url":"https://e.org/1","extra":[1,{"a":2}]})";
  const Document document = read_checked(bytes, "a.json");
  CHECK(document.info.id == "dpa-1");
  CHECK(document.info.outlet == "Example Post");
  CHECK(document.info.language == "de");
  CHECK(document.info.title == "Ein \"Titel\"");
  CHECK(document.info.url == "https://e.org/1");
  CHECK(document.text == "Zeile 1\nMünchen 😀 ja");
  REQUIRE(document.info.published.has_value());
  CHECK(to_iso(*document.info.published) == "2024-10-24T08:30+02:00");
  CHECK(!document.language_detected);
  CHECK(source_of(document, bytes, "München 😀") == "M\\u00fcnchen \\ud83d\\ude00");
}

TEST_CASE("a record of schema.org") {
  const std::string bytes =
      "{\n  \"@type\": \"NewsArticle\",\n  \"headline\": \"Duma stimmt zu\",\n"
      "  \"articleBody\": \"Der Text.\",\n  \"datePublished\": \"2024-10-24\",\n"
      "  \"publisher\": {\"@type\": \"Organization\", \"name\": \"Blatt\"},\n"
      "  \"inLanguage\": \"de-DE\",\n  \"mainEntityOfPage\": {\"@id\": \"https://e.org/x\"}\n}\n";
  const Document document = read_checked(bytes, "a.json");
  CHECK(document.info.title == "Duma stimmt zu");
  CHECK(document.text == "Der Text.");
  CHECK(document.info.outlet == "Blatt");
  CHECK(document.info.language == "de-DE");
  CHECK(document.info.url == "https://e.org/x");
  const auto place = document.text_map.place({4, 8});
  REQUIRE(place.has_value());
  CHECK(place->begin_line == 4);
  CHECK(place->begin_column == 23);
}

TEST_CASE("records in lists, in graphs, one behind the other and in lines") {
  struct Row {
    const char* what;
    const char* bytes;
    std::size_t count;
  };
  const std::vector<Row> rows = {
      {"list", "[{\"text\":\"a\"},\n{\"text\":\"b\"}]", 2},
      {"list over lines", "[\n  {\n    \"text\": \"a\"\n  },\n  {\n    \"text\": \"b\"\n  }\n]\n",
       2},
      {"one behind the other", "{\n\"text\":\"a\"}\n{\n\"text\":\"b\"}", 2},
      {"graph",
       "{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":\"NewsArticle\",\"articleBody\":\"a\"}]}",
       1},
      {"lines", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}", 3},
      {"lines with CR and blank lines", "{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}\r\n", 2},
      {"lines behind a mark", "\xEF\xBB\xBF{\"text\":\"a\"}\n{\"text\":\"b\"}\n", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const ScratchFile file("records.json", row.bytes);
    const ReadAll all = read_all({file.path()});
    for (const Error& error : all.errors) FAIL_CHECK(describe(error));
    CHECK(all.documents.size() == row.count);
    for (const Document& document : all.documents) check_way_back(document, row.bytes);
  }
}

TEST_CASE("places of records count through the file") {
  const std::string bytes = "{\"text\":\"ä1\"}\n\n{\"title\":\"ü\",\"text\":\"zwei\"}\n";
  const ScratchFile file("places.jsonl", bytes);
  const ReadAll all = read_all({file.path()});
  REQUIRE(all.documents.size() == 2);
  const auto place = all.documents[1].text_map.place({0, 4});
  REQUIRE(place.has_value());
  CHECK(place->begin_line == 3);
  CHECK(place->begin_column == 22);
  CHECK(bytes.substr(place->begin_byte, 4) == "zwei");
}

TEST_CASE("front matter") {
  const std::string bytes =
      "---\r\nid: x-1\r\nTitle: 'It''s done'\r\noutlet: Blatt\r\ndate: 2024-10-24\r\nlang: "
      "de_at\r\n"
      "url: https://e.org/a:b\r\nagency: dpa\r\nauthor: N. N.\r\n---\r\n\r\nDer Text.\r\n";
  const Document document = read_checked(bytes, "a.txt");
  CHECK(document.info.id == "x-1");
  CHECK(document.info.title == "It's done");
  CHECK(document.info.outlet == "Blatt");
  CHECK(document.info.language == "de-AT");
  CHECK(document.info.url == "https://e.org/a:b");
  CHECK(document.info.agency == "dpa");
  CHECK(document.text == "Der Text.\r\n");
  REQUIRE(document.info.published.has_value());
  CHECK(document.notes == std::vector<std::string>{"front matter: 'author' is not used"});
  const auto place = document.text_map.place({0, 3});
  REQUIRE(place.has_value());
  CHECK(place->begin_line == 12);
}

TEST_CASE("a rule at the top is no front matter") {
  const std::string bytes = "---\n\nEin Text ohne Angaben.\n---\nUnd weiter.\n";
  CHECK(read_checked(bytes, "a.txt").text == bytes);
}

TEST_CASE("dates of publication") {
  struct Row {
    const char* written;
    const char* read;
  };
  for (const Row& row :
       {Row{"2024-10-24", "2024-10-24"}, Row{"2024-10-24T08:30Z", "2024-10-24T08:30+00:00"},
        Row{"Thu, 24 Oct 2024 08:30:00 +0200", "2024-10-24T08:30+02:00"},
        Row{"24 Oct 2024 08:30:00 GMT", "2024-10-24T08:30+00:00"}, Row{"gestern", ""},
        Row{"31 Feb 2024", ""}}) {
    CAPTURE(row.written);
    const Document document = read_checked(
        std::string("{\"text\":\"a\",\"published\":\"") + row.written + "\"}", "a.json");
    const auto& published = document.info.published;
    CHECK((published ? to_iso(*published) : "") == row.read);
    CHECK(document.notes.size() == (published ? 0 : 1));
  }
}

TEST_CASE("defaults hold where the article is silent") {
  const ScratchFile file(
      "defaults.jsonl",
      "{\"text\":\"a\"}\n{\"text\":\"b\",\"outlet\":\"B\",\"language\":\"fr\"}\n");
  const ReadAll all = read_all({file.path()}, {"A", "de", parse_iso("2024-10-24")});
  REQUIRE(all.documents.size() == 2);
  CHECK(all.documents[0].info.outlet == "A");
  CHECK(all.documents[0].info.language == "de");
  CHECK(to_iso(*all.documents[0].info.published) == "2024-10-24");
  CHECK(all.documents[1].info.outlet == "B");
  CHECK(all.documents[1].info.language == "fr");
}

TEST_CASE("an id is made of the content, and only of it") {
  const auto id = [](const char* bytes) { return read_checked(bytes, "a.json").info.id; };
  CHECK(id("{\"text\":\"a\"}") == id("{ \"text\" : \"\\u0061\" }"));
  CHECK(id("{\"text\":\"a\"}") != id("{\"text\":\"b\"}"));
  CHECK(id("{\"text\":\"a\"}") != id("{\"text\":\"a\",\"outlet\":\"O\"}"));
  CHECK(id("{\"text\":\"a\"}").substr(0, 2) == "a-");
  CHECK(id("{\"text\":\"a\"}").size() == 18);
  CHECK(id("{\"text\":\"a\",\"id\":17}") == "17");
}

TEST_CASE("compressed files read like plain ones, also in several members") {
  std::string bytes;
  for (int i = 0; i < 2000; ++i)
    bytes += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Satz " + std::to_string(i) + "\"}\n";
  const std::string half = bytes.substr(0, bytes.size() / 2);
  const std::string rest = bytes.substr(bytes.size() / 2);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.jsonl", bytes},
      {"a.jsonl.gz", gzipped(bytes)},
      {"b.jsonl.gz", gzipped(half) + gzipped(rest)},
      {"a.jsonl.zst", zstd_compressed(bytes)},
      {"b.jsonl.zst", zstd_compressed(half) + zstd_compressed(rest)},
      {"misnamed.jsonl", gzipped(bytes)},
  };
  for (const auto& [file_name, content] : files) {
    const std::string& name = file_name;
    CAPTURE(name);
    const ScratchFile file(name, content);
    const ReadAll all = read_all({file.path()});
    for (const Error& error : all.errors) FAIL_CHECK(describe(error));
    REQUIRE(all.documents.size() == 2000);
    CHECK(all.documents[1999].info.id == "1999");
    check_way_back(all.documents[1234], bytes);
  }
}

TEST_CASE("directories are walked in order, hidden and foreign files left out") {
  const ScratchFile b("walk/b.txt", "Zweiter Text.");
  const ScratchFile a("walk/sub/a.json.gz", gzipped("{\"text\":\"Erster\"}"));
  const ScratchFile c("walk/c.md", "# Dritter");
  const ScratchFile hidden("walk/.hidden.txt", "Nein.");
  const ScratchFile image("walk/d.png", "\x89PNG");
  const std::string folder = std::filesystem::path(b.path()).parent_path().string();
  ArticleSource source({folder}, {});
  std::vector<std::string> names;
  while (auto next = source.next()) {
    REQUIRE(next->has_value());
    names.push_back(std::filesystem::path((*next)->file).filename().string());
  }
  CHECK(names == std::vector<std::string>{"b.txt", "c.md", "a.json.gz"});
  CHECK(source.bytes_read() == source.bytes_total());
  CHECK(source.bytes_total() > 0);
}

TEST_CASE("formats are told by content before the name") {
  CHECK(read_checked("{\"text\":\"a\"}", "a.txt").text == "a");
  CHECK(read_checked("<!DOCTYPE html><p>Ein Satz.</p>", "a.txt").text == "Ein Satz.");
  CHECK(read_checked("\n <html><body>Ein Satz.", "-").text == "Ein Satz.");
  CHECK(read_checked("[dpa] Ein Satz.", "-").text == "[dpa] Ein Satz.");
  CHECK(read_checked("{so} beginnt der Text.", "-").text == "{so} beginnt der Text.");
  CHECK(read_checked("3 < 5 und 7 > 2.", "a.txt").text == "3 < 5 und 7 > 2.");
}

TEST_CASE("a long line of ten megabytes is one article") {
  std::string text(10U << 20U, 'a');
  for (std::size_t at = 60; at < text.size(); at += 60) text[at] = ' ';
  const std::string bytes = "{\"language\":\"en\",\"text\":\"" + text + "\"}\n{\"text\":\"b\"}\n";
  const ScratchFile file("long.jsonl", bytes);
  const ReadAll all = read_all({file.path()});
  CHECK(all.errors.empty());
  REQUIRE(all.documents.size() == 2);
  CHECK(all.documents[0].text == text);
}

TEST_CASE("plain documents") {
  const Document document = plain_document("Zwölf Mann.", "de", parse_iso("2024-10-24"));
  CHECK(document.text == "Zwölf Mann.");
  CHECK(document.info.language == "de");
  CHECK(document.info.published.has_value());
  CHECK(plain_document("", "de").text.empty());
  CHECK(plain_document("a\xFF", "de").text == "a\uFFFD");
  CHECK(plain_document("The treaty was signed in June.", "").info.language == "en");
}

}  // namespace twosource
