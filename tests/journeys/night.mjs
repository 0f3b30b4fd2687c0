// An evening for 150 people: fourteen themes, three rounds of tables of eleven. People are registered at the desk,
// seated, and printed for; most come in, a table notes, everybody is thanked. Nothing that leaves the program
// afterwards says who was there, or who said what.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { claim, need, tried } from './claims.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

const PEOPLE = 150;
const MAILED = 100; // gave an address
const CAME = 140;
const THEMES = 14;
const ROUNDS = 3;
const SEATS = 11;
const NOW = '2025-11-13T18:00:00Z';
const DESK = '/proef/beheer/bijeenkomsten/avond';
const TABLES = '/proef/beheer/tafels/avond';
const A4 = [595, 842]; // points
const numbers = (n) => Array.from({ length: n }, (_, i) => i + 1);
const nameOf = (n) => `Vleermuis ${String(n).padStart(3, 0)}`;

function folder(at) {
  const put = (name, lines) => writeFileSync(join(at, `${name}.csv`), `${lines.join('\n')}\n`);
  mkdirSync(at, { recursive: true });
  put('dialogues', ['dialogue,language,invented,title,question,summary,area,notice,picture',
    'proef,nl,no,Proef,Wat is er nodig?,,,,']);
  put('phases', ['dialogue,phase,state,when', 'proef,listening,now,']);
  put('themes', ['dialogue,theme,pillar,picture,open,title,question,context',
    ...numbers(THEMES).map((n) => `proef,thema-${n},,,no,Onderwerp ${n},Wat helpt bij ${n}?,`)]);
  put('gatherings', ['dialogue,gathering,day,starts,ends,people,about,picture,title,place,text',
    'proef,avond,2025-11-13,19:00,21:45,,no,,De grote avond,Zaal 1,']);
  return at;
}

// Posts what a form on a page would send; the token is that of the page.
async function send(page, form, to, fields) {
  const html = await (await page.context().request.get(form)).text();
  const hidden = Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((x) => [x[1], x[2]]));
  const answer = await page.context().request.post(to, { form: { ...hidden, ...fields }, maxRedirects: 0, headers: { origin: new URL(to).origin } });
  need(answer.status() === 303, `${to} answers ${answer.status()}`);
}

async function paper(page, address) { // [{ wide, high, items: [{ text, size }] }] of each sheet
  await page.goto(address);
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const sheets = [];
  for (const n of numbers(pdf.numPages)) {
    const sheet = await pdf.getPage(n);
    const [, , wide, high] = sheet.view;
    const items = (await sheet.getTextContent()).items.map((x) => ({ text: x.str, size: Math.hypot(x.transform[2], x.transform[3]) }));
    sheets.push({ wide, high, items, text: items.map((x) => x.text).join(' ') });
  }
  return sheets;
}
const isA4 = (sheets) => sheets.forEach(({ wide, high }, i) =>
  need(Math.abs(wide - A4[0]) < 2 && Math.abs(high - A4[1]) < 2, `sheet ${i + 1} is ${wide} by ${high}`));
const count = (sheets, what) => sheets.reduce((n, x) => n + x.text.split(what).length - 1, 0);

