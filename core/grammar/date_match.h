// Matches the shapes of a language against date items.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grammar/date_items.h"

namespace twosource {

// One way to read the tokens from `first` on. Context items in front and behind lie outside [first,
// end).
struct DateMatch {
  const DateShape* shape = nullptr;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t reach = 0;             // behind the last item, context included
  std::vector<const DateItem*> items;  // those of the span, then those of the context; no literals
};

// Matches at one place after the other; keeps its buffers between them.
class ShapeMatcher {
 public:
  // All must outlive the matcher.
  ShapeMatcher(const FoldedText& text, const DateItems& items, const DatesData& data)
      : text_(text), items_(items), data_(data) {}

  // All matches of all shapes that begin with token `at`, best first: the earliest span, the
  // longest, the longest context, the order of the file. Bounded work for any input. Valid until
  // the next call.
  const std::vector<DateMatch>& matches_at(std::uint32_t at);

 private:
  struct Taken {
    const DateItem* item;
    std::uint32_t first;
    bool context;
  };

  void run(const DateShape& shape);
  void step(std::size_t pc, std::uint32_t at);
  void done(std::uint32_t at);

  const FoldedText& text_;
  const DateItems& items_;
  const DatesData& data_;
  std::uint32_t at_ = 0;
  int steps_ = 0;
  const DateShape* shape_ = nullptr;
  bool found_ = false;
  DateMatch best_;
  std::vector<Taken> taken_;
  std::vector<std::uint16_t> tried_;
  std::vector<DateMatch> out_;
};

}  // namespace twosource
