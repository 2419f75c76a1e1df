// jsonl: one object a line, nothing around them, so that a stream may be cut and joined anywhere.
#include "reports/formats.h"
#include "reports/json_parts.h"

namespace twosource {
namespace {

class JsonlRenderer final : public Renderer {
 public:
  explicit JsonlRenderer(const RenderOptions& options) : version_(options.version) {}

  std::string mentions(const Document& document,
                       const std::vector<Mention>& mentions) const override {
    return line([&](JsonWriter& json) { write_mentions(json, document, mentions); });
  }
  std::string claims(const Document& document, const Reading& reading) const override {
    return line([&](JsonWriter& json) { write_claims(json, document, reading); });
  }
  std::string report(const Document& document, const Report& report) const override {
    return line([&](JsonWriter& json) { write_report(json, version_, document, report); });
  }
  std::string discrepancy(const Discrepancy& group) const override {
    return line([&](JsonWriter& json) { write_discrepancy(json, group); });
  }
  std::string comparison(const Comparison& comparison) const override {
    return line([&](JsonWriter& json) { write_comparison(json, comparison); });
  }

 private:
  template <typename Write>
  static std::string line(Write write) {
    std::string out;
    JsonWriter json(out);
    write(json);
    out += '\n';
    return out;
  }

  std::string version_;
};

}  // namespace

std::unique_ptr<Renderer> make_jsonl_renderer(Content, const RenderOptions& options) {
  return std::make_unique<JsonlRenderer>(options);
}

}  // namespace twosource
