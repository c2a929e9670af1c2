/** The user's `ogiReport.*` settings; package.json holds their defaults. */
import { workspace, type ConfigurationScope } from 'vscode';
import { DEFAULT_SETTINGS, SETTINGS_SECTION, type Settings } from '../../server/src/protocol';

/** What the server starts with; later it asks by itself, document by document, as `scope` does here. */
export function serverSettings(scope?: ConfigurationScope): Settings {
  const section = workspace.getConfiguration(SETTINGS_SECTION, scope);
  return {
    edition: section.get('edition', DEFAULT_SETTINGS.edition),
    // What the editor hands out guards itself with a proxy, which no worker can be sent.
    rules: { ...section.get('rules', DEFAULT_SETTINGS.rules) },
    compareReports: section.get('compareReports', DEFAULT_SETTINGS.compareReports),
    checkWorkspace: section.get('checkWorkspace', DEFAULT_SETTINGS.checkWorkspace),
    inlayHints: section.get('inlayHints', DEFAULT_SETTINGS.inlayHints),
    codeLens: section.get('codeLens', DEFAULT_SETTINGS.codeLens),
    maxProblems: section.get('maxProblems', DEFAULT_SETTINGS.maxProblems),
    language: section.get('language', DEFAULT_SETTINGS.language),
  };
}

/** Whether reports that are not open are checked too. */
export function workspaceIsChecked(): boolean {
  return workspace.getConfiguration(SETTINGS_SECTION).get('checkWorkspace', DEFAULT_SETTINGS.checkWorkspace);
}

/** Whether plain text may become a report by its content. */
export function detectionIsOn(scope?: ConfigurationScope): boolean {
  return workspace.getConfiguration(SETTINGS_SECTION, scope).get('detection', true);
}
