// A city runs a dialogue of its own, from an empty machine to a report: whoever sets it up, three kinds of
// residents, the counter, the editor, and the residents again.
import { join } from 'node:path';
import { claim, need, tried } from './claims.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched, WIDTHS } from './watch.mjs';

const HERE = '/samen-in-dorpstad';
const tick = (page, text) => page.locator('label').filter({ hasText: text }).first().click();
const choose = (page, number) => page.locator(`label[for="inbreng-${number}"]`).click();
const main = (page) => page.locator('main').innerText();
const follow = (page, name) => page.locator('main').getByRole('link', { name, exact: true }).click();
const says = async (page, text) => {
  const words = (await main(page)).replaceAll(/\s+/g, ' ');
  need(words.includes(text), `"${text}" is not on ${new URL(page.url()).pathname}: ${words.slice(0, 200)}`);
};

// ---- who begins it

async function setUp(page, url, link) {
  await acceptInvitation(page, link, 'zeven bruggen over water');
  await follow(page, 'Gemeente');
  await page.getByLabel('Naam van de gemeente').fill('Dorpstad');
  await page.getByLabel('Kleur').fill('#7a2e6b');
  await page.getByLabel('Telefoon voor vragen').fill('14 036');
  await press(page, 'Bewaar');
  await page.waitForURL(/gedaan=bewaard/);
  await page.getByRole('link', { name: 'Mijn werk', exact: true }).click();
  await follow(page, 'Begin een dialoog');
  await page.getByLabel('Naam van de dialoog').fill('Samen in Dorpstad');
  await page.getByLabel('Vraag aan de stad').fill('Wat maakt uw buurt fijn?');
  await page.getByLabel('Stad of wijk').fill('Dorpstad');
  await press(page, 'Maak de dialoog');
  await page.waitForURL(`${url}${HERE}/beheer`);
  await follow(page, 'Maak thema’s');
  await page.getByLabel('Nieuwe thema’s').fill('Elkaar ontmoeten\nGroen en spelen\nHulp dichtbij');
  await press(page, 'Zet erbij');
  await page.goto(`${url}${HERE}/beheer`);
  await follow(page, 'Zet de dialoog open voor inbreng');
  await tick(page, 'Mensen kunnen inbreng geven');
  await press(page, 'Bewaar');
  await page.waitForURL(/gedaan=bewaard/);
}

// ---- who lives there

async function give(page, { text, may, theme, story, tongue }) {
  await page.locator('main').getByRole('link', { name: tongue ?? 'Praat mee', exact: true }).click();
  if (story) await page.getByRole('link', { name: 'Liever een heel verhaal vertellen?' }).click();
  if (story) await page.locator('#titel').fill(story);
  await page.locator('#tekst').fill(text);
  if (theme) await page.locator('#thema').selectOption({ label: theme });
  await page.locator(`label[for="mag-${may}"]`).click();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/bewijs\//);
  return page.url();
}

const VOICES = {
  turkish: { text: 'Parkta oturacak bank yok.', may: 'openbaar', theme: 'Groen en spelen', tongue: 'Türkçe' },
  counted: { text: 'Ik durf niet door de tunnel.', may: 'tellen' },
  team: { text: 'De huisarts heeft geen plek meer.', may: 'team', theme: 'Hulp dichtbij' },
  named: { text: 'Vraag mevrouw Jansen op 06 12345678.', may: 'openbaar', theme: 'Hulp dichtbij' },
  alarm: { text: 'Ik wil dood. Niemand helpt mij.', may: 'openbaar' },
  story: { text: 'Een buurvrouw kwam naast mij zitten.', may: 'openbaar', theme: 'Elkaar ontmoeten',
    story: 'De bank onder de linde' },
};
const NOTES = [
  ['Het buurthuis is ook op zondag open.', 'goes-well', 'Elkaar ontmoeten'],
  ['De speeltuin is kapot.', 'must-improve', 'Groen en spelen'],
  ['Maak een lijst van alle hulp.', 'tip', 'Hulp dichtbij'],
  ['Zet meer bakken neer in het park.', 'needed', 'Groen en spelen'],
  ['Zet de bakken neer in het park.', 'needed', 'Groen en spelen'],
];

async function typeIn(page, url) {
  await page.goto(`${url}${HERE}/beheer/invoeren`);
  for (const [text, kind, theme] of NOTES) {
    const before = page.url();
    await page.locator('#tekst').fill(text);
    await page.locator(`label[for="soort-${kind}"]`).click();
    await page.locator('label[for="mag-openbaar"]').click();
    await page.locator('#thema').selectOption({ label: theme });
    await press(page, 'Bewaar en schrijf de volgende');
    await page.waitForURL((to) => to.href !== before && to.search.includes('bewaard='));
  }
}

// ---- who checks, writes and publishes

