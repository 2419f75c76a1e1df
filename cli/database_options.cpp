#include "cli/database_options.h"

#include <algorithm>

namespace twosource {
namespace {

std::vector<std::string> split_lists(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& list : given) {
    std::size_t begin = 0;
    while (begin <= list.size()) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      if (end > begin) out.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return out;
}

}  // namespace

Result<std::string> database_of(const Arguments& arguments) {
  if (arguments.has("db")) return arguments.text("db");
  return Error{ErrorKind::Usage,
               "name the database: --db DB (twosource index --db DB ARCHIVE makes one)"};
}

Result<EvidenceFilter> evidence_filter_of(const Arguments& arguments) {
  EvidenceFilter filter;
  filter.outlets = split_lists(arguments.list("outlets"));
  filter.languages = split_lists(arguments.list("languages"));
  const auto since = arguments.date("since");
  if (!since) return since.error();
  if (*since) filter.since = (*since)->day;
  for (const char* const option : {"until", "as-of"}) {
    const auto end = arguments.date(option);
    if (!end) return end.error();
    if (*end) filter.until = filter.until ? std::min(*filter.until, (*end)->day) : (*end)->day;
  }
  return filter;
}

ExitCode exit_code_for(const Arguments& arguments, Level worst) {
  const std::string given = arguments.text("fail-on");
  if (given == "never") return ExitCode::Success;
  const Level least = level_named(given).value_or(Level::Error);
  return worst >= least ? ExitCode::Findings : ExitCode::Success;
}

}  // namespace twosource
