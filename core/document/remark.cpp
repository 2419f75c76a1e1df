#include "core/document/remark.h"

#include <algorithm>
#include <optional>

#include "core/document/draft.h"

namespace twosource {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kDirective = "twosource-ignore";
// Longer comments are text that somebody left out, not remarks.
constexpr std::size_t kLongestRemark = 2000;
// Every finding is held against every remark.
constexpr std::size_t kMostRemarks = 1000;

// "RULE[, RULE]: REASON"
std::optional<Remark> read_directive(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Remark out;
  out.reason = std::string(trim_space(text.substr(colon + 1)));
  std::string_view names = text.substr(0, colon);
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    const std::string_view name = trim_space(names.substr(0, end));
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!plain) return std::nullopt;
    out.rules.emplace_back(name);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  if (out.rules.empty() || out.reason.empty()) return std::nullopt;
  return out;
}

// Walks over the lines of the text once, forward.
class Lines {
 public:
  Lines(std::string_view text, std::uint32_t first) : text_(text), line_(first) { look(); }

  // Goes on to the line that holds the byte.
  void go_to(std::size_t at) {
    while (end_ < at && next()) {
    }
  }
  bool next() {
    if (end_ >= text_.size()) return false;
    begin_ = end_ + 1;
    ++line_;
    look();
    return true;
  }

  std::uint32_t line() const { return line_; }
  bool blank() const { return blank_; }
  // What stands in the line before and behind a byte of it is white space.
  bool opens_at(std::size_t at) const { return at <= first_; }
  bool ends_at(std::size_t at) const { return last_ <= at; }

 private:
  void look() {
    end_ = std::min(text_.find('\n', begin_), text_.size());
    const std::string_view inside = trim_space(text_.substr(begin_, end_ - begin_));
    blank_ = inside.empty();
    first_ = blank_ ? end_ : static_cast<std::size_t>(inside.data() - text_.data());
    last_ = blank_ ? begin_ : first_ + inside.size();
  }

  std::string_view text_;
  std::uint32_t line_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t first_ = 0;  // byte that is no white space
  std::size_t last_ = 0;   // the one behind the last of them
  bool blank_ = true;
};

// Gives remarks the lines that they hold for. Two walks go over the text side by side: one to the
// remark, one to the end of the paragraph behind it; neither goes back, so that the cost is linear
// however many remarks there are.
class Reach {
 public:
  Reach(std::string_view text, std::uint32_t first) : here_(text, first), ahead_(text, first) {}

  void set(std::size_t open, std::size_t end, Remark& remark) {
    here_.go_to(open);
    remark.line = here_.line();
    bool alone = here_.opens_at(open);
    here_.go_to(end);
    alone = alone && here_.ends_at(end);
    remark.begin_line = alone ? here_.line() + 1 : remark.line;
    remark.end_line = here_.line();
    if (!alone) return;
    if (paragraph_end_ <= here_.line()) find_paragraph(end);
    remark.begin_line = std::max(remark.begin_line, paragraph_begin_);
    remark.end_line = paragraph_end_;
  }

 private:
  void find_paragraph(std::size_t from) {
    ahead_.go_to(from);
    while (ahead_.next() && ahead_.blank()) {
    }
    paragraph_begin_ = paragraph_end_ = ahead_.line();
    while (ahead_.next() && !ahead_.blank()) paragraph_end_ = ahead_.line();
  }

  Lines here_;
  Lines ahead_;  // behind the paragraph that was found last
  std::uint32_t paragraph_begin_ = 0;
  std::uint32_t paragraph_end_ = 0;
};

}  // namespace

Remarks find_remarks(std::string_view text, std::uint32_t first_line) {
  Remarks out;
  Reach reach(text, first_line);
  for (std::size_t open = text.find(kOpen); open != std::string_view::npos;
       open = text.find(kOpen, open)) {
    const std::size_t close = text.find(kClose, open + kOpen.size());
    if (close == std::string_view::npos) break;
    const std::string_view inside =
        trim_space(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    const std::size_t end = close + kClose.size();
    if (inside.starts_with(kDirective) && inside.size() <= kLongestRemark) {
      auto remark = read_directive(inside.substr(kDirective.size()));
      Remark place;
      reach.set(open, end, remark ? *remark : place);
      if (!remark) {
        out.notes.push_back("line " + std::to_string(place.line) +
                            ": a remark is written <!-- twosource-ignore RULE: REASON -->");
      } else if (out.found.size() < kMostRemarks) {
        out.found.push_back(std::move(*remark));
      } else {
        out.notes.push_back("line " + std::to_string(remark->line) +
                            ": more remarks than an article may have; this and later ones do "
                            "not count");
        break;
      }
    }
    open = end;
  }
  return out;
}

}  // namespace twosource
