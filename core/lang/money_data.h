// How a language names currencies. Signs and codes are the same everywhere (und/money.json,
// shared/currencies.json); the full names come from CLDR; a language adds what people say.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/lang/phrase_lexicon.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct CurrencyForm {
  std::string code;         // ISO 4217
  bool minor = false;       // a hundredth: cent, pence
  Decimal factor{1};        // how many of them one is: a dime ten cents, a grand 1000 dollars
  bool before = false;      // may stand before the number: "$5", "EUR 5"
  bool glued_only = false;  // behind the number only when it touches it: "164p"
  bool shared = false;      // other currencies have the same sign: "$"
  bool part_only = false;   // only behind an amount of the main unit: 三块四分
  Decimal from{};           // only from this number on, a weight below it: "4 million pounds"
};

struct MoneyData {
  bool present = false;
  std::vector<CurrencyForm> forms;
  PhraseLexicon lexicon;   // payload: index into forms
  PhraseLexicon duals;     // "دولارين": two dollars in one word; in `lexicon` too
  PhraseLexicon reversed;  // those with `before`, tokens in reverse order
  // By the code that a shared sign stands for at first, the codes it may stand for too.
  std::map<std::string, std::vector<std::string>, std::less<>> sharers;
  // Of these, the ones whose names ("dirham") mean the money of the country that the document is
  // about; a sign ("$") does not.
  std::set<std::string, std::less<>> by_country;

  bool starts_currency(std::string_view folded) const {
    return !lexicon.starting_with(folded).empty();
  }
};

// Reads core/lang/<tag>/money.json. Faults are noted in `json`.
MoneyData load_money(JsonReader& json, const JsonNode& root);
const MoneyData& or_neutral(const MoneyData& data);

// Decimal places of the minor unit of an ISO 4217 code; -1 for an unknown code.
int currency_places(std::string_view code);

}  // namespace twosource
