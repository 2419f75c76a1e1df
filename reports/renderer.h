// Renderer: a finished model in, bytes out. Renderers decide nothing: no verdict, no threshold, no
// order is made here.
//
//   auto renderer = make_renderer("jsonl", Content::Claims, options);   // registry.h
//   out << (*renderer)->open(heading);
//   for (...) out << (*renderer)->join((*renderer)->claims(document, reading));
//   out << (*renderer)->close();
//
// Two halves: the functions that turn one item into bytes are const and thread safe, so that many
// threads may render; open, count, join and close frame the items and are called by one thread, in
// the order of the output. A format that must know all of them first holds them until close.
//
// Article text is hostile until escaped: every renderer passes it through escape.h or JsonWriter.
#pragma once

#include <string>
#include <vector>

#include "core/claim/extract.h"
#include "core/compare/report.h"
#include "core/document/document.h"
#include "core/grammar/mention.h"

namespace twosource {

// What a stream of items consists of.
enum class Content : std::uint8_t { Mentions, Claims, Report, Discrepancies, Comparison };

struct RenderOptions {
  std::string version;      // of the tool, as reports name it
  bool color = false;       // ANSI colours (terminal format only)
  bool hyperlinks = false;  // OSC 8 links (terminal format only)
  unsigned width = 80;      // columns (terminal format only)
  bool full = false;        // evidence also where nothing asks for a decision (terminal only)
  // The least level that makes the run fail; None: nothing does (junit only).
  Level fail_on = Level::Error;
  bool has_baseline = false;  // findings are told apart by whether a baseline knows them (sarif)
};

// What stands before the items of a corpus-wide report.
struct Heading {
  CorpusSize corpus;
};

class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  virtual ~Renderer() = default;

  // One item each. A format renders the contents that the registry lists for it; the others give an
  // empty string.
  virtual std::string mentions(const Document& document,
                               const std::vector<Mention>& mentions) const;
  virtual std::string claims(const Document& document, const Reading& reading) const;
  // `document` is the checked article, for places in its file.
  virtual std::string report(const Document& document, const Report& report) const;
  virtual std::string discrepancy(const Discrepancy& group) const;
  virtual std::string comparison(const Comparison& comparison) const;

  // What the item that is joined next consists of, for formats that sum up what they frame. Called
  // by one thread, in the order of the output.
  virtual void count(const Document& document, const Report& report);
  virtual void count(const Discrepancy& group);

  // The bytes before the first item, of the next item in its place, and after the last.
  virtual std::string open(const Heading& heading);
  virtual std::string join(std::string item);
  virtual std::string close();
};

}  // namespace twosource
