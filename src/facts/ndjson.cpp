#include "base/json_writer.h"
#include "facts/sinks.h"

namespace cpm::facts {
namespace {

struct JsonCell {
  base::JsonWriter& json;

  void operator()(std::monostate) const { json.null(); }
  void operator()(bool value) const { json.flag(value); }
  void operator()(std::int64_t value) const { json.number(value); }
  void operator()(base::Decimal value) const { json.number(value); }
  void operator()(std::string_view value) const { json.text(value); }
  void operator()(const std::string& value) const { json.text(value); }
};

class NdjsonSink final : public Sink {
 public:
  explicit NdjsonSink(std::unique_ptr<base::FileStream> stream) : stream_(std::move(stream)) {}

  void row(const Table& table, std::span<const Value> values) override {
    base::JsonWriter json;
    json.object().text("table", table.name);
    for (std::size_t i = 0; i < values.size(); ++i) {
      json.key(table.columns[i].name);
      std::visit(JsonCell{json}, values[i]);
    }
    stream_->add(json.end_object().bytes() + "\n");
  }

  void finish() override { stream_->finish(); }

 private:
  std::unique_ptr<base::FileStream> stream_;
};

}  // namespace

std::unique_ptr<Sink> ndjson_sink(std::unique_ptr<base::FileStream> stream) {
  return std::make_unique<NdjsonSink>(std::move(stream));
}

}  // namespace cpm::facts
