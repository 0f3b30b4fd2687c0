// Makes the data, starts the servers and one browser, and runs the parts that were asked for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible } from './accessible.mjs';
import { claim, finish } from './claims.mjs';
import { desk } from './desk.mjs';
import { door } from './door.mjs';
import { evening } from './evening.mjs';
import { night } from './night.mjs';
import { journeys } from './journeys.mjs';
import { inside } from './inside.mjs';
import { membercheck } from './membercheck.mjs';
import { hostileCity, marker } from './marker.mjs';
import { Checker } from './nu.mjs';
import { crawl, pageTable } from './pages.mjs';
import { ownCity } from './owncity.mjs';
import { people } from './people.mjs';
import { pictures } from './pictures.mjs';
import { promises } from './promises.mjs';
import { openReader } from './reader.mjs';
import { dutchSentences } from './sentences.mjs';
import { setup } from './setup.mjs';
import { sheet } from './sheet.mjs';
import { done, Site } from './site.mjs';
import { together } from './together.mjs';
import { walk } from './walk.mjs';
import { launch } from './watch.mjs';

const NOW = '2026-01-02T10:00:00Z';
const EMPTY = 'dialogue,language,invented,title,question,summary,area,notice,picture\n'
  + 'leeg,nl,no,Een dialoog die nog begint,Wat is er nodig?,,,,\n';

// The two examples; a made-up city beside a dialogue with nothing in it; a city of hostile texts.
async function makeSites(program, work) {
  const almere = join(work, 'almere');
  await done(program, 'load', 'examples/almere-2023', '--data', almere);
  await done(program, 'publish', '--data', almere, '--now', NOW);

  const waterstad = join(work, 'waterstad');
  await done(program, 'load', 'examples/waterstad', '--data', waterstad);
  await done(program, 'publish', '--data', waterstad, '--now', NOW);

  await done(program, 'generate', 'map', '--services', '24', '--data', waterstad);
  // Following is offered only where mail can go; nothing is sent.
  writeFileSync(join(waterstad, 'config'),
    'mail-server = 127.0.0.1:9\nmail-tls = none\nmail-from = dialoog@waterstad.example\n', { mode: 0o600 });

  const city = join(work, 'city');
  const empty = join(work, 'empty-folder');
  await done(program, 'generate', '--seed', '7', '--findings', '400', '--voices', '300', '--data', city);
  await done(program, 'publish', '--data', city, '--now', NOW);
  mkdirSync(empty);
  writeFileSync(join(empty, 'dialogues.csv'), EMPTY);
  await done(program, 'load', empty, '--data', city);

  const hostile = await hostileCity(program, work);
  const sites = {
    almere: await Site.start(program, 'almere', almere, '--now', NOW),
    waterstad: await Site.start(program, 'waterstad', waterstad, '--now', NOW),
    city: await Site.start(program, 'city', city, '--now', NOW, '--trust-proxy'),
    hostile: await Site.start(program, 'hostile', hostile.data),
  };
  return { sites, hostile };
}

async function main(words) {
  const program = words[words.indexOf('--program') + 1];
  const parts = words.filter((x) => /^[a-z]+$/.test(x));
  const wants = (part) => (parts.length ? parts.includes(part)
    : part !== 'pictures' || words.includes('--pictures'));
  const work = mkdtempSync(join(tmpdir(), 'dialoog-browser-'));
  const browser = await launch();
  let sites = {};
  try {
    const made = await makeSites(program, work);
    sites = made.sites;
    const table = await pageTable(program);
    const read = await openReader(browser, dutchSentences('locale/en.po'));
    const tour = { program, work, browser, table, read, sites: Object.values(sites), ...sites };
    if (wants('journeys')) await journeys(tour);
    if (wants('people')) await people(tour);
    if (wants('desk')) await desk(tour);
    if (wants('membercheck')) await membercheck(tour);
    if (wants('setup')) await setup(tour);
    if (wants('inside')) await inside(tour);
    if (wants('sheet')) await sheet(tour);
    if (wants('evening')) await evening(tour);
    if (wants('night')) await night(tour);
    if (wants('door')) await door(tour);
    if (wants('promises')) await promises(tour);
    if (wants('together')) await together(tour);
    if (wants('owncity')) await ownCity(tour);
    if (wants('pictures')) await pictures(tour);
    if (!['walk', 'marker', 'accessible'].some(wants)) return;
    const visits = {};
    visits.almere = await crawl(sites.almere, table, read);
    visits.waterstad = await crawl(sites.waterstad, table, read, 12);
    visits.city = await crawl(sites.city, table, read, 12);
    visits.hostile = await crawl(sites.hostile, table, read, 12);
    const real = [...visits.almere, ...visits.waterstad, ...visits.city];
    const checker = new Checker(join(work, 'nu'));
    if (wants('accessible')) await accessible({ ...tour, visits: real, hostile: visits.hostile });
    if (wants('marker')) {
      await marker({ ...tour, site: sites.hostile, city: made.hostile, visits: visits.hostile });
    }
    if (wants('walk')) {
      const all = [...real, ...visits.hostile];
      await walk({ ...tour, visits: all, checker, proxied: sites.city });
    }
  } finally {
    await browser.close();
    for (const site of Object.values(sites)) {
      claim(`the server of ${site.name} ends clean`, await site.stop());
    }
    rmSync(work, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  claim('the tests run', String(error.stack ?? error).split('\n'));
}
process.exit(finish() ? 0 : 1);
