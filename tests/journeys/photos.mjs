// Photos from a table: kept on the phone without a network, there once whatever happens on the way, told why when
// one is refused, and shown only when the desk let it through.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { need, tried } from './claims.mjs';
import { press } from './people.mjs';

const PICTURES = 'tests/vectors/images';
const pause = (ms) => new Promise((yes) => { setTimeout(yes, ms); });

const here = (page, what) => page.locator(`[data-photo-${what}]`);
async function choose(page, file, people = 'niemand') {
  const folded = page.locator('details:not([open]) > summary', { hasText: 'Maak een foto van een vel' });
  if (await folded.count()) await folded.click();
  await page.locator('#foto').setInputFiles(file);
  await page.locator(`label[for="mensen-${people}"]`).click();
  await press(page, 'Bewaar de foto');
}
const waits = (page, n) => page.waitForFunction((many) => {
  const said = document.querySelector('[data-photo-waits]');
  return said.hidden ? many === 0 : Number(said.lastElementChild.textContent) === many;
}, n);
const online = (page) => page.evaluate(() => dispatchEvent(new Event('online')));

export async function photos({ hall, data, links, page: desk, work, browser }, { openPhone, ask }) {
  const link = links[5];
  const kept = () => ask(data, 'SELECT p.id, p.width, p.people FROM photo p JOIN tables t ON t.id = p.at_table '
    + 'WHERE t.number = 6 AND t.round = 1 ORDER BY p.id');
  const phone = await openPhone(browser, hall, link);
  const { context } = phone;
  await tried('a photo without a network waits on the phone, also when the page is opened again', async () => {
    await context.setOffline(true);
    await choose(phone.page, `${PICTURES}/wide.jpg`);
    await waits(phone.page, 1);
    await phone.page.close();
    phone.page = await context.newPage();
    await phone.page.goto(hall.url + link);
    await waits(phone.page, 1);
    need((await kept()).length === 0, 'it came in without a network');
    await context.setOffline(false);
    await online(phone.page);
    await waits(phone.page, 0);
    const [photo] = await kept();
    need(photo?.width === 1600 && photo.people === 0, JSON.stringify(await kept()));
  });
  await tried('an answer that is cut off makes no second photo', async () => {
    let cut = 0;
    await phone.page.route('**/fotos', async (route) => {
      if (cut > 1) return route.continue();
      cut += 1;
      await route.fetch().catch(() => {});
      return route.abort();
    });
    await choose(phone.page, `${PICTURES}/turned.jpg`, 'ja');
    await here(phone.page, 'sent').getByText('2').waitFor();
    await phone.page.unroute('**/fotos');
    const all = await kept();
    need(all.length === 2 && all[1].width === 200, `it should stand upright, once: ${JSON.stringify(all)}`);
  });
  await tried('a photo survives a server that is killed', async () => {
    await hall.kill();
    await choose(phone.page, `${PICTURES}/coarse.jpg`, 'team');
    await pause(500);
    await waits(phone.page, 1);
    await hall.start();
    await online(phone.page);
    await waits(phone.page, 0);
    need((await kept()).length === 3, `${(await kept()).length} photos, not 3`);
  });
  await tried('what is no photo is told, and can be taken away', async () => {
    const file = join(work, 'brief.jpg');
    writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await choose(phone.page, file);
    await phone.page.getByText('Dit is geen foto die wij kunnen lezen.').waitFor();
    await press(phone.page, 'Haal deze foto weg');
    await here(phone.page, 'refused').waitFor({ state: 'hidden' });
    await press(phone.page, 'Bewaar de foto');
    await here(phone.page, 'missing').waitFor();
    need((await kept()).length === 3, 'it came in');
  });
  await tried('a phone that never gets a network hands its photo over as a file, and nothing comes twice', async () => {
    const other = await openPhone(browser, hall, link);
    await context.setOffline(true);
    await choose(phone.page, `${PICTURES}/wide.jpg`);
    await waits(phone.page, 1);
    await phone.page.getByText('Dit toestel', { exact: true }).click();
    const [file] = await Promise.all([phone.page.waitForEvent('download'), press(phone.page, 'Bewaar de foto’s als bestand')]);
    await other.page.getByText('Dit toestel', { exact: true }).click();
    await other.page.locator('#fotobestand').setInputFiles(await file.path());
    await here(other.page, 'taken').getByText('1').waitFor();
    await waits(other.page, 0);
    await other.page.locator('#fotobestand').setInputFiles(`${PICTURES}/coarse.jpg`); // no file of ours
    await here(other.page, 'taken').getByText('0').waitFor();
    await context.setOffline(false);
    await online(phone.page);
    await waits(phone.page, 0);
    need((await kept()).length === 4, `${(await kept()).length} photos, not 4`);
    await other.context.close();
  });
  await tried('the table takes a photo back: one that waits here, and one that was sent', async () => {
    await context.setOffline(true);
    await choose(phone.page, `${PICTURES}/wide.jpg`);
    await waits(phone.page, 1);
    await press(phone.page, 'Haal de laatste weg');
    await waits(phone.page, 0);
    await context.setOffline(false);
    await phone.page.goto(`${hall.url}${link}/foto/weg`);
    await phone.page.getByRole('button', { name: 'Haal deze foto weg Foto 4' }).click();
    await phone.page.getByText('De foto is weg.').waitFor();
    const [{ n }] = await ask(data, 'SELECT count(*) AS n FROM photo WHERE state = 3 AND length(bytes) = 0');
    need(n === 1, `${n} photos were erased`);
  });
  await context.close();
  await tried('the desk lets a photo through, and everybody sees it', async () => {
    const [{ id }] = await kept();
    const stranger = await browser.newContext();
    const status = async () => (await stranger.request.get(`${hall.url}/proef/foto/${id}`)).status();
    need(await status() === 404, 'it shows before anybody looked');
    await desk.goto(`${hall.url}/proef/beheer/nakijken`);
    await desk.getByRole('link', { name: /^Foto’s/ }).click();
    await desk.getByRole('link', { name: `Foto ${id}`, exact: true }).click();
    await press(desk, 'Laat zien en ga verder');
    await desk.getByText('Schrijf op wat er te zien is.').first().waitFor();
    await desk.getByLabel('Wat is er te zien?').fill('Een vel met zeven pijlen.');
    await desk.getByLabel('Wie maakte dit?').fill('Tafel 6');
    await press(desk, 'Laat zien en ga verder');
    await desk.getByText('De foto is nu voor iedereen te zien.').waitFor();
    need(await status() === 200, 'it does not show');
    const page = await stranger.newPage();
    await page.goto(`${hall.url}/proef/bijeenkomst/avond/ronde/1/tafel/6`);
    await page.getByAltText('Een vel met zeven pijlen.').waitFor();
    await desk.goto(`${hall.url}/proef/beheer/fotos/${id}`);
    await press(desk, 'Wis deze foto');
    await desk.getByText('De foto is gewist.').waitFor();
    need(await status() === 404, 'it still shows');
    await page.reload();
    need(!(await page.content()).includes('zeven pijlen'), 'the page still tells of it');
    await stranger.close();
    await desk.goto(`${hall.url}/proef/beheer/tafels/avond`);
  });
}

export async function photoWithoutScript(page, url) {
  await tried('without script a photo is a plain form', async () => {
    await page.goto(url);
    await page.getByText('Maak een foto van een vel of tekening').click();
    await page.locator('#foto').setInputFiles(`${PICTURES}/photo.webp`);
    await press(page, 'Bewaar de foto');
    await page.getByText('Kies of er mensen op de foto staan.').first().waitFor();
    await page.locator('#foto').setInputFiles(`${PICTURES}/photo.webp`);
    await page.locator('label[for="mensen-niemand"]').click();
    await press(page, 'Bewaar de foto');
    await page.waitForURL(/gedaan=foto/);
  });
}
