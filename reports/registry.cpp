#include "reports/registry.h"

#include <algorithm>
#include <iterator>

#include "core/base/printable.h"
#include "reports/formats.h"

namespace twosource {
namespace {

using Make = std::unique_ptr<Renderer> (*)(Content, const RenderOptions&);

const std::vector<Content>& every_content() {
  static const std::vector<Content> kAll = {Content::Mentions, Content::Claims, Content::Report,
                                            Content::Discrepancies, Content::Comparison};
  return kAll;
}

struct Entry {
  FormatInfo info;
  Make make;
};

const std::vector<Entry>& entries() {
  static const std::vector<Entry> kEntries = {
      {{"terminal", "for reading on a terminal; the default there", every_content()},
       make_terminal_renderer},
      {{"markdown", "for a page or a comment; the default in a pipe", every_content()},
       make_markdown_renderer},
      {{"html",
        "a page for the browser, complete in one file",
        {Content::Report, Content::Discrepancies}},
       make_html_renderer},
      {{"json", "one object for one article, an array for several", every_content()},
       make_json_renderer},
      {{"jsonl", "one object a line, as soon as it is ready", every_content()},
       make_jsonl_renderer},
      {{"csv",
        "a checklist for a spreadsheet",
        {Content::Claims, Content::Report, Content::Discrepancies}},
       make_csv_renderer},
      {{"sarif", "SARIF 2.1.0, for code scanning and editors", {Content::Report}},
       make_sarif_renderer},
      {{"junit", "JUnit XML, for the test page of a CI server", {Content::Report}},
       make_junit_renderer},
      {{"github", "annotations on the lines of a change in GitHub Actions", {Content::Report}},
       make_github_renderer},
      {{"rdjsonl", "diagnostics for reviewdog, one a line", {Content::Report}},
       make_rdjsonl_renderer},
      {{"checkstyle", "Checkstyle XML, for review tools", {Content::Report}},
       make_checkstyle_renderer},
      {{"annotations", "W3C Web Annotations (JSON-LD), for content systems", {Content::Report}},
       make_annotations_renderer},
      {{"claimreview", "drafts of schema.org ClaimReview, without a rating", {Content::Report}},
       make_claimreview_renderer},
  };
  return kEntries;
}

bool renders(const FormatInfo& info, Content content) {
  return std::find(info.contents.begin(), info.contents.end(), content) != info.contents.end();
}

std::string names_for(Content content) {
  std::string names;
  for (const FormatInfo& format : formats_for(content)) {
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return names;
}

}  // namespace

const std::vector<FormatInfo>& formats() {
  static const std::vector<FormatInfo> kFormats = [] {
    std::vector<FormatInfo> out;
    for (const Entry& entry : entries()) out.push_back(entry.info);
    return out;
  }();
  return kFormats;
}

std::vector<FormatInfo> formats_for(Content content) {
  std::vector<FormatInfo> out;
  std::copy_if(formats().begin(), formats().end(), std::back_inserter(out),
               [&](const FormatInfo& format) { return renders(format, content); });
  return out;
}

Result<std::unique_ptr<Renderer>> make_renderer(std::string_view format, Content content,
                                                const RenderOptions& options) {
  for (const Entry& entry : entries()) {
    if (entry.info.name != format) continue;
    if (renders(entry.info, content)) return entry.make(content, options);
    return Error{ErrorKind::Usage,
                 "format \"" + printable(format) +
                     "\" does not fit this command; it writes: " + names_for(content)};
  }
  return Error{ErrorKind::Usage, "there is no format \"" + printable(format) +
                                     "\"; this command writes: " + names_for(content)};
}

}  // namespace twosource
