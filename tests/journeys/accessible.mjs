// axe at WCAG 2.2 AA on every line of the page table, at two widths; IBM's engine on those in Dutch;
// and no page wider than a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import axe from 'axe-core';
import { claim } from './claims.mjs';
import { LANGUAGES, WHOLE } from './pages.mjs';
import { watched, WIDTHS } from './watch.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SMALLEST = { width: 320, height: 640 };

// Of every line of the table: its fullest page in Dutch and each other language it stands in, its
// emptiest in English.
function chosen(table, visits) {
  const some = [];
  for (const line of table) {
    const here = visits.filter((x) => x.page === line && x.facts && x.status === 200);
    const by = (lang) => here.filter((x) => x.lang === lang).sort((a, b) => a.bytes.length - b.bytes.length);
    const fullest = by('nl').pop();
    const emptiest = by('en').shift();
    if (fullest) some.push({ name: line.path, ...fullest });
    for (const lang of Object.keys(LANGUAGES).filter((x) => !WHOLE.includes(x))) {
      const one = by(lang).pop();
      if (one) some.push({ name: `${line.path} in ${lang}`, ...one });
    }
    if (emptiest) some.push({ name: `${line.path} in English`, ...emptiest });
  }
  return some;
}

async function axeFaults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => window.axe.run(document, {
    runOnly: { type: 'tag', values },
    resultTypes: ['violations'],
  }), RULES);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((x) =>
    `${id}: ${help}: ${x.html.slice(0, 140)} ${x.any?.[0]?.message?.slice(0, 120) ?? ''}`));
}

const ENGINE = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');
// What it calls a fault and is none: a rule, the elements, and why.
const NO_FAULT = [
  ['input_autocomplete_valid', /autocomplete="username"/, 'HTML lets the name of an account be an e-mail address'],
  ['aria_article_label_unique', /aria-labelledby="verhaal-/, 'two residents may give their stories one title'],
  ['aria_form_label_unique', /^<form (?!.*aria-label)/, 'a form without a name is no landmark in HTML'],
  ['label_content_exists', /class="dlg-tick"/, 'it takes clipped text for hidden; who listens hears it, and axe asks for it'],
];

// What IBM's engine is sure of; what it asks a person to look at is not counted. What is folded away is opened
// first: Chromium gives no text of a closed part, and then a label seems to have none.
export async function engineFaults(page) {
  await page.setViewportSize(WIDTHS.desk);
  await page.evaluate(() => document.querySelectorAll('details').forEach((x) => { x.open = true; }));
  await page.evaluate(ENGINE);
  const { results } = await page.evaluate(async () => {
    const report = await new window.ace.Checker().check(document, ['WCAG_2_2']);
    return { results: report.results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet })) };
  });
  if (!results.some((x) => x.value[1] === 'PASS')) return ['IBM: no rule ran'];
  return results.filter((x) => x.value[0] === 'VIOLATION' && x.value[1] === 'FAIL')
    .filter((x) => !NO_FAULT.some(([rule, part]) => x.ruleId === rule && part.test(x.snippet ?? '')))
    .map((x) => `IBM: ${x.ruleId}: ${x.message}: ${x.snippet?.slice(0, 140)}`);
}

// Runs in the browser: what sticks out at the side, unless it scrolls by itself.
function wider() {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((x) => x.getBoundingClientRect().right > room + 1 || x.scrollWidth > room)
    .slice(-3)
    .map((x) => `${Math.round(x.getBoundingClientRect().right)} of ${room} px: ${x.outerHTML.slice(0, 120)}`)
    .concat(`the page is ${document.documentElement.scrollWidth} px wide`);
}

export async function look(page, { site, address, lang }) {
  const faults = [];
  await page.setViewportSize(WIDTHS.desk);
  await page.goto(site.url + address);
  if (lang !== 'en') faults.push(...(await axeFaults(page)).map((x) => `1280: ${x}`));
  faults.push(...(await page.evaluate(wider)).map((x) => `1280: ${x}`));
  await page.setViewportSize(WIDTHS.phone);
  faults.push(...(await axeFaults(page)).map((x) => `390: ${x}`));
  for (const size of [WIDTHS.phone, SMALLEST]) {
    await page.setViewportSize(size);
    faults.push(...(await page.evaluate(wider)).map((x) => `${size.width}: ${x}`));
  }
  return faults.map((x) => `${site.name}${address}: ${x}`);
}

export async function accessible({ browser, sites, table, visits, hostile }) {
  const { context, faults } = await watched(browser, sites.map((x) => x.url));
  const waiting = chosen(table, visits);
  const worker = async () => {
    const page = await context.newPage();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const faults = await look(page, next).catch((error) => [error.message]);
      if (next.lang === 'nl') faults.push(...await engineFaults(page).catch((error) => [error.message]));
      claim(`axe, IBM’s engine and widths: ${next.name}`, faults);
    }
    await page.close();
  };
  await Promise.all([worker(), worker()]);

  const page = await context.newPage();
  await page.setViewportSize(SMALLEST);
  const wide = [];
  for (const { site, address, name } of chosen(table, hostile).filter((x) => x.lang === 'nl')) {
    await page.goto(site.url + address);
    wide.push(...(await page.evaluate(wider)).map((x) => `${name}: ${x}`));
  }
  claim('long words without a blank stay within 320 px', wide);
  await context.close();
  claim('no page asks elsewhere, fails or warns', faults);
}
