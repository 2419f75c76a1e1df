// Bad input: each fault is one clear error with file and line, and what is sound around it is read.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/core/document/checks.h"

namespace twosource {

using namespace std::string_view_literals;

namespace {

// "LINE: MESSAGE" of each error.
std::vector<std::string> errors_of(const ReadAll& all) {
  std::vector<std::string> out;
  for (const Error& error : all.errors)
    out.push_back(std::to_string(error.line) + ": " + error.message);
  return out;
}

}  // namespace

TEST_CASE("a broken line among sound ones") {
  struct Row {
    std::string line;
    std::string message;
  };
  const std::vector<Row> rows = {
      {R"({"text":"a")", "the text ends where ',' or '}' should stand"},
      {R"({"id":"a"})", "the record has no 'text' (nor schema.org's 'articleBody')"},
      {R"({"text":7})", "'text' is not a string"},
      {R"({"text":null})", "'text' is not a string"},
      {R"({"text":"a","title":["b"]})", "'title' is not a string"},
      {R"({"text":"a","published":20241024})", "'published' is not a string"},
      {R"({"text":"a","text":"b"})", "the key \"text\" stands twice in one object"},
      {R"({"text":"\ud800 a"})", "a high surrogate without the low one behind it"},
      {"{\"text\":\"\xFF\"}", "not UTF-8; save the file as UTF-8"},
      {"{\"text\":\"a" + std::string(1, '\0') + "b\"}",
       "a control character stands raw in a string (a NUL byte)"},
      {R"(["text"])", "expected an article record {\"text\": ...}, found something else"},
      {R"({"text":" \n "})", "the article has no text; give it one, or leave the record out"},
      {std::string(100000, '['), "nested deeper than 512 levels"},
      {"Kein JSON", "expected a value, found 'K'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    std::string bytes;
    for (int i = 1; i <= 30; ++i) bytes += i == 17 ? row.line + "\n" : "{\"text\":\"Satz\"}\n";
    const ScratchFile file("broken.jsonl", bytes);
    const ReadAll all = read_all({file.path()});
    CHECK(all.documents.size() == 29);
    CHECK(errors_of(all) == std::vector<std::string>{"17: " + row.message});
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].file == file.path());
    CHECK(all.errors[0].column >= 1);
  }
}

TEST_CASE("a broken first line does not hide the others") {
  const ScratchFile file("first.data", "{\"text\":\"a\"\n{\"text\":\"b\"}\n");
  const ReadAll all = read_all({file.path()});
  CHECK(all.documents.size() == 1);
  CHECK(errors_of(all) ==
        std::vector<std::string>{"1: the text ends where ',' or '}' should stand"});
}

TEST_CASE("a broken record in a list") {
  const std::string good = "  {\n    \"text\": \"Satz\"\n  }";
  struct Row {
    std::string record;
    std::string error;
  };
  const std::vector<Row> rows = {
      {"  {\n    \"text\": 7\n  }", "6: 'text' is not a string"},
      {"  {\n    \"text\": \"a\n  }",
       "6: a control character stands raw in a string (a line break; write \\n)"},
      {"  {\n    \"text\": \"a\"", "7: expected a key, found '{'"},
      {"  {\n    \"text\" \"a\"\n  }", "6: expected ':' after a key, found '\"'"},
      {"  {\n    \"text\": \"\xFF\"\n  }", "6: not UTF-8; save the file as UTF-8"},
      {"  7", "5: expected an article record {\"text\": ...}, found something else"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.record);
    const ScratchFile file(
        "list.json", "[\n" + good + ",\n" + row.record + ",\n" + good + ",\n" + good + "\n]\n");
    const ReadAll all = read_all({file.path()});
    REQUIRE(!all.errors.empty());
    CHECK(errors_of(all)[0] == row.error);
    CHECK(all.errors.size() == 1);
    CHECK(all.documents.size() == 3);
  }
}

