// Two short texts against each other: what agrees, what excludes each other, what says nothing.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/compare_texts.h"
#include "core/compare/pair/name_rivals.h"
#include "core/document/reader.h"

using namespace twosource;

namespace {

struct Row {
  const char* language_a;
  const char* a;  // the source
  const char* language_b;
  const char* b;  // the statement
  PairRelation relation;
  const char* rule;  // of the strongest pair with that relation; empty: any
};

// A dictionary of a few words.
class FewWords final : public ConceptSource {
 public:
  void append_concepts(std::string_view folded, std::string_view /*language*/,
                       std::vector<std::string>& out) const override {
    static const std::map<std::string, std::string, std::less<>> kWords{
        {"museum", "museum"},     {"muzeum", "museum"},
        {"eröffnete", "open"},    {"opened", "open"},
        {"otworzyła", "open"},    {"stadt", "town"},
        {"town", "town"},         {"w", "in"},
        {"miasto", "town"},       {"neues", "new"},
        {"new", "new"},           {"nowe", "new"},
        {"partei", "party"},      {"party", "party"},
        {"mitte", "center"},      {"center", "center"},
        {"gewann", "win"},        {"won", "win"},
        {"wahl", "election"},     {"election", "election"},
        {"schule", "school"},     {"school", "school"},
        {"gestern", "yesterday"}, {"yesterday", "yesterday"},
        {"wczoraj", "yesterday"}, {"szkoły", "school"},
        {"garten", "garden"},     {"garden", "garden"},
        {"ogród", "garden"},      {"neben", "beside"},
        {"beside", "beside"},     {"obok", "beside"}};
    if (const auto at = kWords.find(folded); at != kWords.end()) out.push_back(at->second);
  }
};

Comparison compared(const Row& row, bool swapped = false, const ConceptSource* words = nullptr) {
  const Document a = plain_document(row.a, row.language_a, std::nullopt);
  const Document b = plain_document(row.b, row.language_b, std::nullopt);
  const ReadingTools tools(Languages::embedded(), words);
  const Reading reading_a = read_claims(a, tools);
  const Reading reading_b = read_claims(b, tools);
  return swapped ? compare_documents({b, reading_b}, {a, reading_a}, tools)
                 : compare_documents({a, reading_a}, {b, reading_b}, tools);
}

std::string rule_of(const Comparison& comparison, Relation relation) {
  for (const ComparedPair& pair : comparison.pairs) {
    if (pair.relation == relation) return pair.rule;
  }
  return {};
}

void check(const std::vector<Row>& rows, const ConceptSource* words = nullptr) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.a));
    CAPTURE(std::string(row.b));
    const Comparison out = compared(row, false, words);
    CHECK(name_of(out.relation) == name_of(row.relation));
    const bool conflicts = row.relation == PairRelation::Conflicts;
    const std::string rule = rule_of(out, conflicts ? Relation::Conflicts : Relation::Corroborates);
    if (*row.rule != '\0') CHECK(rule == std::string(row.rule));
    CHECK((compared(row, true, words).relation == PairRelation::Conflicts) == conflicts);
  }
}

constexpr auto kConflicts = PairRelation::Conflicts;
constexpr auto kSupports = PairRelation::Corroborates;
constexpr auto kCompatible = PairRelation::Compatible;
constexpr auto kUnrelated = PairRelation::Unrelated;

}  // namespace

TEST_CASE("one figure left on each side of a translation is a conflict") {
  check({
      {"de", "Der Bürgermeister von Lübeck begrüßte 340 Delegierte aus Portugal.", "en",
       "The mayor of Lübeck welcomed 430 delegates from Portugal.", kConflicts, "digits-swapped"},
      {"fr", "Le train de Lyon à Turin a déraillé le 14 mars.", "en",
       "The train from Lyon to Turin derailed on March 16.", kConflicts, "date-disjoint"},
      {"es", "En Bogotá, 25 alumnos de la escuela Bolívar visitaron el museo en 1994.", "en",
       "In Bogotá, 25 pupils of the Bolívar school visited the museum in 1997.", kConflicts,
       "date-disjoint"},
      {"it", "Il concerto di Paolo Conti a Verona comincia alle 20:30.", "en",
       "The concert by Paolo Conti in Verona starts at 9:30 p.m.", kConflicts, "date-disjoint"},
      {"pl", "Marek Nowicki kupił w Gdańsku mieszkanie za 480 tys. zł.", "en",
       "Marek Nowicki bought a flat in Gdańsk for PLN 620 thousand.", kConflicts,
       "quantity-disjoint"},
      {"ru", "Анна Орлова пробежала марафон в Казани за 3 часа.", "en",
       "Anna Orlova ran the marathon in Kazan in 4 hours.", kConflicts, "duration-disjoint"},
      {"de", "Auf der A7 bei Kassel stauten sich die Autos bis Göttingen.", "en",
       "On the A9 near Kassel, cars were backed up to Göttingen.", kConflicts, ""},
      {"fr", "La mairie de Nantes a planté de 100 à 250 arbres à Rezé.", "en",
       "The city of Nantes planted 100 to 350 trees in Rezé.", kConflicts, "bounds-differ"},
  });
}

