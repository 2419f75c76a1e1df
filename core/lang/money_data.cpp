#include "core/lang/money_data.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/lang/embedded.h"
#include "core/lang/spelling_variants.h"
#include "core/text/cldr.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::string_view kNeutralFile = "und/money.json";
constexpr std::uint32_t kShortestName = 5;  // CLDR's shorter ones are signs

// Names in Han, kana and Hangul are short.
bool is_sign(std::string_view name) {
  const auto lead = static_cast<unsigned char>(name.front());
  const std::uint32_t shortest = lead >= 0xE3U && lead <= 0xEDU ? 2 : kShortestName;
  return count_chars(name) < shortest;
}

const std::map<std::string, int, std::less<>>& currencies() {
  static const std::map<std::string, int, std::less<>> kTable = [] {
    std::map<std::string, int, std::less<>> table;
    JsonReader json("core/lang/shared/currencies.json");
    if (const auto root = json.parse(embedded_file("shared/currencies.json"))) {
      for (const JsonNode& row : json.list(*root, "currencies")) {
        const auto places = static_cast<int>(json.integer(row, "places", 2));
        for (const std::string& code : json.texts(row, "codes")) table.emplace(code, places);
      }
    }
    return table;
  }();
  return kTable;
}

// Codes that are words in capitals, and so no currency by themselves: "ALL 5".
const std::set<std::string, std::less<>>& word_codes() {
  static const std::set<std::string, std::less<>> kCodes = [] {
    JsonReader json("core/lang/shared/currencies.json");
    std::set<std::string, std::less<>> codes;
    if (const auto root = json.parse(embedded_file("shared/currencies.json"))) {
      for (const std::string& code : json.texts(*root, "word_codes")) codes.insert(code);
    }
    return codes;
  }();
  return kCodes;
}

