// Whoever signs out leaves no list of a door (door.js) on this device. What was not sent yet stays, until somebody
// signs in again and opens that door. `wipeDoors(which)` gives how many rows still wait.
'use strict';
window.wipeDoors = async (which) => {
  const asked = indexedDB.open('dialoog-deur', 1); // it is there when localStorage says so
  const db = await new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = no;
  });
  const t = db.transaction(['row', 'kept'], 'readwrite');
  const [rows, kept] = [t.objectStore('row'), t.objectStore('kept')];
  const keys = kept.getAllKeys();
  const done = rows.getAll();
  let places, others, waiting;
  done.onsuccess = () => {
    const lists = keys.result.filter((x) => x.startsWith('lijst ')).map((x) => x.slice(6));
    places = lists.filter(which);
    others = lists.length - places.length;
    places.forEach((x) => kept.delete(`lijst ${x}`));
    waiting = done.result.filter((x) => !x.sent && !x.refused).length;
    done.result.filter((x) => which(x.deur) && (x.sent || x.refused)).forEach((x) => rows.delete(x.id));
  };
  await new Promise((yes, no) => {
    t.oncomplete = yes;
    t.onabort = no;
  });
  db.close();
  const about = (url) => places.some((x) => new URL(url).pathname.endsWith(x));
  if (window.caches) {
    const cache = await caches.open('deur');
    for (const { url } of await cache.keys()) if (about(url)) await cache.delete(url);
    if (!others) await caches.delete('deur');
  }
  for (const x of await navigator.serviceWorker?.getRegistrations() ?? []) if (about(x.scope)) await x.unregister();
  if (!others) localStorage.removeItem('deur');
  return waiting;
};

for (const form of document.querySelectorAll('form[action$="/uitloggen"]')) {
  form.addEventListener('submit', async (event) => {
    if (!localStorage.deur) return;
    const said = JSON.parse(localStorage.deur);
    event.preventDefault();
    try {
      const waiting = await wipeDoors(() => true);
      alert(waiting ? said.outWaits : said.out);
    } catch { /* nothing could be opened; what there is goes when the evening is over */ }
    form.submit();
  });
}
