#include "core/lang/names_data.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "core/base/hash.h"
#include "core/lang/embedded.h"

namespace twosource {
namespace {

std::uint64_t hash_tree(const JsonNode& node, std::uint64_t seed) {
  std::uint64_t hash = stable_hash(node.text, seed + static_cast<std::uint64_t>(node.kind));
  if (node.boolean) ++hash;
  for (const JsonNode& item : node.items) hash = hash_tree(item, hash);
  for (const auto& [key, value] : node.members) hash = hash_tree(value, stable_hash(key, hash));
  return hash;
}

// "Russ{e}" -> "Russe", "Russen" ...
std::vector<std::string> forms_of(JsonReader& json, const JsonNode& row, std::string_view key,
                                  bool required) {
  std::vector<std::string> out = json.texts(row, key, required);
  for (const std::string& form : out) json.check_form(row, form);
  return out;
}

std::vector<NamedForms> rows(JsonReader& json, const JsonNode& root, std::string_view key) {
  std::vector<NamedForms> out;
  std::set<std::string> ids;
  for (const JsonNode& row : json.list(root, key)) {
    json.only(row, {"id", "forms"});
    NamedForms named{json.text(row, "id"), forms_of(json, row, "forms", true)};
    if (named.forms.empty()) json.fail(row, "a row needs at least one form");
    if (!ids.insert(named.id).second) json.fail(row, "'" + named.id + "' stands twice");
    out.push_back(std::move(named));
  }
  return out;
}

std::vector<std::string> words(JsonReader& json, const JsonNode& root, std::string_view key) {
  std::vector<std::string> out = json.texts(root, key);
  const std::vector<JsonNode>& items = json.list(root, key);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < out.size(); ++i) {
    json.check_form(items[i], out[i]);
    if (!seen.insert(out[i]).second) json.fail(items[i], "'" + out[i] + "' stands twice");
  }
  return out;
}

void load_countries(JsonReader& json, const JsonNode& root, NamesData& data) {
  std::set<std::string> seen;
  for (const JsonNode& row : json.list(root, "countries")) {
    json.only(row, {"code", "names", "adjective", "people"});
    const std::string code = json.text(row, "code");
    if (!seen.insert(code).second) json.fail(row, "'" + code + "' stands twice");
    const auto add = [&](std::string_view key, std::vector<NamedForms>& into) {
      auto forms = forms_of(json, row, key, false);
      if (!forms.empty()) into.push_back({"country:" + code, std::move(forms)});
    };
    add("names", data.names);
    add("adjective", data.adjectives);
    add("people", data.inhabitants);
  }
}

// "-2ого/у": two letters fall away and "ого" is added, or "у" is.
std::vector<CaseRule::Ending> read_case(JsonReader& json, const JsonNode& row,
                                        std::string_view text) {
  std::vector<CaseRule::Ending> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t slash = std::min(text.find('/', at), text.size());
    std::string_view form = text.substr(at, slash - at);
    CaseRule::Ending ending;
    if (form.starts_with('-')) {
      const bool digit = form.size() > 1 && form[1] >= '1' && form[1] <= '9';
      if (!digit) json.fail(row, "'-' needs the number of letters that fall away");
      ending.cut = digit ? static_cast<std::uint32_t>(form[1] - '0') : 0;
      form.remove_prefix(std::min<std::size_t>(form.size(), 2));
    }
    ending.add = std::string(form);
    out.push_back(std::move(ending));
    at = slash + 1;
  }
  return out;
}

std::vector<CaseRule> load_cases(JsonReader& json, const JsonNode& root) {
  std::vector<CaseRule> out;
  std::set<std::string> seen;
  for (const JsonNode& row : json.list(root, "cases")) {
    json.only(row, {"endings", "forms"});
    CaseRule rule;
    rule.endings = json.texts(row, "endings", true);
    for (const std::string& ending : rule.endings) {
      json.check_form(row, ending);
      if (!seen.insert(ending).second) json.fail(row, "'" + ending + "' stands twice");
    }
    for (const JsonNode& form : json.list(row, "forms", true))
      rule.forms.push_back(read_case(json, row, form.text));
    if (!out.empty() && rule.forms.size() != out.front().forms.size())
      json.fail(row, "every row needs a form for every case");
    out.push_back(std::move(rule));
  }
  return out;
}

// Reads one file of core/lang/shared that must exist and be flawless; faults are kept.
class SharedFile {
 public:
  explicit SharedFile(const std::string& name) : json_("core/lang/shared/" + name) {
    auto root = json_.parse(embedded_file("shared/" + name));
    if (root) root_ = std::move(*root);
  }
  JsonReader& json() { return json_; }
  const JsonNode& root() const { return root_; }
  void only(std::initializer_list<std::string_view> keys) { json_.only(root_, keys); }
  void check_sources() {
    for (const JsonNode& row : json_.list(root_, "sources", true))
      json_.only(row, {"name", "version", "licence"});
  }

