// A space is asked for and granted, and a need finds an answer, through real mails; a scanner opens every
// link of every mail and changes nothing. No script.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { signIn } from './people.mjs';
import { PASSWORD, freePort, letter, linkIn, listens, makeEditor, scan } from './promises.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

const NOW = '2026-11-27T10:00:00Z';
const ASK = '/plekken/buurthuis-de-schakel/aanvragen/grote-zaal';

async function asks(page, site, day, from, until) {
  await page.goto(site.url + ASK);
  await page.locator('#dag').fill(day);
  await page.locator('#van').fill(from);
  await page.locator('#tot').fill(until);
  await page.locator('#mensen').fill('20');
  await page.locator('#waarvoor').fill('Samen naaien');
  await page.locator('#naam').fill('Bo');
  await page.locator('main [name="e-mail"]').fill('bo@example.org');
  await page.getByRole('button', { name: 'Vraag aan' }).click();
}

export async function together({ program, work, browser }) {
  const data = join(work, 'together');
  const post = join(work, 'together-post');
  mkdirSync(post);
  await done(program, 'load', 'examples/waterstad', '--data', data);
  await done(program, 'publish', '--data', data, '--now', '2026-11-01T10:00:00Z');
  await done(program, 'generate', 'map', '--services', '24', '--data', data);
  await makeEditor(program, data);
  const port = await freePort();
  writeFileSync(join(data, 'config'), `mail-server = 127.0.0.1:${port}\nmail-tls = none\n`
    + 'mail-from = dialoog@waterstad.example\nmail-retry = 1 1\n', { mode: 0o600 });
  const smtp = spawn('tests/mail', ['--serve', String(port), post, 'plain'], { stdio: 'ignore' });
  await listens(port);
  const site = await Site.start(program, 'together', data, '--now', NOW);
  const { context, faults } = await watched(browser, [site.url], { javaScriptEnabled: false });
  const page = await context.newPage();
  const editor = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  let mine;
  let keeper;
  try {
    await tried('a space that is taken is told, with its times', async () => {
      await asks(page, site, '2026-12-01', '19:00', '20:00'); // the choir sings on Tuesday
      await page.getByText('dan is de ruimte al bezet').first().waitFor();
    });
    await tried('somebody asks for a space, and a button is pressed first', async () => {
      await asks(page, site, '2026-12-02', '19:00', '21:00');
      await page.getByText('Druk daar op de knop').waitFor();
      mine = linkIn(await letter(post, 'bo@example.org'), '/plekken/aanvraag/');
      await scan(site, post);
      await page.goto(site.url + mine);
      await page.getByRole('button', { name: 'Ja, vraag dit aan' }).click();
      await page.getByText('Bevestigd.').waitFor();
    });
    await tried('the keeper grants it by the link in a mail', async () => {
      keeper = linkIn(await letter(post, 'schakel@voorbeeld.example'), '/plekken/beslissen/');
      await scan(site, post);
      await page.goto(site.url + keeper);
      need(!(await page.locator('main').innerText()).includes('bo@example.org'), 'an address is shown');
      await page.locator('label[for="antwoord-ja"]').click();
      await page.getByRole('button', { name: 'Verstuur' }).click();
      await page.getByText('U zei ja').waitFor();
      const answer = await letter(post, 'bo@example.org', 'agenda.ics');
      const file = await site.ask(linkIn(answer, '/plekken/aanvraag/'));
      need(file.status === 200, `the calendar gets ${file.status}`);
      await page.goto(`${site.url}/plekken/buurthuis-de-schakel?week=2026-12-02`);
      await page.getByText('19.00 uur – 21.00 uur').first().waitFor();
    });
    claim('asking for a space is accessible', await look(editor, { site, address: ASK, lang: 'nl' }));
    claim('one\'s own request is accessible', await look(editor, { site, address: mine, lang: 'nl' }));
    claim('the page of the keeper is accessible', await look(editor, { site, address: keeper, lang: 'nl' }));
    await tried('it is cancelled by the same link, and the space stands empty', async () => {
      await page.goto(site.url + mine);
      await page.getByRole('button', { name: 'Zeg af' }).click();
      await page.getByText('Afgezegd.').waitFor();
      await letter(post, 'schakel@voorbeeld.example', 'Afgezegd: ');
    });
    await tried('a need is confirmed, read by the desk, and then public', async () => {
      await page.goto(`${site.url}/vraag-en-aanbod/plaats`);
      await page.locator('label[for="soort-vraag"]').click();
      await page.locator('#titel').fill('Wie leert mij zwemmen?');
      await page.locator('label[for="wie-bewoner"]').click();
      await page.locator('main [name="e-mail"]').fill('dee@example.org');
      await page.locator('label[for="akkoord"]').click();
      await page.getByRole('button', { name: 'Verstuur' }).click();
      mine = linkIn(await letter(post, 'dee@example.org'), '/vraag-en-aanbod/mijn/');
      await page.goto(site.url + mine);
      await page.getByRole('button', { name: 'Ja, plaats dit' }).click();
      await page.getByText('Bevestigd.').waitFor();
      await signIn(editor, site.url, 'anna@example.org', PASSWORD, 'waterstad');
      await editor.waitForURL((to) => !to.pathname.includes('inloggen'));
      await editor.goto(`${site.url}/beheer/vraag-en-aanbod`);
      await editor.getByRole('button', { name: 'Laat zien Wie leert mij zwemmen?' }).click();
      await editor.getByText('Iedereen ziet het nu').waitFor();
      await page.goto(`${site.url}/vraag-en-aanbod`);
      await page.getByRole('link', { name: 'Wie leert mij zwemmen?' }).click();
      await page.getByRole('link', { name: 'Reageer' }).click();
    });
    await tried('who answers and who placed it write through us', async () => {
      await page.locator('#tekst').fill('Dat wil ik wel.');
      await page.locator('#naam').fill('Ed');
      await page.locator('main [name="e-mail"]').fill('ed@example.org');
      await page.getByRole('button', { name: 'Verstuur' }).click();
      const link = linkIn(await letter(post, 'ed@example.org'), '/vraag-en-aanbod/gesprek/');
      await scan(site, post);
      await page.goto(site.url + link);
      await page.getByRole('button', { name: 'Ja, verstuur dit' }).click();
      const mail = await letter(post, 'dee@example.org', 'Dat wil ik wel.');
      need(!mail.text.includes('ed@example.org'), 'an address goes along');
      keeper = linkIn(mail, '/vraag-en-aanbod/gesprek/');
      await page.goto(site.url + keeper);
      await page.locator('#tekst').fill('Graag');
      await page.getByRole('button', { name: 'Verstuur' }).click();
      await letter(post, 'ed@example.org', 'Graag');
    });
    claim('a conversation is accessible', await look(editor, { site, address: keeper, lang: 'nl' }));
    claim('what one placed is accessible', await look(editor, { site, address: mine, lang: 'nl' }));
    claim('no page of these went wrong', faults.filter((x) => !/4(22|04)/.test(x)));
  } finally {
    smtp.kill();
    claim('the server of together ends clean', await site.stop());
  }
}
