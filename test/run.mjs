/**
 * `npm test`: everything, in the order of steps.mjs. `npm test -- unit e2e` runs some of it.
 *
 * A failed step does not stop the others. A step that could not run is not a success: the machine lacks something,
 * the table at the end says what, and the exit code is 1.
 */
import { installPackages } from './host/debian.mjs';
import { exitOnSignals, explain, MissingPrerequisite, requireNode, setUp } from './host/project.mjs';
import { steps } from './steps.mjs';

requireNode();
exitOnSignals();

const chosen = choose(process.argv.slice(2));
await setUp();
await installPackages([...new Set(chosen.flatMap(({ packages }) => packages ?? []))]).catch((error) => {
  console.log(`${error.message}\nThe steps that can't do without it will say so.`);
});

/** @type {{ name: string, seconds: number, passed: number, failed: number, skipped: number, notRun?: string }[]} */
const results = [];
for (const step of chosen) {
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 76 - step.name.length))}`);
  results.push(await runStep(step));
}
conclude();

/** The steps of these names, with the build where one of them tests what it makes. */
function choose(names) {
  const unknown = names.filter((name) => !steps.some((step) => matches(step, name)));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  if (names.length === 0) return steps;
  const wanted = steps.filter((step) => names.some((name) => matches(step, name)));
  const build = steps.filter(({ name }) => name === 'build' && wanted.some(({ needsBuild }) => needsBuild));
  return [...new Set([...build, ...wanted])];
}

function matches(step, name) {
  return step.name === name || step.name.startsWith(`${name}:`);
}

async function runStep({ name, run, needsBuild }) {
  const started = Date.now();
  const result = (counts) => ({ name, skipped: 0, ...counts, seconds: (Date.now() - started) / 1000 });
  try {
    if (needsBuild && results.some((earlier) => earlier.name === 'build' && earlier.failed > 0)) {
      throw new MissingPrerequisite('the build failed, and an older one proves nothing', 'npm run build');
    }
    return result((await run()) ?? { passed: 1, failed: 0 });
  } catch (error) {
    console.error(explain(error));
    return result({ passed: 0, failed: 1, notRun: error instanceof MissingPrerequisite ? explain(error) : undefined });
  }
}

/** The table, and the counts of all steps on the last line. A step that did not run counts as one failure. */
function conclude() {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const row = (name, status, counts, time) => [name.padEnd(17), status.padEnd(8), ...counts.map((n) => String(n).padStart(7)), time.padStart(8)].join(' ');
  console.log(`\n${row('step', '', ['passed', 'failed', 'skipped'], 'time')}`);
  for (const { name, passed, failed, skipped, seconds, notRun } of results) {
    const status = notRun ? 'NOT RUN' : failed > 0 ? 'FAILED' : 'ok';
    console.log(row(name, status, notRun ? ['-', '-', '-'] : [passed, failed, skipped], `${seconds.toFixed(1)} s`));
    if (notRun) console.log(`  ${notRun}`);
  }
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
