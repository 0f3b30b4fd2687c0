// Every page behind the door, as an administrator sees it, in both languages: it answers, Nu, axe and IBM's
// engine find nothing, and no page is wider than a phone.
import { join } from 'node:path';
import { engineFaults, look } from './accessible.mjs';
import { claim } from './claims.mjs';
import { Checker } from './nu.mjs';
import { WHOLE, inLanguage } from './pages.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

// What stands for each part of a path in Waterstad; a page that needs more is named here, and why.
const PARTS = { ':dialogue': 'waterstad', ':theme': 'rondkomen', ':thema': 'rondkomen', ':section': 'ontstaan',
  ':pijler': 'samen-leven', ':source': 'keukentafels', ':taal': 'tr',
  ':gathering': '13-november', ':department': 'verkeer', ':soort': 'decided' };
// What was advised and promised stands in the dialogue that is three years old.
const ADVISED = /beheer\/(adviezen|toezeggingen|geschiedenis\/(advies|toezegging))/;
const ELSEWHERE = {
  '/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/#registration': 'nobody registered in Waterstad',
  '/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/#registration/afmelden': 'nobody registered in Waterstad',
  '/:dialogue/beheer/nakijken/bezwaar/#objection': 'nobody objected in Waterstad',
  '/:dialogue/beheer/voorgelegd/#answer': 'no table objected in Waterstad',
  '/:dialogue/beheer/zorg/#voice': 'nobody asks for help in Waterstad',
  '/:dialogue/beheer/nakijken/#voice/geluid': 'nobody spoke in Waterstad',
  '/:dialogue/beheer/nakijken/#voice/lijkt': 'no voice waits in Waterstad',
  '/beheer/kaart/voorstellen/#proposal': 'nobody proposed anything in Waterstad; proposal.test.c goes there',
  '/beheer/kaart/gezocht/#word': 'nothing was looked for in ten different hours; sought.test.c goes there',
  '/beheer/ik/sleutel': 'only with a challenge; the journeys of people go there',
  '/beheer/ik/sleutel/#passkey/weg': 'only with a passkey; the journeys of people go there',
  '/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/#number': 'nobody registered in Waterstad',
  '/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/bezig': 'nothing is reckoned there; the journey of an evening goes there',
  '/:dialogue/beheer/nakijken/terugdraaien': 'nothing was decided in one go',
};

function addressOf(path, hood) {
  if (path === '/:dialogue/beheer/vragen/#point') return '/waterstad/beheer/vragen/5'; // a question
  return path.split('/').map((part) => {
    if (part === ':wijk') return hood;
    if (part === ':dialogue' && ADVISED.test(path)) return 'waterstad-2023';
    return PARTS[part] ?? (part.startsWith('#') ? '1' : part.replace(':vorm', 'odt'));
  }).join('/');
}

// The city can be challenged, and somebody does.
async function challenge(page, url) {
  await page.goto(`${url}/waterstad/beheer/uitdagingen/voorwaarden`);
  await page.locator('main [name="open"]').check({ force: true });
  await page.locator('main [name="wie"]').fill('Het college');
  await press(page, 'Bewaar');
  await page.waitForURL(/gedaan=/);
  await page.goto(`${url}/waterstad/uitdaging`);
  for (const name of ['taak', 'plan', 'naam', 'telefoon'])
    await page.locator(`main [name="${name}"]`).fill('Het groen in de straat');
  await press(page, 'Verstuur');
  await page.waitForURL(/uitdaging\/1/);
}

// Somebody misses something on the map, and sees that it waits.
async function propose(page, url) {
  await page.goto(`${url}/kaart/mist-er-iets`);
  for (const [name, text] of [['naam', 'Breicafé'], ['aanbieder', 'Buren'], ['tekst', 'Wij breien samen.']])
    await page.locator(`main [name="${name}"]`).fill(text);
  await press(page, 'Stel dit voor');
  await page.waitForURL(/voorstel\/.*gedaan=verstuurd/);
}

export async function inside({ program, browser, work, table }) {
  const data = join(work, 'inside');
  await done(program, 'load', 'examples/waterstad', '--data', data);
  await done(program, 'publish', '--data', data);
  await done(program, 'generate', 'map', '--data', data);
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada',
    '--data', data);
  const site = await Site.start(program, 'inside', data);
  site.url = site.url.replace('127.0.0.1', 'localhost');
  const { context, faults } = await watched(browser, [site.url]);
  const page = await context.newPage();
  const invitation = new URL(said.trim().split('\n').at(-1));
  await acceptInvitation(page, site.url + invitation.pathname, 'zeven bruggen over water');
  await page.goto(`${site.url}/waterstad/beheer/instellen/wijken`);
  const hood = await page.locator('main a[href*="/wijken/"]').first().getAttribute('href');
  await page.goto(`${site.url}/waterstad/beheer/tafels/13-november`);
  await press(page, 'Maak de links');
  await page.goto(`${site.url}/waterstad/beheer/fotos/nieuw`);
  await page.locator('#foto').setInputFiles('tests/vectors/images/coarse.jpg');
  await page.locator('label[for="mensen-niemand"]').click();
  await press(page, 'Voeg toe');
  await page.waitForURL(/gedaan=nieuw/);
  await challenge(page, site.url);
  await propose(page, site.url);
  const checker = new Checker(join(work, 'nu-inside'));
  for (const { path, who } of table.filter((x) => x.who !== 'anyone' && x.method === 'GET')) {
    if (ELSEWHERE[path]) continue;
    const wrong = [];
    for (const lang of WHOLE) {
      const address = inLanguage(lang, addressOf(path, hood?.split('/').pop()));
      const answer = await context.request.get(site.url + address, { maxRedirects: 0 });
      const type = answer.headers()['content-type'] ?? '';
      if (answer.status() !== 200) wrong.push(`${address} (${who}) answers ${answer.status()}`);
      if (answer.status() !== 200 || !type.startsWith('text/html')) continue;
      checker.keep(address, await answer.body());
      wrong.push(...await look(page, { site, address, lang }).catch((error) => [error.message]));
      if (lang === 'nl') wrong.push(...await engineFaults(page).catch((error) => [error.message]));
    }
    claim(`inside: ${path}`, wrong);
  }
  claim(`inside: the Nu checker finds nothing in ${checker.kept.size} pages`,
    [...(await checker.run()).values()].flat());
  claim('inside: no page asks elsewhere, fails or warns', faults);
  await context.close();
  claim('inside: the server ends well', await site.stop());
}