 private:
  JsonReader json_;
  JsonNode root_{.kind = JsonNode::Kind::Object, .text = {}, .items = {}, .members = {}};
};

void load_entities(SharedFile& file, SharedNames& out, std::set<std::string>& seen) {
  JsonReader& json = file.json();
  for (const JsonNode& row : json.list(file.root(), "entities", true)) {
    json.only(row, {"id", "names", "alone", "country", "government", "agency"});
    SharedEntity entity;
    entity.id = json.text(row, "id");
    entity.names = words(json, row, "names");
    entity.alone = words(json, row, "alone");
    entity.country = json.text(row, "country", false);
    entity.government = json.boolean(row, "government");
    entity.agency = json.text(row, "agency", false);
    if (entity.id.find(':') == std::string::npos) json.fail(row, "an id is TYPE:NAME");
    if (!seen.insert(entity.id).second) json.fail(row, "'" + entity.id + "' stands twice");
    if (entity.government && entity.country.empty())
      json.fail(row, "'government' needs a 'country'");
    out.entities.push_back(std::move(entity));
  }
}

std::vector<Spelling> load_spellings(JsonReader& json, const JsonNode& root, std::string_view key) {
  std::vector<Spelling> out;
  for (const JsonNode& row : json.list(root, key, true)) {
    json.only(row, {"from", "to"});
    out.push_back({json.text(row, "from"), json.text(row, "to", false)});
    if (out.back().from.empty()) json.fail(row, "'from' must not be empty");
  }
  return out;
}

SharedNames load_shared() {
  SharedNames out;
  const auto keep = [&](SharedFile& file) {
    file.check_sources();
    const auto& errors = file.json().errors();
    out.faults.insert(out.faults.end(), errors.begin(), errors.end());
  };
  std::set<std::string> seen;
  SharedFile organisations("organisations.json");
  organisations.only({"sources", "entities", "legal_forms"});
  load_entities(organisations, out, seen);
  out.legal_forms = words(organisations.json(), organisations.root(), "legal_forms");
  keep(organisations);

  SharedFile people("people.json");
  people.only({"sources", "entities", "first_names", "weak_first_names", "particles"});
  load_entities(people, out, seen);
  out.first_names = words(people.json(), people.root(), "first_names");
  out.weak_first_names = words(people.json(), people.root(), "weak_first_names");
  out.particles = words(people.json(), people.root(), "particles");
  keep(people);

  SharedFile places("places.json");
  places.only({"sources", "entities", "zones_left_out"});
  load_entities(places, out, seen);
  out.zones_left_out = words(places.json(), places.root(), "zones_left_out");
  keep(places);

  SharedFile spelling("romanisation.json");
  spelling.only({"sources", "letters", "spellings"});
  out.letters = load_spellings(spelling.json(), spelling.root(), "letters");
  out.spellings = load_spellings(spelling.json(), spelling.root(), "spellings");
  keep(spelling);
  return out;
}

}  // namespace

NamesData load_names(JsonReader& json, const JsonNode& root) {
  json.only(root, {"endings",
                   "countries",
                   "names",
                   "agencies",
                   "roles",
                   "role_tails",
                   "role_modifiers",
                   "titles",
                   "name_endings",
                   "definite",
                   "determiners",
                   "of",
                   "stop_words",
                   "stop_tails",
                   "not_names",
                   "needs_support",
                   "nouns_capitalised",
                   "match_stems",
                   "cases",
                   "owner_follows"});
  NamesData data;
  data.present = true;
  data.fingerprint = hash_tree(root, 0);
  json.read_endings(root);
  load_countries(json, root, data);
  for (NamedForms& row : rows(json, root, "names")) data.names.push_back(std::move(row));
  data.agencies = rows(json, root, "agencies");
  data.roles = rows(json, root, "roles");
  data.role_tails = rows(json, root, "role_tails");
  data.role_modifiers = rows(json, root, "role_modifiers");
  data.titles = rows(json, root, "titles");
  data.name_endings = words(json, root, "name_endings");
  data.definite = words(json, root, "definite");
  data.determiners = words(json, root, "determiners");
  data.of = words(json, root, "of");
  data.stop_words = words(json, root, "stop_words");
  data.stop_tails = words(json, root, "stop_tails");
  data.not_names = words(json, root, "not_names");
  data.needs_support = words(json, root, "needs_support");
  data.cases = load_cases(json, root);
  data.owner_follows = json.boolean(root, "owner_follows");
  data.nouns_capitalised = json.boolean(root, "nouns_capitalised");
  data.match_stems = json.boolean(root, "match_stems");
  return data;
}

const SharedNames& shared_names() {
  static const SharedNames kShared = load_shared();
  return kShared;
}

}  // namespace twosource
