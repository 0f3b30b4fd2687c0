// The walk over the page table: what holds for every page there is and will be.
import { claim } from './claims.mjs';
import { headerFaults } from './headers.mjs';
import { inLanguage, LANGUAGES, placed, WHOLE } from './pages.mjs';

// Pages that links need not lead to, and why.
const UNLINKED = {
  '/.well-known/security.txt': 'there is one only when the municipality has an e-mail address',
  '/:dialogue/bijeenkomst/:gathering/muur/live': 'the script of the wall listens to it',
  '/inloggen/sleutel': 'only halfway signing in; the journeys of people go there',
  '/uitnodiging/:code': 'only who was invited has the address; the journeys of people go there',
};
for (const page of ['', '/live', '/lezen', '/foto', '/foto/weg', '/notitie/#number', '/notitie/#number/voorstel', '/app.webmanifest']) {
  UNLINKED[`/tafel/:token${page}`] = 'only who sits at the table has the code; the part `sheet` goes there';
}
UNLINKED['/:dialogue/uitdaging'] = 'only where the city opened it; the part `inside` sends one';
UNLINKED['/:dialogue/uitdaging/#challenge'] = 'nobody challenged the city yet';
for (const page of ['', '/punt/#number', '/inbreng/#number']) {
  UNLINKED[`/voorgelegd/:code${page}`] = 'only who sat at the table has the code';
}
UNLINKED['/stand-van-zaken/:code'] = 'only who promised something has the code; the part `promises` goes there';
for (const page of ['', '/stop']) {
  UNLINKED[`/volgen/:code${page}`] = 'only who follows has the code; the part `promises` goes there';
}
for (const path of ['/plekken/aanvraag/:code', '/plekken/aanvraag/:code/agenda.ics', '/plekken/beslissen/:code',
  '/vraag-en-aanbod/mijn/:code', '/vraag-en-aanbod/gesprek/:code']) {
  UNLINKED[path] = 'only who asked, keeps or answers has the code; the part `together` goes there';
}
UNLINKED['/:dialogue/toezegging/#commitment/merkt/:code'] = 'only with a code; the part `promises` goes there';
UNLINKED['/tafel/:token/voorgelegd'] = 'only who sat at the table has the code';
UNLINKED['/:dialogue/beheer/bijeenkomsten/:gathering/deur/app.webmanifest'] = 'only the page of the door names it';
UNLINKED['/:dialogue/aanmelding/:code/niet-meer'] = 'only who registered has the code';
UNLINKED['/:dialogue/aanmelding/:code/tafel'] = 'only who registered has the code';
for (const page of ['', '/verbeteren', '/bericht', '/bezwaar', '/intrekken', '/alles', '/opname', '/foto/#photo']) {
  UNLINKED[`/bewijs/:code${page}`] = 'only who told something has the code; the journeys go there';
}
for (const page of ['', '/wijzigen', '/afmelden']) {
  UNLINKED[`/:dialogue/aanmelding/:code${page}`] = 'only who registered has the code; the journey of an evening goes there';
}
for (const page of ['aanmelden', 'agenda.ics']) {
  UNLINKED[`/:dialogue/bijeenkomst/:gathering/${page}`] = 'only before a gathering; the journey of an evening goes there';
}
UNLINKED['/:dialogue/beheer/bijeenkomsten/:gathering/deur.js'] = 'only the script of the door asks for it';
for (const page of ['', '/klein']) {
  UNLINKED[`/:dialogue/foto/#photo${page}`] = 'nobody sent a photo in these cities; the part `sheet` goes there';
}
for (const list of ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms']) {
  UNLINKED[`/hsds/${list}/:id`] = 'open data for programs; tests/hsds asks each';
}
UNLINKED['/klopt-nog/:code'] = 'only who offers something has the code; the part `promises` goes there';
UNLINKED['/klopt-nog/:code/#service'] = 'the same';
UNLINKED['/kaart/voorstel/:code'] = 'only who proposed something has the code; the part `inside` goes there';
UNLINKED['/agenda/:wijk/agenda.ics'] = 'a neighbourhood is chosen in a form; events.test.c asks it';
for (const page of ['/doorverwezen/:code', '/doorverwijzing/:code']) {
  UNLINKED[page] = 'only who asked, or is asked, has the code; referral.test.c goes there';
}
UNLINKED['/sitemap-#part.xml'] = 'only /sitemap.xml names it; home.test.c asks it';
UNLINKED['/kaart/lijst/kaart.:vorm'] = 'only for a list with something in it; services.test.c asks it';
const SAMPLES_FOR_NU = 6; // pages per line of the table, language, and names in the query

