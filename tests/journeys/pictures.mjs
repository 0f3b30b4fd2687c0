// Makes docs/pictures/*.png: the site as it is, for the README.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { claim } from './claims.mjs';
import { watched, WIDTHS } from './watch.mjs';

const MOST_BYTES = 300_000;
// A picture begins at the element `from` (or the top) and ends under `until` (or the window's end).
const SHOTS = [
  { name: 'landing', address: '/almere-2023', until: '.dlg-hero' },
  { name: 'theme', address: '/almere-2023/thema/jongeren', until: '.dlg-kinds section:first-child' },
  { name: 'point', address: '/almere-2023/punt/2', until: '.dlg-band--accent' },
  {
    name: 'report',
    address: '/almere-2023/verslag',
    from: '#elkaar-ontmoeten .dlg-spread__head',
    until: '#elkaar-ontmoeten',
  },
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

const AIR = 32; // pixels around what begins within the page

async function extent(page, width, from, until) {
  const top = from ? (await page.locator(from).boundingBox()).y - AIR : 0;
  const last = await page.locator(until).first().boundingBox();
  return { x: 0, y: top, width, height: last.y + last.height - top };
}

export async function pictures({ browser, almere }) {
  mkdirSync('docs/pictures', { recursive: true });
  for (const { name, address, from, until, size = WIDTHS.desk, scale = 1 } of SHOTS) {
    const { context, faults } = await watched(browser, [almere.url], {
      viewport: size,
      deviceScaleFactor: scale,
    });
    const page = await context.newPage();
    await page.goto(almere.url + address, { waitUntil: 'load' });
    await page.evaluate(async () => {
      for (const x of document.images) x.loading = 'eager';
      await Promise.all([document.fonts.ready, ...[...document.images].map((x) => x.decode())]);
    });
    const clip = until && await extent(page, size.width, from, until);
    const file = `docs/pictures/${name}.png`;
    writeFileSync(file, smaller(await page.screenshot({ clip, fullPage: Boolean(clip) })));
    await context.close();
    const { size: bytes } = statSync(file);
    claim(`${file}: ${bytes} bytes`, bytes > MOST_BYTES ? [...faults, 'too large'] : faults);
  }
}
