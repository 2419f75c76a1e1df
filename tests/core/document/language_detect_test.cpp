#include "core/text/language_detect.h"

#include <doctest/doctest.h>

#include <vector>

namespace twosource {

TEST_CASE("short texts are told by their function words") {
  struct Row {
    const char* language;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"de", "Rund 12.000 Soldaten sollen an die Front geschickt werden."},
      {"de", "Nordkorea steht auf Platz 127 beim Bruttoinlandsprodukt."},
      {"de", "Russland und Nordkorea schließen ein Bündnis."},
      {"de", "Bei dem Unglück starben nach Angaben der Polizei zwölf Menschen."},
      {"de", "Die Duma stimmte dem Vertrag mit 397 Stimmen zu."},
      {"en", "More than 500 soldiers were killed, officials said."},
      {"en", "North Korea has sent 12,000 troops to Russia."},
      {"en", "The treaty was signed in Pyongyang on 19 June."},
      {"en", "Unemployment rose to 6.1 percent in October."},
      {"en", "Kim Jong-un met Vladimir Putin in the capital."},
      {"fr", "Plus de 500 soldats ont été tués, selon les autorités."},
      {"es", "Más de 500 soldados murieron, según las autoridades."},
      {"it", "Più di 500 soldati sono stati uccisi, secondo le autorità."},
      {"pl", "Ponad 500 żołnierzy zginęło, jak podają władze w Moskwie."},
      {"ru", "По данным властей, погибли более 500 солдат."},
      {"uk", "За даними влади, загинули понад 500 військових."},
      {"nl", "Meer dan 500 soldaten zijn gedood, aldus de politie."},
      {"sv", "Mer än 500 soldater har dödats, enligt polisen."},
      {"tr", "Yetkililere göre 500 asker öldü ve 20 kişi yaralandı."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(detect_language(row.text).tag == row.language);
  }
}

TEST_CASE("texts of some length are told reliably") {
  std::string german;
  for (int i = 0; i < 5; ++i)
    german +=
        "Das Abkommen verpflichtet beide Parteien zur gegenseitigen militärischen Unterstützung, "
        "falls eine von ihnen sich im Kriegszustand befindet. ";
  const DetectedLanguage found = detect_language(german);
  CHECK(found.tag == "de");
  CHECK(found.reliable);
}

TEST_CASE("what is no language is said to be none") {
  CHECK(detect_language("").tag == "und");
  CHECK(detect_language("12.000 - 397:0 (2024)").tag == "und");
  CHECK(!detect_language("xq zzkw").reliable);
  CHECK(!detect_language("\xFF\xFE\xFF broken").reliable);
}

}  // namespace twosource
