// The files of this folder that the build embeds: templates, style, script, and the pages of the
// rules (reports/CMakeLists.txt).
#pragma once

#include <string_view>

namespace twosource {

// The bytes of "html/report.css", "rules/vote-differs.md", ...; empty when there is none.
std::string_view embedded_report_file(std::string_view path);

}  // namespace twosource
