import { CONFIG_EDIT_REQUEST, type ConfigEditParams, type ConfigEditResult } from '../../protocol';
import { inLocale } from '../../text/span';
import { configEditOf } from './configEdits';
import type { Feature } from '../context';
import { safely } from '../safely';

/** The extension's commands ask for the edit of the settings after they asked the person. */
export const configEdit: Feature = {
  listen(context) {
    const { connection, settings, log } = context;
    connection.onRequest(
      CONFIG_EDIT_REQUEST,
      safely(log, 'configEdit', { refused: '' }, async (params: ConfigEditParams): Promise<ConfigEditResult> => {
        const { locale } = await settings.ofEditor(params.uri);
        const made = await configEditOf(context, params);
        return made.kind === 'edit' ? { config: made.config, edit: made.edit } : { refused: inLocale(made.why, locale) };
      }),
    );
  },
};
