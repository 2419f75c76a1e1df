// The renderers, one file each; only the registry calls these.
#pragma once

#include <memory>

#include "reports/renderer.h"

namespace twosource {

std::unique_ptr<Renderer> make_annotations_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_checkstyle_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_claimreview_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_csv_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_github_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_html_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_json_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_jsonl_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_junit_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_markdown_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_rdjsonl_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_sarif_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_terminal_renderer(Content content, const RenderOptions& options);

}  // namespace twosource
