// An editor makes points of voices with the keyboard alone, without script; and how those pages look.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { done, Site } from './site.mjs';
import { watched, WIDTHS } from './watch.mjs';

const EMAIL = 'redactie@example.org';
const PASSWORD = 'zeven natte zwanen op het ijs';
const DESK = '/waterstad/beheer/punten';

// A data directory with the invented city and somebody who may edit it.
async function city(program, work) {
  const data = join(work, 'desk');
  await done(program, 'load', 'examples/waterstad', '--data', data);
  const words = ['admin', 'add', '--email', EMAIL, '--name', 'Redactie', '--role', 'editor',
    '--dialogue', 'waterstad', '--password-stdin', '--data', data];
  const code = await new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'] });
    child.on('close', resolve);
    child.stdin.end(`${PASSWORD}\n`);
  });
  need(code === 0, `admin add ended with ${code}`);
  return Site.start(program, 'desk', data);
}

async function signIn(page, url) {
  await page.goto(`${url}/inloggen?naar=${encodeURIComponent(DESK)}`);
  await page.locator('#e-mail').fill(EMAIL);
  await page.locator('#wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((to) => !to.pathname.includes('inloggen'));
  await page.goto(url + DESK);
  need((await page.locator('h1').innerText()) === 'Punten maken', 'signing in leads nowhere');
}

// Goes on with the Tab key until what has the focus fits.
async function tabTo(page, fits, what) {
  for (let i = 0; i < 260; i += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => ({
      id: document.activeElement.id,
      name: document.activeElement.getAttribute('name'),
      text: document.activeElement.textContent.trim().replaceAll(/\s+/g, ' '),
    }));
    if (fits(focus)) return focus;
  }
  throw new Error(`no way to ${what} with the keyboard`);
}
const press = async (page, text) => {
  await tabTo(page, (x) => x.text.startsWith(text), text);
  const next = page.waitForEvent('load'); // all that is pressed here leads to another page
  await page.keyboard.press('Enter');
  await next;
};
const said = async (page) => (await page.locator('.dlg-alert').first().innerText()).trim();

async function makesAPoint(page, url) {
  await page.goto(url + DESK);
  await page.locator('tbody a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/thema=/);
  const before = await page.locator('li[id^="punt-"]').count();
  await press(page, 'Maak een punt');
  const first = await tabTo(page, (x) => x.name === 'inbreng', 'a voice');
  await page.keyboard.press('Space');
  await tabTo(page, (x) => x.name === 'inbreng', 'another voice');
  await page.keyboard.press('Space');
  await press(page, 'Volgende 50').catch(() => {}); // a small theme has one page
  need(await page.locator(`input[name="inbreng"][value="${first.id.split('-')[1]}"]`).isChecked(),
    'a tick got lost');
  await page.locator('h1').evaluate((x) => x.scrollIntoView());
  await tabTo(page, (x) => x.id === 'zin', 'the sentence');
  await page.keyboard.type('Zorg dat dit punt met het toetsenbord is gemaakt.');
  await press(page, 'Maak dit punt');
  await page.getByText('is gemaakt').first().waitFor();
  need(/is gemaakt/.test(await said(page)), `it says: ${await said(page)}`);
  need(await page.locator('li[id^="punt-"]').count() === before + 1, 'it is not in the list');
}

async function movesAndTakesBack(page) {
  const order = () => page.locator('li[id^="punt-"]').evaluateAll((all) => all.map((x) => x.id));
  const before = await order();
  const last = page.locator(`#${before.at(-1)} button`).first();
  await last.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/verplaatst/);
  need((await order()).at(-2) === before.at(-1), 'it did not go up');
  await page.locator('main').focus();
  await press(page, 'Draai dit terug');
  await page.getByText('teruggedraaid').first().waitFor();
  need(/teruggedraaid/.test(await said(page)), `it says: ${await said(page)}`);
  need((await order()).join() === before.join(), 'the order is another');
}

// ---- what researchers found, a name that becomes a role, colleagues

async function bringsResearch(page, url) {
  await page.goto(`${url}/waterstad/beheer/bronnen`);
  await page.getByLabel('Naam', { exact: true }).fill('Gesprekken in de flat');
  await page.getByLabel('Van wie is het?').fill('Bewoners van de flat');
  await press(page, 'Zet erbij');
  await page.waitForURL(/bronnen\/gesprekken-in-de-flat$/);
  await page.getByLabel('Wat zegt de bron?', { exact: true }).fill('Vraag het Roosmarijn, die weet alles.');
  await page.getByLabel('Thema').selectOption({ index: 1 });
  await page.getByLabel('Labels').fill('hulp\nburen');
  await press(page, 'Zet erbij');
  await page.waitForURL(/erbij=/);
  need(await page.getByText('Labels: buren, hulp').count(), 'the labels are not there');
  await page.getByLabel('Label', { exact: true }).selectOption('hulp');
  await press(page, 'Laat zien');
  await page.waitForURL(/label=hulp/);
  await page.locator('.dlg-rows a').first().click();
  await page.locator('#reden').selectOption('outside');
  await press(page, 'Leg terzijde');
  await page.waitForURL(/gedaan=bewaard/);
  need(await page.getByText('Ligt terzijde').count(), 'it is not set aside');
  await page.goto(`${url}/waterstad/som`);
  need(await page.getByRole('link', { name: 'Gesprekken in de flat' }).count(), 'the sum does not hold it');
}

