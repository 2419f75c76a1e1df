// Sentences and the claims that must be read in them; others may be there too.
// A row's claim that starts with '!' must not be there (matched by its beginning).
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/core/claim/claim_lines.h"

using namespace twosource;

namespace {

struct Row {
  int line;
  const char* language;
  const char* text;
  std::vector<const char*> claims;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::vector<std::string> found = test::lines_of(row.language, row.text);
    std::string all;
    for (const std::string& line : found) all += "\n  " + line;
    CAPTURE(row.line);
    CAPTURE(std::string(row.text));
    CAPTURE(all);
    for (const char* wanted : row.claims) {
      CAPTURE(std::string(wanted));
      if (wanted[0] == '!') {
        const std::string_view start = wanted + 1;
        CHECK(std::none_of(found.begin(), found.end(),
                           [&](const std::string& line) { return line.rfind(start, 0) == 0; }));
      } else {
        CHECK(std::find(found.begin(), found.end(), wanted) != found.end());
      }
    }
  }
}

}  // namespace

TEST_CASE("German: what is counted or measured") {
  check({
      {__LINE__,
       "de",
       "Die Zahl der Toten stieg auf 45.",
       {"quantity | 45 | Toten |  | steigen | asserted increase_to |  | "}},
      {__LINE__,
       "de",
       "Bei dem Anschlag in Kabul wurden am Montag 12 Menschen getötet und 5 verletzt.",
       {"date | Montag | Menschen | city:Asia/Kabul | töten | asserted |  | 2024-10-21",
        "quantity | 12 | Menschen | city:Asia/Kabul | töten | asserted |  | 2024-10-21",
        "quantity | 5 | verletzt | city:Asia/Kabul | verletzen | asserted |  | 2024-10-21",
        "event | verletzt | Menschen | city:Asia/Kabul | verletzen | asserted |  | 2024-10-21"}},
      {__LINE__,
       "de",
       "Es entstand ein Schaden von 3 Millionen Euro.",
       {"money | 3 Millionen Euro | Schaden |  | entstehen | asserted |  | "}},
      {__LINE__,
       "de",
       "Der Umsatz stieg um 3,5 Prozent auf 2,1 Billionen Euro.",
       {"change | 3,5 Prozent | Umsatz |  | steigen | asserted increase_by |  | ",
        "money | 2,1 Billionen Euro | Umsatz |  | steigen | asserted increase_to |  | "}},
      {__LINE__,
       "de",
       "Nordkorea steht auf Platz 127 beim Bruttoinlandsprodukt.",
       {"rank | 127 | Bruttoinlandsprodukt | country:KP | stehen | asserted |  | "}},
      {__LINE__,
       "de",
       "Beim Bruttoinlandsprodukt steht Nordkorea nach Schätzungen der UNO auf Platz 127.",
       {"rank | 127 | Bruttoinlandsprodukt | country:KP | stehen | reported | speaker org:un | "}},
      {__LINE__,
       "de",
       "Damals wurden Tausende Soldaten an die Front geschickt.",
       {"quantity | Tausende | Soldaten |  | schicken | asserted |  | "}},
      {__LINE__,
       "de",
       "Nach Artikel 4 muss Russland Soldaten entsenden.",
       {"quantity | 4 | Artikel | country:RU | entsenden | demanded |  | "}},
      {__LINE__,
       "de",
       "Bislang befänden sich 1.500 Soldaten in Russland, so der Geheimdienst.",
       {"quantity | 1.500 | Soldaten | country:RU | befinden | reported | speaker der Geheimdienst "
        "| "
        "2024-10-24"}},
      {__LINE__,
       "de",
       "Inzwischen sind 3.000 Soldaten in Russland, bis Dezember sollen es 10.000 sein.",
       {"quantity | 3.000 | Soldaten | country:RU | sein | asserted |  | 2024-10-24"}},
      {__LINE__,
       "de",
       "Am Dienstag kamen 12.000 nordkoreanische Soldaten an, darunter 500 Offiziere und drei "
       "Generäle.",
       {"date | Dienstag | Generäle | country:KP | kommen | asserted |  | 2024-10-22",
        "quantity | 12.000 | nordkoreanische Soldaten | country:KP | kommen | asserted |  | "
        "2024-10-22",
        "quantity | 500 | Offiziere | country:KP | kommen | asserted |  | 2024-10-22",
        "quantity | drei | Generäle | country:KP | kommen | asserted |  | 2024-10-22"}},
      {__LINE__,
       "de",
       "Rund 40 Prozent der Haushalte in Polen heizen mit Kohle.",
       {"share | 40 Prozent | Haushalte | country:PL |  | asserted |  | "}},
      {__LINE__,
       "de",
       "Das Gericht verurteilte ihn zu einer Haftstrafe von fünf Jahren.",
       {"duration | fünf Jahren | Haftstrafe |  | verurteilen | asserted |  | "}},
      {__LINE__,
       "de",
       "Der Bundestag hat das Gesetz am Mittwoch einstimmig verabschiedet.",
       {"date | Mittwoch | Gesetz | org:bundestag | verabschieden | asserted |  | 2024-10-23",
        "vote | einstimmig | Gesetz | org:bundestag | verabschieden | asserted |  | 2024-10-23",
        "event | verabschiedet | Gesetz | org:bundestag | verabschieden | asserted |  | "
        "2024-10-23"}},
      {__LINE__,
       "de",
       "Russland hatte ein solches Abkommen bisher nur mit der Mongolei.",
       {"event | nur mit der Mongolei | solches Abkommen | country:RU | haben | asserted |  | "}},
      {__LINE__,
       "de",
       "Die Preise sanken um 0,4 Prozent.",
       {"change | 0,4 Prozent | Preise |  | sinken | asserted decrease_by |  | "}},
      {__LINE__,
       "de",
       "Der Vertrag wurde im Juni 2024 unterzeichnet.",
       {"date | Juni 2024 | Vertrag |  | unterzeichnen | asserted |  | 2024-06-01..2024-06-30",
        "event | unterzeichnet | Vertrag |  | unterzeichnen | asserted |  | "
        "2024-06-01..2024-06-30"}},
      {__LINE__,
       "de",
       "Der polnische Außenminister Radosław Sikorski reiste nach Kiew.",
       {"role | polnische Außenminister Radosław Sikorski | polnische Außenminister | "
        "person:radoslav-sikorski,country:PL |  | asserted |  | ",
        "event | reiste | polnische Außenminister Radosław Sikorski | person:radoslav-sikorski | "
        "reisen | asserted |  | "}},
  });
}

