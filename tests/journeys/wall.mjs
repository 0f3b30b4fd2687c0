// The wall of an evening: what a table noted, let through on a phone in one touch, stands on the screen in the
// room within two seconds, without looking again. Nothing else shows; calm when less motion is asked; still
// without script.
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { press } from './people.mjs';
import { watched, WIDTHS } from './watch.mjs';

const SOON = 2000;
const SAID = ['De bank bij de haven mag terug.', 'Hier mag een lamp bij het pad.', 'De winkel bezorgt ook boodschappen.'];
const shows = (page) => page.locator('[data-wall]').innerText();

async function noteAtTable(browser, site, table) {
  const { context, faults } = await watched(browser, [site.url], { javaScriptEnabled: false, viewport: WIDTHS.phone });
  const page = await context.newPage();
  await page.goto(site.url + table);
  for (const words of SAID) {
    await page.locator('#tekst').fill(words);
    await page.locator('[data-note-form] button[type=submit]').click();
    await page.waitForURL(/gedaan=bewaard/);
  }
  await context.close();
  return faults;
}

// Lets the first that waits through; gives its words.
async function letThrough(page) {
  const first = page.locator('.dlg-rows > li').first();
  const words = await first.locator('bdi').innerText();
  await first.getByRole('button', { name: /^Toon op de muur/ }).click();
  await page.waitForURL(/gedaan=getoond/);
  return words;
}

const appears = (page, words) => page.waitForFunction(
  (x) => document.querySelector('[data-wall]').innerText.includes(x), words, { timeout: SOON });

// What else was noted and nobody let through yet.
const unchecked = async (page, passed) => {
  const text = await shows(page);
  return SAID.filter((x) => !passed.includes(x) && text.includes(x)).map((x) => `it shows "${x}"`);
};

export async function wall({ browser, site, ada, evening }) {
  const at = `/waterstad/bijeenkomst/${evening}/muur`;
  const screens = [];
  const screen = async (options) => {
    const one = await watched(browser, [site.url], options);
    screens.push(one);
    one.page = await one.context.newPage();
    await one.page.goto(site.url + at);
    return one.page;
  };
  await ada.goto(`${site.url}/waterstad/beheer/tafels/${evening}`);
  await press(ada, 'Maak de links');
  const table = await ada.locator('main a[href*="/tafel/"]').first().getAttribute('href');
  const noted = await noteAtTable(browser, site, new URL(table, site.url).pathname);
  const room = await screen({});
  const calm = await screen({ reducedMotion: 'reduce' });
  const still = await screen({ javaScriptEnabled: false });
  await room.getByText('Ververst vanzelf.').waitFor();
  await calm.getByText('Ververst vanzelf.').waitFor();
  await room.evaluate(() => { window.stays = true; });
  const passed = [];
  await ada.goto(`${site.url}/waterstad/beheer/muur/${evening}`);
  await tried('wall: nothing that nobody let through', async () => [
    ...await unchecked(room, passed), ...await unchecked(still, passed)]);
  await tried('wall: one touch, and it is there within two seconds without looking again', async () => {
    for (let i = 0; i < 2; i += 1) {
      passed.push(await letThrough(ada));
      await appears(room, passed[i]);
      need(await room.evaluate(() => window.stays), 'the page was loaded again');
    }
    return unchecked(room, passed);
  });
  await tried('wall: what is new is marked, but calmly when less motion is asked', async () => {
    const moves = (page) => page.locator('.wall__new').first().evaluate((x) => getComputedStyle(x).animationName);
    await appears(calm, passed[1]);
    need(await moves(room) === 'wall-in', 'what is new does not stand out');
    need(await moves(calm) === 'none', 'it moves');
  });
  await tried('wall: held still, it keeps what it shows', async () => {
    await press(room, 'Zet stil');
    passed.push(await letThrough(ada));
    await appears(calm, passed[2]);
    need(!(await shows(room)).includes(passed[2]), 'it changed');
    await press(room, 'Zet stil');
    await appears(room, passed[2]);
  });
  await tried('wall: without script a still page, and a link to look again', async () => {
    const before = await shows(still);
    need(!passed.some((x) => before.includes(x)), 'it changed by itself');
    need(await still.getByRole('button', { name: 'Zet stil' }).isHidden(), 'a button that does nothing');
    await still.getByRole('link', { name: 'Kijk opnieuw' }).click();
    const text = await shows(still);
    return passed.filter((x) => !text.includes(x)).map((x) => `"${x}" is not there`);
  });
  for (const address of [at, `/en${at}`]) claim(`wall: ${address}`, await look(room, { site, address, lang: address.startsWith('/en') ? 'en' : 'nl' }));
  claim('wall: no screen asks elsewhere, fails or warns', [...noted, ...screens.flatMap((x) => x.faults)]);
  for (const one of screens) await one.context.close();
}
