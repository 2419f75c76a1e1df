// Settings: what twosource.toml says. Its keys are the long names of the options, so that the file
// and the command line have one vocabulary; a table named after a command holds for that command
// alone, and [rules] gives a level to each rule.
//
//   db = "archive.db"                 # paths are those of the file's folder
//   languages = ["de", "en"]
//   [check]
//   fail-on = "warning"
//   baseline = "accepted.json"
//   [rules]
//   quote-changed = "off"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "core/base/result.h"

namespace twosource {

struct Setting {
  std::string option;               // long name, without dashes
  std::vector<std::string> values;  // as the command line would have them; "true" for a flag
  std::string origin;               // "twosource.toml:3"
};

class Settings {
 public:
  static constexpr std::string_view kFileName = "twosource.toml";

  // The nearest twosource.toml in the folder of `start` (a file, a folder, or "-" for the working
  // directory) or above it.
  static std::optional<std::string> find(const std::string& start);

  // Errors: NotFound, Unreadable, and BadInput or Usage with line and column: syntax, a key that is
  // no option of `all` (with a suggestion), a value of a wrong type, an output file outside of the
  // folder of the settings.
  static Result<Settings> load(const std::string& file, const std::vector<Command>& all);

  const std::string& file() const { return file_; }
  // General settings first, those of the command's own table after them; each once.
  std::vector<Setting> for_command(const Command& command) const;

 private:
  std::string file_;
  std::map<std::string, std::vector<Setting>, std::less<>> tables_;  // "" is the general one
};

}  // namespace twosource
