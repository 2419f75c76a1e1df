// What Unicode's CLDR knows of names, through ICU: the one door to ICU's locale data.
//
// All functions are pure and thread safe; results are UTF-8. An unknown tag gives an empty list,
// never English.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twosource::cldr {

struct Named {
  std::string id;    // "KP", "EUR", "Asia/Pyongyang"
  std::string name;  // in the language asked for
};

// ISO 3166 regions that are countries or dependent territories, with their names in the language
// (long and short).
std::vector<Named> region_names(std::string_view language);
// Exemplar cities of the time zones: id is the zone, name the city in the language. For English,
// where CLDR names few, the last part of the zone id is taken ("America/New_York" -> "New York").
std::vector<Named> exemplar_cities(std::string_view language);
// The ISO 3166 region of a time zone, or "" ("001" for none).
std::string region_of_zone(std::string_view zone);
// Names of currencies (singular, plural forms and symbols) by ISO 4217 code.
std::vector<Named> currency_names(std::string_view language);
// Months 1 to 12 (format and stand-alone, wide and abbreviated), weekdays 1 (Monday) to 7: id is
// the number.
std::vector<Named> month_names(std::string_view language);
std::vector<Named> weekday_names(std::string_view language);

// Any script to plain Latin letters without marks: "Путин" -> "Putin", "Pjöngjang" -> "Pjongjang".
std::string to_latin(std::string_view text);
// The number spelt out by CLDR's rules ("zwölftausend"), soft hyphens removed; "" where the
// language has none. An oracle for tests, not an engine.
std::vector<std::string> spell_out(std::string_view language, long long value, bool ordinal);

}  // namespace twosource::cldr
