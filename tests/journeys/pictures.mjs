// Makes docs/pictures/*.png: the site as it is, for the README.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { claim } from './claims.mjs';
import { watched, WIDTHS } from './watch.mjs';

const MOST_BYTES = 300_000;
const desk = (height) => ({ width: 1280, height });
const SHOTS = [
  { name: 'landing', address: '/almere-2023', size: desk(940) },
  { name: 'theme', address: '/almere-2023/thema/elkaar-ontmoeten', size: desk(1240) },
  { name: 'point', address: '/almere-2023/punt/2', size: desk(1100) },
  { name: 'report', address: '/almere-2023/verslag#elkaar-ontmoeten', size: desk(1100) },
  { name: 'phone', address: '/almere-2023', size: WIDTHS.phone, scale: 2 },
];

// A palette makes a picture of a page a third of its size; without the tool it stays as it is.
function smaller(bytes) {
  try {
    return execFileSync('pngquant', ['--quality', '70-95', '--strip', '-'], { input: bytes });
  } catch {
    return bytes;
  }
}

export async function pictures({ browser, almere }) {
  mkdirSync('docs/pictures', { recursive: true });
  for (const { name, address, size, scale = 1 } of SHOTS) {
    const { context, faults } = await watched(browser, [almere.url], {
      viewport: size,
      deviceScaleFactor: scale,
    });
    const page = await context.newPage();
    await page.goto(almere.url + address, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const file = `docs/pictures/${name}.png`;
    writeFileSync(file, smaller(await page.screenshot()));
    await context.close();
    const { size: bytes } = statSync(file);
    claim(`${file}: ${bytes} bytes`, bytes > MOST_BYTES ? [...faults, 'too large'] : faults);
  }
}
