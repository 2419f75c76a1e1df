#include "cli/knowledge.h"

#include <cstdlib>
#include <filesystem>

#include "cli/installed.h"
#include "core/claim/meaning_source.h"

namespace twosource {
namespace {

namespace fs = std::filesystem;

// The lexicon that is found without being named; empty when there is none.
std::string usual_lexicon() {
  std::error_code failed;
  const fs::path beside = fs::path(program_folder()) / "lexicon.bin";
  if (fs::is_regular_file(beside, failed)) return beside.string();
  return installed_path("lexicon.bin").value_or("");
}

}  // namespace

Result<Knowledge> Knowledge::load() {
  Knowledge out;
  const char* const named = std::getenv("TWOSOURCE_LEXICON");
  const std::string path = named != nullptr && *named != '\0' ? named : usual_lexicon();
  if (path.empty() || path == "none") return out;
  auto lexicon = Lexicon::open(path);
  if (!lexicon) return lexicon.error();
  out.lexicon_ = *std::move(lexicon);
  out.concepts_ = std::make_unique<MeaningSource>(Meaning(out.lexicon_));
  return out;
}

}  // namespace twosource
