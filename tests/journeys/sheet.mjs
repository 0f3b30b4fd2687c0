// Fourteen note-takers, each with a phone, three rounds, networks that come and go, and a server that is killed
// and started again twice in the middle. Each phone keeps a journal of what was typed; in the end every note
// of it is there exactly once, in the order of its phone.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { Checker } from './nu.mjs';
import { acceptInvitation, press } from './people.mjs';
import { photos, photoWithoutScript } from './photos.mjs';
import { done, Site } from './site.mjs';
import { installFaults, watched, WIDTHS } from './watch.mjs';

// A table of an evening that is past closes by itself.
const TODAY = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
const PHONES = 14;
const ROUNDS = 3;
const NOTES = 4; // a phone writes in a round

const pause = (ms) => new Promise((yes) => { setTimeout(yes, ms); });

// A folder with one evening of fourteen tables and three rounds.
function evening(folder) {
  const put = (name, lines) => writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  mkdirSync(folder, { recursive: true });
  put('dialogues', ['dialogue,language,invented,title,question,summary,area,notice,picture',
    'proef,nl,no,Proef,Wat is er nodig?,,,,']);
  put('phases', ['dialogue,phase,state,when', 'proef,listening,now,']);
  put('themes', ['dialogue,theme,pillar,picture,open,title,question,context',
    'proef,hulp,,,no,Hulp dichtbij,Wat helpt u?,', 'proef,groen,,,no,Groen,Wat groeit er?,']);
  put('gatherings', ['dialogue,gathering,day,starts,ends,people,about,picture,title,place,text',
    `proef,avond,${TODAY},19:00,21:45,150,yes,,De avond,Zaal 1,`]);
  const tables = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (let table = 1; table <= PHONES; table += 1) {
      tables.push(`proef,avond,${round},${table},${(round + table) % 2 ? 'hulp' : 'groen'},`);
    }
  }
  put('tables', ['dialogue,gathering,round,table,theme,place', ...tables]);
}

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
    Object.assign(this, { program, data, port, url: `http://localhost:${port}` });
  }

  async start() {
    this.site = await Site.start(this.program, 'sheet', this.data, '--listen', `127.0.0.1:${this.port}`);
  }

  async kill() {
    this.site.ended.catch(() => {});
    this.site.child.kill('SIGKILL');
    await this.site.ended;
  }
}

async function makeLinks(browser, hall, invitation) {
  const { context, faults } = await watched(browser, [hall.url]);
  const page = await context.newPage();
  await acceptInvitation(page, hall.url + new URL(invitation).pathname, 'zeven bruggen over water');
  await page.goto(`${hall.url}/proef/beheer/tafels`);
  await page.getByRole('link', { name: 'De avond' }).click();
  await press(page, 'Maak de links');
  await page.waitForURL(/gedaan=links/);
  const links = await page.locator('main a[href^="/tafel/"]').evaluateAll((all) => all.map((x) => x.getAttribute('href')));
  return { context, page, faults, links };
}

// ---- one phone

const box = (page) => page.locator('#tekst');
const state = async (page) => (await page.locator('[data-state]').innerText()).replaceAll(/\s+/g, ' ').trim();
const save = (page) => page.locator('[data-note-form] button[type=submit]').click();
const allSent = (page, timeout = 45000) => page.locator('[data-all-sent]').waitFor({ state: 'visible', timeout });

async function openPhone(browser, hall, link, width = WIDTHS.phone) {
  const { context } = await watched(browser, [hall.url], { viewport: width });
  context.setDefaultTimeout(30000); // fourteen browsers on a machine of two cores
  const page = await context.newPage();
  await page.goto(hall.url + link);
  await page.locator('[data-idle]').waitFor({ state: 'visible' });
  await page.waitForFunction(async () => (await caches.open('tafel').then((x) => x.keys())).length > 2);
  return { context, page };
}

async function note(phone, journal, words) {
  const kind = ['goes-well', 'must-improve', 'needed', ''][journal.length % 4];
  await box(phone.page).fill(words);
  if (kind) await phone.page.locator(`label[for="soort-${kind}"]`).click();
  await save(phone.page);
  journal.push(words);
  await phone.page.waitForFunction(() => document.getElementById('tekst').value === '');
}