async function namesARole(page, url) {
  await page.goto(`${url}/waterstad/beheer/namen?naam=roosmarijn&rol=een+vrijwilliger`);
  need(await page.getByText('Vraag het een vrijwilliger, die weet alles.').count(), 'no preview');
  await page.locator('input[name="tekst"]').first().check();
  await press(page, 'Zet de rol op deze plekken');
  await page.waitForURL(/gedaan=1/);
  await page.goto(`${url}/waterstad/beheer/namen?naam=roosmarijn&rol=een+vrijwilliger`);
  need(await page.getByText('De naam staat in 0 teksten.').count(), 'the name is still there');
  await page.goBack();
  await press(page, 'Draai dit terug');
  await page.waitForURL(/teruggedraaid=1/);
}

async function talksToColleagues(page, url) {
  const point = (await page.goto(`${url}${DESK}/1`)).url();
  await page.getByLabel('Zeg iets tegen uw collega’s').fill('Is dit wel zo?');
  await page.locator('main').focus();
  await press(page, 'Zet erbij');
  need(page.url() === point, `it leads to ${page.url()}`);
  await page.goto(`${url}/waterstad/beheer/opmerkingen`);
  need(await page.getByText('1 open opmerking').count(), 'it is not open');
  await page.goto(point);
  await page.locator('main').focus();
  await press(page, 'Dit is afgehandeld');
  need(await page.getByText('Afgehandeld').count(), 'it is still open');
  await page.goto(`${url}/waterstad/beheer/hier`);
  need((await page.locator('main').innerText()).includes('punten/1'), 'nobody was at the point');
}

// With the mouse too, when there is script.
async function drags(browser, context, url) {
  const state = await context.storageState();
  const tall = { width: WIDTHS.desk.width, height: 4000 }; // both ends of the way are in sight
  const scripted = await watched(browser, [url], { viewport: tall, storageState: state });
  const page = await scripted.context.newPage();
  await page.goto(url + DESK);
  const theme = await page.locator('tbody a').first().getAttribute('href');
  await page.goto(url + theme.replace('punten?', 'punten/maak?'));
  const box = await page.locator('[data-drag] input').first().getAttribute('id');
  await page.locator('[data-drag] > li').first().dragTo(page.locator('[data-drop] > li').first());
  await page.waitForURL(/gedaan=erbij/);
  need(await page.locator(`#${box}`).count(), `${box} is not at ${page.url()}`);
  await page.goto(url + theme);
  const order = () => page.locator('[data-order] > li').evaluateAll((all) => all.map((x) => x.id));
  const before = await order();
  await page.locator('[data-order] > li').last().dragTo(page.locator('[data-order] > li').first());
  await page.waitForURL(/verplaatst/);
  need((await order())[0] === before.at(-1), 'a point did not take the place of another');
  await scripted.context.close();
  return scripted.faults;
}

async function lookAtPages(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}${DESK}`);
  const theme = await page.locator('tbody a').first().getAttribute('href');
  const make = theme.replace('punten?', 'punten/maak?');
  await page.goto(url + theme);
  const point = await page.locator('li[id^="punt-"] a').first().getAttribute('href');
  const site = { url, name: 'desk' };
  const faults = [];
  const more = ['bronnen', 'bronnen/keukentafels', 'bevindingen/1', 'opmerkingen', 'hier',
    'namen?naam=buurt&rol=een+plek'].map((x) => `/waterstad/beheer/${x}`);
  for (const address of [DESK, theme, make, point, ...more]) {
    faults.push(...await look(page, { site, address, lang: 'nl' }));
    faults.push(...await look(page, { site, address: `/en${address}`, lang: 'en' }));
  }
  await page.close();
  return faults;
}

export async function desk({ program, work, browser }) {
  const site = await city(program, work);
  const url = site.url.replace('127.0.0.1', 'localhost'); // a cookie of a session wants a name
  const { context, faults } = await watched(browser, [url], { viewport: WIDTHS.desk });
  try {
    const page = await context.newPage();
    await tried('an editor signs in', () => signIn(page, url));
    await tried('a point is made with the keyboard', () => makesAPoint(page, url));
    await tried('it is moved, and that is taken back', () => movesAndTakesBack(page));
    await tried('researchers bring what they found', () => bringsResearch(page, url));
    await tried('a name becomes a role, and that is taken back', () => namesARole(page, url));
    await tried('colleagues talk to each other', () => talksToColleagues(page, url));
    await tried('what was said is dragged onto a point', () => drags(browser, context, url));
    await tried('the desk is accessible, and fits a phone', () => lookAtPages(context, url));
  } finally {
    await context.close();
    claim('the server of the desk ends clean', await site.stop());
  }
  claim('at the desk nothing was asked elsewhere and nothing failed', faults);
}
