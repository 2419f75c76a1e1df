// json: one object for one article, an array for several. The first object is held back until it is
// known whether a second follows. The corpus-wide report is one object with its groups.
#include "reports/formats.h"
#include "reports/json_parts.h"

namespace twosource {
namespace {

constexpr unsigned kIndent = 2;

class JsonRenderer final : public Renderer {
 public:
  JsonRenderer(Content content, const RenderOptions& options)
      : content_(content), version_(options.version) {}

  std::string mentions(const Document& document,
                       const std::vector<Mention>& mentions) const override {
    return made([&](JsonWriter& json) { write_mentions(json, document, mentions); });
  }
  std::string claims(const Document& document, const Reading& reading) const override {
    return made([&](JsonWriter& json) { write_claims(json, document, reading); });
  }
  std::string report(const Document& document, const Report& report) const override {
    return made([&](JsonWriter& json) { write_report(json, version_, document, report); });
  }
  std::string discrepancy(const Discrepancy& group) const override {
    return made([&](JsonWriter& json) { write_discrepancy(json, group); });
  }
  std::string comparison(const Comparison& comparison) const override {
    return made([&](JsonWriter& json) { write_comparison(json, comparison); });
  }

  std::string open(const Heading& heading) override {
    if (content_ != Content::Discrepancies) return {};
    std::string out;
    JsonWriter json(out, kIndent);
    json.begin_object();
    json.member("schema", "twosource.discrepancies/1");
    write_tool(json, version_);
    write_corpus(json, heading.corpus);
    json.key("groups");
    return out + "[";
  }

  std::string join(std::string item) override {
    ++items_;
    if (content_ == Content::Discrepancies) return (items_ == 1 ? "\n" : ",\n") + item;
    if (items_ == 1) {
      held_ = std::move(item);
      return {};
    }
    return (items_ == 2 ? "[\n" + std::exchange(held_, {}) : std::string()) + ",\n" + item;
  }

  std::string close() override {
    if (content_ == Content::Discrepancies) return "]\n}\n";
    if (items_ == 0) return "[]\n";
    return items_ == 1 ? std::exchange(held_, {}) + "\n" : "\n]\n";
  }

 private:
  template <typename Write>
  static std::string made(Write write) {
    std::string out;
    JsonWriter json(out, kIndent);
    write(json);
    return out;
  }

  Content content_;
  std::string version_;
  std::size_t items_ = 0;
  std::string held_;  // the first item, while it is the only one
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(Content content, const RenderOptions& options) {
  return std::make_unique<JsonRenderer>(content, options);
}

}  // namespace twosource
