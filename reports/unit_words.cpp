// An identifier is a noun, then perhaps "-per-" and what it is divided by; the noun alone has a
// plural.
#include "reports/unit_words.h"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

struct Name {
  std::string_view unit;
  std::string_view one;
  std::string_view many;
};

// Those that neither take an "s" nor are called what their identifier says.
constexpr std::array kNames = {
    Name{"percent", "%", "%"},
    Name{"permille", "per mille", "per mille"},
    Name{"times", "times", "times"},
    Name{"inch", "inch", "inches"},
    Name{"foot", "foot", "feet"},
    Name{"square-inch", "square inch", "square inches"},
    Name{"square-foot", "square foot", "square feet"},
    Name{"cubic-inch", "cubic inch", "cubic inches"},
    Name{"cubic-foot", "cubic foot", "cubic feet"},
    Name{"mile-scandinavian", "Scandinavian mile", "Scandinavian miles"},
    Name{"mu", "mu", "mu"},
    Name{"tsubo", "tsubo", "tsubo"},
    Name{"jin", "jin", "jin"},
    Name{"liang", "liang", "liang"},
    Name{"geun", "geun", "geun"},
    Name{"stone", "stone", "stone"},
    Name{"hundredweight", "hundredweight", "hundredweight"},
    Name{"gallon-imperial", "imperial gallon", "imperial gallons"},
    Name{"ounce-troy", "troy ounce", "troy ounces"},
    Name{"celsius", "degree Celsius", "degrees Celsius"},
    Name{"fahrenheit", "degree Fahrenheit", "degrees Fahrenheit"},
    Name{"kelvin", "kelvin", "kelvin"},
    Name{"generic-temperature", "degree", "degrees"},
    Name{"therm-us", "therm", "therms"},
    Name{"british-thermal-unit", "British thermal unit", "British thermal units"},
    Name{"horsepower", "horsepower", "horsepower"},
    Name{"horsepower-metric", "metric horsepower", "metric horsepower"},
    Name{"millimeter-ofhg", "millimeter of mercury", "millimeters of mercury"},
    Name{"pound-force", "pound-force", "pounds-force"},
    Name{"hertz", "hertz", "hertz"},
    Name{"kilohertz", "kilohertz", "kilohertz"},
    Name{"megahertz", "megahertz", "megahertz"},
    Name{"gigahertz", "gigahertz", "gigahertz"},
    Name{"terahertz", "terahertz", "terahertz"},
    Name{"lux", "lux", "lux"},
    Name{"g-force", "g", "g"},
    Name{"century", "century", "centuries"},
    Name{"millennium", "millennium", "millennia"},
};

std::string noun_words(std::string_view noun, bool one) {
  for (const Name& name : kNames) {
    if (name.unit == noun) return std::string(one ? name.one : name.many);
  }
  std::string out(noun);
  std::replace(out.begin(), out.end(), '-', ' ');
  // Codes of currencies stay what they are.
  const bool is_code = out.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  if (!one && !is_code) out += 's';
  return out;
}

}  // namespace

std::string unit_words(std::string_view unit, bool one) {
  if (unit.empty()) return {};
  constexpr std::string_view kPer = "-per-";
  const std::size_t per = unit.find(kPer);
  if (per == std::string_view::npos) return noun_words(unit, one);
  return noun_words(unit.substr(0, per), one) + " per " +
         noun_words(unit.substr(per + kPer.size()), true);
}

}  // namespace twosource