async function writeEvening(phone, hall, link, number, chance) {
  const journal = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (round > 1) await phone.page.locator(`a[data-round="${round}"]`).click();
    for (let n = 1; n <= NOTES; n += 1) {
      const what = chance();
      if (what < 0.25) await phone.context.setOffline(true);
      else if (what < 0.55) await phone.context.setOffline(false);
      await note(phone, journal, `Tafel ${number}, ronde ${round}, opmerking ${n}.`);
      if (what > 0.9) await phone.page.reload({ waitUntil: 'commit' }).catch(() => {});
      if (what > 0.8 && what <= 0.9) { // the tab is closed, and the page opened again
        await phone.page.close();
        phone.page = await phone.context.newPage();
        await phone.page.goto(hall.url + link).catch(() => {});
      }
      if (what > 0.8) await phone.page.locator('[data-state]').waitFor({ state: 'visible' });
      await pause(60 + 120 * chance());
    }
  }
  await phone.context.setOffline(false);
  return Object.assign(phone, { number, journal });
}

// The same every time: a small generator is enough to come and go by.
function chances(seed) {
  let x = seed;
  return () => {
    x = (x * 1103515245 + 12345) % 2 ** 31;
    return x / 2 ** 31;
  };
}

function ask(data, sql) {
  return new Promise((yes, no) => {
    execFile('sqlite3', ['-json', '-readonly', join(data, 'dialoog.db'), sql], { maxBuffer: 1 << 24 },
      (error, out) => (error ? no(error) : yes(out ? JSON.parse(out) : [])));
  });
}

const WRITTEN = `SELECT s.number AS tafel, t.round AS ronde, r.turn AS nummer, hex(d.device) AS apparaat, v.body AS tekst
  FROM sheet_row r JOIN sheet s ON s.id = r.sheet JOIN sheet_device d ON d.id = r.device
  JOIN voice v ON v.id = r.voice JOIN tables t ON t.id = v.at_table WHERE r.act = 0 ORDER BY r.id`;

async function theEvening({ browser, hall, links, data }) {
  const phones = [];
  await tried(`${PHONES} phones open their sheet`, async () => {
    const rest = links.map((link, i) => [i, link]);
    const opener = async () => {
      for (let next = rest.shift(); next; next = rest.shift()) phones[next[0]] = await openPhone(browser, hall, next[1]);
    };
    await Promise.all([opener(), opener(), opener()]);
  });
  let done = false;
  await tried(`${PHONES} phones write ${ROUNDS} rounds while the server is killed twice`, async () => {
    const evenings = phones.map((phone, i) => writeEvening(phone, hall, links[i], i + 1, chances(77 + 31 * i)));
    const all = Promise.all(evenings);
    all.catch(() => {});
    await pause(1500);
    for (let time = 0; time < 2; time += 1) {
      await hall.kill();
      await pause(1200);
      await hall.start();
      await pause(2000);
    }
    await all;
    done = true;
  });
  if (!done) return;
  await tried('every phone says that everything was sent', async () => {
    await Promise.all(phones.map(async ({ page, number }) => {
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await allSent(page, 75000).catch(async () => { throw new Error(`phone ${number}: ${await state(page)}`); });
    }));
  });
  const written = await ask(data, WRITTEN);
  const faults = [];
  for (const { number, journal } of phones) {
    const mine = written.filter((x) => x.tafel === number);
    const inOrder = mine.map((x) => x.tekst);
    if (JSON.stringify(inOrder) !== JSON.stringify(journal)) {
      faults.push(`table ${number}: ${journal.filter((x) => !inOrder.includes(x)).length} lost, `
        + `${inOrder.length - new Set(inOrder).size} double, of ${journal.length}: ${inOrder.slice(0, 3)}`);
    }
    if (mine.some((x, i) => i && x.nummer <= mine[i - 1].nummer)) faults.push(`table ${number}: out of order`);
    if (mine.some((x) => !x.tekst.includes(`ronde ${x.ronde},`))) faults.push(`table ${number}: another round`);
    if (new Set(mine.map((x) => x.apparaat)).size > 1) faults.push(`table ${number}: several devices`);
  }
  claim(`each of ${phones.length * ROUNDS * NOTES} notes is there exactly once, in the order of its phone`, faults);
  for (const { context } of phones) await context.close();
}

