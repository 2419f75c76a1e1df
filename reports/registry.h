// The formats that there are, by the names of CONTRACT.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "reports/renderer.h"

namespace twosource {

struct FormatInfo {
  std::string_view name;
  std::string_view summary;       // for help
  std::vector<Content> contents;  // what it can render
};

// In the order in which help shows them: all, and those that can write this content.
const std::vector<FormatInfo>& formats();
std::vector<FormatInfo> formats_for(Content content);

// Errors: Usage when there is no such format or it does not render this content; the message lists
// those that do.
Result<std::unique_ptr<Renderer>> make_renderer(std::string_view format, Content content,
                                                const RenderOptions& options);

}  // namespace twosource
