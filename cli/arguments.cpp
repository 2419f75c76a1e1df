// Boost.Program_options does the parsing; this file turns our tables into its descriptions and its
// exceptions into our errors.
#include "cli/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <numeric>
#include <thread>

#include "core/base/printable.h"

namespace twosource {
namespace {

namespace po = boost::program_options;

constexpr unsigned kMostJobs = 1024;

Error usage(std::string message) {
  return Error{ErrorKind::Usage, std::move(message)};
}

std::vector<Option> all_options(const Command& command) {
  return options::joined({command.options, options::shared()});
}

po::options_description description_of(const std::vector<Option>& options) {
  po::options_description out;
  for (const Option& option : options) {
    std::string names(option.name);
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.is_flag()) {
      out.add_options()(names.c_str(), "");
    } else {
      out.add_options()(names.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    }
  }
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<Option>& options) {
  std::vector<std::string_view> names;
  for (const Option& option : options) names.push_back(option.name);
  while (!word.empty() && word.front() == '-') word.remove_prefix(1);
  word = word.substr(0, word.find('='));
  const std::string_view best = closest(word, names);
  return best.empty() ? std::string() : "; did you mean --" + std::string(best) + "?";
}

Error explain(const po::error& error, const Command& command, const std::vector<Option>& options) {
  const std::string hint = " (see twosource " + std::string(command.name) + " --help)";
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    const std::string word = unknown->get_option_name();
    const std::string guess = did_you_mean(word, options);
    return usage("there is no option " + printable(word) + (guess.empty() ? hint : guess));
  }
  if (const auto* named = dynamic_cast<const po::error_with_option_name*>(&error)) {
    const std::string word = printable(named->get_option_name());
    if (dynamic_cast<const po::invalid_command_line_syntax*>(&error) != nullptr) {
      const bool extra = std::string_view(error.what()).find("does not take") != std::string::npos;
      return usage(word + (extra ? " takes no value" : " needs a value") + hint);
    }
  }
  return usage(printable(error.what()) + hint);
}

std::string allowed(const Option& option) {
  std::string out;
  for (const std::string_view choice : option.choices) {
    if (!out.empty()) out += ", ";
    out += choice;
  }
  return out;
}

std::optional<Error> check_values(const Option& option, const std::vector<std::string>& values) {
  const std::string name = "--" + std::string(option.name);
  if (values.size() > 1 && !option.repeatable) return usage(name + " is given twice");
  for (const std::string& value : values) {
    if (value.empty()) return usage(name + " needs a value that is not empty");
    if (option.choices.empty()) continue;
    if (std::find(option.choices.begin(), option.choices.end(), value) == option.choices.end()) {
      return usage(name + " is one of " + allowed(option) + ", not \"" + printable(value) + "\"");
    }
  }
  return std::nullopt;
}

std::optional<Error> check_operands(const Command& command, std::size_t given) {
  const Operands& wanted = command.operands;
  const std::string hint = " (see twosource " + std::string(command.name) + " --help)";
  const std::string name(wanted.name);
  if (given < wanted.least) {
    return usage(std::string(command.name) + " needs " + std::string(wanted.help) + hint);
  }
  if (given > wanted.most) {
    return usage(wanted.most == 0 ? std::string(command.name) + " takes no arguments" + hint
                                  : "too many arguments: " + std::string(command.name) + " takes " +
                                        std::string(wanted.help) + hint);
  }
  return std::nullopt;
}

// Levenshtein's distance in which swapping two neighbours counts once.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) rows[i][0] = i;
  std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[i][j] = std::min({changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

}  // namespace

std::string_view closest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  constexpr std::size_t kLongest = 64;
  if (word.size() > kLongest) return best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    // What was begun right counts as near: "corrob" for "corroborated".
    const bool begun = word.size() >= 3 && candidate.starts_with(word);
    const std::size_t distance = begun ? 1 : edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

Result<Arguments> Arguments::parse(const Command& command, const std::vector<std::string>& words) {
  const std::vector<Option> options = all_options(command);
  Arguments out;
  try {
    using Style = po::command_line_style::style_t;
    const auto style = static_cast<Style>(po::command_line_style::unix_style &
                                          ~po::command_line_style::allow_guessing);
    const po::options_description description = description_of(options);
    const auto parsed = po::command_line_parser(words).options(description).style(style).run();
    for (const auto& found : parsed.options) {
      if (found.position_key != -1) {
        out.operands_.insert(out.operands_.end(), found.value.begin(), found.value.end());
        continue;
      }
      auto& values = out.values_[found.string_key];
      values.insert(values.end(), found.value.begin(), found.value.end());
    }
  } catch (const po::error& error) {
    return explain(error, command, options);
  }
  if (out.has("help")) return out;
  for (const Option& option : options) {
    const auto it = out.values_.find(option.name);
    if (it == out.values_.end() || option.is_flag()) continue;
    if (auto error = check_values(option, it->second)) return *std::move(error);
  }
  if (auto error = check_operands(command, out.operands_.size())) return *std::move(error);
  return out;
}

Result<void> Arguments::take_defaults(const Command& command, const Settings& settings) {
  settings_file_ = settings.file();
  for (const Setting& setting : settings.for_command(command)) {
    std::vector<std::string>& values = values_[setting.option];
    const bool adds = setting.option == "rule";
    if (!adds && !values.empty()) continue;
    const std::vector<Option> options = all_options(command);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const Option& o) { return o.name == setting.option; });
    if (!option->is_flag()) {
      if (auto error = check_values(*option, setting.values)) {
        error->message = setting.origin + ": " + error->message;
        return *std::move(error);
      }
    }
    values.insert(adds ? values.begin() : values.end(), setting.values.begin(),
                  setting.values.end());
    std::string& origin = origins_[setting.option];
    origin += (origin.empty() ? "" : ", ") + setting.origin;
  }
  return {};
}

std::string Arguments::origin(std::string_view option) const {
  const auto from = origins_.find(option);
  if (from != origins_.end()) return from->second;
  return has(option) ? "command line" : std::string();
}

bool Arguments::has(std::string_view option) const {
  return values_.find(option) != values_.end();
}

std::string Arguments::text(std::string_view option) const {
  const auto it = values_.find(option);
  return it == values_.end() || it->second.empty() ? std::string() : it->second.back();
}

std::vector<std::string> Arguments::list(std::string_view option) const {
  const auto it = values_.find(option);
  return it == values_.end() ? std::vector<std::string>() : it->second;
}

Result<std::optional<DateTime>> Arguments::date(std::string_view option) const {
  const std::string given = text(option);
  if (given.empty()) return std::optional<DateTime>();
  if (auto moment = parse_iso(given)) return std::optional<DateTime>(*moment);
  return usage("--" + std::string(option) + " is a date like 2024-10-24, not \"" +
               printable(given) + "\"");
}

Result<unsigned> Arguments::count(std::string_view option, unsigned fallback) const {
  const std::string given = text(option);
  if (given.empty()) return fallback;
  unsigned value = 0;
  const char* const end = given.data() + given.size();
  const auto parsed = std::from_chars(given.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end && value >= 1 && value <= kMostJobs) {
    return value;
  }
  return usage("--" + std::string(option) + " is a number from 1 to " + std::to_string(kMostJobs) +
               ", not \"" + printable(given) + "\"");
}

Result<unsigned> Arguments::jobs() const {
  return count("jobs", std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs));
}

Result<ArticleDefaults> Arguments::article_defaults() const {
  const auto published = date("published");
  if (!published) return published.error();
  return ArticleDefaults{text("outlet"), text("language"), *published};
}

}  // namespace twosource
