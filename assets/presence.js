// Says every 45 seconds that a page of the desk is still open, and shows who else is there
// (src/features/people/here.html). Without it the page shows who was there when it was loaded.
'use strict';
for (const here of document.querySelectorAll('[data-here]')) {
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`${here.dataset.here}?op=${encodeURIComponent(here.dataset.op)}`);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.querySelector('[data-here]');
      if (now && now.textContent.trim() !== here.textContent.trim()) here.replaceChildren(...now.childNodes);
    } catch {
      // no network: the next beat tries again
    }
  };
  setInterval(ask, 45_000);
}
