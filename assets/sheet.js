// The sheet of a table: what is typed is kept on the phone at once, waits there, and is sent until the server
// says that it is on its disk. Without it the page is a plain form (src/features/sheet/show.html).
// A row is a note, a change or a withdrawal; outbox.js keeps and sends them. Behind it come sheet.photo.js and
// sheet.qr.js, as one file.
'use strict';
(() => {
  const head = document.querySelector('[data-sheet]');
  const form = document.querySelector('[data-note-form]');
  if (!head || !form || !window.indexedDB) return;
  const table = head.dataset.sheet;
  const at = (name, where = document) => where.querySelector(`[data-${name}]`);
  const all = (name) => [...document.querySelectorAll(`[data-${name}]`)];
  const show = (name, on, where) => { at(name, where).hidden = !on; };
  const closed = () => 'closed' in head.dataset;
  const photos = () => Number(head.dataset.photos ?? 0); // that wait here (sheet.photo.js)
  const text = form.elements.tekst;
  const rounds = all('round');
  const DRAFT = `tafel ${table}`;
  const UNDO = 6000; // a withdrawal waits so long, to be taken back
  const PRACTICE = 30 * 60000;
  const REST = 5000; // between asking what others noted

  // ---- kept on the phone

  const box = openOutbox('tafel', {
    here: table,
    placeOf: (row) => row.table,
    post: async (to, rows, waiting, signal) => {
      const body = new URLSearchParams({ apparaat: box.device(), wacht: waiting + photos(), notities: JSON.stringify(rows) });
      const answer = await fetch(`/tafel/${to}/notities`, { method: 'POST', body, signal, credentials: 'omit' });
      if (to === table) show('replaced', answer.status === 410);
      return answer;
    },
    heard: (to, said) => { if (to === table && said.dicht) head.toggleAttribute('data-closed', true); },
    after: async () => {
      await fresh();
      byClock();
      await tidy();
    },
    paint: () => paint(),
  });
  const { work, all: rowsKept, uuid, waits, send } = box;
  const add = (row) => box.add({ table, ...row });

  // ---- shown

  let known = [];
  let learned = 0; // when what the server has was asked for
  const learn = (doc, when) => {
    learned = when;
    head.toggleAttribute('data-closed', Boolean(doc.querySelector('[data-sheet][data-closed]')));
    known = [...doc.querySelectorAll('[data-note]')].map((li) => ({
      id: li.dataset.note,
      ronde: Number(li.dataset.in),
      soort: li.dataset.kind,
      spreker: Number(li.dataset.speaker),
      tekst: li.querySelector('bdi').textContent,
      gone: 'gone' in li.dataset,
      sent: true,
    }));
  };
  let asked = 0;
  let behind = 0; // this phone's clock, on the server's
  async function fresh() { // what other phones at this table noted
    if (Date.now() - asked < REST) return;
    asked = Date.now();
    const answer = await fetch(location.pathname, { credentials: 'omit' });
    behind = Date.parse(answer.headers.get('date')) - Date.now() || 0;
    if (!answer.ok) return;
    const page = await answer.text();
    learn(new DOMParser().parseFromString(page, 'text/html'), asked);
  }

  let round = Number(form.elements.ronde.value);
  let mending = null;
  let practice = 0; // until when
  let id = uuid(); // of the note that is being typed
  const practising = () => practice > Date.now();

  // Every note, as it is now: what the server has, and what this phone did since.
  const notes = (rows) => {
    const found = new Map(known.map((x) => [x.id, { ...x }]));
    rows.filter((x) => x.table === table).sort((a, b) => a.nummer - b.nummer).forEach((x) => {
      if (x.doe === 'noteer') {
        const note = found.get(x.id);
        if (!note || !x.sent) found.set(x.id, { ...x });
        return;
      }
      const note = found.get(x.van);
      if (!note || x.refused || (x.sent && x.sent < learned)) return;
      if (x.doe === 'verander') Object.assign(note, { tekst: x.tekst, soort: x.soort, spreker: x.spreker, sent: false });
      if (x.doe === 'weg') note.away = x;
    });
    return [...found.values()];
  };

  const kindWord = (code) => document.querySelector(`label[for="soort-${code}"]`);
  function line(note) {
    const li = at('blank').cloneNode(true);
    delete li.dataset.blank;
    li.querySelector('bdi').textContent = note.tekst;
    const kind = at('word', li);
    if (note.soort) {
      kind.textContent = kindWord(note.soort).textContent;
      kind.classList.add(`dlg-kind--${note.soort}`);
      kind.hidden = false;
    }
    show('by', note.spreker, li);
    at('by', li).lastElementChild.textContent = note.spreker;
    show('practised', note.proef, li);
    show('sent', note.sent && !note.proef && !note.away, li);
    show('going', note.away, li);
    show('waits', !note.sent && !note.refused && !note.proef, li);
    show('refused', note.refused, li);
    show('back', note.away, li);
    show('real', note.proef, li);
    show('mend', !note.away && !note.proef, li);
    show('away', !note.away && !note.proef, li);
    show('acts', !closed(), li);
    if (note.away) li.querySelector('bdi').className = 'dlg-sheet__away';
    at('mend', li).onclick = () => mend(note);
    at('away', li).onclick = async () => {
      await add({ id: uuid(), doe: 'weg', van: note.id, after: Date.now() + UNDO });
      setTimeout(send, UNDO + 100);
      paint();
    };
    at('back', li).onclick = async () => {
      await work((rows) => rows.delete(note.away.id));
      paint();
    };
    at('real', li).onclick = async () => {
      const { tekst, ronde, soort, spreker } = note;
      await add({ id: uuid(), doe: 'noteer', tekst, ronde, soort, spreker });
      await work((rows) => rows.delete(note.id));
      send();
    };
    return li;
  }

  async function paint() {
    const rows = await rowsKept();
    const mine = rows.filter((x) => x.table === table);
    const waiting = rows.filter((x) => !x.sent && !x.refused).length;
    show('state', true);
    show('idle', !rows.length);
    show('all-sent', rows.length && !waiting);
    show('here-only', waiting);
    at('waiting').textContent = waiting;
    at('count').textContent = mine.filter((x) => x.doe === 'noteer' && !x.proef).length;
    show('practice', practising());
    form.hidden = closed();
    show('is-closed', closed());
    show('open', !closed());
    show('late', photos() || mine.some((x) => !x.sent));
    if (closed() && !mine.length) return; // what stands there is what the server has
    const list = notes(rows).filter((x) => !x.gone && x.ronde === round && !(x.away && x.away.sent));
    const [newest] = list.reverse();
    at('notes').replaceChildren(...list.map(line));
    show('last', newest);
    at('last').lastElementChild.textContent = newest?.tekst;
    show('none', !list.length);
  }

  // ---- typed

  const fields = () => ({
    tekst: text.value, soort: form.elements.soort.value, spreker: Number(form.elements.spreker.value),
  });
  const choices = [...form.querySelectorAll('[type=radio]')];
  const fill = ({ tekst = '', soort = '', spreker = 0 }) => {
    text.value = tekst;
    choices.forEach((x) => {
      x.checked = x.value === (x.name === 'soort' ? soort : String(spreker));
      delete x.dataset.on;
      if (x.checked) x.dataset.on = 1;
    });
  };
  choices.forEach((x) => {
    x.onclick = () => { // once more takes it off
      x.checked = !x.dataset.on;
      choices.forEach((y) => { if (y.name === x.name) delete y.dataset.on; });
      if (x.checked) x.dataset.on = 1;
      draft();
    };
  });
  // One text each, at once: IndexedDB answers only later.
  const jotter = (name) => ({
    put(what) {
      try { localStorage[name] = JSON.stringify(what); } catch { /* full */ }
    },
    get() {
      try { return JSON.parse(localStorage[name]); } catch { return null; }
    },
    drop(mark) { if (!mark || this.get()?.id === mark) delete localStorage[name]; },
  });
  const typing = jotter(DRAFT); // what is being typed
  const pressed = jotter(`${DRAFT} klaar`); // what was saved a moment ago, until the database has it
  const touched = jotter(`${DRAFT} ronde`); // which round was chosen by hand
  const draft = () => typing.put({ id, van: mending?.id, ...fields() });
  form.addEventListener('input', draft);

  function mend(note) {
    mending = note;
    if (note) fill(note);
    show('new', !note);
    show('mending', note);
    show('stop', note);
    text.focus();
  }
  at('stop').onclick = () => {
    mend(null);
    fill({});
    typing.drop();
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = { ...fields(), tekst: text.value.replace(/\p{Cs}|\0/gu, '\uFFFD') };
    if (!typed.tekst.trim()) {
      text.focus();
      return;
    }
    const begun = mending ? { id, doe: 'verander', van: mending.id } : { id, doe: 'noteer', ronde: round };
    const row = { ...begun, ...typed };
    if (practising() && !mending) row.proef = true;
    pressed.put(row);
    mend(null);
    fill({});
    id = uuid(); // what is typed from here on is another note
    try {
      await add(row);
      typing.drop(row.id);
      pressed.drop(row.id);
    } catch { // no room: straight to the server, as without script
      pressed.drop();
      fill(typed);
      form.submit();
      return;
    }
    navigator.storage?.persist?.();
    paint();
    send();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  // ---- which round

  function choose(link) {
    round = Number(link.dataset.round);
    form.elements.ronde.value = round;
    rounds.forEach((x) => (x === link ? x.setAttribute('aria-current', 'true') : x.removeAttribute('aria-current')));
    at('theme').textContent = link.dataset.title;
    if (at('question')) at('question').textContent = link.dataset.ask;
    if (at('round-name')) at('round-name').textContent = link.dataset.name;
    touched.put({ round, at: Date.now() });
    paint();
  }
  rounds.forEach((link) => link.addEventListener('click', (event) => {
    if (closed()) return;
    event.preventDefault();
    choose(link);
    scrollTo(0, 0);
    text.focus({ preventScroll: true });
  }));
  // Also in another tab, for the time that a round may take.
  const chosenBefore = () => {
    const { round: number, at: when } = touched.get() ?? {};
    return Math.abs(Date.now() - when) < 3 * 3600000 && rounds.find((x) => Number(x.dataset.round) === number);
  };
  // By the clock of the programme, on the day itself, when nobody is in the middle of a note.
  let last;
  function byClock() {
    const now = new Date(Date.now() + behind);
    const [day, clock] = now.toLocaleString('sv', { timeZone: 'Europe/Amsterdam' }).split(' ');
    const begun = day === head.dataset.day && rounds.filter((x) => x.dataset.starts < clock).pop();
    if (begun && begun !== last && !text.value) {
      const first = last === undefined;
      last = begun;
      if (!first || !chosenBefore()) choose(begun);
    }
  }

  // ---- the page itself, kept to be opened again

  async function shell() {
    const ready = await box.keepPage('sw.js', (cache, here) => cache.add(here));
    show('shell', ready);
    show('no-shell', !ready);
  }

  // ---- at the end nothing stays on the phone

  async function tidy() {
    const rows = (await rowsKept()).filter((x) => x.table === table);
    if (!closed() || photos() || rows.some((x) => !x.sent)) return;
    await work((store) => rows.forEach((x) => store.delete(x.id)));
    typing.drop();
    touched.drop();
    timing.drop();
    show('wiped', true);
  }

  at('end').addEventListener('submit', async (event) => {
    event.preventDefault();
    await add({ id: uuid(), doe: 'akkoord', eens: event.submitter?.value !== 'nee' });
    paint();
    send();
  });

  // ---- handed over to a phone that does get a network; the marks stay the same, so nothing comes twice

  const toHand = async () => (await rowsKept()).filter((x) => !x.sent && !x.proef).sort((a, b) => a.nummer - b.nummer);
  at('file').onclick = async () => box.save([JSON.stringify(await toHand())], 'notities.json');
  // One code for each row: the camera of the other phone opens the sheet with the row behind its address.
  const FIELDS = ['id', 'apparaat', 'nummer', 'tijd', 'doe', 'van', 'ronde', 'soort', 'spreker', 'tekst', 'eens'];
  const packed = (x) => `${location.origin}/tafel/${x.table}#${encodeURIComponent(JSON.stringify(FIELDS.map((name) => x[name])))}`;
  const unpacked = (text) => {
    const row = JSON.parse(text);
    return { ...Object.fromEntries(FIELDS.map((name, i) => [name, row[i]])), table };
  };
  let codes = [];
  let shown = 0;
  function code() {
    const { size, path } = codes[shown];
    const svg = at('code').querySelector('svg');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.lastElementChild.setAttribute('d', path);
    at('nth').textContent = `${shown + 1} / ${codes.length}`;
    shown = (shown + 1) % codes.length;
  }
  at('codes').onclick = async () => {
    const waits = await toHand();
    codes = waits.map((x) => qrPath(packed(x))).filter(Boolean);
    shown = 0;
    show('code', codes.length);
    show('too-long', codes.length < waits.length);
    if (codes.length) code();
  };
  at('next').onclick = code;

  const MARK = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const isRow = (x) => x && MARK.test(x.id) && MARK.test(x.apparaat) && /^[0-9a-z-]{14}$/.test(x.table)
    && ['noteer', 'verander', 'weg', 'akkoord'].includes(x.doe);
  async function takeOver(rows) {
    const here = new Set((await rowsKept()).map((x) => x.id));
    const good = rows.filter((x) => isRow(x) && !here.has(x.id)).map((x) => ({
      id: x.id, table: x.table, apparaat: x.apparaat, doe: x.doe, van: String(x.van ?? ''),
      nummer: Number(x.nummer) || 0, tijd: Number(x.tijd) || 0, ronde: Number(x.ronde) || 0,
      soort: choices.some((y) => y.value === x.soort) ? x.soort : '', spreker: Number(x.spreker) || 0,
      tekst: String(x.tekst ?? ''), eens: x.eens === true,
    }));
    await work((store) => good.forEach((x) => store.put(x)));
    await adopt();
    at('taken').querySelector('b').textContent = good.length;
    show('taken', true);
    paint();
    send();
  }
  async function fromCode() {
    if (location.hash.length < 40) return;
    try {
      await takeOver([unpacked(decodeURIComponent(location.hash.slice(1)))]);
    } catch { /* no code of ours */ }
    history.replaceState(null, '', location.pathname + location.search);
  }
  document.getElementById('bestand').onchange = async (event) => {
    let rows = [];
    try { rows = JSON.parse(await event.target.files[0].text()); } catch { /* no such file */ }
    takeOver(Array.isArray(rows) ? rows : []);
  };

  // ---- the clock of a round

  const timing = jotter(`${DRAFT} klok`);
  let ends = 0;
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    show('left', ends);
    at('left').lastElementChild.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, 0)}`;
  };
  at('clock-form').onsubmit = (event) => {
    event.preventDefault();
    const minutes = Number(document.getElementById('minuten').value);
    ends = minutes > 0 && minutes < 1000 ? Date.now() + minutes * 60000 : 0;
    timing.put(ends);
    tick();
    scrollTo(0, 0);
  };
  setInterval(() => ends && tick(), 1000);

  at('practise').onclick = () => {
    practice = Date.now() + PRACTICE;
    paint();
    scrollTo(0, 0);
    text.focus({ preventScroll: true });
  };

  // Under a link of this table that was replaced: what waits there on this phone goes along.
  const former = head.dataset.former.split('/').filter(Boolean);
  async function adopt() {
    const rows = (await rowsKept()).filter((x) => former.includes(x.table));
    await work((store) => rows.forEach((x) => store.put({ ...x, table })));
    for (const old of former) {
      for (const part of ['', ' klaar']) {
        const kept = localStorage[`tafel ${old}${part}`];
        if (kept) localStorage[DRAFT + part] ??= kept;
        delete localStorage[`tafel ${old}${part}`];
      }
      if (window.caches) (await caches.open('tafel')).delete(`/tafel/${old}`);
    }
  }

  async function start() {
    await box.begin(); // no room to keep anything: everything below stays a plain form
    head.dataset.phone = box.device();
    await adopt();
    learn(document, 0);
    show('device', true);
    show('watch', true);
    const late = pressed.get();
    if (late && !(await rowsKept()).some((x) => x.id === late.id)) await add(late);
    pressed.drop();
    const rows = await rowsKept();
    const begun = typing.get();
    if (begun && !rows.some((x) => x.id === begun.id)) {
      id = begun.id;
      if (begun.van) mend(notes(rows).find((x) => x.id === begun.van) ?? null);
      fill(begun);
    }
    const link = chosenBefore();
    if (link && Number(link.dataset.round) !== round) choose(link);
    const kept = timing.get();
    if (kept > Date.now() - 600000) ends = kept;
    setTimeout(byClock, REST); // without a network by the time on this phone
    setInterval(byClock, 20000);
    await paint();
    await fromCode();
    send();
    listen();
    shell().catch(() => {});
  }
  let told, hear;
  const listen = () => { // another phone at this table noted something
    const source = new EventSource(`/tafel/${table}/live`);
    source.onerror = () => source.readyState > 1 && setTimeout(listen, 60000); // it gave up
    source.onmessage = ({ data }) => {
      clearTimeout(hear);
      if (told && told !== data) hear = setTimeout(() => fresh().then(paint).catch(() => {}), Math.max(500, asked + REST - Date.now()));
      told = data;
    };
  };
  addEventListener('hashchange', fromCode);
  box.listen();
  start().catch(() => {});
})();
