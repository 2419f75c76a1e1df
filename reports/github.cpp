// github: workflow commands, which GitHub Actions turns into annotations on the lines of a change.
// One line a finding; data and properties are escaped as the runner unescapes them, so that article
// text can neither end a line nor start a command of its own.
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/wording.h"

namespace twosource {
namespace {

// In data %, CR and LF are special, in properties also : and , - white space is one space already.
std::string command_data(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '%') {
      out += "%25";
    } else {
      out += c;
    }
  }
  return out;
}

std::string property(std::string_view text) {
  std::string out;
  for (const char c : command_data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_of(Level level) {
  if (level == Level::Error) return "error";
  return level == Level::Warning ? "warning" : "notice";
}

class GithubRenderer final : public Renderer {
 public:
  std::string report(const Document& document, const Report& report) const override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (!is_open(finding)) continue;
      const Claim& claim = finding.claim;
      out += "::" + std::string(command_of(finding.level)) +
             " file=" + property(document.file.empty() ? document.info.id : document.file);
      if (const auto place = document.place(claim.field, claim.span)) {
        out += ",line=" + std::to_string(place->begin_line) +
               ",endLine=" + std::to_string(place->end_line);
        // The runner takes columns only within one line.
        if (place->begin_line == place->end_line) {
          out += ",col=" + std::to_string(place->begin_column) +
                 ",endColumn=" + std::to_string(place->end_column);
        }
      }
      out += ",title=" + property("twosource: " + finding.rule) +
             "::" + command_data(finding.message) + "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_github_renderer(Content, const RenderOptions&) {
  return std::make_unique<GithubRenderer>();
}

}  // namespace twosource