TEST_CASE("German: who says it, and how sure") {
  check({
      {__LINE__,
       "de",
       "Nordkorea habe 1.500 Soldaten nach Russland geschickt, sagte der südkoreanische "
       "Geheimdienst.",
       {"quantity | 1.500 | Soldaten | country:KP | schicken | reported | speaker org:nis-kr | ",
        "event | geschickt | Soldaten | country:KP | schicken | reported | speaker org:nis-kr | "}},
      {__LINE__,
       "de",
       "Laut Schätzungen der UNO leben 26 Millionen Menschen in Nordkorea.",
       {"quantity | 26 Millionen | Menschen | country:KP | leben | reported | speaker org:un | "}},
      {__LINE__,
       "de",
       "Dem Verteidigungsministerium zufolge starben 30 Soldaten.",
       {"quantity | 30 | Soldaten |  | sterben | reported | speaker Dem Verteidigungsministerium "
        "| "}},
      {__LINE__,
       "de",
       "Wie die Zeitung \"Wall Street Journal\" unter Berufung auf Geheimdienstquellen berichtete, "
       "könnte Pjöngjang tausende Soldaten schicken.",
       {"quantity | tausende | Soldaten | city:Asia/Pyongyang | schicken | possible | outlet "
        "org:wall-street-journal < anonymous Geheimdienstquellen | ",
        "event | schicken | Soldaten | city:Asia/Pyongyang | schicken | possible | outlet "
        "org:wall-street-journal < anonymous Geheimdienstquellen | "}},
      {__LINE__,
       "de",
       "Das Ministerium teilte mit, dass 200 Häuser zerstört wurden.",
       {"quantity | 200 | Häuser |  | zerstören | reported | speaker Das Ministerium | "}},
      {__LINE__,
       "de",
       "Die Polizei meldete 12 Tote.",
       {"quantity | 12 | Tote |  | melden | reported | speaker Die Polizei | "}},
      {__LINE__,
       "de",
       "Bei dem Unfall sollen 20 Menschen verletzt worden sein.",
       {"quantity | 20 | Menschen |  | verletzen | reported |  | "}},
      {__LINE__,
       "de",
       "Frankreich will bis 2030 sechs Reaktoren bauen.",
       {"date | 2030 | Reaktoren | country:FR | bauen | planned |  | 2030-01-01..2030-12-31",
        "quantity | sechs | Reaktoren | country:FR | bauen | planned |  | 2030-01-01..2030-12-31",
        "event | bauen | Reaktoren | country:FR | bauen | planned |  | 2030-01-01..2030-12-31"}},
      {__LINE__,
       "de",
       "Der Sprecher bestritt, dass 300 Soldaten gefallen seien.",
       {"quantity | 300 | Soldaten |  | fallen | denied | speaker Der Sprecher | "}},
      {__LINE__,
       "de",
       "Die Opposition forderte, dass 50 Gefangene freigelassen werden.",
       {"quantity | 50 | Gefangene |  | werden | demanded | speaker Die Opposition | "}},
      {__LINE__,
       "de",
       "\"Wir haben 40 Zeugen gehört und keinen Beweis gefunden\", sagte Staatsanwältin Petra "
       "Lohmann am Montag.",
       {"quote | Wir haben 40 Zeugen gehört und keinen Beweis gefunden |  |  |  | reported | "
        "speaker person:petra-lohman | ",
        "quantity | 40 | Zeugen |  | finden | reported | speaker person:petra-lohman | ",
        "role | Staatsanwältin Petra Lohmann | Staatsanwältin | person:petra-lohman |  | asserted "
        "|  | ",
        "date | Montag |  |  | sagen | asserted |  | 2024-10-21"}},
      {__LINE__,
       "de",
       "Die Regierung hat nicht 500, sondern 800 Soldaten entsandt.",
       {"quantity | 500 | Soldaten |  | entsenden | asserted not |  | ",
        "quantity | 800 | Soldaten |  | entsenden | asserted |  | "}},
      {__LINE__,
       "de",
       "Falls 10.000 Soldaten kommen, wird die Lage schwierig.",
       {"quantity | 10.000 | Soldaten |  | kommen | conditional |  | "}},
      {__LINE__,
       "de",
       "Der Sprecher sagte, die Lage sei ernst. Es gebe 14 Verletzte.",
       {"quantity | 14 | Verletzte |  | verletzen | reported | speaker Der Sprecher | "}},
  });
}

