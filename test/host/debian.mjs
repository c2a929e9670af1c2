/** Debian packages that tests need: installed here where nobody has to be asked, named to the person elsewhere. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { onPath, run } from './project.mjs';

/** Whether this is a Debian (not a derivative: Ubuntu's `chromium` is a snap, which can't be driven from here). */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && onPath('apt-get') !== undefined;
  } catch {
    return false;
  }
}

const isInstalled = (name) => / ok installed$/.test(spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout);

/** Installs those of the packages that are missing, as root on Debian; does nothing anywhere else. */
export async function installPackages(names) {
  if (!isDebian() || process.getuid() !== 0) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(' ')} (apt-get) …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['-qq', 'update'], options);
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...missing], options);
}

/** The command that brings these packages: Debian's own, or what stands in for it elsewhere. */
export const installCommand = (names, elsewhere) =>
  isDebian() ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}` : elsewhere;
