import { crc32, inflateRawSync } from 'node:zlib';

const signatures = { end: Buffer.from('PK\x05\x06'), entry: 0x02014b50 };

/**
 * The files of a ZIP by their names, as its directory says; throws where a file is not what the directory promises.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16
 */
export function zipFiles(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(signatures.end);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== signatures.entry) throw new Error(`There is no entry at byte ${at}.`);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const [checksum, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength!);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + packed!);
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body;
    if (bytes.length !== size || crc32(bytes) !== checksum) throw new Error(`${name} is damaged.`);
    if (files.has(name)) throw new Error(`${name} is there twice.`);
    files.set(name, bytes);
    at += 46 + nameLength! + extraLength! + noteLength!;
  }
  return files;
}
