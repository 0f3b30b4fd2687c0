// hsds.mjs — the open data of the sociale kaart against the schemas of HSDS 3.2: the standard's own examples, every
// address and filter of a running server, and files that were written. Prints a line for each claim.
//
//   node hsds.mjs examples | crawl http://127.0.0.1:PORT/hsds | file FILE.json | tables FOLDER
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const vectors = join(dirname(fileURLToPath(import.meta.url)), '../vectors/hsds')
const json = path => JSON.parse(readFileSync(path, 'utf8'))
let passed = 0, failed = 0
function claim(what, fine, why = '') {
    if (fine) { passed++; console.log(`ok ${what}`); return }
    failed++
    console.log(`not ok ${what}\n    ${String(typeof why === 'function' ? why() : why).slice(0, 600)}`)
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

// ---- schemas
const ajv = new Ajv2020({ strict: false, allErrors: false })
addFormats(ajv)
const tableRequired = {}
for (const file of readdirSync(join(vectors, 'schema'))) {
    const schema = json(join(vectors, 'schema', file))
    tableRequired[file.replace('.json', '')] = [...(schema.required ?? []), ...(schema.tabular_required ?? [])]
        .filter(k => !schema.properties[k].$ref) // in a table that is another row
    ajv.addSchema({ ...schema, $id: file }, file)
}
const check = (name, object) => { const v = ajv.getSchema(`${name}.json`); return v(object) ? '' : ajv.errorsText(v.errors) }
const pageKeys = { total_items: 'number', total_pages: 'number', page_number: 'number', size: 'number', first_page: 'boolean', last_page: 'boolean', empty: 'boolean' }
const checkPage = page => {
    for (const [k, t] of Object.entries(pageKeys)) if (typeof page[k] !== t) return `${k} is no ${t}`
    return !Array.isArray(page.contents) ? 'no contents' : page.contents.length !== page.size && page.total_items !== 10 ? 'size is another' : ''
}

// ---- CSV, as RFC 4180 says
function csv(text) {
    const rows = []; let row = [], cell = '', quoted = false
    for (let i = 0; i < text.length; i++) {
        const c = text[i]
        if (quoted) { if (c !== '"') cell += c; else if (text[i + 1] === '"') { cell += '"'; i++ } else quoted = false }
        else if (c === '"') quoted = true
        else if (c === ',') { row.push(cell); cell = '' }
        else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = '' }
        else if (c !== '\r') cell += c
    }
    if (cell || row.length) { row.push(cell); rows.push(row) }
    const [head, ...rest] = rows.filter(r => r.length > 1 || r[0])
    return rest.map(r => Object.fromEntries(head.map((h, i) => [h, r[i] ?? ''])))
}
// A row as the object that a schema is about: empty is not told; numbers and booleans as they are.
function typed(name, row) {
    const properties = ajv.getSchema(`${name}.json`).schema.properties
    return Object.fromEntries(Object.entries(row).filter(([, v]) => v !== '').map(([k, v]) =>
        [k, properties[k]?.type === 'number' ? Number(v) : properties[k]?.type === 'boolean' ? v === 'true' : v]))
}
const ofFile = { organizations: 'organization', services: 'service', locations: 'location', addresses: 'address', phones: 'phone', schedules: 'schedule', languages: 'language', accessibility: 'accessibility', attributes: 'attribute', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term', cost_options: 'cost_option', contacts: 'contact', funding: 'funding', programs: 'program', required_documents: 'required_document', service_areas: 'service_area', service_at_locations: 'service_at_location', units: 'unit', organization_identifiers: 'organization_identifier', meta_table_descriptions: 'meta_table_description' }
const schemaOf = file => ofFile[file] ?? file
// The schema of a row: what stands in a table of its own is not in it.
function flat(name) {
    const id = `flat-${name}`, { schema } = ajv.getSchema(`${name}.json`)
    if (!ajv.getSchema(id)) ajv.addSchema({ ...schema, $id: id, required: tableRequired[name] }, id)
    return id
}
function checkTable(file, rows) {
    const name = schemaOf(file)
    for (const row of rows) {
        const object = typed(name, row), missing = tableRequired[name].filter(k => row[k] === undefined || (row[k] === '' && /id$|^name$|status|number|type$/.test(k)))
        if (missing.length) return `${file}: no ${missing}`
        for (const k of tableRequired[name]) object[k] ??= '' // required, and empty: that is allowed to texts
        const why = ajv.validate(flat(name), object) ? '' : ajv.errorsText()
        if (why) return `${file}: ${why} in ${JSON.stringify(row)}`
    }
    return ''
}

// ---- the standard's own examples, and what must be refused
function examples() {
    const full = { location: 'location', organization_full: 'organization', service_full: 'service', service_at_location_full: 'service_at_location', taxonomy: 'taxonomy', taxonomy_term: 'taxonomy_term' }
    const at = name => join(vectors, 'examples', name)
    for (const [file, name] of Object.entries(full)) { const why = check(name, json(at(`${file}.json`))); claim(`example ${file} is valid`, !why, why) }
    for (const name of ['organization', 'service', 'service_at_location', 'taxonomy', 'taxonomy_term']) {
        const page = json(at(`${name}_list.json`))
        const why = checkPage(page) || page.contents.map(x => check(name, x)).find(Boolean)
        claim(`example ${name}_list is valid`, !why, why)
    }
    const base = json(at('base.json'))
    claim('example base is valid', base.version && base.profile && base.openapi_url)
    for (const file of readdirSync(at('csv'))) { const why = checkTable(file.replace('.csv', ''), csv(readFileSync(at(`csv/${file}`), 'utf8'))); claim(`example csv/${file} is valid`, !why, why) }
    const tabular = json(at('tabular.json'))
    const tables = Object.entries(tabular), text = row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, String(v)]))
    const wrong = tables.map(([t, rows]) => checkTable(t.replace('.csv', ''), rows.map(text))).find(Boolean)
    claim(`example tabular is valid: ${tables.length} tables`, tables.length > 10 && !wrong, wrong)
    const good = () => json(at('service_full.json'))
    const broken = { 'no name': x => delete x.name, 'another status': x => { x.status = 'open' }, 'an id that is none': x => { x.id = '12' }, 'an age in words': x => { x.minimum_age = 'twaalf' }, 'an address that is none': x => { x.url = 'geen adres' }, 'a place without kind': x => delete x.service_at_locations[0].location.location_type, 'a frequency that is none': x => { x.service_at_locations[0].schedules[0].freq = 'DAILY' }, 'a phone without number': x => delete x.phones[0].number }
    for (const [what, breaks] of Object.entries(broken)) { const x = good(); breaks(x); claim(`refused: ${what}`, check('service', x)) }
    claim('refused: a row without its organisation', checkTable('services', [{ id: good().id, name: 'x', status: 'active', organization_id: '' }]))
    claim('refused: a page that counts wrong', checkPage({ total_items: 3, total_pages: 1, page_number: 1, size: 2, first_page: true, last_page: true, empty: false, contents: [1] }))
}

