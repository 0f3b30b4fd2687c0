// Shows the page of a table, or of a door, when there is no network. What is written there is kept by outbox.js.
'use strict';
const PATIENCE = 4000; // a network that is there but says nothing is no network
const TABLE = /^(\/[a-z]+)?\/tafel\/[^/]+/;
const DOOR = /^.*\/deur(?=\/|$)/;

const kept = (path) => caches.match(path, { ignoreVary: true });

async function page(request, path) {
  const here = await kept(path);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && TABLE.exec(path)?.[0] === path) (await caches.open('tafel')).put(path, answer.clone());
    return answer;
  });
  if (!here) { // another page of it: without a network, back to where one can go on
    const [home] = TABLE.exec(path) ?? DOOR.exec(path) ?? [];
    return fresh.catch(async (error) => {
      if (!home || !(await kept(home))) throw error;
      return Response.redirect(home);
    });
  }
  return Promise.race([
    // At the door one goes on when signing in has ended; what waits is sent after signing in again.
    fresh.then((answer) => (answer.status >= 429 || answer.type === 'opaqueredirect' ? here : answer), () => here),
    new Promise((done) => { setTimeout(() => done(here), PATIENCE); }),
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
