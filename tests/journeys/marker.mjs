// The marker test: a city in which every text is hostile. Nothing of it may run, lead away or be lost.
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim, need, tried } from './claims.mjs';
import { guarded, readCsv, writeCsv } from './csv.mjs';
import { local } from './pages.mjs';
import { edit, HOSTILE, OVERRIDE, poison } from './poison.mjs';
import { done, run } from './site.mjs';

const RAW = /<script>window\.pwned|<img src=x|<svg onload|onerror="window|<iframe/i;
const PER_PAGE_IN_BROWSER = 2;
const EXAMPLE = 'examples/almere-2023';

// Columns and sections that no page shows, and why.
const UNSEEN = {};

// A generated city has no pictures and no addresses of sources: here it gets both.
function adorn(folder) {
  const [, first] = readCsv(readFileSync(join(folder, 'dialogues.csv'), 'utf8'));
  const [dialogue] = first;
  const files = readdirSync(join(EXAMPLE, 'images')).slice(0, 3);
  const rows = files.map((file, i) => [dialogue, `beeld-${i}`, file, 'Wat te zien is', 'What is seen',
    'Bijschrift', 'Caption', 'Maker']);
  const heading = ['dialogue', 'picture', 'file', 'alt', 'alt_en', 'caption', 'caption_en', 'maker'];
  cpSync(join(EXAMPLE, 'images'), join(folder, 'images'), { recursive: true });
  writeFileSync(join(folder, 'pictures.csv'), writeCsv([heading, ...rows]));
  for (const [file, name] of [['dialogues', 'beeld-0'], ['gatherings', 'beeld-1'], ['themes', 'beeld-2']]) {
    edit(folder, `${file}.csv`, 'picture', (x, at) => (at === 0 ? name : x));
  }
  edit(folder, 'sources.csv', 'url', (x, at) => (at === 0 ? "https://elders.example/?a=%22%3E&b='c'" : x));
}

// What may never be shown: texts of voices that are not shown, stories of theirs, points of a draft.
const SECRET = '@geheim@';

function hide(folder) {
  const [heading, ...rows] = readCsv(readFileSync(join(folder, 'voices.csv'), 'utf8'));
  const at = (name) => heading.indexOf(name);
  const hidden = new Set(rows.filter((x) => x[at('visibility')] !== 'shown').map((x) => x[at('voice')]));
  const texts = heading.filter((x) => /^text(_|$)/.test(x));
  for (const column of texts) {
    edit(folder, 'voices.csv', column, (x, _, row) =>
      (x && hidden.has(row[at('voice')]) ? `${SECRET} ${x}` : x));
  }
  edit(folder, 'stories.csv', 'title', (x, _, row) => (hidden.has(row[1]) ? `${SECRET} ${x}` : x));
  return [...hidden];
}

// Makes the hostile city: loaded, published, changed and published again; a last change is a draft.
export async function hostileCity(program, work) {
  const folder = join(work, 'hostile-folder');
  const data = join(work, 'hostile');
  await done(program, 'generate', '--seed', '3', '--findings', '160', '--voices', '120',
    '--data', join(work, 'innocent'), '--folder', folder);
  adorn(folder);
  const { marks, cells } = poison(folder);
  const hidden = hide(folder);
  await done(program, 'load', folder, '--data', data);
  await done(program, 'publish', '--data', data, '--note', `@note@ ${HOSTILE}`);
  const changed = join(work, 'hostile-changed');
  cpSync(folder, changed, { recursive: true });
  edit(changed, 'points.csv', 'text', (x, at) => (at % 3 ? x : `Anders ${x}`));
  for (const x of readCsv(readFileSync(join(changed, 'points.csv'), 'utf8')).flat()) cells.add(x);
  await done(program, 'load', changed, '--data', data);
  await done(program, 'publish', '--data', data, '--note', `@note@ ${HOSTILE}`);
  edit(changed, 'points.csv', 'text', (x, at) => (at % 4 ? x : `${SECRET} ${x}`));
  await done(program, 'load', changed, '--data', data);
  return { folder: changed, data, marks, cells, hidden };
}

// ---- what was fetched

function escapeFaults(visit) {
  const faults = [];
  const raw = visit.bytes.toString();
  const hit = RAW.exec(raw);
  if (hit) faults.push(`${visit.address}: raw ${raw.slice(hit.index - 60, hit.index + 60)}`);
  faults.push(...visit.facts.unsafe.map((x) => `${visit.address}: ${x}`));
  for (const link of visit.facts.links) {
    if (/elders\.example/.test(link) && !/^https:/.test(link)) faults.push(`${visit.address}: ${link}`);
  }
  // Where the text appears it must have come through whole, not half eaten or escaped twice.
  const texts = [visit.facts.text, visit.facts.title, ...visit.facts.attributes];
  if (texts.some((x) => /&amp;lt;|&lt;script|&quot;&gt;/.test(x))) {
    faults.push(`${visit.address}: escaped twice`);
  }
  return faults;
}

