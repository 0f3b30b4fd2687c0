// A browser that tells on its pages: whoever asks elsewhere, keeps something or breaks is a fault.
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: OPTIONS });

// A context whose pages are watched; `faults` fills while it is used.
export async function watched(browser, origins, options = {}) {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: WIDTHS.desk, ...options });
  const faults = [];
  context.setDefaultTimeout(10000);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:/.test(url.protocol) && !origins.includes(url.origin)) faults.push(`asked ${url.href}`);
  });
  context.on('response', (answer) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} for ${answer.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.text()}`.slice(0, 300));
  });
  context.on('weberror', (error) => faults.push(`script error: ${error.error().message}`));
  return { context, faults };
}

// What a page kept in the browser: nothing, as it should be.
export async function keptFaults(context, page) {
  const faults = (await context.cookies()).map((x) => `a cookie: ${x.name}`);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));
  for (const [what, n] of Object.entries(kept)) if (n) faults.push(`${n} kept in ${what}`);
  return faults;
}

// What Chromium says against installing the page: its manifest and its pictures.
export async function installFaults(page) {
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  const faults = errors.map((x) => `${url}: ${x.message}`);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  faults.push(...installabilityErrors.map((x) => x.errorId).filter((x) => x !== 'in-incognito'));
  for (const { src, sizes } of data ? JSON.parse(data).icons : []) {
    const real = await page.evaluate(async (from) => {
      const picture = await createImageBitmap(await (await fetch(from)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    if (real !== sizes) faults.push(`${src} is ${real}, not ${sizes}`);
  }
  if (!data) faults.push('there is no manifest');
  await session.detach();
  return faults;
}
