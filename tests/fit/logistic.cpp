#include "tests/fit/logistic.h"

#include <algorithm>
#include <cmath>

namespace twosource::fit {
namespace {

using Matrix = std::vector<std::vector<double>>;

// Gaussian elimination with pivots; the matrix is small and positive definite by the ridge.
std::vector<double> solve(Matrix a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i) {
      if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
    }
    std::swap(a[k], a[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

// One Newton step over the features `used`; position 0 is the bias, which has no ridge.
std::vector<double> step(const std::vector<Sample>& samples, const std::vector<std::size_t>& used,
                         const AlignHead& head, double ridge) {
  const std::size_t n = used.size() + 1;
  Matrix hessian(n, std::vector<double>(n, 0));
  std::vector<double> gradient(n, 0);
  std::vector<double> x(n, 1);
  for (const Sample& sample : samples) {
    for (std::size_t i = 1; i < n; ++i) x[i] = sample.features[used[i - 1]];
    const double p = head.probability(sample.features);
    const double error = sample.weight * ((sample.positive ? 1 : 0) - p);
    const double curve = sample.weight * std::max(p * (1 - p), 1e-6);
    for (std::size_t i = 0; i < n; ++i) {
      gradient[i] += error * x[i];
      for (std::size_t j = 0; j <= i; ++j) hessian[i][j] += curve * x[i] * x[j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) hessian[j][i] = hessian[i][j];
    if (i == 0) continue;
    gradient[i] -= ridge * head.weights[used[i - 1]];
    hessian[i][i] += ridge;
  }
  hessian[0][0] += 1e-6;
  return solve(std::move(hessian), std::move(gradient));
}

AlignHead newton(const std::vector<Sample>& samples, const std::vector<std::size_t>& used,
                 double ridge) {
  constexpr int kRounds = 30;
  constexpr double kEnough = 1e-6;
  AlignHead head;
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<double> change = step(samples, used, head, ridge);
    double largest = 0;
    for (const double c : change) largest = std::max(largest, std::abs(c));
    // A step is cut where the data are nearly separable.
    const double share = largest > 2 ? 2 / largest : 1;
    head.bias += share * change[0];
    for (std::size_t i = 0; i < used.size(); ++i) head.weights[used[i]] += share * change[i + 1];
    if (largest < kEnough) break;
  }
  return head;
}

}  // namespace

AlignHead fit_head(const std::vector<Sample>& samples, const Signs& signs, double ridge) {
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (signs[i] != 0) used.push_back(i);
  }
  for (;;) {
    AlignHead head = newton(samples, used, ridge);
    const auto wrong = std::partition(
        used.begin(), used.end(), [&](std::size_t i) { return head.weights[i] * signs[i] >= 0; });
    if (wrong == used.end()) return head;
    used.erase(wrong, used.end());
    std::sort(used.begin(), used.end());
  }
}

double area_under_curve(const std::vector<Sample>& samples, const AlignHead& head) {
  std::vector<std::pair<double, const Sample*>> ranked;
  for (const Sample& sample : samples) ranked.emplace_back(head.log_odds(sample.features), &sample);
  std::sort(ranked.begin(), ranked.end(),
            [](const auto& x, const auto& y) { return x.first < y.first; });
  double below = 0;
  double area = 0;
  double positives = 0;
  for (const auto& [odds, sample] : ranked) {
    if (sample->positive) {
      area += sample->weight * below;
      positives += sample->weight;
    } else {
      below += sample->weight;
    }
  }
  return positives > 0 && below > 0 ? area / (positives * below) : 0.5;
}

}  // namespace twosource::fit
