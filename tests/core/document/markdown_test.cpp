#include <doctest/doctest.h>

#include "tests/core/document/checks.h"

namespace twosource {

TEST_CASE("Markdown becomes text with zones, every piece with its way back") {
  const std::string source =
      "---\n"
      "title: \"Ein anderer \\\"Titel\\\"\"\n"
      "published: 2024-10-24\n"
      "---\n"
      "<!-- twosource-ignore hedge: said by\n"
      "the speaker -->\n"
      "# Neues *Bündnis* besiegelt\n"
      "\n"
      "Die **Duma** hat den [Vertrag](https://example.org/a_(b) \"Titel\") mit\n"
      "397&nbsp;Stimmen __ratifiziert__, 5 * 3 und snake_case bleiben, \\*so\\* auch.\n"
      "\n"
      "![Kim bei der Parade](kim.jpg)\n"
      "\n"
      "Zwischentitel\n"
      "-------------\n"
      "\n"
      "> Das ist ein\n"
      "> Bündnis.\n"
      "\n"
      "- erster Punkt\n"
      "- zweiter Punkt\n"
      "  geht weiter\n"
      "\n"
      "| Land | Platz |\n"
      "|------|------:|\n"
      "| Nordkorea | **127** |\n"
      "\n"
      "```\n"
      "12000 lines of code\n"
      "```\n"
      "\n"
      "    7000 more lines\n"
      "\n"
      "Siehe [das Portal][portal] und [dpa] sowie `12.000` Mann.[^1]\n"
      "\n"
      "[portal]: https://example.org\n";
  const Document document = read_checked(source, "a.md");
  CHECK(zone_lines(document) ==
        std::vector<std::string>{
            "headline: Neues Bündnis besiegelt",
            "lead: Die Duma hat den Vertrag mit 397\u00A0Stimmen ratifiziert, 5 * 3 und snake_case "
            "bleiben, *so* auch.",
            "caption: Kim bei der Parade",
            "headline: Zwischentitel",
            "quote: Das ist ein Bündnis.",
            "list: erster Punkt",
            "list: zweiter Punkt geht weiter",
            "table: Land | Platz",
            "table: Nordkorea | 127",
            "body: Siehe das Portal und [dpa] sowie 12.000 Mann.",
        });
  CHECK(document.info.title == "Ein anderer \"Titel\"");
  CHECK(!document.title_in_text);
  CHECK(source_of(document, source, "mit 397\u00A0Stimmen") == "mit\n397&nbsp;Stimmen");
  CHECK(source_of(document, source, "Bündnis besiegelt") == "Bündnis* besiegelt");
  CHECK(source_of(document, source, "127") == "127");
  CHECK(document.text.find("lines") == std::string::npos);
}

TEST_CASE("the first heading is the title") {
  const Document document = read_checked("# Der Titel\n\nEin Satz.\n", "a.md");
  CHECK(document.info.title == "Der Titel");
  CHECK(document.title_in_text);
}

TEST_CASE("Markdown without a name is told by its heading") {
  CHECK(zone_lines(read_checked("# Titel\n\nEin *Satz*.\n", "-")) ==
        std::vector<std::string>{"headline: Titel", "body: Ein Satz."});
  CHECK(read_checked("Ein *Satz* ohne Titel.\n", "-").text == "Ein *Satz* ohne Titel.\n");
}

TEST_CASE("hostile Markdown costs little and loses no text") {
  const std::vector<std::string> hostile = {
      std::string(200000, '*') + "a",  std::string(200000, '['),
      std::string(100000, '`') + " a", std::string(50000, '>') + " a",
      std::string(100000, '<') + "a",  "a" + std::string(100000, '&'),
      std::string(100000, '\\') + "a", "[a](" + std::string(100000, '('),
      "<!--" + std::string(1000, 'x'), "a\n" + std::string(100000, '|') + "\n|-|\n",
      "a ` `` ` `` ``` ` `` ` ```` a",
  };
  for (const std::string& source : hostile) {
    CAPTURE(source.substr(0, 20));
    const Result<Document> document = read_article(source, "a.md");
    if (document) check_way_back(*document, source);
  }
  std::string ladder;
  for (int i = 0; i < 3000; ++i) ladder += "[a](b *c _d `e";
  check_way_back(*read_article(ladder, "a.md"), ladder);
}

}  // namespace twosource
