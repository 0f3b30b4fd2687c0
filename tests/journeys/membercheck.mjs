// Draft points go back to their table: an editor lays them before it, the table objects by its link, and
// somebody else than who worked on the point decides; the table reads what was decided.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { signIn } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

const PASSWORD = 'negen stille sluizen in de mist';
const EDITORS = ['eerste@example.org', 'tweede@example.org'];
const DESK = '/waterstad/beheer/bijeenkomsten/13-november/voorleggen';
const MEANT = 'Wij zeiden ook dat het langer duurt voor wie alleen woont.';
const DECIDED = 'De tafel heeft gelijk: dat stond er niet in.';

async function makeEditor(program, data, email) {
  const words = ['admin', 'add', '--email', email, '--name', email.split('@')[0], '--role', 'editor',
    '--dialogue', 'waterstad', '--password-stdin', '--data', data];
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(`${PASSWORD}\n`);
  need(await new Promise((resolve) => { child.on('close', resolve); }) === 0, 'no editor is made');
}

async function enter(browser, url, email) {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  await signIn(page, url, email, PASSWORD, 'waterstad');
  await page.waitForURL((to) => !to.pathname.includes('inloggen'));
  return page;
}

async function laysBefore(page, url) {
  await page.goto(url + DESK);
  await page.getByRole('button', { name: 'Leg de punten voor' }).click();
  await page.getByText('De punten zijn voorgelegd.').waitFor();
  const row = page.locator('tbody tr').filter({ has: page.locator('td', { hasText: /^[1-9]/ }) }).first();
  return new URL(await row.getByRole('link').getAttribute('href'), url).href;
}

// Nobody signs in at a table: a browser of its own, with nothing but the link.
async function objects(page, link) {
  await page.goto(link);
  await page.locator('li[id^="punt-"] a.dlg-button').first().click();
  const number = /punt\/(\d+)/.exec(page.url())[1];
  await page.getByRole('button', { name: 'Verstuur' }).click();
  need(await page.locator('.dlg-field--bad').count() > 0, 'an objection without words is taken');
  await page.getByLabel('Wat bedoelde uw tafel?').fill(MEANT);
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await page.getByText('Iemand anders dan de schrijver van het punt beslist.').waitFor();
  need((await page.locator(`#punt-${number}`).innerText()).includes(MEANT), 'the table does not see its words');
  return number;
}

async function rewords(page, url, number) {
  await page.goto(`${url}/waterstad/beheer/punten/${number}`);
  const sentence = page.getByLabel('De zin in het verslag');
  await sentence.fill(`${(await sentence.inputValue()).replace(/\.$/, '')}, zeggen zij.`);
  const other = page.locator('#zin-en');
  if (await other.count()) await other.fill('They say so.');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.waitForLoadState();
}

async function opens(page, url) {
  await page.goto(url + DESK);
  need((await page.locator('main').innerText()).includes(MEANT), 'the desk does not show the objection');
  await page.getByRole('link', { name: 'Beslis over dit bezwaar' }).click();
  await page.getByRole('heading', { name: 'Bezwaar bij een punt' }).waitFor();
}

async function decides(page) {
  await page.locator('label[for="besluit-blijft"]').click();
  await page.getByLabel('Uw reden').fill(DECIDED);
  await page.getByRole('button', { name: 'Beslis' }).click();
  await page.getByText(DECIDED).first().waitFor();
}

export async function membercheck({ program, work, browser }) {
  const data = join(work, 'membercheck');
  await done(program, 'load', 'examples/waterstad', '--data', data);
  for (const email of EDITORS) await makeEditor(program, data, email);
  const site = await Site.start(program, 'membercheck', data);
  const { url } = site;
  let link;
  let number;
  try {
    const first = await enter(browser, url, EDITORS[0]);
    const second = await enter(browser, url, EDITORS[1]);
    const { context, faults } = await watched(browser, [url], { javaScriptEnabled: false });
    const table = await context.newPage();
    await tried('an editor lays the points before a table', async () => { link = await laysBefore(first, url); });
    await tried('the table objects by its link, without an account or script',
      async () => { number = await objects(table, link); });
    await tried('an editor changes that point', () => rewords(first, url, number));
    await tried('and may not decide about it', async () => {
      await opens(first, url);
      need((await first.locator('main').innerText()).includes('U werkte zelf aan dit punt.'), 'it is not said');
      need(await first.getByRole('button', { name: 'Beslis' }).count() === 0, 'there is a button all the same');
    });
    await tried('somebody else decides', async () => {
      await opens(second, url);
      await decides(second);
    });
    await tried('the table reads what was decided', async () => {
      await table.goto(link);
      need((await table.locator('main').innerText()).includes(DECIDED), 'the reason is not there');
    });
    claim('no page of the table went wrong', faults.filter((x) => !x.includes('422')));
    claim('what the desk shows of it is accessible',
      await look(second, { site, address: DESK, lang: 'nl' }));
  } finally {
    claim('the server of membercheck ends clean', await site.stop());
  }
}
