// Keeps the page of a table, and what it is made of, on the phone: it opens again without a network. What
// is written is kept by sheet.js; this only shows pages.
'use strict';
const PATIENCE = 4000; // a network that is there but says nothing is no network

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

async function page(request, path) {
  const cache = await caches.open('tafel');
  const kept = await cache.match(path, { ignoreVary: true });
  const fresh = fetch(request).then((answer) => {
    if (answer.ok && /^(\/[a-z]+)?\/tafel\/[^/]+$/.test(path)) cache.put(path, answer.clone());
    return answer;
  });
  if (!kept) { // another page of the table: without a network, back to the sheet
    const [sheet] = /^(\/[a-z]+)?\/tafel\/[^/]+/.exec(path) ?? [];
    return fresh.catch(async (error) => {
      if (!sheet || !(await cache.match(sheet, { ignoreVary: true }))) throw error;
      return Response.redirect(sheet);
    });
  }
  return Promise.race([
    fresh.then((answer) => (answer.status >= 429 ? kept : answer), () => kept),
    pause(PATIENCE).then(() => kept),
  ]);
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url.pathname));
  else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((x) => x ?? fetch(request)));
  }
});