TEST_CASE("much that is broken costs little and floods nobody") {
  // Every other record of a long list lacks its closing bracket or a quote.
  for (const char* broken : {"{\n\"text\": \"b\",\n", "{\n\"text\": \"b,\n\"id\": \"\"\n},\n"}) {
    CAPTURE(broken);
    std::string bytes = "[\n";
    for (int i = 0; i < 5000; ++i) bytes += std::string(broken) + "{\n\"text\": \"a\"\n},\n";
    bytes += "{\"text\":\"z\"}\n]";
    const ScratchFile file("many.json", bytes);
    const ReadAll all = read_all({file.path()});
    CHECK(all.documents.size() == 5001);
    CHECK(all.errors.size() == 5000);
  }
  const ScratchFile words("words.json", "Das ist kein JSON, und viele Worte.");
  CHECK(read_all({words.path()}).errors.size() == 1);
  std::string large = "[\n{\"text\":\"";
  large.append(kMaxArticleBytes + 10, 'x');
  large += "\"},\n{\"text\":\"b\"}\n]\n";
  const ScratchFile file("large.json", large);
  const ReadAll all = read_all({file.path()});
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].kind == ErrorKind::TooLarge);
  CHECK(all.documents.size() == 1);
}

TEST_CASE("files that hold no article") {
  struct Row {
    const char* name;
    std::string_view bytes;
    const char* message;
  };
  const std::vector<Row> rows = {
      {"empty.txt", "", "the file is empty"},
      {"blank.txt", " \n\n", "the article has no text; give it one, or leave the record out"},
      {"a.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv,
       "this is a PNG image; give plain text, Markdown, HTML or JSON"},
      {"a.txt", "%PDF-1.7\n", "this is a PDF document; give plain text, Markdown, HTML or JSON"},
      {"a.json", "PK\x03\x04\x14\0"sv,
       "this is a ZIP archive; give plain text, Markdown, HTML or JSON"},
      {"a",
       "\x7F"
       "ELF\x02\x01"sv,
       "this is an ELF program; give plain text, Markdown, HTML or JSON"},
      {"nul.txt", "Ein Text mit einem Nullbyte \0 darin."sv,
       "this is not text: zero byte at offset 28"},
      {"feed.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>",
       "is XML (<rss>); give an HTML page, JSON records or plain text"},
      {"front.txt", "---\ntitle: a\ntitle: b\n---\nText.",
       "front matter: 'title' stands twice; keep one"},
      {"list.json", "[]", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const ScratchFile file(row.name, row.bytes);
    const ReadAll all = read_all({file.path()});
    CHECK(all.documents.empty());
    if (row.message[0] == '\0') {
      CHECK(all.errors.empty());
      continue;
    }
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].message == row.message);
    CHECK(all.errors[0].file == file.path());
  }
}

TEST_CASE("paths that cannot be read, and the next one that can") {
  const ScratchFile good("good.txt", "Ein Satz.");
  const ScratchFile foreign("folder/image.png", "\x89PNG");
  const std::string folder = std::filesystem::path(foreign.path()).parent_path().string();
  const ReadAll all = read_all({"/nonexistent/x.txt", folder, good.path()});
  REQUIRE(all.errors.size() == 2);
  CHECK(all.errors[0].kind == ErrorKind::NotFound);
  CHECK(describe(all.errors[0]) == "/nonexistent/x.txt: error: no such file; check the path");
  CHECK(all.errors[1].message.substr(0, 32) == "the directory holds no articles ");
  CHECK(all.documents.size() == 1);
}

