#include "core/text/segment.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/lang/registry.h"

using namespace twosource;

namespace {

std::string split(std::string_view text, std::string_view language) {
  std::string out;
  for (const Sentence& sentence :
       analyse_text(text, Languages::embedded().find(language).segmentation).sentences) {
    if (!out.empty()) out += '|';
    out += slice(text, sentence.span);
  }
  return out;
}

struct Row {
  const char* text;  // with | where a sentence ends; the space behind it is not printed
};

void check(const std::vector<Row>& rows, std::string_view language) {
  for (const Row& row : rows) {
    std::string text(row.text);
    std::string joined = text;
    for (std::size_t at = joined.find('|'); at != std::string::npos; at = joined.find('|'))
      joined[at] = ' ';
    CAPTURE(row.text);
    CHECK(split(joined, language) == text);
  }
}

}  // namespace

TEST_CASE("German sentences") {
  check(
      {
          {"Am 24. Oktober kam er.|Er blieb."},
          {"Im 19. Jahrhundert gab es z. B. Kriege."},
          {"Im 19. Jahrhundert gab es z.B. Kriege.|Das war so."},
          {"Das kostet ca. 5 Mio. Euro.|Mehr nicht."},
          {"Dr. Kim und Prof. Lee kamen.|Sie gingen."},
          {"Nordkorea liegt auf Platz 127.|Das Land ist arm."},
          {"Das war 2024.|Danach kam nichts."},
          {"\"Wir gehen.\"|Dann gingen sie."},
          {"Er fragte: „Wohin?“|Niemand antwortete."},
          {"Nach Art. 4 des Vertrags gilt das."},
          {"Die USA bzw. Russland u. a. Länder kamen."},
          {"Der 3. Platz ging an ihn.|Der 4. Platz nicht."},
          {"Es kostet 3.5 Euro...|Nein!|Doch."},
          {"J. K. Rowling kam am 5.10. nach Berlin.|Sie las."},
          {"Am 5. und 6. Mai war es so."},
      },
      "de");
}

TEST_CASE("English sentences") {
  check(
      {
          {"U.S. troops left.|They came back."},
          {"He lives in the U.S.|The house is big."},
          {"See No. 5 for details.|It is there."},
          {"Mr. Smith and Dr. Jones met on Oct. 24 in St. Louis.|They talked."},
          {"It rose 3.5 percent.|Prices fell."},
          {"John F. Kennedy spoke at 8 p.m. on Monday.|People listened."},
          {"\"We will go,\" he said.|\"Soon.\""},
          {"It cost $3.5bn.|Nobody paid."},
          {"He came at 8 a.m.|The rest came later."},
          {"Visit example.org for more.|Or not."},
          {"What?!|No."},
      },
      "en");
}

TEST_CASE("a blank line ends a sentence, with or without a stop") {
  CHECK(split("Eine Überschrift\n\nDer Text.", "de") == "Eine Überschrift|Der Text.");
  CHECK(split("", "de").empty());
  CHECK(split("他来了。他走了。", "und") == "他来了。|他走了。");
}

TEST_CASE("behind a figure and its unit a capital begins a sentence") {
  check({{"W lutym 4,9 proc.|Żywność podrożała."},
         {"Kosztuje 20 tys. zł.|Marek zapłacił."},
         {"Prof. Nowak i proc. wzrost"},
         {"Około 5 proc. osób"}},
        "pl");
  check({{"Это стоило 20 млн руб.|Москва заплатила."}, {"В г. Киеве живут 3 млн чел."}}, "ru");
}
