// The door of an evening with two phones, networks that come and go, a server that is killed and started again, and
// signing in that ends: in the end everybody who was let in is in, exactly once, and no list is left.
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { installFaults, watched, WIDTHS } from './watch.mjs';

const PASSWORD = 'zeven bruggen over water';
const EVENINGS = '/waterstad/beheer/bijeenkomsten';
const DOOR = `${EVENINGS}/rondkomen/deur`;
const NAMES = ['Bo', 'Cas', 'Dee', 'Eef', 'Fay'];

const pause = (ms) => new Promise((yes) => { setTimeout(yes, ms); });

function freePort() {
  return new Promise((yes) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => yes(port));
    });
  });
}

// A server at an address that stays the same when it is killed.
class Hall {
  constructor(program, data, port) {
    Object.assign(this, { program, data, port, name: 'door', url: `http://localhost:${port}` });
  }

  async start() {
    this.site = await Site.start(this.program, 'door', this.data, '--listen', `127.0.0.1:${this.port}`);
  }

  async kill() {
    this.site.ended.catch(() => {});
    this.site.child.kill('SIGKILL');
    await this.site.ended;
  }
}

function ask(data, sql) {
  return new Promise((yes, no) => {
    execFile('sqlite3', ['-json', '-readonly', join(data, 'dialoog.db'), sql], (error, out) =>
      (error ? no(error) : yes(out ? JSON.parse(out) : [])));
  });
}
const inside = async (data) => (await ask(data,
  'SELECT name FROM registration WHERE arrived IS NOT NULL AND state = 0 ORDER BY name')).map((x) => x.name).join();
async function comesTo(data, names) {
  let now;
  for (let i = 0; i < 150; i += 1) {
    now = await inside(data);
    if (now === names) return;
    await pause(200);
  }
  throw new Error(`inside are ${now}, not ${names}`);
}

// A café table that takes place today, and who registered for it.
async function setUp(page, url) {
  await page.goto(`${url}${EVENINGS}/cafe`);
  await page.getByLabel('Waar praat u over?').selectOption({ label: 'Rondkomen' });
  await page.getByLabel('Plaats').fill('Café De Sluis');
  await page.getByLabel('Dag').fill(await page.evaluate(() => new Date().toLocaleDateString('sv')));
  await page.getByLabel('Begint om').fill('23:30');
  await page.locator('label[for="openbaar"]').click();
  await press(page, 'Zet de tafel klaar');
  await page.waitForURL(/gedaan=erbij/);
}

