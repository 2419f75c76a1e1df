#include <doctest/doctest.h>

#include "tests/core/document/checks.h"

namespace twosource {
namespace {
const std::string kPages = std::string(TWOSOURCE_SOURCE_DIR) + "/tests/core/document/pages/";
}

TEST_CASE("a German news page") {
  const std::string bytes = file_bytes(kPages + "tagespost.html");
  const Document document = read_checked(bytes, "tagespost.html");
  CHECK(document.info.title == "Hochwasser an der Oder: 1.200\u00A0Menschen verlassen ihre Häuser");
  CHECK(document.title_in_text);
  CHECK(document.info.outlet == "Tagespost Neustadt");
  CHECK(document.info.url == "https://tagespost.example/hochwasser-oder");
  CHECK(document.info.language == "de-DE");
  CHECK(!document.language_detected);
  CHECK(document.info.agency == "dpa");
  REQUIRE(document.info.published.has_value());
  CHECK(to_iso(*document.info.published) == "2024-09-18T07:45+02:00");
  CHECK(
      zone_lines(document) ==
      std::vector<std::string>{
          "headline: Brandenburg",
          "headline: Hochwasser an der Oder: 1.200\u00A0Menschen verlassen ihre Häuser",
          "lead: Nach tagelangem Regen sind in Brandenburg rund 1.200\u00A0Menschen in Sicherheit "
          "gebracht worden.",
          "caption: Helfer stapeln Sandsäcke am Deich. Foto: M. Kurz/dpa",
          "body: Frankfurt (Oder) (dpa) - Die Pegel der Oder sind am Mittwoch auf 6,10\u00A0Meter "
          "gestiegen. Das teilte das Landesamt für Umwelt mit.//„Wir rechnen mit dem Scheitel am "
          "Freitag“, sagte der Sprecher am Morgen.",
          "headline: Zwei Deiche weichen auf",
          "body: Zwei Deiche seien aufgeweicht, hieß es – mehr als 400 Helfer seien im "
          "Einsatz.//Die Bahn stellte den Verkehr ein.",
          "quote: So hoch stand das Wasser zuletzt 2010.",
          "list: Slubice: 5,90 Meter",
          "list: Ratzdorf: 6,25 Meter",
          "table: Ort | Pegel",
          "table: Eisenhüttenstadt | 6,40\u00A0m",
          "boilerplate: Lesen Sie auch: Was Betroffene jetzt wissen müssen",
          "body: Die Behörden erwarten, dass sich die Lage am Wochenende langsam entspannt und die "
          "ersten Bewohner zurückkehren können.",
      });
  CHECK(source_of(document, bytes, "auf 6,10\u00A0Meter gestiegen") ==
        "auf\n       <strong>6,10&nbsp;Meter</strong> gestiegen");
  CHECK(source_of(document, bytes, "für") == "f&uuml;r");
  CHECK(source_of(document, bytes, "Eisenhüttenstadt | 6,40") == "Eisenhüttenstadt</td><td>6,40");
}

TEST_CASE("an English page in windows-1252 with open paragraphs") {
  const std::string bytes = file_bytes(kPages + "courier.html");
  const Result<Document> document = read_article(bytes, "courier.html");
  REQUIRE(document.has_value());
  check_way_back(*document, bytes, false);
  check_zones(*document);
  CHECK(document->info.title == "Parliament backs treaty 397–0");
  CHECK(document->info.outlet == "The Harbour Courier");
  CHECK(document->info.language == "en");
  CHECK(document->info.agency == "Reuters");
  REQUIRE(document->info.published.has_value());
  CHECK(to_iso(*document->info.published) == "2024-10-24");
  CHECK(document->text.find("A café owner near the “Red Square” said") != std::string::npos);
  for (const char* gone : {"Home", "Most read", "Copyright", "Buy now", "Ten killed"}) {
    CAPTURE(gone);
    CHECK(document->text.find(gone) == std::string::npos);
  }
  CHECK(zone_lines(*document)[3] == "boilerplate: Read more: Seoul summons ambassador");
  CHECK(source_of(*document, bytes, "café") == "caf\xE9");
  CHECK(source_of(*document, bytes, "“Red Square”") == "\x93Red Square\x94");
}

TEST_CASE("a page of bare divisions: the prose is found") {
  const std::string bytes = file_bytes(kPages + "divsoup.html");
  const Document document = read_checked(bytes, "divsoup.html");
  CHECK(document.info.title == "Sejm przyjął ustawę \"morską\"");
  CHECK(!document.title_in_text);
  CHECK(document.info.language == "pl-PL");
  const std::vector<std::string> lines = zone_lines(document);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].substr(0, 16) == "lead: Sejm przyj");
  CHECK(lines[2] == "boilerplate: Fot. PAP/Jan Kowal");
  CHECK(lines[3] == "boilerplate: Czytaj także: Rekordowy wynik portów");
}

