/**
 * Stands in for desktop VS Code where there is none: takes the arguments with which a VS Code is started to run
 * an extension's tests, and runs them in VS Code's server with the window in a Chromium.
 *
 *     node stand-in.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=… [--extensions-dir=…]
 *
 * Ends with the exit code of the tests.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { exitOnSignals, explain } from './project.mjs';
import { startServer } from './server.mjs';

/** Each test has its own limit; this one is for a window that never comes up or never ends. */
const timeout = Number(process.env.OGI_E2E_TIMEOUT ?? 300_000);

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
  const server = await startServer({ extensions: values['extensions-dir'] });
  const browser = await launchBrowser();
  try {
    return await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`The tests did not end in ${timeout / 1000} s.\n${server.log()}`)), timeout).unref();
      // The two functions that the workbench calls when its tests run in an automated browser.
      void openWindow(browser.page, { log: forward, exit: resolve }).catch(reject);
    });
  } finally {
    await browser.close();
    server.stop();
  }

  function forward(type, args) {
    const text = args.join(' ');
    if (!noise.test(text)) console.log(type === 'error' ? `[console] ${text}` : text);
  }

  async function openWindow(page, { log, exit }) {
    await page.exposeFunction('codeAutomationLog', log);
    await page.exposeFunction('codeAutomationExit', exit);
    await page.goto(
      server.url({ folder: positionals[0], developmentPath: values.extensionDevelopmentPath, testsPath: values.extensionTestsPath }),
    );
  }
}
