/** `npm run generate`: writes everything that is made from the rules. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RULES } from '../server/src/rules';
import { generated } from './support/generated';

const root = join(__dirname, '..');
const files = generated(RULES, (path) => readFileSync(join(root, path), 'utf8'));
rmSync(join(root, 'docs/rules'), { recursive: true, force: true }); // pages of rules that are gone
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
console.log(`${files.size} files for ${RULES.length} rules`);
