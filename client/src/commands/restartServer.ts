import type { Parts, ReportCommand } from './command';

export const restartServer = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.restartServer',
  run: () => client.restart(),
});
