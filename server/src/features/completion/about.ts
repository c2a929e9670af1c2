/** What is told of an offer when somebody looks at it: plain data that says which, and the lines that tell it. */
import { type EditionId, edition, EDITIONS, isEditionId, type LawRef, type TableId, tableSpec } from '../../editions';
import { sectionMeaning } from '../../editions/meanings';
import { article } from '../../editions/law';
import { SECTION_IDS, type SectionId } from '../../syntax/sections';
import { inLocale, type Locale, type Text } from '../../text/span';
import { meaningOf, withLaw } from '../meanings';
import { line, type Line } from '../told';
import type { PhraseId } from './phrases';

export type About =
  | { readonly kind: 'section'; readonly id: SectionId; readonly edition: EditionId }
  | { readonly kind: 'topic'; readonly section: SectionId; readonly edition: EditionId }
  | { readonly kind: 'row'; readonly table: TableId; readonly edition: EditionId; readonly row: string }
  | { readonly kind: 'table'; readonly table: TableId; readonly edition: EditionId }
  | { readonly kind: 'phrase'; readonly id: PhraseId };

/** The documentation of an offer. */
export function aboutLines(about: About, locale: Locale): Line[] {
  return linesOf(about).map(({ form, text }) => ({ form, text: inLocale(text, locale) }));
}

function linesOf(about: About): Line<Text>[] {
  switch (about.kind) {
    case 'section':
      return [line(withLaw(sectionMeaning(about.id, about.edition)))];
    case 'topic':
      return [line(withLaw(sectionMeaning(about.section, about.edition)))];
    case 'row': {
      const row = tableSpec(about.table, about.edition).rows.find(({ id }) => id === about.row);
      return row ? [line(meaningOf(row)), line(COLUMNS(row.columns.length))] : [];
    }
    case 'table': {
      const { name, rows, edition: id } = tableSpec(about.table, about.edition);
      const { source } = edition(id);
      const numbers = rows.reduce((sum, { columns }) => sum + columns.length, 0);
      return [line(withLaw({ text: { zh: `${name.zh}，共 ${numbers} 个数，插入后各格为“/”，填写后消失`, en: `${name.en}, ${numbers} numbers; each cell holds “/” until it is filled in` }, law: source }))];
    }
    case 'phrase': {
      const { text, law } = PHRASES[about.id];
      return [line(withLaw({ text, ...(law ? { law } : {}) }))];
    }
  }
}

const COLUMNS = (count: number): Text => ({ zh: `${count} 列，各列待填。`, en: `${count} ${count === 1 ? 'column' : 'columns'}, to be filled in.` });

const PHRASES: Readonly<Record<PhraseId, { readonly text: Text; readonly law?: LawRef }>> = {
  basis: { text: { zh: '报告开头的编制依据，按本报告适用的格式写', en: 'what the report is based on: the regulation, and the form that is in force for its year' }, law: article('50') },
  period: { text: { zh: '统计期限为报告年度的 1 月 1 日至 12 月 31 日', en: 'the figures are those of 1 January to 31 December of the report’s year' } },
  noRequests: { text: { zh: '没有收到申请的，也写明；表三相应填 0', en: 'that nobody applied is said as well; table 三 then holds zeros' }, law: article('50（二）') },
  noRemedies: { text: { zh: '没有行政复议、行政诉讼的，也写明；表四相应填 0', en: 'that there was neither is said as well; table 四 then holds zeros' }, law: article('50（三）') },
  noFee: { text: { zh: '2021 年度起的报告通常在这一部分写明信息处理费；没有收取的，写明未收取', en: 'reports since 2021 usually say here what processing fees were charged, or that none were' }, law: article('42') },
  fee: { text: { zh: '2021 年度起的报告通常在这一部分写明收取信息处理费的件数和金额（元），与表二的行政事业性收费（万元）无关', en: 'reports since 2021 usually say here how many processing fees were charged and how much, in 元; the fees of table 二 are another matter' }, law: article('42') },
  nothingElse: { text: { zh: '没有其他事项的，也写明', en: 'that there is nothing else is said as well' }, law: article('50（五）') },
};

/** Whether what an editor sends back is what it was sent. */
export function isAbout(value: unknown): value is About {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, section, table, edition: of, row } = value as Readonly<Record<string, unknown>>;
  const isSection = (own: unknown): boolean => SECTION_IDS.some((known) => known === own);
  const isTable = TABLES.some((known) => known === table);
  switch (kind) {
    case 'section':
      return isSection(id) && isEditionId(of);
    case 'topic':
      return isSection(section) && isEditionId(of);
    case 'row':
      return isTable && isEditionId(of) && typeof row === 'string';
    case 'table':
      return isTable && isEditionId(of);
    case 'phrase':
      return typeof id === 'string' && Object.hasOwn(PHRASES, id);
    default:
      return false;
  }
}

const TABLES: readonly TableId[] = EDITIONS[0]!.tables.map(({ id }) => id);
