// From a voice to a verdict, through real mails and back: an owner is asked and answers, a follower confirms and hears
// of it, and who raised it says whether they notice. A scanner opens every link of every mail and changes nothing.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { look } from './accessible.mjs';
import { claim, need, tried } from './claims.mjs';
import { signIn } from './people.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

export const PASSWORD = 'negen stille sluizen in de mist';
const CITY = '/waterstad-2023';
const MONDAY = '2026-11-30T08:30:00Z';

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// Until somebody listens there.
export async function listens(port) {
  for (let i = 0; i < 100; i += 1) {
    const there = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (there) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error('no mail server');
}

export async function makeEditor(program, data) {
  const words = ['admin', 'add', '--email', 'anna@example.org', '--name', 'Anna', '--role', 'administrator',
    '--password-stdin', '--data', data];
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(`${PASSWORD}\n`);
  need(await new Promise((resolve) => { child.on('close', resolve); }) === 0, 'no editor is made');
}

// The newest mail to an address, as text.
export async function letter(post, to, has = '') {
  for (let i = 0; i < 100; i += 1) {
    const file = join(post, `last-${to}`);
    if (existsSync(file)) {
      const raw = readFileSync(file, 'latin1');
      const body = raw.slice(raw.indexOf('\r\n\r\n')).replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      const text = Buffer.from(body, 'latin1').toString('utf8');
      if (text.includes(has)) return { head: raw.slice(0, raw.indexOf('\r\n\r\n')), text };
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no mail to ${to} with "${has}"`);
}

export function linkIn({ text }, begins) {
  const found = text.split(/\s/).find((word) => new URL(word, 'http://x').pathname.startsWith(begins)
    && word.startsWith('http'));
  need(found, `no link ${begins} in the mail`);
  return new URL(found).pathname + new URL(found).search;
}

// Opens each link of each mail, as scanners of mail do.
export async function scan(site, post) {
  for (const file of readdirSync(post).filter((x) => x.startsWith('last-'))) {
    const { text } = await letter(post, file.slice(5));
    for (const word of text.split(/\s/).filter((x) => x.startsWith('http'))) {
      const { pathname, search } = new URL(word);
      const { status } = await site.ask(pathname + search);
      need(status === 200, `a scanner gets ${status} from ${pathname}`);
    }
  }
}

async function answersAs(page, url, link, label, why) {
  await page.goto(url + link);
  await page.locator(`label[for="stand-${label}"]`).click();
  if (why) await why(page);
  await page.getByRole('button', { name: 'Verstuur' }).click();
}

export async function promises({ program, work, browser }) {
  const data = join(work, 'promises');
  const post = join(work, 'promises-post');
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
  let site = await Site.start(program, 'promises', data, '--now', MONDAY);
  const { context, faults } = await watched(browser, [site.url], { javaScriptEnabled: false });
  const resident = await context.newPage();
  const editor = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  let link;
  try {
    await signIn(editor, site.url, 'anna@example.org', PASSWORD, 'waterstad-2023');
    await editor.waitForURL((to) => !to.pathname.includes('inloggen'));

    await tried('somebody follows a promise: nothing before the button in the mail', async () => {
      await resident.goto(`${site.url}${CITY}/toezegging/3/volgen`);
      await resident.getByLabel('Uw e-mailadres').fill('volger@example.org');
      await resident.getByRole('button', { name: 'Stuur mij de link' }).click();
      await resident.getByText('Druk daar op de knop').waitFor();
      const mail = await letter(post, 'volger@example.org', '/volgen/');
      await scan(site, post);
      await resident.goto(site.url + linkIn(mail, '/volgen/'));
      await resident.getByText('Wacht op uw knop').waitFor();
      await resident.getByRole('button', { name: 'Ja, ik wil dit volgen' }).click();
      await resident.getByText('U krijgt een mail als er iets gebeurt').waitFor();
    });

    await tried('an editor fills in whom to ask, and asks by hand', async () => {
      await editor.goto(`${site.url}${CITY}/beheer/toezeggingen/3/contact`);
      await editor.locator('#naam-0').fill('Ada');
      await editor.locator('#mail-0').fill('ada@stad.example');
      await editor.getByRole('button', { name: 'Bewaar' }).click();
      await editor.goto(`${site.url}${CITY}/beheer/toezeggingen/3/gevraagd`);
      await editor.getByRole('button', { name: 'Stuur een mail met een nieuwe link' }).click();
      await editor.getByText('De mail staat klaar').waitFor();
      link = linkIn(await letter(post, 'ada@stad.example'), '/stand-van-zaken/');
    });

    await tried('a scanner that opens every link changes nothing', async () => {
      await scan(site, post);
      await resident.goto(`${site.url}${CITY}/toezegging/3`);
      need((await resident.locator('main').innerText()).includes('Stil sinds'), 'the silence is gone');
    });

    await tried('the owner answers without an account, with what was done', async () => {
      await answersAs(resident, site.url, link, 'under-way', async (page) => {
        await page.locator('summary').click();
        await page.getByLabel('Wat is er gedaan?').fill('Twee nieuwe mensen zijn begonnen.');
      });
      await resident.getByText('Uw antwoord staat op de site').waitFor();
      await resident.goto(`${site.url}${CITY}/toezegging/3`);
      const said = await resident.locator('main').innerText();
      need(said.includes('Twee nieuwe mensen zijn begonnen.'), 'the deed is not there');
      need(!said.includes('Stil sinds'), 'it is still said to be silent');
    });

    await tried('a link that was used explains itself, and one for nothing too', async () => {
      await resident.goto(site.url + link);
      await resident.getByText('U antwoordde al op').waitFor();
      const { status } = await site.ask('/stand-van-zaken/0000-0000-0000');
      need(status === 404, `a code of nobody gets ${status}`);
    });

    await tried("an owner's link cannot touch another promise", async () => {
      await editor.goto(`${site.url}${CITY}/beheer/toezeggingen/3/gevraagd`);
      need((await editor.locator('main').innerText()).includes('Wij zijn bezig'), 'the desk does not see the answer');
      await resident.goto(`${site.url}${CITY}/toezegging/6`);
      need(!(await resident.locator('main').innerText()).includes('Twee nieuwe mensen'), 'another promise changed');
    });

    await tried('who offers something confirms it with one press, behind a link that a scanner may open', async () => {
      await editor.goto(`${site.url}/beheer/kaart/aanbieders/1`);
      await editor.locator('#adres').fill('eva@aanbieder.example');
      await editor.getByRole('button', { name: 'Stuur de link' }).click();
      await editor.getByText('De mail met de link staat klaar').waitFor();
      const own = linkIn(await letter(post, 'eva@aanbieder.example'), '/klopt-nog/');
      await scan(site, post);
      await resident.goto(site.url + own);
      need(!(await resident.locator('main').innerText()).includes('U zei op'), 'a scanner answered');
      claim('the page of who offers something is in order', await look(editor, { site, address: own, lang: 'nl' }));
      await resident.locator('main button').first().click();
      await resident.getByText('U bent klaar').waitFor();
      await resident.locator('main h3 a').first().click();
      await resident.getByText('Bevestigd op 30 november 2026').waitFor();
      await resident.goto(site.url + own);
      need(await resident.getByRole('button', { name: /^Klopt nog/ }).count() === 0, 'it can be answered again');
    });

    await tried('the news goes to who follows, with a question, and out with one press', async () => {
      await editor.goto(`${site.url}${CITY}/beheer/volgers`);
      await editor.getByRole('button', { name: 'Stuur het nieuws nu' }).click();
      const mail = await letter(post, 'volger@example.org', 'Er is iets gedaan');
      need(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/.test(mail.head), 'no one-click in the head');
      await scan(site, post);
      await resident.goto(site.url + linkIn(mail, `${CITY}/toezegging/3/merkt/`));
      await resident.locator('label[for="merkt-partly"]').click();
      await resident.getByRole('button', { name: 'Verstuur' }).click();
      await resident.getByText('Uw antwoord telt mee').waitFor();
      const out = /List-Unsubscribe:\s*<([^>]+)>/.exec(mail.head)[1];
      const answer = await site.ask(new URL(out).pathname, { method: 'POST', body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      need(answer.status === 200, `one click gets ${answer.status}`);
      await resident.goto(site.url + new URL(out).pathname);
      await resident.getByText('Uw adres is gewist').waitFor();
    });

    await tried('somebody tells something, and says with that code what they notice', async () => {
      await resident.goto(`${site.url}${CITY}/toezegging/3/merkt`);
      await resident.getByLabel('Uw code').fill('0000-0000-0000');
      await resident.locator('label[for="merkt-no"]').click();
      await resident.getByRole('button', { name: 'Verstuur' }).click();
      await resident.getByText('Deze code hoort niet').first().waitFor();
    });
    claim('no page went wrong', faults.filter((x) => !/4(22|04)/.test(x)));
    claim('what the desk shows of it is accessible',
      await look(editor, { site, address: `${CITY}/beheer/toezeggingen/3/gevraagd`, lang: 'nl' }));
    claim('the page of a verdict is accessible',
      await look(editor, { site, address: `${CITY}/toezegging/3/merkt`, lang: 'nl' }));

    await tried('started again, the program asks nobody twice', async () => {
      const before = readFileSync(join(post, 'taken'), 'utf8').trim().split('\n').length;
      await site.stop();
      site = await Site.start(program, 'promises', data, '--now', MONDAY);
      await new Promise((resolve) => { setTimeout(resolve, 3000); });
      const after = readFileSync(join(post, 'taken'), 'utf8').trim().split('\n').length;
      need(before === after, `${after - before} mails more`);
    });
  } finally {
    smtp.kill();
    claim('the server of promises ends clean', await site.stop());
  }
}
