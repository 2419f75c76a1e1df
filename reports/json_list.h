// JsonListRenderer: the frame of formats that are one JSON document with a list of entries, of
// which an article gives none, one or several.
#pragma once

#include <string>
#include <utility>

#include "reports/json_writer.h"
#include "reports/renderer.h"

namespace twosource {

class JsonListRenderer : public Renderer {
 public:
  std::string open(const Heading&) override { return head() + "["; }
  std::string join(std::string entries) override {
    if (entries.empty()) return {};
    return (std::exchange(first_, false) ? "\n" : ",\n") + entries;
  }
  std::string close() override { return "\n]" + tail() + "\n"; }

 protected:
  // What stands before the opening bracket of the list, and behind the closing one.
  virtual std::string head() const = 0;
  virtual std::string tail() const = 0;

  // Appends one entry to those of an article.
  template <typename Write>
  static void append_entry(std::string& entries, Write write) {
    if (!entries.empty()) entries += ",\n";
    JsonWriter json(entries);
    write(json);
  }

 private:
  bool first_ = true;
};

}  // namespace twosource