// What a camera reads in a picture of that part of a page.
async function read(part, file) {
  await part.screenshot({ path: file });
  return new Promise((yes, no) => {
    execFile('zbarimg', ['-q', '--raw', file], (error, out) => (error ? no(error) : yes(out.trim())));
  });
}

// ---- what a person sees

// As somebody does who never saw it: type, press, look whether it is there, again.
async function tenRemarks(browser, hall, link) {
  const context = await browser.newContext({ viewport: { width: 390, height: 640 }, hasTouch: true, locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto(hall.url + link);
  await page.locator('[data-state]').waitFor();
  for (let n = 1; n <= 10; n += 1) {
    await box(page).tap();
    await page.keyboard.type(`Opmerking ${n}: er is te weinig licht bij halte ${n}.`);
    for (const part of [box(page), page.getByRole('button', { name: 'Bewaar', exact: true }), page.locator('[data-state]')]) {
      const at = await part.boundingBox();
      need(at.y >= 0 && at.y + at.height <= 640, `at remark ${n} something stands outside the screen`);
    }
    await page.getByRole('button', { name: 'Bewaar', exact: true }).tap();
    await page.locator('[data-last]', { hasText: `Opmerking ${n}:` }).waitFor();
    need(await box(page).inputValue() === '', `the field is not empty after remark ${n}`);
  }
  await allSent(page);
  const there = await page.locator('[data-notes] > li', { hasText: 'te weinig licht' }).count();
  need(there === 10, `${there} remarks stand there`);
  await context.close();
}

// Its clock is two days behind; the programme says that the second round began.
async function wrongClock(browser, hall, link) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  await context.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() - 2 * 86400000;
  });
  const page = await context.newPage();
  await page.route(`**${link}`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('data-round="2"', 'data-round="2" data-starts="00:00"');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(hall.url + link);
  await page.locator('[data-round="2"][aria-current]').waitFor();
  await context.close();
}

