// What people come to do, done in Chromium: by mouse, by keyboard, without script, on paper.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim, need, tried } from './claims.mjs';
import { readCsv } from './csv.mjs';
import { keyboard } from './keyboard.mjs';
import { keptFaults, watched, WIDTHS } from './watch.mjs';

const EXAMPLE = 'examples/almere-2023';
const DIALOGUE = '/almere-2023';
const THEME = '/almere-2023/thema/elkaar-ontmoeten';

const path = (page) => new URL(page.url()).pathname;
const squeezed = (text) => text.replaceAll(/[\u00ad\s]+/g, ' ').trim();
const heading = async (page) => squeezed(await page.locator('h1').innerText());

// Clicks the link and gives its words; the page behind it must be another and have a heading.
async function follow(page, link) {
  const from = page.url();
  const words = squeezed(await link.innerText());
  await link.click();
  await page.waitForURL((url) => url.href !== from);
  need(await heading(page), `${page.url()} has no heading`);
  return words;
}

// ---- a resident: from the front page to a theme, a point, where it comes from, and back

async function resident(page, url) {
  await page.goto(url);
  need(path(page) === DIALOGUE, `the front page led to ${path(page)}`);
  const theme = await follow(page, page.locator('.dlg-card a').nth(3));
  need((await heading(page)) === theme, `"${theme}" led to "${await heading(page)}"`);
  const themeAt = page.url();
  const point = page.locator('li.dlg-point').first();
  const sentence = squeezed(await point.locator('.dlg-point__text').innerText());
  await follow(page, point.getByRole('link', { name: 'Waar komt dit vandaan?' }));
  need((await heading(page)) === sentence, `"${sentence}" led to "${await heading(page)}"`);
  const pointAt = page.url();
  await follow(page, page.locator(`main a[href*="/bevinding/"]`).first());
  need(/\/bevinding\/\d+$/.test(path(page)), `not a finding: ${path(page)}`);
  await follow(page, page.locator(`main a[href*="/bron/"]`).first());
  need((await page.locator('main').innerText()).length > 100, 'the source says nothing');
  await page.goBack();
  await page.goBack();
  need(page.url() === pointAt, `back led to ${page.url()}`);
  await page.goForward();
  need(/\/bevinding\//.test(page.url()), `forward led to ${page.url()}`);
  await page.goBack();
  await follow(page, page.locator(`a[href$="${new URL(themeAt).pathname}"]`).first());
  need((await heading(page)) === theme, `the way back led to "${await heading(page)}"`);
  await follow(page, page.locator('nav.dlg-crumbs a').first());
}

// ---- a council member: from a line of the report to the table where it was said

async function councilMember(page, url) {
  await page.goto(`${url}${DIALOGUE}`);
  await follow(page, page.getByRole('link', { name: 'Lees het verslag' }));
  need(path(page) === `${DIALOGUE}/verslag`, `the report is at ${path(page)}`);
  const contents = page.locator('nav.dlg-contents a');
  need((await contents.count()) > 15, `only ${await contents.count()} lines of contents`);
  await page.locator('nav.dlg-contents a[href="#elkaar-ontmoeten"]').click();
  const spread = page.locator('#elkaar-ontmoeten');
  const box = await spread.boundingBox();
  need(box.y > -20 && box.y < 400, `the contents did not lead to the theme (${box.y})`);
  const line = spread.locator('.dlg-lines > li').filter({ hasText: /\d+ tafels?/ }).first();
  await follow(page, line.locator('a[href*="/punt/"]'));
  await follow(page, page.locator('main a[href*="/tafel/"]').first());
  need(/\/ronde\/\d+\/tafel\/\d+$/.test(path(page)), `not a table: ${path(page)}`);
  need((await page.locator('main a[href*="/bevinding/"]').count()) > 0, 'the table has no findings');
}

// ---- search

async function search(page, url) {
  const box = page.getByRole('searchbox').last();
  await page.goto(url + DIALOGUE);
  await box.fill('ontmoeten');
  await box.press('Enter');
  await page.waitForURL(/zoeken\?q=ontmoeten/);
  const results = page.locator('main li a');
  need((await results.count()) > 2, `${await results.count()} results for "ontmoeten"`);
  need((await box.inputValue()) === 'ontmoeten', 'the word is gone from the box');
  await follow(page, results.first());
  const body = squeezed(await page.locator('main').innerText()).toLowerCase();
  need(/ontmoet/.test(body), `the first result does not speak of it: ${path(page)}`);
  await page.goBack();
  await box.fill('qzxqzx');
  await box.press('Enter');
  await page.waitForURL(/qzxqzx/);
  need((await page.locator('main li a').count()) < 30, 'results for nothing');
  const said = squeezed(await page.locator('main').innerText());
  need(/niets|geen/i.test(said), `nothing found is not said: ${said.slice(0, 200)}`);
  await page.goto(`${url}/en${DIALOGUE}/zoeken?q=meeting`);
  need((await page.locator('main li a').count()) > 2, 'English words find nothing');
}

// ---- languages

async function languages(page, url) {
  for (const address of [DIALOGUE, THEME, `${DIALOGUE}/verslag`, `${DIALOGUE}/punt/2`]) {
    await page.goto(url + address);
    await follow(page, page.getByRole('link', { name: 'English', exact: true }));
    need(path(page) === `/en${address}`, `${address} led to ${path(page)}`);
    need((await page.locator('html').getAttribute('lang')) === 'en', `${address} is not in English`);
    await follow(page, page.locator('main a[href^="/en/"]:not([href$=".pdf"])').first()); // a page, no file
    need(path(page).startsWith('/en/'), `a link left English: ${path(page)}`);
    await page.goBack();
    await follow(page, page.getByRole('link', { name: 'Nederlands', exact: true }));
    need(path(page) === address, `back to Dutch led to ${path(page)}`);
  }
}

// ---- paper

async function paper(page, url, work, address, texts, most) {
  await page.goto(url + address);
  const file = join(work, 'print.pdf');
  writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const info = execFileSync('pdfinfo', [file]).toString();
  const sheets = Number(/Pages:\s+(\d+)/.exec(info)[1]);
  need(/Page size:\s+59[45](\.\d+)? x 84[12]/.test(info), `not A4: ${/Page size.*/.exec(info)[0]}`);
  // A line may break anywhere, and pdftotext drops the hyphen it breaks behind.
  const solid = (text) => text.replaceAll(/[\u00ad\s-]/g, '');
  const words = solid(execFileSync('pdftotext', ['-q', file, '-']).toString());
  const faults = texts.filter((x) => !words.includes(solid(x))).map((x) => `not printed: ${x}`);
  if (sheets <= 5 || sheets > most) faults.push(`${sheets} sheets`);
  if (/Zoekindeze|Naardeinhoud/.test(words)) faults.push('the way around the site is printed');
  return faults;
}

const columns = (file, ...names) => {
  const [head, ...rows] = readCsv(readFileSync(`${EXAMPLE}/${file}`, 'utf8'));
  return rows.flatMap((row) => names.map((x) => row[head.indexOf(x)]));
};

// ---- what holds wherever one walks

// Text at twice its size, and spaced as WCAG 1.4.12 asks, stays on the page.
async function largeText(page, url) {
  const faults = [];
  await page.setViewportSize({ width: 640, height: 900 });
  for (const address of [DIALOGUE, THEME, `${DIALOGUE}/verslag`, `${DIALOGUE}/punt/2`]) {
    await page.goto(url + address);
    for (const css of ['html { font-size: 200% }', `* { line-height: 1.5 !important;
      letter-spacing: .12em !important; word-spacing: .16em !important }`]) {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, css);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${address}: ${wide} px too wide with ${css.slice(0, 30)}`);
    }
  }
  await page.setViewportSize(WIDTHS.desk);
  return faults;
}

export async function journeys({ browser, almere, city, work }) {
  const { url } = almere;
  const origins = [url, city.url];
  for (const [name, options] of [
    ['at a desk', { viewport: WIDTHS.desk }],
    ['on a phone', { viewport: WIDTHS.phone, hasTouch: true, isMobile: true }],
    ['without script', { javaScriptEnabled: false }],
  ]) {
    const { context, faults } = await watched(browser, origins, options);
    const page = await context.newPage();
    await tried(`a resident finds where a point comes from, ${name}`, () => resident(page, url));
    await tried(`a council member goes from report to table, ${name}`, () => councilMember(page, url));
    await tried(`search finds, and says when it finds nothing, ${name}`, () => search(page, url));
    await tried(`the other language keeps the page, ${name}`, () => languages(page, url));
    if (options.javaScriptEnabled !== false) {
      await tried(`nothing is kept in the browser, ${name}`, () => keptFaults(context, page));
    }
    await context.close();
    claim(`nothing was asked elsewhere and nothing failed, ${name}`, faults);
  }

  const { context, faults } = await watched(browser, origins);
  const page = await context.newPage();
  await keyboard(page, url, [DIALOGUE, THEME, `${DIALOGUE}/punt/2`]);
  await tried('large and spaced text stays on the page', () => largeText(page, url));
  await tried('the report prints: every theme, every point, on A4', () => paper(page, url, work,
    `${DIALOGUE}/verslag`,
    [...columns('themes.csv', 'title', 'question'), ...columns('points.csv', 'text')], 60));
  await tried('the report prints in English', () => paper(page, url, work,
    `/en${DIALOGUE}/verslag`,
    [...columns('themes.csv', 'title_en'), ...columns('points.csv', 'text_en')], 60));
  await context.close();
  claim('keyboard and paper asked nothing elsewhere', faults);
}
