#include "cli/generate.h"

#include <fmt/format.h>

#include "core/compare/rules.h"
#include "reports/reading_order.h"
#include "reports/registry.h"
#include "reports/rule_page.h"

namespace twosource {
namespace {

std::vector<Option> options_of(const Command& command) {
  return options::joined({command.options, options::shared()});
}

// Words that an option takes: its choices, the formats that the command writes, nothing for others.
std::vector<std::string_view> words_of(const Command& command, const Option& option) {
  if (option.name != "format" || !command.content) return option.choices;
  std::vector<std::string_view> out;
  for (const FormatInfo& format : formats_for(*command.content)) out.push_back(format.name);
  return out;
}

template <typename List>
std::string joined(const List& words, std::string_view between) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

// groff: a backslash, and a dot or an apostrophe that opens a line, are commands; a hyphen of an
// option must stay one.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\n') {
      out += "\n.PP\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string roff_option(const Option& option) {
  std::string out = ".TP\n";
  if (option.letter != 0) out += fmt::format("\\fB\\-{}\\fR, ", option.letter);
  out += "\\fB" + roff("--" + std::string(option.name)) + "\\fR";
  if (!option.is_flag()) out += " \\fI" + roff(option.value) + "\\fR";
  return out + "\n" + roff(option.help) + "\n";
}

std::string roff_item(std::string_view name, std::string_view text) {
  return ".TP\n\\fB" + roff(name) + "\\fR\n" + roff(text) + "\n";
}

std::string roff_verdicts() {
  std::string out =
      "A verdict says what the searched articles hold, not what is true. Near copies of one text "
      "count once, and outlets that rest on the same primary source are one voice.\n";
  for (const Section& section : empty_sections()) {
    out += roff_item(section.scope == Scope::Corpus ? name_of(section.verdict) : section.title,
                     section.meaning);
  }
  return out;
}

std::string roff_rules() {
  std::string out =
      "Every finding and every piece of evidence names the rule that made it; twosource.toml and "
      "\\-\\-rule give a rule another level.\n";
  for (const RuleInfo& rule : all_rules()) out += roff_item(rule.id, rule_page(rule.id).summary);
  return out;
}

std::string roff_environment() {
  return roff_item("TWOSOURCE_LEXICON",
                   "the compiled dictionaries (twosource-lexicon makes them); none: without any") +
         roff_item("NO_COLOR", "when set and not empty, no colours") +
         roff_item("FORCE_HYPERLINK",
                   "1: links on the terminal, 0: none; else where they are known") +
         roff_item("COLUMNS", "the width of the terminal");
}

// For single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// zsh takes brackets and colons of a description for its own.
std::string zsh_words(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const Command& command, const Option& option) {
  std::string spec = option.repeatable ? "*--" : "--";
  spec += option.name;
  if (!option.is_flag()) spec += "=";
  spec += "[" + zsh_words(option.help) + "]";
  if (!option.is_flag()) {
    const auto words = words_of(command, option);
    spec += ":" + zsh_words(option.value) + ":";
    spec += words.empty() ? "_files" : "(" + joined(words, " ") + ")";
  }
  return quoted(spec);
}

}  // namespace

