#include "core/document/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace twosource {
namespace {

constexpr std::size_t kInputChunk = 256U << 10U;

Error failure(ErrorKind kind, std::string message, const std::string& file) {
  return {kind, std::move(message), file, 0, 0};
}

class FileStream final : public ByteStream {
 public:
  FileStream(int descriptor, std::string file) : descriptor_(descriptor), file_(std::move(file)) {}
  ~FileStream() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::size_t> read(std::size_t wanted, std::string& out) override {
    const std::size_t before = out.size();
    out.resize(before + wanted);
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, out.data() + before, wanted);
    } while (got < 0 && errno == EINTR);
    const int code = errno;
    out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return failure(ErrorKind::Unreadable, std::strerror(code), file_);
    consumed_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }
  std::uint64_t consumed() const override { return consumed_; }

 private:
  int descriptor_;
  std::string file_;
  std::uint64_t consumed_ = 0;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> read(std::size_t wanted, std::string& out) override {
    const std::string_view part = bytes_.substr(consumed_, wanted);
    out += part;
    consumed_ += part.size();
    return part.size();
  }
  std::uint64_t consumed() const override { return consumed_; }

 private:
  std::string_view bytes_;
  std::size_t consumed_ = 0;
};

// What both decompressors share: a buffer of compressed input.
class DecompressingStream : public ByteStream {
 public:
  DecompressingStream(std::unique_ptr<ByteStream> inner, std::string start, std::string file)
      : inner_(std::move(inner)), input_(std::move(start)), file_(std::move(file)) {}

  std::uint64_t consumed() const override { return inner_->consumed(); }

 protected:
  // True when compressed bytes are at hand; false at the end of the file or after an error.
  bool refill() {
    if (at_ < input_.size()) return true;
    input_.clear();
    at_ = 0;
    Result<std::size_t> got = inner_->read(kInputChunk, input_);
    if (!got) error_ = got.error();
    return got && *got > 0;
  }

  Error damaged(const std::string& what) const { return failure(ErrorKind::BadInput, what, file_); }

  std::unique_ptr<ByteStream> inner_;
  std::string input_;
  std::size_t at_ = 0;
  std::optional<Error> error_;  // of the file below
  bool ended_ = false;

 private:
  std::string file_;
};

class GzipStream final : public DecompressingStream {
 public:
  using DecompressingStream::DecompressingStream;
  ~GzipStream() override {
    if (started_) inflateEnd(&state_);
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  Result<std::size_t> read(std::size_t wanted, std::string& out) override {
    if (ended_) return std::size_t{0};
    const std::size_t before = out.size();
    out.resize(before + wanted);
    const Result<std::size_t> got = inflate_into(out.data() + before, wanted);
    out.resize(before + (got ? *got : produced_));
    ended_ = !got || *got == 0;
    return got;
  }

 private:
  Result<std::size_t> inflate_into(char* target, std::size_t wanted) {
    produced_ = 0;
    while (produced_ < wanted) {
      if (!refill()) {
        if (error_) return *error_;
        if (inside_member_) return damaged("the gzip data is cut off; fetch the file again");
        break;
      }
      if (!inside_member_ && !begin_member()) break;
      state_.next_in = reinterpret_cast<Bytef*>(input_.data() + at_);
      state_.avail_in = static_cast<uInt>(input_.size() - at_);
      state_.next_out = reinterpret_cast<Bytef*>(target + produced_);
      state_.avail_out = static_cast<uInt>(wanted - produced_);
      const int status = inflate(&state_, Z_NO_FLUSH);
      at_ = input_.size() - state_.avail_in;
      produced_ = wanted - state_.avail_out;
      if (status == Z_STREAM_END) {
        inside_member_ = false;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return damaged(std::string("the gzip data is damaged (") +
                       (state_.msg != nullptr ? state_.msg : "unknown fault") + ")");
      }
    }
    return produced_;
  }

  // False when only zero bytes follow, with which tapes and disks pad.
  bool begin_member() {
    if (members_ > 0 && input_[at_] == '\0') {
      at_ = input_.size();
      return false;
    }
    if (started_) {
      inflateReset(&state_);
    } else {
      constexpr int kGzipOnly = 16 + MAX_WBITS;
      inflateInit2(&state_, kGzipOnly);
      started_ = true;
    }
    inside_member_ = true;
    ++members_;
    return true;
  }

  z_stream state_{};
  bool started_ = false;
  bool inside_member_ = false;
  std::uint64_t members_ = 0;
  std::size_t produced_ = 0;
};

struct FreeZstd {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdStream final : public DecompressingStream {
 public:
  using DecompressingStream::DecompressingStream;

