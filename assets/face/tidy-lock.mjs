// Leaves only what npm ci needs in the lock file: names, versions and hashes.
import { readFileSync, writeFileSync } from 'node:fs';
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const entry of Object.values(lock.packages)) { delete entry.resolved; delete entry.funding; }
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