TEST_CASE("facts of a page: the better source wins") {
  struct Row {
    const char* what;
    const char* head;
    const char* title;
    const char* outlet;
    const char* published;
  };
  const std::vector<Row> rows = {
      {"title with outlet", "<title>Zwölf Verletzte bei Unfall auf der A9 | Blatt</title>",
       "Zwölf Verletzte bei Unfall auf der A9", "Blatt", ""},
      {"OpenGraph before title",
       "<title>x</title><meta property='og:title' content='A &amp; B'>"
       "<meta property='og:site_name' content='Blatt'>",
       "A & B", "Blatt", ""},
      {"JSON-LD in a list",
       "<script type='application/ld+json'>[{\"@type\":\"BreadcrumbList\"},{\"@type\":"
       "\"ReportageNewsArticle\",\"headline\":\"H &quot;1&quot;\",\"datePublished\":\"2024-10-24\","
       "\"publisher\":{\"name\":\"P\"}}]</script>",
       "H \"1\"", "P", "2024-10-24"},
      {"broken JSON-LD", "<script type='application/ld+json'>{\"@type\":</script><title>T</title>",
       "T", "", ""},
      {"time element",
       "<title>T</title></head><body><time datetime='2024-10-24T08:00Z'>heute</time>", "T", "",
       "2024-10-24T08:00+00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string bytes =
        std::string("<!doctype html><html><head>") + row.head + "<body><p>Ein Satz im Text.</p>";
    const Document document = read_checked(bytes, "a.html");
    CHECK(document.info.title == row.title);
    CHECK(document.info.outlet == row.outlet);
    const auto& published = document.info.published;
    CHECK((published ? to_iso(*published) : "") == row.published);
  }
}

TEST_CASE("long paragraphs and odd entities keep their way back") {
  std::string bytes = "<html><body><p>";
  for (int i = 0; i < 500; ++i) bytes += "Größe &amp; &#228; &hellip; &unknown; & 12.000 ";
  bytes += "</p></body></html>";
  const Document document = read_checked(bytes, "a.html");
  CHECK(source_of(document, bytes, "… &unknown; & 12.000 Größe & ä") ==
        "&hellip; &unknown; & 12.000 Größe &amp; &#228;");
}

TEST_CASE("hostile HTML is bounded") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += piece;
    return out;
  };
  const std::vector<std::string> hostile = {
      "<html>" + repeated("<div>", 200000) + "x",
      "<html>" + repeated("<b>", 100000) + "x" + repeated("</i>", 100000),
      "<html><p>" + repeated("<a href='", 20000),
      "<html><p>x" + repeated("&", 100000),
      "<html>" + repeated("</p>", 100000) + "x",
      "<html><table>" + repeated("<tr><td>1", 20000),
      "<html><body>\x01\x02 text <p \x03>y<!-- ",
      "<html><script>" + std::string(100000, 'x'),
  };
  for (const std::string& bytes : hostile) {
    CAPTURE(bytes.substr(0, 30));
    const Result<Document> document = read_article(bytes, "a.html");
    if (document) {
      check_way_back(*document, bytes, false);
      check_zones(*document);
    } else {
      CHECK(!document.error().message.empty());
    }
  }
}

}  // namespace twosource
