#include "sheet/zip.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include <minizip/unzip.h>
#include <minizip/zip.h>

namespace cpm::sheet {
namespace {

// The library reads and writes through these functions in place of a file.

struct Memory {
  std::string_view bytes = {};   ///< to be read
  std::string* grown = nullptr;  ///< to be written
  std::size_t at = 0;

  std::size_t size() const { return grown == nullptr ? bytes.size() : grown->size(); }
  const char* data() const { return grown == nullptr ? bytes.data() : grown->data(); }
};

Memory& memory(voidpf stream) {
  return *static_cast<Memory*>(stream);
}

voidpf open_memory(voidpf opaque, const void*, int) {
  return opaque;
}

uLong read_memory(voidpf, voidpf stream, void* out, uLong size) {
  Memory& from = memory(stream);
  const std::size_t count = std::min<std::size_t>(size, from.size() - std::min(from.at, from.size()));
  if (count > 0) std::memcpy(out, from.data() + from.at, count);
  from.at += count;
  return static_cast<uLong>(count);
}

uLong write_memory(voidpf, voidpf stream, const void* data, uLong size) {
  Memory& to = memory(stream);
  if (to.grown == nullptr) return 0;
  if (to.at + size > to.grown->size()) to.grown->resize(to.at + size);
  std::memcpy(to.grown->data() + to.at, data, size);
  to.at += size;
  return size;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) {
  return memory(stream).at;
}

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& in = memory(stream);
  const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.at : in.size();
  if (offset > in.size() || from > in.size() - static_cast<std::size_t>(offset)) return -1;
  in.at = from + static_cast<std::size_t>(offset);
  return 0;
}

int done_with_memory(voidpf, voidpf) {
  return 0;
}

zlib_filefunc64_def functions(Memory& memory) {
  return {.zopen64_file = open_memory,
          .zread_file = read_memory,
          .zwrite_file = write_memory,
          .ztell64_file = tell_memory,
          .zseek64_file = seek_memory,
          .zclose_file = done_with_memory,
          .zerror_file = done_with_memory,
          .opaque = &memory};
}

struct Closer {
  void operator()(void* file) const { unzClose(file); }
};
using Reader = std::unique_ptr<void, Closer>;

Reader reader_of(Memory& memory) {
  zlib_filefunc64_def io = functions(memory);
  return Reader(unzOpen2_64("", &io));
}

constexpr std::size_t kMostParts = 5'000;
constexpr std::size_t kLongestName = 512;

Trouble damaged() {
  return {.reason = "the file is damaged, or only a part of it is there",
          .help = "open it in the program that wrote it and save it again, or ask for it once more"};
}

Trouble too_large(std::string_view what) {
  return {.reason = std::string(what) + " is larger than cpm reads",
          .help = "a county's spreadsheet is far smaller: remove what does not belong to it, and save it again"};
}

}  // namespace

std::variant<Archive, Trouble> Archive::open(std::string_view bytes) {
  Memory memory{.bytes = bytes};
  const Reader reader = reader_of(memory);
  if (reader == nullptr) return damaged();
  Archive archive;
  archive.bytes_ = bytes;
  int state = unzGoToFirstFile(reader.get());
  for (std::size_t i = 0; state == UNZ_OK; ++i, state = unzGoToNextFile(reader.get())) {
    if (i == kMostParts) return too_large("the number of its parts");
    std::array<char, kLongestName> name{};
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(reader.get(), &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
      return damaged();
    unz64_file_pos place{};
    if (unzGetFilePos64(reader.get(), &place) != UNZ_OK) return damaged();
    archive.places_[name.data()] = {.directory = place.pos_in_zip_directory, .number = place.num_of_file};
  }
  return state == UNZ_END_OF_LIST_OF_FILE ? std::variant<Archive, Trouble>(std::move(archive)) : damaged();
}

std::vector<std::string> Archive::names_below(std::string_view beginning) const {
  std::vector<std::string> names;
  for (const auto& [name, place] : places_)
    if (name.starts_with(beginning)) names.push_back(name);
  return names;
}

std::variant<std::string, Trouble> Archive::part(const std::string& name) {
  const auto found = places_.find(name);
  if (found == places_.end()) return std::string();
  Memory memory{.bytes = bytes_};
  const Reader reader = reader_of(memory);
  const unz64_file_pos place{.pos_in_zip_directory = found->second.directory, .num_of_file = found->second.number};
  if (reader == nullptr || unzGoToFilePos64(reader.get(), &place) != UNZ_OK) return damaged();
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(reader.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK &&
      (info.flag & 1) != 0)
    return Trouble{.reason = "the file is protected by a password", .help = "save it without one, and try again"};
  if (unzOpenCurrentFile(reader.get()) != UNZ_OK) return damaged();
  std::string out;
  std::array<char, 65536> piece{};
  for (;;) {
    const int count = unzReadCurrentFile(reader.get(), piece.data(), piece.size());
    if (count < 0) return damaged();
    if (count == 0) break;
    unpacked_ += static_cast<std::size_t>(count);
    if (out.size() + static_cast<std::size_t>(count) > kMostPart || unpacked_ > kMostUnpacked)
      return too_large("what the file holds");
    out.append(piece.data(), static_cast<std::size_t>(count));
  }
  if (unzCloseCurrentFile(reader.get()) != UNZ_OK) return damaged();
  return out;
}

std::string zipped(const std::vector<Part>& parts) {
  std::string bytes;
  Memory memory{.grown = &bytes};
  zlib_filefunc64_def io = functions(memory);
  zipFile file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &io);
  zip_fileinfo info{};  // the first day that the format knows, so that the same parts give the same bytes
  info.dosDate = (1U << 21) | (1U << 16);
  for (const Part& part : parts) {
    zipOpenNewFileInZip64(file, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          Z_DEFAULT_COMPRESSION, 0);
    zipWriteInFileInZip(file, part.bytes.data(), static_cast<unsigned>(part.bytes.size()));
    zipCloseFileInZip(file);
  }
  zipClose(file, nullptr);
  return bytes;
}

}  // namespace cpm::sheet
