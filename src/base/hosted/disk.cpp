#include "base/system/disk.h"

#include <algorithm>

#include "base/hosted/host.h"
#include "base/text.h"

namespace cpm::base {
namespace {

FileReading unread(const std::string& error, std::size_t limit) {
  if (error == "EFBIG")
    return FileReading{.bytes = {}, .problem = "is larger than " + counted(limit, "byte"), .too_large = true};
  return FileReading{.bytes = {},
                     .problem = error == "ENXIO"    ? "is not a regular file"
                                : error == "EAGAIN" ? "another program is writing it; run this again when that is done"
                                                    : words_for_error(error),
                     .too_large = false};
}

std::string why_not_listed(const std::string& error) {
  if (error == "ENOENT") return "no such folder";
  return error == "ENOTDIR" ? "is not a folder" : words_for_error(error);
}

/// `error` may be followed by a NUL and the folder that is not there.
std::string why_not_written(const std::string& error) {
  const std::size_t end = error.find('\0');
  if (end != std::string::npos) return "there is no folder `" + visible(error.substr(end + 1)) + "`";
  if (error == "EISDIR") return "it is a folder; name a file";
  return error == "ENXIO" ? "it is not a regular file" : words_for_error(error);
}

[[noreturn]] void cannot_write(const std::string& path, const std::string& why) {
  throw IoError("cannot write `" + visible(path) + "`: " + why);
}

Entry entry_of(const std::string& text) {
  return Entry{.name = text.substr(2), .kind = static_cast<EntryKind>(text[0] - '0'), .link = text[1] == '1'};
}

}  // namespace

// What cannot be looked at is left to `read`, which says why.
EntryKind Disk::kind(const std::string& path) const {
  const Answer answer = ask(Ask::kind, path);
  return answer.error.empty() ? static_cast<EntryKind>(answer.number) : EntryKind::file;
}

FileReading Disk::read(const std::string& path, std::size_t limit) const {
  Answer answer = ask(Ask::read, path, {}, static_cast<double>(limit));
  if (!answer.error.empty()) return unread(answer.error, limit);
  return FileReading{.bytes = std::move(answer.bytes), .problem = {}, .too_large = false};
}

std::string Disk::head(const std::string& path, std::size_t most) const {
  return ask(Ask::head, path, {}, static_cast<double>(most)).bytes;
}

std::vector<Entry> Disk::entries(const std::string& folder) const {
  const Answer answer = ask(Ask::entries, folder);
  if (!answer.error.empty())
    throw IoError("cannot list the folder `" + visible(folder) + "`: " + why_not_listed(answer.error));
  std::vector<Entry> found;
  for (const std::string& text : texts_of(answer.bytes)) found.push_back(entry_of(text));
  std::ranges::sort(found, {}, &Entry::name);
  return found;
}

std::string Disk::real_path(const std::string& path) const {
  Answer answer = ask(Ask::real_path, path);
  return answer.error.empty() ? std::move(answer.bytes) : path;
}

void Disk::write(const std::string& path, std::string_view bytes) {
  const Answer answer = ask(Ask::write, path, bytes);
  if (!answer.error.empty()) cannot_write(path, why_not_written(answer.error));
}

// A host takes whole files.
std::unique_ptr<FileStream> Disk::stream(const std::string& path) {
  return Files::stream(path);
}

void Disk::append(const std::string& path, std::string_view bytes) {
  const Answer answer = ask(Ask::append, path, bytes);
  if (!answer.error.empty()) cannot_write(path, words_for_error(answer.error));
}

void Disk::make_folder(const std::string& path) {
  Answer answer = ask(Ask::make_folder, path);
  if (answer.error == "ENOENT" && folder_of(path) != path) {
    make_folder(folder_of(path));
    answer = ask(Ask::make_folder, path);
  }
  if (answer.error.empty() || kind(path) == EntryKind::folder) return;
  const std::string why = answer.error == "EEXIST" ? "there is a file of that name" : words_for_error(answer.error);
  throw IoError("cannot make the folder `" + visible(path) + "`: " + why);
}

}  // namespace cpm::base
