// The headers that stand on every answer, whatever its kind.
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;
  font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';
  frame-ancestors 'none'; base-uri 'none'; object-src 'none'`;
// The one page that another site may show in a frame; not what refuses it, nor an answer without a page.
const framed = ({ address, status, refused, type }) =>
  status === 200 && !refused && type.startsWith('text/html') && /\/daden\/kader(\?|$)/.test(address);
const directives = (policy) => policy.split(';').map((x) => x.trim()).sort().join('; ');

export function headerFaults(answer) {
  const { address, status, headers, type, bytes } = answer;
  const faults = [];
  const wrong = (what) => faults.push(`${status} ${address}: ${what}`);
  const policy = headers.get('content-security-policy');
  if (!policy) wrong('no Content-Security-Policy');
  else if (directives(policy) !== directives(framed(answer) ? POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *') : POLICY)) wrong(`another Content-Security-Policy: ${policy}`);
  if (headers.get('x-content-type-options') !== 'nosniff') wrong('no nosniff');
  if (headers.get('referrer-policy') !== 'same-origin') wrong('Referrer-Policy is not same-origin');
  if (headers.get('cross-origin-opener-policy') !== 'same-origin') wrong('no Cross-Origin-Opener-Policy');
  if (!headers.get('permissions-policy')) wrong('no Permissions-Policy');
  if (headers.has('set-cookie')) wrong('sets a cookie');
  if (headers.has('strict-transport-security')) wrong('Strict-Transport-Security without TLS');
  if (headers.has('server') || headers.has('x-powered-by')) wrong('tells what it runs on');
  if (!headers.get('cache-control')) wrong('no Cache-Control');
  if (bytes.length && !type) wrong('no Content-Type');
  if (type.startsWith('text/') && !/charset=utf-8/i.test(type)) wrong(`Content-Type is ${type}`);
  if (status === 405 && !headers.get('allow')) wrong('no Allow');
  return faults;
}
