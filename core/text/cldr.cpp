#include "core/text/cldr.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/region.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/translit.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace twosource::cldr {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string tag(language);
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  return U_SUCCESS(status) != 0 ? locale : icu::Locale::getRoot();
}

// Whether ICU has data of its own for the language (else it would answer in the machine's default
// language).
bool has_language(std::string_view language) {
  const std::string base(language.substr(0, language.find('-')));
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    if (base == uloc_getAvailable(i)) return true;
  }
  return false;
}

void add(std::vector<Named>& out, std::string id, std::string name) {
  const bool known = std::any_of(out.begin(), out.end(),
                                 [&](const Named& n) { return n.id == id && n.name == name; });
  if (!known && !name.empty()) out.push_back({std::move(id), std::move(name)});
}

// The short and variant names of regions ("USA", "Großbritannien") stand in tables beside the long
// ones.
void add_short_regions(const std::string& locale, const char* table, std::vector<Named>& out) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle* bundle = ures_open(U_ICUDATA_NAME "-region", locale.c_str(), &status);
  UResourceBundle* names = ures_getByKey(bundle, table, nullptr, &status);
  while (U_SUCCESS(status) != 0 && ures_hasNext(names) != 0) {
    const char* key = nullptr;
    std::int32_t length = 0;
    const UChar* value = ures_getNextString(names, &length, &key, &status);
    if (U_SUCCESS(status) != 0) add(out, key, to_utf8(icu::UnicodeString(value, length)));
  }
  ures_close(names);
  ures_close(bundle);
}

void add_symbols(const icu::UnicodeString* names, std::int32_t count, std::int32_t skip,
                 std::vector<Named>& out) {
  for (std::int32_t i = skip; i < count; ++i)
    add(out, std::to_string(i - skip + 1), to_utf8(names[i]));
}

}  // namespace

std::vector<Named> region_names(std::string_view language) {
  std::vector<Named> out;
  if (!has_language(language)) return out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> regions(
      icu::Region::getAvailable(URGN_TERRITORY, status));
  if (U_FAILURE(status) != 0) return out;
  const icu::Locale locale = locale_of(language);
  for (const char* code = regions->next(nullptr, status); code != nullptr && U_SUCCESS(status) != 0;
       code = regions->next(nullptr, status)) {
    const std::string id(code);
    if (id == "ZZ" || id.size() != 2) continue;
    icu::UnicodeString name;
    icu::Locale("", code).getDisplayCountry(locale, name);
    if (to_utf8(name) != id) add(out, id, to_utf8(name));
  }
  add_short_regions(locale.getName(), "Countries%short", out);
  add_short_regions(locale.getName(), "Countries%variant", out);
  std::erase_if(out, [](const Named& n) { return n.id.size() != 2; });
  return out;
}

std::vector<Named> exemplar_cities(std::string_view language) {
  std::vector<Named> out;
  if (!has_language(language)) return out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(locale_of(language), status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status) != 0) return out;
  const bool english = language.substr(0, 2) == "en";
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    const std::string id = to_utf8(*zone);
    icu::UnicodeString name;
    names->getExemplarLocationName(*zone, name);
    add(out, id, to_utf8(name));
    const std::size_t slash = id.rfind('/');
    if (english && slash != std::string::npos) {
      std::string last = id.substr(slash + 1);
      std::replace(last.begin(), last.end(), '_', ' ');
      add(out, id, last);
    }
  }
  return out;
}

std::string region_of_zone(std::string_view zone) {
  char region[8] = "";
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getRegion(from_utf8(zone), region, sizeof region, status);
  return U_SUCCESS(status) != 0 && std::string_view(region) != "001" ? std::string(region)
                                                                     : std::string();
}

