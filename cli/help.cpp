#include "cli/help.h"

#include <algorithm>

#include "reports/registry.h"
#include "reports/wrap.h"

namespace twosource {
namespace {

struct Row {
  std::string left;
  std::string right;
};

void append_rows(std::string& out, const std::vector<Row>& rows, unsigned width) {
  constexpr std::size_t kMargin = 2;
  constexpr std::size_t kWidestLeft = 26;
  std::size_t left = 0;
  for (const Row& row : rows) left = std::max(left, std::min(row.left.size(), kWidestLeft));
  const std::size_t indent = kMargin + left + 2;
  for (const Row& row : rows) {
    out += std::string(kMargin, ' ') + row.left;
    if (row.left.size() > left) {
      out += '\n' + std::string(indent, ' ');
    } else {
      out += std::string(left - row.left.size() + 2, ' ');
    }
    append_wrapped(out, row.right, indent, indent, width);
  }
}

Row row_of(const Option& option) {
  std::string left = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
  left += "--" + std::string(option.name);
  if (!option.is_flag()) left += " " + std::string(option.value);
  return {left, std::string(option.help)};
}

std::string usage_line(const Command& command) {
  std::string out = "twosource " + std::string(command.name);
  for (const Option& option : command.options) {
    if (option.name == "db") out += " --db DB";
  }
  out += " [OPTION]...";
  const Operands& operands = command.operands;
  if (operands.name.empty()) return out;
  const std::string name(operands.name);
  if (operands.least == 0) return out + " [" + name + "]" + (operands.most > 1 ? "..." : "");
  for (unsigned i = 0; i < operands.least; ++i) out += " " + name;
  if (operands.most == kAnyNumber) return out + "...";
  return operands.most > operands.least ? out + " [" + name + "]" : out;
}

constexpr std::string_view kExitCodes =
    "Exit codes: 0 nothing to complain about; 1 findings at or above --fail-on; 2 an error, also "
    "when only a part of the input could not be read.";

}  // namespace

std::string help_overview(unsigned width) {
  std::string out;
  append_wrapped(out,
                 "twosource reads news articles, and says for each checkable statement who else "
                 "says so, who says otherwise, and how independent those voices are.",
                 0, 0, width);
  out += "\nUsage: twosource COMMAND [OPTION]... [ARGUMENT]...\n\nCommands:\n";
  std::vector<Row> rows;
  for (const Command& command : commands()) {
    rows.push_back({std::string(command.name), std::string(command.summary)});
  }
  append_rows(out, rows, width);
  out += "\nOptions of every command:\n";
  rows.clear();
  for (const Option& option : options::shared()) rows.push_back(row_of(option));
  rows.push_back({"-V, --version", "print the version"});
  append_rows(out, rows, width);
  out += "\n";
  append_wrapped(out, kExitCodes, 0, 0, width);
  out +=
      "\nFirst steps:\n"
      "  twosource demo                               see it work on articles that come with it\n"
      "  twosource index --db news.db archive/        keep a folder of articles\n"
      "  twosource check --db news.db story.txt       check a story against them\n"
      "  twosource check --help                       more about a command\n";
  return out;
}

std::string help_for(const Command& command, unsigned width) {
  std::string out = "Usage: " + usage_line(command) + "\n\n";
  append_wrapped(out, command.description, 0, 0, width);
  out += "\nOptions:\n";
  std::vector<Row> rows;
  for (const Option& option : command.options) rows.push_back(row_of(option));
  for (const Option& option : options::shared()) rows.push_back(row_of(option));
  append_rows(out, rows, width);
  if (command.content) {
    out += "\nFormats:\n";
    rows.clear();
    for (const FormatInfo& format : formats_for(*command.content)) {
      rows.push_back({std::string(format.name), std::string(format.summary)});
    }
    append_rows(out, rows, width);
  }
  out += "\nExamples:\n";
  for (const Example& example : command.examples) {
    out += "  " + std::string(example.command) + "\n      ";
    append_wrapped(out, example.effect, 6, 6, width);
  }
  out += "\n";
  append_wrapped(out, kExitCodes, 0, 0, width);
  return out;
}

}  // namespace twosource
