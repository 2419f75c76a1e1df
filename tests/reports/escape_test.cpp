#include "reports/escape.h"

#include <doctest/doctest.h>

#include "core/text/utf8.h"
#include "core/text/width.h"
#include "reports/json_writer.h"
#include "reports/registry.h"
#include "reports/wording.h"
#include "reports/wrap.h"
#include "tests/reports/fixture.h"

using namespace twosource;

TEST_CASE("one_line keeps text and drops what drives a terminal") {
  struct Row {
    int line;
    const char* text;
    const char* wanted;
  };
  const Row rows[] = {
      {__LINE__, "plain", "plain"},
      {__LINE__, "  two\t \n words ", "two words"},
      {__LINE__, "Öz 東京 é", "Öz 東京 é"},
      {__LINE__, "\x1b[31m", "\uFFFD[31m"},
      {__LINE__,
       "a\xc2\x9b"
       "b",
       "a\uFFFDb"},
      {__LINE__, "a\u202Eb", "a\uFFFDb"},
      {__LINE__, "a\u2066b\u2069", "a\uFFFDb\uFFFD"},
      {__LINE__, "\xff", "\uFFFD"},
      {__LINE__, "zero\u200Bwidth", "zero\u200Bwidth"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(one_line(row.text) == row.wanted);
  }
}

TEST_CASE("terminal_text is no command to a CI runner") {
  CHECK(terminal_text("::error file=x::y") == ":\u2060:error file=x:\u2060:y");
  CHECK(terminal_text("a ##[error] b") == "a #\u2060#[error] b");
  CHECK(terminal_text(":::") == ":\u2060:\u2060:");
  CHECK(terminal_text("18:30") == "18:30");
}

TEST_CASE("markdown_text leaves no markup") {
  struct Row {
    int line;
    const char* text;
    const char* wanted;
  };
  const Row rows[] = {
      {__LINE__, "12.000 Soldaten, 3,5 %", "12.000 Soldaten, 3,5 %"},
      {__LINE__, "<b>", "&lt;b&gt;"},
      {__LINE__, "&amp;", "&amp;amp;"},
      {__LINE__, "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
      {__LINE__, "[x](y)", "\\[x\\](y)"},
      {__LINE__, "a | b", "a &#124; b"},
      {__LINE__, "# head", "&#35;&#8203; head"},
      {__LINE__, "- item", "\\- item"},
      {__LINE__, "3. item", "3\\. item"},
      {__LINE__, "3.500 items", "3.500 items"},
      {__LINE__, "@user", "&#64;&#8203;user"},
      {__LINE__, "https://a.example", "https&#58;//a.example"},
      {__LINE__, "www.a.example", "www&#46;a.example"},
      {__LINE__, "18:30", "18:30"},
      {__LINE__, "::error::", "&#58;:error&#58;:"},
      {__LINE__, "$x$", "\\$x\\$"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(markdown_text(row.text) == row.wanted);
  }
}

TEST_CASE("decimal_text rounds and never prints what JSON cannot hold") {
  CHECK(decimal_text(0.93, 4) == "0.93");
  CHECK(decimal_text(1, 4) == "1");
  CHECK(decimal_text(0, 4) == "0");
  CHECK(decimal_text(-0.00001, 4) == "0");
  CHECK(decimal_text(0.99999, 4) == "1");
  CHECK(decimal_text(1200, 2) == "1200");
  CHECK(decimal_text(0.0 / 0.0, 4) == "0");
  CHECK(decimal_text(1e300, 4) == "0");
}

TEST_CASE("JSON strings") {
  const auto json = [](std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
  };
  CHECK(json("a\"b\\c\n\t") == "\"a\\\"b\\\\c\\n\\t\"");
  CHECK(json(std::string_view("\0", 1)) == "\"\\u0000\"");
  CHECK(json("\x1b\x7f") == "\"\\u001b\\u007f\"");
  CHECK(json("\xc2\x9b\u202E\u2028") == "\"\\u009b\\u202e\\u2028\"");
  CHECK(json("\xf3\xa0\x81\x81") == "\"\\udb40\\udc41\"");
  CHECK(json("\xff\xc3") == "\"\uFFFD\uFFFD\"");
  CHECK(json("Öz 東京 😀") == "\"Öz 東京 😀\"");
}

TEST_CASE("JsonWriter writes compact and indented") {
  const auto write = [](unsigned indent) {
    std::string out;
    JsonWriter json(out, indent);
    json.begin_object();
    json.member("a", "x");
    json.key("b"), json.begin_array();
    json.integer(1), json.real(0.5), json.boolean(true), json.null();
    json.end_array();
    json.key("c"), json.begin_object(), json.end_object();
    json.end_object();
    return out;
  };
  CHECK(write(JsonWriter::kCompact) == R"({"a":"x","b":[1,0.5,true,null],"c":{}})");
  CHECK(write(2) ==
        "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    0.5,\n    true,\n    null\n  ],\n  \"c\": "
        "{}\n}");
}

TEST_CASE("json is one object for one item, an array for none or several") {
  const auto all = fixture::story();
  const auto frame = [&](std::size_t items) {
    auto renderer = make_renderer("json", Content::Claims, {});
    std::string out = (*renderer)->open({});
    for (std::size_t i = 0; i < items; ++i) out += (*renderer)->join(std::to_string(i));
    return out + (*renderer)->close();
  };
  CHECK(frame(0) == "[]\n");
  CHECK(frame(1) == "0\n");
  CHECK(frame(2) == "[\n0,\n1\n]\n");
  CHECK(frame(3) == "[\n0,\n1,\n2\n]\n");
}

TEST_CASE("an unknown format names those that exist") {
  const auto made = make_renderer("htm", Content::Report, {});
  REQUIRE(!made);
  CHECK(made.error().kind == ErrorKind::Usage);
  for (const FormatInfo& format : formats()) {
    CHECK(made.error().message.find(format.name) != std::string::npos);
  }
}

TEST_CASE("wrapping counts columns") {
  const auto wrapped = [](std::string_view text, std::size_t width) {
    std::string out;
    append_wrapped(out, text, 0, 2, width);
    return out;
  };
  CHECK(wrapped("one two three", 8) == "one two\n  three\n");
  CHECK(wrapped("one\ntwo", 40) == "one\n  two\n");
  CHECK(wrapped("", 10) == "\n");
  CHECK(wrapped("中国日本", 5) == "中国\n  日\n  本\n");
  CHECK(wrapped("x中国", 5) == "x中国\n");
  CHECK(wrapped("abcdefghij", 5) == "abcde\n  fgh\n  ij\n");
  for (std::size_t width = 3; width < 30; ++width) {
    CAPTURE(width);
    const std::string page =
        wrapped("Die Öz 東京中国 sagte: überlanges-Wortgebilde é e\u0301x 😀😀", width);
    std::size_t at = 0;
    while (at < page.size()) {
      const std::size_t end = page.find('\n', at);
      CHECK(display_width(page.substr(at, end - at)) <= std::max<std::size_t>(width, 4));
      at = end + 1;
    }
  }
}

TEST_CASE("values in words") {
  struct Row {
    int line;
    Dimension dimension;
    const char* low;
    const char* high;
    Hedge hedge;
    const char* unit;
    const char* wanted;
  };
  const Row rows[] = {
      {__LINE__, Dimension::Number, "12000", "12000", Hedge::About, "", "about 12,000"},
      {__LINE__, Dimension::Number, "1990", "1990", Hedge::Exact, "", "1990"},
      {__LINE__, Dimension::Number, "1234567.25", "1234567.25", Hedge::Exact, "", "1,234,567.25"},
      {__LINE__, Dimension::Number, "-12000", "-12000", Hedge::Exact, "", "-12,000"},
      {__LINE__, Dimension::Number, "100", "", Hedge::Above, "", "more than 100"},
      {__LINE__, Dimension::Number, "100", "", Hedge::Exact, "", "at least 100"},
      {__LINE__, Dimension::Number, "", "5", Hedge::AtMost, "", "at most 5"},
      {__LINE__, Dimension::Percent, "10", "15", Hedge::Exact, "percent", "10 to 15%"},
      {__LINE__, Dimension::Number, "1000", "10000", Hedge::Order, "",
       "1000 to 10,000 (order of magnitude)"},
      {__LINE__, Dimension::Measure, "80", "80", Hedge::Exact, "kilometer-per-hour",
       "80 kilometers per hour"},
      {__LINE__, Dimension::Duration, "1", "1", Hedge::Exact, "year", "1 year"},
      {__LINE__, Dimension::Duration, "15", "", Hedge::Above, "year", "more than 15 years"},
      {__LINE__, Dimension::Duration, "1.5", "1.5", Hedge::Exact, "century", "1.5 centuries"},
      {__LINE__, Dimension::Measure, "10", "15", Hedge::Exact, "foot-per-second",
       "10 to 15 feet per second"},
      {__LINE__, Dimension::Measure, "-3", "-3", Hedge::Exact, "celsius", "-3 degrees Celsius"},
      {__LINE__, Dimension::Money, "1", "2", Hedge::Exact, "USD", "1 to 2 USD"},
      {__LINE__, Dimension::Ordinal, "127", "127", Hedge::Exact, "", "127th"},
      {__LINE__, Dimension::Ordinal, "2", "2", Hedge::Exact, "", "2nd"},
      {__LINE__, Dimension::Ordinal, "11", "11", Hedge::Exact, "", "11th"},
      {__LINE__, Dimension::Score, "397", "0", Hedge::Exact, "", "397:0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    Quantity value;
    if (*row.low != '\0') value.low = *Decimal::parse(row.low);
    if (*row.high != '\0') value.high = *Decimal::parse(row.high);
    value.hedge = row.hedge;
    value.unit = row.unit;
    CHECK(value_text(row.dimension, value) == row.wanted);
  }
}

TEST_CASE("days in words") {
  using namespace std::chrono;
  struct Row {
    Day from;
    Day to;
    const char* wanted;
  };
  const Row rows[] = {
      {2024y / 10 / 24, 2024y / 10 / 24, "2024-10-24"},
      {2024y / 2 / 1, 2024y / 2 / 29, "2024-02"},
      {2024y / 2 / 1, 2024y / 2 / 28, "2024-02-01 to 2024-02-28"},
      {2023y / 1 / 1, 2023y / 12 / 31, "2023"},
      {2023y / 1 / 1, 2023y / 6 / 30, "2023-01-01 to 2023-06-30"},
      {2022y / 1 / 1, 2023y / 12 / 31, "2022-01-01 to 2023-12-31"},
      {2023y / 1 / 1, kDistantFuture, "since 2023-01-01"},
      {kDistantPast, 2023y / 12 / 31, "until 2023-12-31"},
  };
  for (const Row& row : rows) CHECK(range_text({row.from, row.to}) == row.wanted);
}

TEST_CASE("no format lets a control character of an article through") {
  for (const FormatInfo& format : formats()) {
    for (const Content content : format.contents) {
      for (char32_t c = 0; c < 0x2070; ++c) {
        if (!is_unsafe(c)) continue;
        std::string text = "a";
        append_utf8(text, c);
        text += "b";
        const std::string out =
            fixture::rendered(std::string(format.name), content, fixture::hostile(text), {});
        CAPTURE(format.name);
        CAPTURE(static_cast<unsigned>(c));
        for (std::size_t at = 0; at < out.size();) {
          const CodePoint got = decode(out, at);
          REQUIRE_FALSE(is_unsafe(got.value));
          at += got.length;
        }
      }
    }
  }
}
