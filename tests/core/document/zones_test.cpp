#include "core/document/zones.h"
#include "core/document/title_tail.h"

#include <doctest/doctest.h>

#include "core/document/zone_marks.h"
#include "core/document/zone_words.h"
#include "tests/core/document/checks.h"

namespace twosource {

TEST_CASE("the data of zones is free of faults") {
  for (const Error& fault : zone_words().faults) FAIL_CHECK(describe(fault));
  CHECK(load_zone_words("{\"languages\":{}}").faults.size() >= 1);
}

TEST_CASE("what an outlet takes back") {
  const auto notice = [](const char* text, const char* title = "") {
    const ZoneFindings found = find_zones({text, title});
    return std::string(name_of(found.notice.kind));
  };
  CHECK(notice("Ein Satz.\n\nKorrektur: In einer früheren Version stand 15.") == "corrected");
  CHECK(notice("Ein Satz.\n\n*Anmerkung der Redaktion, 13.10.2020: In einer früheren Fassung "
               "stand 15.") == "corrected");
  CHECK(notice("One.\n\nAn earlier version of this story said 15.") == "corrected");
  CHECK(notice("One.", "CORRECTED - Soldiers on the way") == "corrected");
  CHECK(notice("One.\n\nThis article has been retracted.") == "retracted");
  CHECK(notice("Une phrase.\n\nUne version précédente de cet article parlait de 15.") ==
        "corrected");
  CHECK(notice("Предложение.\n\nИсправление: в тексте говорилось о 15.") == "corrected");
  // Other notes, and statements that only begin alike.
  CHECK(notice("Ein Satz.\n\nAnmerkung der Redaktion: Die Namen sind geändert.") == "none");
  CHECK(notice("Die Korrektur der Märkte geht weiter.\n\nKorrektur der Kurse um 15 Prozent.") ==
        "none");
  CHECK(notice("Corrections officers fired 15 shots.") == "none");
}

TEST_CASE("what a note says was wrong is no statement") {
  const std::string text = "Ein Satz.\n\nKorrektur: Es waren 12, nicht 15.\n\nNoch ein Satz.";
  const ZoneFindings found = find_zones({text, ""});
  REQUIRE(found.zones.size() == 1);
  CHECK(found.zones[0].zone == Zone::Boilerplate);
  CHECK(found.notice.text == "Korrektur: Es waren 12, nicht 15.");
}

TEST_CASE("zones of plain text") {
  struct Row {
    const char* what;
    const char* text;
    std::vector<std::string> lines;
  };
  const std::string prose =
      "Der Vertrag wurde im Juni unterzeichnet, sagte ein Sprecher des Ministeriums am Donnerstag "
      "vor der Presse in Berlin.";
  const std::vector<Row> rows = {
      {"one sentence",
       "North Korea has sent 12,000 troops to Russia.",
       {"body: North Korea has sent 12,000 troops to Russia."}},
      {"headline twice, glued to a kicker",
       "NachrichtenNeues Bündnis besiegelt\n\nNeues Bündnis besiegelt\n\nEin Satz.",
       {"headline: NachrichtenNeues Bündnis besiegelt", "headline: Neues Bündnis besiegelt",
        "body: Ein Satz."}},
      {"caption twice above its credit",
       "Titel\n\nKim winkt.\nKim winkt.\nBildquelle: © Getty Images | 2024 Anadolu\n\nEin Satz.",
       {"headline: Titel", "caption: Kim winkt.", "caption: Kim winkt.",
        "boilerplate: Bildquelle: © Getty Images | 2024 Anadolu", "body: Ein Satz."}},
      {"credits of other languages",
       "A.\n\nPhoto: AP\n\nКим. Фото: ТАСС\n\nFot. PAP\n\nCrédit photo : AFP\n\nGetty Images",
       {"body: A.", "boilerplate: Photo: AP", "caption: Ким. Фото: ТАСС", "boilerplate: Fot. PAP",
        "boilerplate: Crédit photo : AFP", "boilerplate: Getty Images"}},
      {"no credits",
       "Das Foto: eine Fälschung, sagte er.\n\nAuf dem Bild waren 12 Mann.",
       {"body: Das Foto: eine Fälschung, sagte er.//Auf dem Bild waren 12 Mann."}},
      {"teasers to the end",
       "Ein Satz.\n\nFür Sie ausgewählt\n\nMinister tritt zurück\n\n7 Tote",
       {"body: Ein Satz.", "boilerplate: Für Sie ausgewählt", "boilerplate: Minister tritt zurück",
        "boilerplate: 7 Tote"}},
      {"single lines of furniture",
       "One.\n\nAdvertisement\n\nRead more: Ten killed\n\nTwo.\n\nЧитайте также: Курс рубля",
       {"body: One.", "boilerplate: Advertisement", "boilerplate: Read more: Ten killed",
        "body: Two.", "boilerplate: Читайте также: Курс рубля"}},
      {"a list",
       "Es kamen:\n\n- 12 Mann\n- 3 Frauen\n\n- so begann er.",
       {"body: Es kamen:", "list: - 12 Mann", "list: - 3 Frauen", "list: - so begann er."}},
      {"a date is no list",
       "24. Oktober: Die Duma stimmt zu.\n\nEin Satz.",
       {"body: 24. Oktober: Die Duma stimmt zu.//Ein Satz."}},
      {"a table",
       "So war es.\n\nLand\tPlatz\nNordkorea\t127",
       {"body: So war es.", "table: Land\tPlatz", "table: Nordkorea\t127"}},
      {"a quotation as a block",
       "Er sagte:\n\n„Wir haben 12.000 Mann geschickt.“\n\n\"Ja\", sagte er, \"so ist es.\"",
       {"body: Er sagte:", "quote: „Wir haben 12.000 Mann geschickt.“",
        "body: \"Ja\", sagte er, \"so ist es.\""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Document document = plain_document(row.text, "de");
    check_way_back(document, row.text);
    check_zones(document);
    CHECK(zone_lines(document) == row.lines);
  }
  // Prose ends the teasers; a short line before prose is a heading of its section.
  const std::string text = "Titel hier\n\n" + prose + "\n\nLesen Sie auch\n\nPreise steigen\n\n" +
                           prose + "\n\nKims Soldaten\n\n" + prose;
  CHECK(zone_lines(plain_document(text, "de")) ==
        std::vector<std::string>{"headline: Titel hier", "lead: " + prose,
                                 "boilerplate: Lesen Sie auch", "boilerplate: Preise steigen",
                                 "body: " + prose, "headline: Kims Soldaten", "body: " + prose});
}

TEST_CASE("lines wrapped by hand are paragraphs") {
  const std::string text =
      "Troops sent north\n\n"
      "The lower house of parliament ratified the treaty\n"
      "with North Korea on Thursday, officials in the\n"
      "capital said after the vote had been counted.\n\n"
      "The treaty had been signed in June by the two\n"
      "leaders in Pyongyang, where they met for the\n"
      "second time within a year, and runs for ever.\n";
  const auto lines = zone_lines(plain_document(text, "en"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "headline: Troops sent north");
  CHECK(lines[1].substr(0, 60) == "lead: The lower house of parliament ratified the treaty/with");
  CHECK(lines[1].substr(lines[1].size() - 8) == "counted.");
}

TEST_CASE("agencies of datelines and credits") {
  struct Row {
    const char* text;
    const char* agency;
  };
  for (const Row& row :
       {Row{"Seoul (dpa) - Nordkorea hat Soldaten geschickt.", "dpa"},
        Row{"BERLIN, Oct 24 (Reuters) - Germany said so.", "Reuters"},
        Row{"Titel\n\nFrankfurt (Oder) (dpa/AFP) – Die Oder steigt.", "dpa/AFP"},
        Row{"Ein Satz.\n\nQuelle: dpa", "dpa"}, Row{"Ein Satz.\n\n(AFP)", "AFP"},
        Row{"Kasan (pam/ar) - Nach dem Vertrag.", "pam/ar"},
        Row{"PORT CALDER, Oct 24 (NSPA) - Councillors voted.", "NSPA"},
        Row{"Er sprach (dpa berichtete darüber) - und ging.", ""},
        Row{"Die Partei (SPD) - so heißt es - gewann.", ""}, Row{"Ein Satz.", ""}}) {
    CAPTURE(row.text);
    CHECK(plain_document(row.text, "de").info.agency == row.agency);
  }
}

TEST_CASE("a title that the text repeats is read once") {
  const Document document = read_checked(
      R"({"title":"Bündnis besiegelt","text":"Bündnis besiegelt\n\nDie Duma stimmte zu."})",
      "a.json");
  CHECK(document.title_in_text);
  CHECK(zone_lines(document)[0] == "headline: Bündnis besiegelt");
  CHECK(document.zone_at(Field::Title, 0) == Zone::Headline);
  CHECK(document.zone_at(Field::Text, 3) == Zone::Headline);
  CHECK(document.zone_at(Field::Text, 25) == Zone::Body);
}

TEST_CASE("a notice of rights is no part of the article, prose about rights is") {
  for (const char* line :
       {"Copyright 2016 Hillford Media. All rights reserved.",
        "TM and © Copyright 2016 Hillford Radio Inc. and its subsidiaries.", "(© 2016 Hillford)",
        "©2016 Hillford", "Published: Thursday, 12/17/2015"}) {
    CAPTURE(line);
    CHECK(furniture_of(line) == Furniture::Line);
  }
  for (const char* line :
       {"The copyright of the song ran out in 2016, a court said.",
        "In 2016 the copyright law was changed.", "© Marla Vane, 24, of Hillford"}) {
    CAPTURE(line);
    CHECK(furniture_of(line) == Furniture::None);
  }
}

TEST_CASE("the outlet's name behind a headline is none of its words") {
  const auto kept = [](std::string_view title, std::string_view outlet) {
    return std::string(title.substr(0, title_tail(title, outlet)));
  };
  CHECK(kept("Bridge closed after flood - WXYZ NewsChannel 11 Hillford", "wxyz.com") ==
        "Bridge closed after flood");
  CHECK(kept("Zwölf Verletzte bei Brand | Der Kurier 24", "der-kurier.example") ==
        "Zwölf Verletzte bei Brand");
  CHECK(kept("Fire kills 3 – NBC4 Hillford", "www.nbchillford.example") == "Fire kills 3");
  CHECK(kept("12 hurt - 3 of them badly", "wxyz.com") == "12 hurt - 3 of them badly");
  CHECK(kept("Die Welt - 12 Tote", "wxyz.com") == "Die Welt - 12 Tote");
  CHECK(kept("", "wxyz.com").empty());
  CHECK(kept("A - ", "").size() == 4);
}

}  // namespace twosource