async function printed(page, url) {
  await tried('badges: ten on a sheet of A4, each name once, to be read from two metres', async () => {
    const sheets = await paper(page, `${url}${DESK}/deur/badges`);
    isA4(sheets);
    need(sheets.length === PEOPLE / 10, `${sheets.length} sheets`);
    const names = sheets.flatMap((x) => x.items).filter((x) => /^Vleermuis \d{3}$/.test(x.text.trim()));
    need(names.length === PEOPLE && new Set(names.map((x) => x.text)).size === PEOPLE, `${names.length} names`);
    need(Math.min(...names.map((x) => x.size)) >= 19, 'a name is smaller than 19 points');
  });
  await tried('the list for the door: each name once, with its number', async () => {
    const sheets = await paper(page, `${url}${DESK}/deur/lijst`);
    isA4(sheets);
    need(count(sheets, 'Vleermuis ') === PEOPLE, `${count(sheets, 'Vleermuis ')} names`);
    need(sheets.length <= 8, `${sheets.length} sheets`);
  });
  await tried('who sits where: each person once, in the order of names', async () => {
    const sheets = await paper(page, `${url}${DESK}/plaatsen/lijst`);
    isA4(sheets);
    const found = [...sheets.map((x) => x.text).join(' ').matchAll(/Vleermuis (\d{3})/g)].map((x) => x[1]);
    need(found.length >= PEOPLE, `${found.length} names`);
  });
  await tried('cards for the tables: one sheet each, the number to be read across a room', async () => {
    const sheets = await paper(page, `${url}${TABLES}/kaarten`);
    isA4(sheets);
    need(sheets.length === THEMES, `${sheets.length} sheets`);
    sheets.forEach((x, i) => need(x.items.some((y) => y.size >= 90 && y.text.includes(String(i + 1))), `no large ${i + 1} on sheet ${i + 1}`));
  });
  await tried('cards for the seats: one for each chair, none cut by the edge of a sheet', async () => {
    const sheets = await paper(page, `${url}${TABLES}/stoelen`);
    isA4(sheets);
    need(count(sheets, 'Lees thuis na') === THEMES * SEATS, `${count(sheets, 'Lees thuis na')} cards`);
    need(sheets.length === THEMES * Math.ceil(SEATS / 8), `${sheets.length} sheets`);
  });
  await tried('sheets to write on: one for each table and round', async () => {
    const sheets = await paper(page, `${url}${TABLES}/bladen`);
    isA4(sheets);
    need(sheets.length === THEMES * ROUNDS, `${sheets.length} sheets`);
  });
  await tried('guidance for a table fits on one sheet', async () => {
    const sheets = await paper(page, `${url}${TABLES}/uitleg`);
    isA4(sheets);
    need(sheets.length === 1, `${sheets.length} sheets`);
  });
}

async function doorAndSeats(page, url) {
  await page.goto(`${url}${DESK}/deur`);
  const ids = await page.locator('[data-plain] form[action$="/binnen"] input[name="wie"]').evaluateAll((all) => all.map((x) => x.value));
  need(ids.length === PEOPLE, `${ids.length} at the door`);
  for (const wie of ids.slice(0, CAME)) await send(page, `${url}${DESK}/deur`, `${url}${DESK}/deur/binnen`, { wie });
  await page.goto(`${url}${DESK}/plaatsen`);
  await page.getByText(`Binnen: ${CAME}. Nog niet binnen: ${PEOPLE - CAME}.`).waitFor();
  await press(page, 'Wie niet binnen is, komt niet');
  await page.getByText(`${PEOPLE - CAME} mensen kwamen niet binnen`).waitFor();
  // One comes after all: they have a seat again, and nobody else moves.
  const sat = () => page.locator('table.dlg-table td li').allInnerTexts();
  const before = await sat();
  await send(page, `${url}${DESK}/deur`, `${url}${DESK}/deur/binnen`, { wie: ids[CAME] });
  await page.goto(`${url}${DESK}/plaatsen`);
  await press(page, 'Geef een plaats aan wie er geen heeft');
  await page.waitForURL(/gedaan=aangevuld/, { timeout: 60000 });
  const after = await sat();
  need(after.length === before.length + ROUNDS, `${after.length - before.length} seats more`);
}

async function atTheTable(page, url) {
  await page.goto(`${url}${TABLES}`);
  const table = await page.locator('a[href^="/tafel/"]').first().getAttribute('href');
  await page.goto(url + table);
  await page.locator('[data-state]').waitFor();
  await page.locator('label[for="spreker-7"]').click();
  await page.locator('#tekst').fill('Meer bankjes bij de bushalte.');
  await press(page, 'Bewaar');
  await page.locator('[data-all-sent]').waitFor();
  await page.goto(`${url}${table}/lezen`);
  await page.getByRole('group').getByRole('button', { name: 'Nodig' }).click();
  await page.getByText('De soort is bewaard.').waitFor();
  await press(page, 'Het klopt: sluit af');
  await page.getByText('De tafel is klaar. Dank u wel.').waitFor();
}

