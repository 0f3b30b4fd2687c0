// The Nu HTML checker: pages are kept as files, and one run looks at all of them.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const JAR = new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;

export class Checker {
  constructor(dir) {
    this.dir = dir;
    this.kept = new Map();
    mkdirSync(dir, { recursive: true });
  }

  keep(address, bytes) {
    const file = `${this.kept.size + 1}.html`;
    this.kept.set(file, address);
    writeFileSync(join(this.dir, file), bytes);
  }

  // Faults by address: Map of address → sentences.
  run() {
    const words = ['-Xss4m', '-jar', JAR, '--format', 'json', '--exit-zero-always', '--no-langdetect',
      this.dir];
    return new Promise((resolve, reject) => {
      execFile('java', words, { maxBuffer: 1 << 28 }, (error, out, err) => {
        if (error) return reject(error);
        const faults = new Map();
        for (const { url, type, subType, message, extract, lastLine } of JSON.parse(err).messages) {
          if (type === 'info' && subType !== 'warning') continue;
          const address = this.kept.get(url.split('/').pop());
          const at = `${address}, line ${lastLine}: ${message} (${extract?.trim().slice(0, 100)})`;
          faults.set(address, [...(faults.get(address) ?? []), at]);
        }
        return resolve(faults);
      });
    });
  }
}
