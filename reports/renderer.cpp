#include "reports/renderer.h"

namespace twosource {

std::string Renderer::mentions(const Document&, const std::vector<Mention>&) const {
  return {};
}
std::string Renderer::claims(const Document&, const Reading&) const {
  return {};
}
std::string Renderer::report(const Document&, const Report&) const {
  return {};
}
std::string Renderer::discrepancy(const Discrepancy&) const {
  return {};
}
std::string Renderer::comparison(const Comparison&) const {
  return {};
}

void Renderer::count(const Document&, const Report&) {}
void Renderer::count(const Discrepancy&) {}

std::string Renderer::open(const Heading&) {
  return {};
}
std::string Renderer::join(std::string item) {
  return item;
}
std::string Renderer::close() {
  return {};
}

}  // namespace twosource