TEST_CASE("ends of a range, fractions and repeated figures are held against each other") {
  check({
      {"pl", "Reprezentacja Danii spadła w rankingu z 20. na 22. miejsce.", "en",
       "Denmark's team dropped from 18th to 22nd place in the ranking.", kConflicts,
       "rank-differs"},
      {"de", "In Schweden besitzt jeder Sechste ein Boot.", "en",
       "In Sweden, one in seven owns a boat.", kConflicts, "quantity-disjoint"},
      {"fr", "Le Galaxy 6 et le Galaxy 6 Plus ont séduit Renata Moll en septembre.", "en",
       "The Galaxy 6 and the Galaxy 7 Plus appealed to Renata Moll in September.", kConflicts,
       "quantity-disjoint"},
      {"pl", "Festiwal w Gdańsku potrwa do środy 2 października.", "en",
       "The festival in Gdańsk will run until Wednesday October 10.", kConflicts, "date-disjoint"},
  });
}

TEST_CASE("texts without spaces meet by names, transliteration and figures") {
  check({
      {"zh", "王小明说，比利时有64847人参加。", "en",
       "Wang Xiaoming said that 34,974 people took part in Belgium.", kConflicts,
       "quantity-disjoint"},
      {"ja", "イタリアでは1994年にフェラーリの工場が開業した。", "en",
       "In Italy, the Ferrari plant opened in 1999.", kConflicts, "date-disjoint"},
      {"zh", "王小明说，比利时有64847人参加。", "en",
       "Wang Xiaoming said that 64,847 people took part in Belgium.", kSupports, "quantity-equal"},
      // Nothing says that the two are about one thing.
      {"zh", "昨天有305名居民报名。", "en", "The shop sold 472 bicycles.", kUnrelated, ""},
  });
}

TEST_CASE("faithful translations do not conflict") {
  check({
      {"de", "Kurz vor 19 Uhr sperrte die Polizei in Bremen die Brücke für 2 Stunden.", "en",
       "Shortly before 7 p.m. police in Bremen closed the bridge for 2 hours.", kSupports, ""},
      {"fr", "À Genève, 20 km de pistes ont été ouvertes.", "en",
       "In Geneva, 12 miles of tracks were opened.", kSupports, ""},
      {"es", "Cada día llegan 40 trenes a Sevilla.", "en", "Every day 40 trains arrive in Seville.",
       kSupports, "quantity-equal"},
      {"de", "In Jena wurde einer der neun Anführer, Karl Brandt, befragt.", "en",
       "In Jena, one of nine leaders, Karl Brandt, was questioned.", kSupports, ""},
      {"it", "Il Torino ha battuto la Lazio 2-1 nel primo incontro.", "en",
       "Torino beat Lazio 2-1 in their second match.", kSupports, ""},
      {"cs", "V Brně hlasovalo 31 poslanců.", "en", "In Brno, 31 deputies voted.", kSupports, ""},
  });
}

TEST_CASE("sentences about different things do not conflict") {
  check({
      // The source tells more, and the other figure is of something else in it.
      {"de",
       "Die Burg Altenfels liegt etwas außerhalb der Stadt, jenseits des Parks. Seit 1848 lebten "
       "dort "
       "die Gräfin Karoline und ihr Mann, Franz Lindner, der viele Gäste empfing.",
       "en", "Franz Lindner lived until 1886.", kCompatible, ""},
      {"de",
       "Heute empfängt Dänemark den Herzog von Lund, den ersten offiziellen Besucher seit dem Ende "
       "des Zollstreits im Jahre 1982, auf dem Flughafen mit einem roten Teppich und Musik.",
       "en", "The Swedish Duke of Lund came in 1982.", kCompatible, ""},
      {"de", "In Kiel eröffnete Anna Petersen 2016 ein Museum mit 40 Bildern.", "en",
       "Visitors to Kiel paid 12 euros, said the treasurer, who has lived in Norway since 1998 and "
       "collects 70 kinds of stamps.",
       PairRelation::Compatible, ""},
      {"en", "Radio 5 interviewed Carla Mendes about her first novel.", "en",
       "Carla Mendes died at the age of 78.", kCompatible, ""},
      {"en", "About 80 trucks with flour were expected to reach the port.", "en",
       "Trucks with flour reached the port at three gates.", kCompatible, ""},
      {"en", "Two more divers were found by the coast guard on the island.", "en",
       "The coast guard found five divers on the island.", kCompatible, ""},
      {"de",
       "Am 10. März 1969 wurde Georg Amsel zu 99 Jahren Haft verurteilt, nachdem er den Mord "
       "an Peter Lindner gestanden hatte.",
       "de", "Peter Lindner wurde 1968 ermordet.", kCompatible, ""},
  });
}

