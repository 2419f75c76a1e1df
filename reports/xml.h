// Xml: elements and attributes into a string, on libxml2's writer. Text passes one_line, and what
// XML 1.0 cannot hold becomes U+FFFD, so that every input gives a well-formed document.
//
//   Xml xml;
//   xml.open("testcase").attribute("name", claim).text(message).close();
//   out += xml.take();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace twosource {

class Xml {
 public:
  Xml();
  ~Xml();
  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;

  Xml& open(std::string_view element);
  Xml& attribute(std::string_view name, std::string_view value);
  Xml& attribute(std::string_view name, std::uint64_t value);
  Xml& text(std::string_view value);  // line breaks in `value` are kept
  Xml& close();

  // What was written. REQUIRES: everything is closed; nothing is written afterwards.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twosource
