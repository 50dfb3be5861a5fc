// Writes a zip of texts: the same texts and day give the same bytes.
import { deflateRawSync } from 'node:zlib';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; ++bit) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function checksum(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 255] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/** Fields of two and four bytes, as [size, value]. */
function record(...fields) {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  fields.reduce((at, [size, value]) => bytes.writeUIntLE(value, at, size), 0);
  return bytes;
}

/** {name: text} in the order given; all are of noon of the day, "2026-03-31". */
export function zipOf(files, day) {
  const [year, month, date] = day.split('-').map(Number);
  const entries = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 9 });
    const called = Buffer.from(name);
    // version 2.0, names in UTF-8, deflated, time, date, checksum, sizes, lengths of the name and of no extra field
    const common = [[2, 20], [2, 0x800], [2, 8], [2, 12 << 11], [2, ((year - 1980) << 9) | (month << 5) | date],
      [4, checksum(bytes)], [4, packed.length], [4, bytes.length], [2, called.length], [2, 0]];
    entries.push(record([4, 0x04034b50], ...common), called, packed);
    // made on Unix, so the mode 0644 counts
    directory.push(record([4, 0x02014b50], [2, (3 << 8) | 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0o100644 * 0x10000], [4, at]), called);
    at += 30 + called.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(files).length;
  return Buffer.concat([...entries, list,
    record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, at], [2, 0])]);
}
