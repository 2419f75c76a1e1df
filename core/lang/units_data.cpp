#include "core/lang/units_data.h"

#include <algorithm>
#include <map>

#include "core/lang/embedded.h"
#include "core/lang/spelling_variants.h"

namespace twosource {
namespace {

constexpr std::string_view kNeutralFile = "und/units.json";

struct UnitTable {
  std::map<std::string, UnitFacts, std::less<>> units;
  std::vector<Error> faults;
};

void read_ratio(JsonReader& json, const JsonNode& row, std::string_view key,
                std::int64_t& numerator, std::int64_t& denominator) {
  const JsonNode* node = row.find(key);
  if (node == nullptr) return;
  if (!node->is(JsonNode::Kind::List) || node->items.size() != 2) {
    json.fail(*node, "'" + std::string(key) + "' must be [numerator, denominator]");
    return;
  }
  std::int64_t parts[2] = {1, 1};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto value = Decimal::parse(node->items[i].text);
    const auto whole = value ? value->to_int() : std::nullopt;
    if (!whole || (i == 1 && *whole <= 0)) {
      json.fail(node->items[i], "a factor must be a ratio of whole numbers");
      return;
    }
    parts[i] = *whole;
  }
  numerator = parts[0];
  denominator = parts[1];
}

UnitTable load_table() {
  UnitTable table;
  JsonReader json("core/lang/shared/units.json");
  const auto root = json.parse(embedded_file("shared/units.json"));
  if (root) {
    json.only(*root, {"sources", "units"});
    for (const JsonNode& row : json.list(*root, "units", true)) {
      json.only(row, {"id", "kind", "factor", "offset", "timex"});
      UnitFacts facts;
      facts.id = json.text(row, "id");
      facts.kind = json.text(row, "kind");
      facts.timex = json.text(row, "timex", false);
      read_ratio(json, row, "factor", facts.factor_numerator, facts.factor_denominator);
      read_ratio(json, row, "offset", facts.offset_numerator, facts.offset_denominator);
      if (!table.units.emplace(facts.id, facts).second)
        json.fail(row, "the unit '" + facts.id + "' stands here twice");
    }
  }
  table.faults = json.errors();
  return table;
}

const UnitTable& table() {
  static const UnitTable kTable = load_table();
  return kTable;
}

class Loader {
 public:
  explicit Loader(UnitsData& data) : data_(data) {}

  void read(JsonReader& json, const JsonNode& root) {
    json.only(root, {"variants", "endings", "adjective_endings", "units", "per", "of", "fillers",
                     "amount_joiners", "ages", "below_zero"});
    json.read_endings(root);
    const SpellingVariants variants(json, root);
    endings_ = json.texts(root, "adjective_endings");
    if (endings_.empty()) endings_.emplace_back();
    for (const JsonNode& row : json.list(root, "units")) unit(json, row, variants);
    const auto phrases = [&](const JsonNode& node, std::string_view key, PhraseLexicon& out,
                             bool reversed) {
      for (const std::string& form : json.texts(node, key)) {
        json.check_form(node, form);
        for (const std::string& variant : variants.of(form))
          reversed ? out.add_reversed(variant, 0) : out.add(variant, 0);
      }
    };
    phrases(root, "per", data_.per, false);
    phrases(root, "of", data_.of, false);
    phrases(root, "fillers", data_.fillers, false);
    phrases(root, "below_zero", data_.below_zero, false);
    for (const std::string& form : json.texts(root, "amount_joiners"))
      data_.amount_joiners.push_back(fold_word(form));
    const JsonNode& ages = json.object(root, "ages");
    json.only(ages, {"before", "having", "after", "nouns", "adjectives", "span_nouns"});
    phrases(ages, "having", data_.age_having, true);
    phrases(ages, "before", data_.age_before, true);
    phrases(ages, "after", data_.age_after, false);
    phrases(ages, "span_nouns", data_.span_nouns, false);
    const UnitFacts* year = find_unit("year");
    for (const std::string& noun : json.texts(ages, "nouns"))
      add(json, ages, noun, form({year, false, true, false, Decimal(1)}), variants);
    for (const std::string& stem : json.texts(ages, "adjectives")) {
      const std::uint32_t index = form({year, true, true, false, Decimal(1)});
      for (const std::string& ending : endings_) add(json, ages, stem + ending, index, variants);
    }
  }

