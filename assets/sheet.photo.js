// Photos at a table: shrunk on the phone, kept there until the server says it has them, and sent beside the
// notes of sheet.js. Without it the form sends the file itself (src/features/sheet/photo_form.html).
'use strict';
(() => {
  const head = document.querySelector('[data-sheet]');
  const form = document.querySelector('[data-photo-form]');
  if (!form) return;
  const table = head.dataset.sheet;
  const at = (name) => document.querySelector(`[data-photo-${name}]`);

  // Upright and no larger than is of use; what the browser cannot read goes as it is.
  async function shrunk(file) {
    try {
      const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, 2000 / Math.max(image.width, image.height));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width * scale, height: image.height * scale });
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((yes) => { canvas.toBlob(yes, 'image/jpeg', 0.85); }) ?? file;
    } catch {
      return file;
    }
  }

  let sent = Number(at('sent').lastElementChild.textContent);
  async function paint() {
    const photos = await box.all();
    const waits = photos.filter(box.waits).length;
    // The sheet tells the team how much waits here.
    const refused = photos.find((x) => x.refused && x.table === table);
    Object.entries({ sent, waits }).forEach(([name, n]) => {
      at(name).hidden = !n;
      at(name).lastElementChild.textContent = n;
    });
    at('refused').hidden = !refused;
    document.querySelectorAll('[data-photo-why]').forEach((x) => {
      x.hidden = x.dataset.photoWhy !== refused?.refused;
    });
    at('undo').hidden = !waits;
    at('undo').onclick = () => box.work((rows) => rows.delete(photos.filter(box.waits).pop().id)).then(paint);
    at('away').onclick = () => box.work((rows) => rows.delete(refused.id)).then(paint);
    const left = photos.filter((x) => !x.sent).length;
    if (String(left) !== head.dataset.photos) {
      head.dataset.photos = left;
      dispatchEvent(new Event('online'));
    }
  }
  const box = openOutbox('foto', {
    placeOf: (x) => x.table,
    post: async (to, rows) => {
      const said = { klaar: [], niet: {} };
      if (!head.dataset.phone) throw new Error('sheet.js has not begun');
      for (const x of rows) {
        const body = new FormData();
        body.append('apparaat', head.dataset.phone);
        ['id', 'ronde', 'mensen'].forEach((name) => body.append(name, x[name]));
        body.append('foto', new Blob([x.bytes], { type: x.type }), 'foto');
        const answer = await fetch(`/tafel/${to}/fotos`, {
          method: 'POST', body, signal: AbortSignal.timeout?.(120000), credentials: 'omit',
        });
        let niet = { 400: 'fout', 413: 'groot', 422: 'fout' }[answer.status];
        niet ??= (await answer.json()).niet;
        if (niet === 'straks') throw niet;
        if (niet) said.niet[x.id] = niet;
        else said.klaar.push(x.id);
      }
      return { ok: true, json: () => said };
    },
    heard: (to, said) => { if (to === table) sent += said.klaar.length; },
    after: async () => {
      const done = (await box.all()).filter((x) => x.sent);
      await box.work((rows) => done.forEach((x) => rows.delete(x.id)));
    },
    paint: () => paint(),
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [file] = form.elements.foto.files;
    const people = form.elements.mensen.value;
    const practises = !document.querySelector('[data-practice]').hidden;
    at('missing').hidden = file && people;
    at('practised').hidden = !practises;
    if (!file || !people) return;
    if (!practises) {
      const round = document.querySelector('[data-note-form]').elements.ronde.value;
      const photo = await shrunk(file);
      try {
        const bytes = await photo.arrayBuffer();
        await box.add({ id: box.uuid(), table, ronde: round, mensen: people, type: photo.type, bytes });
      } catch {
        form.submit();
        return;
      }
      navigator.storage?.persist?.();
    }
    form.reset();
    await paint();
    box.send();
  });

  // ---- handed over: a line that says what they are, and behind it their bytes

  at('file').onclick = async () => {
    const photos = (await box.all()).filter((x) => !x.sent);
    const what = photos.map(({ bytes, ...x }) => ({ ...x, size: bytes.byteLength }));
    box.save([JSON.stringify(what), '\n', ...photos.map((x) => x.bytes)], `tafel-${photos.length}.fotos`);
  };
  document.getElementById('fotobestand').onchange = async (event) => {
    const file = await event.target.files[0].arrayBuffer();
    let from = new Uint8Array(file).indexOf(10) + 1;
    let photos = [];
    try {
      photos = JSON.parse(new TextDecoder().decode(file.slice(0, from))).map(({ size, ...x }) => (
        { ...x, bytes: file.slice(from, from += size) }
      )).filter((x) => /^[0-9a-z-]{14}$/.test(x.table) && x.bytes.byteLength);
      await box.work((rows) => photos.forEach((x) => rows.put(x)));
    } catch { /* no such file */ }
    at('taken').hidden = false;
    at('taken').lastElementChild.textContent = photos.length;
    adopt().then(box.send);
  };

  // Under a link of this table that was replaced: they go along.
  async function adopt() {
    const old = (await box.all()).filter((x) => head.dataset.former.split('/').includes(x.table));
    await box.work((rows) => old.forEach((x) => rows.put({ ...x, table })));
    await paint();
  }

  box.listen();
  adopt().then(box.send);
})();
