#include "reports/formats.h"
namespace twosource {
std::unique_ptr<Renderer> make_terminal_renderer(Content, const RenderOptions&) {
  return std::make_unique<Renderer>();
}
}  // namespace twosource
