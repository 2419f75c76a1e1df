#include "reports/xml.h"

#include <libxml/xmlwriter.h>

#include <algorithm>
#include <new>

#include "core/text/utf8.h"
#include "reports/escape.h"

namespace twosource {
namespace {

const xmlChar* as_xml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

// XML 1.0 has no U+FFFE and U+FFFF.
std::string xml_line(std::string_view text) {
  std::string out;
  const std::string line = one_line(text);
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, at);
    at += c.length;
    append_utf8(out, c.value == 0xFFFE || c.value == 0xFFFF ? U'\uFFFD' : c.value);
  }
  return out;
}

std::string xml_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += '\n';
    out += xml_line(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

struct Xml::State {
  xmlBufferPtr buffer = nullptr;
  xmlTextWriterPtr writer = nullptr;
};

Xml::Xml() : state_(std::make_unique<State>()) {
  state_->buffer = xmlBufferCreate();
  if (state_->buffer != nullptr) state_->writer = xmlNewTextWriterMemory(state_->buffer, 0);
  if (state_->writer == nullptr) throw std::bad_alloc();
  xmlTextWriterSetIndent(state_->writer, 1);
}

Xml::~Xml() {
  if (state_->writer != nullptr) xmlFreeTextWriter(state_->writer);
  xmlBufferFree(state_->buffer);
}

Xml& Xml::open(std::string_view element) {
  xmlTextWriterStartElement(state_->writer, as_xml(std::string(element)));
  return *this;
}

// The writer would spell every letter beyond ASCII as a number: attributes are escaped here.
Xml& Xml::attribute(std::string_view name, std::string_view value) {
  xmlTextWriterStartAttribute(state_->writer, as_xml(std::string(name)));
  xmlTextWriterWriteRaw(state_->writer, as_xml(html_text(xml_line(value))));
  xmlTextWriterEndAttribute(state_->writer);
  return *this;
}

Xml& Xml::attribute(std::string_view name, std::uint64_t value) {
  return attribute(name, std::to_string(value));
}

Xml& Xml::text(std::string_view value) {
  xmlTextWriterWriteString(state_->writer, as_xml(xml_lines(value)));
  return *this;
}

Xml& Xml::close() {
  xmlTextWriterEndElement(state_->writer);
  return *this;
}

std::string Xml::take() {
  xmlTextWriterFlush(state_->writer);
  return {reinterpret_cast<const char*>(xmlBufferContent(state_->buffer)),
          static_cast<std::size_t>(xmlBufferLength(state_->buffer))};
}

}  // namespace twosource