const titles = (visit) => `${visit.address}: title "${visit.facts.title}"`;

function pageFaults(visit) {
  const { address, status, lang, facts, bytes } = visit;
  const faults = [];
  const wrong = (what) => faults.push(`${address}: ${what}`);
  if (![200, 303, 308].includes(status)) wrong(`status ${status} (linked from ${visit.from})`);
  faults.push(...headerFaults(visit));
  if (!facts) return faults;
  if (facts.lang !== lang) wrong(`lang is "${facts.lang}"`);
  if (visit.headers.get('content-language') !== lang) wrong('Content-Language is another language');
  if (facts.h1s.length !== 1 || !facts.h1s[0]) wrong(`${facts.h1s.length} h1: ${facts.h1s}`);
  if (facts.title.length < 5) wrong('no title');
  if (!facts.description) wrong('no description');
  if (/\(null\)|\{\w+\}|undefined|NaN/.test(facts.title + facts.h1s)) wrong(titles(visit));
  faults.push(...facts.unsafe.map((x) => `${address}: ${x}`));
  if (lang === 'en') faults.push(...facts.dutch.map((x) => `${address}: Dutch in English: "${x}"`));
  if (['tr', 'ar'].includes(lang)) {
    faults.push(...[...facts.dutch, ...facts.standins].map((x) => `${address}: still Dutch: "${x}"`));
  }
  if ((facts.dir === 'rtl') !== (lang === 'ar')) wrong(`it runs ${facts.dir}`);
  if (bytes.length > 1 << 20) wrong(`${bytes.length} bytes`);
  return faults;
}

// Links to a place in a page must have that place.
function placeFaults(visits) {
  const read = new Map(visits.filter((x) => x.facts).map((x) => [x.site.url + x.address, x.facts]));
  const faults = [];
  for (const visit of visits.filter((x) => x.facts)) {
    for (const link of visit.facts.links.filter((x) => x.includes('#'))) {
      const url = new URL(link, visit.site.url + visit.address);
      const place = decodeURIComponent(url.hash.slice(1));
      const facts = read.get(url.origin + url.pathname + url.search);
      if (facts && place && !facts.ids.includes(place)) {
        faults.push(`${visit.address}: no place for ${link}`);
      }
    }
  }
  return faults;
}

// Every page leads to itself in both whole languages; a page that does not stand in another leads
// from there to the Dutch one.
function languageFaults(visits) {
  const faults = [];
  const pure = (x) => (/^\/[a-z]+$/.test(x) && Object.values(LANGUAGES).includes(x) ? `${x}/` : x);
  for (const { site, address, lang, path, facts } of visits.filter((x) => x.facts)) {
    const query = address.includes('?') ? `?${address.split('?')[1]}` : '';
    for (const other of WHOLE.filter((x) => x !== lang)) {
      const want = inLanguage(other, path) + query;
      const found = facts.links.some((x) => {
        const to = new URL(x, site.url + address);
        return to.origin === site.url && pure(to.pathname) + to.search === want;
      });
      if (!found && facts.links.length) faults.push(`${address}: no link to ${want}`);
    }
  }
  for (const { address, lang, path, status, headers } of visits) {
    if (status !== 303 || WHOLE.includes(lang) || path === '/') continue;
    const to = headers.get('location');
    if (to !== address.slice(LANGUAGES[lang].length)) faults.push(`${address} leads to ${to}`);
  }
  return faults;
}