TEST_CASE("English: what is counted or measured") {
  check({
      {__LINE__,
       "en",
       "Two gunmen opened fire, killing four people and wounding 12.",
       {"quantity | Two | gunmen |  | open | asserted |  | ",
        "quantity | four | people |  | kill | asserted |  | ",
        "quantity | 12 |  |  | wound | asserted |  | "}},
      {__LINE__,
       "en",
       "The crash left 3 dead and 5 wounded.",
       {"quantity | 3 | dead |  | leave dead | asserted |  | ",
        "quantity | 5 | wounded |  | wound | asserted |  | "}},
      {__LINE__,
       "en",
       "Three others were injured.",
       {"quantity | Three | others |  | injure | asserted |  | "}},
      {__LINE__,
       "en",
       "The shooting left four soldiers, including the gunman, dead and 16 others injured.",
       {"quantity | four | soldiers |  | leave dead | asserted |  | ",
        "quantity | 16 | injured |  | injure | asserted |  | "}},
      {__LINE__,
       "en",
       "The death toll rose to 45.",
       {"quantity | 45 | death toll |  | rise | asserted increase_to |  | "}},
      {__LINE__,
       "en",
       "No member of the 450-seat chamber voted against the treaty.",
       {"quantity | 450 | seat |  | vote | asserted |  | "}},
      {__LINE__,
       "en",
       "Under Article 4, Russia must help.",
       {"quantity | 4 | Article | country:RU | help | demanded |  | "}},
      {__LINE__,
       "en",
       "The country ranks 127th in the world by GDP.",
       {"rank | 127th | GDP |  | rank | asserted |  | "}},
      {__LINE__,
       "en",
       "GDP of $28 billion was reported.",
       {"money | $28 billion | GDP |  | report | asserted |  | "}},
      {__LINE__,
       "en",
       "Sales rose 5 percent to $2.3 billion.",
       {"change | 5 percent | Sales |  | rise | asserted increase_by |  | ",
        "money | $2.3 billion | Sales |  | rise | asserted increase_to |  | "}},
      // A change only where a word of rising or falling governs the figure.
      {__LINE__,
       "en",
       "He is deploying 100 federal agents to help combat rising rates.",
       {"!change"}},
      {__LINE__,
       "en",
       "A penalty of a fine of $1,000 or up to three years in prison.",
       {"!change"}},
      {__LINE__, "en", "She would not run unless she raised $2 million.", {"!change"}},
      {__LINE__, "en", "A petition gained 663,000 signatures.", {"!change"}},
      {__LINE__, "en", "One kilometre may hold up to 1,800 species.", {"!change"}},
      {__LINE__,
       "en",
       "The Dow Jones fell 182.44 points to 26,469.",
       {"change | 182.44 | points |  | fall | asserted decrease_by |  | ",
        "quantity | 26,469 | Dow Jones |  | fall | asserted decrease_to |  | "}},
      {__LINE__,
       "en",
       "The share price was up 3.5 percent.",
       {"change | 3.5 percent | share price |  | be | asserted increase_by |  | "}},
      {__LINE__,
       "en",
       "About 40 percent of voters in Poland support the plan.",
       {"share | 40 percent | voters | country:PL | support | asserted |  | "}},
      {__LINE__,
       "en",
       "Lawmakers voted 397-0 to ratify the treaty.",
       {"vote | 397-0 | Lawmakers |  | vote | asserted |  | "}},
      {__LINE__,
       "en",
       "The Duma unanimously ratified the treaty on Thursday.",
       {"vote | unanimously | treaty | org:duma | ratify | asserted |  | 2024-10-24",
        "event | ratified | treaty | org:duma | ratify | asserted |  | 2024-10-24",
        "date | Thursday | treaty | org:duma | ratify | asserted |  | 2024-10-24"}},
      {__LINE__,
       "en",
       "Six people died and 20 more are missing.",
       {"quantity | Six | people |  | die | asserted |  | ",
        "quantity | 20 | more |  | be missing | asserted |  | "}},
      {__LINE__,
       "en",
       "The attack killed 2 and injured 7.",
       {"quantity | 2 |  |  | kill | asserted |  | ",
        "quantity | 7 |  |  | injure | asserted |  | "}},
      {__LINE__,
       "en",
       "Five people, including three children, were shot.",
       {"quantity | Five | people |  | shoot | asserted |  | ",
        "quantity | three | children |  | shoot | asserted |  | "}},
      {__LINE__,
       "en",
       "Two wounded soldiers were taken to Kyiv.",
       {"quantity | Two | wounded soldiers | city:Europe/Kiev | take | asserted |  | "}},
      {__LINE__,
       "en",
       "Kenneth Mills, 22, was shot and killed on May 23.",
       {"age | 22 | Kenneth Mills | person:kenet-mils | shoot | asserted |  | 2024-05-23",
        "event | shot | Kenneth Mills | person:kenet-mils | shoot | asserted |  | 2024-05-23",
        "event | killed |  | person:kenet-mils | kill | asserted |  | 2024-05-23",
        "date | May 23 |  | person:kenet-mils | kill | asserted |  | 2024-05-23"}},
  });
}