std::vector<Named> currency_names(std::string_view language) {
  std::vector<Named> out;
  if (!has_language(language)) return out;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* codes = ucurr_openISOCurrencies(UCURR_ALL, &status);
  const std::string locale = locale_of(language).getName();
  std::int32_t length = 0;
  while (const char* code = uenum_next(codes, &length, &status)) {
    const icu::UnicodeString wide(code, length, US_INV);
    const icu::UnicodeString id(wide);
    icu::UnicodeString terminated(id);
    const UChar* key = terminated.getTerminatedBuffer();
    std::int32_t size = 0;
    // Size is written by the call that gives the name, so it must be read in a step of its own.
    const auto put = [&](const UChar* name) {
      if (U_SUCCESS(status) != 0 && name != nullptr) {
        add(out, code, to_utf8(icu::UnicodeString(name, size)));
      }
      status = U_ZERO_ERROR;
    };
    put(ucurr_getName(key, locale.c_str(), UCURR_LONG_NAME, nullptr, &size, &status));
    put(ucurr_getName(key, locale.c_str(), UCURR_SYMBOL_NAME, nullptr, &size, &status));
    for (const char* plural : {"one", "two", "few", "many", "other"}) {
      put(ucurr_getPluralName(key, locale.c_str(), nullptr, plural, &size, &status));
    }
  }
  uenum_close(codes);
  return out;
}

std::vector<Named> month_names(std::string_view language) {
  std::vector<Named> out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale_of(language), status);
  if (!has_language(language) || U_FAILURE(status) != 0) return out;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      add_symbols(names, std::min(count, 12), 0, out);
    }
  }
  return out;
}

std::vector<Named> weekday_names(std::string_view language) {
  std::vector<Named> out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale_of(language), status);
  if (!has_language(language) || U_FAILURE(status) != 0) return out;
  for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    std::int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
    // ICU counts from Sunday = 1; ISO 8601 from Monday = 1.
    for (std::int32_t day = 1; day < count; ++day)
      add(out, std::to_string(day == 1 ? 7 : day - 1), to_utf8(names[day]));
  }
  return out;
}

std::string to_latin(std::string_view text) {
  static std::mutex guard;
  static const std::unique_ptr<icu::Transliterator> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII", UTRANS_FORWARD, where, status));
  }();
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
    return std::string(text);
  icu::UnicodeString wide = from_utf8(text);
  if (rules) {
    // A transliterator keeps state while it works.
    const std::lock_guard lock(guard);
    rules->transliterate(wide);
  }
  return to_utf8(wide);
}

namespace {

// Parsing the rules of a language costs a thousand times more than spelling a number out, so each
// thread keeps those of the language it asked for last. nullptr when there are none.
const icu::RuleBasedNumberFormat* spell_out_rules(std::string_view language) {
  thread_local std::string kept;
  thread_local std::unique_ptr<icu::RuleBasedNumberFormat> rules;
  if (rules && kept == language) return rules.get();
  UErrorCode status = U_ZERO_ERROR;
  rules = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale_of(language),
                                                       status);
  kept = language;
  if (U_FAILURE(status) != 0) rules.reset();
  return rules.get();
}

}  // namespace

std::vector<std::string> spell_out(std::string_view language, long long value, bool ordinal) {
  std::vector<std::string> out;
  if (!has_language(language)) return out;
  const icu::RuleBasedNumberFormat* rules = spell_out_rules(language);
  if (rules == nullptr) return out;
  const icu::RuleBasedNumberFormat& format = *rules;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wanted(ordinal ? "%spellout-ordinal" : "%spellout-cardinal");
  const icu::UnicodeString numbering("%spellout-numbering");
  for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
    const icu::UnicodeString rule = format.getRuleSetName(i);
    if (!rule.startsWith(wanted) && (ordinal || rule != numbering)) continue;
    icu::UnicodeString spelt;
    icu::FieldPosition position;
    format.format(static_cast<std::int64_t>(value), rule, spelt, position, status);
    if (U_FAILURE(status) != 0) break;
    spelt.findAndReplace(icu::UnicodeString(UChar32{0xAD}), icu::UnicodeString());
    std::string form = to_utf8(spelt);
    if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
  }
  return out;
}

}  // namespace twosource::cldr