async function thanks(page, url) {
  await page.goto(`${url}${DESK}`);
  await page.getByRole('link', { name: 'Bedank, en nodig uit voor het vervolg' }).click();
  const thanked = MAILED; // all of them are among those who came
  await press(page, `Bedank ${thanked} mensen`);
  await page.getByText(`${thanked} bedankmails staan klaar`).waitFor();
  need(!(await page.getByRole('button', { name: /^Bedank/ }).count()), 'everybody can be thanked again');
  await page.goto(`${url}/beheer/post`);
  await page.getByText(new RegExp(`${thanked + MAILED} mails wachten`)).waitFor(); // with those of registering
}

// Every byte that is handed out: the folder with and without what is not public, and the site as files.
async function nothingLeaks({ program, data, work }) {
  const faults = [];
  const all = join(work, 'night-export');
  await done(program, 'export', `${all}-public`, '--data', data);
  await done(program, 'export', `${all}-all`, '--data', data, '--all');
  await done(program, 'snapshot', `${all}-site`, '--data', data);
  const look = (at) => {
    for (const file of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, file.name);
      if (file.isDirectory()) {
        look(path);
        continue;
      }
      const text = readFileSync(path, 'latin1');
      if (/vleermuis/i.test(text)) faults.push(`${path} names who was there`);
      if (file.name.endsWith('.csv') && /(^|,)"?(speaker|spreker|registration|person)("?,|"?$)/i.test(text.split('\n')[0])) faults.push(`${path} says who said what`);
    }
  };
  ['public', 'all', 'site'].forEach((x) => look(`${all}-${x}`));
  need(readFileSync(join(`${all}-all`, 'voices.csv'), 'utf8').includes('bushalte'), 'what was noted is not in the export');
  return faults;
}

export async function night({ program, browser, work }) {
  const data = join(work, 'night');
  await done(program, 'load', folder(join(work, 'night-folder')), '--data', data);
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada', '--data', data);
  const site = await Site.start(program, 'night', data, '--now', NOW);
  const url = site.url.replace('127.0.0.1', 'localhost');
  const { context, faults } = await watched(browser, [url]);
  const page = await context.newPage();
  await acceptInvitation(page, url + new URL(said.trim().split('\n').at(-1)).pathname, 'zeven bruggen over water');
  await tried('fourteen tables, three rounds and eleven chairs are one form', async () => {
    await page.goto(`${url}${DESK}/tafels`);
    await page.getByLabel('Hoeveel rondes?').fill(String(ROUNDS));
    await page.getByLabel('Hoeveel stoelen aan een tafel?').fill(String(SEATS));
    await press(page, 'Zet klaar');
    await page.goto(`${url}${TABLES}`);
    await press(page, 'Maak de links');
  });
  await tried(`${PEOPLE} people are registered at the desk`, async () => {
    for (const n of numbers(PEOPLE)) {
      await send(page, `${url}${DESK}/aanmeldingen/nieuw`, `${url}${DESK}/aanmeldingen/nieuw`, {
        naam: nameOf(n), als: ['bewoner', 'vrijwilliger', 'organisatie', 'gemeente'][n % 4], kanaal: 'balie',
        ...(n <= MAILED && { mail: `vleermuis${n}@voorbeeld.nl` }),
      });
    }
  });
  await tried('all of them are seated', async () => {
    await page.goto(`${url}${DESK}/plaatsen/voorstel`);
    await page.locator('label[for="hoe-programma"]').click();
    await press(page, 'Bewaar en doe een voorstel');
    await page.waitForURL(/gedaan=voorstel/, { timeout: 120000 });
    need(!(await page.getByText('heeft nog geen plaats').count() + await page.getByText('hebben nog geen plaats').count()), 'somebody has no seat');
  });
  await printed(page, url);
  await tried('the door lets in; who did not come leaves a seat free in one press', () => doorAndSeats(page, url));
  await tried('a table notes, sorts and closes', () => atTheTable(page, url));
  await tried('everybody who was there is thanked, once', () => thanks(page, url));
  await tried('nothing that is handed out says who was there or who spoke', () => nothingLeaks({ program, data, work }));
  claim('night: no page asks elsewhere, fails or warns', faults);
  await context.close();
  claim('night: the server ends well', await site.stop());
}