  Result<std::size_t> read(std::size_t wanted, std::string& out) override {
    if (ended_) return std::size_t{0};
    const std::size_t before = out.size();
    out.resize(before + wanted);
    ZSTD_outBuffer target{out.data() + before, wanted, 0};
    const std::optional<Error> error = fill(target);
    out.resize(before + target.pos);
    ended_ = error.has_value() || target.pos == 0;
    if (error) return *error;
    return target.pos;
  }

 private:
  std::optional<Error> fill(ZSTD_outBuffer& target) {
    while (target.pos < target.size) {
      const bool more = refill();
      if (!more && error_) return error_;
      ZSTD_inBuffer source{input_.data(), input_.size(), at_};
      const std::size_t written = target.pos;
      const std::size_t left = ZSTD_decompressStream(context_.get(), &target, &source);
      at_ = source.pos;
      if (ZSTD_isError(left) != 0U)
        return damaged(std::string("the zstd data is damaged (") + ZSTD_getErrorName(left) + ")");
      if (more) {
        inside_frame_ = left != 0;
      } else if (target.pos == written) {
        if (inside_frame_) return damaged("the zstd data is cut off; fetch the file again");
        break;
      }
    }
    return std::nullopt;
  }

  std::unique_ptr<ZSTD_DCtx, FreeZstd> context_{ZSTD_createDCtx()};
  bool inside_frame_ = false;
};

// Gives back the bytes that were read to tell the compression.
class PrefixedStream final : public ByteStream {
 public:
  PrefixedStream(std::unique_ptr<ByteStream> inner, std::string start)
      : inner_(std::move(inner)), start_(std::move(start)) {}

  Result<std::size_t> read(std::size_t wanted, std::string& out) override {
    if (start_.empty()) return inner_->read(wanted, out);
    const std::size_t count = start_.size();
    out += start_;
    start_.clear();
    return count;
  }
  std::uint64_t consumed() const override { return inner_->consumed() - start_.size(); }

 private:
  std::unique_ptr<ByteStream> inner_;
  std::string start_;
};

bool starts_with(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

Result<std::unique_ptr<ByteStream>> decompressed(std::unique_ptr<ByteStream> raw,
                                                 const std::string& file) {
  std::string start;
  while (start.size() < 4) {
    const Result<std::size_t> got = raw->read(kInputChunk, start);
    if (!got) return got.error();
    if (*got == 0) break;
  }
  std::unique_ptr<ByteStream> out;
  if (starts_with(start, "\x1F\x8B")) {
    out = std::make_unique<GzipStream>(std::move(raw), std::move(start), file);
  } else if (starts_with(start, "\x28\xB5\x2F\xFD")) {
    out = std::make_unique<ZstdStream>(std::move(raw), std::move(start), file);
  } else {
    out = std::make_unique<PrefixedStream>(std::move(raw), std::move(start));
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<ByteStream>> ByteStream::open(const std::string& file) {
  if (file == "-")
    return decompressed(std::make_unique<FileStream>(STDIN_FILENO, "standard input"), file);
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int code = errno;
    if (code == ENOENT || code == ENOTDIR)
      return failure(ErrorKind::NotFound, "no such file; check the path", file);
    return failure(ErrorKind::Unreadable, std::string("cannot be opened: ") + std::strerror(code),
                   file);
  }
  auto raw = std::make_unique<FileStream>(descriptor, file);
  struct stat about {};
  if (::fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode))
    return failure(ErrorKind::Unreadable, "is a directory", file);
  return decompressed(std::move(raw), file);
}

std::unique_ptr<ByteStream> ByteStream::over(std::string_view bytes, const std::string& name) {
  auto out = decompressed(std::make_unique<MemoryStream>(bytes), name);
  return std::move(*out);  // memory cannot fail
}

}  // namespace twosource
