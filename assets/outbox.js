// What is done on a device is kept there at once, waits, and is sent until the server says that it is on its disk.
// The table sheet (sheet.js) and the door (door.js) are built on it.
//
// A row is what was done. It gets its mark and its place in the order in the same transaction in which it is kept,
// and is never changed afterwards; the server does each mark once.
//
// `own` has: here, placeOf(row), post(place, rows, waiting, signal), heard(place, said, rows), after() when
// everything was sent, paint().
'use strict';
window.openOutbox = (name, own) => {
  const opened = new Promise((yes, no) => {
    const asked = indexedDB.open(`dialoog-${name}`, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('row', { keyPath: 'id' });
      asked.result.createObjectStore('kept');
    };
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const work = async (what) => {
    const db = await opened;
    return new Promise((yes, no) => {
      const t = db.transaction(['row', 'kept'], 'readwrite', { durability: 'strict' });
      const answer = what(t.objectStore('row'), t.objectStore('kept'));
      t.oncomplete = () => yes(answer && answer.result);
      t.onerror = () => no(t.error);
      t.onabort = t.onerror;
    });
  };
  const all = () => work((rows) => rows.getAll());

  // A UUIDv7: the order shows in it as far as the clock is right.
  const uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    const now = Date.now();
    for (let i = 0; i < 6; i += 1) b[i] = (now / 2 ** (40 - 8 * i)) & 255;
    b[6] = (b[6] & 15) | 112;
    b[8] = (b[8] & 63) | 128;
    const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
  let device;
  const begin = () => work((rows, kept) => {
    const asked = kept.get('device');
    asked.onsuccess = () => {
      device = asked.result ?? uuid();
      kept.put(device, 'device');
    };
  });
  const add = (row) => work((rows, kept) => {
    const asked = kept.get('number');
    asked.onsuccess = () => {
      const nummer = (asked.result ?? 0) + 1;
      kept.put(nummer, 'number');
      rows.add({ apparaat: device, nummer, tijd: Math.floor(Date.now() / 1000), ...row });
    };
  });

  // ---- sent

  const waits = (row) => !row.sent && !row.refused;
  const due = (row) => waits(row) && !(row.after > Date.now());
  const slim = ({ sent, refused, after, ...row }) => row;

  const both = (a, b) => { // two answers as one
    const all = { ...a, ...b };
    for (const [name, value] of Object.entries(a)) {
      if (Array.isArray(value)) all[name] = value.concat(b[name] ?? []);
      else if (typeof value === 'object') all[name] = { ...value, ...b[name] };
    }
    return all;
  };

  async function ask(place, rows, waiting) {
    const stop = new AbortController();
    const alarm = setTimeout(() => stop.abort(), 20000);
    try {
      const answer = await own.post(place, rows.map(slim), waiting, stop.signal);
      if ([400, 413, 422].includes(answer.status) && rows.length) {
        if (rows.length === 1) return { klaar: [], niet: { [rows[0].id]: 'fout' } };
        const half = rows.length >> 1; // one that cannot be read does not hold up the others
        return both(await ask(place, rows.slice(0, half), waiting), await ask(place, rows.slice(half), waiting));
      }
      if (!answer.ok) throw new Error(answer.status);
      return await answer.json();
    } finally {
      clearTimeout(alarm);
    }
  }

  async function sendPlace(place, mine) {
    let first = place === own.here;
    for (;;) {
      const waiting = mine.filter(due).sort((a, b) => a.nummer - b.nummer);
      if (!waiting.length && !first) return;
      first = false;
      let room = 40000;
      const batch = waiting.slice(0, 50).filter((x) => (room -= (x.tekst ?? '').length + 200) > 0);
      const said = await ask(place, batch, waiting.length - batch.length);
      const done = new Set(said.klaar);
      batch.forEach((x) => {
        if (done.has(x.id)) x.sent = Date.now();
        else if (said.niet[x.id]) x.refused = said.niet[x.id];
      });
      own.heard(place, said, batch);
      await work((rows) => batch.forEach((x) => (x.sent || x.refused) && rows.put(x)));
      if (batch.some(waits)) throw new Error('no answer about a row');
      own.paint();
    }
  }

  // One place that does not answer does not hold up the others.
  async function sendAll() {
    const rows = await all();
    let failed;
    for (const place of new Set([own.here ?? [], rows.filter(due).map(own.placeOf)].flat())) {
      await sendPlace(place, rows.filter((x) => own.placeOf(x) === place)).catch((error) => { failed ??= error; });
    }
    if (failed) throw failed;
  }

  let busy = false;
  let again = false;
  let patience = 0;
  let timer;
  const alone = (f) => (navigator.locks ? navigator.locks.request(name, f) : f());
  async function send() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    clearTimeout(timer);
    try {
      do {
        again = false;
        await alone(sendAll);
      } while (again);
      patience = 0;
      await own.after();
    } catch {
      patience = Math.min(60, patience * 2 || 3);
      timer = setTimeout(send, patience * (500 + 500 * Math.random()));
    }
    busy = false;
    own.paint();
  }
  const listen = () => {
    addEventListener('online', send);
    addEventListener('pageshow', send);
    document.addEventListener('visibilitychange', () => document.hidden || send());
  };

  // ---- the page itself, kept to be opened again without a network (offline-worker.js); gives whether it is

  async function keepPage(worker, page, options) {
    if (!navigator.serviceWorker || !window.caches) return false;
    await navigator.serviceWorker.register(new URL(worker, location.href), options);
    const cache = await caches.open(name);
    const here = location.pathname;
    const files = [
      ...[...document.querySelectorAll('link[rel=stylesheet],link[rel=icon]')].map((x) => x.href),
      ...[...document.scripts].map((x) => x.src),
      ...performance.getEntriesByType('resource').map((x) => x.name).filter((x) => /\/assets\//.test(x)),
    ].filter(Boolean);
    try {
      await page(cache, here);
      await cache.addAll([...new Set(files)]);
    } catch { /* without a network now; it may be there from before */ }
    return Boolean(await cache.match(here, { ignoreVary: true }));
  }

  // A file for another device; its browser asks where to.
  const save = (parts, file) => {
    const url = URL.createObjectURL(new Blob(parts));
    Object.assign(document.createElement('a'), { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };

  return { save, work, all, uuid, begin, device: () => device, add, waits, send, listen, keepPage };
};
