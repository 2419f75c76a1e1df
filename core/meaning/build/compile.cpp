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

constexpr std::string_view kPivot = "de";  // the language with the fullest dictionaries
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

std::optional<Source> known_source(const std::string& name) {
  constexpr std::string_view kPrefix = "freedict-";
  if (name == "mueller7") return Source{name, "en", "ru", Layout::Running};
  if (!name.starts_with(kPrefix) || name.size() != kPrefix.size() + 7) return std::nullopt;
  Source source{name, tag_of(name.substr(kPrefix.size(), 3)),
                tag_of(name.substr(kPrefix.size() + 4)), Layout::FreeDict};
  const bool useful =
      !source.from.empty() && !source.to.empty() &&
      (source.from == "en" || source.to == "en" || source.from == kPivot || source.to == kPivot);
  if (!useful) return std::nullopt;
  return source;
}

void add_entry(const Source& source, const Entry& entry, Graph& graph) {
  // Towards English and the pivot as it is written; away from them read backwards.
  const bool towards = source.to == "en" || (source.to == kPivot && source.from != "en");
  const bool backwards = source.from == "en" || (source.from == kPivot && source.to != "en");
  if (towards) graph.add(source.from, source.to, entry.head, entry.translations, kForward);
  if (backwards)
    graph.add_reverse(source.from, source.to, entry.head, entry.translations, kBackward);
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
  graph.write(writer, kPivot);
  for (const LexiconSource& source : out.sources) writer.add_source(source);
  if (auto written = writer.write(options.out); !written) return written.error();
  return out;
}

}  // namespace twosource::lexicon_build
