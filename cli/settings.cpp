#include "cli/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/arguments.h"
#include "core/base/printable.h"

namespace twosource {
namespace {

namespace fs = std::filesystem;

// Options whose values are paths.
constexpr std::array<std::string_view, 3> kPaths{"db", "baseline", "changed-lines"};
// Options that make no sense in a file.
constexpr std::array<std::string_view, 4> kNeverInFile{"help", "config", "write-baseline", "rule"};

template <typename List>
bool among(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

const Option* option_named(const std::vector<Option>& options, std::string_view name) {
  for (const Option& option : options) {
    if (option.name == name && !among(kNeverInFile, name)) return &option;
  }
  return nullptr;
}

std::vector<Option> options_of(const Command& command) {
  return options::joined({command.options, options::shared()});
}

class Loader {
 public:
  Loader(const std::string& file, const std::vector<Command>& all)
      : file_(file), folder_(fs::path(file).parent_path()), all_(all) {
    for (const Command& command : all) {
      for (const Option& option : options_of(command)) {
        if (option_named(every_, option.name) == nullptr) every_.push_back(option);
      }
    }
  }

  using Tables = std::map<std::string, std::vector<Setting>, std::less<>>;

  Result<Tables> load(const std::string& bytes) {
    try {
      const toml::table root = toml::parse(bytes, file_);
      read_table(root, "", every_);
    } catch (const toml::parse_error& error) {
      return at(error.source(), ErrorKind::BadInput,
                "this is no TOML: " + printable(error.description()));
    }
    if (error_) return *std::move(error_);
    return std::move(tables_);
  }

 private:
  Error at(const toml::source_region& where, ErrorKind kind, std::string message) const {
    Error error{kind, std::move(message)};
    error.file = file_;
    error.line = where.begin.line;
    error.column = where.begin.column;
    return error;
  }
  void fail(const toml::node& node, std::string message) {
    if (!error_) error_ = at(node.source(), ErrorKind::Usage, std::move(message));
  }
  std::string origin(const toml::node& node) const {
    return fs::path(file_).filename().string() + ":" + std::to_string(node.source().begin.line);
  }

  const Command* command_named(std::string_view name) const {
    for (const Command& command : all_) {
      if (command.name == name) return &command;
    }
    return nullptr;
  }

  void read_table(const toml::table& table, const std::string& name,
                  const std::vector<Option>& options) {
    for (const auto& [key, node] : table) {
      const std::string_view word = key.str();
      if (const toml::table* inner = node.as_table(); inner != nullptr) {
        const Command* command = command_named(word);
        if (word == "rules") {
          read_rules(*inner, name);
        } else if (name.empty() && command != nullptr) {
          read_table(*inner, std::string(word), options_of(*command));
        } else {
          fail(node, "there is no table [" + printable(word) +
                         "]; there are [rules] and one for each command");
        }
        continue;
      }
      read_option(word, node, name, options);
    }
  }

  void read_rules(const toml::table& rules, const std::string& table) {
    for (const auto& [rule, node] : rules) {
      const auto level = node.value<std::string>();
      if (!level) {
        fail(node, "the level of a rule is a word: \"error\", \"warning\", \"note\" or \"off\"");
        continue;
      }
      tables_[table].push_back({"rule", {std::string(rule.str()) + "=" + *level}, origin(node)});
    }
  }

  void read_option(std::string_view word, const toml::node& node, const std::string& table,
                   const std::vector<Option>& options) {
    const Option* option = option_named(options, word);
    if (option == nullptr) {
      std::vector<std::string_view> names;
      for (const Option& known : options) names.push_back(known.name);
      const std::string_view best = closest(word, names);
      fail(node, "there is no setting \"" + printable(word) + "\"" +
                     (best.empty() ? std::string() : "; did you mean " + std::string(best) + "?"));
      return;
    }
    Setting setting{std::string(word), {}, origin(node)};
    if (const toml::array* list = node.as_array(); list != nullptr) {
      if (!option->repeatable) return fail(node, "\"" + setting.option + "\" takes one value");
      for (const toml::node& item : *list) add_value(*option, item, setting);
    } else {
      add_value(*option, node, setting);
    }
    if (!setting.values.empty()) tables_[table].push_back(std::move(setting));
  }

  void add_value(const Option& option, const toml::node& node, Setting& setting) {
    const std::string name(option.name);
    if (option.is_flag()) {
      const auto on = node.value_exact<bool>();
      if (!on) return fail(node, "\"" + name + "\" is true or false");
      if (*on) setting.values.emplace_back("true");
      return;
    }
    std::string value;
    if (const auto text = node.value_exact<std::string>()) {
      value = *text;
    } else if (const auto whole = node.value_exact<std::int64_t>()) {
      value = std::to_string(*whole);
    } else if (const auto real = node.value_exact<double>()) {
      value = fmt::format("{}", *real);
    } else if (const auto day = node.value_exact<toml::date>()) {
      value = fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
    } else {
      return fail(node, "\"" + name + "\" is a text or a number");
    }
    if (among(kPaths, name)) value = in_folder(value);
    if (name == "format" && !settle_output(value)) {
      return fail(node, "an output file named here stands in the folder of the settings or below");
    }
    setting.values.push_back(std::move(value));
  }

  std::string in_folder(const std::string& path) const {
    return path.empty() || path == "-" ? path : (folder_ / path).lexically_normal().string();
  }

  // Settings are found, not chosen: a file that comes with an article must not name any file of
  // the machine as an output.
  bool settle_output(std::string& value) const {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || value.substr(equals + 1) == "-") return true;
    const fs::path path = fs::path(value.substr(equals + 1)).lexically_normal();
    if (path.is_absolute() || path.empty() || *path.begin() == "..") return false;
    value = value.substr(0, equals + 1) + in_folder(path.string());
    return true;
  }

  const std::string& file_;
  fs::path folder_;
  const std::vector<Command>& all_;
  std::vector<Option> every_;
  Tables tables_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<std::string> Settings::find(const std::string& start) {
  std::error_code code;
  fs::path folder = start.empty() || start == "-" ? fs::path(".") : fs::path(start);
  if (!fs::is_directory(folder, code)) folder = folder.parent_path();
  folder = fs::weakly_canonical(fs::absolute(folder.empty() ? fs::path(".") : folder, code), code);
  if (code) return std::nullopt;
  while (true) {
    const fs::path file = folder / kFileName;
    if (fs::is_regular_file(file, code)) return file.string();
    if (folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

Result<Settings> Settings::load(const std::string& file, const std::vector<Command>& all) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    Error error{ErrorKind::NotFound, "the settings cannot be read; is the path right?"};
    error.file = file;
    return error;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto tables = Loader(file, all).load(bytes);
  if (!tables) return tables.error();
  Settings out;
  out.file_ = file;
  out.tables_ = *std::move(tables);
  return out;
}

std::vector<Setting> Settings::for_command(const Command& command) const {
  const std::vector<Option> known = options_of(command);
  const std::string own(command.settings.empty() ? command.name : command.settings);
  std::vector<Setting> out;
  for (const std::string& table : {std::string(), own}) {
    const auto settings = tables_.find(table);
    if (settings == tables_.end()) continue;
    for (const Setting& setting : settings->second) {
      const bool has = std::any_of(known.begin(), known.end(),
                                   [&](const Option& o) { return o.name == setting.option; });
      if (!has) continue;
      // The command's own value replaces the general one; rules add up.
      if (setting.option != "rule")
        std::erase_if(out, [&](const Setting& s) { return s.option == setting.option; });
      out.push_back(setting);
    }
  }
  return out;
}

}  // namespace twosource
