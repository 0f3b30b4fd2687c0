// An evening before it takes place: a café table in one form, people register, one waits and moves up when
// another cancels, the door lets them in. Each page of it by axe, the Nu checker, and on a phone.
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { Checker } from './nu.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { wall } from './wall.mjs';
import { watched } from './watch.mjs';

const NOW = '2026-02-01T12:00:00Z';
const DESK = '/waterstad/beheer/bijeenkomsten';
const path = (page) => new URL(page.url()).pathname;

async function cafe(page, url) {
  await page.goto(`${url}${DESK}`);
  await page.getByRole('link', { name: 'Eén tafel in een café' }).click();
  await page.getByLabel('Waar praat u over?').selectOption({ label: 'Rondkomen' });
  await page.getByLabel('Plaats').fill('Café De Sluis, Kade 3');
  await page.getByLabel('Dag').fill('2026-03-10');
  await page.getByLabel('Begint om').fill('19:30');
  await page.locator('label[for="openbaar"]').click();
  await press(page, 'Zet de tafel klaar');
  await page.waitForURL(/rondkomen\?gedaan=erbij/);
  await page.goto(`${url}${DESK}/rondkomen/gegevens`);
  await page.getByLabel('Hoeveel mensen kunnen komen?').fill('2');
  await press(page, 'Bewaar');
  await page.waitForURL(/gedaan=bewaard/);
}

async function register(page, url, name) {
  await page.goto(`${url}/waterstad/bijeenkomst/rondkomen`);
  await page.getByRole('link', { name: 'Meld u aan' }).click();
  await page.getByLabel('Naam of bijnaam').fill(name);
  await page.locator('label[for="als-bewoner"]').click();
  await page.locator('form.dlg-form button[type=submit]').click();
  await page.waitForURL(/\/aanmelding\//);
  return path(page);
}

const headed = async (page, words) =>
  need((await page.locator('h1').innerText()) === words, `it says "${await page.locator('h1').innerText()}"`);

async function moveUp(page, url, leaves, waits) {
  await page.goto(url + waits);
  await headed(page, 'U staat op de wachtlijst');
  await page.goto(url + leaves);
  await page.getByRole('link', { name: 'Toch niet komen? Meld u af' }).click();
  await press(page, 'Ja, ik kom niet');
  await headed(page, 'U bent afgemeld');
  await page.goto(url + waits);
  await headed(page, 'U bent aangemeld');
}

async function door(page, url, code) {
  await page.goto(`${url}${DESK}/rondkomen/deur`);
  await page.getByLabel('Naam, nummer of code').fill(code);
  await press(page, 'Zoek');
  await page.getByRole('button', { name: /^Is er/ }).click();
  await page.waitForURL(/gedaan=binnen/);
  need(await page.getByText('1 van de 2 binnen').count(), 'nobody is in');
  await press(page, 'Toch niet: maak ongedaan');
  need(await page.getByText('0 van de 2 binnen').count(), 'they are still in');
}

async function propose(page, url) {
  await page.goto(`${url}${DESK}/rondkomen/plaatsen/voorstel`);
  await page.locator('label[for="hoe-programma"]').click();
  await press(page, 'Bewaar en doe een voorstel');
}

async function seats(browser, page, url) {
  await propose(page, url);
  await page.waitForURL(/gedaan=voorstel/, { timeout: 60000 });
  await page.getByText('Er is een nieuw voorstel.').waitFor();
  const context = await browser.newContext({
    javaScriptEnabled: false, storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await propose(plain, url);
  for (let i = 0; i < 100 && plain.url().endsWith('/bezig'); i += 1) {
    need(await plain.getByText(/\d+ procent is klaar/).count(), 'it does not say how far it is');
    await plain.getByRole('link', { name: 'Kijk opnieuw' }).click();
  }
  need(/gedaan=voorstel/.test(plain.url()), `without script it ends at ${plain.url()}`);
  await context.close();
}

export async function evening({ program, browser, work }) {
  const data = join(work, 'evening');
  await done(program, 'load', 'examples/waterstad', '--data', data);
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada', '--data', data);
  const site = await Site.start(program, 'evening', data, '--now', NOW);
  site.url = site.url.replace('127.0.0.1', 'localhost');
  const team = await watched(browser, [site.url]);
  const home = await watched(browser, [site.url]);
  const ada = await team.context.newPage();
  const resident = await home.context.newPage();
  const mine = [];
  await acceptInvitation(ada, site.url + new URL(said.trim().split('\n').at(-1)).pathname, 'zeven bruggen over water');
  await tried('a café table is set up in one form', () => cafe(ada, site.url));
  await tried('three register for two places', async () => {
    for (const name of ['Bo', 'Cas', 'Dee']) mine.push(await register(resident, site.url, name));
  });
  await tried('who waits moves up when somebody cancels', () => moveUp(resident, site.url, mine[0], mine[2]));
  await tried('the door finds a code and lets in', () => door(ada, site.url, mine[2].split('/').pop()));

  await tried('a proposal of seats says how far it is, with and without script', () => seats(browser, ada, site.url));

  await wall({ browser, site, ada, evening: 'rondkomen' }).catch((error) => claim('wall: the journey ends', [error.message]));
  const checker = new Checker(join(work, 'nu-evening'));
  const seen = [
    [resident, ['/waterstad/bijeenkomst/rondkomen', '/waterstad/bijeenkomst/rondkomen/aanmelden', mine[2],
      `${mine[2]}/wijzigen`, `${mine[2]}/afmelden`]],
    [ada, ['aanmeldingen', 'aanmeldingen/2', 'aanmeldingen/2/afmelden', 'deur', 'deur/lijst', 'deur/badges']
      .map((x) => `${DESK}/rondkomen/${x}`)],
  ];
  for (const [page, addresses] of seen) {
    for (const lang of ['nl', 'en']) {
      for (const address of addresses.map((x) => (lang === 'en' ? `/en${x}` : x))) {
        const answer = await page.context().request.get(site.url + address);
        checker.keep(address, await answer.body());
        claim(`evening: ${address.replace(/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/, ':code')}`,
          await look(page, { site, address, lang }).catch((error) => [error.message]));
      }
    }
  }
  claim(`evening: the Nu checker finds nothing in ${checker.kept.size} pages`, [...(await checker.run()).values()].flat());
  claim('evening: no page asks elsewhere, fails or warns', [...team.faults, ...home.faults]);
  await team.context.close();
  await home.context.close();
  claim('evening: the server ends well', await site.stop());
}
