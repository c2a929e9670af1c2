/**
 * Makes texts and checks them until it is stopped. Every text is told before it is checked: of one that never comes back, or
 * takes the process along, that is all there will be.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTED } from '../support/collected';
import { Random } from '../support/random';
import { startTables, startTexts } from '../support/startTexts';
import { checkIncremental, checkText, checkTime } from './checks';
import { Coverage } from './coverage';
import { kindOf, type Message } from './messages';
import { mutated } from './mutate';
import { pathological } from './pathological';
import { shrunk } from './shrink';

/** Of the texts that met something new, so many are kept to go on from. */
const MOST_KEPT = 2000;
const FIXTURES = join(__dirname, '../fixtures');

const [seed, milliseconds] = process.argv.slice(2, 4).map(Number) as [number, number];
const only = process.argv[4];
const random = new Random(seed);
const clipboard = startTables(random);
const known = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ogi|txt)$/.test(name));
const given = [...startTexts(random).map(({ text }) => text), ...known.map((name) => readFileSync(join(FIXTURES, name), 'utf8')), ...COLLECTED.map(({ text }) => text)];
const kept: string[] = [];
/** Kinds of failures that were told: those that come again are counted only. */
const told = new Set<string>();
const coverage = new Coverage();
const byCheck: Record<string, number> = {};
let characters = 0;

/** Resolves when it has left this process. */
const tell = (message: Message): Promise<void> => new Promise((resolve, reject) => process.send!(message, undefined, undefined, (error) => (error ? reject(error) : resolve())));
const start = (): string => mutated(random.pick(random.oneIn(2) && kept.length > 0 ? kept : given), random, given);

/** A check with what it needs to be done again in the same way: its text, and the seed of what is random in it. */
interface Try {
  readonly check: string;
  readonly text: string;
  readonly run: (text: string, random: Random) => unknown;
}

/** Of a hundred tries three are for time, which long texts take, and twenty-two for edits. */
function next(): Try {
  const dice = only === 'time' ? 0 : only === 'incremental' ? 3 : only === 'text' ? 99 : random.below(100);
  if (dice < 3) return { check: 'time', text: pathological(random, 100_000 + random.below(400_000)), run: checkTime };
  if (dice < 25) return { check: 'incremental', text: start(), run: (text, own) => checkIncremental(text, clipboard, own, 12) };
  return { check: 'text', text: start(), run: checkText };
}

async function attempt({ check, text, run }: Try): Promise<void> {
  await tell({ kind: 'text', check, text });
  byCheck[check] = (byCheck[check] ?? 0) + 1;
  characters += text.length;
  const own = random.below(1e9);
  const messageOf = (less: string): string | undefined => {
    try {
      run(less, new Random(own));
      return undefined;
    } catch (error) {
      return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    }
  };
  const message = messageOf(text);
  if (message !== undefined) {
    const failure = kindOf(message);
    const small = check === 'time' || told.has(failure) ? text : shrunk(text, (less) => kindOf(messageOf(less) ?? '') === failure);
    told.add(failure);
    await tell({ kind: 'failure', check, message: messageOf(small) ?? message, text, case: small });
  }
  if (coverage.news() > 0 && check !== 'time') kept[kept.length < MOST_KEPT ? kept.length : random.below(MOST_KEPT)] = text;
}

async function main(): Promise<void> {
  const end = Date.now() + milliseconds;
  let texts = 0;
  for (; Date.now() < end; texts++) await attempt(next());
  await tell({ kind: 'done', texts, byCheck, characters, kept: kept.length, blocks: coverage.size });
  process.disconnect();
}

void main();
