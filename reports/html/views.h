// What the templates show of each part of the model. Articles' text goes in as it is; the template
// escapes it.
#pragma once

#include <string>

#include "core/compare/report.h"
#include "core/document/document.h"
#include "reports/html/template.h"
#include "reports/reading_order.h"
#include "reports/strip_plot.h"

namespace twosource {

// The names that classes, icons and anchors use: the verdict, or "disputed" for findings about the
// article itself and its wording.
std::string display_name(const Finding& finding);
// Of the element that holds the finding: the claim's id, with the scope where it is not the corpus.
std::string anchor_of(const Finding& finding);
// Of an article's section.
std::string anchor_of(const ArticleInfo& article, std::string_view file);

View article_view(const ArticleInfo& article);
View report_view(const Document& document, const Report& report);
View discrepancy_view(const Discrepancy& group);
View plot_view(const StripPlot& plot);
// The counts of a summary, in the order of sections_of; `anchor` is the section's to link to.
std::vector<View> count_views(const Report::Summary& summary, const std::string& anchor);

}  // namespace twosource