async function onePhone({ browser, hall, links, data }) {
  const link = links[0];
  const count = async () => (await ask(data, WRITTEN)).filter((x) => x.tafel === 1).length;
  const before = await count();
  const phone = await openPhone(browser, hall, link);
  const { context } = phone;
  await tried('without a network: kept, said so, and there again when the page is opened again', async () => {
    await context.setOffline(true);
    await note(phone, [], 'Zonder netwerk.');
    need((await state(phone.page)).includes('nog niet verstuurd: 1'), await state(phone.page));
    await box(phone.page).pressSequentially('Half getyp');
    await phone.page.close();
    phone.page = await context.newPage();
    await phone.page.goto(hall.url + link);
    await phone.page.locator('[data-notes]').getByText('Zonder netwerk.').waitFor();
    need(await box(phone.page).inputValue() === 'Half getyp', 'what was half typed is lost');
    need((await state(phone.page)).includes('nog niet verstuurd: 1'), await state(phone.page));
  });
  await tried('an answer that is cut off is no second note', async () => {
    await box(phone.page).fill('');
    await context.setOffline(false);
    let cut = 0;
    await phone.page.route('**/notities', async (route) => {
      if (cut > 1) return route.continue();
      cut += 1;
      await route.fetch().catch(() => {});
      return route.abort();
    });
    await note(phone, [], 'Eén keer gezegd.');
    await allSent(phone.page);
    need(cut === 2, `cut ${cut} times`);
    need(await count() === before + 2, `${await count() - before} notes came in, not 2`);
    await phone.page.unroute('**/notities');
  });
  claim('the sheet can be installed', await installFaults(phone.page));
  await tried('two phones at one table see each other’s notes', async () => {
    const other = await openPhone(browser, hall, link);
    await other.page.locator('[data-notes]').getByText('Eén keer gezegd.').waitFor();
    await note(other, [], 'Van de tweede telefoon.');
    await allSent(other.page);
    await other.context.close();
    await phone.page.reload();
    await phone.page.locator('[data-notes]').getByText('Van de tweede telefoon.').waitFor();
  });
  await tried('ten remarks on a small phone, and nothing to scroll for', () => tenRemarks(browser, hall, links[1]));
  await tried('a phone with a wrong clock is in the round of the room', () => wrongClock(browser, hall, links[1]));
  await tried('the clock of a round outlives a reload', async () => {
    await phone.page.getByText('Rondeklok').click();
    await phone.page.locator('#minuten').fill('20');
    await phone.page.getByRole('button', { name: 'Start de klok' }).click();
    await phone.page.reload();
    await phone.page.locator('[data-left]', { hasText: /19:\d\d/ }).waitFor();
  });
  await tried('a note is mended, and another taken away', async () => {
    const line = (words) => phone.page.locator('[data-notes] > li', { hasText: words });
    await line('Zonder netwerk.').getByRole('button', { name: 'Verbeter' }).click();
    await box(phone.page).fill('Mét netwerk.');
    await save(phone.page);
    await line('Eén keer gezegd.').getByRole('button', { name: 'Haal weg' }).click();
    await line('Eén keer gezegd.').getByRole('button', { name: 'Zet terug' }).waitFor();
    await line('Van de tweede telefoon.').getByRole('button', { name: 'Haal weg' }).click();
    await line('Eén keer gezegd.').getByRole('button', { name: 'Zet terug' }).click();
    await line('Van de tweede telefoon.').waitFor({ state: 'detached', timeout: 15000 });
    await allSent(phone.page);
    const said = (await ask(data, WRITTEN)).filter((x) => x.tafel === 1).map((x) => x.tekst);
    need(said.includes('Mét netwerk.') && !said.includes('Zonder netwerk.'), said.slice(-3).join());
    need(said.includes('Eén keer gezegd.') && !said.includes('Van de tweede telefoon.'), said.slice(-3).join());
  });
  await tried('a rehearsal stays on the phone', async () => {
    const now = await count();
    await phone.page.getByText('Dit toestel', { exact: true }).click();
    await press(phone.page, 'Oefen eerst');
    await note(phone, [], 'Dit is een oefening.');
    await phone.page.getByText('Oefening: telt niet').first().waitFor();
    await allSent(phone.page);
    need(await count() === now, 'a rehearsed note came in');
  });
  await context.close();
}

