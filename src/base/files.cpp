#include "base/files.h"

#include <algorithm>
#include <utility>

#include "base/system/roots.h"
#include "base/text.h"

namespace cpm::base {
namespace {

void enter(std::vector<std::string_view>& folders, std::string_view name, bool absolute) {
  if (name.empty() || name == ".") return;
  if (name != "..") {
    folders.push_back(name);
  } else if (!folders.empty() && folders.back() != "..") {
    folders.pop_back();
  } else if (!absolute) {
    folders.push_back(name);
  }
}

std::string_view without_end_slashes(std::string_view path) {
  while (path.size() > std::max<std::size_t>(root_size(path), 1) && path.back() == '/') path.remove_suffix(1);
  return path;
}

/// Keeps the parts until all are there.
class KeptStream final : public FileStream {
 public:
  KeptStream(Files& files, std::string path) : files_(files), path_(std::move(path)) {}
  void add(std::string_view bytes) override { bytes_ += bytes; }
  void finish() override { files_.write(path_, bytes_); }

 private:
  Files& files_;
  std::string path_;
  std::string bytes_;
};

}  // namespace

std::unique_ptr<FileStream> Files::stream(const std::string& path) {
  return std::make_unique<KeptStream>(*this, path);
}

std::string Files::head(const std::string&, std::size_t) const {
  return {};
}

std::vector<std::string> Files::list(const std::string& folder) const {
  std::vector<std::string> names;
  for (Entry& entry : entries(folder)) names.push_back(std::move(entry.name));
  return names;
}

std::string joined_path(std::string_view folder, std::string_view path) {
  if (is_absolute(path)) folder = {};
  std::string result = root_of(folder.empty() ? path : folder);
  const bool absolute = !result.empty();
  std::vector<std::string_view> names;
  for (const std::string_view part : {folder, path})
    for (const std::string_view name : split(part.substr(root_size(part)), '/')) enter(names, name, absolute);
  for (std::size_t i = 0; i < names.size(); ++i) result.append(i > 0 ? "/" : "").append(names[i]);
  return result.empty() ? "." : result;
}

std::string folder_of(std::string_view path) {
  path = without_end_slashes(path);
  const std::size_t root = root_size(path);
  const std::size_t slash = path.find_last_of('/');
  if (path.size() == root || slash == std::string_view::npos || slash < root) return root > 0 ? root_of(path) : ".";
  return std::string{without_end_slashes(path.substr(0, slash + 1))};
}

std::string_view name_of(std::string_view path) {
  path = without_end_slashes(path);
  const std::size_t root = root_size(path);
  return path.size() == root ? path : path.substr(std::max(path.rfind('/') + 1, root));
}

bool is_absolute(std::string_view path) {
  return root_size(path) > 0;
}

bool is_share(std::string_view path) {
  return root_of(path).starts_with("//");
}

bool is_root(std::string_view path) {
  return !path.empty() && root_size(path) == path.size();
}

}  // namespace cpm::base
