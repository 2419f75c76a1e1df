#include "core/meaning/build/compile.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "core/meaning/build/dictionary.h"
#include "core/meaning/build/graph.h"
#include "core/meaning/build/wordnet.h"
#include "core/meaning/build/writer.h"

namespace twosource::lexicon_build {
namespace {

// Languages that others are composed through, the one with the fullest dictionaries first.
constexpr std::string_view kPivots[] = {"de", "fr"};
constexpr double kForward = 1.0;
constexpr double kBackward = 0.6;

// FreeDict calls languages by ISO 639-3, articles by BCP 47.
struct LanguageCode {
  std::string_view long_code;
  std::string_view tag;
};
constexpr LanguageCode kCodes[] = {
    {"ara", "ar"}, {"bul", "bg"}, {"ces", "cs"}, {"dan", "da"}, {"deu", "de"}, {"ell", "el"},
    {"eng", "en"}, {"fin", "fi"}, {"fra", "fr"}, {"hrv", "hr"}, {"hun", "hu"}, {"ind", "id"},
    {"ita", "it"}, {"jpn", "ja"}, {"lit", "lt"}, {"nld", "nl"}, {"nor", "no"}, {"pol", "pl"},
    {"por", "pt"}, {"rus", "ru"}, {"slk", "sk"}, {"slv", "sl"}, {"spa", "es"}, {"srp", "sr"},
    {"swe", "sv"}, {"tur", "tr"}, {"ukr", "uk"}};

std::string_view tag_of(std::string_view long_code) {
  for (const LanguageCode& code : kCodes) {
    if (code.long_code == long_code) return code.tag;
  }
  return {};
}

struct Source {
  std::string name;  // "freedict-deu-eng"
  std::string_view from;
  std::string_view to;
  Layout layout = Layout::FreeDict;
};

// How near a language is to English on the ways we follow: English, the pivots in order, the rest.
std::size_t rank(std::string_view tag) {
  if (tag == "en") return 0;
  const auto* const it = std::find(std::begin(kPivots), std::end(kPivots), tag);
  return 1 + static_cast<std::size_t>(it - std::begin(kPivots));
}

// Towards English and the pivots a dictionary is read as it is written, away from them backwards.
bool towards(const Source& source) {
  return rank(source.to) < rank(source.from);
}
bool backwards(const Source& source) {
  return rank(source.from) < rank(source.to);
}

std::optional<Source> known_source(const std::string& name) {
  constexpr std::string_view kPrefix = "freedict-";
  if (name == "mueller7") return Source{name, "en", "ru", Layout::Running};
  if (!name.starts_with(kPrefix) || name.size() != kPrefix.size() + 7) return std::nullopt;
  Source source{name, tag_of(name.substr(kPrefix.size(), 3)),
                tag_of(name.substr(kPrefix.size() + 4)), Layout::FreeDict};
  const bool useful =
      !source.from.empty() && !source.to.empty() && (towards(source) || backwards(source));
  if (!useful) return std::nullopt;
  return source;
}

void add_entry(const Source& source, const Entry& entry, Graph& graph) {
  if (towards(source)) {
    graph.add(source.from, source.to, entry.head, entry.translations, kForward);
  } else {
    graph.add_reverse(source.from, source.to, entry.head, entry.translations, kBackward);
  }
}

std::vector<std::string> installed(const std::string& folder) {
  namespace fs = std::filesystem;
  std::set<std::string> names;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".index") names.insert(entry.path().stem().string());
  }
  return {names.begin(), names.end()};
}

}  // namespace

Result<Compiled> compile(const CompileOptions& options) {
  Graph graph;
  LexiconWriter writer;
  Compiled out;
  for (const std::string& name : installed(options.dictd)) {
    const auto source = known_source(name);
    if (!source) continue;
    const auto info =
        read_dictionary(options.dictd + "/" + name, source->layout,
                        [&](const Entry& entry) { add_entry(*source, entry, graph); });
    if (!info) {
      out.faults.push_back(info.error());
      continue;
    }
    out.sources.push_back({name, info->version, info->licence});
  }
  if (const auto read = read_wordnet(options.wordnet, graph); read) {
    out.sources.push_back({"wordnet", "3.0", "WordNet"});
  } else if (read.error().kind != ErrorKind::NotFound) {
    out.faults.push_back(read.error());
  }
  if (out.sources.empty())
    return Error{ErrorKind::NotFound,
                 "there are no dictionaries here; install dict-freedict-deu-eng and others",
                 options.dictd, 0, 0};
  graph.write(writer, {std::begin(kPivots), std::end(kPivots)});
  for (const LexiconSource& source : out.sources) writer.add_source(source);
  if (auto written = writer.write(options.out); !written) return written.error();
  return out;
}

}  // namespace twosource::lexicon_build
