/** A report as it is drawn: as data for the page beside the text, and as a page of its own. */
import { previewOf } from '../../features/preview';
import { PAGE_REQUEST, type PageResult, PREVIEW_OUTDATED_NOTIFICATION, PREVIEW_REQUEST, type PreviewParams, type PreviewResult } from '../../protocol';
import { page } from '../../view/page';
import { type Feature, onDocument } from '../context';

export const preview: Feature = {
  listen(context) {
    const { connection, workspace } = context;
    let isWatched = false;
    connection.onRequest(
      PREVIEW_REQUEST,
      onDocument<PreviewParams, PreviewResult | null>(context, 'preview', null, ({ version, analysis }, { offset }) => {
        isWatched = true;
        const found = previewOf(analysis, offset);
        return found ? { version, span: found.span, preview: found } : null;
      }),
    );
    connection.onRequest(
      PAGE_REQUEST,
      onDocument<PreviewParams, PageResult | null>(context, 'page', null, ({ analysis }, { offset }) => {
        const found = previewOf(analysis, offset);
        return found ? { html: page(found) } : null;
      }),
    );
    workspace.onDidChange(() => {
      if (isWatched) void connection.sendNotification(PREVIEW_OUTDATED_NOTIFICATION);
    });
  },
};
