// The page table of the program, and a crawl that finds addresses for every line of it.
import { done } from './site.mjs';

const PART = /([:#])[a-z_]+/;

function matcher(path) {
  const parts = path.split('/').map((part) => {
    const [before, mark, behind] = part.split(PART);
    const literal = (x) => (x ?? '').replaceAll('.', '\\.');
    if (!mark) return literal(before);
    return literal(before) + (mark === '#' ? '[1-9][0-9]*' : '[a-z0-9-]+') + literal(behind);
  });
  return new RegExp(`^${parts.join('/') || '/'}$`);
}

// [{ path, method, posts, who, query: [names], file, fits }], where method is how it is first asked: literal text first, then numbers, then slugs.
export async function pageTable(program) {
  const lines = (await done(program, 'pages')).split('\n').filter((x) => x.startsWith('/'));
  const table = lines.map((line) => {
    const [path, how, who, ...rest] = line.trim().split(/\s+/);
    const method = how.startsWith('GET') ? 'GET' : 'POST';
    const open = how === 'GET=POST'; // a POST asks the same as a GET
    const posts = how.endsWith('POST') && !open;
    const file = rest.pop();
    const query = rest.filter((x) => x !== '-');
    return { path, method, posts, open, who, query, file, fits: matcher(path) };
  });
  const rank = (x) => x.path.split('/').map((p) => (p.includes(':') ? 2 : p.includes('#') ? 1 : 0)).join('');
  return table.sort((a, b) => rank(a).localeCompare(rank(b)));
}

// The languages by what stands in front of their addresses; the first two have every page.
export const LANGUAGES = { nl: '', en: '/en', 'nl-simple': '/eenvoudig', tr: '/tr', ar: '/ar' };
export const WHOLE = ['nl', 'en'];

// The address of the same page in another language: as the links between them say it.
export function inLanguage(lang, path) {
  return path === '/' ? `${LANGUAGES[lang]}/` : LANGUAGES[lang] + path;
}

// "/en/almere-2023?x=1" → { lang, path, names, page }.
export function placed(table, address) {
  const [whole, query = ''] = address.split('#')[0].split('?');
  const lang = Object.keys(LANGUAGES).findLast((x) => `${whole}/`.startsWith(`${LANGUAGES[x]}/`));
  const path = whole.slice(LANGUAGES[lang].length) || '/';
  const names = [...new URLSearchParams(query)].filter(([, value]) => value).map(([name]) => name);
  const page = table.find((x) => x.method === 'GET' && x.fits.test(path));
  return { lang, path, names, page };
}

// The address of a link as found on a page; null when it leads outside the site.
export function local(site, from, link) {
  if (/^(mailto|tel):/.test(link)) return null;
  const url = new URL(link, site.url + from);
  return url.origin === site.url ? url.pathname + url.search + url.hash : null;
}

// Follows every link from the start and from pages without parameters. `most` bounds how many
// addresses are asked per page, language and names of its query. Each visit: { site, address, lang,
// page, status, headers, type, bytes, facts (of HTML), from }.
export async function crawl(site, table, read, most = Infinity) {
  const waiting = [];
  const known = new Map();
  const counts = new Map();
  const visits = [];
  const add = (address, from) => {
    const bare = address.split('#')[0];
    if (known.has(bare)) return;
    const at = placed(table, bare);
    const sort = `${at.page?.path} ${at.lang} ${at.names}`;
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    if (count > most) return;
    known.set(bare, true);
    waiting.push({ address: bare, from, ...at });
  };
  for (const lang of Object.values(LANGUAGES)) {
    for (const { path, method, who } of table) {
      if (method !== 'GET' || who !== 'anyone' || /[:#]/.test(path)) continue;
      if (lang && /\.|^\/healthz$/.test(path)) continue; // files have no language
      add(lang && path === '/' ? lang : lang + path, 'the page table');
    }
  }
  const visit = async (next) => {
    const answer = await site.ask(next.address);
    const seen = { site, ...next, ...answer };
    visits.push(seen);
    const location = answer.headers.get('location');
    if (location) add(local(site, next.address, location) ?? '/', next.address);
    if (answer.status >= 400 || !answer.type.startsWith('text/html')) return;
    seen.facts = await read(answer.bytes.toString());
    for (const link of seen.facts.links) {
      const to = local(site, next.address, link);
      if (to) add(to, next.address);
    }
  };
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await visit(next);
  };
  while (waiting.length) await Promise.all(Array.from({ length: 4 }, worker));
  return visits;
}
