// A QR code (ISO 18004, bytes, level L) of a text, as the squares of an SVG path: for a phone without a network
// that shows its notes to the camera of another. `qrPath(text)` gives { size, path }, or null when it is too long.
'use strict';
window.qrPath = (() => {
  // Per version: check bytes in a block, and blocks.
  const CHECKS = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
  const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];

  // The field of 256 numbers in which check bytes are reckoned.
  const times = (a, b) => {
    let z = 0;
    for (let i = 7; i >= 0; i -= 1) z = (z << 1) ^ ((z >>> 7) * 0x11d) ^ (((b >>> i) & 1) * a);
    return z;
  };
  const checks = (data, degree) => {
    const divisor = Array(degree).fill(0);
    divisor[degree - 1] = 1;
    for (let i = 0, root = 1; i < degree; i += 1, root = times(root, 2)) {
      for (let j = 0; j < degree; j += 1) divisor[j] = times(divisor[j], root) ^ (divisor[j + 1] ?? 0);
    }
    const rest = Array(degree).fill(0);
    for (const b of data) {
      const factor = b ^ rest.shift();
      rest.push(0);
      divisor.forEach((x, i) => { rest[i] ^= times(x, factor); });
    }
    return rest;
  };

  const free = (grid) => grid.flat().filter((x) => x === null).length >> 3;
  const room = (version) => free(patterns(version)) - CHECKS[version - 1] * BLOCKS[version - 1];

  const bit = (n, i) => (n >>> i) & 1;

  function codewords(bytes, version) {
    const most = room(version);
    let bits = '0100' + bytes.length.toString(2).padStart(version > 9 ? 16 : 8, 0);
    for (const b of bytes) bits += b.toString(2).padStart(8, 0);
    bits += '0'.repeat(Math.min(4, most * 8 - bits.length));
    bits += '0'.repeat(-bits.length & 7);
    const data = bits.match(/.{8}/g).map((x) => parseInt(x, 2));
    for (let pad = 0xec; data.length < most; pad ^= 0xec ^ 0x11) data.push(pad);
    const blocks = BLOCKS[version - 1];
    const short = Math.floor(most / blocks);
    const long = most % blocks; // so many blocks hold one more
    const parts = [];
    for (let i = 0, at = 0; i < blocks; i += 1) {
      const n = short + (i >= blocks - long ? 1 : 0);
      parts.push(data.slice(at, at += n));
    }
    const ends = parts.map((x) => checks(x, CHECKS[version - 1]));
    const out = [];
    for (let i = 0; i <= short; i += 1) parts.forEach((x) => i < x.length && out.push(x[i]));
    for (let i = 0; i < CHECKS[version - 1]; i += 1) ends.forEach((x) => out.push(x[i]));
    return out;
  }

  function patterns(version) {
    const size = version * 4 + 17;
    const grid = Array.from({ length: size }, () => Array(size).fill(null)); // null: room for data
    const put = (x, y, on) => { if (grid[y]?.[x] !== undefined) grid[y][x] = Boolean(on); };
    const far = (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy));
    for (let i = 0; i < size; i += 1) {
      put(6, i, i % 2 === 0);
      put(i, 6, i % 2 === 0);
    }
    for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
      for (let dy = -4; dy <= 4; dy += 1) {
        for (let dx = -4; dx <= 4; dx += 1) put(cx + dx, cy + dy, far(dx, dy) !== 2 && far(dx, dy) !== 4);
      }
    }
    const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
    const step = Math.floor((version * 8 + marks * 3 + 5) / (marks * 4 - 4)) * 2;
    const places = Array.from({ length: marks }, (_, i) => (i ? size - 7 - (marks - 1 - i) * step : 6));
    places.forEach((cx, i) => places.forEach((cy, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === marks - 1) || (i === marks - 1 && j === 0)) return;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) put(cx + dx, cy + dy, far(dx, dy) !== 1);
      }
    }));
    // Level L with mask 0, and the version from 7 on, each with its own check bits.
    let rest = 8;
    for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const format = ((8 << 10) | rest) ^ 0x5412;
    for (let i = 0; i < 15; i += 1) {
      const up = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
      const left = i < 8 ? size - 1 - i : i < 9 ? 15 - i : 14 - i;
      put(8, up, bit(format, i));
      put(left, 8, bit(format, i));
    }
    put(8, size - 8, true);
    if (version > 6) {
      rest = version;
      for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
      for (let i = 0; i < 18; i += 1) {
        const a = size - 11 + (i % 3);
        const b = Math.floor(i / 3);
        put(a, b, bit((version << 12) | rest, i));
        put(b, a, bit((version << 12) | rest, i));
      }
    }
    return grid;
  }

  function draw(words, version) {
    const grid = patterns(version);
    const size = grid.length;
    let n = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let v = 0; v < size; v += 1) {
        for (const x of [right, right - 1]) {
          const y = ((right + 1) & 2) === 0 ? size - 1 - v : v;
          if (grid[y][x] === null) {
            grid[y][x] = Boolean(bit(words[n >> 3] ?? 0, 7 - (n & 7)) ^ ((x + y) % 2 === 0));
            n += 1;
          }
        }
      }
    }
    return grid;
  }

  return (text) => {
    const bytes = new TextEncoder().encode(text);
    const version = CHECKS.findIndex((_, i) => bytes.length * 8 + (i > 8 ? 20 : 12) <= room(i + 1) * 8) + 1;
    if (!version) return null;
    const grid = draw(codewords(bytes, version), version);
    const path = grid.flatMap((row, y) => row.map((on, x) => (on ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
    return { size: grid.length + 8, path };
  };
})();