function unseenColumns(visits, marks) {
  const all = visits.map((x) => (x.facts ? x.facts.text + x.facts.attributes.join(' ')
    : /json|csv/.test(x.type) ? x.bytes.toString() : '')).join('\n');
  return [...marks].filter((x) => !all.includes(x) && !UNSEEN[x]).map((x) => `${x} is on no page`);
}

// ---- exports

function strings(value, into = []) {
  if (typeof value === 'string') into.push(value);
  else if (value && typeof value === 'object') Object.values(value).forEach((x) => strings(x, into));
  return into;
}

function jsonFaults(visits, cells) {
  const faults = [];
  const json = visits.filter((x) => x.status === 200 && x.type.includes('json'));
  if (!json.length) return ['no JSON was reached'];
  let hostile = 0;
  for (const { address, bytes } of json) {
    for (const text of strings(JSON.parse(bytes.toString()))) {
      if (!text.includes('pwned') || /^@(texts|note)/.test(text)) continue;
      hostile += 1;
      if (!cells.has(text)) faults.push(`${address}: not what was loaded: ${text.slice(0, 160)}`);
    }
  }
  return hostile > 50 ? faults : [...faults, `only ${hostile} hostile texts in ${json.length} files`];
}

// Rows by the names of their columns; a column that is not there is empty.
function named(path) {
  const [heading, ...rows] = readCsv(readFileSync(path, 'utf8'));
  return rows.map((row) => new Map(heading.map((name, i) => [name, row[i]])));
}

async function exportFaults(program, work, { data, folder }) {
  const out = join(work, 'export-all');
  await done(program, 'export', '--all', out, '--data', data);
  const faults = [];
  for (const file of readdirSync(folder).filter((x) => x.endsWith('.csv'))) {
    const given = named(join(out, file));
    named(join(folder, file)).forEach((row, at) => row.forEach((cell, name) => {
      const back = given[at]?.get(name) ?? '';
      if (name !== 'file' && back !== guarded(cell)) {
        faults.push(`${file}, row ${at + 2}, ${name}: ${back.slice(0, 80)} is not ${cell.slice(0, 80)}`);
      }
    }));
  }
  const texts = readdirSync(join(folder, 'texts'), { recursive: true }).map(String);
  for (const file of texts.filter((x) => x.endsWith('.md'))) {
    const [loaded, given] = [folder, out].map((x) => readFileSync(join(x, 'texts', file), 'utf8'));
    if (loaded.trim() !== given.trim()) faults.push(`texts/${file} came back different`);
  }
  return faults;
}

// ---- what is hidden stays hidden, on every page, in search, in data and in the export

