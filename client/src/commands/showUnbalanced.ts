import { commands, Location, Position, Range, Uri } from 'vscode';
import type { UnbalancedCells } from '../../../server/src/protocol';
import type { ReportCommand } from './command';

const positionOf = ({ line, character }: UnbalancedCells['at']): Position => new Position(line, character);

/** What a click on the line above a table shows: the cells that don't add up, or the problems where no cell is at fault. */
export const showUnbalanced = (): ReportCommand => ({
  id: 'ogiReport.showUnbalanced',
  run: (argument) => {
    const { uri, at, cells } = argument as UnbalancedCells;
    if (cells.length === 0) return commands.executeCommand('workbench.actions.view.problems');
    const file = Uri.parse(uri);
    const locations = cells.map(({ start, end }) => new Location(file, new Range(positionOf(start), positionOf(end))));
    return commands.executeCommand('editor.action.showReferences', file, positionOf(at), locations);
  },
});