TEST_CASE("compressed data that is cut off or damaged gives what came before") {
  std::string bytes;
  std::uint32_t random = 1;
  for (int i = 0; i < 20000; ++i) {
    random = random * 1664525U + 1013904223U;
    bytes += "{\"language\":\"en\",\"text\":\"number " + std::to_string(random) + "\"}\n";
  }
  for (const auto& [file_name, whole] :
       {std::pair<std::string, std::string>{"cut.jsonl.gz", gzipped(bytes)},
        {"cut.jsonl.zst", zstd_compressed(bytes)}}) {
    const std::string& name = file_name;
    CAPTURE(name);
    const ScratchFile cut(name, std::string_view(whole).substr(0, whole.size() * 3 / 4));
    const ReadAll all = read_all({cut.path()});
    CHECK(all.documents.size() > 5000);
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].message.find("is cut off; fetch the file again") != std::string::npos);
    CHECK(all.errors[0].line == all.documents.size() + 1);

    std::string damaged = whole;
    for (std::size_t at = damaged.size() / 2; at < damaged.size() / 2 + 64; ++at)
      damaged[at] = static_cast<char>(~damaged[at]);
    const ScratchFile bad("bad-" + name, damaged);
    const ReadAll some = read_all({bad.path()});
    // Without a checksum zstd may give other digits; gzip always has one.
    if (name.find(".gz") != std::string::npos) CHECK(!some.errors.empty());
    CHECK(some.documents.size() <= 20000);
  }
  const ScratchFile text("cut.txt.gz", std::string_view(gzipped("Ein Satz.")).substr(0, 15));
  const ReadAll none = read_all({text.path()});
  CHECK(none.documents.empty());
  CHECK(none.errors.size() == 1);
}

TEST_CASE("a cut list says so") {
  const ScratchFile file("cut.json", "[{\"text\":\"a\"},{\"text\":\"b\"}");
  const ReadAll all = read_all({file.path()});
  CHECK(all.documents.size() == 2);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].message == "the list of records has no closing ']'; the file may be cut off");
}

TEST_CASE("a line above the limit is refused and the next is read") {
  std::string bytes = "{\"text\":\"a\"}\n{\"text\":\"";
  bytes.append(kMaxArticleBytes + 10, 'x');
  bytes += "\"}\n{\"text\":\"b\"}\n";
  const ScratchFile file("huge.jsonl", bytes);
  const ReadAll all = read_all({file.path()});
  CHECK(all.documents.size() == 2);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].kind == ErrorKind::TooLarge);
  CHECK(all.errors[0].line == 2);
}

TEST_CASE("no bytes crash a reader") {
  const std::vector<std::string> seeds = {
      "---\ntitle: a\n---\n# T\n\n> *q* [a](b)\n\n- x\n",
      "<html><body><article><h1>T</h1><p>Ein &amp; Satz</p></article>",
      R"([{"text":"a\u00e4","id":"1"},{"articleBody":"b"}])",
      "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
      "Titel\n\nFoto: dpa\n\nEin Satz (dpa) - so.\n",
  };
  std::uint32_t random = 7;
  const auto next = [&] {
    random = random * 1664525U + 1013904223U;
    return random >> 8U;
  };
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = seeds[next() % seeds.size()];
    for (std::uint32_t i = 0; i < 1 + next() % 4; ++i) {
      const std::size_t at = next() % bytes.size();
      if (next() % 3 == 0) {
        bytes.erase(at, 1 + next() % 3);
      } else if (next() % 2 == 0) {
        bytes[at] = static_cast<char>(next() & 0xFFU);
      } else {
        bytes.insert(at, seeds[next() % seeds.size()].substr(0, next() % 12));
      }
      if (bytes.empty()) bytes = "x";
    }
    for (const char* name : {"a.txt", "a.md", "a.html", "a.json", "a.jsonl", "-"}) {
      const Result<Document> document = read_article(bytes, name);
      if (!document) {
        REQUIRE(!document.error().message.empty());
        continue;
      }
      CAPTURE(bytes);
      CAPTURE(name);
      check_way_back(*document, bytes, document->notes.empty());
      check_zones(*document);
    }
  }
}

}  // namespace twosource
