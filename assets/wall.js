// The wall of a room (src/features/wall/wall.html) follows what becomes of it. Without it one looks again.
'use strict';
for (const wall of document.querySelectorAll('[data-wall]')) {
  if (!window.EventSource) break;
  const at = (name) => document.querySelector(`[data-${name}]`);
  const state = at('state'), pause = at('pause'), fill = at('fill');
  let still = false, last, source;
  const say = (what) => { state.textContent = state.dataset[still ? 'still' : what]; };
  const show = () => {
    if (still || !last) return;
    const known = new Set([...wall.querySelectorAll('li[id]')].map((x) => x.id));
    const next = new DOMParser().parseFromString(last, 'text/html').body;
    for (const x of next.querySelectorAll('li[id]')) x.classList.toggle('wall__new', known.size && !known.has(x.id));
    wall.replaceChildren(...next.childNodes);
    last = null;
  };
  const listen = () => {
    source = new EventSource(wall.dataset.wall);
    source.onopen = () => say('live');
    source.onmessage = ({ data }) => { last = data; show(); };
    source.onerror = () => {
      say('lost');
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000 + Math.random() * 5000);
    };
  };
  listen();
  at('again').hidden = true;
  pause.hidden = false;
  pause.onclick = () => {
    still = !still;
    pause.setAttribute('aria-pressed', still);
    say('live');
    show();
  };
  if (document.fullscreenEnabled) {
    fill.hidden = false;
    fill.onclick = () => wall.requestFullscreen();
  }
}