TEST_CASE("English: the style of headlines and of crime reports") {
  check({
      {__LINE__,
       "en",
       "3 people dead, child injured in Bristol crash",
       {"quantity | 3 | people |  | dead | asserted |  | "}},
      {__LINE__,
       "en",
       "Storm Over Northern Valley Leaves 2 Dead, 5 Injured",
       {"quantity | 2 | Dead |  | leave Dead | asserted |  | ",
        "quantity | 5 | Injured |  | injure | asserted |  | "}},
      {__LINE__,
       "en",
       "14 dead, 21 injured as bus falls into river; 2 drivers arrested",
       {"quantity | 14 | dead |  |  | asserted |  | ",
        "quantity | 21 | injured |  | injure | asserted |  | ",
        "quantity | 2 | drivers |  | arrest | asserted |  | "}},
      {__LINE__,
       "en",
       "Four U.S. sailors were killed on the pier.",
       {"quantity | Four | U.S. sailors | country:US | kill | asserted |  | "}},
      {__LINE__,
       "en",
       "Two boys, ages 8 and 11, were injured.",
       {"quantity | Two | boys |  | injure | asserted |  | ", "age | 11 |  |  |  | asserted |  | ",
        "!quantity | 11"}},
      {__LINE__,
       "en",
       "Anna Berger, 25 and Peter Holm, 31, were injured in the fire.",
       {"age | 25 |  | person:ana-berger |  | asserted |  | ", "!quantity | 25"}},
      {__LINE__, "en", "He was killed in the library.[4]", {"!quantity | 4"}},
      {__LINE__,
       "en",
       "She was killed at 224 E. Linden Court.",
       {"quantity | 224 | E. Linden Court |  |  | asserted |  | "}},
      {__LINE__,
       "en",
       "The crash injured 5 people, half of them severely.",
       {"quantity | 5 | people |  | injure | asserted |  | ", "!quantity | half"}},
      {__LINE__,
       "en",
       "The gunman planned to kill hundreds.",
       {"quantity | hundreds |  |  | kill | planned |  | "}},
  });
}

