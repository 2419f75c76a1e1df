// Finding and linking names: tables of sentences with what must be found, all of it and no more.
#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "core/lang/registry.h"
#include "core/names/names.h"

using namespace twosource;

namespace {

std::string found_in(std::string_view language, std::string_view title, std::string_view text) {
  const LanguagePack& pack = Languages::embedded().find(language);
  const TokenizedText head_tokens = analyse_text(title, pack.segmentation);
  const FoldedText head(head_tokens);
  const TokenizedText body_tokens = analyse_text(text, pack.segmentation);
  const FoldedText body(body_tokens);
  std::string out;
  for (const FoundName& found :
       find_document_names(head, body, pack, NameIndex::of(pack, language))) {
    if (!out.empty()) out += "; ";
    out += found.mention.name->label + '=' + found.mention.name->id;
    if (!found.role.empty()) out += '(' + found.role + ')';
  }
  return out;
}

struct Row {
  int line;
  const char* text;
  const char* expected;
};

void check_rows(std::string_view language, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.text);
    CHECK(found_in(language, "", row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("German: countries, cities and organisations") {
  check_rows("de",
             {
                 {__LINE__, "Die Zusage Nordkoreas an Moskau",
                  "Nordkoreas=country:KP; Moskau=city:Europe/Moscow"},
                 {__LINE__, "ein Abkommen mit dem Iran und mit der Mongolei",
                  "Iran=country:IR; Mongolei=country:MN"},
                 {__LINE__, "Der Präsident des Iran reist nach Pjöngjang.",
                  "Iran=country:IR; Pjöngjang=city:Asia/Pyongyang"},
                 {__LINE__, "nordkoreanische Soldaten und russischer Weizen",
                  "nordkoreanische=country:KP; russischer=country:RU"},
                 {__LINE__, "Viele Nordkoreaner flohen, sagte eine Russin.",
                  "Nordkoreaner=country:KP; Russin=country:RU"},
                 {__LINE__, "Die USA und die Vereinigten Staaten sind dasselbe, US-Truppen ebenso.",
                  "USA=country:US; Vereinigten Staaten=country:US; US=country:US"},
                 {__LINE__, "Die Vereinten Nationen, kurz UNO, und der UNO-Sicherheitsrat",
                  "Vereinten Nationen=org:un; UNO=org:un; UNO-Sicherheitsrat=org:unsc"},
                 {__LINE__, "die Sanktionen des UN-Sicherheitsrats", "UN-Sicherheitsrats=org:unsc"},
                 {__LINE__, "Die Nato und die NATO", "Nato=org:nato; NATO=org:nato"},
                 {__LINE__, "laut IWF, EZB und RKI", "IWF=org:imf; EZB=org:ecb; RKI=org:rki"},
                 {__LINE__, "Die Staatsduma und die Duma stimmten zu.",
                  "Staatsduma=org:duma; Duma=org:duma"},
                 {__LINE__, "Der Kreml in Kyjiw, Kiew und Kiews Umland",
                  "Kreml=org:kremlin; Kyjiw=city:Europe/Kiev; Kiew=city:Europe/Kiev; "
                  "Kiews=city:Europe/Kiev"},
                 {__LINE__, "die Zeitung \"Wall Street Journal\" und das Portal Moscow Times",
                  "Wall Street Journal=org:wall-street-journal; Moscow Times=org:moscow-times"},
                 {__LINE__, "die Demokratische Volksrepublik Korea (DVRK)",
                  "Demokratische Volksrepublik Korea=country:KP; DVRK=country:KP"},
             });
}

TEST_CASE("German: agencies of a state") {
  check_rows("de",
             {
                 {__LINE__, "der südkoreanische Nachrichtendienst",
                  "südkoreanische Nachrichtendienst=org:nis-kr"},
                 {__LINE__, "Angaben des südkoreanischen Geheimdienstes",
                  "südkoreanischen Geheimdienstes=org:nis-kr"},
                 {__LINE__, "der Geheimdienst Südkoreas", "Geheimdienst Südkoreas=org:nis-kr"},
                 {__LINE__, "Seouls Geheimdienst", "Seouls Geheimdienst=org:nis-kr"},
                 {__LINE__, "der Militärgeheimdienst der Ukraine",
                  "Militärgeheimdienst der Ukraine=org:hur-ua"},
                 {__LINE__, "das französische Verteidigungsministerium",
                  "französische Verteidigungsministerium=org:defence-ministry-fr"},
                 {__LINE__, "die US-Regierung", "US-Regierung=org:government-us"},
                 {__LINE__, "der Geheimdienst, so Russland", "Russland=country:RU"},
             });
}

TEST_CASE("German: people, offices and short forms") {
  check_rows(
      "de",
      {
          {__LINE__,
           "Der stellvertretende russische Außenminister Andrei Rudenko kam. Rudenko ging.",
           "russische=country:RU; Andrei Rudenko=person:andrei-rudenko(deputy-foreign-minister); "
           "Rudenko=person:andrei-rudenko"},
          {__LINE__,
           "Der nordkoreanische Diktator Kim Jong-un sprach. Kims Soldaten marschierten, der "
           "Diktator winkte.",
           "nordkoreanische=country:KP; Kim Jong-un=person:kim-jong-un(dictator); "
           "Kims=person:kim-jong-un; Diktator=person:kim-jong-un(dictator)"},
          {__LINE__, "Putin wies darauf hin.", "Putin=person:vladimir-putin"},
          {__LINE__, "Wirtschaftsministerin Paula Beispiel lud ein, Beispiels Rede war kurz.",
           "Paula Beispiel=person:paula-beispiel(economy-minister); "
           "Beispiels=person:paula-beispiel"},
          {__LINE__,
           "EU-Kommissionspräsidentin Ursula von der Leyen sprach, von der Leyen schwieg.",
           "EU=org:eu; Ursula von der Leyen=person:ursula-von-der-leyen(eu-commission-president); "
           "von der Leyen=person:ursula-von-der-leyen"},
          {__LINE__, "Thomas Müller dankte Anfang Mai der Mannschaft.",
           "Thomas Müller=person:tomas-muler"},
          {__LINE__, "Herr Krause und Frau Dr. Weber",
           "Krause=person:krause(mr); Weber=person:veber(dr)"},
          {__LINE__,
           "Karl Lehmann, Sprecher der Behörde, bestätigte es. Der Sprecher nannte Zahlen.",
           "Karl Lehmann=person:karl-lehman(spokesperson); "
           "Sprecher=person:karl-lehman(spokesperson)"},
          {__LINE__,
           "Der Präsident des Instituts, sagte Präsident Karl Lehmann, und der Präsident des "
           "Vereins",
           "Karl Lehmann=person:karl-lehman(president)"},
          {__LINE__, "Der Konzern Nordwerk AG wächst. Nordwerk stellt ein.",
           "Nordwerk AG=org:nordwerk; Nordwerk=org:nordwerk"},
      });
}

TEST_CASE("German: common nouns are no names") {
  check_rows("de", {
                       {__LINE__, "Die Lage der Soldaten an der Front bleibt schwierig.", ""},
                       {__LINE__, "Der Minister Anfang Mai", ""},
                       {__LINE__, "Die Gruppe Soldaten und die Zahl Verletzter stieg.", ""},
                       {__LINE__, "Man sah die Welt, das Reisen, wer auch immer.", ""},
                       {__LINE__, "Der Präsident Amtszeit Ende Oktober", ""},
                       {__LINE__, "", ""},
                   });
}

TEST_CASE("English: countries, organisations, agencies") {
  check_rows(
      "en",
      {
          {__LINE__, "North Korea's troops and the North Koreans",
           "North Korea=country:KP; North Koreans=country:KP"},
          {__LINE__, "The U.S. and the UK asked us who knew.", "U.S.=country:US; UK=country:GB"},
          {__LINE__, "South Korea's spy agency, the NIS, said so.",
           "South Korea's spy agency=org:nis-kr; NIS=org:nis-kr"},
          {__LINE__, "Seoul’s National Intelligence Service",
           "Seoul=city:Asia/Seoul; National Intelligence Service=org:nis-kr"},
          {__LINE__, "Russia's lower house, the State Duma",
           "Russia's lower house=org:duma; State Duma=org:duma"},
          {__LINE__, "the U.N. Security Council and the WHO",
           "U.N. Security Council=org:unsc; WHO=org:who"},
          {__LINE__, "the polish on the turkey", ""},
          {__LINE__, "A storm hit Georgia and Florida.", "Florida=place:US-FL"},
          {__LINE__, "Georgian police in Georgia", "Georgian=country:GE; Georgia=country:GE"},
      });
}

TEST_CASE("English: people") {
  check_rows(
      "en",
      {
          {__LINE__, "President Vladimir Putin met Kim Jong Un. Kim smiled; the president left.",
           "Vladimir Putin=person:vladimir-putin(president); Kim Jong Un=person:kim-jong-un; "
           "Kim=person:kim-jong-un; president=person:vladimir-putin(president)"},
          {__LINE__, "Deputy Foreign Minister Andrey Rudenko said. Rudenko added more.",
           "Andrey Rudenko=person:andrei-rudenko(deputy-foreign-minister); "
           "Rudenko=person:andrei-rudenko"},
          {__LINE__, "NATO's secretary-general, Mark Rutte, agreed.",
           "NATO=org:nato; Mark Rutte=person:mark-rutte(secretary-general)"},
          {__LINE__, "Jane Q. Sample, the mayor, spoke.",
           "Jane Q. Sample=person:jane-q-sample(mayor)"},
          {__LINE__, "Mr. Brown and Dr. Green", "Brown=person:brovn(mr); Green=person:green(dr)"},
          {__LINE__, "Shares of Example Motors Inc. rose.",
           "Example Motors Inc.=org:example-motors"},
          {__LINE__, "President Says Troops Will Leave Soon", ""},
      });
}

TEST_CASE("names of other languages without a folder come from CLDR and the shared table") {
  check_rows("fr", {{__LINE__, "La Russie et la Corée du Nord, selon l’OTAN",
                     "Russie=country:RU; Corée du Nord=country:KP; OTAN=org:nato"}});
  check_rows("ru", {{__LINE__, "Владимир Путин и КНДР, Госдума России",
                     "Владимир Путин=person:vladimir-putin; КНДР=country:KP; Госдума=org:duma; "
                     "России=country:RU"}});
}

TEST_CASE("inflected names of a language without a folder are met by their stems") {
  check_rows("ru", {{__LINE__, "переговоры с Японией, Токийский форум, в Монголию",
                     "Японией=country:JP; Монголию=country:MN"}});
}

TEST_CASE("a full name in the text resolves a short form in the title") {
  CHECK(found_in("de", "Rudenko verteidigt Pakt", "Außenminister Andrei Rudenko sprach.") ==
        "Rudenko=person:andrei-rudenko; Andrei Rudenko=person:andrei-rudenko(foreign-minister)");
}

TEST_CASE("two people of one surname leave the short form open") {
  CHECK(found_in("de", "", "Karl Lehmann und Eva Lehmann kamen. Lehmann ging.") ==
        "Karl Lehmann=person:karl-lehman; Eva Lehmann=person:eva-lehman");
}

TEST_CASE("spellings of one name meet in one id") {
  const char* groups[][4] = {
      {"Andrei Rudenko", "Andrey Rudenko", "Андрей Руденко", "Andrej Rudenko"},
      {"Sergej Lawrow", "Sergei Lavrov", "Сергей Лавров", "Sergey Lavrov"},
      {"Michail Mischustin", "Mikhail Mishustin", "Михаил Мишустин", nullptr},
  };
  for (const auto& group : groups) {
    for (const char* name : group) {
      if (name == nullptr) continue;
      CAPTURE(name);
      CHECK(person_id(name) == person_id(group[0]));
    }
  }
  CHECK(person_id("Anna Muster") != person_id("Anna Master"));
  CHECK(person_id("--").empty());
}

TEST_CASE("places know their country and the government they stand for") {
  const LanguagePack& pack = Languages::embedded().find("de");
  const NameIndex& index = NameIndex::of(pack);
  CHECK(index.country_of("city:Asia/Pyongyang") == "country:KP");
  CHECK(index.government_of("city:Asia/Pyongyang") == "country:KP");
  CHECK(index.government_of("org:kremlin") == "country:RU");
  CHECK(index.government_of("city:US/washington") == "country:US");
  CHECK(index.country_of("city:DE/hamburg") == "country:DE");
  CHECK(index.government_of("city:DE/hamburg").empty());
  CHECK(index.country_of("org:nis-kr") == "country:KR");
  CHECK(index.country_of("org:intelligence-fr") == "country:FR");
  CHECK(index.country_of("org:sing-sing").empty());
  CHECK(index.country_of("country:KP") == "country:KP");
  CHECK(index.country_of("nonsense").empty());
}

TEST_CASE("spans lie in the text, in order, and any bytes are survived") {
  const LanguagePack& pack = Languages::embedded().find("de");
  const NameIndex& index = NameIndex::of(pack);
  const std::string hostile[] = {std::string("\xFF\xFE Putin \x00 AG AG AG", 18),
                                 "Präsident",
                                 "AG",
                                 "Dr. Dr. Dr. Dr.",
                                 "Kim-",
                                 "-Kim",
                                 "Kim Jong-",
                                 "des des des Präsidenten",
                                 "Präsident Präsident Karl Karl Karl",
                                 "Геheim'''s's's Südkoreas",
                                 std::string(5000, '-')};
  for (const std::string& bytes : hostile) {
    CAPTURE(bytes);
    const TokenizedText text = analyse_text(bytes, pack.segmentation);
    std::uint32_t end = 0;
    for (const Mention& mention : find_names(text, Field::Text, pack, index)) {
      CHECK(mention.span.begin >= end);
      CHECK(mention.span.end <= bytes.size());
      CHECK(mention.span.size() > 0);
      end = mention.span.end;
    }
  }
}

TEST_CASE("the index may be asked for by many threads at once") {
  const LanguagePack& pack = Languages::embedded().find("de");
  std::vector<std::thread> threads;
  std::vector<const NameIndex*> seen(4);
  for (std::size_t i = 0; i < seen.size(); ++i)
    threads.emplace_back([&, i] { seen[i] = &NameIndex::of(pack, "sv"); });
  for (std::thread& thread : threads) thread.join();
  for (const NameIndex* index : seen) CHECK(index == seen[0]);
}

TEST_CASE("ten more languages: one thing has one id") {
  struct LanguageRow {
    int line;
    const char* language;
    const char* text;
    const char* expected;
  };
  const LanguageRow rows[] = {
      {__LINE__, "fr", "Les Russes et les Sud-Coréens devant l'ONU",
       "Russes=country:RU; Sud-Coréens=country:KR; ONU=org:un"},
      {__LINE__, "fr", "Le gouvernement de l'Ukraine et le gouvernement français",
       "gouvernement de l'Ukraine=org:government-ua; gouvernement français=org:government-fr"},
      {__LINE__, "fr", "Claire Masson a parlé. Mme Masson a ri.",
       "Claire Masson=person:claire-mason; Masson=person:claire-mason(ms)"},
      {__LINE__, "es", "los surcoreanos en Gran Bretaña y en Granada",
       "surcoreanos=country:KR; Gran Bretaña=country:GB"},
      {__LINE__, "es", "Siria y los soldados sirios; el Gobierno español",
       "Siria=country:SY; sirios=country:SY; Gobierno español=org:government-es"},
      {__LINE__, "it", "I sudcoreani e il ministero della Difesa ucraino; la riunione a Mosca",
       "sudcoreani=country:KR; ministero della Difesa ucraino=org:defence-ministry-ua; "
       "Mosca=city:Europe/Moscow"},
      {__LINE__, "pt", "O Irão, a Polónia e o Ministério da Defesa da Ucrânia em Moscovo",
       "Irão=country:IR; Polónia=country:PL; Ministério da Defesa da "
       "Ucrânia=org:defence-ministry-ua; Moscovo=city:Europe/Moscow"},
      {__LINE__, "nl", "De Poolse president en de Russen bij de VN",
       "Poolse=country:PL; Russen=country:RU; VN=org:un"},
      {__LINE__, "sv", "Ukrainas försvarsministerium och ryssarna i FN",
       "Ukrainas försvarsministerium=org:defence-ministry-ua; ryssarna=country:RU; FN=org:un"},
      {__LINE__, "pl", "Rosjanie i prezydent Ukrainy Wołodymyr Zełenski w Warszawie, mówi ONZ",
       "Rosjanie=country:RU; Ukrainy=country:UA; Wołodymyr Zełenski=person:volodymyr-zelensky; "
       "Warszawie=city:Europe/Warsaw; ONZ=org:un"},
      {__LINE__, "cs", "Polský prezident v Praze, Rusové v OSN a Jihokorejci v Německu",
       "Polský=country:PL; Praze=city:Europe/Prague; Rusové=country:RU; OSN=org:un; "
       "Jihokorejci=country:KR; Německu=country:DE"},
      {__LINE__, "ru", "Россияне в Дании и в Киншасе; министерство обороны Украины в ООН",
       "Россияне=country:RU; Дании=country:DK; Киншасе=city:Africa/Kinshasa; министерство обороны "
       "Украины=org:defence-ministry-ua; ООН=org:un"},
      {__LINE__, "ru", "Данные опроса: того не было.", ""},
      {__LINE__, "uk", "Росіяни й польський президент у Харкові та Бухаресті; ООН",
       "Росіяни=country:RU; польський=country:PL; Харкові=city:UA/kharkiv; "
       "Бухаресті=city:Europe/Bucharest; ООН=org:un"},
  };
  for (const LanguageRow& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.text);
    CHECK(found_in(row.language, "", row.text) == row.expected);
  }
}

TEST_CASE("a person keeps one id in every case") {
  const std::string found =
      found_in("ru", "", "Олег Ершов приехал. Олега Ершова ждали, Ершову рады.");
  CHECK(found ==
        "Олег Ершов=person:oleg-ershov; Олега Ершова=person:oleg-ershov; "
        "Ершову=person:oleg-ershov");
}
