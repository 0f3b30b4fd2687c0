// Builds ../dialoog.css from NL Design System components, our tokens and our own compositions.
//
//   npm ci && node build.mjs
//
// The components come from npm, the result is committed: building Dialoog itself needs no Node.
// A component is themed by its tokens (tokens.css). Its long class names are translated here to the
// plain element or short class our pages use; rules for classes that no page uses fall away.
import { readFileSync as read, writeFileSync as write, copyFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { transform } from 'lightningcss';

// component → what wears it in our pages. A name that begins with a dot is a class.
const wears = {
  document: 'html', body: 'body',
  'heading-1': 'h1', 'heading-2': 'h2', 'heading-3': 'h3', 'heading-4': 'h4',
  paragraph: 'p', 'paragraph--lead': '.dlg-lead',
  link: 'a', 'link--html-a': 'a',
  'skip-link': '.dlg-skip', 'skip-link--visible-on-focus': '.dlg-skip',
  button: '.dlg-button', 'button--html-button': '.dlg-button',
  'button--primary-action': '.dlg-button--primary', 'button--secondary-action': '.dlg-button--secondary',
  'button-link': '.dlg-button', 'button-link--html-a': '.dlg-button',
  'button-link--primary-action': '.dlg-button--primary',
  'button-link--secondary-action': '.dlg-button--secondary',
  textbox: '.dlg-input', 'textbox--html-input': '.dlg-input',
  select: '.dlg-select', 'select--html-select': '.dlg-select',
  'form-label': 'label', textarea: '.dlg-textarea', 'textarea--html-textarea': '.dlg-textarea',
  'form-fieldset': 'fieldset', 'form-fieldset--html-fieldset': 'fieldset',
  'form-fieldset__legend': 'legend', 'form-fieldset__legend--html-legend': 'legend',
  'form-field-description': '.dlg-field__hint', 'form-field-error-message': '.dlg-field__problem',
  alert: '.dlg-alert', 'alert--info': '.dlg-alert--info', 'alert--ok': '.dlg-alert--ok',
  'alert--warning': '.dlg-alert--warning', 'alert--error': '.dlg-alert--error',
  table: 'table', 'table--html-table': 'table', figure: 'figure',
};
const packages = ['document', 'body', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'paragraph',
  'link', 'skip-link', 'button', 'button-link', 'textbox', 'textarea', 'select', 'form-label',
  'form-fieldset', 'form-field-description', 'form-field-error-message', 'alert', 'table', 'figure'];

// Lower these and logical properties become a thicket; these run on phones of 2022 and later.
const targets = { chrome: 100 << 16, firefox: 100 << 16, safari: (15 << 16) | (4 << 8) };

/** Gives the selector in our names, or null when it speaks of a class no page uses. */
function translate(selector) {
  const parts = [[]]; // compounds and the combinators between them
  for (const part of selector) {
    if (part.type === 'combinator') parts.push(part, []);
    else if (part.type !== 'class' || !part.name.startsWith('utrecht-')) parts.at(-1).push(part);
    else {
      const name = wears[part.name.slice('utrecht-'.length)];
      if (!name) return null;
      const ours = name[0] === '.' ? { type: 'class', name: name.slice(1) } : { type: 'type', name };
      if (!parts.at(-1).some(p => p.type === ours.type && p.name === ours.name))
        parts.at(-1)[ours.type === 'type' ? 'unshift' : 'push'](ours);
    }
    if (part.selectors) { // :is(…) and :not(…)
      const inner = part.selectors.map(translate).filter(s => s);
      if (!inner.length && part.kind !== 'not') return null;
      if (inner.length) part.selectors = inner; else parts.at(-1).pop();
    }
  }
  return parts.flat();
}

const visitor = { Selector: selector => translate(selector) ?? [] };
const css = (name, code, options = {}) =>
  transform({ filename: name, code: Buffer.from(code), minify: true, targets, ...options }).code.toString();

const components = packages.map(name =>
  css(name, read(`node_modules/@utrecht/${name}-css/dist/index.min.css`), { visitor, errorRecovery: true }));
// A link inside a component is that component's business: the general rule may not win from it.
const link = packages.indexOf('link');
components[link] = components[link].replace(/(?<![\w-])a((?::[\w-]+)*)(?=[,{])/g, ':where(a$1)');
const own = ['tokens', 'base', 'shell', 'blocks', 'lists', 'report', 'forms', 'desk', 'sheet', 'print'].map(name => read(`${name}.css`, 'utf8'));
const fonts = ['latin', 'latin-ext'].map(subset => {
  const file = `source-sans-3-${subset}.woff2`;
  copyFileSync(`node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`, `../${file}`);
  const range = read('node_modules/@fontsource-variable/source-sans-3/index.css', 'utf8')
    .split('/*').find(part => part.includes(`source-sans-3-${subset}-wght-normal */`))
    .match(/unicode-range:\s*([^;]+);/)[1];
  return `@font-face{font-family:"Source Sans 3";font-style:normal;font-display:swap;font-weight:200 900;`
    + `src:url(${file}) format("woff2");unicode-range:${range}}`;
});
const notice = '/*! Dialoog, EUPL-1.2. Holds NL Design System component CSS (EUPL-1.2), see LICENSES.md */\n';
const result = notice + css('dialoog.css', [...fonts, own[0], ...components, ...own.slice(1)].join('\n'));
write('../dialoog.css', result);

const known = new Set([...result.matchAll(/(--[\w-]+)\s*:/g)].map(m => m[1]));
const asked = new Set([...result.matchAll(/var\((--[\w-]+)\)/g)].map(m => m[1]));
const unknown = [...asked].filter(name => !known.has(name));
if (process.argv.includes('--tokens')) console.log(unknown.sort().join('\n'));
const brotli = brotliCompressSync(result, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`dialoog.css ${result.length} bytes, ${brotli} with brotli; ${unknown.length} tokens left open`);
