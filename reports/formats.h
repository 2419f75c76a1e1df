// The renderers, one file each; only the registry calls these.
#pragma once

#include <memory>

#include "reports/renderer.h"

namespace twosource {

std::unique_ptr<Renderer> make_html_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_json_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_jsonl_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_markdown_renderer(Content content, const RenderOptions& options);
std::unique_ptr<Renderer> make_terminal_renderer(Content content, const RenderOptions& options);

}  // namespace twosource