// "A$": only so written, or "a $2 billion plan" were Australian.
bool is_letter_and_sign(std::string_view sign) {
  const auto letters = std::count_if(sign.begin(), sign.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  return letters == 1 && sign.size() > 1;
}

class Loader {
 public:
  explicit Loader(MoneyData& data) : data_(data) {}

  void read(JsonReader& json, const JsonNode& root) {
    json.only(root, {"variants", "endings", "currencies", "adjective_endings"});
    json.read_endings(root);
    variants_ = SpellingVariants(json, root);
    endings_ = json.texts(root, "adjective_endings");
    for (const JsonNode& row : json.list(root, "currencies")) {
      json.only(row, {"code", "forms", "before", "minor", "minor_glued", "signs", "coins", "shared",
                      "sharers", "by_country", "duals", "minor_parts", "weights"});
      const std::string code = json.text(row, "code");
      if (!currencies().contains(code))
        json.fail(row, "shared/currencies.json has no code '" + code + "'");
      forms(json, row, "forms", {code, false, Decimal(1), false, false, false});
      forms(json, row, "before", {code, false, Decimal(1), true, false, false});
      forms(json, row, "signs", {code, false, Decimal(1), true, false, false});
      const std::uint32_t dual = entry({code, false, Decimal(1), false, false, false});
      for (const std::string& text : json.texts(row, "duals")) {
        data_.lexicon.add(text, dual);
        data_.duals.add(text, dual);
      }
      forms(json, row, "minor", {code, true, Decimal(1), false, false, false});
      forms(json, row, "shared", {code, false, Decimal(1), true, false, true});
      for (const std::string& other : json.texts(row, "sharers")) {
        if (!currencies().contains(other))
          json.fail(row, "shared/currencies.json has no code '" + other + "'");
        data_.sharers[code].push_back(other);
      }
      if (json.boolean(row, "by_country")) data_.by_country.insert(code);
      for (const JsonNode& coin : json.list(row, "coins")) {
        json.only(coin, {"factor", "minor", "forms"});
        const Decimal factor = json.decimal(coin, "factor").value_or(Decimal(1));
        forms(json, coin, "forms",
              {code, json.boolean(coin, "minor"), factor, false, false, false});
      }
      forms(json, row, "minor_glued", {code, true, Decimal(1), false, true, false});
      for (const JsonNode& weight : json.list(row, "weights")) {
        json.only(weight, {"from", "forms"});
        CurrencyForm form{code, false, Decimal(1), false, false, false};
        form.from = json.decimal(weight, "from").value_or(Decimal());
        forms(json, weight, "forms", form);
      }
      CurrencyForm part{code, true, Decimal(1), false, false, false};
      part.part_only = true;
      forms(json, row, "minor_parts", part);
    }
  }

  // The names that CLDR knows; a form that the language has given itself stays.
  void read_cldr(std::string_view language) {
    for (const cldr::Named& named : cldr::currency_names(language)) {
      if (!currencies().contains(named.id) || named.name.empty() || is_sign(named.name)) continue;
      const std::uint32_t index = entry({named.id, false, Decimal(1), false, false, false});
      data_.lexicon.add(named.name, index);
      const auto space = named.name.find(' ');
      if (space == std::string::npos || endings_.empty()) continue;
      for (const std::string& old : endings_) {
        const std::string head = named.name.substr(0, space);
        if (!head.ends_with(old)) continue;
        const std::string stem = head.substr(0, head.size() - old.size());
        for (const std::string& ending : endings_) {
          std::string form = stem + ending;
          form += named.name.substr(space);
          data_.lexicon.add(form, index);
        }
        break;
      }
    }
  }

  void read_codes() {
    for (const auto& [code, places] : currencies()) {
      if (word_codes().contains(code)) continue;
      const std::uint32_t index = entry({code, false, Decimal(1), true, false, false});
      data_.lexicon.add_exact(code, index);
      data_.reversed.add_exact(code, index);
    }
  }

 private:
  std::uint32_t entry(CurrencyForm form) {
    data_.forms.push_back(std::move(form));
    return static_cast<std::uint32_t>(data_.forms.size() - 1);
  }

  void forms(JsonReader& json, const JsonNode& row, std::string_view key, CurrencyForm form) {
    const bool before = form.before;
    const std::uint32_t index = entry(std::move(form));
    for (const std::string& text : json.texts(row, key)) {
      json.check_form(row, text);
      if (key == "signs" && is_letter_and_sign(text)) {
        data_.lexicon.add_exact(text, index);
        data_.reversed.add_exact_reversed(text, index);
        continue;
      }
      for (const std::string& variant : variants_.of(text)) {
        if (!data_.lexicon.add(variant, index) && key != "before")
          json.fail(row, "the form '" + variant + "' names two currencies");
        if (before) data_.reversed.add_reversed(variant, index);
      }
    }
  }

  MoneyData& data_;
  SpellingVariants variants_;
  std::vector<std::string> endings_;
};

void read_neutral(MoneyData& data) {
  JsonReader json("core/lang/" + std::string(kNeutralFile));
  Loader loader(data);
  if (const auto root = json.parse(embedded_file(kNeutralFile))) loader.read(json, *root);
  loader.read_codes();
}

void finish(MoneyData& data) {
  data.lexicon.finish();
  data.duals.finish();
  data.reversed.finish();
  data.present = true;
}

}  // namespace

MoneyData load_money(JsonReader& json, const JsonNode& root) {
  MoneyData data;
  Loader loader(data);
  loader.read(json, root);
  if (!json.file().ends_with(kNeutralFile)) {
    // "core/lang/de/money.json" -> "de"
    const std::string& file = json.file();
    const auto end = file.rfind('/');
    const auto begin = end == std::string::npos ? end : file.rfind('/', end - 1);
    if (begin != std::string::npos) loader.read_cldr(file.substr(begin + 1, end - begin - 1));
    read_neutral(data);
  } else {
    loader.read_codes();
  }
  finish(data);
  return data;
}

const MoneyData& or_neutral(const MoneyData& data) {
  if (data.present) return data;
  static const MoneyData kNeutral = [] {
    MoneyData neutral;
    read_neutral(neutral);
    finish(neutral);
    return neutral;
  }();
  return kNeutral;
}

int currency_places(std::string_view code) {
  const auto it = currencies().find(code);
  return it == currencies().end() ? -1 : it->second;
}

}  // namespace twosource
