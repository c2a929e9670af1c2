/** All commands, in the order of package.json. */
import { checkAsReport } from './checkAsReport';
import { checkWorkspace } from './checkWorkspace';
import type { Parts, ReportCommand } from './command';
import { copyInfo } from './copyInfo';
import { ignore, turnOff, turnOffInFolder } from './decide';
import { exportReport } from './exportReport';
import { fixAll } from './fixAll';
import { importReport } from './importReport';
import { newReport } from './newReport';
import { notAReport } from './notAReport';
import { reopenInGb18030, reopenInUtf8 } from './reopen';
import { restartServer } from './restartServer';
import { savePage } from './savePage';
import { showOutput } from './showOutput';
import { showPreview } from './showPreview';
import { showUnbalanced } from './showUnbalanced';
import { toggleDetection } from './toggleDetection';

export function allCommands(parts: Parts): readonly ReportCommand[] {
  return [newReport, importReport, exportReport, checkAsReport, notAReport, toggleDetection, fixAll, showPreview, savePage, checkWorkspace, showUnbalanced, ignore, turnOffInFolder, turnOff, reopenInGb18030, reopenInUtf8, restartServer, showOutput, copyInfo].map((make) => make(parts));
}