// ---- a running server
const lists = { services: 'service', organizations: 'organization', service_at_locations: 'service_at_location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' }
async function crawl(base) {
    const get = async (path, options) => { const r = await fetch(base + path, options); const body = await r.text(); return { status: r.status, headers: r.headers, body, json: () => JSON.parse(body) } }
    const lines = body => body.split('\n').filter(Boolean).map(x => JSON.parse(x))
    const about = (await get('')).json()
    claim('/hsds says which version and where it is described', /^3\.2/.test(about.version) && about.profile && about.openapi_url)
    const openapi = (await get('/openapi.json')).json()
    claim('it describes itself by OpenAPI 3.1', openapi.openapi === '3.1.0' && Object.keys(openapi.paths).length > 10)

    const everything = {}
    for (const [list, name] of Object.entries(lists)) {
        let ids = [], why = '', pages = 0, total = 0
        for (let page = 1; page === 1 || ids.length < total; page++, pages++) {
            const r = (await get(`/${list}?per_page=37&page=${page}`)).json()
            why ||= checkPage(r) || r.contents.map(x => check(name, x)).find(Boolean) || (r.page_number !== page && 'another page') || (r.first_page !== (page === 1) && 'not the first')
            total = r.total_items
            if (!r.contents.length) break
            ids.push(...r.contents.map(x => x.id))
            if (ids.length >= total) why ||= r.last_page ? '' : 'the last page does not say so'
        }
        claim(`/${list}: each page is valid`, !why, why)
        claim(`/${list}: every one once (${total})`, total > 0 && ids.length === total && new Set(ids).size === total, `${ids.length} of ${total}`)
        const all = lines((await get(`/${list}?format=ndjson&full=true`.replace('&full=true', list.startsWith('tax') ? '' : '&full=true'))).body)
        why = all.map(x => check(name, x)).find(Boolean)
        claim(`/${list}: line by line is valid`, !why, why)
        claim(`/${list}: line by line tells the same in the same order`, same(all.map(x => x.id), ids))
        everything[list] = all
        why = ''
        for (const id of ids.filter((_, i) => i % 7 === 0 || i > ids.length - 3)) {
            const r = await get(`/${list}/${id}`)
            why ||= r.status !== 200 ? `${id} gives ${r.status}` : check(name, r.json()) || (r.json().id !== id && 'another id')
        }
        claim(`/${list}/ID is valid`, !why, why)
        const beyond = (await get(`/${list}?page=100000`)).json()
        claim(`/${list}: beyond the end is empty and no error`, beyond.empty === true && !beyond.contents.length)
        claim(`/${list}: an id that is not there is 404, in JSON`, (r => r.status === 404 && /problem\+json/.test(r.headers.get('content-type')) && r.json().detail)(await get(`/${list}/00000000-0000-8000-8000-000000000000`)))
    }

    // Filters, against what the whole list says.
    const all = everything.services, ids = x => x.map(s => s.id).sort()
    const asked = async query => { let found = []; for (let p = 1; ; p++) { const r = (await get(`/services?${query}&per_page=250&page=${p}`)).json(); found.push(...(r.contents ?? [])); if (!r.contents || r.last_page) return found } }
    const terms = s => s.attributes.map(a => a.taxonomy_term.id), hours = s => s.service_at_locations.flatMap(l => l.schedules).filter(x => !x.exception)
    const term = everything.taxonomy_terms.find(t => all.filter(s => terms(s).includes(t.id)).length > 3)
    const organization = everything.organizations.find(o => all.filter(s => s.organization.id === o.id).length > 1)
    const minutes = t => Number(t.slice(0, 2)) * 60 + Number(t.slice(3, 5)), ends = x => { const c = minutes(x.closes_at); return c <= minutes(x.opens_at) ? c + 1440 : c }
    const onMap = s => s.status !== 'defunct'
    const filters = {
        [`taxonomy_term_id=${term.id}`]: s => terms(s).includes(term.id),
        [`taxonomy_term_id=${term.code}`]: s => terms(s).includes(term.id),
        [`taxonomy_id=${term.taxonomy_id}`]: s => terms(s).length,
        [`organization_id=${organization.id}`]: s => s.organization.id === organization.id,
        'minimum_age=70': s => !(s.maximum_age < 70),
        'maximum_age=10': s => !(s.minimum_age > 10),
        'minimum_age=12&maximum_age=18': s => !(s.maximum_age < 12) && !(s.minimum_age > 18),
        'day=SA': s => onMap(s) && hours(s).some(x => x.byday.includes('SA')),
        'day=MO&start_time=18:00': s => onMap(s) && hours(s).some(x => (x.byday.includes('MO') && ends(x) > 18 * 60) || (x.byday.includes('SU') && ends(x) - 1440 > 18 * 60)),
        'day=WE&start_time=12:00&end_time=13:00': s => onMap(s) && hours(s).some(x => x.byday.includes('WE') && minutes(x.opens_at) < 13 * 60 && ends(x) > 12 * 60),
        'modified_after=2020-01-01': () => true,
        'modified_after=2100-01-01T00:00:00Z': () => false,
        [`taxonomy_term_id=${term.id}&minimum_age=20`]: s => terms(s).includes(term.id) && !(s.maximum_age < 20),
        'organization_id=00000000-0000-8000-8000-000000000000': () => false,
        'taxonomy_id=00000000-0000-8000-8000-000000000000': () => false,
    }
    for (const [query, passes] of Object.entries(filters)) {
        const got = ids(await asked(query)), want = ids(all.filter(passes))
        claim(`filter ${query.slice(0, 60)} (${want.length})`, same(got, want), () => `${got.length} of ${want.length}`)
    }
    const near = everything.service_at_locations.find(x => x.location.addresses[0]?.postal_code && x.location.latitude)
    const metres = (a, b) => Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * Math.cos(a.latitude * Math.PI / 180)) * 111195
    const code = near.location.addresses[0].postal_code, here = (await get(`/service_at_locations?postcode=${code}&proximity=800&per_page=250&full=true`)).json()
    const centre = { latitude: near.location.latitude, longitude: near.location.longitude }
    claim('near a postcode is near', here.total_items > 0 && here.contents.every(x => metres(centre, x.location) < 1700), () => here.contents.map(x => Math.round(metres(centre, x.location))))
    claim('nearer is fewer', (await get(`/service_at_locations?postcode=${code}&proximity=200`)).json().total_items <= here.total_items)

    const found = (await get('/services?search=schulden&per_page=250')).json()
    claim('search finds', found.total_items > 0 && /schuld/i.test(found.contents[0].name + found.contents[0].description))
    const both = (await get(`/services?search=schulden&taxonomy_term_id=geld&per_page=250`)).json()
    claim('search and a filter add up', both.total_items > 0 && both.total_items <= found.total_items && both.contents.every(x => terms(all.find(s => s.id === x.id)).includes(everything.taxonomy_terms.find(t => t.code === 'geld').id)))
    claim('a misspelt word finds too', (await get('/services?search=shulden')).json().total_items > 0)
    const forms = [['application/x-www-form-urlencoded', 'search=schulden&per_page=250'], ['application/json', '{"search":"schulden","per_page":250}']]
    for (const [type, body] of forms) claim(`the same by POST as ${type}`, same((await get('/services', { method: 'POST', headers: { 'Content-Type': type }, body })).json().contents, found.contents))
    const byOne = []; for (let p = 1; p <= found.total_items; p++) byOne.push((await get(`/services?search=schulden&per_page=1&page=${p}`)).json().contents[0].id)
    claim('one by one gives the same order', same(byOne, found.contents.map(x => x.id)))
    claim('organisations are searched', (await get('/organizations?search=schulden')).json().total_items > 0)
    const minimal = (await get('/services?minimal=true')).json()
    claim('minimal is all of it in one page', minimal.total_pages === 1 && minimal.contents.length === all.length && minimal.contents.every(x => x.id && !Number.isNaN(Date.parse(x.last_modified)) && !x.name))
    const deep = (await get(`/organizations/${organization.id}?full_service=true`)).json()
    claim('full_service gives services in full', deep.services.length > 1 && deep.services.every(s => s.service_at_locations && !check('service', s)))
    claim('top_only and parent_id', (await get('/taxonomy_terms?top_only=true')).json().total_items > 0 && (await get(`/taxonomy_terms?parent_id=${term.id}`)).json().total_items === 0)
    const gone = (await get('/tombstones')).json()
    claim('what stopped is told', gone.total_items > 0 && gone.contents.every(x => ['defunct', 'inactive'].includes(x.status) && !x.name))
    claim('what stopped says so itself', (await get(`/services/${gone.contents.find(x => x.status === 'defunct').id}`)).json().status === 'defunct')
    claim('hours are told under both names', all.some(s => s.service_at_locations.some(l => l.schedules.length)) && all.every(s => s.service_at_locations.every(l => same(l.schedules, l.operating_hours))))

    // The way it is told.
    const first = await get('/services?per_page=3'), etag = first.headers.get('etag'), when = first.headers.get('last-modified')
    claim('ETag and Last-Modified', etag && !Number.isNaN(Date.parse(when)))
    claim('304 by ETag', (await get('/services?per_page=3', { headers: { 'If-None-Match': etag } })).status === 304)
    claim('200 by another ETag', (await get('/services?per_page=3', { headers: { 'If-None-Match': '"x"' } })).status === 200)
    claim('304 by moment', (await get('/services?per_page=3', { headers: { 'If-Modified-Since': when } })).status === 304)
    claim('200 by an earlier moment', (await get('/services?per_page=3', { headers: { 'If-Modified-Since': 'Thu, 01 Jan 2015 00:00:00 GMT' } })).status === 200)
    claim('what is searched is kept nowhere', (await get('/services?search=schulden')).headers.get('cache-control') === 'no-store')
    for (const path of ['', '/services', '/services?per_page=x', '/nergens', '/services?format=ndjson']) claim(`pages of others may read ${path || '/'}`, (await get(path)).headers.get('access-control-allow-origin') === '*')
    const may = await get('/services', { method: 'OPTIONS', headers: { Origin: 'https://elders.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' } })
    claim('OPTIONS says what may be asked', may.status === 204 && /POST/.test(may.headers.get('access-control-allow-methods')) && /content-type/i.test(may.headers.get('access-control-allow-headers')))
    claim('no cookie is set', !first.headers.get('set-cookie'))
    const wrong = { 'page=0': 'pagina', 'page=x': 'getal', 'per_page=-1': 'getal', 'format=xml': 'ndjson', 'modified_after=gisteren': '2026', 'postcode=9999ZZ': 'postcode', 'proximity=5': 'postcode', 'day=someday': 'MO', 'start_time=12:00&end_time=11:00': 'end_time', 'full=misschien': 'true', 'zoek=x': 'zoek' }
    for (const [query, says] of Object.entries(wrong)) { const r = await get(`/services?${query}`, { headers: { 'Accept-Language': 'nl' } }); claim(`refused with what to do: ${query}`, r.status === 400 && r.json().detail.includes(says), r.body) }
    claim('in the reader’s language', /Write/.test((await get('/services?full=misschien', { headers: { 'Accept-Language': 'en' } })).json().detail))
    for (const body of ['{', '[]', '{"search":{"a":1}}', '{"search":"a","search":"b"}']) claim(`refused: ${body}`, (await get('/services', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status === 400)
    claim('refused: PUT', (await get('/services', { method: 'PUT' })).status === 405)
    const hostile = await get(`/services?search=${encodeURIComponent('"><script>alert(1)</script>\u202e')}`)
    claim('hostile words do no harm', hostile.status === 200 && !hostile.body.includes('<script'))
}

// ---- files
function file(path) {
    const all = json(path)
    const why = all.map(x => check(x.services ? 'organization' : 'service', x)).find(Boolean)
    claim(`${all.length} objects of ${path.split('/').pop()} are valid`, all.length > 0 && !why, why)
}
function tables(folder) {
    const about = json(join(folder, 'datapackage.json'))
    claim('the package names its tables', about.resources.length > 5 && about.resources.every(r => existsSync(join(folder, r.path))))
    for (const r of about.resources) {
        const rows = csv(readFileSync(join(folder, r.path), 'utf8')), why = checkTable(r.name, rows)
        claim(`${r.path}: ${rows.length} rows are valid`, !why, why)
        const heads = Object.keys(rows[0] ?? {})
        claim(`${r.path}: its columns are described`, !rows.length || same(heads, r.schema.fields.map(f => f.name)))
    }
}
const [what, where] = process.argv.slice(2)
if (what === 'examples') examples()
else if (what === 'crawl') await crawl(where)
else if (what === 'file') file(where)
else if (what === 'tables') tables(where)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
