#include "core/lang/registry.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>

#include "core/lang/embedded.h"
#include "core/lang/segmentation_data.h"

namespace twosource {
namespace {

// path -> bytes of all the files of one language, "numbers.json" and so on.
using LanguageFiles = std::map<std::string, std::string, std::less<>>;

void load_language(JsonReader& json, const JsonNode& root, LanguagePack& pack) {
  json.only(root, {"tag", "name", "sources"});
  if (json.text(root, "tag") != pack.tag)
    json.fail(root, "'tag' must be the name of the folder, '" + pack.tag + "'");
  pack.name = json.text(root, "name");
  for (const JsonNode& row : json.list(root, "sources")) {
    json.only(row, {"name", "version", "licence"});
    pack.sources.push_back(
        {json.text(row, "name"), json.text(row, "version"), json.text(row, "licence")});
  }
}

struct KindLoader {
  std::string_view file;
  void (*load)(JsonReader&, const JsonNode&, LanguagePack&);
};

constexpr KindLoader kKinds[] = {
    {"language.json", load_language},
    {"segmentation.json", [](JsonReader& j, const JsonNode& r,
                             LanguagePack& p) { p.segmentation = load_segmentation(j, r); }},
    {"numbers.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.numbers = load_numbers(j, r); }},
    {"units.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.units = load_units(j, r); }},
    {"money.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.money = load_money(j, r); }},
    {"hedges.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.hedges = load_hedges(j, r); }},
    {"dates.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.dates = load_dates(j, r); }},
    {"names.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.names = load_names(j, r); }},
    {"claims.json",
     [](JsonReader& j, const JsonNode& r, LanguagePack& p) { p.claims = load_claims(j, r); }},
    {"consistency.json", [](JsonReader& j, const JsonNode& r,
                            LanguagePack& p) { p.consistency = load_consistency(j, r); }},
};

LanguagePack load_pack(const std::string& tag, const std::string& prefix,
                       const LanguageFiles& files, std::vector<Error>& faults) {
  LanguagePack pack;
  pack.tag = tag;
  for (const KindLoader& kind : kKinds) {
    const auto it = files.find(kind.file);
    if (it == files.end()) continue;
    JsonReader json(prefix + it->first);
    if (const auto root = json.parse(it->second)) kind.load(json, *root, pack);
    faults.insert(faults.end(), json.errors().begin(), json.errors().end());
  }
  for (const auto& entry : files) {
    const std::string& name = entry.first;
    const bool known = std::any_of(std::begin(kKinds), std::end(kKinds),
                                   [&](const KindLoader& k) { return k.file == name; });
    if (!known)
      faults.push_back({ErrorKind::BadInput, "no such kind of language data", prefix + name, 0, 0});
  }
  if (!files.contains("language.json"))
    faults.push_back({ErrorKind::BadInput, "the file is missing", prefix + "language.json", 0, 0});
  return pack;
}

LanguageFiles embedded_language(std::string_view tag) {
  LanguageFiles files;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.size() > tag.size() + 1 && file.path.starts_with(tag) &&
        file.path[tag.size()] == '/') {
      const std::string_view name = file.path.substr(tag.size() + 1);
      if (name.find('/') == name.npos) files.emplace(name, file.bytes);  // no examples
    }
  }
  return files;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

struct Languages::State {
  struct Slot {
    std::once_flag once;
    std::optional<LanguagePack> pack;
    std::vector<Error> faults;
  };
  // Every tag has its slot from the start, so that the map never changes afterwards.
  std::map<std::string, Slot, std::less<>> slots;

  const LanguagePack& load(const std::string& tag, Slot& slot) {
    std::call_once(slot.once, [&] {
      if (!slot.pack)
        slot.pack = load_pack(tag, "core/lang/" + tag + "/", embedded_language(tag), slot.faults);
    });
    return *slot.pack;
  }
};

Languages::Languages(std::unique_ptr<State> state) : state_(std::move(state)) {
  for (const EmbeddedFile& file : embedded_files()) {
    const auto slash = file.path.find('/');
    if (file.path.substr(0, slash) != "shared")
      state_->slots[std::string(file.path.substr(0, slash))];
  }
}

Languages::~Languages() = default;

const Languages& Languages::embedded() {
  static const Languages languages(std::make_unique<State>());
  return languages;
}

Result<std::unique_ptr<Languages>> Languages::with_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  std::set<fs::path> tags;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    if (entry.is_directory()) tags.insert(entry.path());
  }
  if (failed)
    return Error{ErrorKind::NotFound, "the language folder cannot be read: " + failed.message(),
                 folder, 0, 0};
  auto state = std::make_unique<State>();
  std::vector<Error> faults;
  for (const fs::path& path : tags) {
    LanguageFiles files;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, failed)) {
      if (entry.path().extension() != ".json") continue;
      if (auto bytes = read_file(entry.path()))
        files.emplace(entry.path().filename().string(), std::move(*bytes));
    }
    const std::string tag = path.filename().string();
    if (tag != "shared")
      state->slots[tag].pack = load_pack(tag, path.string() + "/", files, faults);
  }
  if (!faults.empty()) {
    Error first = faults.front();
    if (faults.size() > 1)
      first.message += " (and " + std::to_string(faults.size() - 1) + " more faults)";
    return first;
  }
  return std::unique_ptr<Languages>(new Languages(std::move(state)));
}

const LanguagePack& Languages::find(std::string_view tag) const {
  for (std::string_view part = tag; !part.empty();) {
    const auto it = state_->slots.find(part);
    if (it != state_->slots.end()) return state_->load(it->first, it->second);
    const auto dash = part.rfind('-');
    part = dash == std::string_view::npos ? std::string_view() : part.substr(0, dash);
  }
  const auto neutral = state_->slots.find("und");
  if (neutral == state_->slots.end()) throw std::logic_error("core/lang/und is not built in");
  return state_->load(neutral->first, neutral->second);
}

std::vector<std::string> Languages::tags() const {
  std::vector<std::string> out;
  for (const auto& [tag, slot] : state_->slots) {
    if (tag != "und") out.push_back(tag);
  }
  return out;
}

std::vector<Error> Languages::faults() const {
  std::vector<Error> out;
  for (auto& [tag, slot] : state_->slots) {
    state_->load(tag, slot);
    out.insert(out.end(), slot.faults.begin(), slot.faults.end());
  }
  return out;
}

}  // namespace twosource
