// One fixed result of each kind, made by hand, so that renderers are tested without readers,
// engines or a database.
#pragma once

#include <string>

#include "reports/renderer.h"

namespace twosource::fixture {

struct Everything {
  Document document;
  Reading reading;
  Report report;
  Discrepancy discrepancy;
  Comparison comparison;
};

// A small story with every verdict, near copies, a claim in the title, and offsets behind
// characters of many bytes.
Everything story();

// The same shape with every text replaced by `text`: what an attacker would write into an article.
Everything hostile(const std::string& text);

// One item of `content` out of `all` through a renderer of `format`, framed as a document of its
// own.
std::string rendered(const std::string& format, Content content, const Everything& all,
                     const RenderOptions& options);

}  // namespace twosource::fixture