async function secretClaims({ program, work, site, city, visits }) {
  const leaks = visits.filter((x) => x.bytes.includes(SECRET)).map((x) => `it is on ${x.address}`);
  const dialogue = /^\/([a-z0-9-]+)/.exec(visits.find((x) => x.page?.path === '/:dialogue').path)[1];
  for (const number of city.hidden) {
    const answer = await site.ask(`/${dialogue}/inbreng/${number}`);
    if (![404, 410].includes(answer.status)) leaks.push(`inbreng ${number} answers ${answer.status}`);
    if (answer.bytes.includes(SECRET)) leaks.push(`it is on ${answer.address}`);
  }
  const found = await site.ask(`/${dialogue}/zoeken?q=geheim`);
  if (/\/(inbreng|punt|verhaal)\//.test(found.bytes)) leaks.push('search finds it');
  const out = join(work, 'export-public');
  await done(program, 'export', out, '--data', city.data);
  for (const file of readdirSync(out, { recursive: true }).map(String)) {
    if (!file.endsWith('.csv')) continue;
    if (readFileSync(join(out, file)).includes(SECRET)) leaks.push(`it is in ${file}`);
  }
  claim(`what is hidden or not yet published is nowhere (${city.hidden.length} voices)`,
    city.hidden.length ? leaks : ['there was nothing hidden to test with']);
}

// ---- loading

// What may not come in at all: each with the file and row in the answer.
async function refusalClaims(program, work, folder) {
  const hostile = [
    ['sources.csv', 'url', 'javascript:window.pwned=1'],
    ['sources.csv', 'url', ' JaVaScRiPt:window.pwned=1'],
    ['sources.csv', 'url', 'data:text/html,<script>window.pwned=1</script>'],
    ['municipality.csv', 'website', 'javascript:window.pwned=1'],
    ['municipality.csv', 'colour', '#00677f;}*{background:url(//elders.example)'],
    ['pictures.csv', 'file', '../../../etc/passwd'],
    ['pictures.csv', 'file', '"><img src=x onerror=pwned=1>.png'],
    ['themes.csv', 'theme', '"><script>'],
    ['dialogues.csv', 'language', '"><script>'],
    ['voices.csv', 'language', 'nl"onload="x'],
    ['points.csv', 'text', `van rechts naar links ${OVERRIDE}`],
  ];
  for (const [file, column, value] of hostile) {
    await tried(`load refuses ${file} with ${column} ${value.slice(0, 44)}`, async () => {
      const dir = mkdtempSync(join(work, 'refused-'));
      cpSync(folder, dir, { recursive: true });
      edit(dir, file, column, (x, at) => (at === 0 ? value : x));
      const { code, err } = await run(program, 'load', '--dry-run', dir, '--data', join(dir, 'data'));
      need(code === 1, `it ended with ${code}: ${err.slice(0, 200)}`);
      need(err.includes(file), `no ${file} in: ${err.slice(0, 200)}`);
      need(/\b2\b/.test(err), `no row in: ${err.slice(0, 200)}`);
      need(!err.includes(OVERRIDE), 'the answer itself turns around');
    });
  }
}

// ---- what comes in through the address

async function reflectClaims(site, table, visits, read) {
  const faults = [];
  let asked = 0;
  for (const page of table.filter((x) => x.query.length && x.method === 'GET')) {
    const one = visits.find((x) => x.page === page && x.status === 200);
    if (!one) continue;
    for (const name of page.query) {
      for (const value of [HOSTILE, `pwned ${HOSTILE}`, "' OR 1=1 --", '"*" NEAR(', OVERRIDE]) {
        const address = `${one.address.split('?')[0]}?${name}=${encodeURIComponent(value)}`;
        const answer = await site.ask(address);
        asked += 1;
        if (![200, 303, 400, 404].includes(answer.status)) faults.push(`${address}: ${answer.status}`);
        if (!answer.type.startsWith('text/html')) continue;
        faults.push(...escapeFaults({ ...answer, facts: await read(answer.bytes.toString()) }));
      }
    }
  }
  claim(`what comes in through the address goes out escaped (${asked} asked)`,
    asked ? faults : ['no page takes a query']);
}

// ---- in a real browser, without the policy that would stop a script anyway

async function browserClaims(browser, site, visits) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== site.url && url.protocol !== 'data:') faults.push(`asked ${url.href.slice(0, 200)}`);
  });
  page.on('dialog', (dialog) => { faults.push('a dialog opened'); dialog.dismiss(); });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  const counts = new Map();
  let looked = 0;
  for (const { address, lang, page: line, facts } of visits) {
    const sort = `${line?.path} ${lang}`;
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    if (!facts || count > PER_PAGE_IN_BROWSER) continue;
    await page.goto(site.url + address);
    looked += 1;
    const found = await page.evaluate(() => ({
      ran: window.pwned !== undefined,
      parts: document.querySelectorAll('iframe, svg[onload], img[src="x"], script:not([src])').length,
    }));
    if (found.ran) faults.push(`${address}: the hostile text ran`);
    if (found.parts) faults.push(`${address}: ${found.parts} elements of the hostile text`);
  }
  await context.close();
  claim(`in Chromium, without any policy, nothing hostile runs (${looked} pages)`, faults);
}

export async function marker(tour) {
  const { program, work, site, city, table, visits, read, browser } = tour;
  const pages = visits.filter((x) => x.facts);
  claim(`hostile texts are shown escaped and whole (${pages.length} pages)`,
    pages.flatMap(escapeFaults));
  claim(`every hostile column is on some page (${city.marks.size})`, unseenColumns(visits, city.marks));
  await tried('the JSON says what was loaded', () => jsonFaults(visits, city.cells));
  await tried('the export says what was loaded', () => exportFaults(program, work, city));
  await secretClaims(tour);
  claim('what leads outside is a web address', pages.flatMap((visit) => visit.facts.links
    .filter((x) => local(site, visit.address, x) === null && !/^(https?:|mailto:|tel:)/.test(x))
    .map((x) => `${visit.address}: ${x.slice(0, 100)}`)));
  await reflectClaims(site, table, visits, read);
  await refusalClaims(program, work, city.folder);
  await browserClaims(browser, site, visits);
}
