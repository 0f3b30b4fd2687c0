// The program under test: its commands, and a server of it on a free port.
import { execFile, spawn } from 'node:child_process';

const ENVIRONMENT = {
  ...process.env,
  LC_ALL: 'nl_NL.UTF-8',
  ASAN_OPTIONS: 'detect_leaks=1:exitcode=99',
  UBSAN_OPTIONS: 'print_stacktrace=1:exitcode=99',
};

// Runs one command; gives { code, out, err } and never throws over an exit code.
export function run(program, ...args) {
  return new Promise((resolve) => {
    const options = { env: ENVIRONMENT, maxBuffer: 1 << 26 };
    execFile(program, args, options, (error, out, err) =>
      resolve({ code: error ? error.code ?? -1 : 0, out, err }));
  });
}

// The same, for a command that must succeed.
export async function done(program, ...args) {
  const { code, out, err } = await run(program, ...args);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${err || out}`);
  return out;
}

export class Site {
  // `name` is what claims call it; `options` are further words for `serve`.
  static start(program, name, data, ...options) {
    const listen = options.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
    const words = ['serve', '--data', data, ...listen, '--no-limiter', '--quiet'];
    const child = spawn(program, [...words, ...options], { env: ENVIRONMENT });
    const site = new Site();
    Object.assign(site, { name, child, said: '' });
    site.ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
    return new Promise((resolve, reject) => {
      child.stdout.resume();
      child.stderr.on('data', (bytes) => {
        site.said += bytes;
        const found = /http:\/\/[^/\s]+/.exec(site.said);
        if (found && !site.url) {
          [site.url] = found;
          resolve(site);
        }
      });
      site.ended.then((code) => reject(new Error(`serve ended with ${code}: ${site.said}`)));
    });
  }

  // Faults of its whole life: a sanitizer's report, or an end that is not clean.
  async stop() {
    this.child.kill('SIGTERM');
    const code = await this.ended;
    const faults = this.said.split('\n').filter((line) => /ERROR|runtime error|SUMMARY/.test(line));
    if (code !== 0) faults.push(`it ended with ${code}`, ...this.said.split('\n').slice(-10));
    return faults;
  }

  // One request as a program makes it: no redirect is followed, no language preferred but Dutch.
  async ask(address, { method = 'GET', headers = {}, body } = {}) {
    const answer = await fetch(this.url + address, {
      method,
      body,
      redirect: 'manual',
      headers: { 'accept-language': 'nl', ...headers },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    return { address, status: answer.status, headers: answer.headers, type, bytes };
  }
}