TEST_CASE("English: people who are counted one by one") {
  check({
      {__LINE__,
       "en",
       "A man, two women and a small child were killed.",
       {"quantity | A man, two women and a small child | A man, two women and a small child |  | "
        "kill | asserted |  | "}},
      {__LINE__,
       "en",
       "A man and his two kids were found dead at home.",
       {"quantity | A man and his two kids | A man and his two kids |  | find dead | asserted |  "
        "| "}},
      {__LINE__,
       "en",
       "The driver killed a cyclist and two pedestrians.",
       {"quantity | a cyclist and two pedestrians | a cyclist and two pedestrians |  | kill | "
        "asserted |  | "}},
      {__LINE__,
       "en",
       "She is accused of the killing of her husband, his brother and a 13-year-old.",
       {"quantity | her husband, his brother and a 13-year-old | her husband, his brother and a "
        "13-year-old |  | kill | asserted |  | "}},
      {__LINE__,
       "en",
       "The triple homicide shocked the town.",
       {"quantity | triple homicide | triple homicide |  |  | asserted |  | "}},
      // What is no sum, or not all of it.
      {__LINE__,
       "en",
       "Five people, two men and three women, were killed.",
       {"!quantity | two men"}},
      {__LINE__,
       "en",
       "Five people, including a man and two women, were killed.",
       {"!quantity | a man"}},
      {__LINE__, "en", "Two men and a woman killed a guard.", {"!quantity | Two men and"}},
      {__LINE__, "en", "A man, two women and several children were killed.", {"!quantity | A man"}},
      {__LINE__, "en", "He killed a man and two women and their children.", {"!quantity | a man"}},
      {__LINE__, "en", "A man and two women were arrested.", {"!quantity | A man"}},
      {__LINE__, "en", "He killed his daughter, Kayla Walker.", {"!quantity | his daughter"}},
      {__LINE__,
       "en",
       "Three firefighters were killed by a man and two women.",
       {"!quantity | a man"}},
  });
}

