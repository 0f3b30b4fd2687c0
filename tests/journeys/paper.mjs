// paper.mjs FILE.pdf … — the tags of a PDF as pdf.js reads them: a second reader beside tests/ua.py.
// Prints the headings in order and how many of each tag there are; ends with 1 when something is amiss.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

function walk(node, page, into) {
  if (!node) return;
  if (node.role) {
    into.count[node.role] = (into.count[node.role] ?? 0) + 1;
    if (node.role === 'Figure' && !node.alt) into.faults.push(`page ${page}: a figure without words`);
    if (/^H\d$/.test(node.role)) into.headings.push([node.role, texts(node, into)]);
  }
  for (const child of node.children ?? []) walk(child, page, into);
}
function texts(node, into) {
  if (node.type === 'content') return into.said.get(node.id) ?? '';
  return (node.children ?? []).map((child) => texts(child, into)).join('');
}

let bad = 0;
for (const path of process.argv.slice(2)) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const into = { count: {}, faults: [], headings: [], said: new Map() };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    into.said = new Map();
    const open = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (item.type === 'beginMarkedContentProps') open.push(item.id ?? open.at(-1));
      else if (item.type === 'beginMarkedContent') open.push(open.at(-1));
      else if (item.type === 'endMarkedContent') open.pop();
      else if (open.at(-1)) into.said.set(open.at(-1), (into.said.get(open.at(-1)) ?? '') + item.str);
    }
    const tree = await page.getStructTree();
    if (!tree) into.faults.push(`page ${number}: no tags`);
    walk(tree, number, into);
  }
  const outline = await pdf.getOutline();
  if (!outline?.length) into.faults.push('no bookmarks');
  const { info, metadata } = await pdf.getMetadata();
  if (!info.Title || !metadata) into.faults.push('no title');
  if (!(await pdf.getMarkInfo())?.Marked) into.faults.push('not marked');
  if (into.headings[0]?.[0] !== 'H1') into.faults.push('the first heading is no H1');
  for (const [role, text] of into.headings) if (!text.trim()) into.faults.push(`${role} without text`);
  console.log(`${path}: ${pdf.numPages} pages; ${Object.entries(into.count).sort().map(([k, n]) => `${k} ${n}`).join(' ')}`);
  for (const [role, text] of into.headings) console.log(`    ${role} ${text}`);
  for (const fault of into.faults) console.log(`    FAULT ${fault}`);
  bad += into.faults.length;
}
process.exit(bad ? 1 : 0);
