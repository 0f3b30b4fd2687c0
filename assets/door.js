// The door of an evening, also without a network, once its list is on this device. Without that it is a plain page
// (src/features/registration/door.html). outbox.js keeps and sends what is done.
'use strict';
(() => {
  const head = document.querySelector('[data-door]');
  if (!head || !window.indexedDB || !window.wipeDoors) return;
  const door = head.dataset.door;
  const at = (name, where = document) => where.querySelector(`[data-${name}]`);
  const show = (name, on, where) => { at(name, where).hidden = !on; };
  const plain = [...document.querySelectorAll('[data-plain]')];
  const bare = !plain.length; // the page that was kept: nobody stands on it
  const find = at('find').elements.zoek;
  const walkIn = at('walk-in');
  const LIST = `lijst ${door}`;
  const SHOWN = 60;

  let list = null; // as the server gave it, with `learned`: when it was asked for, and `skew`: how wrong our clock is
  let over = false;
  let token = { text: '', made: 0 };
  let signedOut = false;

  // ---- what the server has

  async function ask(place) {
    const stand = place === door ? list?.stand ?? '' : ''; // nothing changed since: the names need not come again
    const answer = await fetch(`${place}/mensen?stand=${stand}`, { redirect: 'manual', cache: 'no-store' });
    signedOut = answer.type === 'opaqueredirect';
    if (signedOut) throw new Error('signed out');
    if (answer.status === 403) await wipe(place); // no list for who may not see it
    if (!answer.ok) throw new Error(answer.status);
    const { formulier, ...said } = await answer.json();
    token = { text: formulier, made: Date.now() };
    return said;
  }

  const box = openOutbox('deur', {
    placeOf: (row) => row.deur,
    async post(place, rows, waiting, signal) {
      if (Date.now() - token.made > 600000) await ask(place);
      const body = new URLSearchParams({ formulier: token.text, rijen: JSON.stringify(rows) });
      const answer = await fetch(`${place}/rijen`, { method: 'POST', body, signal, redirect: 'manual' });
      if (answer.status === 403) token.made = 0; // signed out, or somebody else since
      return answer;
    },
    heard: (place, said, rows) => rows.forEach((x) => {
      x.wie = said.wie?.[x.id] ?? x.wie;
      x.al = said.al?.[x.id];
    }),
    after: async () => {
      await tidy();
      if (list) await refresh();
      await tidy(); // the server may say that it is over
    },
    paint: () => paint(),
  });
  const { work, all: rowsKept, uuid, waits, send } = box;
  const add = (row) => box.add({ id: uuid(), deur: door, ...row });

  async function refresh() {
    const learned = Date.now();
    const said = await ask(door);
    over = said.voorbij;
    if (over) return;
    list = { ...list, ...said, learned, skew: said.nu * 1000 - learned };
    localStorage.deur = JSON.stringify(head.dataset); // for signing out: there is something to wipe, and what to say
    await work((rows, kept) => { kept.put(list, LIST); });
  }

  // ---- who is in: the list, and what was done here since

  function people(rows) {
    const found = new Map();
    const put = (x) => found.set(x.id, x).get(x.id);
    for (const [id, number, name, state, since, mark] of list.mensen) {
      put({ id, number, name, queues: state === 1, in: since > 0, mark });
    }
    const mine = rows.filter((x) => x.deur === door).sort((a, b) => a.nummer - b.nummer);
    const byRow = new Map();
    for (const row of mine) {
      const news = !row.refused && (!row.sent || row.sent >= list.learned);
      const before = byRow.get(row.van);
      let who = found.get(row.wie) ?? before;
      if (!who && row.doe === 'erbij') who = put({ id: row.id, name: row.naam });
      if (!who && row.code) who = put({ id: row.id, name: row.code });
      if (!who) continue;
      byRow.set(row.id, who);
      if (row.doe === 'terug') {
        if (news) who.in = false;
        if (!row.van || who.by?.id === row.van) who.by = null;
        if (!found.has(row.wie) && !who.number) found.delete(who.id);
      } else {
        if (news) who.in = true;
        who.by = row.refused ? null : row;
        who.twice = Boolean(row.al);
      }
      who.refused = Boolean(row.refused);
      who.unsent = waits(row);
    }
    return [...found.values()];
  }

  // ---- a code: typed, scanned from somebody's phone, or from a badge

  async function markOf(text) {
    if (/^[0-9a-f]{16}$/.test(text)) return text;
    const code = text.replace(/[\s.-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
    if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) || !crypto.subtle) return null;
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`receipt ${code}`));
    return [...new Uint8Array(hash, 0, 8)].map((x) => x.toString(16).padStart(2, '0')).join('');
  }
  const scannedCode = (text) => {
    try {
      const url = new URL(text);
      return url.searchParams.get('zoek') ?? /\/aanmelding\/([^/]+)$/.exec(url.pathname)?.[1] ?? text;
    } catch {
      return text;
    }
  };

  // ---- shown

  let undo = null;
  function say(what, name, row) {
    for (const x of ['in', 'already', 'back', 'code', 'unknown']) show(`said-${x}`, x === what);
    at('said-who').textContent = name;
    undo = row;
    show('undo', row);
    show('said', true);
    at('said').scrollIntoView({ block: 'nearest' });
    if (row) at('undo').focus({ preventScroll: true });
  }

  function line(who) {
    const li = at('blank').cloneNode(true);
    delete li.dataset.blank;
    li.querySelector('bdi').textContent = who.name;
    show('number', who.number, li);
    at('number', li).lastElementChild.textContent = who.number ?? '';
    show('is-in', who.in, li);
    show('queues', who.queues && !who.in, li);
    show('unsent', who.unsent, li);
    show('twice', who.twice && who.in, li);
    show('refused', who.refused, li);
    show('let-in', !who.in && !who.refused, li);
    show('take-back', who.in, li);
    for (const button of [at('let-in', li), at('take-back', li)]) button.lastElementChild.textContent = `: ${who.name}`;
    at('let-in', li).onclick = () => letIn(who);
    at('take-back', li).onclick = () => takeBack(who);
    return li;
  }

  let painted = '';
  function paintPeople(lines) {
    const now = lines.map((x) => x.outerHTML).join();
    if (now === painted) return; // who is about to press something keeps the button
    const focus = document.activeElement?.closest('[data-people] button')?.textContent;
    painted = now;
    at('people').replaceChildren(...lines);
    [...at('people').querySelectorAll('button')].find((x) => x.textContent === focus)?.focus({ preventScroll: true });
  }

  async function paint() {
    const rows = await rowsKept();
    const waiting = rows.filter(waits).length;
    show('state', rows.length);
    show('all-sent', !waiting);
    show('here-only', waiting);
    at('waiting').textContent = waiting;
    show('signed-out', signedOut);
    show('here', list);
    plain.forEach((x) => { x.hidden = Boolean(list); });
    if (!list) return;
    show('no-list', false);
    show('offer', false);
    const everybody = people(rows);
    at('in').textContent = everybody.filter((x) => x.in).length;
    const typed = find.value.trim();
    const [mark, small] = [await markOf(typed), typed.toLowerCase()];
    const found = everybody.filter((x) => !typed || (mark && x.mark === mark) || String(x.number) === typed
      || x.name.toLowerCase().includes(small));
    at('found').textContent = found.length;
    paintPeople(found.slice(0, SHOWN).map(line));
    show('more', found.length > SHOWN);
    show('nobody', !found.length);
  }

  // ---- done

  async function keep(row) {
    try {
      await add(row);
    } catch { // no room on this device: the plain page and the paper list are left
      show('failed', true);
      throw new Error('not kept');
    }
    find.value = '';
    paint();
    send();
  }
  async function letIn(who) {
    const row = { id: uuid(), doe: 'binnen', wie: who.id };
    if (who.in) return say('already', who.name, null);
    await keep(row);
    return say('in', who.name, row);
  }
  async function takeBack(who) {
    const wie = typeof who.id === 'number' ? who.id : undefined;
    await keep({ doe: 'terug', wie, ...(who.by ? { van: who.by.id } : { sinds: list.nu }) });
    say('back', who.name, null);
  }
  at('undo').onclick = async () => {
    const { id, wie } = undo;
    const name = at('said-who').textContent;
    await keep({ doe: 'terug', wie, van: id });
    say('back', name, null);
  };
  // A code that is not on the list may be of somebody who registered since.
  async function letInByCode(text) {
    const code = text.trim();
    const mark = await markOf(code);
    if (!mark) return say('unknown', '', null);
    const who = people(await rowsKept()).find((x) => x.mark === mark);
    if (who) return letIn(who);
    const row = { id: uuid(), doe: 'binnen', code };
    await keep(row);
    return say('code', '', row);
  }
  find.addEventListener('input', paint);
  at('find').addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = find.value.trim();
    await paint();
    if (at('people').firstChild || !/\d/.test(typed) || !(await markOf(typed))) return;
    await letInByCode(typed);
  });
  walkIn.addEventListener('submit', async (event) => {
    if (!list) return;
    event.preventDefault();
    const { naam, als } = walkIn.elements;
    const name = naam.value.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim().slice(0, 80);
    naam.toggleAttribute('aria-invalid', !name);
    if (!name) {
      naam.focus();
      return;
    }
    const row = { id: uuid(), doe: 'erbij', naam: name, als: als.value };
    await keep(row);
    walkIn.reset();
    say('in', name, row);
  });

  // ---- the camera, in browsers that read codes themselves

  let stream = null;
  const stop = () => {
    stream?.getTracks().forEach((x) => x.stop());
    stream = null;
    show('camera', false);
  };
  at('stop').onclick = stop;
  at('scan').onclick = async () => {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    const video = at('camera').querySelector('video');
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return; // not allowed: typing is left
    }
    show('camera', true);
    video.srcObject = stream;
    await video.play();
    let last = '';
    while (stream) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code && code.rawValue !== last) {
        last = code.rawValue;
        await letInByCode(scannedCode(last)).catch(() => {});
        setTimeout(() => { last = ''; }, 5000);
      }
      await new Promise((yes) => { setTimeout(yes, 250); });
    }
  };

  // ---- on the device, and off it

  const morning = () => new Date(`${head.dataset.day}T06:00`).getTime() + 86400000;
  const isOver = () => over || Date.now() + (list?.skew ?? 0) > morning();
  async function wipe(place) {
    await wipeDoors((x) => x === place);
    if (place !== door) return;
    list = null;
    stop();
    show('wiped', true);
    paint();
  }
  async function tidy() {
    if (!list || !isOver() || (await rowsKept()).some((x) => x.deur === door && waits(x))) return;
    await wipe(door);
  }
  at('wipe').onclick = async () => {
    const waiting = (await rowsKept()).some((x) => x.deur === door && waits(x));
    show('first-send', waiting);
    if (waiting) return;
    await wipe(door);
    localStorage[LIST] = '0'; // not by itself again
    show('offer', !bare);
  };

  async function shell() {
    const ready = await box.keepPage('deur.js', async (cache, here) => {
      const page = await fetch(`${here}?kaal=1`, { redirect: 'manual' });
      if (page.ok) await cache.put(here, page);
    }, { scope: location.pathname });
    show('shell', ready);
    show('no-shell', !ready);
  }
  async function take() {
    await refresh();
    if (!list) return;
    localStorage[LIST] = '1';
    navigator.storage?.persist?.();
    await paint();
    await shell().catch(() => {});
  }
  at('offer').addEventListener('submit', (event) => {
    event.preventDefault();
    show('wiped', false);
    take().catch(() => {});
  });

  async function start() {
    await box.begin(); // no room to keep anything: it stays a plain page
    list = await work((rows, kept) => kept.get(LIST)) ?? null;
    await tidy();
    if ('BarcodeDetector' in window && navigator.mediaDevices) show('scan', true);
    find.value = new URLSearchParams(location.search).get('zoek') ?? '';
    const now = new Date();
    const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, 0)}-${String(now.getDate()).padStart(2, 0)}`;
    // On the day itself by itself; before that, whoever wants it asks for it.
    if (!list && !bare && today === head.dataset.day && localStorage[LIST] !== '0') await take().catch(() => {});
    show('offer', !list && !bare && !isOver());
    box.listen();
    setInterval(() => { // what was done at another door
      if (list && !document.hidden && navigator.onLine) send();
    }, 5000);
    await paint();
    send();
    if (list) shell().catch(() => {});
  }
  start().catch(() => {});
})();
