// The sentences of the interface, from locale/en.po.
import { readFileSync } from 'node:fs';

const FIELD = /^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*\n?)+)/gm;
const unquoted = (lines) => JSON.parse(`"${lines.trim().replaceAll(/"\s*\n\s*"/g, '').slice(1, -1)}"`);
const escaped = (text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

// What no English page may show as the whole text of anything: Dutch sentences whose English is
// different (`whole`), and those with values in them as sources of regular expressions (`shapes`).
export function dutchSentences(path) {
  const dutch = new Set();
  const english = new Set();
  for (const [, name, lines] of readFileSync(path, 'utf8').matchAll(FIELD)) {
    (name.startsWith('msgid') ? dutch : english).add(unquoted(lines));
  }
  const only = [...dutch].filter((x) => x && !english.has(x));
  const open = only.filter((x) => /\{\w+\}/.test(x) && /[a-z]{4}/.test(x.replaceAll(/\{\w+\}/g, '')));
  return {
    whole: only.filter((x) => !/\{\w+\}/.test(x)),
    shapes: open.map((x) => `^${escaped(x).replaceAll(/\{\w+\}/g, '.{1,60}')}$`),
  };
}
