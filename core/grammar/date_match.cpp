#include "core/grammar/date_match.h"

#include <algorithm>

namespace twosource {
namespace {

// Steps of one start before it is given up: real dates need some dozens.
constexpr int kMaxSteps = 2000;
constexpr std::uint32_t kMaxReach = 40;

class Matcher {
 public:
  Matcher(const FoldedText& text, const DateItems& items, std::uint32_t at,
          std::vector<DateMatch>& out)
      : text_(text), items_(items), at_(at), out_(out) {}

  void run(const DateShape& shape) {
    shape_ = &shape;
    found_ = false;
    step(0, at_);
    if (found_) out_.push_back(best_);
  }

 private:
  struct Taken {
    const DateItem* item;
    std::uint32_t first;
    bool context;
  };

  void step(std::size_t pc, std::uint32_t at) {
    if (++steps_ > kMaxSteps) return;
    const ShapeStep& now = shape_->program[pc];
    switch (now.op) {
      case ShapeStep::Op::Done:
        done(at);
        return;
      case ShapeStep::Op::Jump:
        step(now.next, at);
        return;
      case ShapeStep::Op::Split:
        step(now.next, at);
        step(now.other, at);
        return;
      case ShapeStep::Op::Take:
        break;
    }
    if (at >= text_.size() || at - at_ > kMaxReach) return;
    // An expression does not go on behind a blank line.
    if (at != at_ && text_.token(at).has(Token::kParagraphBefore)) return;
    for (const DateItem& item : items_.at(at)) {
      if (item.kind != now.kind ||
          (item.kind == DateWordKind::Literal && item.literal != now.literal))
        continue;
      taken_.push_back({&item, at, now.context});
      step(pc + 1, item.end);
      taken_.pop_back();
    }
  }

  void done(std::uint32_t at) {
    DateMatch match;
    match.shape = shape_;
    match.reach = at;
    bool any = false;
    for (const Taken& taken : taken_) {
      if (taken.context) continue;
      if (!any) match.first = taken.first;
      any = true;
      match.end = taken.item->end;
    }
    if (!any || (found_ && !better(match, best_))) return;
    for (const Taken& taken : taken_) {
      if (taken.item->kind != DateWordKind::Literal) match.items.push_back(taken.item);
    }
    best_ = std::move(match);
    found_ = true;
  }

  static bool better(const DateMatch& a, const DateMatch& b) {
    return a.end != b.end ? a.end > b.end : a.reach > b.reach;
  }

  const FoldedText& text_;
  const DateItems& items_;
  std::uint32_t at_;
  std::vector<DateMatch>& out_;
  const DateShape* shape_ = nullptr;
  std::vector<Taken> taken_;
  DateMatch best_;
  bool found_ = false;
  int steps_ = 0;
};

}  // namespace

std::vector<DateMatch> match_shapes(const FoldedText& text, const DateItems& items,
                                    const DatesData& data, std::uint32_t at) {
  std::vector<DateMatch> out;
  if (items.at(at).empty()) return out;
  std::vector<std::uint16_t> tried;
  for (const DateItem& item : items.at(at)) {
    const auto& shapes = data.shapes_by_kind[static_cast<std::size_t>(item.kind)];
    tried.insert(tried.end(), shapes.begin(), shapes.end());
  }
  std::sort(tried.begin(), tried.end());
  tried.erase(std::unique(tried.begin(), tried.end()), tried.end());
  Matcher matcher(text, items, at, out);
  for (const std::uint16_t shape : tried) matcher.run(data.shapes[shape]);
  std::stable_sort(out.begin(), out.end(), [](const DateMatch& a, const DateMatch& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.end != b.end ? a.end > b.end : a.reach > b.reach;
  });
  return out;
}

}  // namespace twosource
