#include "core/lang/hedges_data.h"

#include "core/lang/embedded.h"
#include "core/lang/spelling_variants.h"

namespace twosource {
namespace {

constexpr std::string_view kNeutralFile = "und/hedges.json";

void read(JsonReader& json, const JsonNode& root, HedgesData& data) {
  json.only(root, {"variants", "endings", "hedges", "filler"});
  json.read_endings(root);
  const SpellingVariants variants(json, root);
  for (const JsonNode& row : json.list(root, "hedges")) {
    json.only(row, {"hedge", "before", "after"});
    const auto hedge = hedge_named(json.text(row, "hedge"));
    if (!hedge) {
      json.fail(row, "unknown hedge '" + json.text(row, "hedge") + "'");
      continue;
    }
    const auto payload = static_cast<std::uint32_t>(*hedge);
    for (const std::string& form : json.texts(row, "before")) {
      json.check_form(row, form);
      for (const std::string& variant : variants.of(form)) {
        if (!data.before.add_reversed(variant, payload))
          json.fail(row, "'" + variant + "' is two hedges");
      }
    }
    for (const std::string& form : json.texts(row, "after")) {
      json.check_form(row, form);
      for (const std::string& variant : variants.of(form)) {
        if (!data.after.add(variant, payload)) json.fail(row, "'" + variant + "' is two hedges");
      }
    }
  }
  for (const std::string& form : json.texts(root, "filler")) data.filler.add_reversed(form, 0);
}

void read_neutral(HedgesData& data) {
  JsonReader json("core/lang/" + std::string(kNeutralFile));
  if (const auto root = json.parse(embedded_file(kNeutralFile))) read(json, *root, data);
}

void finish(HedgesData& data) {
  data.before.finish();
  data.after.finish();
  data.filler.finish();
  data.present = true;
}

}  // namespace

HedgesData load_hedges(JsonReader& json, const JsonNode& root) {
  HedgesData data;
  read(json, root, data);
  if (!json.file().ends_with(kNeutralFile)) read_neutral(data);
  finish(data);
  return data;
}

const HedgesData& or_neutral(const HedgesData& data) {
  if (data.present) return data;
  static const HedgesData kNeutral = [] {
    HedgesData neutral;
    read_neutral(neutral);
    finish(neutral);
    return neutral;
  }();
  return kNeutral;
}

}  // namespace twosource