function tableClaims(table, visits) {
  for (const page of table.filter((x) => x.method === 'GET' && x.who === 'anyone')) {
    const here = visits.filter((x) => x.page === page);
    if (!here.length || here.every((x) => x.status === 404)) {
      const reason = UNLINKED[page.path];
      claim(`${page.path} is reached${reason ? `, or not: ${reason}` : ''}`,
        reason ? [] : ['no link leads there; nothing of it was tested']);
      continue;
    }
    for (const lang of Object.keys(LANGUAGES)) {
      const some = here.filter((x) => x.lang === lang && !(x.status === 404 && UNLINKED[page.path]));
      if (!some.length && !here.some((x) => x.facts)) continue; // images and data have no language
      if (!WHOLE.includes(lang) && !some.some((x) => x.facts)) continue; // it does not stand in this one
      claim(`${page.path} in ${lang}: ${some.length} read`,
        some.length ? some.flatMap(pageFaults) : [`never reached in ${lang}`]);
    }
  }
  claim('every link leads to a page of the table', visits
    .filter((x) => !x.page && !x.address.startsWith('/assets/'))
    .map((x) => `${x.address} (linked from ${x.from})`));
  claim('assets answer with their headers', visits
    .filter((x) => x.address.startsWith('/assets/')).flatMap(pageFaults));
  claim(`who reads gets no cookie and asks nobody else, on each of ${visits.length} answers`,
    visits.flatMap((x) => [
      ...(x.headers.has('set-cookie') ? [`${x.address}: sets a cookie`] : []),
      ...(x.facts?.elsewhere ?? []).map((y) => `${x.address}: ${y}`),
    ]));
  claim('every link to a place in a page finds it', placeFaults(visits));
  claim('every page leads to itself in the other languages', languageFaults(visits));
}

