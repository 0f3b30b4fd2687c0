// With the keyboard alone: a way past the navigation, an order that is read, a focus that is seen.
import { need, tried } from './claims.mjs';

const MOST_STOPS = 120;

// Runs in the browser: what has the focus, and what is wrong with how it shows.
function focused() {
  const x = document.activeElement;
  if (!x || x === document.body) return null;
  if (window.stops === undefined) window.stops = [];
  const before = window.stops.at(-1);
  const name = (x.textContent.trim() || x.getAttribute('aria-label') || x.id).replaceAll(/\s+/g, ' ');
  const faults = [];
  const wrong = (what) => faults.push(`"${name.slice(0, 60)}": ${what}`);
  // A positioned element last in the document may come first, but nothing may jump back.
  if (before && !(before.compareDocumentPosition(x) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong('jumps back');
  window.stops.push(x);
  // The mark of focus may be drawn on a parent: a card is a link as a whole.
  const drawn = () => [x, x.parentElement, x.closest('li')].filter(Boolean).flatMap((y) =>
    [null, '::before', '::after'].map((part) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(y, part);
      return outlineStyle === 'none' ? boxShadow : `${outlineWidth} ${outlineColor} ${boxShadow}`;
    })).join();
  const marked = drawn();
  x.blur();
  if (drawn() === marked) wrong('no visible focus');
  x.focus({ preventScroll: true });
  const rects = [...x.getClientRects()];
  const seen = rects.some((r) => r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth);
  if (!seen) wrong('out of sight');
  const [r] = rects;
  if (r && seen && r.top >= 0 && r.bottom <= innerHeight) {
    const on = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    if (on && on !== x && !x.contains(on) && !on.contains(x)) wrong(`behind ${on.outerHTML.slice(0, 60)}`);
  }
  return { name, tag: x.localName, id: x.id, faults };
}

async function skip(page, url, address) {
  await page.goto(url + address);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(focused);
  need(first?.name === 'Naar de inhoud', `the first stop is ${first?.name}`);
  need(!first.faults.length, first.faults.join('; '));
  await page.keyboard.press('Enter');
  need(await page.evaluate(() => document.activeElement.localName === 'main'), 'focus is not on main');
  await page.keyboard.press('Tab');
  need(await page.evaluate(() => document.activeElement.closest('main') !== null),
    'the next stop is not in main');
}

async function stops(page, url, address) {
  await page.goto(url + address);
  const total = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select')]
    .filter((x) => x.getClientRects().length).length);
  const faults = [];
  let n = 0;
  for (; n < Math.min(total, MOST_STOPS); n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop) break;
    faults.push(...stop.faults);
  }
  if (n < Math.min(total, MOST_STOPS)) faults.push(`${n} stops for ${total} links and fields`);
  return faults;
}

async function searchByKeys(page, url, address) {
  await page.goto(url + address);
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.type === 'search')) break;
  }
  await page.keyboard.type('jongeren');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=jongeren/);
}

export async function keyboard(page, url, addresses) {
  for (const address of addresses) {
    await tried(`by keyboard, past the navigation: ${address}`, () => skip(page, url, address));
    await tried(`by keyboard, every stop in order and in sight: ${address}`,
      () => stops(page, url, address));
  }
  await tried('by keyboard, search', () => searchByKeys(page, url, addresses[0]));
}
