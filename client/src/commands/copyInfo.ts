import { env, l10n, UIKind, version, window } from 'vscode';
import { serverSettings } from '../settings';
import type { Parts, ReportCommand } from './command';

const SHOW_MS = 4000;

/** Puts what a problem report needs on the clipboard: versions, settings, the state of the check. No text of the report. */
export const copyInfo = ({ context, client, status }: Parts): ReportCommand => ({
  id: 'ogiReport.copyInfo',
  run: async () => {
    const document = window.activeTextEditor?.document;
    const latest = document && status.of(document);
    const info = {
      extension: (context.extension.packageJSON as { version: string }).version,
      editor: `${env.appName} ${version}`,
      host: `${env.appHost}, ${env.remoteName ?? 'local'}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}`,
      locale: env.language,
      server: client.isRunning ? 'running' : 'not running',
      settings: serverSettings(),
      document: document && { language: document.languageId, scheme: document.uri.scheme, lines: document.lineCount },
      check: latest && {
        reports: latest.reports.map(({ edition, editionReason, fiscalYear, tables }) => ({ edition, editionReason, fiscalYear, tables })),
        findings: latest.findings,
        shown: latest.shown,
        failedRules: latest.failedRules,
      },
    };
    await env.clipboard.writeText(`\`\`\`json\n${JSON.stringify(info, undefined, 2)}\n\`\`\`\n`);
    window.setStatusBarMessage(l10n.t('Copied for a problem report'), SHOW_MS);
  },
});
