/**
 * Known faults of the dependencies, as the registry's audit service tells them. What is shipped is bundled, so all of them are
 * looked at, those that only build and test too. What is high or critical fails; the rest is listed. Where the service can't be
 * asked, the step is skipped and says why: the lock file is checked without it.
 */
import { exec } from 'node:child_process';
import { root } from './host/project.mjs';

const FAILING = ['high', 'critical'];

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function audit() {
  const answer = await new Promise((resolve) => exec('npm audit --json', { cwd: root, maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout)));
  return counted(parsed(answer));
}

/** Counts of what the service answered. */
export function counted({ vulnerabilities, message }) {
  if (!vulnerabilities) {
    console.log(`Skipped: the audit service can't be asked (${message ?? 'no answer'}).`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const all = Object.values(vulnerabilities);
  for (const { name, severity, range, via } of all) {
    console.log(`${severity}: ${name} ${range}: ${via.map((one) => one.title ?? one).join('; ')}`);
  }
  const failed = all.filter(({ severity }) => FAILING.includes(severity)).length;
  return { passed: failed > 0 ? 0 : 1, failed, skipped: 0 };
}

function parsed(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    return {};
  }
}
