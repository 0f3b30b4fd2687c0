// Those who work with a dialogue: invited, signed in with a password and a passkey, given a role, let go.
import { join } from 'node:path';
import { claim, need, tried } from './claims.mjs';
import { addPhone } from './passkeys.mjs';
import { done, Site } from './site.mjs';
import { watched } from './watch.mjs';

const PASSWORDS = { ada: 'zeven bruggen over water', wim: 'een heel nieuw woord' };

const path = (page) => new URL(page.url()).pathname;
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

export async function acceptInvitation(page, link, password) {
  await page.goto(link);
  need(/^Welkom/.test(await page.locator('h1').innerText()), 'the invitation welcomes nobody');
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByLabel('Nog een keer hetzelfde').fill(password);
  await press(page, 'Bewaar en log in');
  await page.waitForURL(/\/beheer$/);
}

export async function signIn(page, url, email, password, dialogue = 'almere-2023') {
  await page.goto(`${url}/${dialogue}`);
  await page.getByRole('link', { name: 'Voor medewerkers' }).click();
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await press(page, 'Log in');
}

async function signOut(page) {
  await press(page, 'Log uit');
  await page.waitForURL((url) => !url.pathname.startsWith('/beheer'));
}

async function invite(page, url) {
  await page.goto(`${url}/beheer`);
  await page.getByRole('link', { name: 'Mensen', exact: true }).click();
  await page.getByLabel('Naam').fill('Wim Schrijver');
  await page.getByLabel('E-mailadres').fill('wim@voorbeeld.nl');
  await page.locator('label[for="rol-writer"]').click();
  await page.getByLabel('Waar?').selectOption({ label: 'Almere in dialoog' });
  await press(page, 'Maak een uitnodiging');
  const link = await page.locator('.dlg-hash').innerText();
  need(link.startsWith(`${url}/uitnodiging/`), `the link leads to ${link}`);
  return link;
}

export async function people({ program, browser, work }) {
  const data = join(work, 'people');
  await done(program, 'load', 'examples/almere-2023', '--data', data);
  const site = await Site.start(program, 'people', data);
  const url = site.url.replace('127.0.0.1', 'localhost'); // a number has no passkeys
  const said = await done(program, 'admin', 'add', '--email', 'ada@voorbeeld.nl', '--name', 'Ada Baas',
    '--data', data);
  const invitation = said.trim().split('\n').at(-1);
  const { context, faults } = await watched(browser, [url]);
  const other = await watched(browser, [url]);
  const ada = await context.newPage();
  const wim = await other.context.newPage();
  const phone = await addPhone(ada);
  let link;

  await tried('the first administrator is invited by the command, and chooses a password', async () => {
    need(invitation.startsWith(`${url}/uitnodiging/`), `the link is ${invitation}`);
    await acceptInvitation(ada, invitation, PASSWORDS.ada);
    const cookies = await context.cookies();
    need(cookies.length === 1 && cookies[0].name === '__Host-dialoog' && cookies[0].httpOnly
      && cookies[0].secure && cookies[0].sameSite === 'Lax', JSON.stringify(cookies));
  });
  await tried('a passkey is added', async () => {
    await ada.getByRole('link', { name: 'Ada Baas' }).click();
    await ada.getByRole('link', { name: 'Voeg een toegangssleutel toe' }).click();
    await ada.getByLabel('Uw wachtwoord van nu').fill(PASSWORDS.ada);
    await press(ada, 'Ga verder');
    await ada.getByLabel('Hoe noemt u deze sleutel?').fill('Mijn telefoon');
    await press(ada, 'Maak een toegangssleutel');
    await ada.waitForURL(/gedaan=sleutel/);
    need((await phone.keys()).length === 1, 'the phone has no passkey');
    need(await ada.getByText('Mijn telefoon').count(), 'the passkey is not listed');
  });
  await tried('a passkey goes only for who gives the password', async () => {
    await ada.getByRole('link', { name: 'Haal weg Mijn telefoon' }).click();
    need(await ada.getByLabel('Uw wachtwoord van nu').count(), 'no password is asked');
    await ada.goto(`${url}/beheer/ik`);
  });
  await tried('signing out, and in again with both', async () => {
    await signOut(ada);
    need((await context.cookies()).length === 0, 'a cookie is left');
    await signIn(ada, url, 'ada@voorbeeld.nl', PASSWORDS.ada);
    await ada.waitForURL(/\/inloggen\/sleutel/);
    await ada.goto(`${url}/beheer/mensen`);
    need(path(ada) === '/inloggen', 'half a sign-in opened the desk');
    await signIn(ada, url, 'ada@voorbeeld.nl', PASSWORDS.ada);
    await ada.waitForURL(/\/inloggen\/sleutel/);
    await phone.refuses();
    await press(ada, 'Gebruik uw toegangssleutel');
    await ada.locator('[data-failed]').waitFor();
    await phone.accepts();
    await press(ada, 'Gebruik uw toegangssleutel');
    await ada.waitForURL(/\/beheer$/);
  });
  await tried('a writer is invited, comes in and finds the dialogue', async () => {
    link = await invite(ada, url);
    await acceptInvitation(wim, link, PASSWORDS.wim);
    need(await wim.getByRole('link', { name: 'Almere in dialoog', exact: true }).count(), 'no dialogue');
    need((await wim.getByRole('link', { name: 'Mensen', exact: true }).count()) === 0, 'people are shown');
  });
  await tried('who is let go is out at once', async () => {
    await ada.goto(`${url}/beheer/mensen`);
    await ada.getByRole('link', { name: 'Wim Schrijver' }).click();
    await ada.getByRole('link', { name: 'Laat deze persoon niet meer toe' }).click();
    await press(ada, 'Laat niet meer toe');
    await ada.waitForURL(/gedaan=weg/);
    await wim.goto(`${url}/beheer`);
    need(path(wim) === '/inloggen', `who was let go is at ${path(wim)}`);
  });
  await phone.remove();
  await context.close();
  await other.context.close();
  claim('those who sign in ask nothing elsewhere, and nothing failed', [...faults, ...other.faults]);
  claim('the server of people ends clean', await site.stop());
}
