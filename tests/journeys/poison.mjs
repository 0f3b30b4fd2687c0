// Puts a hostile text into every text cell and every long text of a folder.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, writeCsv } from './csv.mjs';

// Closes any attribute or element, opens script, an entity and a template's braces.
export const HOSTILE = '"><script>window.pwned=1</script><img src=x onerror="window.pwned=1">'
  + "'&lt;b&gt;{{7*7}}${7*7}</textarea></title></style>]]>-->";
export const OVERRIDE = '\u202E';

// Columns that hold names, numbers, days and fixed words: nothing else is a text.
const FIXED = new Set(['dialogue', 'language', 'invented', 'picture', 'neighbourhood', 'code', 'phase',
  'state', 'pillar', 'theme', 'open', 'source', 'kind', 'published', 'url', 'gathering', 'day',
  'starts', 'ends', 'people', 'about', 'round', 'table', 'finding', 'account', 'reason', 'voice',
  'visibility', 'story', 'point', 'colour', 'file', 'phone', 'email', 'website']);

const LINKS = `

[klik](javascript:window.pwned=1) [data](data:text/html,<script>window.pwned=1</script>)
[ref][r] <javascript:window.pwned=1> ![beeld](https://elders.example/x.png) ![j](javascript:window.pwned=1)
<a href="javascript:window.pwned=1">rauw</a> <svg onload="window.pwned=1">

<iframe src="https://elders.example/"></iframe>

[r]: JaVaScRiPt:window.pwned=1 "${HOSTILE.replaceAll('"', '&quot;')}"

\`\`\`"><script>window.pwned=1</script>
${HOSTILE}
\`\`\`
`;

// The mark of a column: it makes every text say where it came from.
export const mark = (file, column) => `@${file.replace('.csv', '')}.${column}@`;

// Gives the marks of all columns and sections poisoned, and every cell as it now is.
export function poison(dir) {
  const marks = new Set();
  const cells = new Set();
  for (const file of readdirSync(dir).filter((x) => x.endsWith('.csv'))) {
    const [heading, ...rows] = readCsv(readFileSync(join(dir, file), 'utf8'));
    for (const row of rows) {
      heading.forEach((column, i) => {
        if (FIXED.has(column) || !row[i]) return;
        marks.add(mark(file, column));
        row[i] = `${row[i].slice(0, 24)} ${mark(file, column)} ${HOSTILE}`;
        cells.add(row[i]);
      });
    }
    writeFileSync(join(dir, file), writeCsv([heading, ...rows]));
  }
  const texts = join(dir, 'texts');
  for (const dialogue of existsSync(texts) ? readdirSync(texts) : []) {
    for (const file of readdirSync(join(texts, dialogue))) {
      const sign = mark('texts', file.replace('.md', ''));
      marks.add(sign);
      writeFileSync(join(texts, dialogue, file), `${sign}\n\n${HOSTILE}\n${LINKS}\n\n# ${HOSTILE}\n`);
    }
  }
  return { marks, cells };
}

// Changes the cells of one column; `change(value, row)` gives the new value.
export function edit(dir, file, column, change) {
  const path = join(dir, file);
  const [heading, ...rows] = readCsv(readFileSync(path, 'utf8'));
  const i = heading.indexOf(column);
  if (i < 0 || !rows.length) throw new Error(`${file} has no ${column}`);
  rows.forEach((row, at) => { row[i] = change(row[i], at, row); });
  writeFileSync(path, writeCsv([heading, ...rows]));
}
