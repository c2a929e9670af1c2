/** An installed desktop VS Code, and what it needs to run apart from its owner's settings and extensions. */
import { copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject, onPath, temporaryFolder } from './project.mjs';

/** On Linux a window needs a display server; the other systems always have one. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The programs that the launcher `code` may start, seen from the folder it is in. */
const besideLauncher = {
  linux: ['../code'],
  darwin: ['../../../MacOS/Electron', '../../../MacOS/Code'],
  win32: ['../Code.exe'],
};

function usualPlaces() {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
        ['Electron', 'Code'].map((name) => join(folder, 'Visual Studio Code.app/Contents/MacOS', name)),
      );
    case 'win32':
      return [join(process.env.LOCALAPPDATA ?? home, 'Programs'), process.env.PROGRAMFILES ?? 'C:\\Program Files'].map((folder) =>
        join(folder, 'Microsoft VS Code', 'Code.exe'),
      );
    default:
      return ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'];
  }
}

/**
 * The program itself, not its launcher: VSCODE_PATH, or the one installed here if it can show a window.
 * @returns {string | undefined}
 */
export function findDesktop() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  if (!hasDisplay()) return undefined;
  const launcher = onPath('code');
  const beside = launcher ? (besideLauncher[process.platform] ?? []).map((path) => join(dirname(realpathSync(launcher)), path)) : [];
  return [...beside, ...usualPlaces()].find((file) => existsSync(file));
}

/** A fresh profile folder (`--user-data-dir`) with the settings of a test instance. */
export function freshProfile() {
  const profile = temporaryFolder();
  mkdirSync(join(profile, 'User'));
  copyFileSync(inProject('test', 'host', 'settings.json'), join(profile, 'User', 'settings.json'));
  return profile;
}
