/** Articles of the regulation lead to the page that tells of them. The page lies beside the server: nothing is fetched. */
import { articlesCited, gistOf } from '../../features/articles';
import { inLocale } from '../../text/span';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';
import { articlePage } from './lawPage';

export const documentLink: Feature = {
  listen(context) {
    context.connection.onDocumentLinks(
      onDocument(context, 'documentLink', [], ({ document, analysis }) =>
        articlesCited(analysis).flatMap(({ article, span }) => {
          const page = articlePage(analysis.settings, article);
          // Editors read the line from the fragment.
          return page ? [{ range: rangeOf(document, span), target: `${page.uri}#L${page.line + 1}`, tooltip: inLocale(gistOf(article), analysis.settings.locale) }] : [];
        }),
      ),
    );
  },
};
