// Arguments: what the user typed after the name of a command, checked against the command's table
// of options.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/settings.h"
#include "core/base/civil.h"
#include "core/base/result.h"
#include "core/document/reader.h"

namespace twosource {

class Arguments {
 public:
  // Errors: Usage, with a suggestion where a name is close to a known one. With --help among the
  // words nothing is missing and no operand is counted.
  static Result<Arguments> parse(const Command& command, const std::vector<std::string>& words);

  // Takes the settings of a file where the command line says nothing; `rule` adds up, the command
  // line's last. Errors: Usage, with file and line, when an option does not allow the value.
  Result<void> take_defaults(const Command& command, const Settings& settings);
  // The file that settings were taken from; empty for none.
  const std::string& settings_file() const { return settings_file_; }
  // Where the option's value comes from: "command line" or "twosource.toml:3"; empty when it has
  // none.
  std::string origin(std::string_view option) const;

  bool has(std::string_view option) const;
  // The last value given; empty when none was.
  std::string text(std::string_view option) const;
  std::vector<std::string> list(std::string_view option) const;
  const std::vector<std::string>& operands() const { return operands_; }

  // Errors: Usage when it is not a date (ISO 8601), or not a number from 1 to 1024.
  Result<std::optional<DateTime>> date(std::string_view option) const;
  Result<unsigned> count(std::string_view option, unsigned fallback) const;
  // --jobs; all cores without it.
  Result<unsigned> jobs() const;
  // --outlet, --language, --published.
  Result<ArticleDefaults> article_defaults() const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> operands_;
  std::map<std::string, std::string, std::less<>> origins_;  // of what settings gave
  std::string settings_file_;
};

// The candidate that is closest to `word`, or an empty view when none is close (a third of its
// letters differ).
std::string_view closest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace twosource
