// Fills the Mustache templates of this folder. Logic stays in C++: a template only places values.
//
//   View view;
//   view.text("title", article.title).list("rows", rows);
//   const std::string html = fill("report", view);
//
// {{key}} passes the value through html_text, so that article text is inert wherever a template
// puts it; {{{key}}} is for markup that this folder made itself.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace twosource {

class View {
 public:
  // An empty text counts as absent: {{#key}} leaves its section out.
  View& text(const std::string& key, std::string_view value);
  View& number(const std::string& key, std::uint64_t value);  // 0 counts as present
  View& flag(const std::string& key, bool value);
  View& list(const std::string& key, std::vector<View> rows);
  View& part(const std::string& key, View view);

 private:
  friend struct ViewReader;
  using Value = std::variant<bool, std::string, std::vector<View>>;
  std::map<std::string, Value> values_;
};

// The template "html/<name>.mustache" with the view; {{> other}} takes in another template.
// REQUIRES: the template exists and is well formed (std::logic_error otherwise: it is built in).
std::string fill(std::string_view name, const View& view);

}  // namespace twosource