// What is not a page, or not asked as one, is refused: with every header, in the reader's language.
async function refusalClaims(table, visits, read, checker) {
  const faults = { post: [], query: [], who: [], head: [], missing: [], slash: [] };
  const keep = async (answer, site) => {
    if (!answer.type.startsWith('text/html') || !answer.bytes.length) return [];
    checker.keep(`${site.name}${answer.address} (${answer.status})`, answer.bytes);
    const facts = await read(answer.bytes.toString());
    const { lang } = placed(table, answer.address);
    const { page, ...visit } = { ...answer, lang, facts, status: 200, refused: true };
    return pageFaults({ ...visit, facts: { ...facts, description: '-' } });
  };
  const expect = async (list, site, address, status, options) => {
    const answer = await site.ask(address, options);
    const how = options?.method ?? 'GET';
    if (![status].flat().includes(answer.status)) {
      list.push(`${how} ${address}: ${answer.status}, not ${status}`);
    }
    list.push(...headerFaults(answer));
    if (answer.status >= 400) list.push(...(await keep(answer, site)));
    return answer;
  };
  for (const page of table.filter((x) => x.method === 'GET' && x.who === 'anyone')) {
    for (const lang of Object.keys(LANGUAGES)) {
      const one = visits.find((x) => x.page === page && x.lang === lang && x.status < 308
        && (WHOLE.includes(lang) || x.facts));
      if (!one) continue;
      const { site, address } = one;
      const origin = { 'content-type': 'application/x-www-form-urlencoded', origin: site.url };
      await expect(faults.post, site, address, page.open ? 400 : [403, 405], { method: 'POST', body: 'a=b' });
      await expect(faults.post, site, address, page.open ? 400 : page.posts ? [422, 410] : 405,
        { method: 'POST', body: 'a=b', headers: origin });
      await expect(faults.post, site, address, 405, { method: 'DELETE' });
      const more = `${address + (address.includes('?') ? '&' : '?')}onbekend=1`;
      await expect(faults.query, site, more, 400);
      const head = await expect(faults.head, site, address, one.status, { method: 'HEAD' });
      if (head.bytes.length) faults.head.push(`HEAD ${address}: has a body`);
      if (one.path !== '/' && !address.includes('?')) {
        await expect(faults.slash, site, `${address}/`, 308);
      }
    }
  }
  for (const page of table.filter((x) => x.who !== 'anyone')) {
    const address = page.path.replaceAll(/:[a-z_]+/g, 'x').replaceAll(/#[a-z_]+/g, '1');
    await expect(faults.who, visits[0].site, address, page.method === 'GET' ? 303 : 403,
      { method: page.method });
  }
  const numbered = visits.filter((x) => x.status === 200 && x.page?.path.includes('#'));
  const slugged = visits.filter((x) => x.status === 200 && /:[a-z]+$/.test(x.page?.path ?? ''));
  const nowhere = [
    ...numbered.map((x) => [x.site, x.address.replace(/[1-9]\d*(?=\D*$)/, '987654321')]),
    ...numbered.slice(0, 3).map((x) => [x.site, x.address.replace(/[1-9]\d*(?=\D*$)/, '0')]),
    ...slugged.map((x) => [x.site, x.address.split('?')[0].replace(/[^/]+$/, 'bestaat-niet')]),
    ...['/bestaat-niet', '/en/bestaat-niet', '/en/x/y/z', '/eenvoudig/x/y/z', '/tr/x/y/z', '/ar/x/y/z'].map((x) => [visits[0].site, x]),
  ];
  const asked = new Set();
  for (const [site, address] of nowhere) {
    const key = placed(table, address).page?.path + address.startsWith('/en');
    if (asked.has(key) && address.includes('987654321')) continue;
    if (asked.has(address)) continue;
    asked.add(key).add(address);
    await expect(faults.missing, site, address, 404);
  }
  claim('a form that is not from a page of ours, or for none, is refused', faults.post);
  claim('an unknown name in the query is refused', faults.query);
  claim('HEAD answers as GET without its body', faults.head);
  claim('a slash too many is led to the page', faults.slash);
  claim('who may not come in is refused', faults.who);
  claim('what does not exist is not found, in the language of the reader', faults.missing);
}

// A city that does not exist says so on every page, and keeps all it sends out of search engines; a
// real one never does.
function inventedClaims(visits) {
  const faults = { waterstad: [], almere: [] };
  for (const { site, address, status, headers, facts } of visits) {
    if (!(site.name in faults) || status !== 200) continue; // a redirect says nothing of a city
    if (/\/(bewijs|inloggen|mist-er-iets)$|^(\/en)?\/(hsds|vraag-en-aanbod)(\/|\?|$)/.test(address)) continue; // kept out of search engines in every city
    if (address.startsWith('/assets/') && !address.includes('brand')) continue; // ours, of no city
    const said = [headers.get('x-robots-tag') === 'noindex',
      ...(facts ? [facts.robots === 'noindex', facts.labelled] : [])];
    const right = site.name === 'waterstad' ? said.every((x) => x) : !said.some((x) => x);
    if (!right) faults[site.name].push(`${address}: header, meta, label: ${said}`);
  }
  claim('the invented city says so in all it sends', faults.waterstad);
  claim('the real city never does', faults.almere);
}

export async function walk({ table, visits, read, checker, proxied }) {
  const samples = new Map();
  for (const visit of visits.filter((x) => x.facts)) {
    const sort = `${visit.site.name} ${visit.page?.path} ${visit.lang} ${visit.names}`;
    const count = (samples.get(sort) ?? 0) + 1;
    samples.set(sort, count);
    if (count <= SAMPLES_FOR_NU) checker.keep(visit.site.name + visit.address, visit.bytes);
  }
  tableClaims(table, visits);
  inventedClaims(visits);
  await refusalClaims(table, visits, read, checker);
  const secure = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
  const answer = await proxied.ask('/', { headers: secure });
  claim('behind TLS every answer asks to stay there',
    answer.headers.has('strict-transport-security') ? [] : ['no Strict-Transport-Security']);
  const faults = await checker.run();
  claim(`the Nu checker finds nothing in ${checker.kept.size} pages`, [...faults.values()].flat());
}
