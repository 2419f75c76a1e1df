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
  Lines(std::string_view text, std::uint32_t first) : text_(text), line_(first) {}

  std::uint32_t line_of(std::size_t at) {
    line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   text_.begin() + static_cast<std::ptrdiff_t>(at),
                                                   '\n'));
    at_ = at;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_;
};

bool is_blank(std::string_view line) {
  return trim_space(line).empty();
}

std::string_view line_behind(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return line;
}

// The lines that a remark at [open, close) holds for; `line` and `last` are those it stands on.
void set_reach(std::string_view text, std::size_t open, std::size_t close, std::uint32_t last,
               Remark& remark) {
  const std::size_t line_start = open == 0 ? 0 : text.rfind('\n', open - 1) + 1;
  std::size_t at = close;
  const std::string_view rest = line_behind(text, at);
  const bool alone = is_blank(text.substr(line_start, open - line_start)) && is_blank(rest);
  if (!alone) {
    remark.begin_line = remark.line;
    remark.end_line = last;
    return;
  }
  std::uint32_t line = last + 1;
  std::string_view next = line_behind(text, at);
  while (at < text.size() && is_blank(next)) {
    next = line_behind(text, at);
    ++line;
  }
  remark.begin_line = line;
  while (at < text.size() && !is_blank(next)) {
    next = line_behind(text, at);
    if (!is_blank(next)) ++line;
  }
  remark.end_line = line;
}

}  // namespace

Remarks find_remarks(std::string_view text, std::uint32_t first_line) {
  Remarks out;
  Lines lines(text, first_line);
  for (std::size_t open = text.find(kOpen); open != std::string_view::npos;
       open = text.find(kOpen, open)) {
    const std::size_t close = text.find(kClose, open + kOpen.size());
    if (close == std::string_view::npos) break;
    const std::string_view inside =
        trim_space(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    const std::size_t end = close + kClose.size();
    if (inside.starts_with(kDirective) && inside.size() <= kLongestRemark) {
      const std::uint32_t line = lines.line_of(open);
      if (auto remark = read_directive(inside.substr(kDirective.size()))) {
        remark->line = line;
        set_reach(text, open, end, lines.line_of(end), *remark);
        out.found.push_back(std::move(*remark));
      } else {
        out.notes.push_back("line " + std::to_string(line) +
                            ": a remark is written <!-- twosource-ignore RULE: REASON -->");
      }
    }
    open = end;
  }
  return out;
}

}  // namespace twosource