TEST_CASE("English: couples, pairs, people told by their age, and who did it") {
  check({
      {__LINE__,
       "en",
       "A burglar killed a young couple and shot two others.",
       {"quantity | a young couple | a young couple |  | kill | asserted |  | "}},
      {__LINE__,
       "en",
       "She is accused of fatally shooting her parents and three younger siblings.",
       {"quantity | her parents and three younger siblings | her parents and three younger "
        "siblings |  | shoot fatally | asserted |  | "}},
      {__LINE__,
       "en",
       "Mother and daughter were found dead in the kitchen.",
       {"quantity | Mother and daughter | Mother and daughter |  | find dead | asserted |  | "}},
      {__LINE__,
       "en",
       "The street mourns after a teacher and his 11-year-old daughter were found dead.",
       {"quantity | a teacher and his 11-year-old daughter | a teacher and his 11-year-old "
        "daughter |  | find dead | asserted |  | "}},
      {__LINE__,
       "en",
       "Deputies found the 13-year-old and 6-year-old dead.",
       {"quantity | the 13-year-old and 6-year-old | the 13-year-old and 6-year-old |  | find "
        "dead | asserted |  | "}},
      {__LINE__,
       "en",
       "Two 16-year-old boys were fatally shot.",
       {"quantity | Two | boys |  | shoot fatally | asserted |  | "}},
      {__LINE__,
       "en",
       "He killed his wife before turning the gun on himself.",
       {"quantity | his wife before turning the gun on himself | his wife before turning the gun "
        "on himself |  | kill | asserted |  | "}},
      {__LINE__,
       "en",
       "The man shot his relatives, killing 3, then took his own life.",
       {"quantity | 3, then took his own life | 3, then took his own life |  | kill | asserted |  "
        "| ",
        "quantity | 3 |  |  | kill | asserted |  | "}},
      // The wounded and a death of somebody else are no sum.
      {__LINE__,
       "en",
       "He opened fire, wounding 16 before taking his own life.",
       {"!quantity | 16 before"}},
      {__LINE__,
       "en",
       "He killed his wife; his brother committed suicide.",
       {"!quantity | his wife"}},
      {__LINE__, "en", "He killed his wife and never committed suicide.", {"!quantity | his wife"}},
      {__LINE__, "en", "The couple was arrested.", {"!quantity | The couple"}},
  });
}

TEST_CASE("English: figures that count nobody") {
  check({
      {__LINE__,
       "en",
       "Three children were killed in Four Oaks on Monday.",
       {"quantity | Three | children |  | kill | asserted |  | 2024-10-21",
        "!quantity | Four | O"}},
      {__LINE__,
       "en",
       "The climber was shot five times but escaped death.",
       {"quantity | five | times |  | shoot | asserted |  | "}},
      {__LINE__,
       "en",
       "Two suspects were killed about two miles from the centre.",
       {"!quantity | two miles | suspects"}},
      {__LINE__,
       "en",
       "Three others sustained bullet wounds.",
       {"quantity | Three | others |  | sustain wounds | asserted |  | "}},
  });
}

