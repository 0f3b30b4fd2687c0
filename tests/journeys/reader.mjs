// Reads HTML with the browser's own parser, without running or fetching anything in it.

// Runs in the browser. Gives the facts of one page that claims are about.
function facts(html) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const all = [...doc.querySelectorAll('*')];
  const where = (x) => x.outerHTML.slice(0, 120).replaceAll(/\s+/g, ' ');
  const own = doc.documentElement.lang;
  const clean = (x) => x.replaceAll(/\s+/g, ' ').trim();

  const unsafe = [];
  for (const x of all) {
    if (x.localName === 'style' || (x.localName === 'script' && !x.getAttribute('src'))) {
      unsafe.push(`inline ${x.localName}: ${where(x)}`);
    }
    for (const { name, value } of x.attributes) {
      if (name === 'style' || name.startsWith('on')) unsafe.push(`attribute ${name}: ${where(x)}`);
      const leads = /^(href|src|srcset|action|formaction|data|poster|xlink:href)$/.test(name);
      if (leads && /^\s*(javascript|data|vbscript|file):/i.test(value)) {
        unsafe.push(`${name} to ${value.slice(0, 60)}`);
      }
    }
  }

  // What a page fetches by itself, or sends a form to: from here only. Readers follow links themselves.
  const elsewhere = [];
  for (const x of all.filter((x) => x.localName !== 'a' && x.localName !== 'area')) {
    if (x.matches('link[rel=alternate], link[rel=canonical]')) continue;
    for (const name of ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'xlink:href']) {
      const value = x.getAttribute(name)?.trim();
      if (value && /(^|[\s,])([a-z][a-z0-9+.-]*:|\/\/)/i.test(value)) elsewhere.push(`${where(x)} asks ${value.slice(0, 80)}`);
    }
  }

  // Text of the interface: what stands in the language of the page itself.
  const shown = [];
  for (const x of all) {
    const lang = x.closest('[lang]')?.getAttribute('lang');
    if (lang !== own || x.matches('.dlg-logo__site, title, meta')) continue; // names, and data
    for (const node of x.childNodes) if (node.nodeType === 3) shown.push(clean(node.data));
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      if (x.hasAttribute(name)) shown.push(clean(x.getAttribute(name)));
    }
  }
  const { whole, shapes } = window.dutch ?? { whole: new Set(), shapes: [] };
  const said = [...new Set(shown)].filter((x) => x);
  const dutch = said.filter((x) => whole.has(x) || (x.length < 200 && shapes.some((s) => s.test(x))));
  // Sentences that are not translated stand apart, as Dutch.
  const standins = [...doc.querySelectorAll('bdi[lang=nl]')].map((x) => clean(x.textContent))
    .filter((x) => whole.has(x));

  const links = [];
  for (const x of all) {
    for (const name of ['href', 'src', 'action']) {
      if (x.hasAttribute(name)) links.push(x.getAttribute(name));
    }
    for (const one of x.getAttribute('srcset')?.split(',') ?? []) links.push(one.trim().split(' ')[0]);
  }
  return {
    lang: own,
    dir: doc.documentElement.dir,
    title: clean(doc.title),
    description: doc.querySelector('meta[name=description]')?.content ?? '',
    robots: doc.querySelector('meta[name=robots]')?.content ?? '',
    labelled: doc.querySelector('aside .dlg-invented') !== null,
    h1s: [...doc.querySelectorAll('h1')].map((x) => clean(x.textContent)),
    ids: [...doc.querySelectorAll('[id]')].map((x) => x.id),
    text: doc.documentElement.textContent,
    attributes: all.flatMap((x) => [...x.attributes].map((a) => a.value)).filter((x) => x.length > 20),
    links,
    unsafe,
    elsewhere,
    dutch,
    standins,
  };
}

export async function openReader(browser, sentences) {
  const page = await (await browser.newContext()).newPage();
  await page.evaluate(({ whole, shapes }) => {
    window.dutch = { whole: new Set(whole), shapes: shapes.map((x) => new RegExp(x)) };
  }, sentences);
  return (html) => page.evaluate(facts, html);
}