TEST_CASE("within one language parts, sums and later counts do not conflict") {
  check({
      {"en", "The other four parties followed with narrow margins in Oslo.", "en",
       "Five parties followed with narrow margins in Oslo.", kCompatible, ""},
      {"en", "In Alba, more than 11,000 homes were destroyed and another 7,000 damaged.", "en",
       "More than 18,000 homes damaged or destroyed in Alba.", kCompatible, ""},
      {"en", "Earlier the death toll of the flood was reported to be 128.", "en",
       "The death toll of the flood has risen to 146.", kCompatible, ""},
      {"en", "Lena Voss won the race in Bergen on 3 May 1998.", "en", "Lena Voss was born in 1961.",
       kCompatible, ""},
      {"en", "The jump of 29 feet stood as the record for years.", "en",
       "The record in the high jump is 2.45 m.", kCompatible, ""},
  });
}

TEST_CASE("within one language the context of the figures decides") {
  check({
      {"en", "The expulsion has hardened the resolve of the league's 19 members, who met in Oslo.",
       "en", "The league has 16 members.", kConflicts, "quantity-disjoint"},
      {"de", "Das Schiff sank im April 1998 vor der Küste, 1500 Menschen starben.", "de",
       "Das Schiff sank 1912.", kConflicts, "date-disjoint"},
      {"en",
       "In the last two years more than 70,000 people have been killed in Mordavia, and over 2 "
       "million displaced.",
       "en", "More than 200,000 people have been killed in Mordavia.", kConflicts, "bounds-differ"},
      {"en", "The 8,568-metre Mount Tamarak is the third highest of the range.", "en",
       "Mount Tamarak is 8,586 metres high.", kConflicts, "digits-swapped"},
      {"en", "The company reported earnings of 374 million dollars in the third quarter.", "en",
       "The company reported 374 million dollars of earnings.", kSupports, "quantity-equal"},
      // The words are there, but not together.
      {"en",
       "In her 24 seasons as head of the Harbour Club, Lena Voss built a stadium, hired nobody, "
       "and "
       "the team won the cup twice, as well as some other championships of the north.",
       "en", "The Harbour Club of Nova Lipa won 24 championships of the east.", kCompatible, ""},
      {"en", "The council did not approve 40 flats in Leeds.", "en",
       "The council approved 40 flats in Leeds.", kCompatible, ""},
  });
}

TEST_CASE("a standing fact has one value a time, whatever else is told") {
  check({
      {"en",
       "Known for its forests and its quiet towns, Bhutan has a population of about 700,000, two "
       "thirds of whom work on farms.",
       "en",
       "The population of Bhutan in 2003 was estimated at 2,257,000 by the United Nations, which "
       "made it number 139 of 193.",
       kConflicts, "quantity-disjoint"},
      {"de", "Viele loben die Behörden. Estland hat 1,3 Millionen Einwohner.", "de",
       "Estland hat 2,1 Millionen Einwohner, und ein Drittel davon lebt in der Hauptstadt.",
       kConflicts, "quantity-disjoint"},
      // It grew a little since.
      {"en", "The population of Algeria is roughly 34.9 million.", "en",
       "The population of Algeria in 2003 was estimated at 31,800,000, more than ever before.",
       kCompatible, ""},
      {"en", "The population of Algeria is roughly 37.9 million.", "en",
       "The population of Tunisia is 11.2 million, and a third of it lives on the coast.",
       kCompatible, ""},
  });
}