std::string man_page(const std::vector<Command>& commands, std::string_view version) {
  std::string out =
      fmt::format(".TH TWOSOURCE 1 \"\" \"twosource {}\" \"User Commands\"\n", version);
  out += ".SH NAME\ntwosource \\- check the figures and facts of news articles against a corpus\n";
  out += ".SH SYNOPSIS\n.B twosource\n\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n";
  out +=
      ".SH DESCRIPTION\nReads news articles and says for each checkable statement who else says "
      "so, who says otherwise, and how independent those voices are.\n.SH COMMANDS\n";
  for (const Command& command : commands) {
    out += fmt::format(".SS {}", roff(command.name));
    if (!command.operands.name.empty()) out += " " + roff(command.operands.name);
    out += "\n" + roff(command.description) + "\n";
    for (const Option& option : command.options) out += roff_option(option);
    for (const Example& example : command.examples)
      out += ".TP\n\\fB" + roff(example.command) + "\\fR\n" + roff(example.effect) + "\n";
  }
  out += ".SH OPTIONS OF EVERY COMMAND\n";
  for (const Option& option : options::shared()) out += roff_option(option);
  out += ".SH FORMATS\n";
  for (const FormatInfo& format : formats())
    out += ".TP\n\\fB" + roff(format.name) + "\\fR\n" + roff(format.summary) + "\n";
  out +=
      ".SH EXIT STATUS\n.TP\n0\nnothing at or above \\-\\-fail\\-on\n.TP\n1\nfindings at or "
      "above it\n.TP\n2\nan error, also in a part of the input\n";
  out += ".SH VERDICTS\n" + roff_verdicts() + ".SH RULES\n" + roff_rules();
  out += ".SH ENVIRONMENT\n" + roff_environment();
  out += ".SH FILES\n.TP\ntwosource.toml\nsettings, in the folder of the article or above it\n";
  out += ".SH SEE ALSO\n.BR twosource\\-lexicon (1)\n";
  return out;
}

std::string bash_completion(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  std::string values;
  for (const Command& command : commands) {
    names += (names.empty() ? "" : " ") + std::string(command.name);
    std::string words;
    for (const Option& option : options_of(command)) words += " --" + std::string(option.name);
    cases += fmt::format("    {}) words=\"{}\" ;;\n", command.name, words.substr(1));
    for (const Option& option : options_of(command)) {
      const auto list = words_of(command, option);
      if (list.empty()) continue;
      values += fmt::format(
          "    \"{} --{}\") COMPREPLY=($(compgen -W \"{}\" -- \"$current\")); return ;;\n",
          command.name, option.name, joined(list, " "));
    }
  }
  return fmt::format(
      "# bash completion for twosource\n"
      "_twosource() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W \"{} help\" -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"${{COMP_WORDS[1]}} $before\" in\n{}  esac\n"
      "  case ${{COMP_WORDS[1]}} in\n{}  esac\n"
      "  case $current in\n"
      "    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$current\")) ;;\n"
      "    *) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"
      "  esac\n"
      "}}\n"
      "complete -o filenames -F _twosource twosource\n",
      names, values, cases);
}

std::string zsh_completion(const std::vector<Command>& commands) {
  std::string list;
  std::string cases;
  for (const Command& command : commands) {
    list += "    " + quoted(std::string(command.name) + ":" + zsh_words(command.summary)) + "\n";
    cases += fmt::format("    {})\n      _arguments", command.name);
    for (const Option& option : options_of(command))
      cases += " \\\n        " + zsh_option(command, option);
    cases += " \\\n        '*:article:_files' ;;\n";
  }
  return "#compdef twosource\n"
         "_twosource() {\n"
         "  local -a commands\n"
         "  commands=(\n" +
         list +
         "  )\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _describe 'command' commands\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  shift words\n"
         "  (( CURRENT-- ))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         "_twosource \"$@\"\n";
}

std::string fish_completion(const std::vector<Command>& commands) {
  std::string out = "# fish completion for twosource\n";
  for (const Command& command : commands) {
    out += fmt::format("complete -c twosource -n __fish_use_subcommand -f -a {} -d {}\n",
                       command.name, quoted(command.summary));
    for (const Option& option : options_of(command)) {
      out += fmt::format("complete -c twosource -n '__fish_seen_subcommand_from {}' -l {}",
                         command.name, option.name);
      if (option.letter != 0) out += fmt::format(" -s {}", option.letter);
      const auto words = words_of(command, option);
      if (!option.is_flag()) out += words.empty() ? " -r" : " -x -a " + quoted(joined(words, " "));
      out += " -d " + quoted(option.help) + "\n";
    }
  }
  return out;
}

}  // namespace twosource