TEST_CASE("German: people who are counted one by one") {
  check({
      {__LINE__,
       "de",
       "Bei dem Brand wurden eine Frau und ihre zwei Kinder getötet.",
       {"quantity | eine Frau und ihre zwei Kinder | eine Frau und ihre zwei Kinder |  | töten | "
        "asserted |  | "}},
      {__LINE__,
       "de",
       "Ein Mann und zwei Frauen starben.",
       {"quantity | Ein Mann und zwei Frauen | Ein Mann und zwei Frauen |  | sterben | asserted |  "
        "| "}},
      {__LINE__,
       "de",
       "Der Doppelmord erschütterte die Stadt.",
       {"quantity | Doppelmord | Doppelmord |  |  | asserted |  | "}},
      {__LINE__,
       "de",
       "Ein Mann und zwei Frauen haben den Wachmann getötet.",
       {"!quantity | Ein Mann"}},
      {__LINE__, "de", "Ein Mann und seine Kinder starben.", {"!quantity | Ein Mann"}},
      {__LINE__,
       "de",
       "Bei dem Unfall kamen ein Ehepaar und seine Tochter ums Leben.",
       {"quantity | ein Ehepaar und seine Tochter | ein Ehepaar und seine Tochter |  | ums Leben "
        "kommen | asserted |  | "}},
      {__LINE__,
       "de",
       "Er tötete seine Frau und zwei Kinder und nahm sich dann das Leben.",
       {"quantity | seine Frau und zwei Kinder und nahm sich dann das Leben | seine Frau und zwei "
        "Kinder und nahm sich dann das Leben |  | töten | asserted |  | "}},
      {__LINE__,
       "de",
       "Die Wachleute wurden von einem Mann und zwei Frauen getötet.",
       {"!quantity | einem Mann"}},
      {__LINE__, "de", "Ein Mann und zwei Frauen wurden festgenommen.", {"!quantity | Ein Mann"}},
  });
}

TEST_CASE("English: who says it, and how sure") {
  check({
      {__LINE__,
       "en",
       "South Korea's spy agency said North Korea had sent 1,500 troops to Russia and plans to "
       "send 12,000 soldiers.",
       {"event | sent | troops | country:KP | send | reported | speaker org:nis-kr | ",
        "quantity | 1,500 | troops | country:KP | send | reported | speaker org:nis-kr | ",
        "quantity | 12,000 | soldiers | country:KP | send | planned | speaker org:nis-kr | "}},
      {__LINE__,
       "en",
       "According to the United Nations, 26 million people live in North Korea.",
       {"quantity | 26 million | people | country:KP | live | reported | speaker org:un | "}},
      {__LINE__,
       "en",
       "Officials said 12 soldiers died.",
       {"quantity | 12 | soldiers |  | die | reported | anonymous Officials | "}},
      {__LINE__,
       "en",
       "Police reported 45 deaths.",
       {"quantity | 45 | deaths |  | report | reported | speaker Police | "}},
      {__LINE__,
       "en",
       "North Korea has reportedly sent 3,000 soldiers.",
       {"event | sent | soldiers | country:KP | send | reported |  | ",
        "quantity | 3,000 | soldiers | country:KP | send | reported |  | "}},
      {__LINE__,
       "en",
       "Pyongyang could send 10,000 soldiers to the front.",
       {"quantity | 10,000 | soldiers | city:Asia/Pyongyang | send | possible |  | "}},
      {__LINE__,
       "en",
       "The ministry denied that 500 soldiers had fled.",
       {"quantity | 500 | soldiers |  | flee | denied | speaker The ministry | "}},
      {__LINE__,
       "en",
       "Russia will build six reactors.",
       {"quantity | six | reactors | country:RU | build | planned |  | "}},
      {__LINE__,
       "en",
       "The Wall Street Journal reported, citing intelligence officials, that 10,000 soldiers had "
       "arrived.",
       {"quantity | 10,000 | soldiers |  | arrive | reported | outlet org:wall-street-journal < "
        "anonymous intelligence officials | "}},
      {__LINE__,
       "en",
       "If 10,000 soldiers arrive, the front will collapse.",
       {"quantity | 10,000 | soldiers |  | arrive | conditional |  | "}},
      {__LINE__,
       "en",
       "\"We have heard 40 witnesses. We found no proof,\" said prosecutor Jane Miller.",
       {"quote | We have heard 40 witnesses. We found no proof, |  |  |  | reported | speaker "
        "person:jane-miler | ",
        "quantity | 40 | witnesses |  | hear | reported | speaker person:jane-miler | ",
        "role | prosecutor Jane Miller | prosecutor | person:jane-miler |  | asserted |  | "}},
  });
}

TEST_CASE("a language without data still gives claims") {
  check({
      {__LINE__,
       "mt",
       "Waslu 350 suldat f'Ruma.",
       {"quantity | 350 | suldat | city:Europe/Rome |  | asserted |  | "}},
  });
}
