// A dialogue from the browser alone: begun, set up, opened, spoken to, and a report that appears.
import { join } from 'node:path';
import { claim, need, tried } from './claims.mjs';
import { acceptInvitation, press } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

const HERE = '/samen-in-noord';
const save = (page) => page.locator('main form.dlg-form button[type=submit]').first().click();
const heading = (page) => page.locator('h1').innerText();
const tab = (page, name) => page.locator('.dlg-tabs').getByRole('link', { name }).click();

async function begin(page, url) {
  await page.goto(`${url}/beheer`);
  await page.getByRole('link', { name: 'Begin een dialoog' }).click();
  await page.getByLabel('Naam van de dialoog').fill('Samen in Noord');
  await page.getByLabel('Vraag aan de stad').fill('Wat is er nodig in Noord?');
  await page.getByLabel('Stad of wijk').fill('Noord');
  await press(page, 'Maak de dialoog');
  await page.waitForURL(`${url}${HERE}/beheer`);
  need(await page.getByText('Er komt nu geen inbreng binnen.').count(), 'it is open already');
}

async function setUp(page, url) {
  await page.getByRole('link', { name: 'Maak thema’s' }).click();
  await page.getByLabel('Nieuwe thema’s').fill('Hulp dichtbij\nElkaar ontmoeten');
  await press(page, 'Zet erbij');
  await page.waitForURL(/gedaan=erbij/);
  await page.getByRole('button', { name: /^Omhoog.*Elkaar ontmoeten/ }).click();
  await page.waitForURL(/gedaan=verplaatst/);
  const first = await page.locator('.dlg-rows h3').first().innerText();
  need(first === 'Elkaar ontmoeten', `"${first}" stands first`);
  await tab(page, 'Wijken');
  await page.getByLabel('Nieuwe wijken').fill('Haven\nPoort');
  await press(page, 'Zet erbij');
  await page.waitForURL(/gedaan=erbij/);
  await tab(page, 'Luisteren');
  await page.getByText('Mensen kunnen inbreng geven').click();
  await save(page);
  await page.waitForURL(/gedaan=bewaard/);
  await page.goto(`${url}${HERE}/beheer`);
  need(await page.getByText('Mensen kunnen nu inbreng geven.').count(), 'it is not open');
}

async function speak(page, url) {
  await page.goto(`${url}${HERE}/meepraten`);
  await page.getByLabel('Wat wilt u zeggen?').fill('Een bank bij de vijver.');
  const themes = await page.getByLabel('Waar gaat het over?').locator('option').allInnerTexts();
  need(themes.includes('Hulp dichtbij'), `the themes are ${themes}`);
  await page.getByText('Iedereen mag het lezen', { exact: true }).click();
  await press(page, 'Verstuur');
  await page.waitForURL(/bewijs/);
}

// The points of the example stand in its draft; a theme gets another name first.
async function publish(page, url) {
  await page.goto(`${url}/almere-2023/beheer/themas`);
  await page.getByRole('link', { name: 'Hulp dichtbij' }).click();
  await page.getByLabel('Naam', { exact: true }).fill('Hulp om de hoek');
  await save(page);
  await page.waitForURL(/gedaan=bewaard/);
  await tab(page, 'Publiceren');
  await page.getByLabel('Wat wilt u over deze editie zeggen?').fill('De eerste.');
  await press(page, 'Publiceer editie 1');
  await page.waitForURL(/\/verslag\/editie\/1$/);
  need((await page.locator('main').innerText()).includes('Hulp om de hoek'), 'the new name is not in it');
}

export async function setup({ program, browser, work }) {
  const data = join(work, 'setup');
  await done(program, 'load', 'examples/almere-2023', '--data', data);
  const site = await Site.start(program, 'setup', data);
  const url = site.url.replace('127.0.0.1', 'localhost');
  const said = await done(program, 'admin', 'add', '--email', 'bea@voorbeeld.nl', '--name', 'Bea Baas',
    '--data', data);
  const { context, faults } = await watched(browser, [url]);
  const other = await watched(browser, [url]);
  const bea = await context.newPage();
  const resident = await other.context.newPage();

  await tried('an administrator begins a dialogue', async () => {
    await acceptInvitation(bea, said.trim().split('\n').at(-1), 'acht tuinen aan de rand');
    await begin(bea, url);
  });
  await tried('themes, neighbourhoods, and it opens', () => setUp(bea, url));
  await tried('a resident speaks, and the desk says that it waits', async () => {
    await speak(resident, url);
    await bea.goto(`${url}${HERE}/beheer`);
    const row = bea.getByRole('row').filter({ hasText: 'Inbreng die op een lezer wacht' });
    need(/1$/.test((await row.innerText()).trim()), `the desk says "${await row.innerText()}"`);
  });
  await tried('a report without points says what it needs', async () => {
    await bea.goto(`${url}${HERE}/beheer/publiceren`);
    need(await bea.getByText('Een verslag heeft minstens een punt nodig.').count(), 'it may appear');
  });
  await tried('a report appears', () => publish(bea, url));
  await tried('everything that was done can be read back', async () => {
    await bea.goto(`${url}${HERE}/beheer/geschiedenis`);
    need((await heading(bea)) === 'Geschiedenis', await heading(bea));
    const acts = await bea.locator('.dlg-history > li').count();
    need(acts >= 7, `only ${acts} acts`);
    need(await bea.getByText('Bea Baas, beheerder').count(), 'nobody did it');
  });
  await context.close();
  await other.context.close();
  claim('setting up asks nothing elsewhere, and nothing failed', [...faults, ...other.faults]);
  claim('the server of setting up ends clean', await site.stop());
}