TEST_CASE("one name left on each side of a translation is a conflict") {
  check({
      {"de", "Nach dem Sturm half Frankreich den Fischern von Cuxhaven mit 40 Netzen.", "en",
       "After the storm, Norway helped the fishermen of Cuxhaven with 40 nets.", kConflicts,
       "name-differs"},
      {"es", "Ayer el equipo de Portugal ganó en Toledo contra Boca Juniors por 3-1.", "en",
       "Yesterday the team of Denmark won 3-1 against Boca Juniors in Toledo.", kConflicts,
       "name-differs"},
      {"en", "The Swedish minister Anna Weber opened the new bridge in Oslo on Friday.", "en",
       "The Swedish minister Peter Vogt opened the new bridge in Oslo on Friday.", kConflicts,
       "name-differs"},
  });
}

TEST_CASE("names that are in no dictionary stand against each other too") {
  const FewWords words;
  check({{"de", "Werdenfels eröffnete gestern neben der Schule von Zwiefalten ein neues Museum.",
          "en", "Yesterday, beside the school of Zwiefalten, Hohenmark opened a new museum.",
          kCompatible, ""},  // at the head of a sentence a capital says little
         {"de", "Gestern eröffnete Werdenfels neben der Schule von Zwiefalten ein neues Museum.",
          "en", "Yesterday Hohenmark opened a new museum beside the school of Zwiefalten.",
          kConflicts, "name-differs"},
         {"pl", "Wczoraj Kowalczyk otworzyła nowe muzeum obok szkoły Zwiefalten.", "en",
          "Yesterday Hohenmark opened a new museum beside the school of Zwiefalten.", kConflicts,
          "name-differs"},
         // Translated: the phrase is made of words.
         {"de", "Gestern gewann die Zentrumspartei neben der Schule von Zwiefalten die Wahl.", "en",
          "Yesterday the Center Party won the election beside the school of Zwiefalten.",
          kCompatible, ""}},
        &words);
}

TEST_CASE("a name spelt otherwise, left out or added is no conflict") {
  check({
      {"ru", "Вчера Йенс Уоррен открыл в Осло мост.", "en",
       "Yesterday Jens Warren opened a bridge in Oslo.", kCompatible, ""},
      {"cs", "Smlouvu v Oslu včera podepsala Jana Sissonová.", "en",
       "Yesterday Jana Sisson signed the treaty in Oslo.", kCompatible, ""},
      {"de", "In Oslo sprach gestern Jens Warren über Mohammed und über die Brücken.", "en",
       "In Oslo Jens Warren talked about Muhammad and about bridges yesterday.", kCompatible, ""},
      {"de", "Frankreich half den Fischern von Cuxhaven mit 40 Netzen.", "en",
       "The fishermen of Cuxhaven were helped with 40 nets.", kSupports, ""},
      {"de", "Den Fischern von Cuxhaven wurde mit 40 Netzen geholfen.", "en",
       "Norway helped the fishermen of Cuxhaven with 40 nets.", kCompatible, ""},
      {"de", "Berlin half den Fischern von Cuxhaven mit 40 Netzen.", "en",
       "Germany helped the fishermen of Cuxhaven with 40 nets.", kSupports, ""},
      {"de", "Die UNO half den Fischern von Cuxhaven mit 40 Netzen.", "en",
       "The United Nations helped the fishermen of Cuxhaven with 40 nets.", kSupports, ""},
      // A person and a country: the one may stand for the other.
      {"de", "Emmanuel Macron half den Fischern von Cuxhaven mit Netzen.", "en",
       "France helped the fishermen of Cuxhaven with nets.", kCompatible, ""},
  });
}

TEST_CASE("names meet by spelling") {
  CHECK(spell_alike(levelled("нетаньяху"), levelled("netanyahu")));
  CHECK(spell_alike(levelled("netanjahu"), levelled("netanyahu")));
  CHECK(spell_alike(levelled("lindnerovi"), levelled("lindner")));
  CHECK_FALSE(spell_alike(levelled("trump"), levelled("putin")));
  CHECK_FALSE(spell_alike(levelled("lima"), levelled("limassol")));
  CHECK_FALSE(spell_alike("", ""));
}

TEST_CASE("hostile texts are compared in bounded time") {
  std::string digits;
  for (int i = 0; i < 399; ++i) digits += std::to_string(i) + ' ';
  const Row table{"en", digits.c_str(), "en", digits.c_str(), kCompatible, ""};
  CHECK(compared(table).relation != kConflicts);
  const std::string broken = "\xff\xfe 12 \xf0\x28 Berlin " + std::string(2000, '7');
  const Row bytes{"de", broken.c_str(), "zh", broken.c_str(), kCompatible, ""};
  CHECK(compared(bytes).relation != kConflicts);
}