// A phone that never gets a network hands its notes over as a file; then the table reads back and closes.
async function theEnd({ browser, hall, links, data, work }) {
  const link = links[3];
  const mine = async () => (await ask(data, WRITTEN)).filter((x) => x.tafel === 4 && /overdracht/.test(x.tekst));
  const lost = await openPhone(browser, hall, link);
  const found = await openPhone(browser, hall, link);
  const file = join(work, 'notities.json');
  await tried('a phone without a network hands over a file, and nothing comes twice', async () => {
    await lost.context.setOffline(true);
    for (const n of [1, 2, 3]) await note(lost, [], `Overdracht, overdracht ${n}.`);
    await lost.page.getByText('Dit toestel', { exact: true }).click();
    const saved = lost.page.waitForEvent('download');
    await press(lost.page, 'Bewaar als bestand');
    await (await saved).saveAs(file);
    await found.page.getByText('Dit toestel', { exact: true }).click();
    for (let time = 0; time < 2; time += 1) {
      await found.page.locator('#bestand').setInputFiles(file);
      await allSent(found.page);
    }
    need((await mine()).map((x) => x.tekst.at(-2)).join('') === '123', JSON.stringify(await mine()));
    await lost.context.setOffline(false);
    await lost.page.evaluate(() => dispatchEvent(new Event('online')));
    await allSent(lost.page);
    need((await mine()).length === 3, `${(await mine()).length} notes of 3`);
  });
  await tried('a phone without a network shows its notes as codes, which a camera opens elsewhere', async () => {
    await lost.context.setOffline(true);
    await note(lost, [], 'Op een code: “overdracht” met é en 1 / 2 = ½.');
    await press(lost.page, 'Laat codes zien');
    for (let time = 0; time < 2; time += 1) {
      await found.page.goto(await read(lost.page.locator('[data-code] svg'), join(work, 'code.png')));
      await found.page.locator('[data-taken]').waitFor();
      await allSent(found.page);
    }
    await lost.context.setOffline(false);
    await lost.page.evaluate(() => dispatchEvent(new Event('online')));
    await allSent(lost.page);
    need((await mine()).length === 4, `${(await mine()).length} notes of 4`);
    await found.page.goto(`${hall.url}${link}#${'%5B1'.repeat(20)}`);
  });
  await tried('a file that is none does no harm', async () => {
    for (const words of ['geen json', '{}', '[1, null, {"id": "x"}, {"id": 7, "table": {}}]']) {
      writeFileSync(file, words);
      await found.page.locator('#bestand').setInputFiles(file);
    }
    await allSent(found.page);
  });
  await tried('the table agrees and closes, and the phones are wiped and say so', async () => {
    await found.page.getByText('Aan het eind: voorlezen en afronden').click();
    await press(found.page, 'Het klopt: sluit af');
    await found.page.locator('[data-wiped]').waitFor();
    const kept = await found.page.evaluate(() => new Promise((yes) => {
      const asked = indexedDB.open('dialoog-tafel');
      asked.onsuccess = () => {
        const all = asked.result.transaction('row').objectStore('row').getAll();
        all.onsuccess = () => yes(all.result.length);
      };
    }));
    need(kept === 0, `${kept} rows are left on the phone`);
    await lost.page.evaluate(() => dispatchEvent(new Event('online')));
    await lost.page.locator('[data-wiped]').waitFor();
    need(await lost.page.locator('#tekst').isHidden(), 'something can still be written');
    await found.page.getByRole('link', { name: 'Lees alles terug' }).click();
    await found.page.getByText('De tafel was het eens.').waitFor();
  });
  await lost.context.close();
  await found.context.close();
}

// What one phone notes, the other of that table shows by itself; one that is away hears it when it is back.
async function twoPhones({ browser, hall, links }) {
  const [one, two] = [await openPhone(browser, hall, links[9]), await openPhone(browser, hall, links[9])];
  const heard = (phone, words) => phone.page.locator('[data-notes] > li', { hasText: words }).waitFor({ timeout: 15000 });
  await tried('what one phone notes appears on the other, which does nothing', async () => {
    await box(two.page).fill('Half getypt');
    await note(one, [], 'Dit staat zo ook daar.');
    await heard(two, 'Dit staat zo ook daar.');
    need(await box(two.page).inputValue() === 'Half getypt', 'what was being typed is gone');
    await two.context.setOffline(true);
    await note(one, [], 'Dit hoort die later.');
    await allSent(one.page);
    await two.context.setOffline(false);
    await heard(two, 'Dit hoort die later.');
  });
  await one.context.close();
  await two.context.close();
}

