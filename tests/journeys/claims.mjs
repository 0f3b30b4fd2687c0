// One line per claim: what holds, or what does not and where.
const MOST_LINES = 12;
let passed = 0;
let failed = 0;

// `faults` are sentences; without any, the claim holds.
export function claim(what, faults = []) {
  if (!faults.length) {
    passed += 1;
    console.log(`ok ${what}`);
    return;
  }
  failed += 1;
  console.log(`not ok ${what}`);
  const seen = [...new Set(faults)];
  for (const fault of seen.slice(0, MOST_LINES)) console.log(`    ${String(fault).slice(0, 400)}`);
  if (seen.length > MOST_LINES) console.log(`    … and ${seen.length - MOST_LINES} more`);
}

// Runs `work`; what it returns are faults (an array) or nothing, what it throws is one.
export async function tried(what, work) {
  let faults;
  try {
    faults = (await work()) ?? [];
  } catch (error) {
    faults = String(error.message ?? error).replaceAll(/\u001b\[\d+m/g, '').split('\n').slice(0, 6);
  }
  claim(what, faults);
}

export function need(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

// Prints the count; true when everything held.
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
