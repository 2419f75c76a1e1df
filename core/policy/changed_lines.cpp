#include "core/policy/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace twosource {
namespace {

Error error_at(const std::string& name, std::uint32_t line, std::string message) {
  Error error{ErrorKind::BadInput, std::move(message)};
  error.file = name;
  error.line = line;
  return error;
}

// "+++ b/path<TAB>date" as git and diff write it; quoted by git where the path is not plain ASCII.
std::string path_of(std::string_view line) {
  std::string_view path = line.substr(4);
  path = path.substr(0, path.find('\t'));
  while (!path.empty() && (path.back() == '\r' || path.back() == ' ')) path.remove_suffix(1);
  if (path.size() < 2 || path.front() != '"' || path.back() != '"') return std::string(path);
  std::string out;
  for (std::size_t i = 1; i + 1 < path.size(); ++i) {
    const bool octal =
        path[i] == '\\' && i + 4 < path.size() && path[i + 1] >= '0' && path[i + 1] <= '3';
    if (octal) {
      out += static_cast<char>((path[i + 1] - '0') * 64 + (path[i + 2] - '0') * 8 +
                               (path[i + 3] - '0'));
      i += 3;
    } else if (path[i] == '\\' && i + 2 < path.size()) {
      out += path[++i];
    } else {
      out += path[i];
    }
  }
  return out;
}

std::optional<std::uint32_t> number(std::string_view& text) {
  std::uint32_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
  return value;
}

struct Hunk {
  std::uint32_t old_left = 0;
  std::uint32_t new_line = 0;
  std::uint32_t new_left = 0;
  bool open() const { return old_left > 0 || new_left > 0; }
};

bool read_side(std::string_view& text, char sign, std::uint32_t& start, std::uint32_t& count) {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  const auto first = number(text);
  if (!first) return false;
  start = *first;
  count = 1;
  if (!text.empty() && text.front() == ',') {
    text.remove_prefix(1);
    const auto length = number(text);
    if (!length) return false;
    count = *length;
  }
  return true;
}

// "@@ -12,3 +12,4 @@ heading"
std::optional<Hunk> read_hunk(std::string_view line) {
  Hunk out;
  line.remove_prefix(3);
  std::uint32_t old_start = 0;
  if (!read_side(line, '-', old_start, out.old_left) || !line.starts_with(' ')) return std::nullopt;
  line.remove_prefix(1);
  if (!read_side(line, '+', out.new_line, out.new_left) || !line.starts_with(" @@")) {
    return std::nullopt;
  }
  return out;
}

bool same_end(std::string_view longer, std::string_view shorter) {
  if (longer == shorter) return true;
  return longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == '/';
}

// git writes "a/" and "b/" before its paths; the path itself may begin so too.
bool same_file(std::string_view checked, std::string_view in_diff) {
  while (checked.starts_with("./")) checked.remove_prefix(2);
  if (same_end(checked, in_diff) || same_end(in_diff, checked)) return true;
  if (!in_diff.starts_with("b/")) return false;
  in_diff.remove_prefix(2);
  return same_end(checked, in_diff) || same_end(in_diff, checked);
}

}  // namespace

Result<ChangedLines> ChangedLines::parse(std::string_view diff, const std::string& name) {
  ChangedLines out;
  std::vector<Range>* ranges = nullptr;
  Hunk hunk;
  bool any = false;
  std::uint32_t line_number = 0;
  while (!diff.empty()) {
    const std::size_t end = std::min(diff.find('\n'), diff.size());
    const std::string_view line = diff.substr(0, end);
    diff.remove_prefix(std::min(end + 1, diff.size()));
    ++line_number;
    if (hunk.open()) {
      const char kind = line.empty() || line == "\r" ? ' ' : line.front();
      if (kind == '\\') continue;  // "\ No newline at end of file"
      const bool on_old = kind == ' ' || kind == '-';
      const bool on_new = kind == ' ' || kind == '+';
      if ((!on_old && !on_new) || (on_old && hunk.old_left == 0) ||
          (on_new && hunk.new_left == 0)) {
        return error_at(name, line_number, "the hunk does not have the lines its header tells");
      }
      if (kind == '+' && ranges != nullptr) {
        if (!ranges->empty() && ranges->back().end + 1 == hunk.new_line) {
          ++ranges->back().end;
        } else {
          ranges->push_back({hunk.new_line, hunk.new_line});
        }
      }
      if (on_old) --hunk.old_left;
      if (on_new) {
        --hunk.new_left;
        ++hunk.new_line;
      }
    } else if (line.starts_with("+++ ")) {
      any = true;
      const std::string path = path_of(line);
      ranges = path == "/dev/null" ? nullptr : &out.files_[path];
    } else if (line.starts_with("@@ ")) {
      const auto read = read_hunk(line);
      if (!read) return error_at(name, line_number, "this is no hunk header of a unified diff");
      if (!any) return error_at(name, line_number, "a hunk without the name of its file (+++)");
      hunk = *read;
    } else if (line.starts_with("diff ") || line.starts_with("Binary files ")) {
      any = true;
    }
  }
  if (hunk.open()) return error_at(name, line_number, "the diff ends inside a hunk");
  if (!any && line_number > 0) {
    return error_at(name, 1, "this is no unified diff; make one with git diff -U0 or diff -u");
  }
  return out;
}

bool ChangedLines::touches(std::string_view file, std::uint32_t begin, std::uint32_t end) const {
  for (const auto& [path, ranges] : files_) {
    if (!same_file(file, path)) continue;
    for (const Range& range : ranges) {
      if (range.begin <= end && begin <= range.end) return true;
    }
  }
  return false;
}

}  // namespace twosource
