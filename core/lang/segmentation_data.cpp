#include "core/lang/segmentation_data.h"

namespace twosource {
namespace {

std::unordered_set<std::string> folded_set(JsonReader& json, const JsonNode& root,
                                           std::string_view key) {
  std::unordered_set<std::string> out;
  for (const JsonNode& item : json.list(root, key)) {
    if (!item.is(JsonNode::Kind::String)) {
      json.fail(item, "'" + std::string(key) + "' must hold strings only");
      continue;
    }
    json.check_form(item, item.text);
    if (!out.insert(fold_word(item.text)).second)
      json.fail(item, "'" + item.text + "' stands twice");
  }
  return out;
}

}  // namespace

SegmentationRules load_segmentation(JsonReader& json, const JsonNode& root) {
  json.only(root, {"abbreviations", "never_final", "before_number", "sentence_starters",
                   "ordinal_stop", "after_ordinal", "units"});
  SegmentationRules rules;
  rules.abbreviations = folded_set(json, root, "abbreviations");
  rules.never_final = folded_set(json, root, "never_final");
  rules.before_number = folded_set(json, root, "before_number");
  rules.sentence_starters = folded_set(json, root, "sentence_starters");
  rules.units = folded_set(json, root, "units");
  rules.after_ordinal = folded_set(json, root, "after_ordinal");
  rules.ordinal_stop = json.boolean(root, "ordinal_stop");
  return rules;
}

}  // namespace twosource