// A link that leaked is replaced: what waits on a phone that has the old one goes along, and the old one says so.
async function anotherLink({ browser, hall, links, data, page: desk }) {
  const mine = async () => (await ask(data, WRITTEN)).filter((x) => x.tafel === 5 && /oude link/.test(x.tekst));
  const phone = await openPhone(browser, hall, links[4]);
  await tried('a link is replaced, and what waits under the old one is not lost', async () => {
    await phone.context.setOffline(true);
    await note(phone, [], 'Onder de oude link.');
    await box(phone.page).pressSequentially('Half onder de oude');
    await desk.goto(`${hall.url}/proef/beheer/tafels/avond`);
    const table = desk.locator('ol.dlg-rows > li').nth(4);
    await table.locator('summary').click();
    await table.getByRole('button', { name: /^Vervang de link/ }).click();
    await desk.waitForURL(/gedaan=anders/);
    const link = await desk.locator('main a[href^="/tafel/"]').nth(4).getAttribute('href');
    need(link !== links[4], 'it is the same link');
    await phone.context.setOffline(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.page.locator('[data-replaced]').waitFor();
    need((await mine()).length === 0, 'the old link still writes');
    await phone.page.goto(hall.url + links[4]);
    need(/werkt niet meer/.test(await phone.page.locator('h1').innerText()), await phone.page.locator('h1').innerText());
    await phone.page.goto(hall.url + link);
    await allSent(phone.page);
    need((await mine()).length === 1, `${(await mine()).length} notes of 1`);
    need(await box(phone.page).inputValue() === 'Half onder de oude', 'what was half typed is lost');
    links[4] = link;
  });
  await phone.context.close();
}

async function withoutScript({ browser, hall, links }) {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL', viewport: WIDTHS.phone });
  const page = await context.newPage();
  await tried('without script the plain form notes, mends and takes away', async () => {
    await page.goto(`${hall.url}${links[1]}?ronde=2`);
    await box(page).fill('Zonder script.');
    await page.locator('label[for="soort-tip"]').click();
    await save(page);
    await page.waitForURL(/gedaan=bewaard/);
    await page.locator('[data-notes] > li', { hasText: 'Zonder script.' }).getByRole('link').click();
    await box(page).fill('Met de hand.');
    await press(page, 'Bewaar de verbetering');
    await page.waitForURL(/gedaan=veranderd/);
    await page.locator('[data-notes] > li', { hasText: 'Met de hand.' }).getByRole('link').click();
    await press(page, 'Haal deze notitie weg');
    await page.waitForURL(/gedaan=weg/);
    need(!(await page.locator('main').innerText()).includes('Met de hand.'), 'it is still there');
  });
  await photoWithoutScript(page, hall.url + links[1]);
  await context.close();
}

async function looked({ browser, hall, links, work, page: desk }) {
  const { context, faults } = await watched(browser, [hall.url]);
  const page = await context.newPage();
  const checker = new Checker(join(work, 'nu-sheet'));
  const number = /\/notitie\/\d+/.exec(await (await context.request.get(`${hall.url}${links[0]}`)).text())[0];
  const closed = await (await context.request.get(`${hall.url}${links[3]}/lezen`)).text();
  const suggestion = /\/notitie\/\d+\/voorstel/.exec(closed)[0];
  const wrong = [];
  for (const lang of ['nl', 'en']) {
    for (const address of [links[0], `${links[0]}/lezen`, `${links[0]}/foto`, `${links[0]}${number}`, links[3], `${links[3]}/lezen`,
      `${links[3]}${suggestion}`]) {
      const here = (lang === 'en' ? '/en' : '') + address;
      wrong.push(...await look(page, { site: hall, address: here, lang }));
      checker.keep(here, await (await context.request.get(hall.url + here)).body());
    }
  }
  claim('the sheet by axe, and at three widths', wrong);
  claim('the Nu checker finds nothing in the sheet', [...(await checker.run()).values()].flat());
  claim('the sheet asks nobody else and warns of nothing', faults);
  await context.close();
  await tried('a camera reads the printed card of a table', async () => {
    await desk.goto(`${hall.url}/proef/beheer/tafels/avond/kaarten`);
    const said = await read(desk.locator('.dlg-qr').first(), join(work, 'card.png'));
    need(new URL(said).pathname === links[0], `the card leads to ${said}`);
    await desk.goto(`${hall.url}/proef/beheer/tafels/avond`);
  });
  await tried('the team sees which phones there are', async () => {
    await desk.reload();
    const said = (await desk.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    need(/Telefoon 1: geopend, niet geoefend/.test(said) && /geoefend\./.test(said), said.slice(0, 400));
  });
}

export async function sheet({ program, browser, work }) {
  const folder = join(work, 'sheet-folder');
  const data = join(work, 'sheet');
  evening(folder);
  await done(program, 'load', folder, '--data', data);
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada', '--data', data);
  const hall = new Hall(program, data, await freePort());
  await hall.start();
  const desk = await makeLinks(browser, hall, said.trim().split('\n').at(-1));
  need(desk.links.length === PHONES, `${desk.links.length} links`);
  const scene = { browser, hall, work, data, ...desk };
  await theEvening(scene);
  await onePhone(scene);
  await photos(scene, { openPhone, ask });
  await theEnd(scene);
  await twoPhones(scene);
  await anotherLink(scene);
  await withoutScript(scene);
  await looked(scene);
  await desk.context.close();
  claim('the server of the sheet ends clean', await hall.site.stop());
}