async function check(page, url) {
  await page.goto(`${url}${HERE}/beheer`);
  await follow(page, 'Kijk na wat mensen zeggen');
  await says(page, 'Lees dit eerst');
  await follow(page, 'Open inbreng 5');
  await page.getByRole('link', { name: 'Maak er een zorg van' }).first().click();
  await page.locator('main select').first().selectOption({ index: 1 });
  await press(page, 'Bewaar');
  await page.waitForURL(/\/zorg$/);
  await says(page, 'Ada Baas');
  await page.goto(`${url}${HERE}/beheer/nakijken/5`);
  await page.locator('#reden').selectOption('personal');
  await press(page, 'Laat niet zien');
  await page.waitForURL(/gedaan=/);
  await page.goto(`${url}${HERE}/beheer/nakijken/4`);
  await page.locator('label[for="weg-1"]').click();
  await page.locator('label[for="weg-2"]').click();
  await press(page, 'Laat zien en ga verder');
  await page.waitForURL(/gedaan=/);
  await page.goto(`${url}${HERE}/beheer/nakijken`);
  await page.locator('label[for="alles"]').click();
  await press(page, 'Doe dit');
  await page.waitForURL(/gedaan=/);
  await says(page, 'Alles is nagekeken');
  await follow(page, 'Maak er punten van');
}

async function makePoint(page, url, theme, voices, text) {
  await page.goto(`${url}${HERE}/beheer/punten/maak?thema=${theme}`);
  for (const number of voices) await choose(page, number);
  await page.locator('#zin').fill(text);
  await press(page, 'Maak dit punt');
  await page.waitForURL(/gedaan=gemaakt/);
}

async function write(page, url) {
  await makePoint(page, url, 'groen-en-spelen', [1], 'Zet banken in het park.');
  await makePoint(page, url, 'groen-en-spelen', [8, 10], 'Maak de speeltuin weer heel.');
  await makePoint(page, url, 'elkaar-ontmoeten', [6, 7], 'Een open buurthuis brengt mensen bij elkaar.');
  await makePoint(page, url, 'hulp-dichtbij', [9], 'Maak een lijst van hulp.');
  await page.goto(`${url}${HERE}/beheer/punten/2`);
  await page.getByText('Maak van wat u koos een nieuw punt').click();
  await choose(page, 10);
  await page.locator('[name="nieuwe-zin"]').fill('Zet meer bakken neer.');
  await press(page, 'Splits dit punt');
  await page.waitForURL(/gedaan=gesplitst/);
  await page.goto(`${url}${HERE}/beheer/punten/maak?thema=groen-en-spelen`);
  await choose(page, 11);
  await page.locator('select[name="reden"]').selectOption('double');
  await press(page, 'Leg terzijde');
  await page.waitForURL(/gedaan=opzij/);
  await page.goto(`${url}${HERE}/beheer/punten`);
  await follow(page, 'Bekijk wat er in het verslag komt');
  await press(page, 'Publiceer editie 1');
  await page.waitForURL(/\/verslag\/editie\/1$/);
  await says(page, 'De bank onder de linde');
}

// ---- the residents again

async function receipts(page, url, receipt) {
  await page.goto(receipt.turkish.replace('/tr/', '/'));
  await follow(page, 'Editie 1');
  await says(page, 'Zet banken in het park.');
  await page.goto(receipt.counted);
  need(!(await main(page)).includes('Nog niet'), 'what only counts is told that it may still be used');
  await page.goto(receipt.alarm);
  await says(page, 'Hierin staat iets persoonlijks.');
  await page.goto(`${url}${HERE}/inbreng/4`);
  await says(page, '[naam weggelaten] op [nummer weggelaten]');
  need(!(await page.content()).includes('Jansen'), 'the name is still there');
  await page.goto(`${url}${HERE}/som`);
  await says(page, '6 in een punt + 2 wacht + 2 niet gebruikt + 1 alleen geteld + 0 ingetrokken = 11');
}

export async function ownCity({ program, browser, work }) {
  const data = join(work, 'tried');
  const site = await Site.start(program, 'tried', data);
  const url = site.url.replace('127.0.0.1', 'localhost');
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada Baas',
    '--data', data);
  const desk = await watched(browser, [url]);
  const home = await watched(browser, [url], { viewport: WIDTHS.phone, hasTouch: true, isMobile: true });
  const ada = await desk.context.newPage();
  const resident = await home.context.newPage();
  const receipt = {};

  await tried('a city runs a dialogue of its own: set up from nothing', () =>
    setUp(ada, url, said.trim().split('\n').at(-1)));
  await tried('a city runs a dialogue of its own: residents have their say, on a phone', async () => {
    for (const [name, voice] of Object.entries(VOICES)) {
      await resident.goto(url + HERE);
      receipt[name] = await give(resident, voice);
      if (name !== 'alarm') continue;
      need(await resident.getByRole('link', { name: '113' }).count(), 'no number to call');
    }
  });
  await tried('a city runs a dialogue of its own: five notes from paper', () => typeIn(ada, url));
  await tried('a city runs a dialogue of its own: all is checked', () => check(ada, url));
  await tried('a city runs a dialogue of its own: five points, and a report', () => write(ada, url));
  await tried('a city runs a dialogue of its own: everybody sees what came of it', () =>
    receipts(resident, url, receipt));
  await desk.context.close();
  await home.context.close();
  claim('a city of its own asks nothing elsewhere, and nothing failed', [...desk.faults, ...home.faults]);
  claim('the server of a city of its own ends clean', await site.stop());
}
