import type { Parts, ReportCommand } from './command';

export const showOutput = ({ log }: Parts): ReportCommand => ({
  id: 'ogiReport.showOutput',
  run: () => log.show(),
});
