#include "reports/rule_page.h"

#include <string>

#include "reports/embedded.h"

namespace twosource {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

// What stands below `heading`, up to the next heading.
std::string_view section(std::string_view page, std::string_view heading) {
  const std::size_t at = page.find(heading);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + heading.size();
  return trimmed(page.substr(begin, page.find("\n## ", begin) - begin));
}

}  // namespace

RulePage rule_page(std::string_view id) {
  const std::string name(id);
  const std::string_view page = embedded_report_file("rules/" + name + ".md");
  return {page, section(page, "# " + name + "\n"), section(page, "\n## Example\n"),
          section(page, "\n## What to do\n")};
}

}  // namespace twosource
