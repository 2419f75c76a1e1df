#include "reports/html/template.h"

#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <utility>

#include "reports/embedded.h"
#include "reports/escape.h"

namespace twosource {

namespace mustache = kainjow::mustache;

View& View::text(const std::string& key, std::string_view value) {
  values_[key] = value.empty() ? Value(false) : Value(std::string(value));
  return *this;
}

View& View::number(const std::string& key, std::uint64_t value) {
  values_[key] = std::to_string(value);
  return *this;
}

View& View::flag(const std::string& key, bool value) {
  values_[key] = value;
  return *this;
}

View& View::list(const std::string& key, std::vector<View> rows) {
  values_[key] = std::move(rows);
  return *this;
}

View& View::part(const std::string& key, View view) {
  std::vector<View> rows;
  rows.push_back(std::move(view));
  return list(key, std::move(rows));
}

// The library's form of a view.
struct ViewReader {
  static mustache::data object(const View& view) {
    mustache::data out(mustache::data::type::object);
    for (const auto& member : view.values_) out.set(member.first, value(member.second));
    return out;
  }

 private:
  static mustache::data value(const View::Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return mustache::data(*flag);
    if (const std::string* text = std::get_if<std::string>(&value)) return mustache::data(*text);
    mustache::data list(mustache::data::type::list);
    for (const View& row : std::get<std::vector<View>>(value)) list.push_back(object(row));
    return list;
  }
};

namespace {

std::string source_of(std::string_view name) {
  std::string source(embedded_report_file("html/" + std::string(name) + ".mustache"));
  if (source.empty()) throw std::logic_error("no template " + std::string(name));
  return source;
}

// The templates that others take in by {{> name}}; no view has a value of these names.
constexpr std::string_view kPartials[] = {"card", "strip"};

}  // namespace

std::string fill(std::string_view name, const View& view) {
  mustache::mustache page(source_of(name));
  page.set_custom_escape([](const std::string& text) { return html_text(text); });
  mustache::data data = ViewReader::object(view);
  for (const std::string_view partial : kPartials) {
    data.set(std::string(partial), mustache::partial([partial] { return source_of(partial); }));
  }
  std::string out = page.render(data);
  if (!page.is_valid()) throw std::logic_error(std::string(name) + ": " + page.error_message());
  return out;
}

}  // namespace twosource
