#include "core/text/encoding.h"

#include <doctest/doctest.h>

#include "tests/core/document/checks.h"

namespace twosource {

using namespace std::string_view_literals;

namespace {
std::string utf16(std::u16string_view text, bool little, bool mark) {
  std::string out;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    out += little ? low : high;
    out += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return out;
}
}  // namespace

TEST_CASE("encodings are told and decoded") {
  struct Row {
    const char* what;
    std::string bytes;
    std::string declared;
    std::string encoding;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"ASCII", "abc", "", "UTF-8", "abc"},
      {"UTF-8", "Bündnis", "windows-1252", "UTF-8", "Bündnis"},
      {"UTF-8 with mark", "\xEF\xBB\xBFö", "", "UTF-8", "ö"},
      {"UTF-16LE with mark", utf16(u"Größe 😀", true, true), "", "UTF-16LE", "Größe 😀"},
      {"UTF-16BE with mark", utf16(u"Größe", false, true), "", "UTF-16BE", "Größe"},
      {"UTF-16LE by its zeros", utf16(u"Am 24. Oktober", true, false), "", "UTF-16LE",
       "Am 24. Oktober"},
      {"Cyrillic UTF-16BE by its zeros", utf16(u"В четверг, 24 октября 2024", false, false), "",
       "UTF-16BE", "В четверг, 24 октября 2024"},
      {"windows-1252", "B\xFCndnis \x96 5 \x80", "", "windows-1252", "Bündnis – 5 €"},
      {"Latin-1 is windows-1252", "5 \x80", "iso-8859-1", "windows-1252", "5 €"},
      {"declared", "\xC4\xEE\xEC \xED\xE0", "windows-1251", "windows-1251", "Дом на"},
      {"declared nonsense", "B\xFCndnis", "klingon", "windows-1252", "Bündnis"},
      {"damaged UTF-8", "Größe, Höhe, Länge, Übermaß \xFF", "", "UTF-8",
       "Größe, Höhe, Länge, Übermaß \uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Result<Decoded> decoded = decode_text(row.bytes, row.declared);
    REQUIRE(decoded.has_value());
    CHECK(decoded->encoding == row.encoding);
    CHECK(decoded->text == row.text);
    std::uint32_t text_at = 0;
    std::uint32_t source_at = decoded->skipped;
    for (const Decoded::Run& run : decoded->runs) {
      CHECK(run.text_begin == text_at);
      CHECK(run.source_begin == source_at);
      text_at += run.text_length;
      source_at += run.source_length;
    }
    if (!decoded->same_bytes) {
      CHECK(text_at == row.text.size());
      CHECK(source_at == row.bytes.size());
    }
  }
}

TEST_CASE("long texts keep their offsets across the converter's buffer") {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 5000; ++i) {
    text += u"ä😀b";
    expected += "ä😀b";
  }
  const std::string bytes = utf16(text, true, true);
  const Result<Decoded> decoded = decode_text(bytes);
  REQUIRE(decoded.has_value());
  CHECK(decoded->text == expected);
  const Decoded::Run& last = decoded->runs.back();
  CHECK(last.source_begin + last.source_length == bytes.size());
}

TEST_CASE("binary data is named") {
  struct Row {
    std::string_view bytes;
    const char* kind;
  };
  const std::vector<Row> rows = {
      {"\x89PNG\r\n\x1A\n\0\0"sv, "a PNG image"},
      {"\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "a JPEG image"},
      {"%PDF-1.7\n%\xE2\xE3"sv, "a PDF document"},
      {"PK\x03\x04\x14\0\0\0"sv, "a ZIP archive"},
      {"\x7F"
       "ELF\x02\x01\x01\0"sv,
       "an ELF program"},
      {"SQLite format 3\0\x10"sv, "an SQLite database"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.kind);
    CHECK(binary_kind(row.bytes) == row.kind);
    const Result<Decoded> decoded = decode_text(row.bytes);
    REQUIRE(!decoded.has_value());
    CHECK(decoded.error().message == "this is " + std::string(row.kind) + ", not text");
  }
  CHECK(!binary_kind("Ein Text.").has_value());
  CHECK(decode_text("Text mit \0 darin"sv).error().message ==
        "this is not text: zero byte at offset 9");
  CHECK(!decode_text("\x01\x02\x03\x04 abc"sv).has_value());
}

TEST_CASE("the way back leads to the bytes of the original encoding") {
  const std::string latin = "B\xFCndnis besiegelt\n\nAm 24. Oktober \xABratifiziert\xBB.\n";
  const Result<Document> document = read_article(latin, "a.txt");
  REQUIRE(document.has_value());
  check_way_back(*document, latin, false);
  CHECK(source_of(*document, latin, "Bündnis") == "B\xFCndnis");
  CHECK(source_of(*document, latin, "«ratifiziert»") == "\xABratifiziert\xBB");
  const auto place = document->text_map.place(
      {static_cast<std::uint32_t>(document->text.find("ratifiziert")),
       static_cast<std::uint32_t>(document->text.find("ratifiziert") + 11)});
  REQUIRE(place.has_value());
  CHECK(place->begin_line == 3);
  CHECK(place->begin_column == 17);
  CHECK(document->notes == std::vector<std::string>{"decoded from windows-1252"});

  const std::string wide = utf16(u"Größe\nzwölf 😀 Mann", true, true);
  const Result<Document> other = read_article(wide, "b.txt");
  REQUIRE(other.has_value());
  check_way_back(*other, wide, false);
  const std::string record = utf16(u"{\"text\":\"zwölf\"}", true, true);
  const Result<Document> third = read_article(record, "c.json");
  REQUIRE(third.has_value());
  check_way_back(*third, record, false);
  CHECK(third->notes == std::vector<std::string>{"decoded from UTF-16LE"});
  CHECK(source_of(*third, record, "zwölf") == utf16(u"zwölf", true, false));
  CHECK(source_of(*other, wide, "Mann") == utf16(u"Mann", true, false));
}

}  // namespace twosource