 private:
  std::uint32_t form(UnitForm entry) {
    data_.forms.push_back(entry);
    return static_cast<std::uint32_t>(data_.forms.size() - 1);
  }

  void add(JsonReader& json, const JsonNode& at, const std::string& text, std::uint32_t index,
           const SpellingVariants& variants) {
    json.check_form(at, text);
    for (const std::string& variant : variants.of(text)) {
      if (!data_.lexicon.add(variant, index))
        json.fail(at, "the form '" + variant + "' names two units");
    }
  }

  void unit(JsonReader& json, const JsonNode& row, const SpellingVariants& variants) {
    json.only(row, {"unit", "forms", "duals", "before", "symbols", "adjectives", "glued", "times"});
    const std::string id = json.text(row, "unit");
    const UnitFacts* facts = find_unit(id);
    if (facts == nullptr) {
      json.fail(row, "shared/units.json has no unit '" + id + "'");
      return;
    }
    UnitForm entry{facts, false, false, false, Decimal(1)};
    entry.times = json.decimal(row, "times", false).value_or(Decimal(1));
    const std::uint32_t plain = form(entry);
    for (const std::string& text : json.texts(row, "forms")) add(json, row, text, plain, variants);
    for (const std::string& text : json.texts(row, "duals")) {
      add(json, row, text, plain, variants);
      data_.duals.add(text, plain);
    }
    for (const std::string& text : json.texts(row, "before")) {
      json.check_form(row, text);
      for (const std::string& variant : variants.of(text))
        data_.before.add_reversed(variant, plain);
    }
    for (const std::string& text : json.texts(row, "symbols")) {
      json.check_form(row, text);
      if (!data_.lexicon.add_exact(text, plain))
        json.fail(row, "the symbol '" + text + "' names two units");
    }
    const std::uint32_t glued = form({facts, false, false, true, Decimal(1)});
    for (const std::string& text : json.texts(row, "glued")) {
      json.check_form(row, text);
      data_.lexicon.add_exact(text, glued);
    }
    const std::uint32_t adjective = form({facts, true, false, false, Decimal(1)});
    for (const std::string& stem : json.texts(row, "adjectives")) {
      for (const std::string& ending : endings_) add(json, row, stem + ending, adjective, variants);
    }
  }

  UnitsData& data_;
  std::vector<std::string> endings_;
};

void finish(UnitsData& data) {
  for (PhraseLexicon* lexicon :
       {&data.lexicon, &data.duals, &data.before, &data.per, &data.of, &data.fillers,
        &data.age_before, &data.age_having, &data.age_after, &data.span_nouns, &data.below_zero})
    lexicon->finish();
  data.present = true;
}

void read_neutral(UnitsData& data) {
  JsonReader json("core/lang/" + std::string(kNeutralFile));
  if (const auto root = json.parse(embedded_file(kNeutralFile))) Loader(data).read(json, *root);
}

}  // namespace

Dimension UnitFacts::dimension() const {
  if (kind == "duration") return Dimension::Duration;
  if (kind == "multiple") return Dimension::Number;
  const bool percent = kind == "percent" || kind == "percent-point";
  return percent ? Dimension::Percent : Dimension::Measure;
}

const UnitFacts* find_unit(std::string_view id) {
  const auto it = table().units.find(id);
  return it == table().units.end() ? nullptr : &it->second;
}

std::vector<Error> unit_faults() {
  return table().faults;
}

UnitsData load_units(JsonReader& json, const JsonNode& root) {
  UnitsData data;
  Loader(data).read(json, root);
  if (!json.file().ends_with(kNeutralFile)) read_neutral(data);
  finish(data);
  return data;
}

const UnitsData& or_neutral(const UnitsData& data) {
  if (data.present) return data;
  static const UnitsData kNeutral = [] {
    UnitsData neutral;
    read_neutral(neutral);
    finish(neutral);
    return neutral;
  }();
  return kNeutral;
}

}  // namespace twosource
