// A page about long work (src/web/progress.html) follows it and goes on when it is done. Without script one
// looks again.
'use strict';
for (const bar of document.querySelectorAll('[data-progress]')) {
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) return location.replace(answer.url);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector('[data-progress]');
      if (answer.ok && !next) return location.reload();
      if (next) bar.replaceChildren(...next.childNodes);
    } catch { /* no network: look again */ }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
}
