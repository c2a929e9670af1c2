/**
 * Stands in for desktop VS Code where there is none: takes the arguments with which a VS Code is started to run
 * an extension's tests, and runs them in VS Code's server with the window in a Chromium.
 *
 *     node stand-in.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=… [--extensions-dir=…]
 *
 * Ends with the exit code of the tests.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openEmbedded } from './embedded.mjs';
import { exitOnSignals, explain } from './project.mjs';

/** Each test has its own limit; this one is for a window that never comes up or never ends. */
const timeout = 600_000;

/** What this server always says: it was installed without its native modules, and maybe without internet. */
const noise =
  /Could not locate the bindings file|native-watchdog|open-vsx\.org|\[Service Worker\]|connection token|Creating a socket|builtin extensions cache|ChatSessionStore/;

const { values, positionals } = parseArgs({
  strict: false, // other arguments, such as --disable-updates, are for the desktop program alone
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

exitOnSignals();
try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

/** @returns {Promise<number>} the exit code that the extension host reports */
async function runTests() {
  // The workbench calls these two functions when its tests run in an automated browser.
  let exit;
  const ended = new Promise((resolve) => (exit = resolve));
  const window = await openEmbedded(
    { folder: positionals[0], developmentPath: values.extensionDevelopmentPath, testsPath: values.extensionTestsPath },
    {
      extensions: values['extensions-dir'],
      prepare: async (page) => {
        await page.exposeFunction('codeAutomationLog', forward);
        await page.exposeFunction('codeAutomationExit', exit);
      },
    },
  );
  const late = delay(timeout, undefined, { ref: false }).then(() => {
    throw new Error(`The tests did not end in ${timeout / 1000} s.\n${window.log()}`);
  });
  try {
    return await Promise.race([ended, late]);
  } finally {
    await window.close();
  }
}

function forward(type, args) {
  const text = args.join(' ');
  if (!noise.test(text)) console.log(type === 'error' ? `[console] ${text}` : text);
}