async function register(page, url, name) {
  await page.goto(`${url}/waterstad/bijeenkomst/rondkomen/aanmelden`);
  await page.getByLabel('Naam of bijnaam').fill(name);
  await page.locator('label[for="als-bewoner"]').click();
  await page.locator('form.dlg-form button[type=submit]').click();
  await page.waitForURL(/\/aanmelding\//);
  return new URL(page.url()).pathname.split('/').pop();
}

async function signIn(page, url) {
  await page.goto(`${url}/inloggen`);
  await page.getByLabel('E-mailadres').fill('ada@voorbeeld.nl');
  await page.getByLabel('Wachtwoord').fill(PASSWORD);
  await press(page, 'Log in');
  await page.waitForURL(/\/beheer/);
}

// ---- one phone at the door

const kept = (page) => page.waitForFunction(() => !document.querySelector('[data-shell]').hidden);
const allSent = (page) => page.locator('[data-all-sent]').waitFor({ state: 'visible', timeout: 45000 });
const waiting = async (page, n) => {
  await page.waitForFunction((many) => document.querySelector('[data-waiting]').textContent === many
    && document.querySelector('[data-all-sent]').hidden === many > 0, String(n));
};
const line = (page, name) => page.locator('[data-people] > li', { hasText: name });
const letIn = async (page, name) => {
  await page.locator('#hier').fill(name);
  await line(page, name).getByRole('button', { name: 'Is er' }).click();
  await page.locator('[data-said] bdi', { hasText: name }).waitFor();
};
const walksIn = async (page, name) => {
  await page.getByLabel('Naam of bijnaam').fill(name);
  await press(page, 'Laat binnen');
  await page.locator('[data-said] bdi', { hasText: name }).waitFor();
};
const typesCode = async (page, code) => {
  await page.locator('#hier').fill(code);
  await page.locator('[data-find]').getByRole('button', { name: 'Zoek' }).click();
};
const online = (page) => page.evaluate(() => dispatchEvent(new Event('online')));
// What a device still holds: lists, rows, kept pages, and what would open them.
const left = (page) => page.evaluate(async () => {
  const db = await new Promise((yes) => {
    const asked = indexedDB.open('dialoog-deur');
    asked.onsuccess = () => yes(asked.result);
  });
  const all = (store, what) => new Promise((yes) => {
    const asked = db.transaction(store).objectStore(store)[what]();
    asked.onsuccess = () => yes(asked.result);
  });
  const lists = (await all('kept', 'getAllKeys')).filter((x) => x.startsWith('lijst'));
  const rows = await all('row', 'getAll');
  db.close();
  const workers = await navigator.serviceWorker.getRegistrations();
  return `${lists.length} ${rows.length} ${await caches.has('deur')} ${workers.length}`;
});

async function twoPhones({ hall, data, a, b, codes }) {
  await tried('both phones have the list, and the page that is kept names nobody', async () => {
    for (const { page } of [a, b]) {
      await page.goto(hall.url + DOOR);
      await kept(page);
      need(await line(page, 'Bo').count() === 1, 'Bo is not on the list');
    }
    const page = await a.page.evaluate(async (door) => (await caches.match(door)).text(), DOOR);
    need(!NAMES.some((x) => page.includes(`>${x}<`)), 'the kept page names somebody');
  });
  await tried('without a network: by name, by code, and who did not register', async () => {
    await a.context.setOffline(true);
    await letIn(a.page, 'Bo');
    await typesCode(a.page, codes.Cas);
    await line(a.page, 'Cas').getByRole('button', { name: 'Is er' }).click();
    await walksIn(a.page, 'Zomaar');
    await waiting(a.page, 3);
    await a.page.reload();
    await waiting(a.page, 3);
    need(await line(a.page, 'Zomaar').getByText('Is er', { exact: true }).first().isVisible(), 'Zomaar is not in');
    need(await inside(data) === '', 'somebody is in already');
  });
  await tried('the other phone goes on, and the server is killed in the middle', async () => {
    await letIn(b.page, 'Bo');
    await letIn(b.page, 'Dee');
    await comesTo(data, 'Bo,Dee');
    await hall.kill();
    await letIn(b.page, 'Eef');
    await b.page.reload();
    await waiting(b.page, 1);
    await hall.start();
    await online(b.page);
    await comesTo(data, 'Bo,Dee,Eef');
  });
  await tried('who was let in twice is in once, and that is said', async () => {
    await a.context.setOffline(false);
    await online(a.page);
    await allSent(a.page);
    await comesTo(data, 'Bo,Cas,Dee,Eef,Zomaar');
    await line(a.page, 'Bo').getByText('Was al binnen').waitFor();
    need((await ask(data, 'SELECT count(*) AS n FROM registration'))[0].n === NAMES.length + 1, 'somebody is double');
  });
  await tried('what is done at one door is seen at the other, which sends nothing', async () => {
    let posts = 0;
    b.page.on('request', (x) => { posts += x.method() === 'POST'; });
    await b.page.locator('#hier').fill('Fay');
    await line(b.page, 'Fay').getByRole('button', { name: 'Is er' }).focus();
    await letIn(a.page, 'Fay');
    await line(b.page, 'Fay').getByRole('button', { name: 'Maak ongedaan' }).waitFor({ timeout: 20000 });
    await line(a.page, 'Fay').getByRole('button', { name: 'Maak ongedaan' }).click();
    await line(b.page, 'Fay').getByRole('button', { name: 'Is er' }).waitFor({ timeout: 20000 });
    need(posts === 0, `${posts} were sent`);
  });
  await tried('taken back at one door, they stay in when the other let them in too', async () => {
    await b.page.locator('#hier').fill('');
    await line(b.page, 'Bo').getByRole('button', { name: 'Maak ongedaan' }).click();
    await line(b.page, 'Dee').getByRole('button', { name: 'Maak ongedaan' }).click();
    await comesTo(data, 'Bo,Cas,Eef,Zomaar');
    await line(b.page, 'Dee').getByRole('button', { name: 'Is er' }).click();
    await comesTo(data, 'Bo,Cas,Dee,Eef,Zomaar');
  });
}

async function trouble({ browser, hall, data, a, codes, home }) {
  await tried('an answer that is cut off lets nobody in twice', async () => {
    let cut = 0;
    await a.page.route('**/deur/rijen', async (route) => {
      if (cut > 1) return route.continue();
      cut += 1;
      await route.fetch().catch(() => {});
      return route.abort();
    });
    await walksIn(a.page, 'Eenmaal');
    await allSent(a.page);
    need(cut === 2, `cut ${cut} times`);
    const [{ n }] = await ask(data, "SELECT count(*) AS n FROM registration WHERE name = 'Eenmaal'");
    need(n === 1, `${n} of them`);
    await a.page.unroute('**/deur/rijen');
  });
  await tried('a code that is not on the list yet is kept, and the server knows who it is', async () => {
    codes.Gea = await register(home, hall.url, 'Gea');
    await a.context.setOffline(true);
    await typesCode(a.page, codes.Gea);
    await a.page.getByText('Deze code staat niet op de lijst.', { exact: false }).waitFor();
    await waiting(a.page, 1);
    await a.context.setOffline(false);
    await online(a.page);
    await comesTo(data, 'Bo,Cas,Dee,Eef,Eenmaal,Gea,Zomaar');
    await line(a.page, 'Gea').getByText('Is er', { exact: true }).first().waitFor();
  });
  await tried('signing in ends: one goes on, also after a reload, and nothing is lost', async () => {
    const cookies = await a.context.cookies();
    await a.context.clearCookies();
    await letIn(a.page, 'Fay');
    await a.page.getByText('U bent niet meer ingelogd.').waitFor();
    await a.page.reload();
    await waiting(a.page, 1);
    await a.page.getByText('U bent niet meer ingelogd.').waitFor();
    need(!(await inside(data)).includes('Fay'), 'Fay is in without anybody signed in');
    need(cookies.length === 1, 'there was no session');
    await signIn(a.page, hall.url);
    await a.page.goto(hall.url + DOOR);
    await allSent(a.page);
    await comesTo(data, 'Bo,Cas,Dee,Eef,Eenmaal,Fay,Gea,Zomaar');
  });
  await tried('without script the plain page lets in and takes back', async () => {
    const state = await a.context.storageState();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL', storageState: state });
    const page = await context.newPage();
    await page.goto(`${hall.url}${DOOR}?zoek=Fay`);
    await page.getByRole('button', { name: /^Maak ongedaan/ }).click();
    await page.waitForURL(/gedaan=terug/);
    await page.goto(`${hall.url}${DOOR}?zoek=Fay`);
    await page.getByRole('button', { name: /^Is er/ }).click();
    await page.waitForURL(/gedaan=binnen/);
    await context.close();
  });
}

async function theEnd({ hall, data, a, b }) {
  await tried('signing out takes the list along, and says so', async () => {
    await b.page.goto(hall.url + DOOR);
    await allSent(b.page);
    let said = '';
    b.page.once('dialog', (dialog) => {
      said = dialog.message();
      dialog.accept();
    });
    await b.page.goto(`${hall.url}/waterstad/beheer`);
    await press(b.page, 'Log uit');
    await b.page.waitForURL((url) => url.pathname === '/');
    need(/gewist/.test(said), `it says "${said}"`);
    need(await left(b.page) === '0 0 false 0', `left: ${await left(b.page)}`);
  });
  await tried('a button wipes the list, and it does not come back by itself', async () => {
    await signIn(b.page, hall.url);
    await b.page.goto(hall.url + DOOR);
    await kept(b.page);
    await b.page.getByText('Dit toestel', { exact: true }).click();
    await press(b.page, 'Wis de lijst van dit toestel');
    await b.page.getByText('De lijst is van dit toestel gewist.').waitFor();
    need(await left(b.page) === '0 0 false 0', `left: ${await left(b.page)}`);
    await b.page.reload();
    await b.page.getByRole('button', { name: 'Zet de lijst op dit toestel' }).waitFor();
    need(await b.page.locator('#zoek').isVisible(), 'the plain page is not there');
  });
  await tried('the morning after, the list wipes itself, also without a network', async () => {
    await allSent(a.page);
    await a.context.setOffline(true);
    await a.page.clock.setFixedTime(Date.now() + 36 * 3600000);
    await a.page.reload();
    await a.page.getByText('De lijst is van dit toestel gewist.').waitFor();
    need(await left(a.page) === '0 0 false 0', `left: ${await left(a.page)}`);
    await a.context.setOffline(false);
  });
  const [{ n, names }] = await ask(data, 'SELECT count(*) AS n, count(DISTINCT name) AS names FROM registration');
  claim('in the end everybody is there exactly once', n === 8 && names === 8 ? [] : [`${n} people, ${names} names`]);
}

export async function door({ program, browser, work }) {
  const data = join(work, 'door');
  await done(program, 'load', 'examples/waterstad', '--data', data);
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada', '--data', data);
  const hall = new Hall(program, data, await freePort());
  await hall.start();
  const options = { viewport: WIDTHS.phone, timezoneId: 'Europe/Amsterdam' };
  const [a, b, outside] = [await watched(browser, [hall.url], options), await watched(browser, [hall.url], options),
    await watched(browser, [hall.url])];
  for (const x of [a, b]) {
    x.page = await x.context.newPage();
    x.context.setDefaultTimeout(20000);
  }
  const home = await outside.context.newPage();
  await acceptInvitation(a.page, hall.url + new URL(said.trim().split('\n').at(-1)).pathname, PASSWORD);
  await setUp(a.page, hall.url);
  const codes = {};
  for (const name of NAMES) codes[name] = await register(home, hall.url, name);
  await signIn(b.page, hall.url);
  const scene = { browser, hall, data, a, b, codes, home };
  await twoPhones(scene);
  claim('the door with its list by axe, and at three widths', await look(a.page, { site: hall, address: DOOR, lang: 'nl' }));
  claim('the same in English', await look(a.page, { site: hall, address: `/en${DOOR}`, lang: 'nl' }));
  claim('the door can be installed', await installFaults(a.page));
  await a.page.setViewportSize(WIDTHS.phone);
  await a.page.goto(hall.url + DOOR);
  await trouble(scene);
  await theEnd(scene);
  const strange = [...a.faults, ...b.faults].filter((x) => /^asked|script error|Content Security|Refused/.test(x));
  claim('the door asks nobody else, and no script fails', strange);
  for (const { context } of [a, b, outside]) await context.close();
  claim('the server of the door ends well', await hall.site.stop());
}
